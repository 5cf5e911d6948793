"""Every case in every format behaves as the original graph does in the engine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.semantic.harness import (
    LIKE_CJS,
    Case,
    all_cases,
    graph_of,
    graph_of_files,
    marked_modules,
    printed,
    program_of,
    programs_of,
)

from pybundle import BundleError
from pybundle.options import Format
from pybundle_runtime import Comparison, Evaluator, Trace, compare

ALL = all_cases()
RUNS = [case for case in ALL if "error" not in case.meta]
EQUAL = [case for case in RUNS if "engine" not in case.meta and case.formats]
REFUSED = [case for case in ALL if "error" in case.meta]


def _ids(cases: list[Case]) -> list[str]:
    return [case.name for case in cases]


def assert_same(case: Case, original: Trace, trace: Trace, context: str) -> None:
    if case.consumer is not None:  # what the consumer exports is no one's concern
        original, trace = (replace(t, namespace=None) for t in (original, trace))
    if case.externals:  # a script finds its external modules in globals
        original, trace = (replace(t, global_additions=None) for t in (original, trace))
    comparison = compare(original, trace)
    assert comparison == Comparison("same"), f"{comparison}\n{context}"


@pytest.mark.parametrize("case", EQUAL, ids=_ids(EQUAL))
def test_bundle_equals_original(case: Case, evaluator: Evaluator) -> None:
    original = evaluator.evaluate(graph_of(case))
    assert case.expected, "a case that prints nothing shows nothing"
    assert printed(original) == case.expected
    for format in case.formats:
        for program in programs_of(case, format):
            trace = evaluator.evaluate(program)
            assert_same(case, original, trace, f"{format}:\n{case.bundle(format).code}")
            if case.has_exports and trace.outcome == "completed" and case.consumer is None:
                assert trace.namespace, "the bundle exposes no exports"


@pytest.mark.parametrize("case", EQUAL, ids=_ids(EQUAL))
def test_slots_and_order_of_bodies(case: Case, evaluator: Evaluator) -> None:
    format = case.formats[0]
    marked = marked_modules(case.bundle(format))
    original = evaluator.evaluate(graph_of(case, marked=marked))
    trace = evaluator.evaluate(program_of(case, format, marked=True))
    assert original.modules(), "no module's body was seen to start"
    assert_same(case, original, trace, case.bundle(format).code)


@pytest.mark.parametrize("case", REFUSED, ids=_ids(REFUSED))
def test_refused_before_anything_runs(case: Case, evaluator: Evaluator) -> None:
    """What the engine refuses to link or parse, the build refuses; nothing has run."""
    with pytest.raises(BundleError) as refusal:
        case.bundle("iife")
    errors = [d for d in refusal.value.diagnostics if d.severity == "error"]
    assert [d.code for d in errors] == [case.meta["error"]]
    assert errors[0].place is not None
    assert printed(evaluator.evaluate(graph_of_files(case))) == case.expected
    assert case.expected == "Uncaught SyntaxError\n"


REFUSALS = [
    (case, format, code)
    for case in RUNS
    for refused, code in case.meta.get("refused", {}).items()
    for format in (refused, *(LIKE_CJS if refused == "cjs" else ()))
]


@pytest.mark.parametrize(
    ("case", "format", "code"), REFUSALS, ids=[f"{case.name}-{f}" for case, f, _ in REFUSALS]
)
def test_format_that_cannot_hold_it(case: Case, format: Format, code: str) -> None:
    """Where a format has no way to keep a program exact, the build says so."""
    with pytest.raises(BundleError) as refusal:
        case.bundle(format)
    assert {d.code for d in refusal.value.diagnostics if d.severity == "error"} == {code}


DEVIATIONS = [(case, format) for case in RUNS if "engine" in case.meta for format in case.formats]


@pytest.mark.parametrize(
    ("case", "format"), DEVIATIONS, ids=[f"{case.name}-{f}" for case, f in DEVIATIONS]
)
def test_specification_where_the_engine_departs(
    case: Case, format: Format, evaluator: Evaluator
) -> None:
    """Where V8 is not ECMA-262 the bundle follows ECMA-262, and we hear if V8 does too."""
    trace = evaluator.evaluate(program_of(case, format))
    assert printed(trace) == case.expected
    assert printed(evaluator.evaluate(graph_of(case))) != case.expected
