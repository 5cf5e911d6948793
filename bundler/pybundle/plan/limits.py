"""What this release can't run exactly: refused, or left to the engine where that is exact."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Final

from pybundle.construct.builtins import is_builtin
from pybundle.construct.externals import Externals
from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import DynamicImport
from pybundle.construct.specifiers import is_path
from pybundle.diagnostics import BundleError, Diagnostic, Severity, place_of
from pybundle.options import Options
from pybundle.plan.plan import Plan

_ABSOLUTE_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


def within_limits(module_map: ModuleMap, plan: Plan, options: Options) -> tuple[Diagnostic, ...]:
    """Return warnings about what may differ from the graph that runs natively.

    Raises BundleError with every ``import()`` of what ought to be bundled and every
    top-level ``await`` that can't be kept, in evaluation order and by position.

    An ``import()`` of a URL, of a module that Node carries, or of an external is left to
    the engine; one of which nothing is known before it runs is too, with a warning.
    """
    externals = Externals(options.external, options.root or os.getcwd())
    found: list[Diagnostic] = []
    for index in plan.order:
        module = module_map.modules[index]
        for dynamic in module.record.dynamic_imports:
            found += _dynamic_import(module, dynamic, externals)
        if index != plan.entry or options.format == "cjs":
            found += _await(module, is_entry=index == plan.entry)
    if any(diagnostic.severity == "error" for diagnostic in found):
        raise BundleError(found)
    return tuple(found)


def _dynamic_import(
    module: Module, dynamic: DynamicImport, externals: Externals
) -> Iterator[Diagnostic]:
    severity: Severity = "error"
    text = "import() of a module that belongs into the bundle is not supported yet"
    hint = "use a static import, or keep what it loads out of the bundle (--external)"
    if dynamic.request >= 0:
        specifier = module.record.requests[dynamic.request].specifier
        left = _ABSOLUTE_URL.match(specifier) or is_builtin(specifier)
        if left or externals.specifier(specifier):
            return
    elif not (dynamic.template and is_path(dynamic.template[0])):
        severity = "warning"
        text = "what import() loads here is known only when it runs: it is left to the engine"
        hint = "a relative specifier will be resolved from where the bundle lies"
    place = place_of(module.name, module.source, dynamic.start, dynamic.end)
    yield Diagnostic("dynamic-import", severity, text, place, hint)


def _await(module: Module, *, is_entry: bool) -> Iterator[Diagnostic]:
    text = "top-level await is supported only in the entry yet"
    hint = "move what waits into an async function, and let the entry await it"
    if is_entry:
        text = "top-level await has no place in a CommonJS file, which can't wait"
        hint = "choose --format esm or iife, or move what waits into an async function"
    for start in module.record.awaits[:1]:
        place = place_of(module.name, module.source, start, start + len("await"))
        yield Diagnostic("top-level-await", "error", text, place, hint)
