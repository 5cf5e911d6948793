"""Handlers for what ``require`` depends on: conditions around its calls, ``try`` blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pybundle.construct.declarations import HANDLERS as DECLARATIONS
from pybundle.construct.expressions import HANDLERS as EXPRESSIONS
from pybundle.construct.parse import Node
from pybundle.construct.record import Condition, Guard, Request
from pybundle.construct.scopes import Scope
from pybundle.construct.walk import Handler, Handlers, Walk

_DEPTH: Final = 12
"""Operators of a condition that are looked through, one inside the other."""
_UNKNOWN: Final[Condition] = ("?",)
_EQUAL: Final = ("===", "==", "!==", "!=")


def _call(walk: Walk, node: Node, scope: Scope) -> None:
    callee = node.callee
    walk.calls.append((node, scope))
    if callee.type == "Identifier":
        if callee.name == "require":
            walk.requires.append((node, "require"))
    elif callee.type == "MemberExpression" and not callee.computed:
        head = callee.object
        named = head.type == "Identifier" and head.name == "require"
        if named and callee.property.name == "resolve":
            walk.requires.append((node, "resolve"))
    EXPRESSIONS["CallExpression"](walk, node, scope)


def _if(walk: Walk, node: Node, scope: Scope) -> None:
    _branch(walk, node.test, node.consequent, True)
    _branch(walk, node.test, node.alternate, False)
    DECLARATIONS["IfStatement"](walk, node, scope)


def _conditional(walk: Walk, node: Node, scope: Scope) -> None:
    _branch(walk, node.test, node.consequent, True)
    _branch(walk, node.test, node.alternate, False)
    EXPRESSIONS["ConditionalExpression"](walk, node, scope)


def _logical(walk: Walk, node: Node, scope: Scope) -> None:
    if node.operator != "??":
        _branch(walk, node.left, node.right, node.operator == "&&")
    EXPRESSIONS["LogicalExpression"](walk, node, scope)


def _branch(walk: Walk, test: Node, branch: Node | None, taken: bool) -> None:
    if branch is not None:
        walk.branches.append((*branch.range, test, taken))


def _try(walk: Walk, node: Node, scope: Scope) -> None:
    if node.handler is not None:
        walk.tries.append(node.block.range)
    DECLARATIONS["TryStatement"](walk, node, scope)


def _variables(walk: Walk, node: Node, scope: Scope) -> None:
    holder = scope.variables if node.kind == "var" else scope
    walk.declarators += [(each, holder) for each in node.declarations if each.init is not None]
    DECLARATIONS["VariableDeclaration"](walk, node, scope)


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    walk.declarators.append((node, scope))
    DECLARATIONS["FunctionDeclaration"](walk, node, scope)


def _with(walk: Walk, node: Node, scope: Scope) -> None:
    walk.stack += ((node.body, scope), (node.object, scope))


def _labelled(walk: Walk, node: Node, scope: Scope) -> None:
    walk.stack.append((node.body, scope))


SLOPPY: Final[dict[str, Handler]] = Handlers(LabeledStatement=_labelled, WithStatement=_with)
"""What strict code doesn't have, or reads otherwise."""

HANDLERS: Final[dict[str, Handler]] = Handlers(
    CallExpression=_call,
    ConditionalExpression=_conditional,
    FunctionDeclaration=_function,
    IfStatement=_if,
    LogicalExpression=_logical,
    TryStatement=_try,
    VariableDeclaration=_variables,
)


def requests_of(walk: Walk, is_free: Callable[[Node], bool]) -> list[Request]:
    """Return the requests of the calls of ``require`` that have a constant specifier;
    ``is_free`` tells of an identifier whether it is the loader's ``require``."""
    found = []
    for node, kind in walk.requires:
        callee = node.callee
        head = callee if kind == "require" else callee.object
        if not node.arguments or not is_free(head):
            continue
        specifier = _string(node.arguments[0])
        if specifier is not None:
            (start, end), (first, last) = node.arguments[0].range, node.range
            guards, optional = surroundings(walk, first, last)
            spans = (start, end, first, last)
            found.append(Request(specifier, (), kind, *spans, guards, optional))
    return found


def surroundings(walk: Walk, start: int, end: int) -> tuple[tuple[Guard, ...], bool]:
    """Return the conditions around a span, and whether it stands in a ``try`` block."""
    guards = tuple(
        Guard(_condition(test, _DEPTH), taken)
        for first, last, test, taken in walk.branches
        if first <= start and end <= last
    )
    optional = any(first <= start and end <= last for first, last in walk.tries)
    return _useful(guards), optional


def _string(node: Node) -> str | None:
    if node.type == "Literal" and isinstance(node.value, str) and node.regex is None:
        return str(node.value)
    if node.type == "TemplateLiteral" and not node.expressions:
        return str(node.quasis[0].value.cooked)
    return None


def _useful(guards: tuple[Guard, ...]) -> tuple[Guard, ...]:
    return tuple(guard for guard in guards if guard.condition != _UNKNOWN)


def _condition(node: Node, depth: int) -> Condition:
    if depth == 0:
        return _UNKNOWN
    kind = node.type
    if kind == "Literal":
        plain = node.regex is None and node.bigint is None
        if isinstance(node.value, bool | str) or (node.value is None and node.raw == "null"):
            return ("value", node.value) if plain else _UNKNOWN
        return ("value", float(node.value)) if isinstance(node.value, int | float) else _UNKNOWN
    if kind == "UnaryExpression":
        return _unary(node, depth)
    if kind == "LogicalExpression" and node.operator != "??":
        return _joined(node.operator, node, depth)
    if kind == "BinaryExpression" and node.operator in _EQUAL:
        return _joined(node.operator, node, depth)
    chain = _chain(node)
    return ("name", chain) if chain else _UNKNOWN


def _unary(node: Node, depth: int) -> Condition:
    if node.operator == "!":
        operand = _condition(node.argument, depth - 1)
        return operand if operand == _UNKNOWN else ("!", operand)
    if node.operator == "typeof":
        chain = _chain(node.argument)
        return ("typeof", chain) if chain else _UNKNOWN
    return _UNKNOWN


def _joined(operator: str, node: Node, depth: int) -> Condition:
    left, right = _condition(node.left, depth - 1), _condition(node.right, depth - 1)
    return _UNKNOWN if left == right == _UNKNOWN else (operator, left, right)


def _chain(node: Node) -> str:
    """Return a name or member chain as ``--define`` writes it, or ""."""
    names: list[str] = []
    while node.type == "MemberExpression":
        key = node.property
        if node.computed:
            if key.type != "Literal" or not isinstance(key.value, str):
                return ""
            names.append(key.value)
        else:
            names.append(key.name or "")
        node = node.object
    if node.type != "Identifier":
        return ""
    return ".".join([node.name, *reversed(names)])
