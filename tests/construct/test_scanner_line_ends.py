"""Line ends count where they stand between tokens, not where they stand in one."""

from __future__ import annotations

import pytest

from pybundle.construct.record import ModuleKind, StatementKind
from pybundle.construct.scan.parse import ScanError
from pybundle.construct.scan.scanner import scan


@pytest.mark.parametrize(
    "source",
    [
        "function f() { throw`a\nb`; }",
        "function f() { throw 'a\\\nb' }",
        "function f() { if (x) throw `a\n${x}`; else y(); }",
        "function* g() { f(yield`a\nb`, yield 'c\\\nd'); }",
        "function f() { if (x) return`a\nb`; else return 3; }",
        "throw /* one line */ `a\nb`;",
        "function* g() { yield\nf(); }",
        "do f(); while (x) throw`\n`;",
    ],
)
def test_a_line_end_inside_a_token_ends_nothing(source: str) -> None:
    assert scan(source, ModuleKind.ESM).statements[0].kind in (
        StatementKind.FUNCTION,
        StatementKind.OTHER,
    )


@pytest.mark.parametrize(
    "source", ["throw\n`a`;", "throw /*\n*/ 1;", "throw // note\n1;", "`a\nb` c", "throw"]
)
def test_a_line_end_between_tokens_still_counts(source: str) -> None:
    with pytest.raises(ScanError):
        scan(source, ModuleKind.ESM)
