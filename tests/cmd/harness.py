"""A CMD case: one text with several files, run by the real Sea.js as it is and as bundles.

Sea.js and the bundle see the same: a page at an address, and nothing of Node (``page.cjs``).
The case's first file is a script of the page, or, with ``entry: use`` in the lines before it,
a module that the page uses.
"""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from tests.commonjs.harness import Case
from tests.node_files import run_file

from pybundle.build import bundle
from pybundle.options import Format

HERE = Path(__file__).parent
CASES = HERE / "cases"
SEA = HERE.parent / "corpus" / "node_modules" / "seajs" / "dist" / "sea-debug.js"
PAGE = HERE / "page.cjs"
HELPER = files("pybundle_runtime") / "helpers" / "createCmd.js"
FORMATS: tuple[Format, ...] = ("iife", "esm", "cjs", "umd")
_EXTENSIONS: dict[Format, str] = {"cjs": "cjs", "iife": "js", "umd": "js", "esm": "mjs"}
_WORDS = re.compile(r"^entry: (\w+)$", re.MULTILINE)

needs_sea = pytest.mark.skipif(
    shutil.which("node") is None or not SEA.exists(),
    reason="needs Node, and seajs among the packages of tests/corpus",
)


def run_page(mode: str, *arguments: object, folder: Path) -> str:
    """Run ``page.cjs`` in a folder; return what the program prints."""
    done = run_file(PAGE, mode, *arguments, folder=folder)
    assert not done.stderr, done.stderr
    return done.stdout


def run_sea(case: Case, folder: Path) -> str:
    """Run a case in Sea.js."""
    found = _WORDS.search(case.description)
    return run_page(found[1] if found else "sea", ".", case.entry, SEA, folder=folder)


def run_helper(case: Case, folder: Path) -> str:
    """Run the files of a case by ``createCmd.js``, without the bundler."""
    found = _WORDS.search(case.description)
    mode = found[1] if found else "sea"
    return run_page("helper", ".", case.entry, HELPER, mode, folder=folder)


def run_bundle(case: Case, folder: Path, format_: Format) -> str:
    """Bundle a case, and run that on a page of its own."""
    made = bundle(folder / case.entry, format=format_, root=folder, loader="seajs")
    path = folder / f"bundle-{format_}.{_EXTENSIONS[format_]}"
    made.write(path)
    try:
        return run_page("bundle", path.name, folder=folder)
    finally:
        path.unlink()
