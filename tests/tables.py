"""Tables of what modules of one system get of those of another, as docs/interop.md has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).parents[1] / "docs" / "interop.md"


@dataclass(frozen=True, slots=True)
class Cell:
    """One combination: its keys, and what happened in the original (None: there is none that
    anything runs) and in the bundle."""

    row: str
    column: str
    original: str | None
    bundle: str


def places(
    folder: Path, rows: Iterable[str], columns: Iterable[str]
) -> dict[tuple[str, str], Path]:
    """Return a new folder for each combination, in order."""
    columns = tuple(columns)
    return {
        (row, column): folder / f"{i}-{j}"
        for i, row in enumerate(rows)
        for j, column in enumerate(columns)
    }


def cells(
    keys: Iterable[tuple[str, str]], originals: Sequence[str] | None, bundles: Sequence[str]
) -> list[Cell]:
    """Return the cells of combinations."""
    expected: Sequence[str | None] = [None] * len(bundles) if originals is None else originals
    both = zip(keys, expected, bundles, strict=True)
    return [Cell(*key, original, made) for key, original, made in both]


def assert_documented(found: Sequence[Cell], note: str = "") -> None:
    """Assert that the document has the table; ``note`` marks in it where a bundle differs."""
    text = table({(cell.row, cell.column): _text(cell, note) for cell in found})
    assert text in DOCUMENT.read_text("utf-8"), "paste:\n" + text


def _text(cell: Cell, note: str) -> str:
    shown = cell.bundle.replace("\n", " / ")
    if cell.original in (None, cell.bundle):
        return f"`{shown}`"
    return f"`{cell.original}`, bundle `{shown}`{note}"


def table(texts: Mapping[tuple[str, str], str]) -> str:
    """Return texts, by row and column, as a table in Markdown; rows and columns are in the order
    in which they come first."""
    rows = list(dict.fromkeys(row for row, _ in texts))
    columns = list(dict.fromkeys(column for _, column in texts))
    lines = ["| | " + " | ".join(columns) + " |", "| --- " * (len(columns) + 1) + "|"]
    for row in rows:
        lines.append(f"| {row} | " + " | ".join(texts[row, column] for column in columns) + " |")
    return "\n".join(lines)
