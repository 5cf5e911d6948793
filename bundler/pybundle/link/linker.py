"""Linking (*Link*, *InitializeEnvironment*): every import is joined to the slot that it is.

The specification walks depth first because it may stop at the first error and must
leave the modules before it linked. Here all errors are reported, and what a name
resolves to does not depend on the order, so modules are taken as they come; the order
shows only in the order of the errors.
"""

from __future__ import annotations

from pybundle.construct.failures import static_reach
from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.reports import deferrable
from pybundle.diagnostics import BundleError
from pybundle.link.errors import link_errors
from pybundle.link.linkage import Linkage, Slot
from pybundle.link.namespaces import in_code_unit_order, namespace_exports
from pybundle.link.resolve_export import ExportResolver, Failure
from pybundle.link.warnings import link_warnings

__all__ = ["link", "link_warnings"]


def link(module_map: ModuleMap) -> Linkage:
    """Give each import binding its slot, and each module that is needed as a whole its
    exports.

    An import from an EXTERNAL module is ``Slot(external, name)``. A name that no bundled
    module exports, asked of a module with ``export *`` from EXTERNAL modules, is taken to
    come from the first of them; bundled exports win over it. Any name of an EMPTY module
    has a slot; all but its default export are ``undefined``, and nothing declares them.

    Raises ``BundleError`` with every import and every re-export that does not resolve, in
    depth-first post-order of their modules, then by position; where one broken re-export
    makes others fail, it is reported and the others are its notes.
    """
    resolver = ExportResolver(module_map.modules)
    imports: list[dict[int, Slot]] = []
    failed = False
    for module in module_map.modules:
        slots = _import_slots(resolver, module)
        imports.append(slots)
        failed = failed or len(slots) < len(module.record.imports)
        failed = failed or not _indirect_exports_resolve(resolver, module)
    if failed:
        static = static_reach(module_map.modules, module_map.entries)
        names = {module_map.modules[index].name for index in static}
        raise BundleError(
            error if error.place is None or error.place.file in names else deferrable(error)
            for error in link_errors(module_map, resolver)
        )
    exports = namespace_exports(module_map, resolver, imports)
    indexes = {index: resolver.tables.index(index) for index in exports}
    external_stars = {index: each.external for index, each in indexes.items()}
    ambiguous = {
        index: tuple(in_code_unit_order(each.names.keys() - exports[index].keys()))
        for index, each in indexes.items()
        if each.external
    }
    return Linkage(tuple(imports), exports, external_stars, ambiguous)


def _import_slots(resolver: ExportResolver, module: Module) -> dict[int, Slot]:
    """Return the slots of the import bindings of ``module`` that resolve."""
    slots: dict[int, Slot] = {}
    for entry in module.record.imports:
        name = entry.import_name
        if name is None:
            slots[entry.binding] = resolver.tables.namespace(module.index, entry.request)
            continue
        found = resolver.resolve_request(module.index, entry.request, name)
        if not isinstance(found, Failure):
            slots[entry.binding] = found
    return slots


def _indirect_exports_resolve(resolver: ExportResolver, module: Module) -> bool:
    """*InitializeEnvironment*, step 1: a re-export that leads nowhere is an error even
    where nobody asks for it."""
    return all(
        isinstance(resolver.resolve(module.index, export.export_name), Slot)
        for export in module.record.indirect_exports
    )
