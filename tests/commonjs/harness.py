"""A CommonJS case: one text with several files, run by Node as it is and as bundles.

The engine that the evaluator embeds has no CommonJS, so that the original here is what Node
itself makes of the files, and both sides are compared by what they print. A case is a text
file; ``-- name --`` begins a file, the first is the entry; lines before it describe the case.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from tests.node_files import Ran, run_file
from tests.tree import write_tree

from pybundle.build import bundle
from pybundle.options import Format, Platform

CASES = Path(__file__).parent / "cases"
FILES = re.compile(r"^-- (.+?) --\n", re.MULTILINE)
_STACK = re.compile(r"^\s+at .*\n?", re.MULTILINE)
_EXTENSIONS: dict[Format, str] = {"cjs": "cjs", "iife": "cjs", "esm": "mjs", "umd": "cjs"}
RUN_BY_NODE = tuple(_EXTENSIONS)
"""The formats that Node can run as they are."""

_T = TypeVar("_T")


@dataclass(frozen=True)
class Run:
    """What a process printed, how it ended, and the name and message of what it threw."""

    output: str
    code: int
    error: str


@dataclass(frozen=True)
class Case:
    """A case's files; ``words`` are the options that its first lines give after ``options:``
    (``no-esm``: strict code can't do it)."""

    description: str
    files: dict[str, str]

    @property
    def entry(self) -> str:
        """The name of the first file."""
        return next(iter(self.files))

    @property
    def words(self) -> list[str]:
        """The options of the case."""
        found = re.search(r"^options: (.*)$", self.description, re.MULTILINE)
        return found[1].split() if found else []


def read_case(path: Path) -> Case:
    """Read a case."""
    description, *parts = FILES.split(path.read_text("utf-8"))
    return Case(description, dict(zip(parts[::2], parts[1::2], strict=True)))


def write_case(case: Case, folder: Path) -> None:
    """Write the files of a case."""
    write_tree(folder, case.files)


def run_node(path: Path, *, env: dict[str, str] | None = None) -> Run:
    """Run a file in Node."""
    return shown(run_file(path, folder=path.parent, env=env))


def shown(made: Ran) -> Run:
    """Return what can be compared of what came of a file."""
    thrown = re.search(r"^(\w*Error)\b.*$", made.stderr, re.MULTILINE)
    return Run(made.stdout, made.code, thrown[0] if thrown else "")


def run_bundle(
    entry: Path,
    format_: Format,
    *,
    platform: Platform = "node",
    define: dict[str, str] | None = None,
) -> Run:
    """Bundle ``entry`` into a file beside it, and run that in Node. Where its graph awaits, what it
    exports is a promise."""
    made = bundle(
        entry,
        format=format_,
        platform=platform,
        define=define,
        root=entry.parent,
        async_exports=format_ in ("cjs", "umd"),
    )
    path = entry.parent / f"bundle-{format_}.{_EXTENSIONS[format_]}"
    made.write(path)
    try:
        return run_node(path)
    finally:
        path.unlink()


def preparing(
    cases: Path, folders: pytest.TempPathFactory, run: Callable[[Case, Path], _T]
) -> Callable[[str], tuple[Case, Path, _T]]:
    """Return what gives, for the name of a case in ``cases``, the case, a folder with its files,
    and what came of the ``run`` there; all of it made once."""

    @cache
    def prepared(name: str) -> tuple[Case, Path, _T]:
        case = read_case(cases / f"{name}.txt")
        folder = folders.mktemp("case").resolve()
        write_case(case, folder)
        return case, folder, run(case, folder)

    return prepared
