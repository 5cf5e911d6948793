"""The table of docs/interop.md is what Node and bundles really do."""

from __future__ import annotations

from pathlib import Path

from tests.commonjs.interop import all_cells
from tests.tables import assert_documented

UNSEEN = frozenset(
    {"`module.exports = { x: 1 }`", "`this.x = 1`", "a getter", "names put together"}
    | {"a string", "`null`"}
)
"""Exports whose names Node's import of CommonJS does not find in the text, or that have none."""
BY_NAME = frozenset(
    {"`import { x }`", "`import * as ns`", "`import()` in an ES module", "`import()` in CommonJS"}
)


def test_the_document_has_what_node_and_bundles_do(tmp_path: Path) -> None:
    cells = all_cells(tmp_path)
    assert len(cells) >= 120
    different = [cell for cell in cells if cell.original != cell.bundle]
    assert not [cell for cell in different if cell.row not in UNSEEN or cell.column not in BY_NAME]
    assert_documented(cells, note=" ¹")
