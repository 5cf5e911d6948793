"""Wrap decisions: which modules stand in the shared scope, and which in a function of
their own because they run later, or asynchronously, or faster there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.plan.order import evaluation_order, strong_components
from pybundle.plan.reached import find_reached, has_await, has_slots


class Wrap(Enum):
    """Where a module's body stands."""

    FLAT = "flat"
    """In the shared scope, at its place in evaluation order."""
    ISOLATED = "isolated"
    """At its place, in an arrow function: it has a loop that the engine compiles far
    better there, and no slot that anybody else sees."""
    LAZY = "lazy"
    """In a function that runs when ``import()`` asks for it."""
    JOINED = "joined"
    """In the function of the one lazy module that leads to it."""
    ASYNC = "async"
    """In a function, as it awaits, or waits for a module that does."""
    FACTORY = "factory"
    """In a function of its own outside of the shared scope, which ``require()`` or a loader
    calls."""


@dataclass(frozen=True, slots=True)
class Wraps:
    """The decisions for the graph of one entry.

    ``lazy`` are the modules that only ``import()`` reaches, or ``require()`` of an ES
    module, in evaluation order. ``factories`` are the modules of other systems, and the data that
    only ``require()`` reaches, in the order in which they are found. ``required`` are the
    targets of ``require()``; of these, ``asynchronous`` are the ES modules that it can't
    evaluate.
    ``roots`` are the targets of ``import()``, and of ``require()`` those that can be
    evaluated at once.
    ``trailing`` are the flat modules from the first ``await`` on, at the end of the
    order: each waits for all before it. ``tracked`` are the flat modules that
    wrapped ones, or ``import()``, ask for.
    """

    kinds: Mapping[int, Wrap]
    lazy: tuple[int, ...]
    trailing: tuple[int, ...]
    tracked: frozenset[int]
    factories: tuple[int, ...] = ()
    required: tuple[int, ...] = ()
    asynchronous: frozenset[int] = frozenset()
    roots: tuple[int, ...] = ()


def decide_wraps(
    module_map: ModuleMap, targets: Sequence[Sequence[int]], order: Sequence[int]
) -> Wraps:
    """Decide for the static graph ``order`` (evaluation order, entry last) and all that
    its modules ``import()``."""
    static = set(order)
    reached = find_reached(module_map, targets, order)
    lazy = reached.lazy
    roots = list(dict.fromkeys((*reached.imported, *reached.required_modules)))
    requested = set(evaluation_order(targets, roots))
    waiting = waiting_modules(module_map, targets, order)
    trailing = () if requested & static else _trailing(module_map, targets, order, waiting)
    kinds = dict.fromkeys(order, Wrap.FLAT)
    kinds |= {index: Wrap.ASYNC for index in waiting if index not in trailing}
    early = set(evaluation_order(targets, reached.required_modules))
    early |= {index for index in reached.imported if index in reached.factories}
    early -= {order[-1]} - {*reached.factories}
    kinds |= {index: Wrap.LAZY for index in order if index in early and kinds[index] is Wrap.FLAT}
    kinds |= dict.fromkeys(lazy, Wrap.LAZY)
    needed = set(roots)
    for index in (*order, *lazy):
        if kinds[index] in (Wrap.LAZY, Wrap.ASYNC):
            needed.update(targets[index])
    tracked = frozenset(
        index
        for index in needed & static & requested
        if kinds[index] is Wrap.FLAT and has_slots(module_map, index)
    )
    return Wraps(
        kinds | {index: Wrap.FACTORY for index in reached.factories if index not in kinds},
        lazy,
        trailing,
        tracked,
        reached.factories,
        reached.required,
        reached.asynchronous,
        tuple(roots),
    )


def waiting_modules(
    module_map: ModuleMap, targets: Sequence[Sequence[int]], order: Sequence[int]
) -> frozenset[int]:
    """Return the modules that await, or wait for one that does, among those that ``order``
    reaches."""
    if not any(module.record.awaits for module in module_map.modules):
        return frozenset()
    waiting: set[int] = set()
    for component in strong_components(targets, order):
        if any(
            has_await(module_map, index) or any(target in waiting for target in targets[index])
            for index in component
        ):
            waiting.update(component)
    return frozenset(waiting)


def _trailing(
    module_map: ModuleMap,
    targets: Sequence[Sequence[int]],
    order: Sequence[int],
    waiting: frozenset[int],
) -> tuple[int, ...]:
    """Return ``waiting`` in order if all of it can stay flat: it is the end of the order,
    each of it depends on the one before (so that nothing runs concurrently), and none is
    in a cycle, or has a direct eval."""
    tail = tuple(order[len(order) - len(waiting) :])
    if set(tail) != waiting or any(module_map.modules[i].record.direct_evals for i in tail):
        return ()
    for before, index in pairwise(tail):
        if before not in targets[index] or index in targets[before]:
            return ()
    in_cycle = any(len(component) > 1 for component in strong_components(targets, tail))
    return () if in_cycle else tail


def find_isolated(module_map: ModuleMap, order: Sequence[int], shared: frozenset[int]) -> set[int]:
    """Return the modules that have a loop at module level, do not await, and have no
    slot in ``shared`` view. A graph of one module is as fast as it is."""
    bodies = [index for index in order if module_map.modules[index].record.kind is ModuleKind.ESM]
    if len(bodies) < 2:
        return set()
    return {
        index
        for index in bodies
        if index not in shared
        and not module_map.modules[index].record.awaits
        and any(s.loop for s in module_map.modules[index].record.statements)
    }
