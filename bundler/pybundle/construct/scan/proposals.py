"""Syntax that is newer than ECMAScript 2026, and that some engines know: how it is recognised where
the parser stops.

``using``, ``defer``, ``source`` and ``accessor`` are ordinary names elsewhere. So a text is only
taken for one of these where it gets further with syntax of today in their place, which is as long
(``const`` for ``using``, ``static`` for ``accessor``, nothing for the others).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pybundle.construct.scan.trivia import has_line_end, skip_trivia

_WORDS: Final = ("using", "accessor", "defer", "source", "from")
_NEAR: Final = 200
"""How far before the place of an error its word is looked for, comments between them included."""
_NAME: Final = r"(?:[\w$]|[^\x00-\x7f]|\\u)+"
_BINDING: Final = re.compile(_NAME)
_ELEMENT: Final = re.compile(rf"""#?{_NAME}|"[^"]*"|'[^']*'""")
_INITIALIZER: Final = re.compile(r"=(?![=>])|of\b")
_PART: Final = re.compile(r"[\w$\\]")

_USING: Final = "Declarations with 'using' are newer than ECMAScript 2026: compile them away first."
_ACCESSOR: Final = "Fields with 'accessor' are not part of ECMAScript yet: compile them away first."
_PHASE: Final = "'{0}' is newer than ECMAScript 2026: compile it away first."
_PHASES: Final = ("defer", "source")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text may be: ``source`` is as long as the original, and has syntax of today in place
    of what is newer; ``hint`` says what to do if the parser gets further in it."""

    source: str
    hint: str


def readings(source: str, at: int) -> Iterator[Reading]:
    """Yield what ``source`` may be, which the parser can't read on at the offset ``at``."""
    for start, end in _words_before(source, at):
        word = source[start:end]
        if word == "using":
            yield from _using(source, start, at)
        elif word == "accessor":
            yield from _accessor(source, start, at)
        elif word in _PHASES:
            yield from _import(source, start, end)
        else:  # the name of ``import source from from "m"``
            for phase in _words_before(source, start):
                yield from _import(source, *phase)


def _words_before(source: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where one of the words stands as the last token before ``at``, as far as the text
    alone tells."""
    for word in _WORDS:
        start = source.rfind(word, max(at - _NEAR, 0), at)
        while start >= 0:
            end = start + len(word)
            if _is_whole(source, start, end) and skip_trivia(source, end) == at:
                yield start, end
            start = source.rfind(word, max(at - _NEAR, 0), start)


def _is_whole(source: str, start: int, end: int) -> bool:
    before, after = source[max(start - 1, 0) : start], source[end : end + 1]
    return not (_PART.match(before) or _PART.match(after))


def _using(source: str, start: int, at: int) -> Iterator[Reading]:
    name = _BINDING.match(source, at)
    if name is None or has_line_end(source, start, at):
        return
    if _INITIALIZER.match(source, skip_trivia(source, name.end())) is None:
        return
    yield Reading(f"{source[:start]}const{source[start + 5 :]}", _USING)
    waits = source.rfind("await", max(start - _NEAR, 0), start)
    if waits >= 0 and _is_last(source, waits, waits + 5, start):
        yield Reading(f"{source[:waits]}{' ' * (start - waits)}const{source[start + 5 :]}", _USING)


def _is_last(source: str, start: int, end: int, at: int) -> bool:
    """Whether a word is the token before ``at``, on the same line."""
    is_before = skip_trivia(source, end) == at and not has_line_end(source, end, at)
    return is_before and _is_whole(source, start, end)


def _accessor(source: str, start: int, at: int) -> Iterator[Reading]:
    name = _ELEMENT.match(source, at)
    if (name is None and source[at : at + 1] != "[") or has_line_end(source, start, at):
        return
    if name is not None and source.startswith("(", skip_trivia(source, name.end())):
        return
    yield Reading(f"{source[:start]}static  {source[start + 8 :]}", _ACCESSOR)
    static = source.rfind("static", max(start - _NEAR, 0), start)
    if static >= 0 and skip_trivia(source, static + 6) == start:
        yield Reading(f"{source[:start]}{' ' * 8}{source[start + 8 :]}", _ACCESSOR)


def _import(source: str, start: int, end: int) -> Iterator[Reading]:
    """``import defer * as ns from``, ``import source x from``; ``import.defer(…)``."""
    phase = source[start:end]
    keyword = source.rfind("import", max(start - _NEAR, 0), start)
    if phase not in _PHASES or keyword < 0 or not _is_whole(source, keyword, keyword + 6):
        return
    blank = " " * (end - start)
    after = skip_trivia(source, keyword + 6)
    if after == start:
        if _is_deferred(source, end) if phase == "defer" else _has_binding(source, end):
            text = f"{source[:start]}{blank}{source[end:]}"
            yield Reading(text, _PHASE.format(f"import {phase}"))
    elif (
        source.startswith(".", after)
        and skip_trivia(source, after + 1) == start
        and source.startswith("(", skip_trivia(source, end))
    ):
        text = f"{source[:after]} {source[after + 1 : start]}{blank}{source[end:]}"
        yield Reading(text, _PHASE.format(f"import.{phase}()"))


def _is_deferred(source: str, end: int) -> bool:
    return source.startswith("*", skip_trivia(source, end))


def _has_binding(source: str, end: int) -> bool:
    """Whether a name and ``from`` follow."""
    name = _BINDING.match(source, skip_trivia(source, end))
    return name is not None and source.startswith("from", skip_trivia(source, name.end()))
