"""The module-level statements of a record."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from pybundle.construct.record import Binding, Ref, Statement, StatementKind
from pybundle.construct.scan.entries import after_default
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.trivia import skip_trivia

_KINDS: Final = {
    "ClassDeclaration": StatementKind.CLASS,
    "ExportAllDeclaration": StatementKind.EXPORT_LIST,
    "ExpressionStatement": StatementKind.EXPRESSION,
    "FunctionDeclaration": StatementKind.FUNCTION,
    "ImportDeclaration": StatementKind.IMPORT,
    "VariableDeclaration": StatementKind.VARIABLES,
}
_ENDS_IN_SEMICOLON: Final = frozenset(
    (
        "BreakStatement",
        "ContinueStatement",
        "DebuggerStatement",
        "DoWhileStatement",
        "ExportAllDeclaration",
        "ExpressionStatement",
        "ImportDeclaration",
        "ReturnStatement",
        "ThrowStatement",
        "VariableDeclaration",
    )
)
_ENDS_IN_BODY: Final = frozenset(
    ("ForInStatement", "ForOfStatement", "ForStatement", "LabeledStatement", "WhileStatement")
)


def statements(
    source: str, nodes: list[Node], loops: list[bool], bindings: tuple[Binding, ...]
) -> tuple[Statement, ...]:
    """Return the statements that ``nodes``, the body of a module, stand for;
    ``loops[i]`` says whether module-level code of ``nodes[i]`` has a loop."""
    starts = [node.range[0] for node in nodes]
    declares: list[list[int]] = [[] for _ in nodes]
    reads: list[list[int]] = [[] for _ in nodes]
    for index, binding in enumerate(bindings):
        refs = binding.refs
        for start, flags in zip(refs[::3], refs[2::3], strict=True):
            found = declares if flags & Ref.DECLARATION else reads
            _add(found[bisect_right(starts, start) - 1], index)
        _add(declares[bisect_right(starts, binding.start) - 1], index)
    return tuple(
        _statement(source, node, loop, tuple(declared), tuple(read))
        for node, loop, declared, read in zip(nodes, loops, declares, reads, strict=True)
    )


def _add(found: list[int], index: int) -> None:
    if not found or found[-1] != index:
        found.append(index)


def _statement(
    source: str, node: Node, loop: bool, declares: tuple[int, ...], reads: tuple[int, ...]
) -> Statement:
    start, end = node.range
    kind, inner, name_at = _shape(source, node)
    asi = source[end - 1] != ";" and _needs_semicolon(node)
    return Statement(kind, start, end, inner, name_at, asi, loop, declares, reads)


def _shape(source: str, node: Node) -> tuple[StatementKind, int, int]:
    """Return ``kind``, ``inner`` and ``name_at`` of the statement."""
    start = node.range[0]
    if node.type == "ExportNamedDeclaration":
        if node.declaration is None:
            return StatementKind.EXPORT_LIST, start, -1
        return _KINDS[node.declaration.type], node.declaration.range[0], -1
    if node.type == "ExportDefaultDeclaration":
        return _default_shape(source, node)
    if node.directive is not None:
        return StatementKind.DIRECTIVE, start, -1
    return _KINDS.get(node.type, StatementKind.OTHER), start, -1


def _default_shape(source: str, node: Node) -> tuple[StatementKind, int, int]:
    declaration = node.declaration
    inner = declaration.range[0]
    if declaration.type in ("FunctionDeclaration", "ClassDeclaration") and declaration.id:
        return _KINDS[declaration.type], inner, -1
    if declaration.type != "FunctionDeclaration":
        return StatementKind.EXPORT_DEFAULT, after_default(source, node.range[0]), -1
    name_at = inner
    if declaration.isAsync:
        name_at = skip_trivia(source, name_at + len("async"))
    name_at += len("function")
    if declaration.generator:
        name_at = skip_trivia(source, name_at) + len("*")
    return StatementKind.EXPORT_DEFAULT_FUNCTION, inner, name_at


def _needs_semicolon(node: Node) -> bool:
    """Whether the statement ends in a ``;``, written or inserted."""
    while True:
        kind = node.type
        if kind in _ENDS_IN_SEMICOLON:
            return True
        if kind in _ENDS_IN_BODY:
            node = node.body
        elif kind == "IfStatement":
            node = node.consequent if node.alternate is None else node.alternate
        elif kind == "ExportDefaultDeclaration":
            return node.declaration.type not in ("FunctionDeclaration", "ClassDeclaration")
        elif kind == "ExportNamedDeclaration":
            if node.declaration is None:
                return True
            node = node.declaration
        else:
            return False
