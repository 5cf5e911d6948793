"""The text of bundles, case by case: what people read and what diffs show."""

from __future__ import annotations

import pytest
from tests.golden.golden import Golden, all_cases

from pybundle.options import Format
from pybundle_runtime import Evaluator

PINNED = [(case, format) for case in all_cases() for format in case.formats]


@pytest.mark.parametrize(("case", "format"), PINNED, ids=[f"{c.name}-{f}" for c, f in PINNED])
def test_text_and_output(evaluator: Evaluator, case: Golden, format: Format) -> None:
    """The bundle is what it was, byte for byte, and prints what the original printed."""
    code = case.bundle(format)
    assert code == case.expected(format).read_bytes().decode("utf-8")
    assert case.run(evaluator, format, code) == case.output.read_text("utf-8")


def test_there_are_cases() -> None:
    """An empty folder would pass unnoticed."""
    assert len(PINNED) >= 12
