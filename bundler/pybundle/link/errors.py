"""The errors of linking, each with what was tried and what to do."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import (
    Binding,
    BindingKind,
    ImportEntry,
    IndirectExport,
    LocalExport,
    ModuleKind,
)
from pybundle.diagnostics import Diagnostic, Place, place_of
from pybundle.link.blame import Blame
from pybundle.link.export_tables import ExportTables, Node
from pybundle.link.namespaces import exports_of
from pybundle.link.resolve_export import ExportResolver, Failure
from pybundle.link.suggest import Suggestions, hint_for_missing, quoted

Note = tuple[str, Place | None]
_Key = tuple[int, int, str]
"""Module, request and name: equal for an import and the re-exports of its binding."""

_NOTES: Final = 8
"""Places of one sort that one message shows at most."""


def link_errors(module_map: ModuleMap, resolver: ExportResolver) -> tuple[Diagnostic, ...]:
    """Return one error for each import or re-export that does not resolve through its
    own fault, in depth-first post-order of modules, then by position; those that fail
    because of it are its notes."""
    return _Errors(module_map, resolver).all()


@dataclass(frozen=True, slots=True)
class _Asking:
    """An import or re-export that does not resolve. ``asked`` is None where attributes
    rule the name out."""

    module: Module
    entry: ImportEntry | IndirectExport
    name: str
    asked: Node | None

    @property
    def key(self) -> _Key:
        return self.module.index, self.entry.request, self.name

    @property
    def node(self) -> Node | None:
        """The export that a re-export makes; None for an import."""
        if isinstance(self.entry, IndirectExport):
            return self.module.index, self.entry.export_name
        return None


class _Errors:
    def __init__(self, module_map: ModuleMap, resolver: ExportResolver) -> None:
        self._modules = module_map.modules
        self._tables = resolver.tables
        self._resolver = resolver
        self._order = _post_order(module_map)
        self._rank = {module: rank for rank, module in enumerate(self._order)}
        self._blame = Blame(resolver, self._position)
        self._suggestions = Suggestions()
        self._names: dict[int, dict[str, None]] = {}

    def all(self) -> tuple[Diagnostic, ...]:
        failures = list(self._failures())
        own, shown = self._one_for_each_key(failures)
        roots: list[_Asking] = []
        because: dict[Node, list[_Asking]] = {}
        for asking in failures:
            node = own.get(asking.key)
            if node is not None:
                root: Node | None = self._blame.root(node)
            else:
                root = self._blame.root_of_request(asking.asked)
            if root is not None:
                root = own[self._key(root)]
            if root is None or (root == node and shown[asking.key] is asking):
                roots.append(asking)
            elif root == node or asking.node not in self._blame.circles.get(root, ()):
                because.setdefault(root, []).append(asking)
        return tuple(self._diagnostic(asking, own.get(asking.key), because) for asking in roots)

    def _one_for_each_key(
        self, failures: list[_Asking]
    ) -> tuple[dict[_Key, Node], dict[_Key, _Asking]]:
        """Return, for an import and the re-exports of its binding, the one re-export that
        stands for all, and the one of them at whose place the error is shown."""
        own: dict[_Key, Node] = {}
        shown: dict[_Key, _Asking] = {}
        for asking in failures:
            key, node = asking.key, asking.node
            if node is None:
                if key not in shown or shown[key].node is not None:
                    shown[key] = asking
                continue
            self._blame.root(node)
            if key not in own or node in self._blame.circles:
                own[key] = node
            shown.setdefault(key, asking)
        return own, shown

    def _key(self, re_export: Node) -> _Key:
        entry = self._tables.indirect(re_export[0])[re_export[1]]
        return re_export[0], entry.request, entry.import_name or ""

    def _failures(self) -> Iterator[_Asking]:
        for index in self._order:
            module = self._modules[index]
            record = module.record
            entries: list[ImportEntry | IndirectExport] = [
                entry for entry in record.imports if entry.import_name is not None
            ]
            entries += [entry for entry in record.indirect_exports if entry.import_name is not None]
            entries.sort(key=lambda entry: entry.start)
            for entry in entries:
                name = entry.import_name
                assert name is not None  # filtered above
                asked = self._tables.target(index, entry.request, name)
                if asked is None or isinstance(self._resolver.resolve(*asked), Failure):
                    yield _Asking(module, entry, name, asked)

    def _diagnostic(
        self, asking: _Asking, node: Node | None, because: dict[Node, list[_Asking]]
    ) -> Diagnostic:
        """Return the error of ``asking``, an import or re-export that makes export
        ``node`` (if any) fail, and what fails with it."""
        dependents = self._dependents(because.get(node, []) if node else [])
        if node is not None and node in self._blame.circles:
            return self._circular(asking, self._blame.circles[node], dependents)
        if asking.asked is None:
            return self._standard_json(asking, dependents)
        if self._resolver.resolve(*asking.asked) is Failure.AMBIGUOUS:
            return self._ambiguous(asking, asking.asked, dependents)
        return self._missing(asking, asking.asked, dependents)

    def _missing(self, asking: _Asking, asked: Node, dependents: list[Note]) -> Diagnostic:
        target = self._modules[asked[0]]
        name = asking.name
        if name == "default":
            text = f"{target.name} has no default export"
        else:
            text = f"{target.name} has no export named {quoted(name)}"
        notes: list[Note] = []
        hint = ""
        declared = _declared(target, name)
        if declared is not None:
            place = place_of(target.name, target.source, declared.start, declared.end)
            notes.append((f"{quoted(name)} is declared here, but not exported", place))
            hint = f"export it from {target.name}"
        specifier = asking.module.record.requests[asking.entry.request].specifier
        names = self._exported_names(asked[0])
        hint = hint or hint_for_missing(
            name, *_written(asking), specifier, names, self._suggestions
        )
        notes += self._stars_tried(asked)
        return self._error("missing-export", text, asking, hint, notes + dependents)

    def _standard_json(self, asking: _Asking, dependents: list[Note]) -> Diagnostic:
        request = asking.module.record.requests[asking.entry.request]
        target = self._modules[asking.module.targets[asking.entry.request]]
        text = (
            f'{target.name} is asked for with {{ type: "json" }}, so it exports only "default", '
            f"not {quoted(asking.name)}"
        )
        hint = (
            f"import data from {quoted(request.specifier)} "
            f'with {{ type: "json" }} and read data[{quoted(asking.name)}]'
        )
        return self._error("missing-export", text, asking, hint, dependents)

    def _ambiguous(self, asking: _Asking, asked: Node, dependents: list[Note]) -> Diagnostic:
        fork, first, second = _two_ways(self._resolver, asked)
        one, other = self._modules[first[-1][0]].name, self._modules[second[-1][0]].name
        barrel = self._modules[fork[0]].name
        text = (
            f"{quoted(fork[1])} is ambiguous in {barrel}: "
            f"its `export *` find it in {one} and in {other}"
        )
        hint = f"import it from one of them, or export it from {barrel} by name"
        notes = self._way(first) + self._way(second)
        return self._error("ambiguous-export", text, asking, hint, notes + dependents)

    def _circular(
        self, asking: _Asking, circle: Sequence[Node], dependents: list[Note]
    ) -> Diagnostic:
        names = [self._modules[module].name for module, _ in circle]
        shown = [*names, names[0]] if len(names) <= _NOTES else [*names[:_NOTES], "…", names[0]]
        text = (
            f"{quoted(circle[0][1])} of {names[0]} is declared nowhere: "
            f"its re-exports go round in a circle ({' → '.join(shown)})"
        )
        hint = "one of these modules must declare it"
        notes = [
            (f"{self._modules[node[0]].name} re-exports it here", self._export_place(node))
            for node in circle[1:_NOTES]
        ]
        return self._error("circular-reexport", text, asking, hint, [*notes, *dependents])

    def _error(
        self, code: str, text: str, asking: _Asking, hint: str, notes: Sequence[Note]
    ) -> Diagnostic:
        place = place_of(
            asking.module.name, asking.module.source, asking.entry.start, asking.entry.end
        )
        return Diagnostic(code, "error", text, place, hint, tuple(notes))

    def _dependents(self, failed: list[_Asking]) -> list[Note]:
        notes: list[Note] = []
        for asking in failed[:_NOTES]:
            entry, module = asking.entry, asking.module
            verb = "imports" if isinstance(entry, ImportEntry) else "re-exports"
            place = place_of(module.name, module.source, entry.start, entry.end)
            notes.append((f"{module.name} {verb} it here", place))
        if len(failed) > _NOTES:
            notes.append((f"and {len(failed) - _NOTES} more imports and re-exports of it", None))
        return notes

    def _stars_tried(self, asked: Node) -> list[Note]:
        """Every module in which the name was looked for through ``export *``."""
        notes: list[Note] = []
        for source, target in _walk(self._tables, asked):
            if source is None:
                continue
            if len(notes) == _NOTES:
                notes.append(("and in further modules", None))
                break
            text = f"not found in {self._modules[target[0]].name} either, re-exported here"
            notes.append((text, self._star_place(source[0], target[0])))
        return notes

    def _way(self, nodes: Sequence[Node]) -> list[Note]:
        notes: list[Note] = []
        for source, target in itertools.pairwise(nodes):
            re_exporter, name = self._modules[source[0]].name, self._modules[target[0]].name
            if source[1] in self._tables.indirect(source[0]):
                text = f"{re_exporter} re-exports it from {name}"
                notes.append((text, self._export_place(source)))
            else:
                text = f"{re_exporter} re-exports all of {name}"
                notes.append((text, self._star_place(source[0], target[0])))
        if len(notes) > _NOTES:
            left_out = len(notes) - _NOTES
            notes[_NOTES // 2 : -_NOTES // 2] = [(f"and {left_out} more re-exports", None)]
        last = self._modules[nodes[-1][0]]
        if last.record.kind is not ModuleKind.EXTERNAL:
            notes.append((f"{last.name} exports it", self._export_place(nodes[-1])))
        return notes

    def _export_place(self, node: Node) -> Place | None:
        module = self._modules[node[0]]
        record = module.record
        exports: tuple[LocalExport | IndirectExport, ...] = record.local_exports
        for export in exports + record.indirect_exports:
            if export.export_name == node[1]:
                return place_of(module.name, module.source, export.start, export.end)
        return None

    def _star_place(self, source: int, target: int) -> Place | None:
        module = self._modules[source]
        for star in module.record.star_exports:
            if module.targets[star.request] == target:
                return place_of(module.name, module.source, star.start, star.end)
        return None

    def _exported_names(self, module: int) -> dict[str, None]:
        known = self._names.get(module)
        if known is None:
            known = self._names[module] = dict.fromkeys(exports_of(self._resolver, module))
        return known

    def _position(self, node: Node) -> tuple[int, int]:
        return self._rank[node[0]], self._tables.indirect(node[0])[node[1]].start


def _declared(module: Module, name: str) -> Binding | None:
    """The declaration of ``name`` at the top of ``module``, whose author wrote one."""
    if module.record.kind is ModuleKind.ESM:
        for binding in module.record.bindings:
            if binding.name == name and binding.kind is not BindingKind.IMPORT:
                return binding
    return None


def _written(asking: _Asking) -> tuple[str, str]:
    """The name that what is asked for is to have, and the keyword of the statement."""
    if isinstance(asking.entry, ImportEntry):
        return asking.module.record.bindings[asking.entry.binding].name, "import"
    return asking.entry.export_name, "export"


def _walk(tables: ExportTables, root: Node) -> Iterator[tuple[Node | None, Node]]:
    """Yield each node that *ResolveExport* of ``root`` visits, depth first, after the one
    that leads to it."""
    seen: set[Node] = set()
    stack: list[tuple[Node | None, Node]] = [(None, root)]
    while stack:
        source, node = stack.pop()
        if node not in seen:
            seen.add(node)
            yield source, node
            stack += [(node, target) for target in reversed(tables.edges(node))]


def _two_ways(resolver: ExportResolver, asked: Node) -> tuple[Node, list[Node], list[Node]]:
    """Return where the ways from ``asked`` to two different bindings part, and the two
    ways from there."""
    came_from: dict[Node, Node | None] = {}
    first: Node | None = None
    for source, node in _walk(resolver.tables, asked):
        came_from[node] = source
        binding = resolver.binding(*node)
        if resolver.tables.edges(node) or isinstance(binding, Failure):
            continue
        if first is None:
            first = node
        elif not resolver.same_binding(resolver.binding(*first), binding):
            return _part(_way_to(first, came_from), _way_to(node, came_from))
    raise AssertionError(f"{asked[1]!r} is not ambiguous")


def _way_to(node: Node, came_from: dict[Node, Node | None]) -> list[Node]:
    way = [node]
    at = came_from[node]
    while at is not None:
        way.append(at)
        at = came_from[at]
    return way[::-1]


def _part(one: list[Node], other: list[Node]) -> tuple[Node, list[Node], list[Node]]:
    common = 0
    while one[common + 1 : common + 2] == other[common + 1 : common + 2]:
        common += 1
    return one[common], one[common:], other[common:]


def _post_order(module_map: ModuleMap) -> list[int]:
    """Modules in the order in which they are linked: depth first, after what they
    request, from the entries on; then any that only an ``import()`` reaches."""
    modules = module_map.modules
    order: list[int] = []
    seen: set[int] = set()
    for root in (*module_map.entries, *range(len(modules))):
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, _static_targets(modules[root]))]
        while stack:
            for target in stack[-1][1]:
                if target not in seen:
                    seen.add(target)
                    stack.append((target, _static_targets(modules[target])))
                    break
            else:
                order.append(stack.pop()[0])
    return order


def _static_targets(module: Module) -> Iterator[int]:
    requests = zip(module.record.requests, module.targets, strict=True)
    return iter([target for request, target in requests if request.kind == "import"])
