"""Binding and assignment patterns (ECMA-262, *Destructuring*)."""

from __future__ import annotations

from pybundle.construct.record import Ref
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.walk import Walk


def bound_identifiers(walk: Walk, pattern: Node, scope: Scope) -> list[Node]:
    """Return the identifiers that ``pattern`` binds or assigns, and note what else is
    in it: defaults, computed keys and member expressions are pushed for ``scope``."""
    if pattern.type == "Identifier":
        return [pattern]
    found: list[Node] = []
    todo = [pattern]
    while todo:
        node = todo.pop()
        kind = node.type
        if kind == "Identifier":
            found.append(node)
        elif kind == "AssignmentPattern":
            if node.left.type == "Identifier":
                walk.name_from(node.left, node.right, node.range[0])
            walk.stack.append((node.right, scope))
            todo.append(node.left)
        elif kind == "ArrayPattern":
            todo += [element for element in node.elements if element is not None]
        elif kind == "ObjectPattern":
            _properties(walk, node, scope, todo)
        elif kind == "RestElement":
            todo.append(node.argument)
        else:
            if kind == "MemberExpression":
                walk.written.add(node.range[1])
            walk.stack.append((node, scope))
    return found


def _properties(walk: Walk, pattern: Node, scope: Scope, todo: list[Node]) -> None:
    for property in pattern.properties:
        if property.type == "RestElement":
            todo.append(property.argument)
            continue
        if property.computed or property.key.type == "Literal":
            walk.stack.append((property.key, scope))
        value = property.value
        if property.shorthand:
            target = value.left if value.type == "AssignmentPattern" else value
            walk.mark(target, Ref.PATTERN_SHORTHAND)
        todo.append(value)


def assign(walk: Walk, target: Node, scope: Scope) -> None:
    """Note that ``target``, a simple target or a pattern, is assigned in ``scope``."""
    for identifier in bound_identifiers(walk, target, scope):
        walk.mark(identifier, Ref.WRITE)
        scope.refs[identifier.name].append(identifier)
