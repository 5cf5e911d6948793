"""What a bundle asks of the loader that runs it, in the formats ``amd`` and ``umd``."""

from __future__ import annotations

from collections.abc import Iterator

from pybundle.construct.record import ModuleKind
from pybundle.construct.request_record import ASKING
from pybundle.emit.names.demand import Demand
from pybundle.emit.names.names import Occurrence


def dependencies(demand: Demand) -> tuple[int, ...]:
    """Return the external modules that a loader gives, in order: those that are imported,
    then those that modules require, which can't be asked for when they run. In ``umd`` what
    they require has to have a global: without one it is left to the host."""
    options, modules = demand.options, demand.module_map.modules
    if not options.is_defined:
        return ()
    imported = [i for i, external in demand.externals.items() if not external.is_factory]
    required = (
        target
        for index in demand.requirers
        for request, target in zip(
            modules[index].record.requests, modules[index].targets, strict=True
        )
        if request.kind in ASKING and not request.optional and target >= 0
        if demand.kind(target) is ModuleKind.EXTERNAL
        if options.format == "amd" or modules[target].url in options.globals
    )
    return tuple(dict.fromkeys((*imported, *required)))


def loads_externals(demand: Demand) -> bool:
    """Whether some ``import()`` asks the AMD loader."""
    return demand.options.format == "amd" and any(
        demand.asks_loader(target)
        for index in demand.all_modules()
        for target in demand.module_map.modules[index].dynamic_targets()
    )


def external_loads(demand: Demand) -> Iterator[Occurrence]:
    """Yield where ``import()`` in ES modules asks the AMD loader in so many words."""
    for index in demand.order:
        module = demand.module_map.modules[index]
        for call in module.record.dynamic_imports:
            target = module.targets[call.request] if call.request >= 0 else -1
            if target >= 0 and demand.asks_loader(target):
                yield Occurrence(index, "", (call.start,), 1)
