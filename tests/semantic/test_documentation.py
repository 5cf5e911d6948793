"""docs/semantics.md names tests that exist, and leaves none out."""

from __future__ import annotations

import re

import pytest
from tests.semantic.harness import CASES, Case, all_cases
from tests.semantic.index import HEADING, PAGE, index

TEXT = PAGE.read_text("utf-8")
TABLES = TEXT.partition(HEADING)[0]
ROWS = {
    cells[0]: cells
    for line in TABLES.splitlines()
    if line.startswith("| ") and len(cells := [c.strip() for c in line.strip("|").split("|")]) == 4
    if cells[0] not in ("row", "---")
}
KEYS = {*"description covers defer spec formats error refused externals engine node".split()}
NAMES = {case.name for case in all_cases()}
AREAS = {name.split("/")[0] for name in NAMES}


def test_index_is_up_to_date() -> None:
    """``python -m tests.semantic.index`` writes it."""
    assert TEXT.partition(HEADING)[2].rstrip("\n") == index().rstrip("\n")


def test_every_clause_and_trap_has_a_row() -> None:
    assert {f"trap-{number}" for number in range(1, 32)} <= ROWS.keys()
    assert len(ROWS) == 18 + 31


@pytest.mark.parametrize("row", ROWS)
def test_tests_of_a_row_exist(row: str) -> None:
    """Each is a case that says it covers the row, or an area with such cases."""
    cell = ROWS[row][3]
    paths = re.findall(r"`([^`]+)`", cell)
    assert paths or cell == "—"
    for path in paths:
        cases = [n for n in NAMES if n == path or path == f"{n.split('/')[0]}/*"]
        assert cases, path
        assert any(row in Case(CASES / name).meta["covers"] for name in cases), path


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_case_is_described(case: Case) -> None:
    assert case.meta["description"].endswith(".")
    assert case.meta["covers"], "no row"
    assert set(case.meta["covers"]) <= ROWS.keys()
    assert (case.folder / "main.js").exists()
    assert (case.folder / "expected.txt").exists()
    assert case.meta.keys() <= KEYS


def test_named_cases_exist() -> None:
    """Also outside of the tables' last column."""
    for path in re.findall(r"`([a-z-]+/[a-z*-]+)`", TABLES):
        area = path.split("/")[0]
        assert area not in AREAS or path in NAMES or path == f"{area}/*", path
