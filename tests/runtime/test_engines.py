"""Which engine is taken, and what happens where one doesn't start."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.runtime.programs import module, printed

from pybundle_runtime import Backend, Evaluator, NoEngine, available_backends, engines, evaluate

NO_NODE = pytest.mark.skipif("node" not in available_backends(), reason="Node is not on PATH")


def test_without_any_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_pydeno", lambda: None)
    monkeypatch.setattr(engines, "node_command", lambda: None)
    assert available_backends() == ()
    backends: tuple[Backend | None, ...] = (None, "v8", "node")
    for backend in backends:
        with pytest.raises(NoEngine, match="engine"):
            evaluate(module(""), backend=backend)


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


ORPHAN = """
import os, sys, threading, time
sys.path[:0] = {path!r}
from pybundle_runtime import Evaluator, Script
evaluator = Evaluator({backend!r})
evaluator.evaluate(Script(""))
print(evaluator._worker._process.pid, flush=True)
threading.Thread(target=evaluator.evaluate, args=(Script("for (;;);"),), daemon=True).start()
time.sleep(0.5)
os._exit(0)
"""


@pytest.mark.skipif(os.name != "posix", reason="there a process is ended with its parent's job")
@pytest.mark.parametrize("backend", available_backends())
def test_an_endless_program_does_not_outlive_its_parent(backend: str) -> None:
    code = ORPHAN.format(path=sys.path, backend=backend)
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    pid = int(out.stdout)
    deadline = time.monotonic() + 30
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_alive(pid)


@pytest.mark.skipif(os.name != "posix", reason="there a process is ended with its parent's job")
@pytest.mark.parametrize("backend", available_backends())
def test_a_worker_whose_parent_ended_before_it_looked_ends(backend: Backend) -> None:
    *command, _ = engines.worker_command(backend, 1 << 28)
    with subprocess.Popen([*command, "1"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as it:
        it.wait(30)


def is_alive(pid: int) -> bool:
    """Whether a process runs. Where nobody takes up orphans it stays as a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
