"""Handlers for expressions."""

from __future__ import annotations

from typing import Final

from pybundle.construct.record import AssetUrl, Ref
from pybundle.construct.scan.parse import Node, ScanError
from pybundle.construct.scan.patterns import assign
from pybundle.construct.scan.requests import constant_text, dynamic_import
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.walk import Handler, Handlers, Walk

_LONGEST_CHAIN: Final = 16
"""Calls on a promise that are looked through."""
_NAMING_OPERATORS: Final = ("=", "??=", "||=", "&&=")


def _nothing(walk: Walk, node: Node, scope: Scope) -> None:
    pass


def _identifier(walk: Walk, node: Node, scope: Scope) -> None:
    scope.refs[node.name].append(node)


def _this(walk: Walk, node: Node, scope: Scope) -> None:
    receiver = scope.receiver
    if receiver is walk.module:
        walk.this_starts.append(node.range[0])
    else:
        receiver.uses_this = True


def _pair(walk: Walk, node: Node, scope: Scope) -> None:
    walk.stack += ((node.right, scope), (node.left, scope))


def _argument(walk: Walk, node: Node, scope: Scope) -> None:
    if node.argument is not None:
        walk.stack.append((node.argument, scope))


def _inner(walk: Walk, node: Node, scope: Scope) -> None:
    walk.stack.append((node.expression, scope))


def _array(walk: Walk, node: Node, scope: Scope) -> None:
    walk.push_all(node.elements, scope)


def _expressions(walk: Walk, node: Node, scope: Scope) -> None:
    walk.push_all(node.expressions, scope)


def _conditional(walk: Walk, node: Node, scope: Scope) -> None:
    walk.stack += ((node.alternate, scope), (node.consequent, scope), (node.test, scope))


def _member(walk: Walk, node: Node, scope: Scope) -> None:
    outermost = node
    while True:
        if node.computed:
            walk.stack.append((node.property, scope))
        inner = node.object
        kind = inner.type
        if kind != "MemberExpression":
            break
        node = inner
    if kind == "Identifier":
        scope.refs[inner.name].append(inner)
        walk.chains[inner.range[0]] = outermost
    elif kind == "ThisExpression":
        _this(walk, inner, scope)
    elif kind == "MetaProperty":
        if inner.meta.name == "import":
            walk.meta_properties.append((inner, node))
    else:
        walk.stack.append((inner, scope))


def _meta_property(walk: Walk, node: Node, scope: Scope) -> None:
    if node.meta.name == "import":
        walk.meta_properties.append((node, None))


def _callee(walk: Walk, node: Node, flag: int) -> None:
    """Note that ``node`` is called: as the callee of a call or the tag of a template."""
    if node.type == "ChainExpression":  # only in parentheses, which keep its `this`
        node = node.expression
    if node.type == "Identifier":
        walk.mark(node, flag)
    elif node.type == "MemberExpression":
        walk.called.add(node.range[1])


def _catch(walk: Walk, callee: Node, arguments: int) -> None:
    """Note that the promise of an ``import()`` is caught where it is made: by ``.catch(f)``
    or ``.then(f, g)``, or after some ``.then(f)``."""
    if callee.property.name != "catch" and (callee.property.name != "then" or arguments < 2):
        return
    node = callee.object
    for _ in range(_LONGEST_CHAIN):
        if node.type == "ImportExpression":
            walk.guarded.add(node.range[0])
        if node.type != "CallExpression" or node.callee.type != "MemberExpression":
            return
        node = node.callee.object


def _call(walk: Walk, node: Node, scope: Scope) -> None:
    callee = node.callee
    _callee(walk, callee, Ref.CALLEE)
    if callee.type == "MemberExpression" and callee.property.type == "Identifier":
        _catch(walk, callee, len(node.arguments))
    if callee.type == "Identifier" and callee.name == "eval" and not node.optional:
        walk.direct_evals.append(callee.range[0])
        scope.receiver.uses_this = True
    walk.stack += [(argument, scope) for argument in node.arguments]
    walk.stack.append((callee, scope))


def _asset_url(walk: Walk, node: Node) -> None:
    """Note ``new URL(specifier, import.meta.url)``."""
    argument, base = node.arguments
    specifier = constant_text(argument)
    if specifier is None or base.type != "MemberExpression" or base.computed:
        return
    if base.property.name == "url" and base.object.type == "MetaProperty":
        start, end = argument.range
        found = AssetUrl(specifier, start, end, base.object.range[0])
        walk.asset_urls.append((node.callee.range[0], found))


def _new(walk: Walk, node: Node, scope: Scope) -> None:
    walk.push_all(node.arguments, scope)
    walk.stack.append((node.callee, scope))
    if len(node.arguments) == 2 and node.callee.type == "Identifier" and node.callee.name == "URL":
        _asset_url(walk, node)


def _tagged(walk: Walk, node: Node, scope: Scope) -> None:
    _callee(walk, node.tag, Ref.TAG)
    walk.stack += ((node.quasi, scope), (node.tag, scope))


def _assignment(walk: Walk, node: Node, scope: Scope) -> None:
    target, value = node.left, node.right
    if target.type == "Identifier" and node.operator in _NAMING_OPERATORS:
        walk.name_from(target, value, node.range[0])
    assign(walk, target, scope)
    walk.stack.append((value, scope))


def _update(walk: Walk, node: Node, scope: Scope) -> None:
    if node.prefix and node.operator == "--":
        # `a <!--b` is all that a script reads otherwise: what it takes for a comment at the
        # start of a line, `-->`, no module can have there (`--` would be a prefix of `>`).
        start = node.range[0] - len("<!")
        if walk.source.startswith("<!", max(start, 0)) and walk.source[start - 1] != "<":
            walk.script_comments.append(start)
    assign(walk, node.argument, scope)


def _unary(walk: Walk, node: Node, scope: Scope) -> None:
    argument = node.argument
    if node.operator == "delete":
        operand = argument.expression if argument.type == "ChainExpression" else argument
        if operand.type == "MemberExpression":
            walk.written.add(operand.range[1])
    walk.stack.append((argument, scope))


def _object(walk: Walk, node: Node, scope: Scope) -> None:
    for property in node.properties:
        if property.type == "Property":
            if property.computed:
                walk.stack.append((property.key, scope))
            if property.shorthand:
                walk.mark(property.value, Ref.SHORTHAND)
            walk.stack.append((property.value, scope))
        else:
            walk.stack.append((property.argument, scope))


def _await(walk: Walk, node: Node, scope: Scope) -> None:
    if scope.top:
        walk.awaits.append(node.range[0])
    walk.stack.append((node.argument, scope))


def _no_arrow(walk: Walk, node: Node, scope: Scope) -> None:
    # The parser lets `(a, )` pass as an expression, which only parameters can be.
    start, end = node.params[0].range[0], node.params[-1].range[1]
    raise ScanError("Syntax error: expected '=>' after these parameters", start, end)


HANDLERS: Final[dict[str, Handler]] = Handlers(
    ArrayExpression=_array,
    ArrowParameterPlaceHolder=_no_arrow,
    AssignmentExpression=_assignment,
    AwaitExpression=_await,
    BinaryExpression=_pair,
    CallExpression=_call,
    ChainExpression=_inner,
    ConditionalExpression=_conditional,
    Identifier=_identifier,
    ImportExpression=dynamic_import,
    Literal=_nothing,
    LogicalExpression=_pair,
    MemberExpression=_member,
    MetaProperty=_meta_property,
    NewExpression=_new,
    ObjectExpression=_object,
    PrivateIdentifier=_nothing,
    SequenceExpression=_expressions,
    SpreadElement=_argument,
    Super=_this,
    TaggedTemplateExpression=_tagged,
    TemplateLiteral=_expressions,
    ThisExpression=_this,
    UnaryExpression=_unary,
    UpdateExpression=_update,
    YieldExpression=_argument,
)
