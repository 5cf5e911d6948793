"""Which functions of the bundle declare a name, and which see it: where neither sees the other's,
two may be one word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pybundle.construct.record import ModuleKind
from pybundle.emit.names.demand import Demand
from pybundle.emit.names.names import Claim, Occurrence
from pybundle.link.linkage import NAMESPACES, Slot


@dataclass(frozen=True, slots=True)
class Functions:
    """The functions in which wrapped modules stand, each known by the module that leads it.

    ``homes`` says of each module that stands in one which. ``flat`` are the ES modules in the
    shared scope: their names stand where the author's text has them, and nowhere else.
    ``objects`` are the claims of the objects that show the slots of a function, which it
    makes itself.
    """

    homes: Mapping[int, int]
    flat: frozenset[int]
    objects: Mapping[str, int]

    def declaring(self, claim: Claim) -> int | None:
        """Return the function that declares a name; None: the shared scope does."""
        key = claim.key
        if isinstance(key, Slot) and key.name not in NAMESPACES:
            return self.homes.get(key.module)
        return None

    def seeing(self, claim: Claim) -> frozenset[int] | None:
        """Return the functions in which a name of the shared scope stands; None: it may in
        all."""
        key = claim.key
        if not self.homes:
            return None
        if isinstance(key, str):
            if key not in self.objects:
                return None
            return frozenset((self.objects[key], *self._with(claim.occurrences)))
        if key.module in self.flat and key.name not in NAMESPACES:
            return frozenset(self._with(claim.occurrences))
        return None

    def _with(self, occurrences: Iterable[Occurrence]) -> Iterable[int]:
        modules = {occurrence.module for occurrence in occurrences if occurrence.starts}
        return (self.homes[module] for module in modules if module in self.homes)


def find_functions(demand: Demand, objects: Mapping[int, str]) -> Functions:
    """Look for the functions in which modules stand; ``objects`` are the claims of the objects
    that show their slots. The functions of modules with direct eval stand elsewhere and declare
    nothing that anybody chooses."""
    homes = {
        index: demand.plan.home(index)
        for index in demand.order
        if demand.is_wrapped(index) and not demand.is_detached(index)
    }
    return Functions(
        homes=homes,
        flat=frozenset(
            index
            for index in demand.order
            if index not in homes and demand.kind(index) is ModuleKind.ESM
        ),
        objects={key: index for index, key in objects.items() if homes.get(index) == index},
    )
