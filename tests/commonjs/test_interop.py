"""The table of docs/interop.md is what Node and bundles really do."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commonjs.interop import Cell, all_cells, table

DOCUMENT = Path(__file__).parents[2] / "docs" / "interop.md"
UNSEEN = frozenset(
    {"`module.exports = { x: 1 }`", "`this.x = 1`", "a getter", "names put together"}
    | {"a string", "`null`"}
)
"""Exports whose names Node's import of CommonJS does not find in the text, or that have none."""
BY_NAME = frozenset(
    {"`import { x }`", "`import * as ns`", "`import()` in an ES module", "`import()` in CommonJS"}
)


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> list[Cell]:
    return all_cells(tmp_path_factory.mktemp("interop") / "cells")


def test_all_cells_are_equal_but_for_names_that_node_does_not_see(cells: list[Cell]) -> None:
    assert len(cells) >= 120
    different = [cell for cell in cells if cell.node != cell.bundle]
    assert not [
        cell for cell in different if cell.exporter not in UNSEEN or cell.importer not in BY_NAME
    ]


def test_the_document_has_the_table(cells: list[Cell]) -> None:
    assert table(cells) in DOCUMENT.read_text("utf-8"), "paste:\n" + table(cells)
