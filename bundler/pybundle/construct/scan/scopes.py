"""Scopes, and the resolution of names (ECMA-262, *Environment Records*, for strict code)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any


class Scope:
    """One scope: the names it binds, and the references made directly in it.

    ``start``/``end`` span every place where its bindings are visible. ``variables`` is
    the scope that a ``var`` in it is hoisted to, ``receiver`` the one whose ``this`` it
    sees (an arrow function's is an outer one). ``top`` is true where its code is module
    code, outside all functions, fields and static blocks. ``guarded`` is true where what
    it throws is caught within its function. ``refs`` maps names to identifier nodes.
    """

    __slots__ = (
        "captured",
        "catch_parameter",
        "end",
        "guarded",
        "has_arguments",
        "names",
        "parent",
        "receiver",
        "refs",
        "start",
        "top",
        "uses_this",
        "variables",
    )

    def __init__(self, parent: Scope | None, start: int, end: int) -> None:
        self.parent = parent
        self.start = start
        self.end = end
        self.names: set[str] = set()
        self.refs: dict[str, list[Any]] = defaultdict(list)
        self.has_arguments = False
        self.uses_this = False
        self.catch_parameter: Any = None
        self.captured = False
        if parent is None:
            self.variables = self.receiver = self
            self.top = True
            self.guarded = False
        else:
            self.variables = parent.variables
            self.receiver = parent.receiver
            self.top = parent.top
            self.guarded = parent.guarded


def resolve(scopes: list[Scope]) -> list[Any]:
    """Hand every reference that its scope doesn't bind to the scope around it.

    ``scopes`` holds outer scopes before inner ones, the module's first. Afterwards the
    module scope's ``refs`` are all references to its own bindings and to globals.
    Returns the identifier nodes captured by a catch parameter of a module-scope
    ``var`` (the parameters included), which are added to that ``var``'s references.
    """
    captured: list[Any] = []
    for scope in reversed(scopes[1:]):
        refs = scope.refs
        if scope.captured:
            captured.append(scope.catch_parameter)
            captured += refs.get(scope.catch_parameter.name, ())
        for name in scope.names:
            refs.pop(name, None)
        if scope.has_arguments:
            refs.pop("arguments", None)
        if refs:
            assert scope.parent is not None
            scope.parent.refs = _merged(scope.parent.refs, refs)
    for node in captured:
        scopes[0].refs.setdefault(node.name, []).append(node)
    return captured


def release(scopes: list[Scope]) -> None:
    """Take apart ``scopes``, which refer to themselves, so that they and the nodes they
    hold are freed at once, without the garbage collector."""
    for scope in scopes:
        del scope.variables, scope.receiver, scope.refs


def _merged(a: dict[str, list[Any]], b: dict[str, list[Any]]) -> dict[str, list[Any]]:
    # The smaller goes into the larger, so that deep nesting doesn't cost its square.
    if len(a) < len(b):
        a, b = b, a
    for name, nodes in b.items():
        known = a.get(name)
        if known is None:
            a[name] = nodes
        elif len(known) < len(nodes):
            nodes += known
            a[name] = nodes
        else:
            known += nodes
    return a


def nested_names(scopes: Iterable[Scope]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return each name that ``scopes`` bind with the spans of those that bind it:
    sorted by name, spans (start, end, …) sorted by start, outer before inner."""
    spans: dict[str, list[int]] = {}
    for scope in sorted(scopes, key=lambda scope: (scope.start, -scope.end)):
        for name in scope.names:
            known = spans.get(name)
            if known is None:
                spans[name] = [scope.start, scope.end]
            elif known[-2] != scope.start or known[-1] != scope.end:
                known += (scope.start, scope.end)
    return tuple((name, tuple(spans[name])) for name in sorted(spans))
