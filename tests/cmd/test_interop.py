"""The tables of docs/interop.md are what Sea.js and bundles really do."""

from __future__ import annotations

from pathlib import Path

from tests.cmd.harness import needs_sea
from tests.cmd.interop import all_cells, foreign_cells, mixed_cells
from tests.tables import assert_documented

pytestmark = needs_sea


def test_the_document_has_what_sea_js_and_bundles_do(tmp_path: Path) -> None:
    cells = all_cells(tmp_path)
    assert len(cells) >= 100
    assert not [cell for cell in cells if cell.original != cell.bundle]
    assert_documented(cells)


def test_the_document_has_what_bundles_do_among_systems(tmp_path: Path) -> None:
    assert_documented(mixed_cells(tmp_path / "mixed"))
    assert_documented(foreign_cells(tmp_path / "foreign"))
