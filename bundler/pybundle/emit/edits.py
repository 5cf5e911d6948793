"""Edits on a module's text: the author's text stays, spans of it are replaced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

CLOSE: Final = 0
"""Order of a text that ends something that stands before it."""
END: Final = 1
"""Order of a ``;`` at a statement's end: after all that closes inside it."""
OPEN: Final = 2
"""Order of a text that stands before, or in place of, what follows."""


class Edit(NamedTuple):
    """Replace ``source[start:end]`` by ``text``. At one ``start``, edits apply by
    ``order``, then by ``rank`` (inner closing texts before outer ones)."""

    start: int
    order: int
    rank: int
    end: int
    text: str


def replace(start: int, end: int, text: str) -> Edit:
    """Replace a span."""
    return Edit(start, OPEN, 0, end, text)


def replace_whole(start: int, end: int, text: str) -> Edit:
    """Replace a span, whatever else is to be done within it."""
    return Edit(start, OPEN, -2, end, text)


def insert_before(at: int, text: str) -> Edit:
    """Insert ``text`` in front of what begins at ``at`` (whose own replacement, if any,
    follows it)."""
    return Edit(at, OPEN, -1, at, text)


def insert_after(at: int, text: str, opened_at: int) -> Edit:
    """Insert ``text`` behind what ends at ``at`` and began at ``opened_at``."""
    return Edit(at, CLOSE, -opened_at, at, text)


def end_statement(at: int) -> Edit:
    """Insert the ``;`` that a statement which ends at ``at`` went without."""
    return Edit(at, END, 0, at, ";")


def apply(source: str, edits: Iterable[Edit], start: int, end: int) -> str:
    """Return ``source[start:end]`` with ``edits`` applied. Edits must not overlap,
    save that an edit inside a span that an earlier edit replaced is dropped."""
    parts: list[str] = []
    at = start
    for edit in sorted(edits):
        if edit.start < at:
            continue
        parts.append(source[at : edit.start])
        parts.append(edit.text)
        at = edit.end
    parts.append(source[at:end])
    return "".join(parts)
