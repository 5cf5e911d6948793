"""The text of modules that are not JavaScript: JSON, text, and files mapped to nothing.

They are *Synthetic Module Records*: their slots are initialised with undefined when the
graph is linked, not in the TDZ, hence ``var``.
"""

from __future__ import annotations

from collections.abc import Container

from pybundle.construct.module_map import Module
from pybundle.construct.record import ModuleKind
from pybundle.emit.literals import json_expression, member, string_literal
from pybundle.emit.names.naming import Naming
from pybundle.link.linkage import DEFAULT, Slot


def synthetic_body(module: Module, naming: Naming, used: Container[Slot]) -> str:
    """Return the statements that give ``module``'s slots their values."""
    default = naming.text(Slot(module.index, DEFAULT), module.index)
    if module.record.kind is ModuleKind.JSON:
        value = json_expression(module.source)
    elif module.record.kind is ModuleKind.TEXT:
        value = string_literal(module.source)
    else:
        value = "{}"
    lines = [f"var {default} = {value};"]
    for binding in module.record.bindings:
        slot = Slot(module.index, binding.name)
        if binding.name != DEFAULT and slot in used:
            value = f"{default}{member(binding.name)}"
            lines.append(f"var {naming.text(slot, module.index)} = {value};")
    return "\n".join(lines)
