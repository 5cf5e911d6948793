"""Diagnostics: what a build has to say, as data.

Every phase reports problems as ``Diagnostic`` values; all errors of a phase are
raised together in one ``BundleError``. Rendering for people is ``report.py``'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

_LINE_END: Final = re.compile("\r\n|[\n\r\u2028\u2029]")
_OTHER_LINE_END: Final = re.compile("[\r\u2028\u2029]")

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: ``line`` counts from 1, ``column`` from 1 in Unicode scalar
    values; ``length`` is that of the underlined text (at least 1) on that line;
    ``text`` is the line itself, without its end."""

    file: str
    line: int
    column: int
    length: int = 1
    text: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message. ``code`` is stable (``unresolved-import``); ``text`` says what is
    wrong and why, in one sentence; ``hint`` what to do; ``notes`` add further lines
    (what was tried, the chain of re-exports), each with a place or None."""

    code: str
    severity: Severity
    text: str
    place: Place | None = None
    hint: str = ""
    notes: tuple[tuple[str, Place | None], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the diagnostic as JSON-serialisable data (keys as the fields')."""
        return {
            "code": self.code,
            "severity": self.severity,
            "text": self.text,
            "place": _place_json(self.place),
            "hint": self.hint,
            "notes": [{"text": text, "place": _place_json(place)} for text, place in self.notes],
        }


class BundleError(Exception):
    """The build failed. ``diagnostics`` holds every error of the phase that failed,
    and the warnings before it."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        super().__init__()
        self.diagnostics = tuple(diagnostics)

    def __str__(self) -> str:
        lines = []
        for d in self.diagnostics:
            at = f"{d.place.file}:{d.place.line}:{d.place.column}: " if d.place else ""
            lines.append(f"{at}{d.severity}: {d.text} [{d.code}]")
        return "\n".join(lines)


def merged(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what several builds say of the same files with each thing said once, errors first.

    What says the same of the same place is one, with the notes of all. Where it is an error
    somewhere, it is no warning."""
    said: dict[object, Diagnostic] = {}
    for found in sorted(diagnostics, key=lambda each: each.severity != "error"):
        key = (found.code, found.text, found.place)
        first = said.setdefault(key, found)
        if first.severity == found.severity and first.notes != found.notes:
            notes = tuple(dict.fromkeys((*first.notes, *found.notes)))
            said[key] = replace(first, notes=notes)
    return tuple(said.values())


def place_of(file: str, source: str, start: int, end: int | None = None) -> Place:
    """Return the place of ``source[start:end]``. Lines end as ECMA-262's
    *LineTerminatorSequence* says (LF, CR, CRLF, U+2028, U+2029)."""
    line, line_start = 1, 0
    if _OTHER_LINE_END.search(source, 0, start) is None:
        line += source.count("\n", 0, start)
        line_start = source.rfind("\n", 0, start) + 1
    else:
        for line_end in _LINE_END.finditer(source):
            if line_end.end() > start:
                break
            line, line_start = line + 1, line_end.end()
    following = _LINE_END.search(source, line_start)
    stop = following.start() if following else len(source)
    length = max(1, min(end if end is not None else start + 1, stop) - start)
    return Place(file, line, start - line_start + 1, length, source[line_start:stop])


def _place_json(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "text": place.text,
    }
