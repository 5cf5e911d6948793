"""The tables of docs/interop.md are what RequireJS and bundles really do."""

from __future__ import annotations

from pathlib import Path

from tests.amd.harness import needs_loader
from tests.amd.interop import all_cells, cell_table, foreign_cells, other_cells

DOCUMENT = Path(__file__).parents[2] / "docs" / "interop.md"

pytestmark = needs_loader


def test_the_document_has_what_requirejs_and_bundles_do(tmp_path: Path) -> None:
    cells = all_cells(tmp_path)
    assert len(cells) >= 120
    assert not [cell for cell in cells if cell.loader != cell.bundle]
    assert cell_table(cells) in DOCUMENT.read_text("utf-8"), "paste:\n" + cell_table(cells)


def test_the_document_has_what_bundles_do_among_systems(tmp_path: Path) -> None:
    for name, cells in (
        ("foreign", foreign_cells(tmp_path / "foreign")),
        ("other", other_cells(tmp_path / "other")),
    ):
        assert cell_table(cells) in DOCUMENT.read_text("utf-8"), f"{name}, paste:\n" + cell_table(
            cells
        )
