"""Original against bundle: both run in a real engine, and what can be observed is compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from pybundle.build import Bundle
from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.departures import (
    About,
    Run,
    about,
    departure,
    engine_affair,
    remade_errors,
    requires_modules,
)
from pybundle.diagnostics import Diagnostic, Place, place_of
from pybundle.instrument import Pair, Text, instrument, pair, place_of_position
from pybundle.native import KINDS
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
    available_backends,
    compare,
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

UNSUPPORTED: Final = "the embedded V8 can't run the bundle, and Node is not on PATH"
TOLD_LATER: Final = (
    "in esm, import() of what a failure keeps from running is told of it after the importer"
)
PATIENCE: Final = 4
"""How much more time a bundle gets than its original, before it counts as endless."""

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
    about = About(bundle.module_map, bundle.linkage, bundle.warnings)
    strict = any(warning.code == "commonjs-strict" for warning in bundle.warnings)
    made = instrument(bundle, checked(options))
    return _judge(_Case(made, about, STRICT_HINT if strict else HINT), evaluator)


def check_any(
    module_map: ModuleMap, entry: int, script: Text, options: Options, evaluator: Evaluator
) -> Check:
    """Compare the graph of ``entry`` with a bundle of it that anyone may have made, and of
    which nothing is known but its format, ``options.format``."""
    unknown = unknown_module(module_map)
    if unknown:
        return Check("not checked", unknown)
    made = pair(module_map, entry, script, checked(options))
    return _judge(_Case(made, about(module_map), ""), evaluator)


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
    """What is to be judged. ``hint`` says what to do about a difference."""

    programs: Pair
    about: About
    hint: str

    @property
    def module_map(self) -> ModuleMap:
        """The original."""
        return self.about.module_map


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
        return _in_node(alone, evaluator)
    result = evaluator.evaluate(script)
    if result.outcome == "timeout" != original.outcome:
        result = evaluator.evaluate(script, timeout=PATIENCE * evaluator.limits.timeout)
    if evaluator.backend == "v8" and needs_node(result):
        return _in_node(alone, evaluator) if in_node else Check("inconclusive", UNSUPPORTED)
    comparison = compare(original, result)
    if comparison.verdict == "different":
        graph, original = spied(graph, original, exported_names(case.module_map), evaluator)
        comparison = compare(original, result)
    if comparison.verdict != "different":
        return Check(comparison.verdict, comparison.reason)
    loads = any(module.record.dynamic_imports for module in case.module_map.modules)
    if in_node and (loads or requires_modules(graph)):
        return _in_node(alone, evaluator)
    in_time = loads and evaluator.backend == "node"
    timing = judge_timing(graph, script, evaluator) if in_time else ""
    if timing:
        return Check("same") if timing == "timed" else Check("inconclusive", TOLD_LATER)
    run = Run(graph, script, original, result, comparison)
    excuse = departure(case.about, run) or engine_affair(run, evaluator)
    if excuse:
        return Check("inconclusive", excuse)
    return Check("different", diagnostic=_difference(comparison, case, script))


def _in_node(case: _Case, evaluator: Evaluator) -> Check:
    with Evaluator("node", evaluator.limits) as second:
        return _judge(case, second)


def has_second(evaluator: Evaluator) -> bool:
    """Whether Node can be asked as well."""
    return evaluator.backend == "v8" and "node" in available_backends()


def needs_node(trace: Trace) -> bool:
    """Whether the embedded V8 can't run a program, and Node might: for want of Node's own
    modules, as far as programs can have them there, or of what the embedding can't do."""
    lacks = [name.removeprefix("node:") for name, _ in trace.lacks]
    if trace.backend == "v8" and (trace.outcome == "crashed" or remade_errors(trace)):
        return True
    return trace.outcome == "unsupported" or (bool(lacks) and NATIVES.issuperset(lacks))


def exported_names(module_map: ModuleMap) -> frozenset[str]:
    """Return the names that modules export; names behind ``export *`` stand in others."""
    records = [module.record for module in module_map.modules]
    own = {export.export_name for record in records for export in record.local_exports}
    return frozenset(own) | {e.export_name for record in records for e in record.indirect_exports}


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
