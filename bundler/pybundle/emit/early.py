"""Which modules' slots somebody may see before their bodies have run, so that they have to be
instantiated before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.emit.uses import Uses
from pybundle.link.linkage import NAMESPACES, Linkage
from pybundle.plan.order import strong_components
from pybundle.plan.plan import Plan


def seen_early(module_map: ModuleMap, linkage: Linkage, plan: Plan, uses: Uses) -> frozenset[int]:
    """The modules whose slots somebody outside their function may see before their body
    starts: those in a cycle with others, and those that one of a cycle looks into, since its
    functions can be called before it has run, and then what it imports may not have run
    either."""
    seen: set[int] = set()
    namespaces: set[tuple[int, int]] = set()
    for index, members in _cycles(module_map, plan).items():
        home = plan.home(index)
        if any(plan.home(member) != home for member in members):
            seen.add(index)
        chains = (chain.slot for chain in uses.modules[index].chains.values() if chain.slot)
        for slot in (*uses.modules[index].slots, *chains):
            if plan.home(slot.module) != home:
                seen.add(slot.module)
            if slot.name in NAMESPACES:
                namespaces.add((slot.module, home))
    pending = list(namespaces)
    while pending:
        index, home = pending.pop()
        for slot in linkage.exports.get(index, {}).values():
            if plan.home(slot.module) != home:
                seen.add(slot.module)
            if slot.name in NAMESPACES and (slot.module, home) not in namespaces:
                namespaces.add((slot.module, home))
                pending.append((slot.module, home))
    return frozenset(seen)


def with_company(plan: Plan, seen: Collection[int]) -> frozenset[int]:
    """The modules of ``seen``, with all that stand in the same functions."""
    homes = {plan.home(index) for index in seen}
    together = (m for home in homes if home in plan.groups for m in plan.groups[home].members)
    return frozenset((*seen, *together))


def _cycles(module_map: ModuleMap, plan: Plan) -> Mapping[int, Sequence[int]]:
    """The ES modules that are in a cycle, with its members: ``require()`` closes one too."""
    if not plan.factories:
        return plan.cycles
    modules = module_map.modules
    edges = [
        (*targets, *(target for _, target in module.required()))
        for targets, module in zip(plan.targets, modules, strict=True)
    ]
    components = strong_components(edges, (*plan.order, *plan.lazy, *plan.factories))
    planned = {*plan.order, *plan.lazy}
    return {
        index: component
        for component in components
        if len(component) > 1
        for index in component
        if index in planned and modules[index].record.kind is ModuleKind.ESM
    }
