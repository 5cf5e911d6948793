"""What a CMD module tells Sea.js: calls of ``define``, ``require.async``, ``seajs.use`` and
``seajs.config``.

As Sea.js sees them: dependencies are those of the array, or what its regular expression finds
in the text of the factory, which always gets ``require``, ``exports`` and ``module``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pybundle.construct.constants import is_dead
from pybundle.construct.scan.branches import surroundings
from pybundle.construct.scan.definitions import LoaderCalls, LoaderScan
from pybundle.construct.scan.literals import NotConstant, constant
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.wrapper import required_in_cmd_text

LOADER: Final = "seajs"
NOT_AMD: Final[Mapping[str, str]] = {"define.amd": "undefined"}
"""What Sea.js' ``define`` lacks."""
_LONGEST_CHAIN: Final = 64
"""Calls one on the result of the other that are looked through."""
_CHAINED: Final = ("use", "config", "on", "off", "emit", "async")


class CmdScan(LoaderScan):
    """One file's calls to Sea.js."""

    special = ()
    loaders = (LOADER,)

    def _name(self, arguments: list[Node], scope: Scope) -> str:
        # A single argument is the factory, whatever it is.
        return super()._name(arguments, scope) if len(arguments) > 1 else ""

    def _assigned_configs(self) -> None:
        """There is no such variable."""

    def _from_text(self, function: Node, index: int) -> tuple[str, ...]:
        start, end = function.range
        found = required_in_cmd_text(self.walk.source[start:end])
        places = self._places(start, end)
        for name in found:
            place = places.get(name, function)
            self._request(name, "define", place, place, index)
        return found

    def _own_require(self, function: Node | None, dependencies: tuple[str, ...]) -> str:
        if function is None or not function.params or function.params[0].type != "Identifier":
            return ""
        return str(function.params[0].name)

    def _is_used(self, calls: Sequence[tuple[Node, Scope]]) -> bool:
        return any(
            head is not None and head.name == LOADER and self.bindings.is_free(LOADER, scope)
            for node, scope in calls
            for head in (_head(node.callee),)
        )

    def run(self) -> LoaderCalls:
        """Look through all calls; what only AMD loaders define is none of it."""
        found = super().run()
        if not self._is_used(self.walk.calls) and all(
            is_dead(surroundings(self.walk, each.start, each.end)[0], NOT_AMD)
            for each in found.definitions
        ):
            return LoaderCalls((), (), (), (), False)
        return found

    def _require(self, node: Node, scope: Scope) -> None:
        callee = node.callee
        if callee.type == "Identifier":
            index = self._definition_of(callee.name, scope)
            if index is not None and node.arguments and node.arguments[0].type != "Literal":
                self.open_ids.append(tuple(node.arguments[0].range))
            return
        if callee.type != "MemberExpression" or callee.computed or not node.arguments:
            return
        head, method = _head(callee), callee.property.name
        if head is None:
            return
        index = self._definition_of(head.name, scope)
        if index is None:
            return
        if index < 0 and method == "config":
            self._config(node.arguments[0], scope)
        elif method == ("use" if index < 0 else "async"):
            self._use(node, scope, index)

    def _use(self, node: Node, scope: Scope, index: int) -> None:
        first = node.arguments[0]
        meant = self.bindings.look(first, scope) if first.type == "Identifier" else first
        if meant is not None and meant.type == "ArrayExpression":
            self._asked(node, meant, scope, index)
            return
        try:
            name = constant(first, lambda each: self.bindings.look(each, scope))
        except NotConstant:
            name = None
        if isinstance(name, str):
            self._request(name, "async", first, node, index)
        else:
            self.open_ids.append(tuple(first.range))


def _head(callee: Node) -> Node | None:
    """Return the identifier that a chain of calls starts from, for methods that return what
    they are called on: ``seajs`` of ``seajs.config({}).use``."""
    for _ in range(_LONGEST_CHAIN):
        if callee.type != "MemberExpression" or callee.computed:
            return None
        inner = callee.object
        if inner.type == "Identifier":
            return inner
        if inner.type != "CallExpression" or callee.property.name not in _CHAINED:
            return None
        callee = inner.callee
    return None
