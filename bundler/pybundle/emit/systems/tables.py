"""The tables of functions in which factory modules stand, one for each system, and what runs
these functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pybundle.construct.record import ModuleKind
from pybundle.emit.literals import string_literal
from pybundle.emit.names.demand import Demand
from pybundle.link.linkage import Slot


@dataclass(frozen=True, slots=True)
class Table:
    """The modules of one ``kind`` (COMMONJS: data as well). ``files`` is the claim of the table,
    and what it is called; ``runner`` that of the function that ``helper`` makes from it, which
    gives the value of a module."""

    kind: ModuleKind
    files: str
    runner: str
    helper: str


COMMONJS: Final = Table(ModuleKind.COMMONJS, "factories", "cjs", "createCommonjs")
AMD: Final = Table(ModuleKind.AMD, "amd_files", "amd", "createAmd")
CMD: Final = Table(ModuleKind.CMD, "cmd_files", "cmd", "createCmd")
SCRIPTS: Final = Table(ModuleKind.SCRIPT, "script_files", "script", "createScripts")
TABLES: Final = (SCRIPTS, COMMONJS, AMD, CMD)
_BY_KIND: Final[Mapping[ModuleKind, Table]] = {table.kind: table for table in TABLES}


def files_key(table: Table) -> str:
    """The claim of a table of functions."""
    return f"table {table.files}"


def runner_key(table: Table) -> str:
    """The claim of the function that gives the values of a table's modules."""
    return f"runner {table.runner}"


def table_modules(demand: Demand) -> dict[Table, tuple[int, ...]]:
    """Return the tables that an output needs, each with its modules, in the order in which
    they are made. That of AMD is needed for scripts, too, if they run by its loader."""
    found: dict[Table, list[int]] = {table: [] for table in TABLES}
    inlined = set(inlined_data(demand))
    for index in demand.plan.factories:
        if index not in inlined:
            found[_BY_KIND.get(demand.kind(index), COMMONJS)].append(index)
    return {
        table: tuple(indices)
        for table, indices in found.items()
        if indices
        or (table is COMMONJS and demand.requiring)
        or (table is AMD and found[SCRIPTS] and any(True for _ in loaded_scripts(demand)))
    }


def loaded_scripts(demand: Demand) -> Iterator[int]:
    """Yield the scripts that run by the loader of AMD: those that its modules ask for, and
    those that need others themselves."""
    asked = asked_for(demand, ModuleKind.AMD)
    for index in dict.fromkeys((*asked, *demand.plan.factories)):
        needs_others = demand.module_map.modules[index].record.requests
        if demand.kind(index) is ModuleKind.SCRIPT and (index in asked or needs_others):
            yield index


def inlined_data(demand: Demand) -> Iterator[int]:
    """Yield the data that only loaders ask for, and which stands among their values."""
    required = set(asked_for(demand, ModuleKind.COMMONJS))
    data = (ModuleKind.JSON, ModuleKind.TEXT, ModuleKind.EMPTY)
    for index in demand.plan.factories:
        if demand.kind(index) in data and index not in required and index != demand.plan.entry:
            yield index


def asked_for(demand: Demand, kind: ModuleKind) -> tuple[int, ...]:
    """Return what the modules of a table ask for, EXTERNAL ones too: scripts ask the loader
    of AMD, ES modules that of CommonJS."""
    also = {ModuleKind.AMD: ModuleKind.SCRIPT, ModuleKind.COMMONJS: ModuleKind.ESM}
    askers = (kind, also.get(kind, kind))
    found: dict[int, None] = {}
    for index in demand.requirers:
        module = demand.module_map.modules[index]
        if module.record.kind in askers:
            found.update((target, None) for _, target in module.required())
    return tuple(found)


def value_calls(
    demand: Demand, names: Mapping[Slot | str, str], keys: Mapping[int, str]
) -> dict[int, str]:
    """Return the expression that gives the value of each factory module, for the shared
    scope; running it first if need be."""
    by_amd = set(loaded_scripts(demand))
    calls: dict[int, str] = {}
    for table, indices in table_modules(demand).items():
        for index in indices:
            runner, name = names[runner_key(table)], keys[index]
            if table is AMD or index in by_amd:
                runner, name = names[runner_key(AMD)], demand.module_map.modules[index].loader_id
            calls[index] = f"{runner}({string_literal(name)})"
    return calls
