"""Which slots are one: the ``export default name`` that nobody can tell from ``name``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import Binding, BindingKind, Statement, StatementKind
from pybundle.link.linkage import DEFAULT, NAMESPACE, Linkage, Slot

_CONSTANT_KINDS: Final = frozenset(
    {
        BindingKind.FUNCTION,
        BindingKind.CONST,
        BindingKind.CLASS,
        BindingKind.LET,
        BindingKind.VAR,
        BindingKind.DEFAULT,
    }
)


def default_aliases(
    module_map: ModuleMap, linkage: Linkage, order: Sequence[int], early: frozenset[int]
) -> dict[Slot, Slot]:
    """Return the slots of each ``export default name`` that nobody can tell from that of
    ``name``, with the latter.

    The two differ while ``*default*`` is in the TDZ, and once ``name`` is assigned. Of a
    module that is not in ``early`` nobody sees either before its body has run, so what
    remains is that ``name`` has its value when the export is evaluated, and keeps it.
    """
    aliases: dict[Slot, Slot] = {}
    for index in order:
        if index in early:
            continue
        module = module_map.modules[index]
        for position, statement in enumerate(module.record.statements):
            if statement.kind is StatementKind.EXPORT_DEFAULT:
                slot = _constant_slot(module_map, linkage, module, position, statement)
                if slot is not None:
                    aliases[Slot(index, DEFAULT)] = aliases.get(slot, slot)
    return aliases


def _constant_slot(
    module_map: ModuleMap, linkage: Linkage, module: Module, position: int, statement: Statement
) -> Slot | None:
    if len(statement.reads) != 1:
        return None
    binding = module.record.bindings[statement.reads[0]]
    text = module.source[statement.inner : statement.end].strip().removesuffix(";").rstrip()
    if text != binding.name:
        return None
    if binding.kind is BindingKind.IMPORT:
        slot = linkage.imports[module.index][statement.reads[0]]
        return slot if _is_constant_elsewhere(module_map, slot) else None
    if binding.reassigned:
        return None
    if binding.kind is BindingKind.FUNCTION:
        return Slot(module.index, binding.name)
    declared_in = [
        earlier
        for earlier, other in enumerate(module.record.statements)
        if statement.reads[0] in other.declares
    ]
    if len(declared_in) == 1 and declared_in[0] < position:
        return Slot(module.index, binding.name)
    return None


def _is_constant_elsewhere(module_map: ModuleMap, slot: Slot) -> bool:
    owner = module_map.modules[slot.module]
    if slot.name == NAMESPACE or not owner.record.bindings:
        return False
    binding = _binding(owner, slot.name)
    return binding.kind in _CONSTANT_KINDS and not binding.reassigned


def _binding(module: Module, name: str) -> Binding:
    return next(binding for binding in module.record.bindings if binding.name == name)
