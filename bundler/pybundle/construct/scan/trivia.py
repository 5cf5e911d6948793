"""White space and comments between tokens (ECMA-262, *Lexical Grammar*)."""

from __future__ import annotations

import re

_TRIVIA = re.compile(r"[\s\ufeff]+|//[^\n\r\u2028\u2029]*|/\*[\s\S]*?\*/")
_LINE_END = re.compile(r"[\n\r\u2028\u2029]")
_MAGIC = re.compile(r"/[/*][#@][ \t]*source(?:Mapping)?URL=")


def skip_trivia(source: str, offset: int) -> int:
    """Return the offset of the first token of ``source`` at or after ``offset``, which
    must not stand inside a token or comment."""
    while match := _TRIVIA.match(source, offset):
        offset = match.end()
    return offset


def hashbang(source: str) -> str:
    """Return the first line if it is a *HashbangComment*, without its end, else ""."""
    if not source.startswith("#!"):
        return ""
    match = _LINE_END.search(source)
    return source[: match.start()] if match else source


def magic_offsets(source: str) -> list[int]:
    """Return where the text of a ``sourceMappingURL`` or ``sourceURL`` comment begins,
    be it a comment or part of a string."""
    if "URL=" not in source:
        return []
    return [match.start() for match in _MAGIC.finditer(source)]


def has_line_end(source: str, start: int, end: int) -> bool:
    """Whether ``source[start:end]`` holds a *LineTerminator*."""
    return _LINE_END.search(source, start, end) is not None
