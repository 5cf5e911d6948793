"""An AMD case: one text with several files, run by RequireJS as they are and as bundles.

The format is that of the CommonJS cases. The first file is ``data-main`` of a page beside the
files. RequireJS runs twice: in what it needs of a page, and as r.js on Node; ``no-page`` and
``no-node`` say where it can't. A file ``expected.txt`` is what a program prints that no loader
but a bundle can run.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.commonjs.harness import Case, Run
from tests.node_files import Ran, run_file

CASES = Path(__file__).parent / "cases"
LOADER = Path(__file__).parents[1] / "corpus" / "node_modules" / "requirejs"
PAGE = Path(__file__).parent / "page.cjs"
EXPECTED = "expected.txt"

needs_loader = pytest.mark.skipif(
    not LOADER.exists(), reason="npm install in tests/corpus gives RequireJS"
)


def value_of(case: Case, key: str) -> str | None:
    """Return what a case's option ``key=value`` says."""
    found = (word.partition("=") for word in case.words)
    return next((value for name, equals, value in found if equals and name == key), None)


def run_loader(mode: str, folder: Path, entry: str, config: str | None = None) -> Run:
    """Run a program by RequireJS: ``mode`` is ``page`` or ``node``."""
    return run(PAGE, mode, entry, LOADER.resolve(), *([config] if config else []), folder=folder)


def run(path: Path, *arguments: object, folder: Path) -> Run:
    """Run a file in a folder; of an error that stops it, its first line is kept."""
    return shown(run_file(path, *arguments, folder=folder))


def shown(made: Ran) -> Run:
    """Return what can be compared of what came of a file."""
    thrown = re.search(r"^(?:Uncaught )?(\w*Error\b.*)$", made.stderr, re.MULTILINE)
    return Run(made.stdout, made.code, thrown[1] if thrown else "")
