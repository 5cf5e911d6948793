"""What an AMD module tells its loader: calls of ``define``, ``require([…])`` and
``require.config``, found by the scopes that their names are bound in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pybundle.construct.request_record import Definition, LoaderConfig, Request
from pybundle.construct.scan.bindings import Bindings, declares
from pybundle.construct.scan.branches import surroundings
from pybundle.construct.scan.literals import (
    FUNCTIONS,
    NotConstant,
    Unknown,
    constant,
    constant_parts,
)
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.trivia import skip_trivia
from pybundle.construct.scan.walk import Walk
from pybundle.construct.scan.wrapper import required_in_text

SPECIAL: Final = ("require", "exports", "module")
"""Dependencies that the loader makes for each module."""
LOADERS: Final = ("require", "requirejs")


class LoaderCalls(NamedTuple):
    """What a file asks of its loader. ``open_ids`` are the spans of ids that are known only
    when the program runs; ``asks`` is whether it uses the loader at all."""

    definitions: tuple[Definition, ...]
    requests: tuple[Request, ...]
    configs: tuple[LoaderConfig, ...]
    open_ids: tuple[tuple[int, int], ...]
    asks: bool

    @property
    def is_program(self) -> bool:
        """Whether it uses the loader itself, not only ``define``."""
        return bool(self.configs) or any(request.definition < 0 for request in self.requests)


@dataclass
class _Found:
    """A call of ``define`` with the function that it is given, if that is known, and the
    name of the function's own ``require``."""

    node: Node
    name: str
    factory: Node | None
    require: str


class LoaderScan:
    """One file's calls to its loader. ``hoisted``: a ``var define`` at the top of the file
    leaves the loader's in place."""

    special: tuple[str, ...] = SPECIAL
    loaders: tuple[str, ...] = LOADERS
    """The names that the loader has as a global."""

    def __init__(self, walk: Walk, *, hoisted: bool) -> None:
        self.walk = walk
        self.bindings = Bindings(walk)
        self.hoisted = hoisted
        self.definitions: list[Definition] = []
        self.found: list[_Found] = []
        self.requests: list[Request] = []
        self.configs: list[LoaderConfig] = []
        self.open_ids: list[tuple[int, int]] = []

    def run(self) -> LoaderCalls:
        """Look through all calls."""
        calls = sorted(self.walk.calls, key=lambda call: tuple(call[0].range))
        for node, scope in calls:
            if node.callee.type == "Identifier" and self._is_define(node.callee, scope):
                self._define(node, scope)
        for node, scope in calls:
            self._require(node, scope)
        self._assigned_configs()
        asks = bool(self.definitions or self.requests or self.configs or self.open_ids)
        return LoaderCalls(
            tuple(self.definitions),
            tuple(sorted(self.requests, key=lambda request: request.start)),
            tuple(sorted(self.configs, key=lambda config: config.start)),
            tuple(self.open_ids),
            asks or self._is_used(calls),
        )

    def _is_used(self, calls: Sequence[tuple[Node, Scope]]) -> bool:
        """Whether the global loader is called with something that only it takes."""
        for node, scope in calls:
            callee = node.callee
            if callee.type != "Identifier" or callee.name not in LOADERS or not node.arguments:
                continue
            if self.bindings.is_free(callee.name, scope):
                kinds = ("ArrayExpression", "ObjectExpression")
                if callee.name == "requirejs" or node.arguments[0].type in kinds:
                    return True
        return False

    def _is_define(self, callee: Node, scope: Scope) -> bool:
        """Whether an identifier is the loader's ``define``, passed on to a function that is
        called where it stands or not."""
        name, start = callee.name, scope
        if name != "define":
            return False
        binder = self.bindings.binder(name, start)
        if binder is None:
            return True
        if binder is self.walk.module:
            return self.hoisted
        argument = self.bindings.argument(name, binder)
        if argument is None:
            return False
        first, last = argument.range
        free = (
            self.walk.module.refs.get("define", ()) if not self.walk.declared.get("define") else ()
        )
        return any(first <= node.range[0] and node.range[1] <= last for node in free)

    # Definitions

    def _define(self, node: Node, scope: Scope) -> None:
        arguments = list(node.arguments)
        name = self._name(arguments, scope)
        array = self._array(arguments, scope)
        factory = arguments[-1] if arguments else None
        meant = factory
        if factory is not None and factory.type == "Identifier":
            meant = self.bindings.look(factory, scope)
        function = meant if meant is not None and meant.type in FUNCTIONS else None
        index, array_at = len(self.definitions), -1
        if array is not None:
            dependencies = self._from_array(array, scope, index)
        elif function is not None and not function.isAsync and not function.generator:
            dependencies = self._from_text(function, index)
            if dependencies:
                array_at = self._array_place(node, name)
        else:
            dependencies = ()
        start, end = node.range
        self.definitions.append(Definition(name, start, end, dependencies, array_at))
        self.found.append(_Found(node, name, function, self._own_require(function, dependencies)))

    def _name(self, arguments: list[Node], scope: Scope) -> str:
        """Take the id off the arguments of ``define``; "" if there is none, or none that
        is known."""
        if not arguments:
            return ""
        try:
            name = constant(arguments[0], lambda node: self.bindings.look(node, scope))
        except NotConstant:
            if len(arguments) > 2:
                self.open_ids.append(tuple(arguments.pop(0).range))
            return ""
        if not isinstance(name, str):
            return ""
        arguments.pop(0)
        return name

    def _array(self, arguments: list[Node], scope: Scope) -> Node | None:
        """Take the dependencies off the arguments; None if there are none."""
        if len(arguments) < 2:
            return None
        first = arguments[0]
        meant = self.bindings.look(first, scope) if first.type == "Identifier" else first
        if meant is None or meant.type == "CallExpression":
            self.open_ids.append(tuple(first.range))
        elif meant.type == "ArrayExpression":
            arguments.pop(0)
            return meant
        return None

    def _from_array(self, array: Node, scope: Scope, index: int) -> tuple[str, ...]:
        found = []
        for element, name in self._ids(array, scope):
            found.append(name)
            if name not in self.special:
                self._request(name, "define", element, element, index)
        return tuple(found)

    def _ids(self, array: Node, scope: Scope) -> Iterator[tuple[Node, str]]:
        for element in array.elements:
            try:
                name = constant(element, lambda node: self.bindings.look(node, scope))
            except (NotConstant, AttributeError):
                name = None
            if isinstance(name, str):
                yield element, name
            elif element is not None:
                self.open_ids.append(tuple(element.range))

    def _from_text(self, function: Node, index: int) -> tuple[str, ...]:
        """The dependencies of a factory that gets ``require``, ``exports`` and ``module``."""
        simple = ("Identifier", "ObjectPattern", "ArrayPattern")
        length = 0
        while length < len(function.params) and function.params[length].type in simple:
            length += 1
        if length == 0:
            return ()
        start, end = function.range
        found = required_in_text(self.walk.source[start:end])
        places = self._places(start, end)
        for name in found:
            place = places.get(name, function)
            self._request(name, "define", place, place, index)
        return (*(SPECIAL[:1] if length == 1 else SPECIAL), *found)

    def _places(self, start: int, end: int) -> dict[str, Node]:
        """Where ids are required in a function, for messages."""
        places: dict[str, Node] = {}
        for node, _ in self.walk.calls:
            first, last = node.range
            if start <= first and last <= end and node.arguments:
                argument, callee = node.arguments[0], node.callee
                is_text = argument.type == "Literal" and isinstance(argument.value, str)
                if is_text and callee.type == "Identifier" and callee.name == "require":
                    places.setdefault(argument.value, argument)
        return places

    def _array_place(self, node: Node, name: str) -> int:
        """Return where an array of dependencies can be written among the arguments: after
        what precedes, so that parentheses around an argument don't matter; -1 if that isn't
        plain."""
        source = self.walk.source
        before = node.arguments[0] if name else node.callee
        at = skip_trivia(source, before.range[1])
        return at + 1 if source.startswith("," if name else "(", at) else -1

    def _own_require(self, function: Node | None, dependencies: tuple[str, ...]) -> str:
        """Return the name of the parameter that is the definition's own ``require``, or ""."""
        if function is None or "require" not in dependencies:
            return ""
        at = dependencies.index("require")
        if at >= len(function.params) or function.params[at].type != "Identifier":
            return ""
        return str(function.params[at].name)

    # Requests and configurations

    def _require(self, node: Node, scope: Scope) -> None:
        callee = node.callee
        if callee.type == "MemberExpression" and not callee.computed:
            head = callee.object
            is_config = head.type == "Identifier" and callee.property.name == "config"
            is_config = is_config and head.name in LOADERS and bool(node.arguments)
            if is_config and self.bindings.is_free(head.name, scope):
                self._config(node.arguments[0], scope)
            return
        if callee.type != "Identifier" or not node.arguments:
            return
        index = self._definition_of(callee.name, scope)
        if index is None:
            return
        first = node.arguments[0]
        meant = self.bindings.look(first, scope) if first.type == "Identifier" else first
        if index < 0 and meant is not None and meant.type == "ObjectExpression":
            self._config(first, scope)
            if len(node.arguments) > 1 and node.arguments[1].type == "ArrayExpression":
                self._asked(node, node.arguments[1], scope, index)
        elif meant is not None and meant.type == "ArrayExpression":
            self._asked(node, meant, scope, index)

    def _definition_of(self, name: str, scope: Scope) -> int | None:
        """Return the definition whose own ``require`` a name is, -1 for the loader's, None
        if it is neither."""
        binder = self.bindings.binder(name, scope)
        if binder is None:
            return -1 if name in self.loaders else None
        value = self.bindings.value(name, scope)
        if value is not None and value.type == "CallExpression" and self._is_config(value, scope):
            return -1
        for index, found in enumerate(self.found):
            if found.factory is not None and found.require == name:
                start, end = found.factory.range
                if binder.end == end and start <= binder.start:
                    return index
        return None

    def _is_config(self, node: Node, scope: Scope) -> bool:
        """Whether a call configures the loader, and so gives what asks it."""
        callee = node.callee
        if callee.type == "MemberExpression" and not callee.computed:
            if callee.property.name != "config":
                return False
            callee = callee.object
        elif not node.arguments or node.arguments[0].type != "ObjectExpression":
            return False  # require("x") gives a module
        is_loader = callee.type == "Identifier" and callee.name in self.loaders
        return is_loader and self.bindings.is_free(callee.name, scope)

    def _asked(self, node: Node, array: Node, scope: Scope, index: int) -> None:
        """Note what a call asks for; with a third argument it can be told that it failed."""
        for element, name in self._ids(array, scope):
            if name not in self.special:
                self._request(name, "async", element, node, index, len(node.arguments) > 2)

    def _config(self, node: Node, scope: Scope, *, assigned: bool = False) -> None:
        unknown: list[Unknown] = []
        value = constant_parts(node, lambda each: self.bindings.look(each, scope), unknown)
        if not isinstance(value, dict):
            value = {}
        start, end = node.range
        found = LoaderConfig(start, end, json.dumps(value), tuple(unknown), assigned)
        self.configs.append(found)
        for name in _strings(value.get("deps")):
            self._request(name, "async", node, node, -1)

    def _assigned_configs(self) -> None:
        """``var require = {…}``, which is there before the loader."""
        for node, holder in self.walk.declarators:
            if holder is not self.walk.module or node.type == "FunctionDeclaration":
                continue
            named = any(declares(node, name) for name in LOADERS)
            if named and node.init.type == "ObjectExpression":
                self._config(node.init, holder, assigned=True)

    def _request(
        self,
        name: str,
        kind: str,
        element: Node,
        node: Node,
        index: int,
        optional: bool = False,
    ) -> None:
        (start, end), (first, last) = element.range, node.range
        guards, _ = surroundings(self.walk, first, last)
        spans = (start, end, first, last)
        self.requests.append(Request(name, (), kind, *spans, guards, optional, definition=index))


def _strings(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
