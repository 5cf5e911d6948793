"""Whether sloppy code may have what strict code may not (ECMA-262, *The Strict Mode of
ECMAScript*), seen while it is walked over: only where it may is it parsed once more as strict
code, to know what is wrong and where.

Every early error of strict code that sloppy code doesn't have must be noticed here; what is
noticed in vain costs time and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from pybundle.construct.record import Ref
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.walk import Handler, Walk

_RESTRICTED: Final = frozenset(("arguments", "eval"))
"""Names that strict code neither binds nor assigns."""
_RESERVED: Final = frozenset(
    (
        *("await", "implements", "interface", "let", "package", "private", "protected"),
        *("public", "static", "yield"),
    )
)
"""Words that strict code of a module has no identifiers of."""
_UNBOUND: Final = _RESTRICTED | _RESERVED
_OCTAL_ESCAPE: Final = re.compile(r"\\(?:[1-9]|0[0-9])")
_HTML_COMMENT: Final = re.compile(r"<!--|(?:\A|[\n\r\u2028\u2029]|\*/)\s*-->")


def may_be_sloppy(walk: Walk) -> bool:
    """Whether the file that ``walk`` has gone over, whose names are not resolved yet, may have
    what strict code may not."""
    if walk.is_sloppy or not _UNBOUND.isdisjoint(walk.declared):
        return True
    if _HTML_COMMENT.search(walk.source) is not None:
        return True
    return any(_names_differ(walk, scope) for scope in walk.scopes)


def _names_differ(walk: Walk, scope: Scope) -> bool:
    refs = scope.refs
    if not (_UNBOUND.isdisjoint(scope.names) and _RESERVED.isdisjoint(refs)):
        return True
    return any(
        walk.flags.get(node.range[0], 0) & Ref.WRITE
        for name in _RESTRICTED
        for node in refs.get(name, ())
    )


def noticing(handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    """Return ``handlers`` that also notice syntax that strict code doesn't have."""
    noticed = {kind: _with_check(check, handlers[kind]) for kind, check in _CHECKS.items()}
    return {**handlers, **noticed}


def _with_check(check: Callable[[Node], bool], handler: Handler) -> Handler:
    def handle(walk: Walk, node: Node, scope: Scope) -> None:
        if check(node):
            walk.is_sloppy = True
        handler(walk, node, scope)

    return handle


def _with(node: Node) -> bool:
    return True


def _literal(node: Node) -> bool:
    """Whether a literal is a number that starts with a zero, or has an octal escape."""
    raw: str = node.raw
    if "\\" in raw:
        return node.regex is None and _OCTAL_ESCAPE.search(raw) is not None
    return raw[0] == "0" and raw[1:2].isdigit()


def _has_octal_key(node: Node) -> bool:
    return any(
        each.key is not None and each.key.type == "Literal" and _literal(each.key)
        for each in node.properties
    )


def _deletes_name(node: Node) -> bool:
    return bool(node.operator == "delete" and node.argument.type == "Identifier")


def _has_value(node: Node) -> bool:
    """Whether the variable of a ``for`` is given a value before."""
    head = node.left
    return head.type == "VariableDeclaration" and head.declarations[0].init is not None


def _is_function(node: Node | None) -> bool:
    return node is not None and bool(node.type == "FunctionDeclaration")


def _if(node: Node) -> bool:
    return _is_function(node.consequent) or _is_function(node.alternate)


def _labelled(node: Node) -> bool:
    return node.label.name in _RESERVED or _is_function(node.body)


def _block(node: Node) -> bool:
    return _repeats(node.body)


def _switch(node: Node) -> bool:
    return _repeats([statement for case in node.cases for statement in case.consequent])


def _repeats(statements: list[Node]) -> bool:
    """Whether two functions of a block have one name."""
    names = [each.id.name for each in statements if each.type == "FunctionDeclaration"]
    return len(names) > 1 and len(set(names)) < len(names)


def _function(node: Node) -> bool:
    """Whether two parameters have one name, which only simple ones may."""
    names = [each.name for each in node.params if each.type == "Identifier"]
    return len(names) > 1 and len(set(names)) < len(names)


_CHECKS: Final[dict[str, Callable[[Node], bool]]] = {
    "BlockStatement": _block,
    "ForInStatement": _has_value,
    "FunctionDeclaration": _function,
    "FunctionExpression": _function,
    "IfStatement": _if,
    "LabeledStatement": _labelled,
    "Literal": _literal,
    "ObjectExpression": _has_octal_key,
    "SwitchStatement": _switch,
    "UnaryExpression": _deletes_name,
    "WithStatement": _with,
}
