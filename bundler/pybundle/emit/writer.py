"""The text of an output while it grows, and where modules stand in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pybundle.emit.edits import Edit


@dataclass(frozen=True, slots=True)
class Segment:
    """Where one module's body stands in the code: ``offset`` is where its first
    statement may begin (a statement can be inserted there), ``end`` where its text
    ends. ``slots`` maps its bindings, by local name, to what they are written as.
    ``edits`` made the text between from the source."""

    module: int
    offset: int
    end: int
    slots: Mapping[str, str]
    edits: tuple[Edit, ...]


class Writer:
    """Pieces of text with a blank line between, and the length so far."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._parts: list[str] = []
        self._length = 0

    def text(self, text: str) -> int:
        """Add a piece (nothing if empty); return where its text begins."""
        if not text:
            return self._length
        gap = "\n" if self._length else ""
        self._parts.append(f"{gap}{text}\n")
        start = self._length + len(gap)
        self._length += len(self._parts[-1])
        return start

    def module(
        self,
        index: int,
        comment: str,
        before: str,
        body: str,
        after: str,
        edits: Sequence[Edit],
        slots: Mapping[str, str],
    ) -> None:
        """Add a module's body under its comment, between ``before`` and ``after`` if these
        are not empty. A module of which nothing is left is not shown."""
        offset = self._length
        if before or body or after:
            lines = [line for line in (comment, before) if line]
            start = len("\n".join(lines)) + 1
            lines += [line for line in (body, after) if line]
            offset = self.text("\n".join(lines)) + start
        self.segments.append(Segment(index, offset, offset + len(body), slots, tuple(edits)))

    def code(self) -> str:
        """Return the whole text."""
        return "".join(self._parts)
