"""The text of an output while it grows."""

from __future__ import annotations


class Writer:
    """Pieces of text with a blank line between, and the length so far."""

    def __init__(self) -> None:
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

    def module(self, comment: str, before: str, body: str, after: str) -> int:
        """Add a module's body under its comment, between ``before`` and ``after`` if these
        are not empty; return where the body begins. A module of which nothing is left is
        not shown."""
        if not (before or body or after):
            return self._length
        lines = [line for line in (comment, before) if line]
        start = len("\n".join(lines)) + 1
        lines += [body] if body else []
        lines += [after] if after else []
        return self.text("\n".join(lines)) + start

    def code(self) -> str:
        """Return the whole text."""
        return "".join(self._parts)
