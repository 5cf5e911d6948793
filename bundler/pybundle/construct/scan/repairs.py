"""What esprima-fork 5.0 reads wrongly after ``export default`` and ``import``, put right.

After ``export default`` it ends the expression behind the ``]`` or ``}`` where it begins with
an array or object literal (``export default [a, b].map(f)``), it refuses the identifier
``from`` there, and it leaves the ``;`` of an expression that begins with ``async`` to an empty
statement. The first two are parsed again with ``var`` in place of the keywords, at
the same offsets. And it takes ``import "."`` for the beginning of ``import.meta``: that is
parsed again with another specifier of the same length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from pybundle.construct.scan.parse import Node, ScanError, parse_module, parser
from pybundle.construct.scan.trivia import has_line_end, skip_trivia

_IMPORT: Final = re.compile(r"\bimport\b")
_DOT: Final = re.compile(r"""(["'])(\.|\\\.|\\x2[eE]|\\u002[eE]|\\u\{0*2[eE]\})\1""")
_EXPORT: Final = re.compile(r"\bexport\b")
_DEFAULT: Final = re.compile(r"default\b")
_STARTS: Final = re.compile(r"[\[{]|from\b")
_CONTINUES: Final = re.compile(r"[(\[`+\-*/.?<>&|^%=,]|!=|in(?:stanceof)?\b")


def parse_body(source: str) -> list[Node]:
    """Return the statements of ``source``, a *Module*; raise ``ScanError`` as
    ``parse_module`` does. Call it within ``parsing()``."""
    try:
        return _body(source)
    except ScanError:
        dots = _imports_of_dot(source)
        if not dots:
            raise
    return _with_dots(source, dots)


def _body(source: str) -> list[Node]:
    """Return the statements of ``source``, in which no ``import`` is of one dot."""
    try:
        body: list[Node] = parse_module(source).body
    except ScanError as error:
        start = _last_default(source, error.start)
        if start is None:
            raise
        return _as_variable(source, start, error)
    for i, node in enumerate(body):
        if node.type == "ExportDefaultDeclaration":
            return _checked(source, body, i)
    return body


def _imports_of_dot(source: str) -> dict[int, tuple[int, int]]:
    """Return, for each ``import`` in front of a string of one dot, where that is."""
    found = {}
    for match in _IMPORT.finditer(source):
        dot = _DOT.match(source, skip_trivia(source, match.end()))
        if dot is not None:
            found[match.start()] = dot.span(2)
    return found


def _with_dots(source: str, dots: Mapping[int, tuple[int, int]]) -> list[Node]:
    """Return the body of ``source``, of which ``dots`` may be imports."""
    text = source
    for start, end in dots.values():
        text = f"{text[:start]}{'x' * (end - start)}{text[end:]}"
    body = _body(text)
    found = {node.range[0]: node for node in body if node.type == "ImportDeclaration"}
    real = {start: span for start, span in dots.items() if start in found}
    if len(real) < len(dots):  # others stand in strings or comments
        return _with_dots(source, real)
    for start in real:
        found[start].source.value = "."
    return body


def _checked(source: str, body: list[Node], i: int) -> list[Node]:
    """Return ``body``, of which ``body[i]`` is an ``export default``, as it should be."""
    node = body[i]
    start, end = node.range
    following = skip_trivia(source, end)
    if source[end - 1] == ";" or following == len(source):
        return body
    kind = node.declaration.type
    if kind in ("ArrayExpression", "ObjectExpression"):
        if node.declaration.range[1] == end and _CONTINUES.match(source, following):
            refused = ScanError("Syntax error: unexpected end of an export", end - 1, end)
            return _as_variable(source, start, refused)
    elif kind not in ("FunctionDeclaration", "ClassDeclaration"):
        if source[following] == ";":
            node.range = [start, following + 1]
            del body[i + 1]
        elif not has_line_end(source, end, following):
            raise ScanError("Syntax error: expected ';' or a new line", following, following + 1)
    return body


def _last_default(source: str, before: int) -> int | None:
    """Return where the last ``export default`` before an offset begins that this
    module is about, or None."""
    found = None
    for match in _EXPORT.finditer(source, 0, before):
        default = _DEFAULT.match(source, skip_trivia(source, match.end()))
        if default and _STARTS.match(source, skip_trivia(source, default.end())):
            found = match.start()
    return found


def _as_variable(source: str, start: int, error: ScanError) -> list[Node]:
    """Return the body of ``source`` with the ``export default`` at ``start`` parsed as
    a declaration, then made an *ExportDeclaration* again. If that fails too, raise
    what stopped the parser further on: that, or ``error``."""
    default = skip_trivia(source, start + len("export"))
    name = next(f"{char}_" for char in map(chr, range(0x4E00, 0x9FFF)) if char not in source)
    between = source[start + len("export") : default]
    rest = source[default + len("default") :]
    try:
        tree = parse_module(f"{source[:start]}var {name}{between}=      {rest}")
    except ScanError as second:
        raise (second if second.start > error.start else error) from None
    body: list[Node] = tree.body
    for i, node in enumerate(body):
        if node.range[0] == start and len(node.declarations) == 1:
            make: Callable[[Any], Node] = parser().nodes.ExportDefaultDeclaration
            body[i] = make(node.declarations[0].init)
            body[i].range = node.range
            if _default_exports(body) == 1:
                return body
    raise error


def _default_exports(body: list[Node]) -> int:
    count = 0
    for node in body:
        if node.type == "ExportDefaultDeclaration":
            count += 1
        names = [specifier.exported for specifier in node.specifiers or ()]
        for name in (*names, node.exported):
            count += name is not None and "default" in (name.name, name.value)
    return count
