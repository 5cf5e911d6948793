"""Whether a module awaits whatever happens, or may come to its end without."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from pybundle.construct.scan.parse import Node

_ALWAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "ArrayExpression": ("elements",),
    "BinaryExpression": ("left", "right"),
    "BlockStatement": ("body",),
    "CallExpression": ("callee", "arguments"),
    "ConditionalExpression": ("test",),
    "ExportDefaultDeclaration": ("declaration",),
    "ExportNamedDeclaration": ("declaration",),
    "ExpressionStatement": ("expression",),
    "ForInStatement": ("right",),
    "ForOfStatement": ("right",),
    "ForStatement": ("init", "test"),
    "IfStatement": ("test",),
    "ImportExpression": ("source", "options"),
    "LogicalExpression": ("left",),
    "MemberExpression": ("object",),
    "NewExpression": ("callee", "arguments"),
    "ObjectExpression": ("properties",),
    "SequenceExpression": ("expressions",),
    "SpreadElement": ("argument",),
    "SwitchStatement": ("discriminant",),
    "TaggedTemplateExpression": ("tag", "quasi"),
    "TemplateLiteral": ("expressions",),
    "UnaryExpression": ("argument",),
    "UpdateExpression": ("argument",),
    "VariableDeclaration": ("declarations",),
    "VariableDeclarator": ("init",),
    "WhileStatement": ("test",),
}
"""Of each kind of node the parts that are evaluated whenever it is, unless something throws."""
_PATTERNS: Final = ("ArrayPattern", "Identifier", "ObjectPattern")
_LOGICAL: Final = ("??=", "||=", "&&=")


def always_awaits(body: Iterable[Node]) -> bool:
    """Return whether the statements ``body`` of a module come to an ``await`` (or throw)
    whatever their conditions are (ECMA-262, Await). What can't be told counts as no."""
    pending = list(body)
    while pending:
        node = pending.pop()
        kind = node.type
        if kind in ("AwaitExpression", "ThrowStatement") or node.allowAwait:
            return True
        for name in _ALWAYS.get(kind, ()):
            _push(pending, getattr(node, name))
        match kind:
            case "AssignmentExpression":
                _push(pending, node.left if node.left.type == "MemberExpression" else None)
                _push(pending, None if node.operator in _LOGICAL else node.right)
            case "ClassDeclaration" | "ClassExpression":
                pending += (element.key for element in node.body.body if element.computed)
                _push(pending, node.superClass)
            case "LabeledStatement":
                # A `break` may leave a labelled block at any of its statements.
                is_block = node.body.type in ("BlockStatement", "TryStatement")
                _push(pending, None if is_block else node.body)
            case "MemberExpression":
                _push(pending, node.property if node.computed else None)
            case "Property":
                _push(pending, node.key if node.computed else None)
                _push(pending, node.value)
            case "TryStatement":
                _push(pending, node.finalizer)
                if node.handler is None or _starts_with_await(node.block):
                    pending.append(node.block)
    return False


def _push(pending: list[Node], part: Node | list[Node] | None) -> None:
    if isinstance(part, list):
        pending += (node for node in part if node is not None)
    elif part is not None:
        pending.append(part)


def _starts_with_await(block: Node) -> bool:
    """Whether the first that a block does is to await what can't throw before: a literal, or
    ``import()`` of one."""
    node = block.body[0] if block.body else None
    if node is not None and node.type == "VariableDeclaration":
        node = node.declarations[0].init
    elif node is not None and node.type == "ExpressionStatement":
        node = node.expression
    if node is not None and node.type == "AssignmentExpression" and node.operator == "=":
        node = node.right if node.left.type in _PATTERNS else None
    if node is None or node.type != "AwaitExpression":
        return False
    awaited = node.argument
    if awaited.type == "ImportExpression" and awaited.options is None:
        awaited = awaited.source
    return bool(awaited.type == "Literal")
