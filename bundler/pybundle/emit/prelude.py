"""What instantiating makes, before anything runs: imports, helpers, names of functions, namespace
objects, constants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pybundle.construct.module_map import ImportMap, Module
from pybundle.emit.defined import MODULE, REQUIRE, special_key
from pybundle.emit.detached import static_body
from pybundle.emit.externals import (
    declared_values,
    import_call,
    import_lines,
    require_lines,
    require_values,
)
from pybundle.emit.fetched import fetch_functions, fetched_declaration
from pybundle.emit.formats import accessors
from pybundle.emit.helpers import helper
from pybundle.emit.literals import string_literal
from pybundle.emit.location import bundle_directory, relative_url
from pybundle.emit.names.claims import BUNDLE_LOAD, BUNDLE_META, copy_key, imports_key, meta_key
from pybundle.emit.names.demand import LATER, Demand
from pybundle.emit.names.naming import READONLY, UNDEFINED, Naming
from pybundle.emit.rewrite import readonly_reference
from pybundle.emit.systems.loads import load_calls
from pybundle.emit.wrapped import set_names, slots_declaration
from pybundle.link.linkage import NAMESPACE, Slot
from pybundle.plan.wrap import Wrap


def prelude(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> Iterator[str]:
    """Yield what stands before the functions and bodies of modules, in order."""
    if not demand.script:
        yield "\n".join(
            line
            for external in demand.externals.values()
            if not (external.is_factory or external.is_fetched)
            for line in import_lines(external, naming)
        )
        if "createRequire" in naming.names:
            name = naming.names["createRequire"]
            local = name if name == "createRequire" else f"createRequire as {name}"
            yield f'import {{ {local} }} from "node:module";'
    for name, own in helpers.items():
        yield helper(name).declared_as(own)
    flat = (
        index
        for index in demand.plan.order
        if demand.plan.wraps[index] is not Wrap.ISOLATED and not demand.is_wrapped(index)
    )
    if demand.options.is_defined:
        yield "\n".join(_given(demand, naming, helpers))
    if "asyncLoad" in helpers:
        yield f"{helpers['asyncLoad']}({helpers['asyncGraph']});"
    if not demand.script and demand.plan.tracked:
        yield f"{helpers[demand.graph or '']}.self = () => import(import.meta.url);"
    names = (set_names(demand, naming, helpers, index) for index in flat)
    yield "\n".join(text for text in names if text)
    yield slots_declaration(demand, naming)
    yield fetched_declaration(demand.externals.values(), naming)
    copies = [naming.names[copy_key(slot)] for slot in (*demand.written_through, *demand.copied)]
    if copies:
        yield f"let {', '.join(copies)};"
    for index in demand.namespaces():
        yield _namespace(demand, naming, helpers, index)
    for index in demand.order:
        if demand.is_detached(index) and demand.plan.wraps[index] not in LATER:
            yield static_body(demand, naming, helpers, index)
    yield "\n".join(_early(demand, naming, helpers))
    if demand.assigned:
        yield _readonly(demand, naming)
    yield from fetch_functions(demand, naming, helpers)
    for module, import_map in demand.import_maps():
        yield _import_map(demand, naming, helpers, module, import_map)
    yield "\n".join(_constants(demand, naming, helpers))


def _given(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> Iterator[str]:
    """What is made of the modules that a loader has given."""
    for external in demand.externals.values():
        if not external.is_factory:
            yield from require_lines(external, naming, helpers, demand.options)
    if BUNDLE_LOAD in naming.names:
        make, namespace = (helpers[name] for name in ("importDefined", "namespaceOf"))
        require = naming.names[special_key(REQUIRE)]
        yield f"const {naming.names[BUNDLE_LOAD]} = {make}({require}, {namespace});"


def _namespace(demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int) -> str:
    aliases = demand.plan.aliases
    exports = {
        name: naming.text(aliases.get(slot, slot))
        for name, slot in demand.linkage.exports[index].items()
    }
    name = naming.names[Slot(index, NAMESPACE)]
    create = helpers["createNamespace"]
    stars = [naming.names[Slot(star, NAMESPACE)] for star in demand.stars(index)]
    if not stars:
        return f"const {name} = {create}({accessors(exports)});"
    slots = accessors(exports, demand.linkage.ambiguous[index])
    arguments = f"{create}, {slots}, () => [{', '.join(stars)}]"
    return f"const {name} = {helpers['createOpenNamespace']}({arguments});"


def _early(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> Iterator[str]:
    """Declare what may be read of CommonJS modules before they have run."""
    for index, external in demand.externals.items():
        if external.early and demand.plan.wraps[index] not in LATER:
            options = demand.options
            values = dict(require_values(external, naming, helpers, options))
            if values:
                yield declared_values(external, values)


def _readonly(demand: Demand, naming: Naming) -> str:
    """The object through which imports are assigned: reads their slots, and throws
    the TypeError of an assignment to a constant, by making one."""
    name = naming.names[READONLY]
    lines = []
    for slot in demand.assigned:
        text = naming.text(slot)
        key = readonly_reference("", text).removeprefix(".")
        lines.append(f"  get {key}() {{ return {text}; }},\n  set {key}(_) {{ {name} = _; }},")
    return f"const {name} = {{\n" + "\n".join(lines) + "\n};"


def _import_map(
    demand: Demand,
    naming: Naming,
    helpers: Mapping[str, str],
    module: Module,
    import_map: ImportMap,
) -> str:
    """The modules that an ``import()`` of a template may mean."""
    number, specifiers = import_map
    lines = ["  __proto__: null,"]
    loads = load_calls(demand, naming, helpers, module.index)
    for specifier, target in specifiers:
        key = string_literal(specifier)
        if target in loads:
            lines.append(f"  {key}: () => {loads[target]}),")
        else:
            call = module.record.dynamic_imports[number]
            left = import_call(demand.module_map.modules[target].url, call.attributes)
            lines.append(f"  {key}: () => {left},")
    name = naming.names[imports_key(module.index, number)]
    return "\n".join([f"const {name} = {{", *lines, "};"])


def _constants(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> Iterator[str]:
    names = naming.names
    for index in demand.order:
        if meta_key(index) in names:
            yield _meta(demand, naming, helpers, index)
    if BUNDLE_META in names:
        call = _make_meta(demand, naming, helpers, '""', is_main=False)
        yield f"const {names[BUNDLE_META]} = {call};"
    if UNDEFINED in names:
        yield f"const {names[UNDEFINED]} = void 0;"
    for key, expression in demand.options.define.items():
        if f"define {key}" in names:
            yield f"const {names[f'define {key}']} = {expression};"


def _meta(demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int) -> str:
    path = string_literal(
        relative_url(demand.module_map.modules[index], bundle_directory(demand.options))
    )
    call = _make_meta(demand, naming, helpers, path, is_main=index == demand.plan.entry)
    return f"const {naming.names[meta_key(index)]} = {call};"


def _make_meta(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], path: str, *, is_main: bool
) -> str:
    """The call that makes an ``import.meta``: beside the path it takes what the host says of the
    bundle, where something does, and whether the module is the entry, where the host asks that."""
    make = next(helpers[key] for key in helpers if key.startswith("metaOf"))
    form = demand.options.format
    arguments = [path]
    if form == "esm":
        arguments.append("import.meta")
    if form in ("esm", "cjs"):
        arguments.append("true" if is_main else "false")
    module = naming.names.get(special_key(MODULE))
    if module:
        arguments.append(module)
    return f"{make}({', '.join(arguments)})"
