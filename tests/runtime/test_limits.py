"""Programs that do harm: each gives a clear result in bounded time and memory."""

from __future__ import annotations

import time

import pytest
from tests.runtime.programs import module, printed

from pybundle_runtime import Evaluator, Limits, Trace, available_backends

CASES = {
    "endless loop": ("console.log(1); while (true) {}", {"timeout"}, 1),
    "throw": ("throw 1", {"threw"}, 1),
    "rejection": ("Promise.reject()", {"completed"}, 1),
    "process.exit": ("console.log(1); process.exit(3)", {"threw"}, 2),
    "recursion": ("console.log(1); (function f() { return f() + 1 })()", {"threw"}, 2),
    "long fill": ("console.log(1); new Array(1e9).fill(0)", {"timeout", "out-of-memory"}, 1),
    "endless list": (
        "console.log(1); const a = []; for (;;) a.push({ a })",
        {"timeout", "out-of-memory"},
        1,
    ),
    "endless microtasks": (
        "const f = () => Promise.resolve().then(f); f()",
        {"timeout", "out-of-memory"},
        0,
    ),
    "endless interval": ("setInterval(() => {}, 1)", {"task-limit"}, 0),
    "never settles": ("await new Promise(() => {})", {"never-settled"}, 0),
    "blocks": (
        "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
        {"timeout", "threw"},
        None,
    ),
    "backtracking": ("/^(a+)+$/.test('a'.repeat(40) + 'b')", {"timeout"}, 0),
    "100 MB of output": (
        "const s = 'x'.repeat(1000); for (let i = 0; i < 1e5; i++) console.log(s + i)",
        {"output-limit"},
        None,
    ),
    "100 MB in one string": ("console.log('x'.repeat(1e8))", {"completed"}, 1),
    "a long array": ("console.log(new Array(1e7).fill(0))", {"completed", "timeout"}, None),
}
ENDLESS = frozenset(("endless loop", "endless microtasks", "blocks", "backtracking"))
"""What nothing but time stops: no use in waiting long."""


@pytest.fixture(scope="module", params=["v8", "node"])
def strict(request: pytest.FixtureRequest) -> Evaluator:
    if request.param not in available_backends():
        pytest.skip(f"the {request.param} engine isn't available here")
    return Evaluator(request.param, Limits(timeout=3, heap=128 << 20, output=4 << 20))


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_harm_gives_a_result(strict: Evaluator, case: str) -> None:
    code, outcomes, events = CASES[case]
    begin = time.monotonic()
    trace = strict.evaluate(module(code), timeout=1 if case in ENDLESS else None)
    assert trace.outcome in outcomes
    assert events is None or len(trace.events) == events
    assert time.monotonic() - begin < 60
    strict.start()
    assert printed(strict.evaluate(module("console.log('alive')"), timeout=60)) == ['"alive"']
    if trace.outcome in ("timeout", "out-of-memory", "output-limit"):
        assert trace.slots is None
        strict.close()


def test_an_endless_program_keeps_what_it_said(strict: Evaluator) -> None:
    trace: Trace = strict.evaluate(module("console.log('said'); for (;;);"), timeout=1)
    assert (trace.outcome, printed(trace)) == ("timeout", ['"said"'])
    strict.close()
