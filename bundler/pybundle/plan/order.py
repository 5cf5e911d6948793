"""Evaluation order, ahead of time (*InnerModuleLinking*, *InnerModuleEvaluation*).

Both walks are the specification's depth-first, post-order one, written with an
explicit stack: a chain of 10,000 imports is ordinary input.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from pybundle.construct.module_map import ModuleMap


def static_targets(module_map: ModuleMap) -> tuple[tuple[int, ...], ...]:
    """For each module, the modules it imports statically, in source order, each once."""
    return tuple(
        tuple(
            dict.fromkeys(
                target
                for request, target in zip(module.record.requests, module.targets, strict=True)
                if request.kind == "import" and target >= 0
            )
        )
        for module in module_map.modules
    )


def evaluation_order(targets: Sequence[Sequence[int]], roots: Sequence[int]) -> tuple[int, ...]:
    """Return what ``roots`` reach, in the order in which bodies run (post-order)."""
    order: list[int] = []
    seen: set[int] = set()
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(targets[root]))]
        while stack:
            module, pending = stack[-1]
            for target in pending:
                if target not in seen:
                    seen.add(target)
                    stack.append((target, iter(targets[target])))
                    break
            else:
                order.append(module)
                stack.pop()
    return tuple(order)


def evaluation_parents(targets: Sequence[Sequence[int]], root: int) -> dict[int, int]:
    """Return, for each module that ``root`` reaches but itself, the one that is being evaluated
    when its own evaluation begins, and whose import it is."""
    parents: dict[int, int] = {}
    stack = [(root, iter(targets[root]))]
    while stack:
        module, pending = stack[-1]
        target = next((t for t in pending if t not in parents and t != root), None)
        if target is None:
            stack.pop()
        else:
            parents[target] = module
            stack.append((target, iter(targets[target])))
    return parents


def strong_components(
    targets: Sequence[Sequence[int]], roots: Sequence[int]
) -> tuple[tuple[int, ...], ...]:
    """Return the strongly connected components that ``roots`` reach (Tarjan, as the
    specification's [[DFSAncestorIndex]]), each before what depends on it."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    on_stack: set[int] = set()
    component_stack: list[int] = []
    components: list[tuple[int, ...]] = []
    for root in roots:
        if root in index:
            continue
        walk = [(root, iter(targets[root]))]
        index[root] = low[root] = len(index)
        component_stack.append(root)
        on_stack.add(root)
        while walk:
            module, pending = walk[-1]
            for target in pending:
                if target not in index:
                    index[target] = low[target] = len(index)
                    component_stack.append(target)
                    on_stack.add(target)
                    walk.append((target, iter(targets[target])))
                    break
                if target in on_stack:
                    low[module] = min(low[module], index[target])
            else:
                walk.pop()
                if walk:
                    parent = walk[-1][0]
                    low[parent] = min(low[parent], low[module])
                if low[module] == index[module]:
                    at = len(component_stack) - 1
                    while component_stack[at] != module:
                        at -= 1
                    members = component_stack[at:]
                    del component_stack[at:]
                    on_stack.difference_update(members)
                    components.append(tuple(members))
    return tuple(components)


def seen_early(
    targets: Sequence[Sequence[int]],
    components: Sequence[Sequence[int]],
    place: Mapping[int, int],
    lazy: Container[int],
) -> frozenset[int]:
    """Return the modules whose slots some module outside their own cycle can see before
    their bodies have run.

    That takes a cycle above them: a module of it runs before they do, although it
    reaches them through the others. ``components`` are in ``strong_components``' order,
    ``place`` is each module's in evaluation order; what is ``lazy`` may be entered
    elsewhere first, so there any cycle above counts.
    """
    first = {module: place[module] for component in components for module in component}
    below_cycle: set[int] = set()
    for component in reversed(components):
        earliest = min(first[module] for module in component)
        cyclic = len(component) > 1 or not below_cycle.isdisjoint(component)
        for module in component:
            for target in targets[module]:
                first[target] = min(first[target], earliest)
                if cyclic:
                    below_cycle.add(target)
    return frozenset(
        module
        for module, earliest in first.items()
        if earliest < place[module] or (module in lazy and module in below_cycle)
    )
