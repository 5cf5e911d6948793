"""Speed and memory stay within what is promised, with room for a busy machine.

``python -m benchmarks --assert`` judges the exact numbers; these tests find what has gone
badly wrong.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from benchmarks.cases import Case, generated_cases, hot_cases, package_cases
from benchmarks.run import bounds, measure_case, measure_hot

ROOM = 1.3
"""What a promise's limit is multiplied by here."""

pytestmark = pytest.mark.bench


def missed(found: object) -> list[str]:
    assert isinstance(found, list) and found
    return [f"{b.what}: {b.value:.2f}" for b in found if b.value > b.limit * ROOM]


def test_three_costs_little_more_than_parsing_it(tmp_path: Path) -> None:
    three = [case for case in package_cases() if case.name == "three.js"]
    assert three, "run `npm ci` in benchmarks"
    row = measure_case(three[0], tmp_path, 3, rivals=False)
    assert not missed(bounds([row], []))


def test_many_small_modules(tmp_path: Path) -> None:
    cases = [case for case in generated_cases(tmp_path) if "modules" in case.name]
    rows = [measure_case(case, tmp_path, 3, rivals=False) for case in cases]
    assert [row.modules for row in rows] == [1_001, 5_001]
    assert not missed(bounds(rows, []))


@pytest.mark.parametrize("name", ["chain of 10,000", "10,000 deep"])
def test_deep_input_builds(name: str, tmp_path: Path) -> None:
    (case,) = [case for case in generated_cases(tmp_path) if case.name == name]
    assert measure_case(case, tmp_path, 1, rivals=False).ratio < 20


@pytest.mark.parametrize("form", ["iife", "esm"])
@pytest.mark.skipif(shutil.which("node") is None, reason="the loops are timed in Node")
def test_hot_loops_run_as_fast_as_in_modules(form: str, tmp_path: Path) -> None:
    cases: list[Case] = hot_cases(tmp_path)
    rows = [measure_hot(case, tmp_path, 5, form) for case in cases]
    assert not missed(bounds([], rows))
