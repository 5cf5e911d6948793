"""What this release can't run exactly, and therefore refuses."""

from __future__ import annotations

from collections.abc import Iterator

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.diagnostics import BundleError, Diagnostic, place_of
from pybundle.options import Options
from pybundle.plan.plan import Plan


def refuse_unsupported(module_map: ModuleMap, plan: Plan, options: Options) -> None:
    """Raise BundleError with every ``import()`` and every top-level ``await`` in the graph
    that no bundle can hold yet, in evaluation order and by position."""
    errors: list[Diagnostic] = []
    for index in plan.order:
        module = module_map.modules[index]
        errors += _dynamic_imports(module)
        if index != plan.entry or options.format == "cjs":
            errors += _awaits(module, is_entry=index == plan.entry)
    if errors:
        raise BundleError(errors)


def _dynamic_imports(module: Module) -> Iterator[Diagnostic]:
    for dynamic in module.record.dynamic_imports:
        yield Diagnostic(
            "dynamic-import",
            "error",
            "import() is not supported yet",
            place_of(module.name, module.source, dynamic.start, dynamic.end),
            hint="use a static import, or leave the module that has it out of the bundle "
            "(--external)",
        )


def _awaits(module: Module, *, is_entry: bool) -> Iterator[Diagnostic]:
    text = "top-level await is supported only in the entry yet"
    hint = "move what waits into an async function, and let the entry await it"
    if is_entry:
        text = "top-level await has no place in a CommonJS file, which cannot wait"
        hint = "choose --format esm or iife, or move what waits into an async function"
    for start in module.record.awaits[:1]:
        place = place_of(module.name, module.source, start, start + len("await"))
        yield Diagnostic("top-level-await", "error", text, place, hint)
