"""The same cases in other circumstances: what is flat in ``test_semantic`` is wrapped here."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.semantic.harness import CASES, Case, all_cases, graph_of, program_of

from pybundle_runtime import Comparison, Evaluator, compare

LAZY_ENTRY = """\
console.log("entry");
const first = import("./case-main.js");
first.then(
  (ns) => console.log("loaded", Object.keys(ns).join(), ns[Symbol.toStringTag]),
  (error) => console.log("failed", error?.name ?? String(error)),
);
import("./case-main.js").then(
  (ns) => first.then((other) => console.log("same namespace", ns === other)),
  (error) => first.catch((other) => console.log("same error", error === other)),
);
console.log("entry ends");
"""
HASHBANG = re.compile(r"\ufeff?#![^\r\n\u2028\u2029]*(\r\n|[\n\r\u2028\u2029])")
NOT_BEHIND_IMPORT = (
    "collisions/entry-names-win",  # only an entry's own names are sure to stay
    "dynamic-import",  # ticks between two import() are the host's choice
    "top-level-await",
)


def behind_import(folder: Path) -> None:
    """``main.js`` is loaded by ``import()``: every module is lazy."""
    for file in _scripts(folder):
        text = file.read_bytes().replace(b'"./main.js"', b'"./case-main.js"')
        file.with_name(file.name.replace("main.js", "case-main.js")).write_bytes(text)
    (folder / "main.js").write_text(LAZY_ENTRY)


def awaiting(folder: Path) -> None:
    """Every module awaits before its first statement."""
    for file in _scripts(folder):
        text = file.read_bytes().decode("utf-8")
        at = match.end() if (match := HASHBANG.match(text)) else 0
        file.write_bytes(f"{text[:at]}await null;{text[at:]}".encode())


def waiting(folder: Path) -> None:
    """Every module imports, last, one that awaits."""
    for file in _scripts(folder):
        up = "../" * (len(file.relative_to(folder).parts) - 1) or "./"
        text = file.read_bytes().decode("utf-8")
        file.write_bytes(f'{text}\n;import "{up}awaits.js";\n'.encode())
    (folder / "awaits.js").write_text('console.log("waits"); await null; console.log("waited");')


def _scripts(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.js"))


ALONE = [
    case
    for case in all_cases()
    if not case.meta.keys() & {"error", "refused", "engine", "externals"} and not case.consumer
]
ORDERED = ("default-export", "errors", "hoisting", "loops", "order", "tdz", "top-level-await")
RUNS = [
    *((behind_import, case) for case in ALONE if not case.name.startswith(NOT_BEHIND_IMPORT)),
    *((awaiting, case) for case in ALONE),
    *((waiting, case) for case in ALONE if case.name.startswith(ORDERED)),
]


@pytest.mark.parametrize(
    ("change", "case"), RUNS, ids=[f"{change.__name__}-{case.name}" for change, case in RUNS]
)
def test_wrapped_modules_equal_originals(
    change: Callable[[Path], None], case: Case, evaluator: Evaluator, tmp_path: Path
) -> None:
    folder = tmp_path / "case"
    shutil.copytree(case.folder, folder)
    shutil.copy(CASES / "package.json", folder)
    change(folder)
    changed = Case(folder)
    original = evaluator.evaluate(graph_of(changed))
    trace = evaluator.evaluate(program_of(changed, "iife"))
    assert original.console() or original.outcome == "threw"
    assert compare(original, trace) == Comparison("same"), changed.bundle("iife").code
