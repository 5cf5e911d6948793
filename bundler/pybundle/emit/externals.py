"""Modules that are no part of the shared scope: what stays an import, in each format, and
CommonJS modules, which the bundle itself requires."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.diagnostics import Diagnostic, Place, place_of
from pybundle.emit.literals import member, quoted_key, string_literal
from pybundle.emit.names.names import Claim, Occurrence
from pybundle.emit.names.naming import Naming, Occurrences
from pybundle.emit.names.words import identifier_from, is_identifier
from pybundle.link.linkage import (
    MODULE_EXPORTS,
    NAMESPACE,
    NAMESPACES,
    NODE_DEFAULT,
    NODE_NAMESPACE,
    Slot,
)
from pybundle.options import Options
from pybundle.plan.plan import Plan
from pybundle.plan.reached import has_slots


@dataclass(frozen=True, slots=True)
class External:
    """One external module of a bundle, or one that is a factory: ``slots`` are what is
    imported from it, in order of first use; ``star`` whether the entry re-exports all of
    it; ``attributes`` those of its first request; ``is_entry`` whether it is the entry
    itself. ``early`` is whether what a CommonJS module
    exports may be read before it has run: all is undefined then. ``is_fetched``: an ES module
    output imports it when ``import()`` asks for what needs it."""

    module: Module
    slots: tuple[Slot, ...]
    star: bool
    attributes: tuple[tuple[str, str], ...] = ()
    is_entry: bool = False
    early: bool = False
    is_fetched: bool = False

    @property
    def key(self) -> str:
        """The claim of the constant or parameter that holds the module or global."""
        return external_key(self.module.index)

    @property
    def is_factory(self) -> bool:
        """Whether it is in the bundle, as a function that runs when it is asked for."""
        return self.module.record.kind.is_factory

    @property
    def is_builtin(self) -> bool:
        """Whether it is one of Node's own, whose default export is all of it."""
        return self.module.url.startswith("node:")


def external_key(index: int) -> str:
    """The claim of the constant or parameter that holds an external module."""
    return f"external {index}"


def find_externals(
    module_map: ModuleMap,
    plan: Plan,
    occurrences: Occurrences,
    stars: Sequence[int],
    exported: Sequence[Slot],
    namespaces: Container[int],
    early: Container[int],
    fetched: Container[int],
) -> tuple[External, ...]:
    """Return the external modules of the bundle with what is used of them; those in
    ``namespaces`` are wanted whole, those in ``early`` may be read before they have run, those in
    ``fetched`` are imported by ``import()``."""
    order = (*plan.order, *plan.lazy)
    slots: dict[int, dict[Slot, None]] = {}
    for slot in (*occurrences.by_slot, *exported):
        if slot.name not in NAMESPACES or slot.module in namespaces:
            slots.setdefault(slot.module, {}).setdefault(slot)
    return tuple(
        External(
            module_map.modules[index],
            tuple(slots.get(index, ())),
            index in stars,
            _attributes(module_map, order, index),
            index == plan.entry,
            index in early and module_map.modules[index].record.kind is ModuleKind.COMMONJS,
            index in fetched,
        )
        for index in order
        if not has_slots(module_map, index)
    )


def _attributes(
    module_map: ModuleMap, order: Sequence[int], external: int
) -> tuple[tuple[str, str], ...]:
    for index in order:
        module = module_map.modules[index]
        if external in module.targets:
            return module.record.requests[module.targets.index(external)].attributes
    return ()


def external_claims(
    externals: Iterable[External], occurrences: Occurrences, options: Options
) -> Iterator[Claim]:
    """Yield the claims of what externals declare: in ``esm`` a name for each import, or one for
    the namespace object of what is fetched; else one for the module and one for each of its
    default export and namespace object."""
    format_ = options.format
    for external in externals:
        if external.is_fetched:
            yield from _fetched_claim(external, occurrences)
            continue
        whole: list[Occurrence] = []
        wish = external_stem(external)
        is_import = format_ == "esm" and not external.is_factory
        for slot in external.slots:
            stem = external_stem(external)
            local = occurrences.local_names.get(slot)
            names = (
                "default",
                NODE_DEFAULT,
                *NAMESPACES,
                *((MODULE_EXPORTS,) if external.early else ()),
            )
            if not is_import and slot.name == "default" and external.is_builtin:
                wish = local or wish
                whole += occurrences.of(slot)
            elif is_import or slot.name in names:
                own = local or (slot.name if is_identifier(slot.name) else f"{stem}_export")
                is_default = own == "default" or (local is None and slot.name == NODE_DEFAULT)
                own = f"{stem}_default" if is_default else own
                yield Claim(slot, own, occurrences.of(slot))
            else:
                whole += (o._replace(local="") for o in occurrences.of(slot))
        is_parameter = options.is_defined and not external.is_factory
        if is_parameter or (not is_import and (external.slots or external.star)):
            yield Claim(external.key, wish, tuple(whole))


def _fetched_claim(external: External, occurrences: Occurrences) -> Iterator[Claim]:
    if external.slots:
        space = Slot(external.module.index, NAMESPACE)
        members = (occurrences.of(slot) for slot in external.slots if slot != space)
        places = (place._replace(local="") for each in members for place in each)
        wish = occurrences.local_names.get(space) or external_stem(external)
        yield Claim(external.key, wish, (*occurrences.of(space), *places))


def external_stem(external: External) -> str:
    """Return an identifier that recalls the module."""
    module = external.module
    return identifier_from(module.name if external.is_factory else module.url)


def member_texts(externals: Iterable[External], names: Mapping[Slot | str, str]) -> dict[Slot, str]:
    """Return the member expressions that stand for named imports in scripts."""
    return {
        slot: f"{names[external.key]}{member(slot.name)}"
        for external in externals
        for slot in external.slots
        if slot not in names and external.key in names
    }


def whole_modules(
    externals: Iterable[External], names: Mapping[Slot | str, str]
) -> dict[Slot | str, str]:
    """Return the names of slots that hold a whole module: ``module.exports`` of CommonJS, the
    default exports of Node's own modules; the namespace objects of what is fetched."""
    return {
        slot: names[external.key]
        for external in externals
        for slot in external.slots
        if external.key in names and slot not in names
        if (external.is_fetched and slot.name == NAMESPACE)
        or (external.is_factory and slot.name == MODULE_EXPORTS)
        or (external.is_builtin and slot.name == "default" and not external.is_fetched)
    }


def attributes_text(attributes: Iterable[tuple[str, str]]) -> str:
    """Return the object literal of the attributes with which a module is imported."""
    pairs = (f"{quoted_key(key)}: {string_literal(value)}" for key, value in attributes)
    return f"{{ {', '.join(pairs)} }}"


def import_call(url: str, attributes: Sequence[tuple[str, str]]) -> str:
    """Return the ``import()`` that is left to the engine."""
    options = f", {{ with: {attributes_text(attributes)} }}" if attributes else ""
    return f"import({string_literal(url)}{options})"


def import_lines(external: External, naming: Naming) -> Iterator[str]:
    """Yield the import declarations of one external in ``esm``."""
    source = string_literal(external.module.url)
    if external.attributes:
        source = f"{source} with {attributes_text(external.attributes)}"
    default = [naming.names[slot] for slot in external.slots if slot.name == "default"][:1]
    named: list[str] = []
    done = False
    for slot in external.slots:
        name = naming.names[slot]
        if slot.name == NAMESPACE:
            yield f"import * as {name} from {source};"
            done = True
        elif slot.name == "default":
            continue
        elif slot.name == name:
            named.append(name)
        else:
            key = quoted_key(slot.name)
            named.append(f"{key} as {name}")
    if named or default:
        clause = [*default, f"{{ {', '.join(named)} }}"] if named else default
        yield f"import {', '.join(clause)} from {source};"
    if external.star:
        yield f"export * from {source};"
    elif not (named or default or done):
        yield f"import {source};"


def require_lines(
    external: External, naming: Naming, helpers: Mapping[str, str], options: Options
) -> Iterator[str]:
    """Yield the declarations of one external, but in ``esm``, where it stands in evaluation
    order; ``helpers`` are the names of those needed."""
    values = dict(require_values(external, naming, helpers, options))
    if options.is_defined and not external.is_factory:
        values.pop(naming.names[external.key], None)
    keyword = "" if external.early else "const "
    for name, value in values.items():
        yield f"{keyword}{name} = {value};"
    if not values and (options.format == "cjs" or external.is_factory):
        yield f"{external_value(external, naming, options)};"


def declared_values(external: External, values: Iterable[str]) -> str:
    """Declare what ``require_values`` gives a value later."""
    first, *others = values
    declared = [f"{first} = {{}}" if external.early else first, *others]
    return f"let {', '.join(declared)};"


def external_value(
    external: External, naming: Naming, options: Options, *, imported: bool = False
) -> str:
    """Return the expression that gives an external module, or a module that stands in a
    function that runs when it is asked for: if that is a CommonJS entry, it runs as such,
    unless another module has ``imported`` it."""
    if external.is_factory:
        value = naming.values[external.module.index]
        is_commonjs = external.module.record.kind is ModuleKind.COMMONJS
        is_main = external.is_entry and is_commonjs and not imported
        return f"{value.removesuffix(')')}, true)" if is_main else value
    if options.format == "cjs":
        return f"require({string_literal(external.module.url)})"
    return options.globals.get(external.module.url, "undefined")


def require_values(
    external: External,
    naming: Naming,
    helpers: Mapping[str, str],
    options: Options,
    *,
    imported: bool = False,
) -> Iterator[tuple[str, str]]:
    """Yield what holds the external module, its default export and its namespace object,
    as far as they are needed: name and value, in order."""
    if not external.slots and not external.star:
        return
    name = naming.names[external.key]
    yield name, external_value(external, naming, options, imported=imported)
    for slot in external.slots:
        if slot.name == "default" and not external.is_builtin:
            yield naming.names[slot], f"{helpers['defaultOf']}({name})"
        elif slot.name == NODE_DEFAULT:
            yield naming.names[slot], f"{helpers['nodeDefaultOf']}({name})"
        elif slot.name == NODE_NAMESPACE and not external.is_factory:
            make = helpers["nodeNamespaceOf"]
            yield naming.names[slot], f"{helpers['nodeImported']}({make}, {name})"
        elif slot.name == MODULE_EXPORTS and external.early:
            yield naming.names[slot], name
        elif slot.name in NAMESPACES:
            make = "namespaceOf" if slot.name == NAMESPACE else "nodeNamespaceOf"
            yield naming.names[slot], f"{helpers[make]}({name})"


def external_helpers(externals: Iterable[External]) -> Iterator[str]:
    """Yield the names of the helpers that ``require_lines`` calls."""
    for external in externals:
        for slot in external.slots:
            if slot.name == "default" and not external.is_builtin:
                yield "defaultOf"
            elif slot.name == NODE_DEFAULT:
                yield "nodeDefaultOf"
            elif slot.name in NAMESPACES:
                if slot.name == NODE_NAMESPACE and not external.is_factory:
                    yield "nodeImported"
                yield "namespaceOf" if slot.name == NAMESPACE else "nodeNamespaceOf"


def conventional(module_map: ModuleMap, options: Options) -> dict[Slot, Slot]:
    """Return, for what modules in Node's mode import of external modules, what the output has for
    all modules alike: the engine's own imports in ``esm``, the convention of ``__esModule`` where
    Node is not what loads them, and no difference in Node's own modules."""
    return {
        Slot(module.index, as_node): Slot(module.index, plain)
        for module in module_map.modules
        if module.record.kind is ModuleKind.EXTERNAL
        if options.format != "cjs" or module.url.startswith("node:")
        for as_node, plain in ((NODE_DEFAULT, "default"), (NODE_NAMESPACE, NAMESPACE))
    }


def missing_globals(
    module_map: ModuleMap, externals: Iterable[External], options: Options
) -> Iterator[Diagnostic]:
    """Yield an error for each external that no global stands for, where one may be needed."""
    for external in externals:
        if external.is_factory or not (external.slots or external.star):
            continue
        if external.module.url in options.globals:
            continue
        yield Diagnostic(
            "external-without-global",
            "error",
            f"external module {external.module.url!r} has no global to be read from:"
            " a script can't import",
            _first_request(module_map, external.module.index),
            f"add --globals {external.module.url}=NAME, or choose --format esm, cjs or amd",
        )


def _first_request(module_map: ModuleMap, external: int) -> Place | None:
    for module in module_map.modules:
        for request, target in zip(module.record.requests, module.targets, strict=True):
            if target == external:
                return place_of(module.name, module.source, request.start, request.end)
    return None
