"""Canonical names: the identifier that each slot bears in the shared scope.

A name is good for a slot if it is nobody else's, no global that somebody reads, and not
bound in a nested scope around any reference that bears another name in the source
(which would be captured). A reference whose source name is the canonical name can't be
captured: it would not be a reference to the slot in the first place.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pybundle.construct.module_map import ModuleMap
from pybundle.emit.words import RESERVED
from pybundle.link.linkage import Slot


class Occurrence(NamedTuple):
    """Where a name will stand: the references of ``module`` that start at
    ``starts[::stride]``, which now bear ``local`` ("" if they bear no name of it)."""

    module: int
    local: str
    starts: Sequence[int]
    stride: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A slot (or a text of the emitter's own: then ``key`` is a str) that needs a name,
    the name it would like, and where the name will stand."""

    key: Slot | str
    wish: str
    occurrences: tuple[Occurrence, ...]


class NestedScopes:
    """The scopes of each module that bind a name, looked up by name on demand. Those in
    ``detached`` keep the names of all their bindings: there, what the emitter writes would be
    captured by them."""

    def __init__(self, module_map: ModuleMap, detached: Iterable[int] = ()) -> None:
        self._module_map = module_map
        self._by_module: dict[int, Mapping[str, tuple[int, ...]]] = {}
        self._own = {
            index: {binding.name for binding in module_map.modules[index].record.bindings}
            for index in detached
        }

    def captures(self, name: str, occurrence: Occurrence) -> bool:
        """Whether ``name`` would be captured at one of the references."""
        if occurrence.local == name:
            return False
        module = occurrence.module
        if not occurrence.local and name in self._own.get(module, ()):
            return True
        if module not in self._by_module:
            self._by_module[module] = dict(self._module_map.modules[module].record.nested)
        spans = self._by_module[module].get(name)
        if not spans:
            return False
        starts = occurrence.starts[:: occurrence.stride]
        return any(
            spans[i] <= start < spans[i + 1] for i in range(0, len(spans), 2) for start in starts
        )


def canonical_names(
    claims: Iterable[Claim],
    taken: Iterable[str],
    scopes: NestedScopes,
    kept: Container[Slot | str] = (),
) -> dict[Slot | str, str]:
    """Give each claim a name; earlier claims choose first. ``taken`` are names that no
    slot may bear: globals that are read, words of the format. Those of ``kept`` get what they
    wish: they bear it in the source, where nothing can take it from them."""
    used = set(taken) | RESERVED
    suffixes: dict[str, int] = {}
    names: dict[Slot | str, str] = {}
    for claim in claims:
        name = claim.wish
        while claim.key not in kept and (
            name in used or any(scopes.captures(name, o) for o in claim.occurrences)
        ):
            number = suffixes.get(claim.wish, 0) + 1
            suffixes[claim.wish] = number
            name = f"{claim.wish}${number}"
        used.add(name)
        names[claim.key] = name
    return names
