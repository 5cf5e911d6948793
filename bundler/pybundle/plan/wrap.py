"""Wrap decisions: which modules stand in the shared scope, and which in a function of
their own because they run later, or asynchronously, or faster there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.plan.order import evaluation_order, strong_components


class Wrap(Enum):
    """Where a module's body stands."""

    FLAT = "flat"
    """In the shared scope, at its place in evaluation order."""
    ISOLATED = "isolated"
    """At its place, in an arrow function: it has a loop that the engine compiles far
    better there, and no slot that anybody else sees."""
    LAZY = "lazy"
    """In a function that runs when ``import()`` asks for it."""
    ASYNC = "async"
    """In a function, as it awaits, or waits for a module that does."""


@dataclass(frozen=True, slots=True)
class Wraps:
    """The decisions for the graph of one entry.

    ``lazy`` are the modules that only ``import()`` reaches, in evaluation order.
    ``trailing`` are the flat modules from the first ``await`` on, at the end of the
    order: each waits for all before it. ``tracked`` are the flat modules that
    wrapped ones, or ``import()``, ask for.
    """

    kinds: Mapping[int, Wrap]
    lazy: tuple[int, ...]
    trailing: tuple[int, ...]
    tracked: frozenset[int]


def decide_wraps(
    module_map: ModuleMap, targets: Sequence[Sequence[int]], order: Sequence[int]
) -> Wraps:
    """Decide for the static graph ``order`` (evaluation order, entry last) and all that
    its modules ``import()``."""
    static = set(order)
    roots, lazy = _lazy_modules(module_map, targets, order)
    requested = set(evaluation_order(targets, roots))
    waiting = _waiting(module_map, targets, order)
    trailing = () if requested & static else _trailing(module_map, targets, order, waiting)
    kinds = dict.fromkeys(order, Wrap.FLAT)
    kinds |= {index: Wrap.ASYNC for index in waiting if index not in trailing}
    kinds |= dict.fromkeys(lazy, Wrap.LAZY)
    needed = set(roots)
    for index in (*order, *lazy):
        if kinds[index] in (Wrap.LAZY, Wrap.ASYNC):
            needed.update(targets[index])
    tracked = frozenset(index for index in needed & static & requested if kinds[index] is Wrap.FLAT)
    return Wraps(kinds, lazy, trailing, tracked)


def has_await(module_map: ModuleMap, index: int) -> bool:
    """[[HasTLA]]."""
    return bool(module_map.modules[index].record.awaits)


def _lazy_modules(
    module_map: ModuleMap, targets: Sequence[Sequence[int]], order: Iterable[int]
) -> tuple[list[int], tuple[int, ...]]:
    """Return the targets of all ``import()`` that can be reached, and the modules that
    are reached through these alone, in evaluation order."""
    roots: dict[int, None] = {}
    found = dict.fromkeys(order)
    lazy: list[int] = []
    pending = list(found)
    while pending:
        asked: list[int] = []
        for index in pending:
            for target in module_map.modules[index].dynamic_targets():
                if target in roots:
                    continue
                if module_map.modules[target].record.kind is not ModuleKind.EXTERNAL:
                    roots[target] = None
                    asked.append(target)
        pending = [index for index in evaluation_order(targets, asked) if index not in found]
        found.update(dict.fromkeys(pending))
        lazy += pending
    return list(roots), tuple(lazy)


def _waiting(
    module_map: ModuleMap, targets: Sequence[Sequence[int]], order: Sequence[int]
) -> frozenset[int]:
    """The modules of ``order`` that await, or reach one that does."""
    if not any(has_await(module_map, index) for index in order):
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
