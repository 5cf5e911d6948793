"""From references to names: what each slot is written as."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import Binding, BindingKind, ModuleKind
from pybundle.emit.names.names import Claim, Occurrence
from pybundle.emit.names.uses import Uses
from pybundle.emit.names.words import identifier_from
from pybundle.link.linkage import DEFAULT, NAMESPACE, NAMESPACES, Slot

READONLY = "readonly"
"""Key of the object through which import bindings are assigned (TypeError)."""


UNDEFINED = "undefined"
"""Key of a constant for ``undefined``, needed where a module binds that name."""


SHARED = -1
"""The reader that is no module: text in the shared scope."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What each slot is written as: an identifier; or a member expression, for what an
    external module exports (``members``, such as ``react.useState``) and for a slot of
    a wrapped module, seen from outside (``outside``, such as ``lazy.x``). ``keys`` are what
    ``require()`` calls modules; ``homes`` whose function those stand in that share one.
    ``values`` are the expressions that give the values of factory modules."""

    names: Mapping[Slot | str, str]
    members: Mapping[Slot, str]
    outside: Mapping[Slot, str]
    keys: Mapping[int, str] = field(default_factory=dict)
    homes: Mapping[int, int] = field(default_factory=dict)
    values: Mapping[int, str] = field(default_factory=dict)

    def is_outside(self, slot: Slot, reader: int) -> bool:
        """Whether ``slot`` stands in a function that ``reader`` doesn't."""
        if slot not in self.outside or slot.module == reader:
            return False
        home = self.homes.get(slot.module)
        return home is None or home != self.homes.get(reader)

    def text(self, slot: Slot, reader: int = SHARED) -> str:
        """Return the text that stands for ``slot`` in module ``reader`` (``undefined`` for
        an export that an empty module doesn't have)."""
        if self.is_outside(slot, reader):
            return self.outside[slot]
        name = self.names.get(slot)
        return name if name is not None else self.members.get(slot, "undefined")

    def is_member(self, slot: Slot, reader: int) -> bool:
        """Whether the text is a member expression: a call through it would pass ``this``."""
        if self.is_outside(slot, reader):
            return True
        return slot not in self.names and slot in self.members


class Occurrences:
    """Where each slot's name will stand, over all modules. ``wrapped`` are the modules
    whose slots are seen from outside as members of an object; ``outside`` holds, for
    each of them (of those that share a function, ``homes``, for one), where that happens.
    ``loaded`` says where ``import()`` gives the namespaces of modules."""

    def __init__(
        self,
        module_map: ModuleMap,
        uses: Uses,
        wrapped: Container[int],
        homes: Mapping[int, int],
        loaded: Mapping[int, Sequence[Occurrence]],
    ) -> None:
        self.wrapped = wrapped
        self.homes = homes
        self.outside: dict[int, list[Occurrence]] = {}
        self.by_slot: dict[Slot, list[Occurrence]] = {}
        self.local_names: dict[Slot, str] = {}
        """For slots without a name of their own, the first name they are imported by."""
        for index, module_uses in uses.modules.items():
            chained: dict[Slot, list[int]] = {}
            for start, chain in module_uses.chains.items():
                if chain.slot is not None:
                    chained.setdefault(chain.slot, []).append(start)
            for slot, starts in chained.items():
                self._add(slot, Occurrence(index, "", starts, 1))
            bindings = module_map.modules[index].record.bindings
            for binding, slot in zip(bindings, module_uses.slots, strict=True):
                self._add(slot, Occurrence(index, binding.name, binding.refs, 3))
                if binding.kind is BindingKind.IMPORT:
                    self.local_names.setdefault(slot, binding.name)
        for index, places in loaded.items():
            self.by_slot.setdefault(Slot(index, NAMESPACE), []).extend(places)

    def _add(self, slot: Slot, occurrence: Occurrence) -> None:
        home = self.homes.get(slot.module, slot.module)
        if (
            home != self.homes.get(occurrence.module, occurrence.module)
            and slot.module in self.wrapped
            and slot.name not in NAMESPACES
        ):
            outside = self.outside.setdefault(home, [])
            outside.append(occurrence._replace(local=""))
        else:
            self.by_slot.setdefault(slot, []).append(occurrence)

    def of(self, slot: Slot) -> tuple[Occurrence, ...]:
        """Return where ``slot``'s name will stand."""
        return tuple(self.by_slot.get(slot, ()))


def slot_claims(
    module_map: ModuleMap, uses: Uses, entry: int, order: Sequence[int], occurrences: Occurrences
) -> Iterator[Claim]:
    """Yield the claims of all bindings and namespace objects, those first that should
    rather keep their name: the entry's; then functions, whose renaming costs a call;
    then the rest in evaluation order, and last what has no name in the source."""
    yield from _bindings(module_map.modules[entry], occurrences, None)
    for index in order:
        if index != entry:
            yield from _bindings(module_map.modules[index], occurrences, True)
    for index in order:
        if index != entry:
            yield from _bindings(module_map.modules[index], occurrences, False)
    for index in order:
        yield from _default(module_map.modules[index], occurrences, uses)
    for index in uses.namespaces:
        module = module_map.modules[index]
        if module.record.kind is not ModuleKind.EXTERNAL and not module.record.kind.is_factory:
            slot = Slot(index, NAMESPACE)
            wish = occurrences.local_names.get(slot) or identifier_from(module.name)
            yield Claim(slot, wish, occurrences.of(slot))


def _bindings(module: Module, occurrences: Occurrences, functions: bool | None) -> Iterator[Claim]:
    for binding in module.record.bindings:
        if binding.kind is BindingKind.IMPORT or binding.name == DEFAULT:
            continue
        if functions is None or functions is (binding.kind is BindingKind.FUNCTION):
            slot = Slot(module.index, binding.name)
            yield Claim(slot, _wish(module, binding), occurrences.of(slot))


def _wish(module: Module, binding: Binding) -> str:
    if module.record.kind is ModuleKind.ESM:
        return binding.name
    return f"{identifier_from(module.name)}_{identifier_from(binding.name)}"


def _default(module: Module, occurrences: Occurrences, uses: Uses) -> Iterator[Claim]:
    slot = Slot(module.index, DEFAULT)
    if any(binding.name == DEFAULT for binding in module.record.bindings):
        aliased = slot not in uses.modules[module.index].slots
        if not aliased:
            wish = f"{identifier_from(module.name)}_default"
            if module.record.direct_evals:  # where the module's own names stay what they are
                while any(binding.name.startswith(wish) for binding in module.record.bindings):
                    wish += "$"
            if module.record.kind is not ModuleKind.ESM:
                wish = occurrences.local_names.get(slot, wish)
            yield Claim(slot, wish, occurrences.of(slot))
