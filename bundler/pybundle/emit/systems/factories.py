"""The functions of factory modules, each system's in a table, and what runs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pybundle.emit.bodies import comment
from pybundle.emit.edits import apply
from pybundle.emit.names.demand import Demand
from pybundle.emit.names.naming import Naming
from pybundle.emit.systems.amd import (
    amd_call,
    amd_edits,
    amd_frame,
    script_edits,
    script_frame,
)
from pybundle.emit.systems.cmd import cmd_call, cmd_edits, cmd_frame
from pybundle.emit.systems.commonjs import (
    commonjs_call,
    factory_edits,
    factory_frame,
    factory_text,
    known_specifiers,
    own_requires,
)
from pybundle.emit.systems.tables import AMD, CMD, COMMONJS, SCRIPTS, Table, files_key, runner_key
from pybundle.emit.writer import Writer

_FACTORIES: Final = {
    COMMONJS: (factory_frame, factory_edits),
    AMD: (amd_frame, amd_edits),
    CMD: (cmd_frame, cmd_edits),
    SCRIPTS: (script_frame, script_edits),
}
"""What makes the frame of a function, and the edits on its text."""

_CALLS: Final = {
    COMMONJS: commonjs_call,
    AMD: amd_call,
    CMD: cmd_call,
}
"""What makes the further arguments of the call that makes a loader; what runs old scripts takes
none."""


def write_table(
    writer: Writer, demand: Demand, naming: Naming, table: Table, indices: Sequence[int]
) -> None:
    """Write the functions of one table, those of the modules ``indices``."""
    make_frame, make_edits = _FACTORIES[table]
    for index in indices:
        module = demand.module_map.modules[index]
        edits = make_edits(demand, module)
        text = factory_text(module)
        if module.record.kind.is_factory:
            text = apply(module.source, edits, 0, len(module.source)).strip("\r\n")
        before, after = make_frame(demand, naming, index)
        writer.module(index, comment(module), before, text, after, edits, {})
    for index in demand.requiring if table is COMMONJS else ():
        writer.text(known_specifiers(demand, naming, index))


def write_runners(
    writer: Writer,
    demand: Demand,
    naming: Naming,
    helpers: Mapping[str, str],
    tables: Mapping[Table, Sequence[int]],
) -> None:
    """Make what runs factory modules: the bundle's own ``require``, and other loaders. An ES
    module output has the tables themselves here."""
    names = naming.names
    for table, indices in tables.items():
        make_call = _CALLS.get(table)
        call = f", {make_call(demand, naming, helpers)}" if make_call else ""
        made = f"const {names[runner_key(table)]} = {helpers[table.helper]}("
        if demand.script:
            writer.text(f"{made}{names[files_key(table)]}{call});")
        else:
            writer.text(f"{made}{{")
            write_table(writer, demand, naming, table, indices)
            writer.text(f"}}{call});")
    writer.text("\n".join(own_requires(demand, naming)))
    if "requireInto" in helpers:
        graph = helpers.get(demand.graph or "", "")
        create = helpers.get("createNamespace")
        arguments = f"{graph}, {create}" if create else graph
        writer.text(f"{helpers['requireInto']}({arguments});")
