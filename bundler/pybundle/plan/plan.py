"""The evaluation plan: what runs when, and where its body stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pybundle.construct.module_map import ModuleMap
from pybundle.link.linkage import Linkage, Slot
from pybundle.plan.aliases import default_aliases
from pybundle.plan.enclosed import is_enclosed
from pybundle.plan.groups import Group, find_groups, homes
from pybundle.plan.order import (
    evaluation_order,
    evaluation_parents,
    seen_early,
    static_targets,
    strong_components,
)
from pybundle.plan.wrap import Wrap, decide_wraps, find_isolated, waiting_modules


@dataclass(frozen=True, slots=True)
class Plan:
    """How one entry's graph is to run.

    ``order`` is the evaluation order of all its modules, EXTERNAL ones included.
    ``lazy`` are the modules that only ``import()`` reaches, in evaluation order (for these,
    ``factories``, ``required`` and ``asynchronous`` see ``Wraps``), and
    ``wraps`` says of all where their bodies stand (see ``Wraps`` for ``trailing`` and
    ``tracked``). ``cyclic`` are the modules that are in a cycle (a self-import counts);
    ``cycles`` maps those that share a cycle with others to all of it, in evaluation order;
    ``early`` are those whose slots some module may see before they have run.
    ``targets`` are each module's static imports, ``parents`` says of those in ``order`` as a
    part of whose evaluation they are evaluated. ``groups`` are the lazy modules that share a
    function, by leader; ``homes`` says of each of these who that is.
    ``aliases`` maps a ``*default*`` slot to the slot that holds the same value at every
    moment at which anybody can look (``export default f`` of a module that runs before all
    that can see it). ``enclosed``: the entry waits, and must do so in a function in every format.
    """

    entry: int
    order: tuple[int, ...]
    lazy: tuple[int, ...]
    wraps: Mapping[int, Wrap]
    trailing: tuple[int, ...]
    tracked: frozenset[int]
    cyclic: frozenset[int]
    cycles: Mapping[int, tuple[int, ...]]
    early: frozenset[int]
    targets: tuple[tuple[int, ...], ...]
    aliases: Mapping[Slot, Slot]
    factories: tuple[int, ...] = ()
    required: tuple[int, ...] = ()
    asynchronous: frozenset[int] = frozenset()
    parents: Mapping[int, int] = field(default_factory=dict)
    groups: Mapping[int, Group] = field(default_factory=dict)
    homes: Mapping[int, int] = field(default_factory=dict)
    enclosed: bool = False

    @property
    def is_async(self) -> bool:
        """Whether anything that the entry leads to awaits, so that all who want the entry wait."""
        return bool(self.trailing) or self.wraps[self.entry] is Wrap.ASYNC

    def home(self, index: int) -> int:
        """Return the module in whose function the body of a module stands, if it stands in
        one."""
        return self.homes.get(index, index)


def plan(module_map: ModuleMap, linkage: Linkage, entry: int) -> Plan:
    """Plan the evaluation of the graph of ``entry``."""
    targets = static_targets(module_map)
    order = evaluation_order(targets, (entry,))
    wraps = decide_wraps(module_map, targets, order)
    everything = (*order, *wraps.lazy)
    place = {index: position for position, index in enumerate(everything)}
    cycles: dict[int, tuple[int, ...]] = {}
    components = strong_components(targets, everything)
    for component in components:
        if len(component) > 1:
            members = tuple(sorted(component, key=place.__getitem__))
            cycles.update(dict.fromkeys(members, members))
    cyclic = frozenset(index for index in everything if index in cycles or index in targets[index])
    early = cyclic | seen_early(targets, components, place, frozenset(wraps.lazy))
    aliases = default_aliases(module_map, linkage, everything, early)
    isolated = find_isolated(module_map, order, _shared(linkage))
    kinds = {
        index: Wrap.ISOLATED if index in isolated and kind is Wrap.FLAT else kind
        for index, kind in wraps.kinds.items()
    }
    awaiting = waiting_modules(module_map, targets, wraps.lazy)
    groups: Mapping[int, Group] = {}
    if not wraps.factories:  # CommonJS modules see which modules are linked, and in a cycle
        groups = find_groups(module_map, targets, wraps.lazy, frozenset(wraps.roots), awaiting)
    joined = homes(groups)
    kinds |= {index: Wrap.JOINED for index, leader in joined.items() if index != leader}
    return Plan(
        entry=entry,
        order=order,
        lazy=wraps.lazy,
        wraps=kinds,
        trailing=wraps.trailing,
        tracked=wraps.tracked,
        cyclic=cyclic,
        cycles=cycles,
        early=early,
        targets=targets,
        aliases=aliases,
        factories=wraps.factories,
        required=wraps.required,
        asynchronous=wraps.asynchronous,
        parents=evaluation_parents(targets, entry),
        groups=groups,
        homes=joined,
        enclosed=kinds[entry] is Wrap.ASYNC
        and is_enclosed(module_map, targets, order, cycles, wraps.roots),
    )


def _shared(linkage: Linkage) -> frozenset[int]:
    """The modules of which some slot is seen from outside."""
    shared = {slot.module for slots in linkage.imports for slot in slots.values()}
    for exports in linkage.exports.values():
        shared.update(slot.module for slot in exports.values())
    return frozenset(shared)
