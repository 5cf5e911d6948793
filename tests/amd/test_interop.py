"""The tables of docs/interop.md are what RequireJS and bundles really do."""

from __future__ import annotations

from pathlib import Path

from tests.amd.harness import needs_loader
from tests.amd.interop import all_cells, foreign_cells, other_cells
from tests.tables import assert_documented

pytestmark = needs_loader


def test_the_document_has_what_requirejs_and_bundles_do(tmp_path: Path) -> None:
    cells = all_cells(tmp_path)
    assert len(cells) >= 120
    assert not [cell for cell in cells if cell.original != cell.bundle]
    assert_documented(cells)


def test_the_document_has_what_bundles_do_among_systems(tmp_path: Path) -> None:
    assert_documented(foreign_cells(tmp_path / "foreign"))
    assert_documented(other_cells(tmp_path / "other"))
