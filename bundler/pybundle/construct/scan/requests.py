"""Module requests: static and dynamic (ECMA-262, *ModuleRequests*, *Import Calls*)."""

from __future__ import annotations

from pybundle.construct.request_record import DynamicImport, Request
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.walk import Walk


def static_request(walk: Walk, declaration: Node) -> int:
    """Add the request of an import or export declaration; return its place (every
    declaration has its own, also where several name the same module)."""
    source = declaration.source
    pairs = [(_key(attribute.key), attribute.value.value) for attribute in declaration.attributes]
    walk.requests.append(
        Request(source.value, tuple(sorted(pairs)), "import", *source.range, *declaration.range)
    )
    return len(walk.requests) - 1


def dynamic_import(walk: Walk, node: Node, scope: Scope) -> None:
    """Note an ``import()``, and its request if the specifier is a constant."""
    argument, options = node.source, node.options
    attributes = _static_attributes(options)
    parts = fixed_parts(argument)
    request = None
    if parts is not None and len(parts) == 1:
        request = Request(parts[0], attributes, "dynamic", *argument.range, *node.range)
        parts = None
    template = tuple(parts) if parts and any(parts) else ()
    choices = () if request or template else _choices(argument)
    guarded = scope.guarded or node.range[0] in walk.guarded
    start, end = node.range
    at, to = argument.range
    call = DynamicImport(start, end, at, to, -1, template, attributes, guarded, choices)
    walk.dynamic_imports.append((request, call))
    walk.stack.append((argument, scope))
    if options is not None:
        walk.stack.append((options, scope))


def _choices(argument: Node) -> tuple[str, ...]:
    """Return the strings of which an expression is always one, in source order, but for the empty
    one, which means no module; none if that isn't plain."""
    found: list[str] = []
    pending = [argument]
    while pending:
        node = pending.pop()
        if node.type == "ConditionalExpression":
            pending += (node.alternate, node.consequent)
        elif node.type == "LogicalExpression":
            pending += (node.right, node.left)
        elif node.type == "SequenceExpression":
            pending.append(node.expressions[-1])
        else:
            text = constant_text(node)
            if text is None:
                return ()
            found.append(text)
    return tuple(dict.fromkeys(filter(None, found)))


def constant_text(argument: Node) -> str | None:
    """Return the string that an expression always is; None if that isn't plain."""
    parts = fixed_parts(argument)
    return parts[0] if parts is not None and len(parts) == 1 else None


def fixed_parts(argument: Node) -> list[str] | None:
    """Return the constant parts of a string expression, one more than it has holes;
    None if it is no string for sure."""
    operands = []
    while argument.type == "BinaryExpression" and argument.operator == "+":
        operands.append(argument.right)
        argument = argument.left
    operands.append(argument)
    operands.reverse()
    first = next((i for i, operand in enumerate(operands) if _is_text(operand)), None)
    if first is None:
        return None
    # What stands before the first string is added up, then made a string: one hole.
    parts = ["", ""] if first else [""]
    for operand in operands[first:]:
        if _is_string(operand):
            parts[-1] += operand.value
        elif operand.type == "TemplateLiteral":
            quasis = [quasi.value.cooked for quasi in operand.quasis]
            parts[-1] += quasis[0]
            parts += quasis[1:]
        else:
            parts.append("")
    return parts


def _is_text(node: Node) -> bool:
    return _is_string(node) or bool(node.type == "TemplateLiteral")


def _is_string(node: Node) -> bool:
    return node.type == "Literal" and isinstance(node.value, str) and node.regex is None


def _static_attributes(options: Node | None) -> tuple[tuple[str, str], ...]:
    """Return the import attributes that ``{ with: { … } }`` gives, as far as they are
    constants."""
    clause = _constant_properties(options).get("with")
    found = _constant_properties(clause)
    return tuple(sorted((key, node.value) for key, node in found.items() if _is_string(node)))


def _constant_properties(node: Node | None) -> dict[str, Node]:
    if node is None or node.type != "ObjectExpression":
        return {}
    return {
        _key(property.key): property.value
        for property in node.properties
        if property.type == "Property" and not property.computed and property.kind == "init"
    }


def _key(node: Node) -> str:
    return str(node.name if node.type == "Identifier" else node.value)
