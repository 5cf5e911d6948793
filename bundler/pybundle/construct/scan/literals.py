"""Constants in source text: what an expression always is, as JSON data.

For what loaders of AMD and CMD are told: ids, and objects that configure them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pybundle.construct.scan.parse import Node

Look = Callable[[Node], Node | None]
"""Gives the expression that an identifier always stands for, or None."""

Unknown = tuple[str, int, int]
"""A part that isn't constant: its keys, joined by dots, and its span."""

FUNCTIONS: Final = ("FunctionExpression", "ArrowFunctionExpression", "FunctionDeclaration")
_DEPTH: Final = 40
"""Expressions that are looked through, one inside the other."""


class NotConstant(Exception):
    """An expression that isn't constant."""


def constant(node: Node, look: Look, depth: int = _DEPTH) -> Any:
    """Return the value of an expression: strings, numbers, booleans, None, lists and
    dictionaries; a regular expression is one with ``pattern`` and ``flags``. Raises
    NotConstant."""
    unknown: list[Unknown] = []
    value = constant_parts(node, look, unknown, depth=depth)
    if unknown:
        raise NotConstant
    return value


def constant_parts(
    node: Node, look: Look, unknown: list[Unknown], path: str = "", *, depth: int = _DEPTH
) -> Any:
    """Return the value of an expression without the properties and elements that aren't
    constant, which are added to ``unknown``; None if it has no constant value itself.
    Functions are None, and not unknown."""
    if depth == 0:
        unknown.append((path, *node.range))
        return None
    kind = node.type
    if kind == "ObjectExpression":
        return _object(node, look, unknown, path, depth - 1)
    if kind == "ArrayExpression":
        return _array(node, look, unknown, path, depth - 1)
    if kind in FUNCTIONS:
        return None
    try:
        return _plain(node, look, depth - 1)
    except NotConstant:
        pass
    meant = look(node) if kind == "Identifier" else None
    if meant is None:
        unknown.append((path, *node.range))
        return None
    return constant_parts(meant, look, unknown, path, depth=depth - 1)


def _object(node: Node, look: Look, unknown: list[Unknown], path: str, depth: int) -> Any:
    made: dict[str, Any] = {}
    for each in node.properties:
        if each.type != "Property" or each.computed or each.kind != "init":
            unknown.append((path, *each.range))
            continue
        key = str(each.key.name if each.key.type == "Identifier" else each.key.value)
        inner = f"{path}.{key}" if path else key
        before = len(unknown)
        value = constant_parts(each.value, look, unknown, inner, depth=depth)
        if len(unknown) == before or isinstance(value, dict | list):
            made[key] = value
    return made


def _array(node: Node, look: Look, unknown: list[Unknown], path: str, depth: int) -> Any:
    made = []
    for number, each in enumerate(node.elements):
        if each is None or each.type == "SpreadElement":
            unknown.append((path, *(each or node).range))
            continue
        before = len(unknown)
        inner = f"{path}.{number}" if path else str(number)
        value = constant_parts(each, look, unknown, inner, depth=depth)
        if len(unknown) == before or isinstance(value, dict | list):
            made.append(value)
    return made


def _plain(node: Node, look: Look, depth: int) -> Any:
    kind = node.type
    if kind == "Literal":
        if node.regex is not None:
            return {"pattern": node.regex.pattern, "flags": node.regex.flags}
        if node.bigint is None:
            return node.value
    elif kind == "TemplateLiteral" and not node.expressions:
        return str(node.quasis[0].value.cooked)
    elif kind == "BinaryExpression" and node.operator == "+":
        left, right = constant(node.left, look, depth), constant(node.right, look, depth)
        if isinstance(left, str) and isinstance(right, str):
            return left + right
    elif kind == "UnaryExpression" and node.operator in ("!", "-"):
        operand = constant(node.argument, look, depth)
        if node.operator == "!" and not isinstance(operand, dict | list):
            return not operand
        if isinstance(operand, int | float) and not isinstance(operand, bool):
            return -operand
    raise NotConstant
