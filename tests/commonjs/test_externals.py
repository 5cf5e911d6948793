"""CommonJS modules that require what is not in the bundle, and lazy ones without values."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.node_files import needs_node

from pybundle import BundleError, bundle


def test_a_require_that_nothing_answers_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "main.cjs").write_text('require("outside");')
    path = tmp_path / "main.cjs"
    warnings = bundle(path, external=["outside"]).warnings
    assert [warning.code for warning in warnings] == ["external-without-global"]
    assert not bundle(path, external=["outside"], globals={"outside": "Outside"}).warnings
    assert not bundle(path, external=["outside"], format="cjs").warnings


@needs_node
def test_a_lazy_module_runs_what_it_only_imports(tmp_path: Path) -> None:
    (tmp_path / "side.cjs").write_text('console.log("side");')
    (tmp_path / "lazy.mjs").write_text('import "./side.cjs";')
    (tmp_path / "main.mjs").write_text('import("./lazy.mjs").then(() => console.log("done"));')
    out = tmp_path / "out.cjs"
    bundle(tmp_path / "main.mjs").write(out)
    run = subprocess.run(["node", str(out)], capture_output=True, text=True, check=True)
    assert run.stdout == "side\ndone\n"


@pytest.mark.parametrize(
    "text", ["var await = 1;", "var a = 1 <!-- a comment", "a\n--> b", "with (a) {}", "f(010)"]
)
def test_what_no_module_can_hold_is_an_error_in_esm(tmp_path: Path, text: str) -> None:
    (tmp_path / "main.cjs").write_text(text + "\nmodule.exports = 1;\nreturn;")
    with pytest.raises(BundleError) as caught:
        bundle(tmp_path / "main.cjs", format="esm")
    assert [found.code for found in caught.value.diagnostics][:1] == ["sloppy-code"]
    assert bundle(tmp_path / "main.cjs", format="cjs").code
