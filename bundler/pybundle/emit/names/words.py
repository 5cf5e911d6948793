"""Words of the language that names must keep clear of, and names made from file names."""

from __future__ import annotations

import re
from typing import Final

RESERVED: Final = frozenset(
    """
    break case catch class const continue debugger default delete do else enum export
    extends false finally for function if import in instanceof new null return super
    switch this throw true try typeof var void while with
    implements interface let package private protected public static yield
    await async eval arguments undefined NaN Infinity
    """.split()
)
"""ReservedWords, the words of strict code, what everybody reads, and ``async`` (``for
(async of`` is a syntax error)."""

_NOT_IDENTIFIER = re.compile(r"[^0-9A-Za-z_$]+")
_ASCII_IDENTIFIER = re.compile(r"[A-Za-z_$][0-9A-Za-z_$]*\Z")


def is_identifier(text: str) -> bool:
    """Whether ``text`` is an IdentifierName of ASCII letters: what can stand unquoted."""
    return _ASCII_IDENTIFIER.match(text) is not None


def identifier_from(name: str) -> str:
    """Return an identifier that recalls the file or specifier ``name``.

    ``lib/date-utils.js`` gives ``dateUtils``; ``lib/dates/index.js`` gives ``dates``.
    """
    path = re.split(r"[?#]", name, maxsplit=1)[0].rstrip("/")
    parts = [part for part in re.split(r"[/\\:]", path) if part] or ["module"]
    stem = parts[-1].split(".")[0] or parts[-1].strip(".")
    if stem in ("index", "main", "mod") and len(parts) > 1 and parts[-2].strip("."):
        stem = parts[-2]
    words = [word for word in _NOT_IDENTIFIER.split(stem) if word] or ["module"]
    text = words[0] + "".join(word[:1].upper() + word[1:] for word in words[1:])
    if text[0].isdigit() or text in RESERVED:
        text = f"_{text}"
    return text
