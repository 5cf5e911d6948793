"""The same cases in other circumstances: renamed, or wrapped, where they were not."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.semantic.harness import CASES, Case, all_cases, graph_of, program_of

from pybundle.emit.names.words import RESERVED, is_identifier
from pybundle.options import Format
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
SHOWS_ITS_TEXT = "collisions/entry-names-win"
"""Only an entry's own names are sure to stay."""
NOT_BEHIND_IMPORT = (
    SHOWS_ITS_TEXT,
    "dynamic-import",  # ticks between two import() are the host's choice
    "top-level-await",
)


def behind_import(folder: Path) -> None:
    """``main.js`` is loaded by ``import()``: every module is lazy."""
    _put_behind(folder)
    (folder / "main.js").write_text(LAZY_ENTRY)


def colliding(folder: Path) -> None:
    """A new entry binds every name that a module binds: all others must give way."""
    names = sorted({b.name for m in Case(folder).module_map.modules for b in m.record.bindings})
    names = [n for n in names if is_identifier(n) and n not in RESERVED]
    _put_behind(folder)
    lines = ['export * from "./case-main.js";', *(f'let {n} = "{n}";' for n in names)]
    lines.append(f"console.log([{', '.join(names)}].join());")
    (folder / "main.js").write_text("\n".join(lines), "utf-8")


def _put_behind(folder: Path) -> None:
    for file in _scripts(folder):
        text = file.read_bytes().replace(b'"./main.js"', b'"./case-main.js"')
        file.with_name(file.name.replace("main.js", "case-main.js")).write_bytes(text)


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
    if not case.meta.keys() & {"error", "refused", "engine", "externals"}
    and not case.consumer
    and "iife" in case.formats
]
ORDERED = ("default-export", "errors", "hoisting", "loops", "order", "tdz", "top-level-await")
ASYNC = (
    *ORDERED,
    *"direct-eval dynamic-import fuzz-found live-bindings names namespace".split(),
    *("readonly-imports", "this-and-strict"),
)
EARLY_IN_EMBEDDED_V8 = ("dynamic-import/of-itself-while-evaluating",)
"""Its loader fulfils the promise of ``import()`` while the module still awaits."""
ENDED_IN_A_FAILED_CYCLE = ("top-level-await/failure-in-a-cycle-that-awaits",)
"""V8 fulfils ``import()`` of a module that has ended although its cycle has failed."""
SYNCHRONOUS: tuple[Format, ...] = ("iife",)
WAITING: tuple[Format, ...] = ("iife", "cjs")
"""The formats in which variations run; in ``cjs`` what awaits exports a promise."""
RUNS = [
    *((behind_import, case) for case in ALONE if not case.name.startswith(NOT_BEHIND_IMPORT)),
    *((colliding, case) for case in ALONE if case.name != SHOWS_ITS_TEXT),
    *(
        (awaiting, case)
        for case in ALONE
        if case.name.startswith(ASYNC)
        and case.name not in (*EARLY_IN_EMBEDDED_V8, *ENDED_IN_A_FAILED_CYCLE)
    ),
    *(
        (waiting, case)
        for case in ALONE
        if case.name.startswith(ORDERED) and case.name not in ENDED_IN_A_FAILED_CYCLE
    ),
]


@pytest.mark.parametrize(
    ("change", "case"), RUNS, ids=[f"{change.__name__}-{case.name}" for change, case in RUNS]
)
def test_bundle_equals_original(
    change: Callable[[Path], None], case: Case, evaluator: Evaluator, tmp_path: Path
) -> None:
    folder = tmp_path / "case"
    shutil.copytree(case.folder, folder)
    shutil.copy(CASES / "package.json", folder)
    change(folder)
    changed = Case(folder)
    original = evaluator.evaluate(graph_of(changed))
    assert original.console() or original.outcome == "threw"
    for format in WAITING if change in (awaiting, waiting) else SYNCHRONOUS:
        trace = evaluator.evaluate(program_of(changed, format))
        assert compare(original, trace) == Comparison("same"), changed.bundle(format).code
