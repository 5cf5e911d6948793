"""Diagnostics for people: message, place, the code with a mark under it, and what to do.

Everything is made as ``Piece`` values (text and style), which are joined where no
colours are wanted and given to rich, loaded only then, where they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TextIO

from pybundle.diagnostics import Diagnostic, Place

TAB: Final = "    "
ELLIPSIS: Final = "..."
STYLES: Final = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


class Piece(NamedTuple):
    """Some text and its rich style ("" for none)."""

    text: str
    style: str = ""


def show(
    diagnostics: Sequence[Diagnostic], file: TextIO, *, color: bool = False, width: int = 100
) -> None:
    """Write all diagnostics and their count to ``file``; ``width`` is in terminal cells."""
    pieces = list(render(diagnostics, width))
    if not color:
        file.write("".join(piece.text for piece in pieces))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=file, force_terminal=True, highlight=False, soft_wrap=True)
    console.print(Text.assemble(*pieces), end="")


def render(diagnostics: Sequence[Diagnostic], width: int = 100) -> Iterator[Piece]:
    """Yield the pieces of all diagnostics, in their order, and a last line that counts them."""
    for diagnostic in diagnostics:
        yield from _diagnostic(diagnostic, width)
        yield Piece("\n")
    if diagnostics:
        yield Piece(count(diagnostics) + "\n")


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """Return ``"2 errors, 1 warning"``."""
    totals = dict.fromkeys(STYLES, 0)
    for diagnostic in diagnostics:
        totals[diagnostic.severity] += 1
    return ", ".join(
        f"{number} {severity}{'' if number == 1 else 's'}"
        for severity, number in totals.items()
        if number
    )


def _diagnostic(diagnostic: Diagnostic, width: int) -> Iterator[Piece]:
    style = STYLES[diagnostic.severity]
    yield Piece(diagnostic.severity, style)
    yield Piece(f": {printable(diagnostic.text)} ", "bold")
    yield Piece(f"[{diagnostic.code}]\n", "dim")
    if diagnostic.place:
        yield from _frame(diagnostic.place, width, style)
    for text, place in diagnostic.notes:
        yield Piece("  note", STYLES["note"])
        yield Piece(f": {printable(text)}\n")
        if place:
            yield from _frame(place, width, STYLES["note"])
    if diagnostic.hint:
        yield Piece("  help", "bold green")
        yield Piece(f": {printable(diagnostic.hint)}\n")


def _frame(place: Place, width: int, style: str) -> Iterator[Piece]:
    number = str(place.line)
    margin = " " * (len(number) + 1)
    where = f"{printable(place.file)}:{place.line}:{place.column}"
    yield Piece(f"{margin}--> ", "blue")
    yield Piece(f"{where}\n")
    if not place.text.strip():
        return
    line, before, marked = crop(place, max(width - len(margin) - 4, 20))
    yield Piece(f"{margin} |\n{number}  | ", "blue")
    yield Piece(f"{line}\n")
    yield Piece(f"{margin} | ", "blue")
    yield Piece(f"{' ' * before}{'^' * marked}\n", style)


def crop(place: Place, room: int) -> tuple[str, int, int]:
    """Return the place's line as shown, the cells before the mark, and the mark's cells.

    A line wider than ``room`` cells (minified code) is cut around the mark, which
    starts in the first half; what is cut off is replaced by dots. Works in time
    proportional to ``room``, however long the line is.
    """
    first = min(place.column - 1, len(place.text))
    last = min(first + max(place.length, 1), len(place.text))
    left, cells = first, 0
    budget = room - 2 * len(ELLIPSIS)
    if len(place.text) <= room and sum(map(cell_width, place.text)) <= room:
        left, budget = 0, room
    while left > 0 and (step := cell_width(place.text[left - 1])) + cells <= budget // 2:
        left, cells = left - 1, cells + step
    right, cells = left, 0
    while right < len(place.text) and (step := cell_width(place.text[right])) + cells <= budget:
        right, cells = right + 1, cells + step
    lead = ELLIPSIS if left else ""
    text = place.text
    before = len(lead) + sum(map(cell_width, text[left:first]))
    marked = sum(map(cell_width, text[first : min(last, right)]))
    shown = lead + "".join(map(cell, text[left:right])) + (ELLIPSIS if right < len(text) else "")
    return shown, before, max(marked, 1)


def cell(char: str) -> str:
    """Return what is shown for one character: tabs as spaces, controls as pictures."""
    if char == "\t":
        return TAB
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if 0x7F <= code < 0xA0 or unicodedata.category(char) in ("Cf", "Cs", "Zl", "Zp"):
        return f"<{code:X}>"
    return char


def cell_width(char: str) -> int:
    """Return how many terminal cells ``cell(char)`` takes."""
    if " " <= char <= "~":
        return 1
    shown = cell(char)
    if len(shown) > 1 or shown != char:
        return len(shown)
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def printable(text: str) -> str:
    """Return ``text`` without anything that could steer a terminal."""
    if text.isprintable():
        return text
    return "".join(char if char == "\n" else cell(char) for char in text)
