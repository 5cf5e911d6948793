"""AMD modules and old scripts in the output: functions outside of the shared scope, and what
runs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pybundle.construct.module_map import Module
from pybundle.construct.record import BindingKind, GlobalDeclaration, ModuleKind
from pybundle.emit.asked import dependencies
from pybundle.emit.edits import Edit, apply, insert_after, insert_before, replace
from pybundle.emit.externals import external_key
from pybundle.emit.literals import json_expression, object_literal, property_groups, string_literal
from pybundle.emit.names.demand import Demand
from pybundle.emit.names.naming import Naming
from pybundle.emit.systems.commonjs import (
    factory_edits,
    factory_function,
    host_parts,
    module_values,
)
from pybundle.emit.systems.loads import import_lines, load_name, loads_modules
from pybundle.emit.systems.tables import (
    AMD,
    SCRIPTS,
    asked_for,
    inlined_data,
    loaded_scripts,
    runner_key,
    table_modules,
)

_LOADER = ("define", "require", "requirejs")
_UNBOUND = ("exports", "module", "__filename", "__dirname")
"""What a CommonJS file has around it, and a script has not."""


def amd_call(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> str:
    """Return the arguments, but for the first, of the call that makes the AMD loader."""
    module_map = demand.module_map
    tables = table_modules(demand)
    groups = (
        ("ids", _ids(demand, naming)),
        ("values", _values(demand, naming, helpers)),
        ("scripts", _scripts(demand, naming)),
        ("externals", _externals(demand, naming)),
        ("imports", import_lines(demand, naming, helpers, tables[AMD])),
    )
    parts = property_groups(groups)
    if module_map.preludes:
        preludes = (string_literal(naming.keys[index]) for index in module_map.preludes)
        parts.append(f"preludes: [{', '.join(preludes)}]")
    if module_map.base_url:
        parts.append(f"baseUrl: {string_literal(module_map.base_url)}")
    if demand.options.platform == "node":
        parts.append("tick: (run) => process.nextTick(run)")
    parts += host_parts(demand, naming, whole=False)
    return object_literal(parts)


def _ids(demand: Demand, naming: Naming) -> Iterator[str]:
    found: dict[str, int] = {}
    for name, index in demand.module_map.ids:
        if index in naming.keys:
            found.setdefault(name, index)
    for table in (AMD, SCRIPTS):
        for index in table_modules(demand).get(table, ()):
            found.setdefault(demand.module_map.modules[index].loader_id, index)
    for name, index in found.items():
        yield f"{string_literal(name)}: {string_literal(naming.keys[index])}"


def _values(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> Iterator[str]:
    """What the loader gives for modules of other kinds."""
    asked = asked_for(demand, ModuleKind.AMD)
    loaders = (ModuleKind.AMD, ModuleKind.SCRIPT)
    others = [index for index in asked if demand.kind(index) not in loaders]
    yield from inlined_lines(demand, naming, others)
    inlined = set(inlined_data(demand))
    yield from module_values(demand, naming, helpers, [i for i in others if i not in inlined])


def inlined_lines(demand: Demand, naming: Naming, indices: list[int]) -> Iterator[str]:
    """Yield the data that only a loader gives, made when it is asked for."""
    for index in inlined_data(demand):
        if index in indices:
            module = demand.module_map.modules[index]
            value = "({})"
            if module.record.kind is ModuleKind.JSON:
                value = f"({json_expression(module.source)})"
            elif module.record.kind is ModuleKind.TEXT:
                value = string_literal(module.source)
            yield f"{string_literal(naming.keys[index])}: () => {value}"


def _scripts(demand: Demand, naming: Naming) -> Iterator[str]:
    for index in loaded_scripts(demand):
        key = string_literal(naming.keys[index])
        yield f"{key}: () => {naming.names[runner_key(SCRIPTS)]}({key})"


def _externals(demand: Demand, naming: Naming) -> Iterator[str]:
    """What the loader gives for external modules that the bundle has: in a global, or as a
    parameter."""
    modules = demand.module_map.modules
    given = set(dependencies(demand))
    for name, index in demand.module_map.ids:
        value = demand.options.globals.get(modules[index].url)
        if index in given:
            value = naming.names[external_key(index)]
        if modules[index].record.kind is ModuleKind.EXTERNAL and value is not None:
            yield f"{string_literal(name)}: () => {value}"


def amd_frame(demand: Demand, naming: Naming, index: int) -> tuple[str, str]:
    """Return what stands before and after the text of an AMD module in its function."""
    module = demand.module_map.modules[index]
    names = {free.name for free in module.record.globals}
    parameters = [*_LOADER]
    unbound = [name for name in _UNBOUND if name in names]
    if unbound or loads_modules(demand, module):
        parameters.append(load_name(demand))
    parameters += unbound
    key = string_literal(naming.keys[index])
    function, end = factory_function(demand, naming, index, ", ".join(parameters))
    if _makes_globals(demand, module):
        return f"{key}: [{declared_names(module)}, {function}", f"{end}],"
    return f"{key}: {function}", f"{end},"


def _makes_globals(demand: Demand, module: Module) -> bool:
    """Whether what a file declares is global, as on a page; on Node it is local."""
    return bool(module.record.global_declarations) and demand.options.platform != "node"


def amd_edits(demand: Demand, module: Module) -> list[Edit]:
    """Return the edits on the text of an AMD module. What the loader would read off a function's
    text is written as an array, so that minifiers may change that text; an object that
    configures the loader from outside is given to it. On a page it is a script, whose
    declarations are globals."""
    edits = [*factory_edits(demand, module), *array_edits(module)]
    if _makes_globals(demand, module):
        edits = script_edits(demand, module)
    for config in module.record.configs:
        if config.assigned:
            other = "require" if _assigns_requirejs(module, config.start) else "requirejs"
            edits.append(insert_before(config.start, f"{other}.config("))
            edits.append(insert_after(config.end, ")", config.start))
    return edits


def array_edits(module: Module) -> Iterator[Edit]:
    """Yield the edits that write as an array what a loader would read off a function's text."""
    for definition in module.record.definitions:
        if definition.array_at >= 0:
            names = ", ".join(map(string_literal, definition.dependencies))
            after = " " if definition.name else ""
            text = f"{after}[{names}],{'' if definition.name else ' '}"
            yield insert_before(definition.array_at, text)


def _assigns_requirejs(module: Module, start: int) -> bool:
    return module.source[:start].rstrip("= \t\r\n").endswith("requirejs")


def script_frame(demand: Demand, naming: Naming, index: int) -> tuple[str, str]:
    """Return what stands before and after the text of an old script in its function."""
    module = demand.module_map.modules[index]
    free = {each.name for each in module.record.globals}
    parameters = [name for name in ("require", *_UNBOUND) if name in free]
    declared = declared_names(module)
    value = f", {string_literal(module.script_global)}" if module.script_global else ""
    head = f"{string_literal(naming.keys[index])}: [{declared}, "
    function, end = factory_function(demand, naming, index, ", ".join(parameters))
    return f"{head}{function}", f"{end}{value}],"


def declared_names(module: Module) -> str:
    """Return the names that a script's declarations make globals, as an array."""
    names = dict.fromkeys(
        name for declaration in module.record.global_declarations for name in declaration.names
    )
    return f"[{', '.join(map(string_literal, names))}]"


def script_edits(demand: Demand, module: Module) -> list[Edit]:
    """Return the edits that make a script's declarations assignments to globals, which exist
    when it starts: functions first, as they are hoisted."""
    edits = [*factory_edits(demand, module), *array_edits(module)]
    hoisted = ""
    for declaration in module.record.global_declarations:
        if declaration.kind is BindingKind.FUNCTION and not declaration.nested:
            hoisted += _function(module.source, declaration, edits)
            edits.append(replace(declaration.start, declaration.end, ""))
        else:
            edits += _assignment(declaration)
    if hoisted:
        at = module.record.prologue_end
        edits.append(insert_before(at, f"\n{hoisted}" if at else hoisted))
    return edits


def _function(source: str, declaration: GlobalDeclaration, edits: list[Edit]) -> str:
    """Return the assignment of a function, with what is to be edited in it."""
    head = source[declaration.start : declaration.name_start].rstrip()
    start, end = declaration.name_end, declaration.end
    inner = [edit for edit in edits if start <= edit.start and edit.end <= end]
    return f"{declaration.names[0]} = {head} {apply(source, inner, start, end)};\n"


def _assignment(declaration: GlobalDeclaration) -> Iterator[Edit]:
    start, end = declaration.start, declaration.end
    if declaration.kind in (BindingKind.VAR, BindingKind.LET):
        yield replace(start, declaration.name_start, "void (" if declaration.wrapped else "")
        if declaration.wrapped:
            yield insert_after(end, ")", start)
    elif declaration.kind is BindingKind.CLASS:
        yield insert_before(start, f"{declaration.names[0]} = ")
        yield insert_after(end, ";", start)
    else:
        name = declaration.names[0]
        yield insert_after(end, f" globalThis.{name} = {name};", start)
