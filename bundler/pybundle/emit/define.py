"""``--define``: free names and member chains that become constants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pybundle.construct.module_map import Module
from pybundle.construct.record import GlobalName, Ref, Use
from pybundle.emit.edits import Edit, replace

_INLINE = re.compile(
    r"""(?: "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*'      # strings
        | [A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*      # names, member chains, literals
        | [0-9][0-9.eE]* )\Z""",
    re.VERBOSE,
)


def is_inline(expression: str) -> bool:
    """Whether an expression can replace a name anywhere: one that begins with neither an
    operator nor a bracket. Others are held by a constant."""
    return _INLINE.match(expression) is not None


def define_edits(module: Module, defines: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits that put the values of ``defines`` (name or member chain → text)
    in place of what they name, where it is free and read."""
    free = {name.name: name for name in module.record.globals}
    for key, text in defines.items():
        first, *rest = key.split(".")
        if first not in free:
            continue
        if rest:
            yield from _chain_edits(module.source, free[first], tuple(rest), text)
        else:
            yield from _name_edits(module.source, free[first], text)


def _name_edits(source: str, name: GlobalName, text: str) -> Iterator[Edit]:
    for at in range(0, len(name.refs), 3):
        start, end, flags = name.refs[at : at + 3]
        if flags & Ref.WRITE:
            continue
        key = f"{source[start:end]}: " if flags & Ref.SHORTHAND else ""
        yield replace(start, end, key + _spaced(source, end, text))


def _chain_edits(source: str, name: GlobalName, keys: tuple[str, ...], text: str) -> Iterator[Edit]:
    depth = len(keys)
    for member in name.members:
        if member.names[:depth] != keys:
            continue
        if len(member.names) == depth and member.use == Use.WRITE:
            continue
        end = member.ends[depth - 1]
        yield replace(member.start, end, _spaced(source, end, text))


def _spaced(source: str, end: int, text: str) -> str:
    """``1.x`` would be a number followed by a name."""
    return f"{text} " if text[0].isdigit() and source[end : end + 1] == "." else text
