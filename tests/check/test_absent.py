"""Programs that ask, when they run, for what no evaluator has are not judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tree import write_tree

from pybundle.build import build
from pybundle.check import check
from pybundle.options import Format, Options
from pybundle_runtime import Evaluator, available_backends

pytestmark = pytest.mark.skipif(not available_backends(), reason="no JavaScript engine")

FILES = {
    "main.js": 'import("./lazy.js").catch(() => console.log("without")); console.log("main");',
    "lazy.js": 'import { x } from "elsewhere"; console.log(x);',
}


@pytest.mark.parametrize("format_", ["esm", "iife", "cjs", "umd", "amd"])
def test_an_external_module_of_a_lazy_one(
    tmp_path: Path, evaluator: Evaluator, format_: Format
) -> None:
    verdict, reason = _judged(tmp_path, evaluator, FILES, format_)
    assert verdict in ("same", "inconclusive")
    assert verdict == "same" or "elsewhere" in reason


@pytest.mark.parametrize("format_", ["esm", "iife", "cjs"])
def test_a_file_that_only_the_run_names(
    tmp_path: Path, evaluator: Evaluator, format_: Format
) -> None:
    """``import()`` of it looks beside the bundle, and there is nothing."""
    text = (
        'import "./a.js"; const name = "./a.js"; import(name).catch((e) => console.log(e.message));'
    )
    verdict, reason = _judged(tmp_path, evaluator, {"main.js": text, "a.js": ""}, format_)
    assert verdict == "inconclusive"
    assert "left to the engine" in reason


def _judged(
    folder: Path, evaluator: Evaluator, files: dict[str, str], format_: Format
) -> tuple[str, str]:
    write_tree(folder, files)
    named = {"elsewhere": "elsewhere"} if format_ in ("iife", "umd") else {}
    options = Options(format=format_, root=str(folder), external=("elsewhere",), globals=named)
    made = check(build([str(folder / "main.js")], options)[0], options, evaluator)
    return made.verdict, made.reason
