"""Original against bundle: both run in a real engine, and what can be observed is compared."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from pybundle.build import Bundle
from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.diagnostics import Diagnostic, Place, place_of
from pybundle.instrument import Pair, Text, instrument, pair, place_of_position
from pybundle.native import KINDS, has_commonjs
from pybundle.option_check import checked
from pybundle.options import Options
from pybundle.timing import judge_timing
from pybundle_runtime import (
    NATIVES,
    Comparison,
    Evaluator,
    Graph,
    Script,
    Trace,
    UncaughtError,
    available_backends,
    compare,
    describe,
    spied,
)

HINT: Final = (
    "this is a bug of pybundle's: report it with the input; --no-check builds without comparing"
)
STRICT_HINT: Final = (
    "in format esm CommonJS runs as strict code, also what is not written so:"
    " choose --format iife or cjs, or make it strict"
)

_SYSTEMS: Final = {
    ModuleKind.AMD: "an AMD module",
    ModuleKind.CMD: "a CMD module",
    ModuleKind.SCRIPT: "an old script",
}

UNRESOLVED: Final = "Failed to resolve module specifier"
MISSING: Final = "Cannot find module '"
_INDEX = re.compile(r"(?:0|[1-9][0-9]*)\Z")

Verdict = Literal["same", "different", "inconclusive", "not checked"]


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on one bundle.

    ``reason`` says why it is ``inconclusive`` or ``not checked``. ``diagnostic`` tells of a
    difference, with its place in the original and in the bundle.
    """

    verdict: Verdict
    reason: str = ""
    diagnostic: Diagnostic | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as JSON-serialisable data."""
        return {"verdict": self.verdict, "reason": self.reason}


def check(bundle: Bundle, options: Options, evaluator: Evaluator) -> Check:
    """Run the original of ``bundle`` and the bundle, and compare their traces.

    ``options`` are those that it was built with.
    """
    unknown = unknown_module(bundle.module_map)
    if unknown:
        return Check("not checked", unknown)
    case = _Case(
        instrument(bundle, checked(options)),
        bundle.module_map,
        lambda original, result: (
            _engine_departure(bundle, original)
            or _absent(bundle.module_map, original)
            or _host_given(bundle, options, result)
            or _unseen_exports(bundle, original, result)
        ),
        STRICT_HINT if any(w.code == "commonjs-strict" for w in bundle.warnings) else HINT,
    )
    return _judge(case, evaluator)


def check_any(
    module_map: ModuleMap, entry: int, script: Text, options: Options, evaluator: Evaluator
) -> Check:
    """Compare the graph of ``entry`` with a bundle of it that anyone may have made, and of
    which nothing is known but its format, ``options.format``."""
    unknown = unknown_module(module_map)
    if unknown:
        return Check("not checked", unknown)
    made = pair(module_map, entry, script, checked(options))
    return _judge(_Case(made, module_map, lambda original, result: "", ""), evaluator)


def unknown_module(module_map: ModuleMap) -> str:
    """Return why the evaluator can't run the original, or "": kinds of modules that it has no
    loader for, and an ES module's own ``require``, which no engine gives it."""
    for module in module_map.modules:
        kind = module.record.kind
        if kind not in KINDS and kind is not ModuleKind.EXTERNAL:
            return f"{module.name} is {_SYSTEMS[kind]}, which the evaluator has no loader for"
        if module.requires and not module.record.created_requires:
            return f"{module.name} is an ES module that calls require, which no engine gives it"
    return ""


@dataclass(frozen=True, slots=True)
class _Case:
    """What is to be judged. ``departure`` is asked where the engine itself is at fault;
    ``hint`` says what to do about a difference."""

    programs: Pair
    module_map: ModuleMap
    departure: Callable[[Trace, Trace], str]
    hint: str


def _judge(case: _Case, evaluator: Evaluator) -> Check:
    """Run both programs and compare, in each way in which the bundle may be run."""
    checks = []
    known: tuple[Graph, Trace] | None = None
    try:
        for graph, script in case.programs.runs:
            if known is None or known[0] is not graph:
                known = graph, evaluator.evaluate(graph)
            checks.append(_judge_run(case, graph, script, known[1], evaluator))
    except ValueError as error:
        return Check("inconclusive", str(error))
    verdicts: list[Verdict] = [check.verdict for check in checks]
    worst = next((v for v in ("different", "inconclusive") if v in verdicts), "same")
    return next(check for check in checks if check.verdict == worst)


def _judge_run(
    case: _Case, graph: Graph, script: Script, original: Trace, evaluator: Evaluator
) -> Check:
    """Run the bundle in one way and compare with the trace of the original. Raises ValueError
    for what an evaluator can't be asked."""
    in_node = has_second(evaluator)
    alone = replace(case, programs=replace(case.programs, runs=((graph, script),)))
    if in_node and needs_node(original):
        with Evaluator("node", evaluator.limits) as second:
            return _judge(alone, second)
    result = evaluator.evaluate(script)
    comparison = compare(original, result)
    if comparison.verdict == "different":
        graph, original = spied(graph, original, _exported_names(case.module_map), evaluator)
        comparison = compare(original, result)
    if comparison.verdict != "different":
        return Check(comparison.verdict, comparison.reason)
    loads = any(module.record.dynamic_imports for module in case.module_map.modules)
    evaluates = _requires_modules(graph)
    if in_node and (loads or evaluates):
        with Evaluator("node", evaluator.limits) as second:
            return _judge(alone, second)
    in_time = loads and evaluator.backend == "node"
    if in_time and judge_timing(graph, script, evaluator) == "timed":
        return Check("same")
    excuse = case.departure(original, result) or (_host_order(original, result) if loads else "")
    excuse = excuse or _conflict(case.module_map, original)
    if not excuse and evaluates and evaluator.backend == "v8":
        excuse = (
            "the embedded V8 runs microtasks in require() of ES modules, and Node is not on PATH"
        )
    if excuse:
        return Check("inconclusive", excuse)
    return Check("different", diagnostic=_difference(comparison, case, script))


def _conflict(module_map: ModuleMap, original: Trace) -> str:
    """Return that names which CommonJS modules turn out to have are ambiguous, if so: Node
    knows only some of them, and a bundle takes the first."""
    if not has_commonjs(module_map):
        return ""
    for event in original.events:
        if isinstance(event, UncaughtError) and "conflicting star exports" in event.message:
            return "two modules behind export * have a name alike, and one is CommonJS"
    return ""


def _requires_modules(graph: Graph) -> bool:
    """Whether ``require()`` may ask for an ES module."""
    return any(url and graph.modules[url].kind == "esm" for url in graph.requires.values())


def has_second(evaluator: Evaluator) -> bool:
    """Whether Node can be asked as well."""
    return evaluator.backend == "v8" and "node" in available_backends()


def needs_node(original: Trace) -> bool:
    """Whether the embedded V8 can't run the original, and Node might: for want of Node's own
    modules, as far as programs can have them there, or of what the embedding can't do."""
    lacks = [name.removeprefix("node:") for name, _ in original.lacks]
    return original.outcome == "unsupported" or (bool(lacks) and NATIVES.issuperset(lacks))


def _exported_names(module_map: ModuleMap) -> frozenset[str]:
    """Return the names that modules export; names behind ``export *`` stand in others."""
    records = [module.record for module in module_map.modules]
    own = {export.export_name for record in records for export in record.local_exports}
    return frozenset(own) | {e.export_name for record in records for e in record.indirect_exports}


def _engine_departure(bundle: Bundle, original: Trace) -> str:
    """Return where the engine itself departs from the specification on this graph, or ""."""
    for warning in bundle.warnings:
        if warning.code.startswith("v8-"):
            return warning.text
    for index, exports in bundle.linkage.exports.items():
        indices = sorted(filter(_INDEX.match, exports), key=int)
        if [*indices, *(name for name in exports if name not in indices)] != list(exports):
            name = bundle.module_map.modules[index].name
            return f"V8 lists exports that look like integers ({name}) first, by value"
    refused = next(
        (
            event.message
            for event in original.events
            if isinstance(event, UncaughtError) and event.name == "SyntaxError"
        ),
        "",
    )
    if refused.startswith("Detected cycle while resolving name"):
        return "V8 refuses a re-export that comes back to itself, where another star has the name"
    commented = next((m.name for m in bundle.module_map.modules if m.record.script_comments), "")
    if commented and refused:
        return f"V8 refuses <!-- and --> in modules ({commented})"
    return ""


def _absent(module_map: ModuleMap, original: Trace) -> str:
    """Return which external module the original has asked for that no evaluator has, or ""."""
    for module in module_map.modules:
        if module.record.kind is ModuleKind.EXTERNAL and module.url in original.packages:
            return f"the evaluator has no module `{module.url}`"
    return ""


def _host_given(bundle: Bundle, options: Options, result: Trace) -> str:
    """Return why what the host gives may differ, or "": the messages of errors in loading and
    linking; and ``import.meta``, of which there is nothing but ``url`` outside of modules
    (*HostLoadImportedModule*, *HostGetImportMetaProperties*)."""
    seen = "".join(map(describe, result.events))
    for index in (*bundle.plan.order, *bundle.plan.lazy):
        module = bundle.module_map.modules[index]
        message = UNRESOLVED if module.import_maps else ""
        if module.failure is not None:
            message = "" if module.failure.missing else module.failure.message
        if message and json.dumps(message, ensure_ascii=False)[1:-1] in seen:
            return f"what an engine says of what it can't load is up to it ({module.name})"
        keys = {meta.key for meta in module.record.import_metas}
        if options.format != "esm" and not keys <= {"url"}:
            return f"what import.meta has besides url is up to the host ({module.name})"
        left = any(warning.code == "dynamic-import" for warning in bundle.warnings)
        if (left or module.record.direct_evals) and MISSING in seen:
            return "an import() that is left to the engine asks for what the evaluator has not"
    return ""


def _unseen_exports(bundle: Bundle, original: Trace, result: Trace) -> str:
    """Return which exports the build has warned of not seeing, if nothing else differs, or ""."""
    found = [warning.text for warning in bundle.warnings if warning.code == "commonjs-star"]
    if not found or original.namespace is None or result.namespace is None:
        return ""
    exported, there = dict(original.namespace), dict(result.namespace)
    common = {name: exported.get(name) for name in there}
    same = common == there and original.outcome == result.outcome
    if not same or _events(original) != _events(result):
        return ""
    missing = ", ".join(sorted(exported.keys() - there))
    return f"{missing} can't be seen in the text of a CommonJS module"


def _host_order(original: Trace, result: Trace) -> str:
    """Return why two runs of a graph that uses ``import()`` may differ, or "": when a load
    ends is the host's affair (*HostLoadImportedModule*), and the loader around the embedded V8
    doesn't wait for a cycle that is still evaluating (*ContinueDynamicImport*)."""
    if original.outcome == result.outcome and _events(original) == _events(result):
        return "in which order what import() loads arrives is up to the host"
    if original.backend == "v8":
        return "the embedded V8 settles import() in a way of its own, and Node is not on PATH"
    return ""


def _events(trace: Trace) -> Counter[str]:
    return Counter(map(describe, trace.events))


def _difference(comparison: Comparison, case: _Case, script: Script) -> Diagnostic:
    programs, module_map, hint = case.programs, case.module_map, case.hint
    found = comparison.divergence
    assert found is not None
    place = place_of_position(found.original_position, programs.original_texts)
    if found.slot is not None:
        place = _declaration(module_map, *found.slot)
    other = place_of_position(found.bundle_position, programs.bundle_texts)
    notes: tuple[tuple[str, Place | None], ...] = (
        (f"the original: {_short(found.original)}", None),
        (f"the bundle:   {_short(found.bundle)}", other),
    )
    run = f", run as {script.format}" if script.format != programs.format else ""
    text = f"the bundle does something else than the original ({found.subject}{run})"
    kind, _, name = found.subject.partition(" ")
    if kind == "global" and found.original == "<absent>" and not hint:
        hint = f"if that is where the bundle leaves its exports, say so: --global-name {name}"
    return Diagnostic("check-different", "error", text, place, hint, notes)


def _declaration(module_map: ModuleMap, name: str, slot: str) -> Place | None:
    """Return where a slot is declared in the original."""
    for module in module_map.modules:
        if module.name == name:
            for binding in module.record.bindings:
                if binding.name == slot:
                    return place_of(name, module.source, binding.start, binding.end)
    return None


def _short(text: str, length: int = 300) -> str:
    return text if len(text) <= length else f"{text[:length]}… ({len(text)} characters)"
