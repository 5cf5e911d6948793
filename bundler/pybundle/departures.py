"""Why a bundle may do something else than its original, though it is right: where the engine
departs from the specification, and where the host decides."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.link.linkage import Linkage
from pybundle.link.linker import link, link_warnings
from pybundle.native import has_commonjs
from pybundle.timing import slower
from pybundle_runtime import (
    Comparison,
    Evaluator,
    Graph,
    Script,
    Trace,
    UncaughtError,
    available_backends,
    compare,
    describe,
)
from pybundle_runtime.program import Alteration

UNRESOLVED: Final = "Failed to resolve module specifier"
STACKS: Final = (400, 900)
"""Sizes of a call stack, in KiB, on which a program should do the same."""
BARE_META: Final = "".join(
    f"delete import.meta.{key};" for key in ("main", "filename", "dirname", "resolve")
)
"""What leaves ``import.meta`` nothing but ``url``."""
_ALTERATIONS: Final[tuple[tuple[Alteration, str], ...]] = (
    ("stacks", "the program looks at stacks, and what these show is the engine's affair"),
    ("texts", "the program looks at the text of functions, in which bundling changes names"),
)
_INDEX = re.compile(r"(?:0|[1-9][0-9]*)\Z")
_FIRST_LINE = re.compile("#![^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029])?")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a graph. ``linkage`` is None if it can't be linked."""

    module_map: ModuleMap
    linkage: Linkage | None
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Two runs that differ."""

    graph: Graph
    script: Script
    original: Trace
    result: Trace
    comparison: Comparison


def about(module_map: ModuleMap) -> About:
    """Return what is known of a graph that has not been bundled."""
    try:
        linkage = link(module_map)
    except BundleError:
        return About(module_map, None, ())
    return About(module_map, linkage, link_warnings(module_map, linkage))


def departure(known: About, run: Run) -> str:
    """Return where the engine departs from the specification on this graph, or which choice of
    the host's may show in it; "" if there is nothing of the kind."""
    module_map = known.module_map
    return (
        _of_the_engine(known, run.original)
        or _absent(module_map, run.original)
        or _lost(module_map, run)
        or _messages(module_map, run)
        or _unseen_exports(known, run)
        or _order(module_map, run)
        or _conflict(module_map, run.original)
        or _requires(run)
        or _compiles(module_map, run)
    )


def engine_affair(run: Run, evaluator: Evaluator) -> str:
    """Return what is up to the engine and makes the difference, or "": the original does
    something else at that place, or before, if it is made otherwise."""
    for alteration, reason in _ALTERATIONS:
        altered = evaluator.evaluate(replace(run.graph, altered=(alteration,)))
        if _shows(run, compare(run.original, altered)):
            return reason
    modules = {
        url: replace(m, text=_with_bare_meta(m.text)) for url, m in run.graph.modules.items()
    }
    if run.script.format != "esm" and any("import.meta" in m.text for m in modules.values()):
        bare = evaluator.evaluate(replace(run.graph, modules=modules))
        if _shows(run, compare(run.original, bare)):
            return "what import.meta has besides url is up to the host"
    if "node" in available_backends():
        traces = []
        for stack in STACKS:
            limits = replace(evaluator.limits, stack=stack)
            with Evaluator("node", limits) as node:
                traces.append(node.evaluate(run.graph))
        if _shows(run, compare(*traces)):
            return "the program runs out of stack, and where that happens is the engine's affair"
    return ""


def _with_bare_meta(text: str) -> str:
    if "import.meta" not in text:
        return text
    head = _FIRST_LINE.match(text)
    at = head.end() if head else 0
    return text[:at] + BARE_META + text[at:]


def _shows(run: Run, other: Comparison) -> bool:
    """Whether another run of the original differs from it where the bundle does, or before."""
    found, difference = other.divergence, run.comparison.divergence
    if found is None or difference is None:
        return False
    first, second = _event(found.subject), _event(difference.subject)
    if first is None:
        return found.subject == difference.subject
    return second is None or first <= second


def _event(subject: str) -> int | None:
    kind, _, number = subject.partition(" ")
    return int(number) if kind == "event" else None


def remade_errors(trace: Trace) -> bool:
    """Whether the loader around the embedded V8 may have made an error of its own of one that
    ``import()`` rejects with: it does so where that has no stack."""
    return any('code: "ERR_MODULE_NOT_FOUND"' in describe(event) for event in trace.events)


def requires_modules(graph: Graph) -> bool:
    """Whether ``require()`` may ask for an ES module."""
    return any(url and graph.modules[url].kind == "esm" for url in graph.requires.values())


def _of_the_engine(known: About, original: Trace) -> str:
    for warning in known.warnings:
        if warning.code.startswith("v8-"):
            return warning.text
    modules = known.module_map.modules
    for index, exports in known.linkage.exports.items() if known.linkage else ():
        indices = sorted(filter(_INDEX.match, exports), key=int)
        if [*indices, *(name for name in exports if name not in indices)] != list(exports):
            name = modules[index].name
            return f"V8 lists exports that look like integers ({name}) first, by value"
    errors = (event for event in original.events if isinstance(event, UncaughtError))
    refused = next((event.message for event in errors if event.name == "SyntaxError"), "")
    if refused.startswith("Detected cycle while resolving name"):
        return "V8 refuses a re-export that comes back to itself, where another star has the name"
    commented = next((m.name for m in modules if m.record.script_comments), "")
    if commented and refused:
        return f"V8 refuses <!-- and --> in modules ({commented})"
    return ""


def _absent(module_map: ModuleMap, original: Trace) -> str:
    """Return which external module the original has asked for that no evaluator has, or ""."""
    for module in module_map.modules:
        if module.record.kind is ModuleKind.EXTERNAL and module.url in original.packages:
            return f"the evaluator has no module `{module.url}`"
    return ""


def _lost(module_map: ModuleMap, run: Run) -> str:
    """Return that the bundle leaves to the engine what it asks for by then, if so."""
    left = any(True for module in module_map.modules for _ in _left(module))
    difference = run.comparison.divergence
    at = _event(difference.subject) if difference else None
    if left and any(at is None or count < at for _, count in run.result.lost):
        return "an import() that is left to the engine asks for what the evaluator has not"
    return ""


def _left(module: Module) -> Iterator[object]:
    """Yield what may ask the engine for a module, and not the bundle."""
    if module.record.direct_evals:
        yield module
    for number in range(len(module.record.dynamic_imports)):
        request = module.record.dynamic_imports[number].request
        if request < 0 and number not in (each for each, _ in module.import_maps):
            yield number


def _messages(module_map: ModuleMap, run: Run) -> str:
    """Return of which module a message tells that can't be loaded or linked, or ""
    (*HostLoadImportedModule*)."""
    difference = run.comparison.divergence
    seen = f"{difference.original} {difference.bundle}" if difference else ""
    for module in module_map.modules:
        message = UNRESOLVED if module.import_maps else ""
        if module.failure is not None and not module.failure.missing:
            message = module.failure.message
        if message and json.dumps(message, ensure_ascii=False)[1:-1] in seen:
            return f"what an engine says of what it can't load is up to it ({module.name})"
    return ""


def _unseen_exports(known: About, run: Run) -> str:
    """Return which exports the build has warned of not seeing, if nothing else differs, or ""."""
    original, result = run.original, run.result
    found = [warning.text for warning in known.warnings if warning.code == "commonjs-star"]
    if not found or original.namespace is None or result.namespace is None:
        return ""
    exported, there = dict(original.namespace), dict(result.namespace)
    common = {name: exported.get(name) for name in there}
    same = common == there and original.outcome == result.outcome
    if not same or _events(original) != _events(result):
        return ""
    missing = ", ".join(sorted(exported.keys() - there))
    return f"{missing} can't be seen in the text of a CommonJS module"


def _order(module_map: ModuleMap, run: Run) -> str:
    """Return why two runs of a graph that uses ``import()`` may differ, or "": when a load
    ends is the host's affair (*HostLoadImportedModule*), and the loader around the embedded V8
    doesn't wait for a cycle that is still evaluating (*ContinueDynamicImport*).

    In Node all orders have been tried, if the bundle could be made as slow, and doesn't wait for
    its entry in ``esm`` (docs/semantics.md)."""
    original, result = run.original, run.result
    if not any(module.record.dynamic_imports for module in module_map.modules):
        return ""
    gated = run.script.format == "esm" and any(m.record.awaits for m in module_map.modules)
    tried = next(slower(run.script.code), "") and not gated
    if original.backend == "node" and tried:
        return ""
    if original.outcome == result.outcome and _events(original) == _events(result):
        return "in which order what import() loads arrives is up to the host"
    if original.backend == "v8":
        return "the embedded V8 settles import() in a way of its own, and Node is not on PATH"
    return ""


def _events(trace: Trace) -> Counter[str]:
    return Counter(map(describe, trace.events))


def _conflict(module_map: ModuleMap, original: Trace) -> str:
    """Return that names which CommonJS modules turn out to have are ambiguous, if so: Node
    knows only some of them, and a bundle takes the first."""
    if not has_commonjs(module_map):
        return ""
    for event in original.events:
        if isinstance(event, UncaughtError) and "conflicting star exports" in event.message:
            return "two modules behind export * have a name alike, and one is CommonJS"
    return ""


def _requires(run: Run) -> str:
    if requires_modules(run.graph) and run.original.backend == "v8":
        return "the embedded V8 runs microtasks in require() of ES modules, and Node is not on PATH"
    return ""


def _compiles(module_map: ModuleMap, run: Run) -> str:
    """Return that a run may have ended before WebAssembly had compiled, if one did less."""
    original, result = run.original, run.result
    if (original.outcome, len(original.events)) == (result.outcome, len(result.events)):
        return ""
    for module in module_map.modules:
        if any(free.name == "WebAssembly" for free in module.record.globals):
            return "when WebAssembly has compiled is the engine's affair"
    return ""
