"""The check never cries wolf: of a right bundle it says that it does the same, or why nobody can
tell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.check.programs import FILES, IMPORTS, INCONCLUSIVE, SAME
from tests.tree import write_tree

from pybundle.build import Bundle, build
from pybundle.check import Check, check, check_any
from pybundle.instrument import Text
from pybundle.option_check import checked
from pybundle.options import Format, Options
from pybundle_runtime import Evaluator, Limits, Program, Trace, available_backends

pytestmark = pytest.mark.skipif("node" not in available_backends(), reason="no Node")

ENDLESS = {
    "it took longer than the time limit": "console.log(n); for (;;);",
    "its timers would go on for ever": "setInterval(() => { inc() }, 5);",
    "it printed more than the limit": "for (let i = 0; i < 4e3; i++) console.log('x'.repeat(900));",
}
LATE = "console.log('early', n);\nconst o = {};\nconsole.log(String(inc), 'late');\n"


def made(folder: Path, text: str, format: Format) -> tuple[Bundle, Options]:
    """The bundle of a program, and the options that it was built with."""
    write_tree(folder, {**FILES, "main.js": IMPORTS + text})
    named = {} if format == "esm" else {"node:fs": "fs", "node:path": "path"}
    options = Options(format=format, root=str(folder), external=("node:*",), globals=named)
    options = checked(options)
    return build([str(folder / "main.js")], options)[0], options


def any_made(bundle: Bundle, options: Options, evaluator: Evaluator) -> Check:
    """What is said of the same bundle if nothing is known of it."""
    script = Text("out.js", bundle.code, ())
    return check_any(bundle.module_map, bundle.entry, script, options, evaluator)


@pytest.mark.parametrize("name", SAME)
def test_what_does_the_same(tmp_path: Path, evaluator: Evaluator, name: str) -> None:
    bundle, options = made(tmp_path, SAME[name], "iife")
    assert check(bundle, options, evaluator).verdict in ("same", ALSO.get(name))
    assert any_made(bundle, options, evaluator).verdict != "different"


ALSO = {"recursion caught": "inconclusive"}
"""What may be said as well: how deep a function has come is a slot."""


@pytest.mark.parametrize("format", ["iife", "esm"])
@pytest.mark.parametrize("name", INCONCLUSIVE)
def test_what_nobody_can_tell(
    tmp_path: Path, evaluator: Evaluator, name: str, format: Format
) -> None:
    word, text = INCONCLUSIVE[name]
    bundle, options = made(tmp_path, text, format)
    for found in (check(bundle, options, evaluator), any_made(bundle, options, evaluator)):
        assert found.verdict != "different", found.diagnostic
        assert found.verdict == "same" or word in found.reason


@pytest.mark.parametrize("reason", ENDLESS)
def test_what_does_not_end(tmp_path: Path, reason: str) -> None:
    bundle, options = made(tmp_path, ENDLESS[reason], "iife")
    limits = Limits(timeout=1 if "time" in reason else 60, output=1 << 20, tasks=50)
    with Evaluator(limits=limits) as evaluator:
        found = check(bundle, options, evaluator)
    assert (found.verdict, reason in found.reason) == ("inconclusive", True), found


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("'late'", "'later'", "inconclusive"),
        ("const o = {}", "const o = { a: 1 }", "inconclusive"),
        ("'early'", "'earlier'", "different"),
    ],
)
def test_what_depends_on_the_engine_excuses_nothing_before(
    tmp_path: Path, evaluator: Evaluator, old: str, new: str, verdict: str
) -> None:
    """The text of a function, which bundling may change, excuses the event that shows it, and what
    comes later; no other."""
    bundle, options = made(tmp_path, LATE, "iife")
    assert check(bundle, options, evaluator).verdict == "same"
    code = bundle.code.replace(old, new)
    assert code != bundle.code
    broken = replace(bundle, code=code, emitted=replace(bundle.emitted, code=code))
    assert check(broken, options, evaluator).verdict == verdict


def test_a_slow_bundle_is_given_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is just in time natively may be just too late in the bundle."""
    bundle, options = made(tmp_path, "console.log(n);\n", "iife")
    evaluate = Evaluator.evaluate
    given: list[float | None] = []

    def hasty(self: Evaluator, program: Program, *, timeout: float | None = None) -> Trace:
        given.append(timeout)
        trace = evaluate(self, program, timeout=timeout)
        late = len(given) == 2
        return replace(trace, outcome="timeout", events=trace.events[:1]) if late else trace

    monkeypatch.setattr(Evaluator, "evaluate", hasty)
    with Evaluator() as evaluator:
        assert check(bundle, options, evaluator) == Check("same")
    assert given[:2] == [None, None]
    assert given[2] is not None and given[2] > evaluator.limits.timeout
