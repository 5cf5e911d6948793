"""A notation for references: ``‹x›`` is one that a record must hold, ``‹x:dw›`` has flags.

The letters: d declaration, w write, h shorthand, p pattern shorthand, c callee, t tag,
s start of an expression statement, e captured by a catch parameter. What stands in no
brackets must be no reference to a module-scope binding or a global.
"""

from __future__ import annotations

import re

from pybundle.construct.record import Binding, GlobalName, ModuleKind, ModuleRecord, Ref, references
from pybundle.construct.scan.scanner import scan

_LETTERS = {
    "w": Ref.WRITE,
    "d": Ref.DECLARATION,
    "h": Ref.SHORTHAND,
    "p": Ref.PATTERN_SHORTHAND,
    "c": Ref.CALLEE,
    "t": Ref.TAG,
    "s": Ref.STATEMENT_START,
    "e": Ref.CAPTURED_BY_CATCH,
}
_MARK = re.compile(r"‹([^:›]*)(?::(\w+))?›")


def module(source: str) -> ModuleRecord:
    """Return the record of ``source`` as an ES module."""
    return scan(source, ModuleKind.ESM)


def unmarked(text: str) -> str:
    """Return the source that ``text`` is the marked form of."""
    return _MARK.sub(lambda match: match[1], text)


def marked(source: str) -> str:
    """Return ``source`` with every reference that its record holds in brackets."""
    record = module(source)
    found: list[tuple[int, int, int]] = []
    owners: tuple[Binding | GlobalName, ...] = (*record.bindings, *record.globals)
    for owner in owners:
        found += references(owner.refs)
    text, position = "", 0
    for start, end, flags in sorted(found):
        letters = "".join(sorted(letter for letter, flag in _LETTERS.items() if flags & flag))
        mark = f"‹{source[start:end]}:{letters}›" if letters else f"‹{source[start:end]}›"
        text += source[position:start] + mark
        position = end
    return text + source[position:]


def normal(text: str) -> str:
    """Return ``text`` with the flags of its marks in alphabetical order."""

    def sorted_mark(match: re.Match[str]) -> str:
        return f"‹{match[1]}:{''.join(sorted(match[2]))}›" if match[2] else match[0]

    return _MARK.sub(sorted_mark, text)
