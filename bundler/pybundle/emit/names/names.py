"""Canonical names: the identifier that each slot bears in the scope that declares it.

A name is good for a slot if it is nobody else's who could see it or be seen there, no global that
somebody reads, and not bound in a nested scope around any reference that bears another name in
the source (which would be captured). A reference whose source name is the canonical name can't be
captured: it would not be a reference to the slot in the first place.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from pybundle.construct.module_map import ModuleMap
from pybundle.emit.catch import is_within
from pybundle.emit.names.words import RESERVED
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
        return any(is_within(spans, start) for start in occurrence.starts[:: occurrence.stride])


class Places(Protocol):
    """Where the name of a claim is declared and stands."""

    def declaring(self, claim: Claim) -> int | None:
        """Return the function that declares it; None: the shared scope does."""

    def seeing(self, claim: Claim) -> frozenset[int] | None:
        """Return the functions in which a name of the shared scope stands; None: all."""


class _Given:
    """The names that are given, with the functions that declare or see them: what is declared
    in one of those is seen in no other, and hides what the shared scope declares."""

    def __init__(self, taken: Iterable[str], places: Places) -> None:
        self._places = places
        self._everywhere = set(taken) | RESERVED
        self._shared: dict[str, frozenset[int]] = {}
        self._own: dict[str, set[int]] = {}

    def clashes(self, name: str, claim: Claim) -> bool:
        """Whether the name of ``claim`` can't be ``name``."""
        if name in self._everywhere:
            return True
        own = self._own.get(name) or set()
        function = self._places.declaring(claim)
        if function is not None:
            return function in own or function in self._shared.get(name, ())
        seeing = self._places.seeing(claim)
        hidden = bool(own) if seeing is None else not own.isdisjoint(seeing)
        return hidden or name in self._shared

    def give(self, name: str, claim: Claim) -> None:
        """Note that the name of ``claim`` is ``name``."""
        function = self._places.declaring(claim)
        if function is not None:
            self._own.setdefault(name, set()).add(function)
            return
        seeing = self._places.seeing(claim)
        if seeing is None:
            self._everywhere.add(name)
        else:
            self._shared[name] = seeing


def canonical_names(
    claims: Iterable[Claim],
    taken: Iterable[str],
    scopes: NestedScopes,
    places: Places,
    kept: Container[Slot | str] = (),
) -> dict[Slot | str, str]:
    """Give each claim a name; earlier claims choose first. ``taken`` are names that no
    slot may bear: globals that are read, words of the format. ``places`` says who could see
    which: names clash where one of two is seen where the other is declared. Those of ``kept``
    get what they wish: they bear it in the source, where nothing can take it from them."""
    given = _Given(taken, places)
    suffixes: dict[str, int] = {}
    names: dict[Slot | str, str] = {}
    for claim in claims:
        name = claim.wish
        while claim.key not in kept and (
            given.clashes(name, claim) or any(scopes.captures(name, o) for o in claim.occurrences)
        ):
            number = suffixes.get(claim.wish, 0) + 1
            suffixes[claim.wish] = number
            name = f"{claim.wish}${number}"
        given.give(name, claim)
        names[claim.key] = name
    return names
