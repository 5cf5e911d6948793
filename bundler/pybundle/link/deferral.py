"""Link errors that are left to the run: those of modules that only ``import()`` reaches."""

from __future__ import annotations

from dataclasses import replace

from pybundle.construct.failures import SYNTAX_ERROR, Cause, static_reach, with_failures
from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.reports import deferred
from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.link.errors import link_errors
from pybundle.link.resolve_export import ExportResolver, Failure


def defer_link_errors(module_map: ModuleMap) -> tuple[ModuleMap, tuple[Diagnostic, ...]]:
    """Return the module map with every module marked that can't be linked, and what is wrong
    with them as warnings.

    Raises BundleError if a module fails that an entry imports statically.
    """
    resolver = ExportResolver(module_map.modules)
    failures = {}
    for module in module_map.modules:
        message = _failure(resolver, module)
        if message:
            failures[module.index] = Cause(SYNTAX_ERROR, message)
    if not failures:
        return module_map, ()
    errors = link_errors(module_map, resolver)
    static = static_reach(module_map.modules, module_map.entries)
    if static & failures.keys():
        names = {module_map.modules[index].name for index in static}
        raise BundleError(
            error if error.place is None or error.place.file in names else deferred(error)
            for error in errors
        )
    modules = with_failures(module_map.modules, failures, shared=False)
    return replace(module_map, modules=modules), tuple(map(deferred, errors))


def _failure(resolver: ExportResolver, module: Module) -> str:
    """Return what V8 says of the first import or re-export of a module that does not resolve,
    or ""."""
    asked = [(e.start, e.request, e.import_name) for e in module.record.imports]
    asked += [(e.start, e.request, e.import_name) for e in module.record.indirect_exports]
    for _, request, name in sorted(asked, key=lambda each: each[0]):
        found = None if name is None else resolver.resolve_request(module.index, request, name)
        specifier = module.record.requests[request].specifier
        if found is Failure.MISSING:
            return f"The requested module '{specifier}' does not provide an export named '{name}'"
        if found is Failure.AMBIGUOUS:
            return (
                f"The requested module '{specifier}' contains conflicting star exports"
                f" for name '{name}'"
            )
    return ""
