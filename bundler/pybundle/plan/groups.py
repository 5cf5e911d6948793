"""Which lazy modules can share one function, since one of them alone leads to the others.

What only one module leads to is evaluated when that one is, and never else: nobody outside can
ask for it or find it half done. So the bodies of all stand in one function in evaluation order,
and see each other's slots as flat modules do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pybundle.construct.module_map import ModuleMap
from pybundle.plan.order import strong_components
from pybundle.plan.reached import has_slots

_NOBODY = -1


@dataclass(frozen=True, slots=True)
class Group:
    """Modules in one function. ``steps`` are their bodies in evaluation order, the leader's
    last; each with the modules outside the group that are evaluated just before it."""

    steps: tuple[tuple[tuple[int, ...], int], ...]

    @property
    def members(self) -> tuple[int, ...]:
        """All modules of the group, in evaluation order."""
        return tuple(member for _, member in self.steps)


def find_groups(
    module_map: ModuleMap,
    targets: Sequence[Sequence[int]],
    lazy: Sequence[int],
    roots: Collection[int],
    waiting: Collection[int],
) -> dict[int, Group]:
    """Return the groups of more than one module among ``lazy``, by their leaders.

    ``roots`` are what ``import()`` and ``require()`` ask for. A module's leader is the first of
    its dominators in the graph of requests, seen from all roots. Modules of ``waiting``, which
    await or wait, interleave with others; they stand alone, as do those that have no body
    here, or one that stands elsewhere.
    """
    apart = {
        index
        for index in lazy
        if index in waiting
        or not has_slots(module_map, index)
        or module_map.modules[index].failure is not None
        or module_map.modules[index].record.direct_evals
    }
    leaders = _leaders(targets, lazy, roots, apart)
    members: dict[int, set[int]] = {}
    for index, leader in leaders.items():
        members.setdefault(leader, set()).add(index)
    return {
        leader: Group(_steps(targets, leader, members[leader]))
        for leader in lazy
        if len(members.get(leader, ())) > 1
    }


def _leaders(
    targets: Sequence[Sequence[int]],
    lazy: Sequence[int],
    roots: Collection[int],
    apart: Collection[int],
) -> dict[int, int]:
    """Return each module's leader. Of a cycle all have the same: that of whatever leads into
    it, or the only member through which it is entered; else none of it has company."""
    ours = set(lazy)
    leaders: dict[int, int] = {}
    led_by: dict[int, set[int]] = {index: set() for index in lazy}
    for component in reversed(strong_components(targets, lazy)):
        if component[0] not in ours:
            continue
        entrances = [index for index in component if index in roots or led_by[index]]
        above = set().union(*(led_by[index] for index in entrances))
        common = above.pop() if len(above) == 1 else _NOBODY
        alone = any(index in apart for index in component)
        if alone or common == _NOBODY or any(index in roots for index in component):
            common = entrances[0] if not alone and len(entrances) == 1 else _NOBODY
        for index in component:
            leaders[index] = index if common == _NOBODY else common
            for target in targets[index]:
                if target in ours and target not in component:
                    led_by[target].add(common)
    return leaders


def _steps(
    targets: Sequence[Sequence[int]], leader: int, members: Collection[int]
) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Walk the group as *InnerModuleEvaluation* does."""
    steps: list[tuple[tuple[int, ...], int]] = []
    outside: list[int] = []
    seen = {leader}
    stack = [(leader, iter(targets[leader]))]
    while stack:
        module, pending = stack[-1]
        for target in pending:
            if target in seen:
                continue
            seen.add(target)
            if target in members:
                stack.append((target, iter(targets[target])))
                break
            outside.append(target)
        else:
            steps.append((tuple(outside), module))
            outside.clear()
            stack.pop()
    return tuple(steps)


def homes(groups: Mapping[int, Group]) -> dict[int, int]:
    """Return, for each module of a group, the leader."""
    return {member: leader for leader, group in groups.items() for member in group.members}
