"""*ResolveExport* (ECMA-262 16.2.1.7.2.2), without recursion and each export once.

The specification's method walks the graph whose nodes are (module, export name) and
whose edges are the indirect exports and, for a name that a module does not export
itself, its ``export *``. It visits no node twice: [[ResolveSet]] is one list for the
whole walk, and a second visit gives null, which changes nothing where results are
joined. Two different results first meet in a star module, which makes the whole walk
ambiguous. So the answer depends on one thing alone, which bindings can be *reached*:

* none: null (what is circular, or is not there);
* one: that binding;
* two or more: ambiguous.

What can be reached does not depend on where the walk began or in which order it went,
so a result can be kept, also a null found inside a cycle, provided that the cycle is
taken as a whole: all nodes of one strongly connected component have the same answer.
That is Tarjan's algorithm, in time proportional to the edges walked.

Two additions. An ``export *`` from an EXTERNAL module may supply any name but
``default``, and so may one from a CommonJS module. To an importer in Node's mode the names that
the text of a CommonJS module shows are its exports, as they are to Node. What no module of the
bundle exports is taken to come from the first CommonJS module whose text shows the name, else
from the first such module that the walk meets. And where many names are asked of a module
with many stars, its ``StarIndex`` replaces the edges: if exactly one module that the stars
reach exports the name explicitly, then that is where every way ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final

from pybundle.construct.module_map import Module
from pybundle.construct.record import FACTORY_KINDS, ModuleKind
from pybundle.link.export_tables import SEVERAL, ExportTables, Node
from pybundle.link.linkage import Slot


class Failure(Enum):
    """Why an export has no slot."""

    MISSING = "missing"
    """The specification's null: not there, or circular."""
    AMBIGUOUS = "ambiguous"


Answer = Slot | Failure

_INDEX_AFTER: Final = 64
"""Edges of a module's stars followed one by one before its index is made: fewer than
that and the index costs more than it saves."""

_ANY_NAME: Final = (ModuleKind.EXTERNAL, ModuleKind.EMPTY, *FACTORY_KINDS)


class _Frame:
    """A node that is being walked: its discovery index, the lowest one that it is known
    to reach, what it has reached so far, and the edges still to follow."""

    __slots__ = ("at", "found", "guesses", "low", "node", "rest")

    def __init__(self, node: Node, at: int) -> None:
        self.node = node
        self.at = self.low = at
        self.found: Answer = Failure.MISSING
        self.guesses: tuple[Slot, ...] = ()
        self.rest: Iterator[Node] = iter(())


class ExportResolver:
    """*ResolveExport* over the modules of a map. Answers are kept.

    ``v8_conflicts`` holds each (module, name) where two ``export * as name`` of the same
    module met: one binding to the specification, an ambiguous name to V8.
    ``guesses`` holds, for exports that no bundled module has, what EXTERNAL stars may
    supply, likeliest first.
    """

    def __init__(self, modules: Sequence[Module]) -> None:
        self.tables = ExportTables(modules)
        self.v8_conflicts: set[Node] = set()
        self.guesses: dict[Node, tuple[Slot, ...]] = {}
        self._modules = modules
        self._answers: list[dict[str, Answer] | None] = [None] * len(modules)
        self._edges_followed: dict[int, int] = {}

    def resolve(self, module: int, name: str) -> Answer:
        """Return the slot of export ``name`` of ``module``, or why it has none.

        Of an EXTERNAL module or a factory every name is an export; of an EMPTY one too (the
        names of an empty CommonJS module are all ``undefined``).
        """
        found = self.binding(module, name)
        if found is Failure.MISSING and self.guesses:
            guesses = self.guesses.get((module, name))
            return self._likeliest(guesses) if guesses else found
        return self.tables.aliases.get(found, found)

    def resolve_request(self, module: int, request: int, name: str) -> Answer:
        """Return what ``name`` means in an import or re-export of ``module``."""
        target = self.tables.target(module, request, name)
        return Failure.MISSING if target is None else self.resolve(*target)

    def binding(self, module: int, name: str) -> Answer:
        """Return *ResolveExport* as the specification has it: the binding as it is told
        apart from others (see ``ExportTables.aliases``), and nothing from EXTERNAL stars."""
        known = self._known(module, name)
        return self._search((module, name)) if known is None else known

    def same_binding(self, one: Answer, other: Answer) -> bool:
        """Return whether both are one *ResolvedBinding Record*."""
        if one == other:
            return True
        namespace = self.tables.star_namespaces.get(one)
        return namespace is not None and namespace == self.tables.star_namespaces.get(other)

    def _likeliest(self, guesses: tuple[Slot, ...]) -> Slot:
        if len(guesses) == 1:
            return guesses[0]
        shown = (slot for slot in guesses if slot.name in self.tables.shown(slot.module))
        return next(shown, guesses[0])

    def _known(self, module: int, name: str) -> Answer | None:
        answers = self._answers[module]
        if answers is None:
            answers = self._answers[module] = {**self.tables.own(module)}
        return answers.get(name)

    def _search(self, root: Node) -> Answer:
        """Answer ``root`` and all that it reaches (Tarjan's strongly connected
        components; a component is answered when it is complete)."""
        frames = [self._open(root, 0)]
        discovered = {root: 0}
        component = [root]
        while True:
            frame = frames[-1]
            for node in frame.rest:
                known = self._known(*node)
                if known is not None:
                    self._join(frame, known, self.guesses.get(node, ()))
                    continue
                at = discovered.get(node)
                if at is None:
                    at = discovered[node] = len(discovered)
                    component.append(node)
                    frames.append(self._open(node, at))
                    break
                frame.low = min(frame.low, at)
            else:
                frames.pop()
                if frame.low == frame.at:
                    self._close(component, frame)
                if not frames:
                    return frame.found
                parent = frames[-1]
                parent.low = min(parent.low, frame.low)
                self._join(parent, frame.found, frame.guesses)

    def _open(self, node: Node, at: int) -> _Frame:
        module, name = node
        frame = _Frame(node, at)
        indirect = self.tables.indirect(module).get(name)
        if indirect is not None and indirect.import_name is not None:
            target = self.tables.target(module, indirect.request, indirect.import_name)
            if target is not None:
                frame.rest = iter((target,))
        elif self._modules[module].record.kind in _ANY_NAME:
            frame.found = Slot(module, name)
        elif name != "default":
            self._open_stars(frame, module, name)
        return frame

    def _open_stars(self, frame: _Frame, module: int, name: str) -> None:
        stars = self.tables.stars(module)
        if not (stars.internal or stars.external):
            return
        index = self.tables.known_index(module)
        if index is None:
            followed = self._edges_followed.get(module, 0) + len(stars.internal)
            self._edges_followed[module] = followed
            if followed > _INDEX_AFTER:
                index = self.tables.index(module)
        external = stars.external if index is None else index.external
        frame.guesses = tuple(Slot(target, name) for target in external)
        where = SEVERAL if index is None else index.names.get(name)
        if where == SEVERAL:
            frame.rest = iter(self.tables.star_edges(module, name))
        elif where is not None:
            frame.rest = iter(((where, name),))

    def _join(self, frame: _Frame, found: Answer, guesses: tuple[Slot, ...]) -> None:
        if guesses:
            frame.guesses = tuple(dict.fromkeys(frame.guesses + guesses))
        if found is Failure.MISSING or found == frame.found:
            return
        if frame.found is Failure.MISSING:
            frame.found = found
            return
        if self.same_binding(found, frame.found):
            self.v8_conflicts.add(frame.node)
        else:
            frame.found = Failure.AMBIGUOUS

    def _close(self, component: list[Node], frame: _Frame) -> None:
        while True:
            node = component.pop()
            module, name = node
            answers = self._answers[module]
            assert answers is not None  # made when the node was asked for
            answers[name] = frame.found
            if frame.guesses and frame.found is Failure.MISSING:
                self.guesses[node] = frame.guesses
            if node == frame.node:
                return
