"""Which engine is taken, and what happens where one doesn't start."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.runtime.programs import module, printed

from pybundle_runtime import Evaluator, NoEngine, available_backends, engines, evaluate

NO_NODE = pytest.mark.skipif("node" not in available_backends(), reason="Node is not on PATH")


def test_without_any_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_pydeno", lambda: None)
    monkeypatch.setattr(engines, "node_command", lambda: None)
    assert available_backends() == ()
    for backend in (None, "v8", "node"):
        with pytest.raises(NoEngine, match="engine"):
            evaluate(module(""), backend=backend)  # type: ignore[arg-type]


@NO_NODE
def test_node_is_the_fallback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_pydeno", lambda: None)
    assert available_backends() == ("node",)
    assert evaluate(module("console.log(1)")).backend == "node"


def test_an_old_node_is_no_engine(tmp_path: Path) -> None:
    fake = tmp_path / "node"
    fake.write_text(f"#!{sys.executable}\nprint('v16.20.0')\n")
    fake.chmod(0o755)
    assert not engines._is_new_enough(str(fake))
    fake.write_text(f"#!{sys.executable}\nprint('v22.1.0')\n")
    engines._is_new_enough.cache_clear()
    assert engines._is_new_enough(str(fake))
    assert not engines._is_new_enough(str(tmp_path / "none"))
    engines._is_new_enough.cache_clear()


@NO_NODE
def test_an_engine_that_does_not_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "pydeno"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise ImportError('made for another C library')")
    monkeypatch.setattr(engines, "_pydeno", lambda: str(tmp_path))
    with Evaluator() as evaluator:
        trace = evaluator.evaluate(module("console.log(1)"))
        assert (trace.backend, printed(trace)) == ("node", ["1"])
    with pytest.raises(NoEngine, match="another C library"):
        evaluate(module(""), backend="v8")


@pytest.mark.skipif("v8" not in available_backends(), reason="pydeno is not installed")
def test_a_worker_is_replaced_when_it_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pybundle_runtime.evaluator.RECYCLE", {"v8": 2, "node": 2})
    with Evaluator("v8") as evaluator:
        for _ in range(5):
            assert printed(evaluator.evaluate(module("console.log(1)"))) == ["1"]
