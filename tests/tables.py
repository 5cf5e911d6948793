"""Tables of what modules of one system get of those of another, as docs/interop.md has them."""

from __future__ import annotations

from collections.abc import Mapping


def table(cells: Mapping[tuple[str, str], str]) -> str:
    """Return cells, by row and column, as a table in Markdown; rows and columns are in the order
    in which they come first."""
    rows = list(dict.fromkeys(row for row, _ in cells))
    columns = list(dict.fromkeys(column for _, column in cells))
    lines = ["| | " + " | ".join(columns) + " |", "| --- " * (len(columns) + 1) + "|"]
    for row in rows:
        lines.append(f"| {row} | " + " | ".join(cells[row, column] for column in columns) + " |")
    return "\n".join(lines)
