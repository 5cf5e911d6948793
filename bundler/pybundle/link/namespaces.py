"""The exports of a module as a whole: *GetExportedNames* and *GetModuleNamespace*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.link.linkage import MODULE_EXPORTS, NAMESPACE, Slot
from pybundle.link.resolve_export import ExportResolver


def namespace_exports(
    module_map: ModuleMap, resolver: ExportResolver, imports: Iterable[Mapping[int, Slot]]
) -> dict[int, dict[str, Slot]]:
    """Return the exports of each module that somebody needs as a whole: entries, targets
    of ``import()``, and modules whose namespace is imported or is itself an export of
    such a module. EXTERNAL modules and factories are not among them, save for entries that are
    factories: nobody knows their exports."""
    modules = module_map.modules
    pending = list(module_map.entries)
    for slots in imports:
        pending += [slot.module for slot in slots.values() if slot.name == NAMESPACE]
    for module in modules:
        pending += module.dynamic_targets()
        pending += (target for _, target in module.required())
    needed: dict[int, dict[str, Slot]] = {}
    standard_json: set[int] | None = None
    while pending:
        index = pending.pop()
        kind = modules[index].record.kind
        if index in needed or kind is ModuleKind.EXTERNAL:
            continue
        if kind.is_factory:
            if index in module_map.entries:
                has_value = _has_value(modules[index])
                needed[index] = {"default": Slot(index, MODULE_EXPORTS)} if has_value else {}
            continue
        exports = exports_of(resolver, index)
        if kind is ModuleKind.JSON:
            if standard_json is None:
                standard_json = _standard_json(module_map, resolver)
            if index in standard_json:
                exports = {"default": exports["default"]}
        needed[index] = exports
        pending += [slot.module for slot in exports.values() if slot.name == NAMESPACE]
    return dict(sorted(needed.items()))


def _has_value(module: Module) -> bool:
    """Whether a factory may have a value: a program of another loader, that defines nothing, and
    a script without a global have none."""
    if module.record.kind is ModuleKind.SCRIPT:
        return bool(module.script_global)
    return module.record.kind is ModuleKind.COMMONJS or bool(module.record.definitions)


def exports_of(resolver: ExportResolver, module: int) -> dict[str, Slot]:
    """Return the exports of ``module`` in code unit order of their names; names that
    are ambiguous or lead nowhere are not among them (*GetModuleNamespace*)."""
    exports: dict[str, Slot] = {}
    index = resolver.tables.index(module)
    for name in in_code_unit_order(index.names):
        where = index.names[name]
        found = resolver.resolve(module if where < 0 else where, name)
        if isinstance(found, Slot):
            exports[name] = found
    return exports


def in_code_unit_order(names: Iterable[str]) -> list[str]:
    """Sort as *IsLessThan* on strings does: by UTF-16 code units."""
    ordered = sorted(names)
    if ordered and max(map(max, filter(None, ordered)), default="") > "\ud7ff":
        ordered.sort(key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return ordered


def _standard_json(module_map: ModuleMap, resolver: ExportResolver) -> set[int]:
    """JSON modules that some request asks for in the specification's form: their
    namespace holds ``default`` alone."""
    found = {
        module.targets[request]
        for module in module_map.modules
        for request in range(len(module.targets))
        if module.targets[request] >= 0 and resolver.tables.is_standard_json(module.index, request)
    }
    for module in module_map.modules:
        for number, specifiers in module.import_maps:
            if ("type", "json") in module.record.dynamic_imports[number].attributes:
                found.update(target for _, target in specifiers)
    return found
