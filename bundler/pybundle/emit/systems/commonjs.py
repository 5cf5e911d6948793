"""CommonJS in the output: a function for each module, outside of the shared scope, so that
sloppy code stays sloppy and sees no name of the bundle; and what runs these functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pybundle.construct.module_map import Module
from pybundle.construct.record import ModuleKind, Ref
from pybundle.emit.asked import dependencies
from pybundle.emit.define import define_edits, is_inline
from pybundle.emit.edits import Edit, replace
from pybundle.emit.externals import external_key
from pybundle.emit.literals import json_expression, object_literal, property_groups, string_literal
from pybundle.emit.location import root_from_bundle
from pybundle.emit.names.claims import (
    helper_key,
    record_key,
    require_key,
)
from pybundle.emit.names.demand import Demand
from pybundle.emit.names.naming import Naming
from pybundle.emit.systems.loads import import_lines, load_edits, load_name, loads_modules
from pybundle.emit.systems.tables import COMMONJS, asked_for, runner_key, table_modules
from pybundle.link.linkage import DEFAULT, NAMESPACE, Slot

_PARAMETERS = "exports, require, module, __filename, __dirname"


def commonjs_call(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> str:
    """Return the arguments, but for the first, of the call that makes the bundle's
    ``require``."""
    groups = (
        ("modules", _modules(demand, naming, helpers)),
        ("imports", import_lines(demand, naming, helpers, _own(demand))),
        ("externals", _externals(demand, naming)),
    )
    parts = property_groups(groups)
    parts += host_parts(demand, naming, whole=True)
    imported = ", ".join(string_literal(naming.keys[i]) for i in linked_at_start(demand))
    if imported:
        parts.append(f"imported: [{imported}]")
    root = root_from_bundle(demand.options)
    if root:
        parts.append(f"root: {string_literal(root)}")
    return object_literal(parts)


def host_parts(demand: Demand, naming: Naming, *, whole: bool) -> Iterator[str]:
    """Yield what a bundle gets from the host to require what it doesn't have; ``whole`` is
    with ``module`` and the directory."""
    options = demand.options
    given = "require, module, directory: __dirname" if whole else "require"
    if options.format == "cjs":
        yield given
    elif options.format == "umd" and whole:
        yield f'...(typeof module === "object" && typeof __dirname === "string" && {{ {given} }})'
    elif options.format == "umd" or (options.platform == "node" and options.format == "iife"):
        yield f'...(typeof require === "function" && {{ {given} }})'
    elif options.platform == "node" and options.format == "esm":
        yield f"require: {naming.names['createRequire']}(import.meta.url)"
        if whole:
            yield "directory: import.meta.dirname"


def _own(demand: Demand) -> tuple[int, ...]:
    return table_modules(demand).get(COMMONJS, ())


def linked_at_start(demand: Demand) -> Iterator[int]:
    """Yield the CommonJS modules that the entry's graph imports, which Node has a record of
    before anything runs."""
    if demand.kind(demand.plan.entry) is not ModuleKind.COMMONJS:
        for index in demand.plan.order:
            if demand.kind(index) is ModuleKind.COMMONJS:
                yield index


def _modules(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> Iterator[str]:
    """What ``require()`` gives for modules that it doesn't run itself."""
    own = _own(demand)
    asked = asked_for(demand, ModuleKind.COMMONJS)
    yield from module_values(demand, naming, helpers, [i for i in asked if i not in own])


def module_values(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], indices: Iterable[int]
) -> Iterator[str]:
    """Yield, for the loader of another system, what gives the values of modules: properties
    whose keys are what the modules are called."""
    graph = helpers.get(demand.graph or "", "")
    for index in indices:
        key = string_literal(naming.keys[index]) if index in naming.keys else ""
        if index in naming.values:
            yield f"{key}: () => {naming.values[index]}"
        elif demand.kind(index) is ModuleKind.EXTERNAL:
            continue
        elif index in demand.plan.asynchronous:
            yield f"{key}: {helpers['requireAsync']}"
        elif demand.kind(index) is ModuleKind.ESM:
            namespace = naming.names[Slot(index, NAMESPACE)]
            record = naming.names[record_key(index)]
            yield f"{key}: () => {graph}.required({record}, {namespace})"
        elif index not in demand.plan.factories:
            record = naming.names[record_key(index)]
            is_empty = demand.kind(index) is ModuleKind.EMPTY
            value = "{}" if is_empty else naming.text(Slot(index, DEFAULT))
            yield f"{key}: () => {{ {graph}.evaluate({record}); return {value}; }}"


def _externals(demand: Demand, naming: Naming) -> Iterator[str]:
    """What ``require()`` gives for external modules that the bundle has: in a global, or as a
    parameter."""
    options = demand.options
    given = set(dependencies(demand))
    for index in (*_own(demand), *demand.requiring):
        module = demand.module_map.modules[index]
        for request, target in zip(module.record.requests, module.targets, strict=True):
            if request.kind == "require" and target >= 0:
                url = demand.module_map.modules[target].url
                value = options.globals.get(url, "")
                if target in given:
                    value = naming.names[external_key(target)]
                if demand.kind(target) is ModuleKind.EXTERNAL and value:
                    yield f"{string_literal(request.specifier)}: () => {value}"


def known_specifiers(demand: Demand, naming: Naming, index: int) -> str:
    """Return what the bundle's ``require`` knows of an ES module that has one: what its
    specifiers mean."""
    module = demand.module_map.modules[index]
    return f"{string_literal(naming.keys[index])}: [{_means(demand, naming, module)}],"


def own_requires(demand: Demand, naming: Naming) -> Iterator[str]:
    """Yield the declarations of what ES modules have as ``require``."""
    for index in demand.requiring:
        runner, key = naming.names[runner_key(COMMONJS)], string_literal(naming.keys[index])
        made = f"{runner}.requireOf({key})"
        yield f"const {naming.names[require_key(index)]} = {made};"


def _means(demand: Demand, naming: Naming, module: Module) -> str:
    means = ", ".join(
        f"{string_literal(specifier)}: {string_literal(naming.keys[target])}"
        for specifier, target in _requested(demand, module)
    )
    return f"{{ {means} }}" if means else "{}"


def factory_function(
    demand: Demand, naming: Naming, index: int, parameters: str
) -> tuple[str, str]:
    """Return the head and the end of the function of a factory module; one that sees the global
    scope alone, where an ``eval`` in it would see the names of an ES module."""
    function = f"function ({parameters}) {{"
    if demand.is_compiled(index):
        return f"{naming.names[helper_key('compile')]}({function}", "})"
    return function, "}"


def factory_frame(demand: Demand, naming: Naming, index: int) -> tuple[str, str]:
    """Return what stands before and after the text of a module in its function."""
    module = demand.module_map.modules[index]
    body, end = factory_function(demand, naming, index, _PARAMETERS)
    key = string_literal(naming.keys[index])
    specifiers = _means(demand, naming, module)
    if loads_modules(demand, module):
        load = load_name(demand)
        if demand.is_compiled(index):
            compiled, end = factory_function(demand, naming, index, load)
            body, end = f"{compiled} return function ({_PARAMETERS}) {{", f"}}; {end}({load})"
        return f"{key}: [{specifiers}, ({load}) => {body}", f"{end}, true],"
    return f"{key}: [{specifiers}, {body}", f"{end}],"


def _requested(demand: Demand, module: Module) -> Iterator[tuple[str, int]]:
    seen = set()
    for specifier, target in module.required():
        if specifier not in seen and demand.kind(target) is not ModuleKind.EXTERNAL:
            seen.add(specifier)
            yield specifier, target


def factory_text(module: Module) -> str:
    """Return the body of the function of a module that is no JavaScript."""
    if module.record.kind is ModuleKind.JSON:
        return f"module.exports = {json_expression(module.source)};"
    if module.record.kind is ModuleKind.TEXT:
        return f"module.exports = {string_literal(module.source)};"
    return ""


def factory_edits(demand: Demand, module: Module) -> list[Edit]:
    """Return the edits on the text of a CommonJS module: it keeps all of its names."""
    record = module.record
    edits = [replace(start, end, "") for start, end in record.cut]
    starts = {
        free.refs[at]
        for free in record.globals
        for at in range(0, len(free.refs), 3)
        if free.refs[at + 2] & Ref.STATEMENT_START
    }
    defines = {
        key: text if is_inline(text) else f"({text})" for key, text in demand.options.define.items()
    }
    edits += [
        edit
        for edit in define_edits(module, defines)
        if not (edit.text.startswith("(") and edit.start in starts)
    ]
    edits += load_edits(demand, module)
    return edits
