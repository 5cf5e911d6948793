"""What each module itself says of its exports, ready to be looked up by name.

Tables are made when a module is first asked for an export: most modules of a large
package are never asked for a name that they only re-export.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pybundle.construct.module_map import Module
from pybundle.construct.record import BindingKind, IndirectExport, ModuleKind
from pybundle.link.commonjs_names import node_names
from pybundle.link.linkage import MODULE_EXPORTS, NAMESPACE, NODE_DEFAULT, NODE_NAMESPACE, Slot

Node = tuple[int, str]
"""An export to be resolved: a module and an export name."""

SEVERAL: Final = -1
"""In a ``StarIndex``: more than one module exports the name explicitly."""


@dataclass(frozen=True, slots=True)
class Stars:
    """The targets of a module's ``export *``, in source order, each once."""

    internal: tuple[int, ...]
    external: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StarIndex:
    """The names that a module exports, itself or through ``export *``
    (*GetExportedNames*), each with the one module of its star closure that exports it
    explicitly, or ``SEVERAL``; and the EXTERNAL modules and factories of that closure, in
    depth-first order. What a CommonJS module exports explicitly is what Node finds in its text;
    where its importer is not in Node's mode, other modules' exports win over that."""

    names: Mapping[str, int]
    external: tuple[int, ...]


class ExportTables:
    """Lookup tables over ``modules`` (indexed as in the module map).

    ``aliases``: the identity of a binding that holds a namespace object → the slot of
    that namespace object. *ResolveExport* tells ``import * as ns; export { ns }`` of two
    modules apart, so they resolve to the binding; whoever reads it reads the namespace.
    ``star_namespaces``: the part of ``aliases`` that comes from ``export * as ns from``,
    which *ResolveExport* does not tell apart.
    """

    def __init__(self, modules: Sequence[Module]) -> None:
        self.modules = modules
        self.aliases: dict[object, Slot] = {}
        self.star_namespaces: dict[object, Slot] = {}
        self._indirect: dict[int, Mapping[str, IndirectExport]] = {}
        self._stars: dict[int, Stars] = {}
        self._indexes: dict[int, StarIndex] = {}
        self._shown: dict[int, tuple[str, ...]] = {}

    def own(self, module: int) -> dict[str, Slot]:
        """Return a new dict of the exports that ``module`` answers itself: local ones
        and ``export * as``; the values are identities (class docstring)."""
        record = self.modules[module].record
        bindings = record.bindings
        own: dict[str, Slot] = {}
        for export in record.local_exports:
            binding = bindings[export.binding]
            own[export.export_name] = slot = Slot(module, binding.name)
            if binding.kind is BindingKind.IMPORT:
                self.aliases[slot] = self._imported_namespace(module, export.binding)
        for indirect in record.indirect_exports:
            if indirect.import_name is None:
                name = indirect.export_name
                own[name] = slot = Slot(module, f"*star as*{name}")
                namespace = self.namespace(module, indirect.request)
                self.aliases[slot] = self.star_namespaces[slot] = namespace
        return own

    def indirect(self, module: int) -> Mapping[str, IndirectExport]:
        """Return the exports that another module answers, by export name."""
        known = self._indirect.get(module)
        if known is None:
            known = self._indirect[module] = {
                export.export_name: export
                for export in self.modules[module].record.indirect_exports
                if export.import_name is not None
            }
        return known

    def target(self, module: int, request: int, name: str) -> Node | None:
        """Return what ``name`` asked by a request of ``module`` is to be resolved as;
        None where the request's attributes rule it out: a JSON module asked for as
        ``type: "json"`` exports ``default`` alone (*ParseJSONModule*)."""
        target = self.modules[module].targets[request]
        if name == "default" and self._as_node(module, target):
            is_external = self.modules[target].record.kind is ModuleKind.EXTERNAL
            return target, NODE_DEFAULT if is_external else MODULE_EXPORTS
        if name == "default":
            return target, name
        if self.is_standard_json(module, request):
            return None
        return target, name

    def namespace(self, module: int, request: int) -> Slot:
        """Return the slot of the namespace object that a request of ``module`` is for."""
        target = self.modules[module].targets[request]
        return Slot(target, NODE_NAMESPACE if self._as_node(module, target) else NAMESPACE)

    def _as_node(self, module: int, target: int) -> bool:
        """Whether ``module`` sees ``target`` as Node shows CommonJS to ES modules. What an
        external module is, only its loader knows."""
        if not self.modules[module].node_mode or self.modules[target].found_esm:
            return False
        kind = self.modules[target].record.kind
        return kind.is_factory or kind is ModuleKind.EXTERNAL

    def is_standard_json(self, module: int, request: int) -> bool:
        """True if the request is for a JSON module by ``with { type: "json" }``."""
        attributes = self.modules[module].record.requests[request].attributes
        if not attributes or ("type", "json") not in attributes:
            return False
        target = self.modules[self.modules[module].targets[request]]
        return target.record.kind is ModuleKind.JSON

    def stars(self, module: int) -> Stars:
        """Return the modules that may add names to ``module`` by ``export *``; those
        that cannot (an EMPTY file, a JSON module in standard form) are left out."""
        known = self._stars.get(module)
        if known is not None:
            return known
        internal: dict[int, None] = {}
        external: dict[int, None] = {}
        for star in self.modules[module].record.star_exports:
            target = self.modules[module].targets[star.request]
            kind = self.modules[target].record.kind
            if kind is ModuleKind.EXTERNAL or kind.is_factory:
                external[target] = None
            elif kind is not ModuleKind.EMPTY and not self.is_standard_json(module, star.request):
                internal[target] = None
        known = self._stars[module] = Stars(tuple(internal), tuple(external))
        return known

    def edges(self, node: Node) -> tuple[Node, ...]:
        """Return what *ResolveExport* of ``node`` goes on to ask, in its order; nothing
        where the module answers itself (or nobody does)."""
        module, name = node
        indirect = self.indirect(module).get(name)
        if indirect is not None and indirect.import_name is not None:
            target = self.target(module, indirect.request, indirect.import_name)
            return () if target is None else (target,)
        if name == "default" or name in self._explicit(module):
            return ()
        return self.star_edges(module, name)

    def star_edges(self, module: int, name: str) -> tuple[Node, ...]:
        """Return where ``export *`` of a module may have a name from."""
        stars = self.stars(module)
        counted = stars.external if self._is_node(module) else ()
        shown = (target for target in counted if name in self.shown(target))
        return tuple((target, name) for target in (*stars.internal, *shown))

    def shown(self, module: int) -> tuple[str, ...]:
        """Return the names, but ``default``, that the text of a CommonJS module shows to Node."""
        if self.modules[module].record.kind is not ModuleKind.COMMONJS:
            return ()
        known = self._shown.get(module)
        if known is None:
            known = self._shown[module] = node_names(self.modules, module)
        return known

    def _is_node(self, module: int) -> bool:
        return self.modules[module].node_mode

    def known_index(self, module: int) -> StarIndex | None:
        """Return the index of ``module`` if it has been made."""
        return self._indexes.get(module)

    def index(self, module: int) -> StarIndex:
        """Return the index of ``module``; time and space are those of the explicit
        exports of all modules that its stars reach."""
        known = self._indexes.get(module)
        if known is not None:
            return known
        names = dict.fromkeys(self._explicit(module), module)
        external: dict[int, None] = {}
        seen: set[int] = set()
        stack = [iter((module,))]
        while stack:
            for target in stack[-1]:
                if target in seen:
                    continue
                seen.add(target)
                self._add(names, module, target, self._explicit(target))
                stars = self.stars(target)
                external.update(dict.fromkeys(stars.external))
                for star in stars.external if self._is_node(target) else ():
                    self._add(names, module, star, self.shown(star))
                stack.append(iter(stars.internal))
                break
            else:
                stack.pop()
        for star in external:
            for name in self.shown(star):
                names.setdefault(name, star)
        if names.get("default", module) != module:
            del names["default"]
        known = self._indexes[module] = StarIndex(names, tuple(external))
        return known

    def _add(
        self, names: dict[str, int], module: int, target: int, exported: Iterable[str]
    ) -> None:
        """Add what ``target`` exports to the names of ``module``, whose own win."""
        for name in exported:
            if names.setdefault(name, target) not in (target, module):
                names[name] = SEVERAL

    def _explicit(self, module: int) -> list[str]:
        record = self.modules[module].record
        names = [export.export_name for export in record.local_exports]
        if record.indirect_exports:
            names += [export.export_name for export in record.indirect_exports]
        return names

    def _imported_namespace(self, module: int, binding: int) -> Slot:
        for entry in self.modules[module].record.imports:
            if entry.binding == binding:
                return self.namespace(module, entry.request)
        raise ValueError(f"record {module}: no import entry for exported import binding {binding}")
