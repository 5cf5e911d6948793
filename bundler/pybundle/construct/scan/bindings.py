"""What names stand for in a file that has been walked, by the scopes that bind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pybundle.construct.record import Ref
from pybundle.construct.scan.literals import FUNCTIONS
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.walk import Walk

_NAME: Final = re.compile(r"[\w$]+")


class Bindings:
    """Names of one file, by the scopes that bind them; for files that have been walked and
    whose scopes have not been released."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._calls: dict[tuple[int, int], tuple[Node, Sequence[Node]]] = {}
        for call, _ in walk.calls:
            callee, arguments = call.callee, call.arguments
            if callee.type == "MemberExpression" and not callee.computed:
                if callee.property.name == "call":
                    arguments = arguments[1:]
                callee = callee.object
            if callee.type in FUNCTIONS:
                self._calls[tuple(callee.range)] = (callee, arguments)
        self._written: set[str] | None = None

    def binder(self, name: str, scope: Scope) -> Scope | None:
        """Return the scope that binds ``name`` as seen from ``scope``, None if none does."""
        at: Scope | None = scope
        while at is not None:
            if name in (self._walk.declared if at is self._walk.module else at.names):
                return at
            at = at.parent
        return None

    def is_free(self, name: str, scope: Scope) -> bool:
        """Whether ``name`` is a global as seen from ``scope``."""
        return self.binder(name, scope) is None

    def value(self, name: str, scope: Scope) -> Node | None:
        """Return the expression (or function declaration) that ``name`` always stands for:
        that of its one declaration, or the argument of a function that is called where it
        stands."""
        binder = self.binder(name, scope)
        if binder is None or name in self._assigned():
            return None
        found = [
            node
            for node, holder in self._walk.declarators
            if holder is binder and declares(node, name)
        ]
        if len(found) == 1:
            return found[0] if found[0].type == "FunctionDeclaration" else found[0].init
        return None if found else self.argument(name, binder)

    def argument(self, name: str, binder: Scope) -> Node | None:
        """Return the argument that a function, called where it stands, gets for ``name``."""
        callee, arguments = self._calls.get((binder.start, binder.end), (None, ()))
        if callee is None:
            return None
        for parameter, argument in zip(callee.params, arguments, strict=False):
            if parameter.type == "Identifier" and parameter.name == name:
                return argument
        return None

    def look(self, node: Node, scope: Scope) -> Node | None:
        """Return what an identifier in ``scope`` always stands for, or None."""
        return self.value(node.name, scope) if node.type == "Identifier" else None

    def _assigned(self) -> set[str]:
        if self._written is None:
            source = self._walk.source
            written = (at for at, flag in self._walk.flags.items() if flag & Ref.WRITE)
            matches = (_NAME.match(source, at) for at in written)
            self._written = {found[0] for found in matches if found}
        return self._written


def declares(node: Node, name: str) -> bool:
    """Whether a declarator, or a declaration of a function, binds just ``name``."""
    return node.id is not None and node.id.type == "Identifier" and node.id.name == name
