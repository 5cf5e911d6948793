"""CMD modules in the output: a function for each file, and what their loader is told of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pybundle.construct.module_map import Module
from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.request_record import LOADER_REQUESTS
from pybundle.construct.resolve.specifiers import is_path
from pybundle.emit.edits import Edit
from pybundle.emit.literals import object_literal, property_groups, string_literal
from pybundle.emit.names.demand import Demand
from pybundle.emit.names.naming import Naming
from pybundle.emit.systems.amd import declared_names, inlined_lines, script_edits
from pybundle.emit.systems.commonjs import (
    factory_function,
    module_values,
)
from pybundle.emit.systems.loads import import_lines, load_name, loads_modules
from pybundle.emit.systems.tables import CMD, asked_for, inlined_data, table_modules

_PARAMETERS: Final = ("define", "seajs")
_OF_LOADER: Final = (ModuleKind.CMD, ModuleKind.SCRIPT)


def cmd_frame(demand: Demand, naming: Naming, index: int) -> tuple[str, str]:
    """Return what stands before and after the text of a file in its function."""
    module = demand.module_map.modules[index]
    key, place = string_literal(naming.keys[index]), string_literal(address(demand, index))
    means = _table(demand, naming, _meant(demand, module, of_page=False))
    start = _start(module.record) if index == demand.plan.entry else ""
    parameters = [*_PARAMETERS, load_name(demand)] if loads_modules(demand, module) else _PARAMETERS
    function, end = factory_function(demand, naming, index, ", ".join(parameters))
    declared = declared_names(module) if module.record.global_declarations else ""
    after = [end, *([start or "false"] if start or declared else []), *filter(None, [declared])]
    return f"{key}: [{place}, {means}, {function}", f"{', '.join(after)}],"


def cmd_edits(demand: Demand, module: Module) -> list[Edit]:
    """Return the edits on the text of a file, which is a script: its declarations are globals.
    What Sea.js would read off a function's text is written as an array, so that minifiers may
    change that text."""
    return script_edits(demand, module)


def cmd_call(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> str:
    """Return the arguments, but for the first, of the call that makes the loader."""
    own = table_modules(demand)[CMD]
    asked = [
        index
        for index in asked_for(demand, ModuleKind.CMD)
        if index not in own and not _is_loaded(demand, index)
    ]
    scripts = [index for index in asked if demand.kind(index) is ModuleKind.SCRIPT]
    others = [index for index in asked if index not in scripts]
    modules = demand.module_map.modules
    uses = dict(pair for index in own for pair in _meant(demand, modules[index], of_page=True))
    groups = (
        ("values", _values(demand, naming, helpers, others)),
        ("scripts", [f"{_key(demand, naming, i)}: () => {naming.values[i]}" for i in scripts]),
        ("places", [_place(demand, naming, i) for i in asked]),
        ("imports", import_lines(demand, naming, helpers, own)),
    )
    parts = property_groups(groups)
    if uses:
        parts.append(f"uses: {_table(demand, naming, uses.items())}")
    parts += _directory(demand)
    return object_literal(parts)


def _values(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], indices: list[int]
) -> Iterator[str]:
    """What the loader gives for modules of other kinds; ``undefined`` for what is not in the
    bundle, unless a global or the host's ``require`` has it."""
    inlined = set(inlined_data(demand))
    yield from inlined_lines(demand, naming, indices)
    yield from module_values(demand, naming, helpers, [i for i in indices if i not in inlined])
    for index in indices:
        if demand.kind(index) is ModuleKind.EXTERNAL:
            yield f"{_key(demand, naming, index)}: () => {_external(demand, index)}"


def _is_loaded(demand: Demand, index: int) -> bool:
    """Whether a module comes from elsewhere, by its address, when the program runs."""
    url = demand.module_map.modules[index].url
    is_external = demand.kind(index) is ModuleKind.EXTERNAL
    return is_external and "//" in url and url not in demand.options.globals


def _external(demand: Demand, index: int) -> str:
    url, options = demand.module_map.modules[index].url, demand.options
    if url in options.globals:
        return options.globals[url]
    if is_path(url) or url.endswith(".css") or options.format not in ("cjs", "umd"):
        return "undefined"
    required = f"require({string_literal(url)})"
    is_there = 'typeof require === "function"'
    return required if options.format == "cjs" else f"{is_there} ? {required} : undefined"


def _directory(demand: Demand) -> Iterator[str]:
    """Where the page lies if it has no address."""
    options = demand.options
    if options.format == "cjs":
        yield "directory: __dirname"
    elif options.format == "umd" or (options.platform == "node" and options.format == "iife"):
        yield '...(typeof __dirname === "string" && { directory: __dirname })'
    elif options.platform == "node" and options.format == "esm":
        yield "directory: import.meta.dirname"


def address(demand: Demand, index: int) -> str:
    """Return where a module lies, seen from the page: what is no file has an address."""
    module = demand.module_map.modules[index]
    if module.record.kind is ModuleKind.EXTERNAL:
        return module.url
    return posixpath.relpath(module.name, demand.module_map.page or ".")


def _start(record: ModuleRecord) -> str:
    """Return what starts an entry: ``true`` of a script of the page, the id of a module that
    has one, "" of a module that its file names."""
    asked = (each for each in record.requests if each.kind in LOADER_REQUESTS)
    of_page = any(request.definition < 0 for request in asked)
    if of_page or record.configs or not record.definitions:
        return "true"
    names = [definition.name for definition in record.definitions]
    return "" if "" in names else string_literal(names[0])


def _meant(demand: Demand, module: Module, *, of_page: bool) -> Iterator[tuple[str, int]]:
    """Yield the ids of which Sea.js' own rules don't tell what they mean."""
    for request, target in zip(module.record.requests, module.targets, strict=True):
        if request.kind not in LOADER_REQUESTS or target < 0 or _is_loaded(demand, target):
            continue
        if (request.definition < 0) is of_page and not _is_plain(demand, request.specifier, target):
            yield request.specifier, target


def _is_plain(demand: Demand, name: str, target: int) -> bool:
    module = demand.module_map.modules[target]
    in_package = "node_modules/" in module.name
    return module.record.kind in _OF_LOADER and not in_package and not name.startswith("/")


def _place(demand: Demand, naming: Naming, index: int) -> str:
    return f"{_key(demand, naming, index)}: {string_literal(address(demand, index))}"


def _table(demand: Demand, naming: Naming, meant: Iterable[tuple[str, int]]) -> str:
    pairs = dict(meant).items()
    parts = (f"{string_literal(name)}: {_key(demand, naming, target)}" for name, target in pairs)
    text = ", ".join(parts)
    return f"{{ {text} }}" if text else "{}"


def _key(demand: Demand, naming: Naming, index: int) -> str:
    """What a module is called; external ones have no other name than their own."""
    return string_literal(naming.keys.get(index) or demand.module_map.modules[index].url)
