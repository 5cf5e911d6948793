"""What goes wrong with one specifier or file, before it has a place in a source."""

from __future__ import annotations

import json

from pybundle.diagnostics import Diagnostic, Place

Note = tuple[str, Place | None]


class Problem(Exception):
    """An error of resolving or loading.

    ``code``, ``text``, ``hint`` and ``notes`` are those of the diagnostic; ``place``
    is None where the error belongs to the specifier that was being resolved.
    """

    def __init__(
        self,
        code: str,
        text: str,
        *,
        hint: str = "",
        notes: tuple[Note, ...] = (),
        place: Place | None = None,
    ) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.hint = hint
        self.notes = notes
        self.place = place

    def diagnostic(self, place: Place | None, notes: tuple[Note, ...] = ()) -> Diagnostic:
        """Return it as an error at its own place, or else at ``place``, with ``notes``
        after its own."""
        at = self.place or place
        return Diagnostic(self.code, "error", self.text, at, self.hint, self.notes + notes)


def quoted(text: object) -> str:
    """Return a string (or other JSON value) as it stands in a message: in double quotes,
    on one line, printable."""
    plain = isinstance(text, str) and text.isprintable()
    return json.dumps(text, ensure_ascii=not plain)


def shown(text: str) -> str:
    """Return a string as it stands in a message without quotes, if it is printable."""
    return text if text.isprintable() else quoted(text)
