"""External modules that Node itself loads: their attributes, and when they run."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pybundle import bundle
from pybundle.options import Format

NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(NODE is None, reason="needs Node")


def printed(folder: Path, format_: Format, *external: str) -> str:
    """Return what the bundle of ``main.mjs`` prints in Node."""
    target = folder / ("out.mjs" if format_ == "esm" else "out.cjs")
    bundle(folder / "main.mjs", format=format_, external=external).write(target)
    command = [str(NODE), "--no-warnings", str(target)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_attributes_stay_with_their_import(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text('{"key": "value"}', "utf-8")
    (tmp_path / "main.mjs").write_text(
        'import data from "./data.json" with { type: "json" };\nconsole.log(data.key);', "utf-8"
    )
    assert printed(tmp_path, "esm", "./data.json") == "value\n"


def test_a_lazy_module_requires_what_it_only_runs(tmp_path: Path) -> None:
    (tmp_path / "side.cjs").write_text('console.log("side");', "utf-8")
    (tmp_path / "lazy.mjs").write_text('import "./side.cjs";\nconsole.log("lazy");', "utf-8")
    (tmp_path / "main.mjs").write_text('console.log("main");\nimport("./lazy.mjs");', "utf-8")
    assert printed(tmp_path, "cjs", "./side.cjs") == "main\nside\nlazy\n"
