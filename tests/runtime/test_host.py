"""What the evaluator gives to programs beside the language: time, chance, the portable web."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.node_files import needs_node
from tests.runtime.programs import module, printed

from pybundle_runtime import Evaluator

WEB = Path(__file__).parent / "web.js"


def test_macrotasks_run_by_time_then_by_age(evaluator: Evaluator) -> None:
    code = """
    const log = (x) => console.log(x);
    setTimeout(log, 10, 'ten'); setTimeout(log, 1, 'one'); setTimeout(log, 0, 'zero');
    setImmediate(log, 'immediate');
    const gone = setTimeout(log, 2, 'never'); clearTimeout(gone);
    let n = 0;
    const tick = setInterval(() => { log('tick'); if (++n === 3) clearInterval(tick) }, 4);
    queueMicrotask(() => log('microtask 1')); Promise.resolve().then(() => log('microtask 2'));
    setTimeout(() => { log('a'); Promise.resolve().then(() => log('b')) }, 5);
    setTimeout(() => log('c'), 5);
    log('body');
    """
    assert [text.strip('"') for text in printed(evaluator.evaluate(module(code)))] == [
        "body",
        "microtask 1",
        "microtask 2",
        "immediate",
        "one",
        "zero",
        "tick",
        "a",
        "b",
        "c",
        "tick",
        "ten",
        "tick",
    ]


def test_errors_in_tasks_do_not_stop_the_run(evaluator: Evaluator) -> None:
    code = "setTimeout(() => { throw 1 }); queueMicrotask(() => { throw 2 });"
    code += "setTimeout(console.log, 9)"
    trace = evaluator.evaluate(module(code))
    assert trace.outcome == "completed"
    assert [getattr(e, "origin", "console") for e in trace.events] == [
        "microtask",
        "task",
        "console",
    ]


def test_runs_are_deterministic(evaluator: Evaluator) -> None:
    code = """
    console.log(new Date(), Date.now(), typeof Date(), new Date(5).getTime(),
      Date.length, Date.name);
    console.log(performance.now(), performance.timeOrigin === Date.now());
    console.log(Math.random(), Math.random(), crypto.getRandomValues(new Uint8Array(4)));
    console.log(crypto.randomUUID().length, new Date(2020, 0).getTimezoneOffset());
    setTimeout(() => console.log(Date.now(), performance.now()), 1234);
    """
    first, second = (evaluator.evaluate(module(code)) for _ in range(2))
    assert first == second
    assert printed(first)[-1] == "1700000001234 1234"
    assert printed(first)[0].startswith('Date 2023-11-14T22:13:20.000Z 1700000000000 "string" 5 7')


def test_there_is_no_network(evaluator: Evaluator) -> None:
    trace = evaluator.evaluate(
        module("await fetch('https://example.org/').catch((e) => console.log(e))")
    )
    assert printed(trace)[0].startswith('[TypeError: "fetch failed')


@needs_node
def test_web_interfaces_answer_as_nodes_do(evaluator: Evaluator) -> None:
    code = WEB.read_text("utf-8")
    node = subprocess.run(
        ["node", "--input-type=module"],
        input=code,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    trace = evaluator.evaluate(module(code))
    assert trace.outcome == "completed"
    assert [json.loads(text) for text in printed(trace)] == node.stdout.splitlines()
