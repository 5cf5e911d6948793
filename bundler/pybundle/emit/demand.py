"""What one output needs: references, externals, and what must be made for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pybundle.construct.module_map import ImportMap, Module, ModuleMap
from pybundle.construct.record import BindingKind, ModuleKind, Ref
from pybundle.emit.catch import is_within, shadowed_by_catch
from pybundle.emit.early import seen_early, with_company
from pybundle.emit.externals import External, conventional, find_externals
from pybundle.emit.import_options import has_open_options
from pybundle.emit.names import Occurrence
from pybundle.emit.naming import Occurrences
from pybundle.emit.uses import Uses, find_uses
from pybundle.link.commonjs_names import visible_names
from pybundle.link.linkage import (
    DEFAULT,
    MODULE_EXPORTS,
    NAMESPACE,
    NAMESPACES,
    NODE_NAMESPACE,
    Linkage,
    Slot,
)
from pybundle.link.namespaces import in_code_unit_order
from pybundle.options import Options
from pybundle.plan.evals import stands_alone
from pybundle.plan.plan import Plan
from pybundle.plan.reached import has_slots
from pybundle.plan.wrap import Wrap


@dataclass(frozen=True, slots=True)
class Demand:
    """All that emission looks up.

    ``order`` are all modules, in the order of their text: the lazy ones last.
    ``exports`` maps the names that the output exposes to their slots. ``used`` are the
    slots that somebody other than their module reads, ``visible`` those that are read from
    outside of the function in which their module stands. ``assigned`` maps each import
    that somebody assigns (or that must be read like one, see ``shadowed_by_catch``) to where
    that happens; ``undefined_captured`` is where the text
    ``undefined`` would be captured. ``loaded`` maps each module that ``import()`` asks
    for to where that happens in so many words; ``recorded`` are the modules that need a
    record of how to evaluate them; ``prepared`` are the wrapped modules whose slots may be
    seen before they run, so that they must have been instantiated; ``detached`` are those that
    have a direct eval, which must not see the others' names.
    """

    module_map: ModuleMap
    linkage: Linkage
    plan: Plan
    options: Options
    order: tuple[int, ...]
    exports: Mapping[str, Slot]
    exposed: bool
    uses: Uses
    occurrences: Occurrences
    externals: Mapping[int, External]
    used: frozenset[Slot]
    visible: frozenset[Slot]
    assigned: Mapping[Slot, Sequence[Occurrence]]
    undefined_captured: tuple[Occurrence, ...]
    loaded: Mapping[int, tuple[Occurrence, ...]]
    recorded: frozenset[int]
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
        later = _is_later(self.module_map, self.plan, self.options, index)
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
        waits = self.plan.wraps[entry] is Wrap.ASYNC
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
    def written_through(self) -> tuple[Slot, ...]:
        """The slots of wrapped modules that an ES module output exports: each has a copy
        at the top level, which whatever assigns the slot assigns too."""
        if self.script:
            return ()
        return tuple(
            dict.fromkeys(
                slot
                for slot in self.exports.values()
                if slot.name not in NAMESPACES
                and self.is_wrapped(slot.module)
                and self.kind(slot.module) is not ModuleKind.EXTERNAL
            )
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
    def requiring(self) -> tuple[int, ...]:
        """The ES modules that have a ``require`` of their own."""
        return tuple(index for index in self.order if self.module_map.modules[index].requires)

    @property
    def requirers(self) -> tuple[int, ...]:
        """The modules that have a ``require``: CommonJS (or its data), then ES modules."""
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
    def shows_exports(self) -> bool:
        """Whether the output makes an object of the entry's exports."""
        if not self.script or self.kind(self.plan.entry) is ModuleKind.COMMONJS:
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
        if self.options.format not in ("cjs", "umd") and not in_node:
            around = self.options.format == "amd" or index in self.prepared
            words = {"arguments"} if around else set()
        elif in_node and index not in self.prepared:
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


def find_demand(module_map: ModuleMap, linkage: Linkage, plan: Plan, options: Options) -> Demand:
    """Look through all references of the planned modules once."""
    plan = replace(plan, aliases={**plan.aliases, **conventional(module_map, options)})
    order = (*plan.order, *plan.lazy)
    exposed = options.format != "iife" or options.global_name is not None
    exports = _exports(module_map, linkage, plan, options) if exposed else {}
    loaded = _loaded(module_map, (*order, *plan.factories))
    whole = _loaded_namespaces(module_map, (*order, *plan.factories), loaded)
    exported = (*exports.values(), *whole, *_required_slots(module_map, plan))
    detached = frozenset(
        index
        for index in order
        if module_map.modules[index].record.direct_evals
        and module_map.modules[index].record.kind is ModuleKind.ESM
        and not (options.format == "esm" and stands_alone(module_map, plan, index))
    )
    script = options.format != "esm"
    uses = find_uses(module_map, linkage, plan.aliases, order, exported, script, detached)
    later = {index for index in order if _is_later(module_map, plan, options, index)}
    wrapped = later | detached
    occurrences = Occurrences(module_map, uses, wrapped, plan.homes, loaded)
    stars = linkage.external_stars.get(plan.entry, ()) if exposed else ()
    wanted = (*exported, *_seen_whole(module_map, linkage, plan, uses))
    assigned = _assigned_imports(module_map, uses, detached)
    early = seen_early(module_map, linkage, plan, uses)
    externals = find_externals(
        module_map, order, occurrences, stars, wanted, uses.namespaces, early
    )
    return Demand(
        module_map=module_map,
        linkage=linkage,
        plan=plan,
        options=options,
        order=order,
        exports=exports,
        exposed=exposed,
        uses=uses,
        occurrences=occurrences,
        externals={external.module.index: external for external in externals},
        used=_used_slots(linkage, uses, exported, plan, {}),
        visible=_used_slots(
            linkage,
            uses,
            (*exported, *assigned, *_own_imports(module_map, uses, detached)),
            plan,
            plan.homes,
        ),
        assigned=assigned,
        undefined_captured=_undefined_captured(module_map, uses),
        loaded=loaded,
        recorded=frozenset(
            index
            for index in order
            if index in plan.tracked
            or (
                plan.wraps[index] in (Wrap.LAZY, Wrap.ASYNC) and _is_run(module_map, options, index)
            )
        ),
        prepared=with_company(plan, early & wrapped),
        detached=detached,
    )


def _exports(
    module_map: ModuleMap, linkage: Linkage, plan: Plan, options: Options
) -> dict[str, Slot]:
    """What the output exposes. An ES module output has to name what it exports: of CommonJS
    modules that the entry re-exports whole, what their texts show."""
    exports = dict(linkage.exports[plan.entry])
    if options.format == "esm":
        for star in linkage.external_stars.get(plan.entry, ()):
            if module_map.modules[star].record.kind is ModuleKind.COMMONJS:
                for name in visible_names(module_map.modules, star):
                    exports.setdefault(name, Slot(star, name))
    names = in_code_unit_order(exports)
    return {name: plan.aliases.get(exports[name], exports[name]) for name in names}


LATER = (Wrap.LAZY, Wrap.JOINED, Wrap.ASYNC)

_URLS = ("http:", "https:", "data:", "blob:")
"""What modules have no AMD loader but the engine's own for."""


def _is_later(module_map: ModuleMap, plan: Plan, options: Options, index: int) -> bool:
    gated = options.format == "esm" and index == plan.entry
    return plan.wraps[index] in LATER and not gated and has_slots(module_map, index)


def _is_run(module_map: ModuleMap, options: Options, index: int) -> bool:
    """Whether something is done when the module is evaluated: in ``esm``, the engine
    evaluates external modules, and where there is a loader, that does."""
    kind = module_map.modules[index].record.kind
    return kind is not ModuleKind.EXTERNAL or options.format in ("iife", "cjs")


def loaded_namespace(module_map: ModuleMap, importer: int, target: int) -> Slot:
    """Return the namespace object that ``import()`` of ``target`` gives in ``importer``."""
    importing = module_map.modules[importer]
    as_node = importing.node_mode or importing.record.kind is ModuleKind.COMMONJS
    is_factory = module_map.modules[target].record.kind.is_factory
    return Slot(target, NODE_NAMESPACE if as_node and is_factory else NAMESPACE)


def _loaded_namespaces(
    module_map: ModuleMap, importers: Iterable[int], loaded: Iterable[int]
) -> list[Slot]:
    """Return the namespace objects that ``import()`` gives, in the order of ``loaded``."""
    found: dict[int, dict[Slot, None]] = {target: {} for target in loaded}
    for importer in dict.fromkeys(importers):
        for target in module_map.modules[importer].dynamic_targets():
            if target in found and module_map.modules[target].failure is None:
                found[target][loaded_namespace(module_map, importer, target)] = None
    return [slot for slots in found.values() for slot in slots]


def _required_slots(module_map: ModuleMap, plan: Plan) -> Iterator[Slot]:
    """What ``require()`` gives of the modules of the shared scope: the namespaces of ES modules,
    the values of data."""
    for index in plan.required:
        kind = module_map.modules[index].record.kind
        if kind is ModuleKind.ESM and index not in plan.asynchronous:
            yield Slot(index, NAMESPACE)
        elif kind in (ModuleKind.JSON, ModuleKind.TEXT) and index not in plan.factories:
            yield Slot(index, DEFAULT)


def _loaded(module_map: ModuleMap, order: Sequence[int]) -> dict[int, tuple[Occurrence, ...]]:
    loaded: dict[int, list[Occurrence]] = {}
    for index in dict.fromkeys(order):
        module = module_map.modules[index]
        for dynamic in module.record.dynamic_imports:
            target = module.targets[dynamic.request] if dynamic.request >= 0 else -1
            if target >= 0 and module_map.modules[target].record.kind is not ModuleKind.EXTERNAL:
                occurrence = Occurrence(index, "", (dynamic.start,), 1)
                loaded.setdefault(target, []).append(occurrence)
        for target in module.dynamic_targets():
            if module_map.modules[target].record.kind is not ModuleKind.EXTERNAL:
                loaded.setdefault(target, [])
    return {target: tuple(places) for target, places in loaded.items()}


def _seen_whole(module_map: ModuleMap, linkage: Linkage, plan: Plan, uses: Uses) -> Iterator[Slot]:
    """Yield the namespace objects that are wanted (of external modules those that others
    re-export), and what they show."""
    stars = {star for stars in linkage.external_stars.values() for star in stars}
    for index in uses.namespaces:
        if has_slots(module_map, index) or index in stars:
            yield Slot(index, NAMESPACE)
        for slot in linkage.exports.get(index, {}).values():
            yield plan.aliases.get(slot, slot)


def _used_slots(
    linkage: Linkage,
    uses: Uses,
    exported: Sequence[Slot],
    plan: Plan,
    homes: Mapping[int, int],
) -> frozenset[Slot]:
    """The slots that the shared scope reads, or modules whose ``homes`` (default: they
    themselves) are not the slot's."""
    used = set(exported)
    for index, module_uses in uses.modules.items():
        home = homes.get(index, index)
        chains = (chain.slot for chain in module_uses.chains.values() if chain.slot is not None)
        for slot in (*module_uses.slots, *chains):
            if homes.get(slot.module, slot.module) != home:
                used.add(slot)
    for index in uses.namespaces:
        exports = linkage.exports.get(index, {})
        used.update(plan.aliases.get(slot, slot) for slot in exports.values())
    return frozenset(used)


def _own_imports(module_map: ModuleMap, uses: Uses, detached: Iterable[int]) -> Iterator[Slot]:
    """Yield the slots that detached modules import of themselves: their imports are seen
    through the shared scope."""
    for index in detached:
        bindings = module_map.modules[index].record.bindings
        for binding, slot in zip(bindings, uses.modules[index].slots, strict=True):
            is_own = slot.module == index and slot.name not in NAMESPACES
            if is_own and binding.kind is BindingKind.IMPORT:
                yield slot


def _assigned_imports(
    module_map: ModuleMap, uses: Uses, detached: Collection[int]
) -> dict[Slot, list[Occurrence]]:
    assigned: dict[Slot, list[Occurrence]] = {}
    for index, module_uses in uses.modules.items():
        if index in detached:
            continue
        module = module_map.modules[index]
        bindings = module.record.bindings
        for binding, slot in zip(bindings, module_uses.slots, strict=True):
            if binding.kind is BindingKind.IMPORT:
                refs = binding.refs
                hidden = shadowed_by_catch(module, slot)
                starts = [
                    refs[i]
                    for i in range(0, len(refs), 3)
                    if refs[i + 2] & Ref.WRITE or (hidden and is_within(hidden, refs[i]))
                ]
                if starts:
                    assigned.setdefault(slot, []).append(Occurrence(index, "", starts, 1))
    return assigned


def _undefined_captured(module_map: ModuleMap, uses: Uses) -> tuple[Occurrence, ...]:
    """Where the text ``undefined`` would mean a binding of the module's own."""
    captured = []
    for index, module_uses in uses.modules.items():
        record = module_map.modules[index].record
        starts = [*record.this_starts]
        starts += (start for start, chain in module_uses.chains.items() if chain.slot is None)
        if starts and any(name == "undefined" for name, _ in record.nested):
            captured.append(Occurrence(index, "", starts, 1))
    return tuple(captured)
