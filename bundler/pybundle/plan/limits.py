"""What a bundle can't do: what this release refuses, and what the format leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import Binding, ModuleKind
from pybundle.construct.request_record import ASKING, DynamicImport
from pybundle.construct.scan.scanner import strict_error
from pybundle.construct.scan.trivia import skip_trivia
from pybundle.diagnostics import BundleError, Diagnostic, Place, place_of
from pybundle.link.commonjs_names import visible_names
from pybundle.link.linkage import Linkage
from pybundle.options import Options
from pybundle.plan.evals import exposed_bindings
from pybundle.plan.plan import Plan

SHOWN: Final = 3
"""Names that a message lists."""


def within_limits(
    module_map: ModuleMap, linkage: Linkage, plan: Plan, options: Options
) -> tuple[Diagnostic, ...]:
    """Return warnings about what may differ from the graph that runs natively, and a note
    if the entry's exports are lost.

    Raises BundleError with every top-level ``await`` and direct ``eval`` that can't be
    kept, in evaluation order and by position. An ``import()`` of which nothing is known
    before it runs is left to the engine, with a warning.
    """
    found: list[Diagnostic] = []
    for index in dict.fromkeys((*plan.order, *plan.lazy, *plan.factories)):
        module = module_map.modules[index]
        mapped = {number for number, _ in module.import_maps}
        for number, dynamic in enumerate(module.record.dynamic_imports):
            if number not in mapped:
                found += _dynamic_import(module, dynamic)
        if options.format == "esm":
            found += _direct_eval(module, exposed_bindings(module_map, linkage, plan, index))
    if not options.can_wait:
        for index in plan.order:
            found += _await(module_map.modules[index], options)
    if options.format in ("cjs", "umd") and not plan.is_async:
        found += _builtin_stars(module_map, linkage, plan)
    if options.format == "esm":
        found += _sloppy(module_map, plan)
        found += _commonjs_stars(module_map, linkage, plan)
    if options.format not in ("cjs", "amd") and options.platform != "node":
        found += _required_externals(module_map, plan, options)
    if any(diagnostic.severity == "error" for diagnostic in found):
        raise BundleError(found)
    entry = module_map.modules[plan.entry]
    hidden = options.uses_globals and options.global_name is None
    if hidden and linkage.exports[plan.entry] and not entry.record.kind.is_factory:
        found.append(_unexposed(entry, linkage.exports[plan.entry]))
    return tuple(found)


def _required_externals(
    module_map: ModuleMap, plan: Plan, options: Options
) -> Iterator[Diagnostic]:
    """What is required of the outside, where nothing can be required."""
    requiring = [index for index in (*plan.order, *plan.lazy) if module_map.modules[index].requires]
    for index in (*plan.factories, *requiring):
        module = module_map.modules[index]
        for request, target in zip(module.record.requests, module.targets, strict=True):
            if request.kind not in ASKING or request.optional or target < 0:
                continue
            external = module_map.modules[target]
            known = external.url in options.globals
            if external.record.kind is ModuleKind.EXTERNAL and not known:
                text = f"require of external module {external.url!r} throws when it runs here"
                place = place_of(module.name, module.source, request.start, request.end)
                hint = "add --globals, or choose --format cjs or amd, or --platform node"
                yield Diagnostic("external-without-global", "warning", text, place, hint)


def _sloppy(module_map: ModuleMap, plan: Plan) -> Iterator[Diagnostic]:
    """What CommonJS modules lose where all code is strict."""
    modules = [module_map.modules[index] for index in plan.factories]
    sloppy = [m for m in modules if m.record.kind.is_factory and not _strict(m)]
    for module in sloppy:
        error = strict_error(module.source) if module.record.may_be_sloppy else None
        if error is not None:
            text = f"{module.name} is sloppy code, which can't be in an ES module: {error.message}"
            place = place_of(module.name, module.source, error.start, error.end)
            yield Diagnostic("sloppy-code", "error", text, place, "choose another format")
    sloppy = [module for module in sloppy if not module.record.direct_evals]
    if sloppy:
        others = f" and {len(sloppy) - 1} more run" if len(sloppy) > 1 else " runs"
        text = f"{sloppy[0].name}{others} as strict code in an ES module, though not written so"
        hint = "choose another format to keep sloppy code sloppy"
        yield Diagnostic("commonjs-strict", "note", text, hint=hint)


def _commonjs_stars(module_map: ModuleMap, linkage: Linkage, plan: Plan) -> Iterator[Diagnostic]:
    """What the entry re-exports whole of CommonJS modules, where exports have to be named."""
    entry = module_map.modules[plan.entry]
    for star in linkage.external_stars.get(plan.entry, ()):
        module = module_map.modules[star]
        if module.record.kind is not ModuleKind.COMMONJS:
            continue
        known = _listed(visible_names(module_map, star))
        text = (
            f"all of {module.name} is exported, which is CommonJS: an ES module has to name its"
            f" exports, and gets those that the text shows ({known or 'there are none'})"
        )
        hint = "export by name what is missing, or choose another format"
        yield Diagnostic("commonjs-star", "warning", text, _place_of_star(entry, star), hint)


def _builtin_stars(module_map: ModuleMap, linkage: Linkage, plan: Plan) -> Iterator[Diagnostic]:
    """Modules of Node's own that the entry re-exports whole, where Node looks for the names of
    exports in the text of files."""
    entry = module_map.modules[plan.entry]
    for star in linkage.external_stars.get(plan.entry, ()):
        url = module_map.modules[star].url
        if not url.startswith("node:"):
            continue
        text = (
            f"all of {url} is exported: require() gives it, but Node's import finds no names of"
            " its exports in a CommonJS file"
        )
        hint = "export by name what ES modules import, or choose --format esm"
        yield Diagnostic("builtin-star", "note", text, _place_of_star(entry, star), hint)


def _place_of_star(entry: Module, star: int) -> Place | None:
    """Return where the entry itself has ``export *`` from a module."""
    exported = (s for s in entry.record.star_exports if entry.targets[s.request] == star)
    return next((place_of(entry.name, entry.source, s.start, s.end) for s in exported), None)


def _strict(module: Module) -> bool:
    start = skip_trivia(module.source, len(module.record.hashbang))
    return module.source.startswith(("'use strict'", '"use strict"'), start)


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    return ", ".join(every[:SHOWN]) + (f" and {len(every) - SHOWN} more" * (len(every) > SHOWN))


def _unexposed(entry: Module, exports: Iterable[str]) -> Diagnostic:
    shown = _listed(exports)
    text = f"{entry.name} exports {shown}, which nobody can get at in a script without a global"
    hint = "add --global-name NAME, or choose --format esm, cjs or amd"
    return Diagnostic("exports-not-exposed", "note", text, hint=hint)


def _dynamic_import(module: Module, dynamic: DynamicImport) -> Iterator[Diagnostic]:
    if dynamic.request >= 0:
        return
    text = "what import() loads here is known only when it runs: it is left to the engine"
    hint = "a relative specifier will be resolved from where the bundle lies"
    place = place_of(module.name, module.source, dynamic.start, dynamic.end)
    yield Diagnostic("dynamic-import", "warning", text, place, hint)


def _direct_eval(module: Module, exposed: Iterable[Binding]) -> Iterator[Diagnostic]:
    """Name what a direct eval may assign and an ES module output exports: copies of slots, which
    such an assignment would not reach."""
    text = "a direct eval may assign {}, which an ES module output exports"
    hint = "choose another format, or call eval indirectly: (0, eval)(…)"
    for binding in exposed:
        place = place_of(module.name, module.source, binding.start, binding.end)
        yield Diagnostic("direct-eval", "error", text.format(binding.name), place, hint)


def _await(module: Module, options: Options) -> Iterator[Diagnostic]:
    file = {"cjs": "a CommonJS file", "umd": "a UMD script", "amd": "an AMD module"}[options.format]
    text = f"top-level await has no place in {file}, which can't wait"
    hint = "add --async-exports, which makes the exports a promise, or choose --format esm or iife"
    for start in module.record.awaits[:1]:
        place = place_of(module.name, module.source, start, start + len("await"))
        yield Diagnostic("top-level-await", "error", text, place, hint)
