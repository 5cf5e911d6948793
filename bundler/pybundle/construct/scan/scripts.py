"""Old scripts: which globals their declarations make (ECMA-262,
*GlobalDeclarationInstantiation*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pybundle.construct.record import BindingKind, GlobalDeclaration
from pybundle.construct.scan.parse import Node, bound_names

_LOOPS_OVER: Final = ("ForInStatement", "ForOfStatement")

_HAVE_BODY: Final = (
    *_LOOPS_OVER,
    "WhileStatement",
    "DoWhileStatement",
    "LabeledStatement",
    "WithStatement",
)


def global_declarations(body: list[Node]) -> tuple[GlobalDeclaration, ...]:
    """Return the declarations of a script, with those of variables in nested statements, by
    place; of functions in blocks those that sloppy code sees outside."""
    strict = any(node.directive == "use strict" for node in _prologue(body))
    found: list[GlobalDeclaration] = []
    pending = list(body)
    top = {id(node) for node in body}
    in_block: set[int] = set()
    while pending:
        node = pending.pop()
        kind = node.type
        if kind == "VariableDeclaration":
            if node.kind == "var" or id(node) in top:
                found.append(_variables(node, in_head=False))
        elif kind == "FunctionDeclaration":
            if id(node) in top or (id(node) in in_block and not strict and _is_plain(node)):
                found.append(_named(node, BindingKind.FUNCTION, is_nested=id(node) not in top))
        elif kind == "ClassDeclaration":
            if id(node) in top:
                found.append(_named(node, BindingKind.CLASS, is_nested=False))
        else:
            head = node.left if kind in _LOOPS_OVER else None
            if head is not None and head.type == "VariableDeclaration" and head.kind == "var":
                found.append(_variables(head, in_head=True))
            inner = [child for child in _children(node) if child is not None]
            if kind in ("BlockStatement", "SwitchStatement"):
                in_block.update(map(id, inner))
            pending += inner
    return tuple(sorted(found, key=lambda each: each.start))


def prologue_end(body: list[Node]) -> int:
    """Return where the directives at the start of a script end, 0 if there are none."""
    return max((int(node.range[1]) for node in _prologue(body)), default=0)


def _prologue(body: list[Node]) -> Iterator[Node]:
    for node in body:
        if node.type != "ExpressionStatement" or not isinstance(node.directive, str):
            return
        yield node


def _is_plain(node: Node) -> bool:
    return not node.isAsync and not node.generator


def _children(node: Node) -> Iterator[Node]:
    """Yield the statements in a statement, those of functions and classes not."""
    kind = node.type
    if kind == "BlockStatement":
        yield from node.body
    elif kind == "IfStatement":
        yield from (node.consequent, node.alternate)
    elif kind == "ForStatement":
        if node.init is not None and node.init.type == "VariableDeclaration":
            yield node.init
        yield node.body
    elif kind in _HAVE_BODY:
        yield node.body
    elif kind == "TryStatement":
        yield node.block
        if node.handler is not None:
            yield node.handler.body
        yield node.finalizer
    elif kind == "SwitchStatement":
        for case in node.cases:
            yield from case.consequent


def _variables(node: Node, *, in_head: bool) -> GlobalDeclaration:
    names: list[str] = []
    patterned = False
    for declarator in node.declarations:
        patterned = patterned or declarator.id.type != "Identifier"
        names += (name for name, _ in bound_names(declarator.id))
    first, last = node.declarations[0], node.declarations[-1]
    return GlobalDeclaration(
        BindingKind.VAR if node.kind == "var" else BindingKind.LET,
        tuple(names),
        node.range[0],
        last.range[1],
        first.range[0],
        first.range[0],
        wrapped=patterned and not in_head,
    )


def _named(node: Node, kind: BindingKind, *, is_nested: bool) -> GlobalDeclaration:
    (start, end), (first, last) = node.range, node.id.range
    return GlobalDeclaration(kind, (node.id.name,), start, end, first, last, nested=is_nested)
