"""What the modules that ``require()`` may ask for are called in the output."""

from __future__ import annotations

from pybundle.construct.record import ModuleKind
from pybundle.emit.names.demand import Demand


def module_keys(demand: Demand) -> dict[int, str]:
    """Return what the modules that ``require()`` may ask for are called: their names, told
    apart where two are alike."""
    keys: dict[int, str] = {}
    used: set[str] = set()
    for index in dict.fromkeys((*demand.requirers, *demand.plan.required)):
        if demand.kind(index) is ModuleKind.EXTERNAL:
            continue
        name = key = demand.module_map.modules[index].name
        number = 1
        while key in used:
            number += 1
            key = f"{name}#{number}"
        used.add(key)
        keys[index] = key
    return keys
