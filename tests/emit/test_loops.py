"""Top-level loops get functions of their own where that can't be observed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.corpus.original import as_text, observed, original

import pybundle
from pybundle.options import FORMATS
from pybundle_runtime import Evaluator, Script

OTHER = "export const limit = 3;\nexport let seen = [];\n"
MOVED = {
    "for": "for (let i = 0; i < limit; i++) { seen.push(() => i); total += i; }",
    "after a statement without semicolon": "total = limit\nfor (const x of seen) total += x",
    "after a dropped statement": "total = limit\nimport './other.js'\nwhile (total < 9) total++",
    "before a template": "do total++; while (total < 5)\n`${total}`",
    "labelled": "outer: for (const a of [1, 2]) { for (const b of [a]) { continue outer; } }",
    "nested in others": "if (limit) { try { while (true) throw 1; } catch { total = 7; } }",
    "with functions and classes": (
        "for (const x of [1, 2]) { function f() { return x; } class K {} seen.push(f(), K.name); }"
    ),
    "this": "for (const x of [1]) { seen.push(this, () => this); }",
    "temporal dead zone": "for (let i = 0; i < 1; i++) { total += late; }\nconst late = 1;",
    "assignment to an import": "for (let i = 0; i < 1; i++) { limit = i; }",
}
KEPT = {
    "var": "for (var i = 0; i < limit; i++) total += i;\nseen.push(i);",
    "var inside": "while (total < 2) { var v = total++; }\nseen.push(v);",
}


def run(folder: Path, body: str, evaluator: Evaluator) -> list[str]:
    """Compare the original with the bundle in every format; return the bundles."""
    (folder / "other.js").write_text(OTHER)
    (folder / "main.js").write_text(
        'import { limit, seen } from "./other.js";\nexport let total = 0;\n'
        + body
        + "\nconsole.log(total, seen.map((x) => (typeof x === 'function' ? x() : x)));\n"
    )
    codes = []
    for form in FORMATS:
        name = "lib" if form == "iife" else None
        bundle = pybundle.bundle(
            str(folder / "main.js"), format=form, global_name=name, root=str(folder)
        )
        before = observed(evaluator.evaluate(original(bundle.module_map, bundle.entry, {})), {})
        trace = evaluator.evaluate(Script(bundle.code, form, global_name=name))
        assert as_text(observed(trace, {"lib": ""})) == as_text(before)
        codes.append(bundle.code)
    return codes


@pytest.mark.parametrize("body", MOVED.values(), ids=MOVED.keys())
def test_a_loop_moves_and_means_the_same(body: str, tmp_path: Path, evaluator: Evaluator) -> None:
    for code in run(tmp_path, body, evaluator):
        assert "(() => {\n" in code.split("// main.js")[1]


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT.keys())
def test_a_loop_that_declares_for_others_stays(
    body: str, tmp_path: Path, evaluator: Evaluator
) -> None:
    for code in run(tmp_path, body, evaluator):
        assert "})();" not in code.split("// main.js")[1].removesuffix("})();\n"), code


def test_a_loop_that_awaits_stays(tmp_path: Path, evaluator: Evaluator) -> None:
    (tmp_path / "other.js").write_text(OTHER)
    (tmp_path / "main.js").write_text(
        'import { limit } from "./other.js";\nexport let total = 0;\n'
        "for (let i = 0; i < limit; i++) total += await i;\nconsole.log(total);\n"
    )
    bundle = pybundle.bundle(str(tmp_path / "main.js"), format="esm", root=str(tmp_path))
    before = observed(evaluator.evaluate(original(bundle.module_map, bundle.entry, {})), {})
    trace = evaluator.evaluate(Script(bundle.code, "esm"))
    assert as_text(observed(trace, {})) == as_text(before)
    assert "(() =>" not in bundle.code
