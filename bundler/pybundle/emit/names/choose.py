"""The choice of all names of one output, and with them of the helpers that it carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pybundle.construct.module_map import Module
from pybundle.construct.record import BindingKind, ModuleKind, Ref
from pybundle.emit.asked import dependencies, external_loads, loads_externals
from pybundle.emit.define import is_inline
from pybundle.emit.defined import special_key
from pybundle.emit.externals import (
    external_claims,
    external_key,
    member_texts,
    whole_modules,
)
from pybundle.emit.fetched import fetch_claims
from pybundle.emit.helpers import helper
from pybundle.emit.names.claims import (
    BUNDLE_LOAD,
    BUNDLE_META,
    FAILURE,
    body_key,
    copy_key,
    cycle_key,
    detached_key,
    helper_key,
    imports_key,
    live_key,
    meta_key,
    record_key,
    require_key,
    slots_key,
    text_key,
)
from pybundle.emit.names.demand import Demand
from pybundle.emit.names.functions import find_functions
from pybundle.emit.names.keys import module_keys
from pybundle.emit.names.names import Claim, NestedScopes, Occurrence, canonical_names
from pybundle.emit.names.naming import READONLY, UNDEFINED, Naming, slot_claims
from pybundle.emit.names.needed import needed_helpers, needed_special, needs_create_require
from pybundle.emit.names.words import identifier_from, is_identifier
from pybundle.emit.systems.tables import AMD, files_key, runner_key, table_modules, value_calls
from pybundle.link.linkage import DEFAULT, NAMESPACE, Slot
from pybundle.plan.reached import has_slots
from pybundle.plan.wrap import Wrap

Names = Mapping[Slot | str, str]

CJS_NAMES = frozenset({"exports", "require", "module", "__filename", "__dirname", "Object"})
"""What a CommonJS file can't declare, and what its frame reads."""


def choose_names(demand: Demand) -> tuple[Naming, dict[str, str]]:
    """Return what everything is called, and the helpers needed with their names.

    Which helpers are needed depends on what is renamed, and what can be named on the
    globals that helpers read: choose until both stand.
    """
    wanted: tuple[str, ...] = ()
    scopes = NestedScopes(demand.module_map, demand.detached)
    kept = frozenset(_kept(demand))
    functions = find_functions(demand, {index: slots_key(index) for index in demand.order})
    while True:
        names = canonical_names(
            _claims(demand, wanted), _taken(demand, wanted), scopes, functions, kept
        )
        needed = tuple(dict.fromkeys(needed_helpers(demand, names)))
        if set(needed) <= set(wanted):
            break
        wanted = (*wanted, *(name for name in needed if name not in wanted))
    whole = whole_modules(demand.externals.values(), names)
    members = member_texts(demand.externals.values(), {**names, **whole})
    outside = _outside(demand, names)
    keys = module_keys(demand)
    values = value_calls(demand, names, keys)
    naming = Naming({**names, **whole}, members, outside, keys, demand.plan.homes, values)
    return naming, {name: names[helper_key(name)] for name in needed}


def _kept(demand: Demand) -> Iterator[Slot]:
    """Yield the slots of modules with direct eval that stand in the shared scope: alone there,
    they keep even names that are given to nobody else."""
    for index in demand.order:
        module = demand.module_map.modules[index]
        if module.record.direct_evals and not demand.is_detached(index):
            for binding in module.record.bindings:
                if binding.kind is not BindingKind.IMPORT and binding.name != DEFAULT:
                    yield Slot(index, binding.name)


def _outside(demand: Demand, names: Names) -> dict[Slot, str]:
    outside: dict[Slot, str] = {}
    for slot in demand.visible:
        key = slots_key(demand.plan.home(slot.module))
        if key not in names or slot.name == NAMESPACE:
            continue
        if slot in names:
            outside[slot] = f"{names[key]}.{names[slot]}"
    return outside


def _claims(demand: Demand, helpers: tuple[str, ...]) -> Iterator[Claim]:
    for claim in slot_claims(
        demand.module_map, demand.uses, demand.plan.entry, demand.order, demand.occurrences
    ):
        if not isinstance(claim.key, Slot) or _is_declared(demand, claim.key):
            yield claim
    yield from external_claims(demand.externals.values(), demand.occurrences, demand.options)
    yield from _loader_claims(demand)
    yield from fetch_claims(demand)
    yield from _record_claims(demand)
    for name in helpers:
        places: tuple[Occurrence, ...] = ()
        if name == demand.graph:
            places = tuple(place for each in demand.loaded.values() for place in each)
        if name == "importFrom":
            called = (_called(module, number) for module, (number, _) in demand.import_maps())
            places = tuple(place for each in called for place in each)
        if name == "importWith":
            called = (_called(*each) for each in demand.calls_with_options())
            places = tuple(place for each in called for place in each)
        if name == "setName":
            places = tuple(Occurrence(index, "", (0,), 1) for index in sorted(demand.detached))
        yield Claim(helper_key(name), helper(name).name, places)
    for table in table_modules(demand):
        yield Claim(runner_key(table), table.runner, ())
        yield Claim(files_key(table), table.files, ())
    if demand.requirers and needs_create_require(demand):
        yield Claim("createRequire", "createRequire", ())
    if demand.assigned:
        everywhere = tuple(o for places in demand.assigned.values() for o in places)
        yield Claim(READONLY, READONLY, everywhere)
    if demand.undefined_captured:
        yield Claim(UNDEFINED, "nothing", demand.undefined_captured)
    for key, expression in demand.options.define.items():
        if not is_inline(expression):
            wish = identifier_from(key.replace(".", "-"))
            yield Claim(f"define {key}", wish, _free(demand, key.split(".")[0]))
    unbound = {name for index in demand.order for name in demand.unbound(index)}
    for name in sorted(unbound):
        yield Claim(f"unbound {name}", f"unbound_{name}", _free(demand, name))


def _loader_claims(demand: Demand) -> Iterator[Claim]:
    """Yield the claims of what an AMD loader gives beside what ES modules import."""
    for name in needed_special(demand):
        yield Claim(special_key(name), name, ())
    for index in dependencies(demand):
        if index not in demand.externals:
            wish = identifier_from(demand.module_map.modules[index].url)
            yield Claim(external_key(index), wish, ())
    if loads_externals(demand):
        yield Claim(BUNDLE_LOAD, "loadExternal", tuple(external_loads(demand)))


def _record_claims(demand: Demand) -> Iterator[Claim]:
    for index in demand.order:
        module = demand.module_map.modules[index]
        stem = identifier_from(module.name)
        if index in demand.recorded:
            yield Claim(record_key(index), f"{stem}_module", demand.loaded.get(index, ()))
        members = demand.plan.cycles.get(index, ())
        if members[-1:] == (index,) and demand.plan.wraps[index] is Wrap.ASYNC:
            yield Claim(cycle_key(index), f"{stem}_cycle", ())
        has_scope = demand.is_wrapped(index) and demand.plan.home(index) == index
        if has_scope and has_slots(demand.module_map, index):
            outside = demand.occurrences.outside.get(index, ())
            yield Claim(slots_key(index), stem, tuple(outside))
        if demand.is_detached(index):
            yield Claim(body_key(index), f"{stem}_body", ())
            if not demand.script:
                yield Claim(text_key(index), f"{stem}_text", ())
        if module.requires:
            calls = Occurrence(index, "", [start for start, _ in module.record.created_requires], 1)
            yield Claim(
                require_key(index), f"{stem}_require", (calls, *_free(demand, "require", index))
            )
        starts = demand.own_metas(index)
        if starts:
            yield Claim(meta_key(index), f"{stem}_meta", (Occurrence(index, "", starts, 1),))
    if demand.script and demand.detached:
        yield Claim(detached_key(), "detached", ())
    for slot in (*demand.written_through, *demand.copied):
        wish = slot.name if slot.name != DEFAULT else "exported"
        yield Claim(copy_key(slot), wish if is_identifier(wish) else identifier_from(wish), ())
    for index in dict.fromkeys(slot.module for slot in demand.written_through):
        slots = (slot for slot in demand.written_through if slot.module == index)
        places = (place for slot in slots for place in demand.occurrences.of(slot))
        yield Claim(live_key(index), "live", tuple(o._replace(local="") for o in places))
    if demand.bundle_metas():
        yield Claim(BUNDLE_META, "bundle_meta", demand.bundle_metas())
    for module, import_map in demand.import_maps():
        wish = f"{identifier_from(module.name)}_imports"
        key = imports_key(module.index, import_map[0])
        yield Claim(key, wish, _called(module, import_map[0]))
    if demand.plan.tracked and demand.script:
        yield Claim(FAILURE, "failure", ())


def _called(module: Module, number: int) -> tuple[Occurrence, ...]:
    """Where what an ``import()`` becomes is used in the shared scope's modules."""
    if module.record.kind is ModuleKind.COMMONJS:
        return ()
    start = module.record.dynamic_imports[number].start
    return (Occurrence(module.index, "", (start,), 1),)


def _free(demand: Demand, name: str, *within: int) -> tuple[Occurrence, ...]:
    """Where a free name stands; in some modules only, if they are given."""
    return tuple(
        Occurrence(index, "", free.refs, 3)
        for index in within or demand.order
        for free in demand.module_map.modules[index].record.globals
        if free.name == name
    )


def _is_declared(demand: Demand, slot: Slot) -> bool:
    """Synthetic modules declare only the slots that somebody reads."""
    kind = demand.kind(slot.module)
    return kind is ModuleKind.ESM or slot.name in (DEFAULT, NAMESPACE) or slot in demand.used


def _taken(demand: Demand, helpers: tuple[str, ...]) -> set[str]:
    """Names that no slot may bear: globals that somebody reads, and words of the format."""
    defined = demand.options.define
    taken = {
        free.name
        for index in (demand.order if demand.script else demand.all_modules())
        for free in demand.module_map.modules[index].record.globals
        if free.name not in defined or any(flags & Ref.WRITE for flags in free.refs[2::3])
    }
    if not demand.script:
        taken |= {
            name
            for index in demand.plan.factories
            for declaration in demand.module_map.modules[index].record.global_declarations
            for name in declaration.names
        }
    if demand.requirers and demand.script:
        taken |= {"require", "module", "__dirname"}
    if AMD in table_modules(demand) and demand.options.platform == "node":
        taken.add("process")
    for name in helpers:
        taken |= helper(name).globals
    for index in demand.order:
        failure = demand.module_map.modules[index].failure
        if failure is not None:
            taken |= {failure.error}
            if failure.missing and demand.options.platform == "node":
                taken |= {"Error", "Object"}
    options = demand.options
    if options.format == "cjs":
        taken |= CJS_NAMES
    expressions = [*options.define.values(), *options.globals.values()]
    if options.global_name:
        expressions.append(options.global_name)
    taken.update(text.split(".")[0] for text in expressions)
    return {name for name in taken if is_identifier(name) or not name.isascii()}
