"""Which modules' slots somebody may see before their bodies have run, so that they have to be
instantiated before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import BindingKind, ModuleKind
from pybundle.emit.names.uses import Uses
from pybundle.link.linkage import NAMESPACES, Linkage
from pybundle.plan.order import strong_components
from pybundle.plan.plan import Plan


def instantiated_first(
    module_map: ModuleMap, linkage: Linkage, plan: Plan, uses: Uses
) -> frozenset[int]:
    """The modules whose slots somebody outside their function may see before their body
    starts: those in a cycle with others, and those that one of a cycle looks into, since its
    functions can be called before it has run, and then what it imports may not have run
    either. Nor what that imports, if it has functions that can be called."""
    cycles = _cycles(module_map, plan)
    firsts = {members[0]: members for members in cycles.values()}
    apart = {first for first, members in firsts.items() if len({*map(plan.home, members)}) > 1}
    seen = {index for index, members in cycles.items() if members[0] in apart}
    callable_early, pending = set(cycles), list(cycles)
    while pending:
        found = _looked_into(linkage, plan, uses, pending.pop())
        seen |= found
        for index in found - callable_early:
            if _has_functions(module_map, index) and (plan.factories or index in plan.early):
                callable_early.add(index)
                pending.append(index)
    return frozenset(seen)


def _has_functions(module_map: ModuleMap, index: int) -> bool:
    """Whether anything of a module can be called before its body has run."""
    bindings = module_map.modules[index].record.bindings
    return any(binding.kind is BindingKind.FUNCTION for binding in bindings)


def _looked_into(linkage: Linkage, plan: Plan, uses: Uses, index: int) -> set[int]:
    """The modules in other functions whose slots a module can read, itself or through a
    namespace object."""
    home = plan.home(index)
    chains = (chain.slot for chain in uses.modules[index].chains.values() if chain.slot)
    pending = list(dict.fromkeys((*uses.modules[index].slots, *chains)))
    namespaces: set[int] = set()
    found = set()
    while pending:
        slot = pending.pop()
        if plan.home(slot.module) != home:
            found.add(slot.module)
        if slot.name in NAMESPACES and slot.module not in namespaces:
            namespaces.add(slot.module)
            pending += linkage.exports.get(slot.module, {}).values()
    return found


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
