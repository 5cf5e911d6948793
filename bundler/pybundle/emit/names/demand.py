"""What one output needs: the value that all of emission looks things up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pybundle.construct.module_map import ImportMap, Module, ModuleMap
from pybundle.construct.record import BindingKind, ModuleKind
from pybundle.emit.externals import External
from pybundle.emit.import_options import has_open_options
from pybundle.emit.names.names import Occurrence
from pybundle.emit.names.naming import Occurrences
from pybundle.emit.names.uses import Uses
from pybundle.link.linkage import (
    DEFAULT,
    MODULE_EXPORTS,
    NAMESPACE,
    NAMESPACES,
    NODE_NAMESPACE,
    Linkage,
    Slot,
)
from pybundle.options import Options
from pybundle.plan.plan import Plan
from pybundle.plan.reached import has_slots
from pybundle.plan.wrap import Wrap

LATER = (Wrap.LAZY, Wrap.JOINED, Wrap.ASYNC)
"""Modules whose bodies stand in functions that run later than where they stand."""

_URLS = ("http:", "https:", "data:", "blob:")
"""What modules have no AMD loader but the engine's own for."""


@dataclass(frozen=True, slots=True)
class Demand:
    """All that emission looks up.

    ``order`` are all modules, in the order of their text: the lazy ones last.
    ``exports`` maps the names that the output exposes to their slots. ``used`` are the
    slots that somebody other than their module reads, ``visible`` those that are read from
    outside of the function in which their module stands. ``assigned`` maps each import
    that somebody assigns (or that must be read like one, see ``shadowed_by_catch``) to where
    that happens; ``undefined_captured`` is where the text ``undefined`` would be captured.
    ``written_through`` are the slots of wrapped modules that an ES module output exports: each
    has a copy at the top level, which whatever assigns the slot assigns too. ``requiring`` are
    the ES modules that have a ``require`` of their own. ``loaded`` maps each module that
    ``import()`` asks for to where that happens in so many words; ``recorded`` are the modules
    that need a record of how to evaluate them, and ``graph`` is the helper that does, if there
    are any; ``prepared`` are the wrapped modules whose slots may be seen before they run, so
    that they must have been instantiated; ``detached`` are those that have a direct eval, which
    must not see the others' names.
    """

    module_map: ModuleMap
    linkage: Linkage
    plan: Plan
    options: Options
    order: tuple[int, ...]
    exports: Mapping[str, Slot]
    uses: Uses
    occurrences: Occurrences
    externals: Mapping[int, External]
    used: frozenset[Slot]
    visible: frozenset[Slot]
    assigned: Mapping[Slot, Sequence[Occurrence]]
    undefined_captured: tuple[Occurrence, ...]
    written_through: tuple[Slot, ...]
    requiring: tuple[int, ...]
    loaded: Mapping[int, tuple[Occurrence, ...]]
    recorded: frozenset[int]
    graph: str | None
    prepared: frozenset[int]
    detached: frozenset[int]

    @property
    def entry(self) -> Module:
        """The entry."""
        return self.module_map.modules[self.plan.entry]

    @property
    def script(self) -> bool:
        """Whether the output is a script or a CommonJS file, not a module."""
        return self.options.format != "esm"

    def is_wrapped(self, index: int) -> bool:
        """Whether the module's body stands in a function that the shared scope can't look
        into: since it runs later, or is detached."""
        later = is_later(self.module_map, self.plan, self.options, index)
        return later or self.is_detached(index)

    def is_detached(self, index: int) -> bool:
        """Whether the module's text stands outside of the shared scope."""
        return index in self.detached

    def is_compiled(self, index: int) -> bool:
        """Whether a factory module has a direct eval, from which the names of an ES module output
        must be hidden."""
        record = self.module_map.modules[index].record
        return record.kind.is_factory and not self.script and bool(record.direct_evals)

    @property
    def gated(self) -> bool:
        """Whether the entry waits at its place in the text, since its exports must stand
        at the top level of an ES module."""
        entry = self.plan.entry
        waits = self.plan.wraps[entry] is Wrap.ASYNC and not self.plan.enclosed
        return waits and not self.script and not self.is_detached(entry)

    def opens_gate(self, index: int) -> bool:
        """Whether the end of a module's body may be what a gated entry waits for."""
        awaits = bool(self.module_map.modules[index].record.awaits)
        return self.gated and awaits and index in self.plan.order

    @property
    def parked(self) -> bool:
        """Whether asynchronous modules of the static graph are in a cycle: their
        generators need two microtasks to stop, before the first body runs."""
        return any(
            index in self.prepared and self.module_map.modules[index].record.awaits
            for index in self.plan.order
        )

    @property
    def copied(self) -> tuple[Slot, ...]:
        """The members of CommonJS modules that an ES module output exports: each has a
        variable at the top level, which gets its value when the module has run, as in Node."""
        if self.script:
            return ()
        own = ("default", MODULE_EXPORTS, *NAMESPACES)
        return tuple(
            slot
            for slot in dict.fromkeys(self.exports.values())
            if self.kind(slot.module) is ModuleKind.COMMONJS and slot.name not in own
        )

    def own_metas(self, index: int) -> tuple[int, ...]:
        """Return where a module's text has its own ``import.meta``."""
        module = self.module_map.modules[index]
        others = {module.record.asset_urls[asset.number].meta_start for asset in module.assets}
        starts = (meta.start for meta in module.record.import_metas)
        return tuple(start for start in starts if start not in others)

    def bundle_metas(self) -> tuple[Occurrence, ...]:
        """Return where the bundle's ``import.meta`` is needed, beside the names of assets, and
        can't stand."""
        return tuple(
            Occurrence(index, "", (module.record.asset_urls[asset.number].meta_start,), 1)
            for index in self.order
            if self.script or self.is_detached(index)
            for module in [self.module_map.modules[index]]
            for asset in module.assets
        )

    def import_maps(self) -> Iterator[tuple[Module, ImportMap]]:
        """Yield the maps of the modules that ``import()`` of a template may mean, each with
        the module that it is in."""
        for index in self.all_modules():
            module = self.module_map.modules[index]
            for import_map in module.import_maps:
                yield module, import_map

    def calls_with_options(self) -> Iterator[tuple[Module, int]]:
        """Yield the calls of ``import()`` that become others and have a second argument to be
        looked at: the module, and the number of the call in it."""
        for index in self.all_modules():
            module = self.module_map.modules[index]
            mapped = {number for number, _ in module.import_maps}
            for number, call in enumerate(module.record.dynamic_imports):
                target = module.targets[call.request] if call.request >= 0 else -1
                becomes_call = number in mapped or self.is_loaded(target)
                if becomes_call and has_open_options(module, call):
                    yield module, number

    def kind(self, index: int) -> ModuleKind:
        """The kind of a module."""
        return self.module_map.modules[index].record.kind

    def namespaces(self) -> Iterator[int]:
        """Yield the modules of which a namespace object is made."""
        for index in self.uses.namespaces:
            if has_slots(self.module_map, index):
                yield index

    @property
    def requirers(self) -> tuple[int, ...]:
        """The modules that have a ``require``: those of other systems (or their data), then ES
        modules."""
        return (*self.plan.factories, *self.requiring)

    def all_modules(self) -> Iterator[int]:
        """Yield every module whose text goes into the output."""
        yield from dict.fromkeys((*self.order, *self.plan.factories))

    def is_loaded(self, target: int) -> bool:
        """Whether ``import()`` of a module becomes a call: it is in the bundle, or the AMD
        loader has it."""
        return target in self.loaded or (target >= 0 and self.asks_loader(target))

    def asks_loader(self, target: int) -> bool:
        """Whether ``import()`` of a module asks the AMD loader for it."""
        module = self.module_map.modules[target]
        is_external = module.record.kind is ModuleKind.EXTERNAL
        return self.options.format == "amd" and is_external and not module.url.startswith(_URLS)

    @property
    def promised(self) -> bool:
        """Whether the output gives a promise of the entry's namespace object in place of its
        exports."""
        return is_promised(self.plan, self.options)

    @property
    def shows_exports(self) -> bool:
        """Whether the output makes an object of the entry's exports."""
        if not self.script or self.kind(self.plan.entry) is ModuleKind.COMMONJS or self.promised:
            return False
        stars = any(external.star for external in self.externals.values())
        return bool(self.exports or stars or self.options.global_name is not None)

    def stars(self, index: int) -> tuple[int, ...]:
        """The external modules whose names belong to the namespace object of a module."""
        return tuple(self.linkage.external_stars.get(index, ()))

    def unbound(self, index: int) -> tuple[str, ...]:
        """The free names of a module that would mean something where its text goes."""
        words = {"exports", "require", "module", "__filename", "__dirname", "arguments"}
        in_node = self.options.format == "iife" and self.options.platform == "node"
        in_function = index in self.prepared or self.is_detached(index)
        if self.options.format not in ("cjs", "umd") and not in_node:
            words = {"arguments"} if in_function or self.options.format == "amd" else set()
        elif in_node and not in_function:
            words.discard("arguments")
        if self.module_map.modules[index].requires:
            words.discard("require")
        names = (name.name for name in self.module_map.modules[index].record.globals)
        return tuple(name for name in names if name in words)

    def functions(self, index: int) -> Iterator[tuple[Slot, str]]:
        """Yield a module's hoisted functions with the names that programs see."""
        for binding in self.module_map.modules[index].record.bindings:
            if binding.kind is BindingKind.FUNCTION:
                visible = "default" if binding.name == DEFAULT else binding.name
                yield Slot(index, binding.name), visible


def is_promised(plan: Plan, options: Options) -> bool:
    """Whether an output gives a promise of the entry's namespace object in place of its exports."""
    return options.async_exports and plan.is_async


def is_later(module_map: ModuleMap, plan: Plan, options: Options, index: int) -> bool:
    """Whether a module's body stands in a function since it runs later than where it stands."""
    gated = options.format == "esm" and index == plan.entry and not plan.enclosed
    return plan.wraps[index] in LATER and not gated and has_slots(module_map, index)


def loaded_namespace(module_map: ModuleMap, importer: int, target: int) -> Slot:
    """Return the namespace object that ``import()`` of ``target`` gives in ``importer``."""
    importing = module_map.modules[importer]
    as_node = importing.node_mode or importing.record.kind is ModuleKind.COMMONJS
    is_factory = module_map.modules[target].record.kind.is_factory
    return Slot(target, NODE_NAMESPACE if as_node and is_factory else NAMESPACE)
