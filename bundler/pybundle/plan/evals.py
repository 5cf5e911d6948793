"""Modules with direct eval in an ES module output: which stand there as they are, and which can't.

What ``eval`` is given may use, and assign, any name of its module. Where a module is the whole
program its names can be those of the bundle; else its body is a function that sees no other
names, and what it exports are copies, which are right only of what nothing can assign.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import Binding
from pybundle.link.linkage import Linkage, Slot
from pybundle.plan.plan import Plan

READ_BY_HELPERS: Final = frozenset(
    "Error Function Object Promise Proxy Reflect Symbol TypeError URL decodeURIComponent"
    " document location queueMicrotask require self undefined".split()
)
"""Globals that helpers of such a bundle may read: a module that has these names for its own
can't share a scope with them."""


def stands_alone(module_map: ModuleMap, plan: Plan, index: int) -> bool:
    """Whether a module with direct eval is the whole program, and can keep its names at the top
    level of the output."""
    bindings = module_map.modules[index].record.bindings
    return (
        len(module_map.modules) == 1
        and index not in plan.cyclic
        and READ_BY_HELPERS.isdisjoint(binding.name for binding in bindings)
    )


def exposed_bindings(
    module_map: ModuleMap, linkage: Linkage, plan: Plan, index: int
) -> Iterator[Binding]:
    """Yield the bindings that a direct eval of their module may assign and an ES module output
    exports as copies."""
    module = module_map.modules[index]
    if not module.record.direct_evals or stands_alone(module_map, plan, index):
        return
    exported = set(linkage.exports[plan.entry].values())
    for binding in module.record.bindings:
        if binding.reassigned and Slot(index, binding.name) in exported:
            yield binding
