"""Whether an entry that waits must stand in a function even where its exports are those of an ES
module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import ModuleKind, StatementKind
from pybundle.plan.order import evaluation_order
from pybundle.plan.reached import has_await

_SILENT: Final = frozenset(
    {
        StatementKind.IMPORT,
        StatementKind.EXPORT_LIST,
        StatementKind.FUNCTION,
        StatementKind.EXPORT_DEFAULT_FUNCTION,
    }
)
_DATA: Final = (ModuleKind.EMPTY, ModuleKind.EXTERNAL, ModuleKind.JSON, ModuleKind.TEXT)


def is_enclosed(
    module_map: ModuleMap,
    targets: Sequence[Sequence[int]],
    order: Sequence[int],
    cycles: Mapping[int, Sequence[int]],
    roots: Sequence[int],
) -> bool:
    """Return whether the entry of ``order`` (evaluation order, entry last), which waits, can't do
    what it does natively at the top level of an ES module.

    That is so where what ``import()`` asks for (``roots``) leads to it: how it ends can't be seen
    there. And where all that it waits for may have ended before its own place, with code in
    between that can queue a job. Natively the entry goes on in the job that the last end has
    queued (*AsyncModuleExecutionFulfilled*). At the top level, where it waits only from its own
    place on, its job would come after those that were queued meanwhile.
    """
    if order[-1] in evaluation_order(targets, roots):
        return True
    before = order[:-1]
    awaiting = [index for index in before if has_await(module_map, index)]
    if not awaiting:
        return False
    late = _started_late(module_map, targets, order, cycles)
    if any(i in late or module_map.modules[i].record.always_awaits for i in awaiting):
        return False
    between = before[before.index(awaiting[-1]) + 1 :]
    return any(index not in late and not _is_silent(module_map, index) for index in between)


def _started_late(
    module_map: ModuleMap,
    targets: Sequence[Sequence[int]],
    order: Sequence[int],
    cycles: Mapping[int, Sequence[int]],
) -> set[int]:
    """The modules that wait for others when they are reached ([[PendingAsyncDependencies]])."""
    place = {index: position for position, index in enumerate(order)}
    late: set[int] = set()
    asynchronous: set[int] = set()
    for index in order:
        for target in targets[index]:
            root = cycles.get(target, (target,))[-1]
            if (root if place[root] < place[index] else target) in asynchronous:
                late.add(index)
        if index in late or has_await(module_map, index):
            asynchronous.add(index)
    return late


def _is_silent(module_map: ModuleMap, index: int) -> bool:
    """Whether nothing of a module runs at its place: it declares functions alone, or is data; in
    an ES module output external modules have run before."""
    record = module_map.modules[index].record
    if record.kind is not ModuleKind.ESM:
        return record.kind in _DATA
    return all(statement.kind in _SILENT for statement in record.statements)
