"""The tables of docs/interop.md are what Sea.js and bundles really do."""

from __future__ import annotations

from pathlib import Path

from tests.cmd.harness import needs_sea
from tests.cmd.interop import all_cells, cell_table, foreign_cells, mixed_cells

DOCUMENT = Path(__file__).parents[2] / "docs" / "interop.md"

pytestmark = needs_sea


def test_the_document_has_what_sea_js_and_bundles_do(tmp_path: Path) -> None:
    cells = all_cells(tmp_path)
    assert len(cells) >= 100
    assert not [cell for cell in cells if cell.sea != cell.bundle]
    assert cell_table(cells) in DOCUMENT.read_text("utf-8"), "paste:\n" + cell_table(cells)


def test_the_document_has_what_bundles_do_among_systems(tmp_path: Path) -> None:
    for cells in (mixed_cells(tmp_path), foreign_cells(tmp_path)):
        assert cell_table(cells) in DOCUMENT.read_text("utf-8"), "paste:\n" + cell_table(cells)
