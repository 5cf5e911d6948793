"""What each module's references come to, before anything has a name.

Linking joined import bindings to slots; here static member reads of namespace objects
(``ns.x``) are joined to slots too, and it is found which namespace objects programs can
see whole and therefore must exist.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import Binding, BindingKind, Member, ModuleKind, Ref, Use
from pybundle.link.linkage import (
    MODULE_EXPORTS,
    NAMESPACES,
    NODE_DEFAULT,
    NODE_NAMESPACE,
    Linkage,
    Slot,
)


@dataclass(frozen=True, slots=True)
class Chain:
    """A reference ``ns.a.b`` of which the text up to ``end`` stands for one slot, or for
    ``undefined`` (``slot`` is None: the namespace has no such export). Where that text is a
    callee, its ``this`` is the namespace object natively, and the slot's function doesn't
    look."""

    slot: Slot | None
    end: int


@dataclass(frozen=True, slots=True)
class ModuleUses:
    """The references of one module.

    ``slots[b]`` is the slot of binding ``b``. ``chains`` maps the start of a reference to
    a namespace import to what its member chain comes to; references to namespace
    imports that are not in it want the object itself.
    """

    slots: tuple[Slot, ...]
    chains: Mapping[int, Chain]


@dataclass(frozen=True, slots=True)
class Uses:
    """The references of all modules of a plan. ``namespaces`` are the modules whose
    namespace object somebody wants, each once, in order of first need."""

    modules: Mapping[int, ModuleUses]
    namespaces: tuple[int, ...]


def find_uses(
    module_map: ModuleMap,
    linkage: Linkage,
    aliases: Mapping[Slot, Slot],
    order: Iterable[int],
    exported: Iterable[Slot],
    external_members: bool,
    detached: Container[int] = (),
) -> Uses:
    """Resolve the references of the modules in ``order``; ``exported`` are the slots that
    the output exposes. ``external_members``: members of external modules' namespaces are
    slots too (false where the engine links them: a missing one must be undefined).
    The modules in ``detached`` keep all names that they use, so their chains stay."""
    finder = _Finder(module_map, linkage, aliases, external_members)
    uses = {
        index: finder.module(module_map.modules[index], index not in detached) for index in order
    }
    for slot in exported:
        finder.want(aliases.get(slot, slot))
    return Uses(uses, finder.all_namespaces())


class _Finder:
    """Resolves module after module and gathers the namespace objects met."""

    def __init__(
        self,
        module_map: ModuleMap,
        linkage: Linkage,
        aliases: Mapping[Slot, Slot],
        external_members: bool,
    ) -> None:
        self.external_members = external_members
        self.module_map = module_map
        self.linkage = linkage
        self.aliases = aliases
        self.wanted: dict[int, None] = {}
        self.this_free: dict[int, frozenset[str]] = {}

    def module(self, module: Module, follow: bool) -> ModuleUses:
        imports = self.linkage.imports[module.index]
        slots: list[Slot] = []
        chains: dict[int, Chain] = {}
        for number, binding in enumerate(module.record.bindings):
            if binding.kind is not BindingKind.IMPORT:
                slot = Slot(module.index, binding.name)
                slots.append(self.aliases.get(slot, slot))
                continue
            slot = imports[number]
            slot = self.aliases.get(slot, slot)
            slots.append(slot)
            if slot.name in NAMESPACES and follow:
                self.namespace_binding(slot, binding, chains)
            elif slot.name in NAMESPACES:
                self.want(slot)
        return ModuleUses(tuple(slots), chains)

    def namespace_binding(
        self, namespace: Slot, binding: Binding, chains: dict[int, Chain]
    ) -> None:
        members = {member.start: member for member in binding.members}
        refs = binding.refs
        for at in range(0, len(refs), 3):
            if refs[at + 2] & Ref.DECLARATION:
                continue
            member = members.get(refs[at])
            chain = self.chain(namespace, member) if member is not None else None
            if chain is None:
                self.want(namespace)
                continue
            chains[refs[at]] = chain
            if chain.slot is not None:
                self.want(chain.slot)

    def chain(self, namespace: Slot, member: Member) -> Chain | None:
        """Follow ``member`` from ``namespace`` through namespaces that it
        exports. None where nothing of it can be direct."""
        last = len(member.names) - 1
        best: Chain | None = None
        for depth, name in enumerate(member.names):
            use = member.use if depth == last else Use.READ
            target = namespace.module
            if use == Use.WRITE or not self.has_slots(target):
                return best
            slot = self.exported(namespace, name)
            if slot is None:
                return Chain(None, member.ends[depth]) if self.is_closed(target) else best
            if use == Use.CALL and not self.is_this_free(slot):
                return best
            best = Chain(slot, member.ends[depth])
            if slot.name not in NAMESPACES:
                return best
            namespace = slot
        return best

    def has_slots(self, target: int) -> bool:
        kind = self.module_map.modules[target].record.kind
        return kind is not ModuleKind.EXTERNAL or self.external_members

    def exported(self, namespace: Slot, name: str) -> Slot | None:
        target = namespace.module
        owner = self.module_map.modules[target]
        if owner.record.kind.is_factory:
            as_node = name == "default" and namespace.name == NODE_NAMESPACE
            return Slot(target, MODULE_EXPORTS if as_node else name)
        if owner.record.kind is ModuleKind.EXTERNAL:
            as_node = name == "default" and namespace.name == NODE_NAMESPACE
            return Slot(target, NODE_DEFAULT if as_node else name)
        slot = self.linkage.exports[target].get(name)
        return None if slot is None else self.aliases.get(slot, slot)

    def is_closed(self, target: int) -> bool:
        """Whether all exports of ``target`` are known."""
        return not self.linkage.external_stars.get(target)

    def is_this_free(self, slot: Slot) -> bool:
        owner = self.module_map.modules[slot.module]
        if owner.record.kind is ModuleKind.EXTERNAL:
            return True
        if owner.record.kind.is_factory:
            return False
        if slot.module not in self.this_free:
            self.this_free[slot.module] = frozenset(
                binding.name for binding in owner.record.bindings if binding.this_free
            )
        return slot.name in self.this_free[slot.module]

    def want(self, slot: Slot) -> None:
        if slot.name in NAMESPACES:
            self.wanted.setdefault(slot.module)

    def all_namespaces(self) -> tuple[int, ...]:
        """Return the wanted namespaces, those that they export in turn, and those of the
        external modules whose names they have."""
        found = dict(self.wanted)
        pending = list(found)
        while pending:
            index = pending.pop()
            found.update(dict.fromkeys(self.linkage.external_stars.get(index, ())))
            for slot in self.linkage.exports.get(index, {}).values():
                slot = self.aliases.get(slot, slot)
                if slot.name in NAMESPACES and slot.module not in found:
                    found[slot.module] = None
                    pending.append(slot.module)
        return tuple(found)
