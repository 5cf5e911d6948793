"""``import()`` in the output: the calls that it becomes, and what these load in factory modules,
which see nothing of the bundle but what they are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pybundle.construct.module_map import Module
from pybundle.emit.edits import Edit, replace
from pybundle.emit.import_options import has_open_options, specifier_end, specifier_start
from pybundle.emit.literals import string_literal
from pybundle.emit.names.claims import BUNDLE_LOAD, fetch_key, imports_key, record_key
from pybundle.emit.names.demand import Demand, loaded_namespace
from pybundle.emit.names.naming import Naming


def load_calls(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], importer: int
) -> dict[int, str]:
    """For each target of ``import()`` in a module, the call that imports it, but for its
    end."""
    names = naming.names
    graph = helpers.get(demand.graph or "", "")
    calls = {}
    for target in demand.module_map.modules[importer].dynamic_targets():
        if not demand.is_loaded(target):
            continue
        if target not in demand.loaded:
            url = demand.module_map.modules[target].url
            calls[target] = f"{names[BUNDLE_LOAD]}({string_literal(url)}"
            continue
        keys = (record_key(target), loaded_namespace(demand.module_map, importer, target))
        record, *namespace = (names[key] for key in keys if key in names)
        if demand.kind(target).is_factory:
            calls[target] = f"{helpers['loadCommonjs']}({graph}, {record}, () => {namespace[0]}"
        else:
            load = names.get(fetch_key(target), f"{graph}.load")
            calls[target] = f"{load}({', '.join((record, *namespace))}"
    return calls


def import_lines(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], importers: Iterable[int]
) -> Iterator[str]:
    """What ``import()`` in factory modules loads."""
    wanted: dict[int, str] = {}
    importers = tuple(importers)
    for index in importers:
        module = demand.module_map.modules[index]
        if loads_modules(demand, module):
            calls = load_calls(demand, naming, helpers, index)
            for target in module.dynamic_targets():
                if target in calls:
                    wanted[target] = calls[target]
    for target, call in wanted.items():
        yield f"{string_literal(_name(demand, target))}: () => {call})"
    for module, (number, _) in demand.import_maps():
        if module.index in importers:
            call = f"{helpers['importFrom']}({naming.names[imports_key(module.index, number)]}"
            if not has_open_options(module, module.record.dynamic_imports[number]):
                key = string_literal(_call_name(module, number))
                yield f"{key}: (specifier) => {call}, specifier)"
    for module, number in demand.calls_with_options():
        if module.index in importers:
            yield _checked_call(demand, naming, helpers, module, number)


def _checked_call(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], module: Module, number: int
) -> str:
    """What an ``import()`` of a factory module loads that has a second argument to be looked
    at."""
    key, check = string_literal(_call_name(module, number)), helpers["importWith"]
    request = module.record.dynamic_imports[number].request
    if request >= 0:
        call = load_calls(demand, naming, helpers, module.index)[module.targets[request]]
        return f"{key}: (options) => {check}(() => {call}), options)"
    name = naming.names[imports_key(module.index, number)]
    call = f"{check}({helpers['importFrom']}, {name}, specifier, options)"
    return f"{key}: (specifier, options) => {call}"


def loads_modules(demand: Demand, module: Module) -> bool:
    """Whether a factory module has an ``import()`` that becomes a call."""
    return bool(module.import_maps) or any(
        dynamic.request >= 0 and demand.is_loaded(module.targets[dynamic.request])
        for dynamic in module.record.dynamic_imports
    )


def load_name(demand: Demand) -> str:
    """Return a name that stands in no CommonJS module, for what ``import()`` becomes."""
    sources = [demand.module_map.modules[index].source for index in demand.plan.factories]
    name = "load"
    while any(name in source for source in sources):
        name += "$"
    return name


def load_edits(demand: Demand, module: Module) -> Iterator[Edit]:
    """Yield the edits that make calls of what a factory module is given of its ``import()``."""
    load = load_name(demand) if loads_modules(demand, module) else ""
    mapped = {number for number, _ in module.import_maps}
    for number, dynamic in enumerate(module.record.dynamic_imports):
        target = module.targets[dynamic.request] if dynamic.request >= 0 else -1
        if number in mapped:
            call = f"{load}({string_literal(_call_name(module, number))}, "
            yield replace(dynamic.start, specifier_start(module, dynamic), call)
        elif demand.is_loaded(target):
            is_open = has_open_options(module, dynamic)
            name = _call_name(module, number) if is_open else _name(demand, target)
            call = f"{load}({string_literal(name)}"
            yield replace(dynamic.start, specifier_end(module, dynamic), call)


def _call_name(module: Module, number: int) -> str:
    """What an ``import()`` with arguments that count is called, by its number in a module."""
    return f"{module.name} {number}"


def _name(demand: Demand, index: int) -> str:
    return demand.module_map.modules[index].name
