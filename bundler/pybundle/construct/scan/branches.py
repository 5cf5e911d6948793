"""Handlers for what ``require`` depends on: conditions around its calls, ``try`` blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from pybundle.construct.request_record import Condition, Guard, Request, RequireTemplate
from pybundle.construct.scan.declarations import HANDLERS as DECLARATIONS
from pybundle.construct.scan.expressions import HANDLERS as EXPRESSIONS
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.requests import fixed_parts
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.walk import Handler, Handlers, Walk

_DEPTH: Final = 12
"""Operators of a condition that are looked through, one inside the other."""
_UNKNOWN: Final[Condition] = ("?",)
_EQUAL: Final = ("===", "==", "!==", "!=")


def _call(walk: Walk, node: Node, scope: Scope) -> None:
    callee = node.callee
    walk.calls.append((node, scope))
    if callee.type == "Identifier":
        if callee.name in walk.loaders:
            walk.requires.append((node, "require", not scope.top))
    elif callee.type == "MemberExpression" and callee.object.type == "Identifier":
        head, key = callee.object.name, _key(callee)
        if key == "resolve" and head in walk.loaders:
            walk.requires.append((node, "resolve", not scope.top))
        elif key == "require" and head == "module":
            walk.requires.append((node, "require", not scope.top))
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
        walk.tries.append(node.range)
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


def requests_of(
    walk: Walk, is_free: Callable[[Node], bool]
) -> tuple[list[Request], tuple[RequireTemplate, ...]]:
    """Return the requests of the calls of ``require`` that have a constant specifier, and
    those with a template, in source order; ``is_free`` tells of an identifier whether it is
    the loader's ``require``, or the ``module`` of CommonJS."""
    found: list[Request] = []
    templates: list[RequireTemplate] = []
    for node, kind, deferred in walk.requires:
        callee = node.callee
        head = callee if callee.type == "Identifier" else callee.object
        parts = fixed_parts(node.arguments[0]) if node.arguments and is_free(head) else None
        if parts is None:
            continue
        start, end = node.range
        guards, optional = surroundings(walk, start, end)
        first, last = node.arguments[0].range
        spans = (first, last, start, end)
        if len(parts) == 1:
            found.append(Request(parts[0], (), kind, *spans, guards, optional, deferred))
        elif any(parts):
            templates.append(RequireTemplate(kind, tuple(parts), *spans, guards, optional))
    return found, tuple(sorted(templates, key=lambda call: call.statement_start))


def surroundings(walk: Walk, start: int, end: int) -> tuple[tuple[Guard, ...], bool]:
    """Return the conditions around a span, and whether it stands in a ``try`` statement that
    catches."""
    guards = _useful(
        Guard(_condition(test, _DEPTH), taken)
        for first, last, test, taken in walk.branches
        if first <= start and end <= last
    )
    optional = any(first <= start and end <= last for first, last in walk.tries)
    return guards, optional


def _useful(guards: Iterable[Guard]) -> tuple[Guard, ...]:
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


def _key(member: Node) -> str | None:
    """Return the key of a member expression, as far as it is a constant."""
    key = member.property
    if not member.computed:
        return key.name or ""
    return key.value if key.type == "Literal" and isinstance(key.value, str) else None


def _chain(node: Node) -> str:
    """Return a name or member chain as ``--define`` writes it, or ""."""
    names: list[str] = []
    while node.type == "MemberExpression":
        key = _key(node)
        if key is None:
            return ""
        names.append(key)
        node = node.object
    if node.type != "Identifier":
        return ""
    return ".".join([node.name, *reversed(names)])
