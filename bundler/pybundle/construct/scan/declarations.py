"""Handlers for declarations, functions, classes and the statements that have scopes.

The rules are ECMA-262's for strict code: functions in blocks are block scoped, a
class's name is bound once more inside of it, parameters that aren't simple have a
scope of their own, heads of ``for`` too.
"""

from __future__ import annotations

from typing import Final

from pybundle.construct.record import BindingKind
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.patterns import assign, bound_identifiers
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.trivia import skip_trivia
from pybundle.construct.scan.walk import ANONYMOUS, Handler, Handlers, Walk, refuse_reserved

_KINDS: Final = {"let": BindingKind.LET, "const": BindingKind.CONST}


def _nothing(walk: Walk, node: Node, scope: Scope) -> None:
    pass


def _is_lexical(statement: Node) -> bool:
    kind = statement.type
    if kind == "VariableDeclaration":
        return bool(statement.kind != "var")
    return kind in ("FunctionDeclaration", "ClassDeclaration")


def _block(walk: Walk, node: Node, scope: Scope) -> None:
    body = node.body
    if any(map(_is_lexical, body)):
        scope = walk.scope(scope, *node.range)
    walk.stack += [(statement, scope) for statement in body]


def _expression_statement(walk: Walk, node: Node, scope: Scope) -> None:
    walk.starts.add(node.range[0])
    walk.stack.append((node.expression, scope))


def declare_variables(walk: Walk, node: Node, scope: Scope) -> list[Node]:
    """Handle a *VariableStatement* or *LexicalDeclaration*; return the identifiers that
    it binds."""
    holder = scope.variables if node.kind == "var" else scope
    found = []
    for declarator in node.declarations:
        target, value = declarator.id, declarator.init
        if value is not None:
            walk.stack.append((value, scope))
            if value.type in ANONYMOUS and target.type == "Identifier":
                walk.name_from(target, value, target.range[0])
                if holder is walk.module:
                    walk.values[target.name] = value
        found += declare_pattern(walk, target, scope, node.kind)
    return found


def declare_pattern(walk: Walk, pattern: Node, scope: Scope, kind: str) -> list[Node]:
    """Bind the names of ``pattern`` in ``scope`` (or where a ``var`` is hoisted to);
    ``kind`` is the declaration's keyword. Return the identifiers."""
    identifiers = bound_identifiers(walk, pattern, scope)
    for identifier in identifiers:
        if kind == "var":
            walk.declare_variable(identifier, scope)
        else:
            walk.declare(identifier, scope, _KINDS[kind])
    return identifiers


def _function_declaration(walk: Walk, node: Node, scope: Scope) -> None:
    start, end = node.range
    if node.id is not None:
        walk.declare(node.id, scope, BindingKind.FUNCTION)
        if scope is walk.module:
            walk.values[node.id.name] = node
        start = node.id.range[1]
    inner = walk.function_scope(scope, start, end)
    inner.has_arguments = True
    _function_parts(walk, node, inner)


def _function_expression(walk: Walk, node: Node, scope: Scope) -> None:
    inner = walk.function_scope(scope, *node.range)
    inner.has_arguments = True
    if node.id is not None:
        inner.names.add(node.id.name)
    _function_parts(walk, node, inner)


def _arrow(walk: Walk, node: Node, scope: Scope) -> None:
    inner = walk.function_scope(scope, *node.range)
    inner.receiver = scope.receiver
    _function_parts(walk, node, inner)


def _function_parts(walk: Walk, node: Node, scope: Scope) -> None:
    body, inner = node.body, scope
    for parameter in node.params:
        if parameter.type == "Identifier":
            scope.names.add(parameter.name)
        else:
            if inner is scope:
                # Functions in parameter expressions don't see the body's bindings.
                inner = walk.scope(scope, *body.range)
                inner.variables = inner
            for identifier in bound_identifiers(walk, parameter, scope):
                scope.names.add(identifier.name)
    if body.type == "BlockStatement":
        walk.stack += [(statement, inner) for statement in body.body]
    else:
        walk.stack.append((body, inner))


def _class(walk: Walk, node: Node, scope: Scope) -> None:
    start, end = node.range
    if node.id is not None:
        if node.type == "ClassDeclaration":
            walk.declare(node.id, scope, BindingKind.CLASS)
            start = node.id.range[1]
        scope = walk.scope(scope, start, end)
        scope.names.add(node.id.name)
    if node.superClass is not None:
        walk.stack.append((node.superClass, scope))
    for element in node.body.body:
        if element.computed:
            walk.stack.append((element.key, scope))
        if element.type == "StaticBlock":
            inner = walk.function_scope(scope, *element.range)
            walk.stack += [(statement, inner) for statement in element.body]
        elif element.type == "MethodDefinition":
            walk.stack.append((element.value, scope))
        elif element.value is not None:
            inner = walk.function_scope(scope, *element.value.range)
            walk.stack.append((element.value, inner))


def _loop(walk: Walk, node: Node, scope: Scope) -> None:
    if scope.top:
        walk.loop = True
    walk.stack += ((node.body, scope), (node.test, scope))


def _for(walk: Walk, node: Node, scope: Scope) -> None:
    if scope.top:
        walk.loop = True
    if node.init is not None:
        if node.init.type == "VariableDeclaration" and node.init.kind != "var":
            scope = walk.scope(scope, *node.range)
        walk.stack.append((node.init, scope))
    walk.push_all([node.body, node.update, node.test], scope)


def _for_each(walk: Walk, node: Node, scope: Scope) -> None:
    start, end = node.range
    if scope.top:
        walk.loop = True
        if node.allowAwait:
            walk.awaits.append(skip_trivia(walk.source, start + len("for")))
    head = node.left
    if head.type != "VariableDeclaration":
        assign(walk, head, scope)
    else:
        if head.kind != "var":
            # What is looped over sees the names of the head, in their TDZ.
            scope = walk.scope(scope, start, end)
        found = declare_pattern(walk, head.declarations[0].id, scope, head.kind)
        if head.kind == "var" and scope.variables is walk.module:
            walk.redeclared.update(identifier.name for identifier in found)
    walk.stack += ((node.body, scope), (node.right, scope))


def _switch(walk: Walk, node: Node, scope: Scope) -> None:
    walk.stack.append((node.discriminant, scope))
    cases = node.cases
    if any(_is_lexical(statement) for case in cases for statement in case.consequent):
        scope = walk.scope(scope, cases[0].range[0], node.range[1])
    for case in cases:
        if case.test is not None:
            walk.stack.append((case.test, scope))
        walk.stack += [(statement, scope) for statement in case.consequent]


def _try(walk: Walk, node: Node, scope: Scope) -> None:
    walk.push_all([node.finalizer, node.handler], scope)
    if node.handler is not None:
        scope = walk.scope(scope, *node.block.range)
        scope.guarded = True
    walk.stack.append((node.block, scope))


def _catch(walk: Walk, node: Node, scope: Scope) -> None:
    parameter = node.param
    if parameter is not None:
        scope = walk.scope(scope, *node.range)
        if parameter.type == "Identifier":
            scope.catch_parameter = parameter
        scope.names.update(
            identifier.name for identifier in bound_identifiers(walk, parameter, scope)
        )
    walk.stack.append((node.body, scope))


def _if(walk: Walk, node: Node, scope: Scope) -> None:
    walk.push_all([node.alternate, node.consequent, node.test], scope)


def _labelled(walk: Walk, node: Node, scope: Scope) -> None:
    refuse_reserved(node.label)
    walk.stack.append((node.body, scope))


def _argument(walk: Walk, node: Node, scope: Scope) -> None:
    if node.argument is not None:
        walk.stack.append((node.argument, scope))


HANDLERS: Final[dict[str, Handler]] = Handlers(
    ArrowFunctionExpression=_arrow,
    BlockStatement=_block,
    BreakStatement=_nothing,
    CatchClause=_catch,
    ClassDeclaration=_class,
    ClassExpression=_class,
    ContinueStatement=_nothing,
    DebuggerStatement=_nothing,
    DoWhileStatement=_loop,
    EmptyStatement=_nothing,
    ExpressionStatement=_expression_statement,
    ForInStatement=_for_each,
    ForOfStatement=_for_each,
    ForStatement=_for,
    FunctionDeclaration=_function_declaration,
    FunctionExpression=_function_expression,
    IfStatement=_if,
    LabeledStatement=_labelled,
    ReturnStatement=_argument,
    SwitchStatement=_switch,
    ThrowStatement=_argument,
    TryStatement=_try,
    VariableDeclaration=declare_variables,
    WhileStatement=_loop,
)
