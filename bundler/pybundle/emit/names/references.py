"""All references of the planned modules, looked through once: what one output needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import BindingKind, ModuleKind, Ref
from pybundle.emit.catch import is_within, shadowed_by_catch
from pybundle.emit.externals import conventional, find_externals
from pybundle.emit.fetched import fetched_externals
from pybundle.emit.names.demand import Demand, is_later, is_promised, loaded_namespace
from pybundle.emit.names.early import instantiated_first, with_company
from pybundle.emit.names.names import Occurrence
from pybundle.emit.names.naming import Occurrences
from pybundle.emit.names.uses import Uses, find_uses
from pybundle.link.commonjs_names import visible_names
from pybundle.link.linkage import DEFAULT, NAMESPACE, NAMESPACES, Linkage, Slot
from pybundle.link.namespaces import in_code_unit_order
from pybundle.options import Options
from pybundle.plan.evals import stands_alone
from pybundle.plan.plan import Plan
from pybundle.plan.reached import has_slots
from pybundle.plan.wrap import Wrap


def find_demand(module_map: ModuleMap, linkage: Linkage, plan: Plan, options: Options) -> Demand:
    """Look through all references of the planned modules once."""
    plan = replace(plan, aliases={**plan.aliases, **conventional(module_map, options)})
    order = (*plan.order, *plan.lazy)
    promised = is_promised(plan, options)
    exposed = not promised and (options.format != "iife" or options.global_name is not None)
    exports = _exports(module_map, linkage, plan, options) if exposed else {}
    loaded = _loaded(module_map, (*order, *plan.factories))
    whole = _loaded_namespaces(module_map, (*order, *plan.factories), loaded)
    own = [Slot(plan.entry, NAMESPACE)] if promised else []
    exported = (*exports.values(), *own, *whole, *_required_slots(module_map, plan))
    detached = _detached(module_map, plan, options, order)
    script = options.format != "esm"
    uses = find_uses(module_map, linkage, plan.aliases, order, exported, script, detached)
    later = {index for index in order if is_later(module_map, plan, options, index)}
    wrapped = later | detached
    occurrences = Occurrences(module_map, uses, wrapped, plan.homes, loaded)
    stars = linkage.external_stars.get(plan.entry, ()) if exposed else ()
    wanted = (*exported, *_seen_whole(module_map, linkage, plan, uses))
    assigned = _assigned_imports(module_map, uses, detached)
    early = instantiated_first(module_map, linkage, plan, uses)
    recorded = _recorded(module_map, plan, options, order)
    fetched = fetched_externals(module_map, plan, options)
    externals = find_externals(
        module_map, plan, occurrences, stars, wanted, uses.namespaces, early, fetched
    )
    seen = (*exported, *assigned, *_own_imports(module_map, uses, detached))
    return Demand(
        module_map=module_map,
        linkage=linkage,
        plan=plan,
        options=options,
        order=order,
        exports=exports,
        uses=uses,
        occurrences=occurrences,
        externals={external.module.index: external for external in externals},
        used=_used_slots(linkage, uses, exported, plan, {}),
        visible=_used_slots(linkage, uses, seen, plan, plan.homes),
        assigned=assigned,
        undefined_captured=_undefined_captured(module_map, uses),
        written_through=() if script else _written_through(module_map, exports, wrapped),
        requiring=tuple(index for index in order if module_map.modules[index].requires),
        loaded=loaded,
        recorded=recorded,
        graph=_graph(module_map, recorded),
        prepared=with_company(plan, early & wrapped),
        detached=detached,
    )


def _detached(
    module_map: ModuleMap, plan: Plan, options: Options, order: Iterable[int]
) -> frozenset[int]:
    """The modules with direct eval that can't share a scope with others."""
    records = ((index, module_map.modules[index].record) for index in order)
    return frozenset(
        index
        for index, record in records
        if record.direct_evals
        and record.kind is ModuleKind.ESM
        and not (options.format == "esm" and stands_alone(module_map, plan, index))
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
                for name in visible_names(module_map, star):
                    if name not in linkage.ambiguous[plan.entry]:
                        exports.setdefault(name, Slot(star, name))
    names = in_code_unit_order(exports)
    return {name: plan.aliases.get(exports[name], exports[name]) for name in names}


def _recorded(
    module_map: ModuleMap, plan: Plan, options: Options, order: Sequence[int]
) -> frozenset[int]:
    later = (Wrap.LAZY, Wrap.ASYNC)
    return frozenset(
        index
        for index in order
        if index in plan.tracked
        or (plan.wraps[index] in later and _is_run(module_map, options, index))
    )


def _graph(module_map: ModuleMap, recorded: Collection[int]) -> str | None:
    if not recorded:
        return None
    awaiting = any(module_map.modules[index].record.awaits for index in recorded)
    return "asyncGraph" if awaiting else "lazyGraph"


def _written_through(
    module_map: ModuleMap, exports: Mapping[str, Slot], wrapped: Collection[int]
) -> tuple[Slot, ...]:
    return tuple(
        slot
        for slot in dict.fromkeys(exports.values())
        if slot.name not in NAMESPACES
        and slot.module in wrapped
        and module_map.modules[slot.module].record.kind is not ModuleKind.EXTERNAL
    )


def _is_run(module_map: ModuleMap, options: Options, index: int) -> bool:
    """Whether something is done when the module is evaluated: in ``esm``, the engine
    evaluates external modules, and where there is a loader, that does."""
    kind = module_map.modules[index].record.kind
    return kind is not ModuleKind.EXTERNAL or options.format in ("iife", "cjs")


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
