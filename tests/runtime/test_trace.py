"""What a trace holds, in both engines."""

from __future__ import annotations

import json

import pytest
from tests.runtime.programs import BASE, graph, module, printed, uncaught

from pybundle_runtime import (
    ConsoleCall,
    Evaluator,
    Graph,
    ModuleStarted,
    Script,
    SourceModule,
    UncaughtError,
    UnhandledRejection,
)
from pybundle_runtime.program import ScriptFormat


def test_events_stand_in_the_order_in_which_they_happen(evaluator: Evaluator) -> None:
    trace = evaluator.evaluate(
        graph(
            {
                "main.js": "import { n, inc } from './a.js';\n"
                "__pybundle_mark__('main.js', { later: () => later });\n"
                "Promise.resolve().then(() => console.log('microtask'));\n"
                "setTimeout(() => { console.log('timer'); "
                "Promise.reject(new RangeError('r')) }, 9);\n"
                "setTimeout(() => console.log('earlier timer'), 3);\n"
                "inc(); console.log(n);\n"
                "throw new TypeError('stop');\n"
                "let later;",
                "a.js": "__pybundle_mark__('a.js', { n: () => n, inc: () => inc });\n"
                "export let n = 1; export function inc() { n++ }",
            }
        )
    )
    assert trace.outcome == "threw"
    assert trace.events == (
        ModuleStarted("a.js"),
        ModuleStarted("main.js"),
        ConsoleCall("log", ("2",), f"{BASE}main.js:6:16"),
        ConsoleCall("log", ('"microtask"',), f"{BASE}main.js:3:38"),
        UncaughtError(
            "evaluation", "TypeError", "stop", f"{BASE}main.js:7:7", '[TypeError: "stop"]'
        ),
        ConsoleCall("log", ('"earlier timer"',), f"{BASE}main.js:5:26"),
        ConsoleCall("log", ('"timer"',), f"{BASE}main.js:4:28"),
        UnhandledRejection("RangeError", "r", f"{BASE}main.js:4:57", '[RangeError: "r"]'),
    )
    assert trace.slots == (
        ("a.js", (("n", "2"), ("inc", "[function inc/0]"))),
        ("main.js", (("later", "<TDZ>"),)),
    )
    assert json.loads(json.dumps(trace.to_json()))["outcome"] == "threw"


def test_the_engine_links_and_evaluates_cycles_itself(evaluator: Evaluator) -> None:
    trace = evaluator.evaluate(
        graph(
            {
                "main.js": "import './a.js'; import * as me from './main.js'; console.log(me); "
                "export const end = 1; export default class {}; export * from './a.js'",
                "a.js": "import * as b from './b.js'; export let a = 1; console.log(b)",
                "b.js": "import { a } from './a.js'; export const f = () => a;"
                "try { a } catch (e) { console.log(e.name) }",
            }
        )
    )
    assert printed(trace) == [
        '"ReferenceError"',
        "[Module] {f: [method f/0]}",
        "[Module] {a: 1, default: <TDZ>, end: <TDZ>}",
    ]
    assert trace.namespace == (("a", "1"), ("default", "[class default/0]"), ("end", "1"))


def test_json_and_text_modules(evaluator: Evaluator) -> None:
    trace = evaluator.evaluate(
        graph(
            {
                "main.js": "import { n } from './data.json'; import * as text from './t.txt';"
                "import { same, ns } from './other.js'; import d from './data.json';"
                "console.log(n, text, same === d, ns)",
                "other.js": "import same from './data.json' with { type: 'json' };"
                "import * as ns from './data.json' with { type: 'json' }; export { same, ns }",
                "data.json": '{"n": [1], "default": 2, "a b": 3, "__proto__": 4}',
                "t.txt": "\u2028</t>",
            }
        )
    )
    assert printed(trace) == [
        '[1] [Module] {default: "\u2028</t>"} true '
        '[Module] {default: {n: [Same $0], default: 2, "a b": 3, __proto__: 4}}'
    ]


def test_one_specifier_with_and_without_attribute_is_refused(evaluator: Evaluator) -> None:
    url, data = f"{BASE}m.js", f"{BASE}d.json"
    resolutions = {(url, "d", ""): data, (url, "d", "json"): data}
    program = Graph(url, {url: SourceModule(""), data: SourceModule("1", "json")}, resolutions)
    with pytest.raises(ValueError, match="with and without"):
        evaluator.evaluate(program)


def test_top_level_await_waits_for_virtual_timers(evaluator: Evaluator) -> None:
    trace = evaluator.evaluate(
        graph(
            {
                "main.js": "import './slow.js'; import './fast.js'; console.log('main')",
                "slow.js": "await new Promise((r) => setTimeout(r, 5000)); console.log('slow')",
                "fast.js": "await null; console.log('fast')",
            }
        )
    )
    assert (trace.outcome, printed(trace)) == ("completed", ['"fast"', '"slow"', '"main"'])


def test_import_calls_share_instances_and_reject_with_the_same_error(evaluator: Evaluator) -> None:
    trace = evaluator.evaluate(
        graph(
            {
                "main.js": "import * as a from './a.js';"
                "console.log(await import('./a.js') === a);"
                "const one = await import('./bad.js').catch((e) => e);"
                "const two = await import('./bad.js').catch((e) => e);"
                "console.log(one === two, one);"
                "console.log(await import('./none.js').catch((e) => e instanceof TypeError));",
                "a.js": "export let x",
                "bad.js": "throw new Error('bad')",
            }
        )
    )
    assert printed(trace) == ["true", 'true [Error: "bad"]', "true"]


def test_every_rejection_is_reported_and_handled_ones_are_not(evaluator: Evaluator) -> None:
    trace = evaluator.evaluate(
        module(
            "Promise.reject(1); Promise.reject(2); const p = Promise.reject(3);"
            "Promise.resolve().then(() => p.catch(() => {}));"
            "setTimeout(() => { Promise.reject(4); console.log('timer') })"
        )
    )
    reported = [e.value for e in trace.events if isinstance(e, UnhandledRejection)]
    assert (trace.outcome, reported) == ("completed", ["1", "2", "4"])


@pytest.mark.parametrize(
    ("code", "message", "line"),
    [
        ("import { x } from './a.js'", "does not provide an export named 'x'", 1),
        ("\n\nlet let = 1", "let is disallowed", 3),
        ("\nimport './bad.js'", "Unexpected token", 2),
    ],
)
def test_link_errors(evaluator: Evaluator, code: str, message: str, line: int) -> None:
    trace = evaluator.evaluate(graph({"main.js": code, "a.js": "", "bad.js": "\n;let 1 = ;"}))
    (event,) = trace.events
    assert isinstance(event, UncaughtError)
    assert event.name == "SyntaxError"
    if "let" not in code:
        assert message in event.message or message == "Unexpected token"
    if evaluator.backend == "v8":
        assert event.position.split(":")[-2] == str(line)


def test_script_formats_and_their_exports(evaluator: Evaluator) -> None:
    body = "return { get b() { return n }, a: () => n, __proto__: null }"
    exports = (("a", "[method a/0]"), ("b", "2"))
    scripts = [
        Script(
            f"var lib = (() => {{ let n = 1; setTimeout(() => n++); {body} }})()",
            "iife",
            global_name="lib",
        ),
        Script(
            f"var x = x || {{}}; x.lib = (() => {{ const n = 2; {body} }})()",
            "iife",
            global_name="x.lib",
        ),
        Script(
            f"var lib = (async () => {{ const n = await 2; {body} }})()", "iife", global_name="lib"
        ),
        Script(f"const n = 2; module.exports = (() => {{ {body} }})()", "cjs"),
        Script("export let b = await 1; export const a = () => b; b++", "esm"),
        Script(f"define(() => {{ const n = 2; {body} }})", "amd"),
        Script(
            "define('n', { n: 2 });"
            "define(['exports', 'n'], (e, { n }) => { const a = () => n; e.a = a; e.b = n; });",
            "amd",
        ),
        Script(
            "define(function (r, e, m) { const n = 2; m.exports = { b: n, a: () => n } })", "amd"
        ),
    ]
    for script in scripts:
        trace = evaluator.evaluate(script)
        assert (trace.outcome, trace.namespace) == ("completed", exports), script.code
        assert trace.global_additions == ()


def test_scripts_run_as_their_format_says(evaluator: Evaluator) -> None:
    sloppy = evaluator.evaluate(Script("var here = this === globalThis; console.log(here)"))
    assert printed(sloppy) == ["true"]
    assert sloppy.global_additions == (("here", "true"),)
    common = Script("console.log(this === exports, __filename, __dirname, typeof require)", "cjs")
    assert printed(evaluator.evaluate(common)) == [
        'true "/pybundle/bundle.js" "/pybundle" "function"'
    ]
    amd = (
        "console.log(typeof define, !!define.amd, this === globalThis);"
        "define(['module', 'exports'], function (m, e) {"
        "  console.log(typeof define, m.uri, e === this, m.exports === e);"
        "});"
    )
    assert printed(evaluator.evaluate(Script(amd, "amd"))) == [
        '"function" true true',
        '"undefined" "file:///pybundle/bundle.js" true true',
    ]
    missing = evaluator.evaluate(Script("define(['fs'], () => {})", "amd"))
    assert uncaught(missing).message == "Cannot find module 'fs'"
    missing = evaluator.evaluate(Script("require('fs')", "cjs"))
    assert (
        uncaught(missing).message
        == "Cannot find module 'fs'\nRequire stack:\n- /pybundle/bundle.js"
    )
    assert printed(evaluator.evaluate(module("console.log(this, typeof require)"))) == [
        'undefined "undefined"'
    ]


@pytest.mark.parametrize("format", ["iife", "esm", "cjs", "amd"])
def test_a_script_with_a_syntax_error_says_where(
    evaluator: Evaluator, format: ScriptFormat
) -> None:
    trace = evaluator.evaluate(Script("console.log(1);\nlet x = ;", format))
    (event,) = trace.events
    assert isinstance(event, UncaughtError)
    assert (event.name, event.origin) == ("SyntaxError", "evaluation")
    if (evaluator.backend, format) != ("node", "esm"):  # Node doesn't tell there
        assert event.position.startswith(f"{BASE}bundle.js:2")


def test_a_throw_stands_at_one_place_in_every_format(evaluator: Evaluator) -> None:
    code = "Promise.resolve().then(() => console.log('after')); throw new Error('x')"
    defining = f"define([], () => {{ {code} }})"
    scripts = Script(code), Script(code, "esm"), Script(code, "cjs"), Script(defining, "amd")
    for script in scripts:
        kinds = [type(event).__name__ for event in evaluator.evaluate(script).events]
        assert kinds == ["ConsoleCall", "UncaughtError"], script.format


def test_an_asynchronous_script_fails_as_a_module_does(evaluator: Evaluator) -> None:
    code = "await null; console.log(1); throw 5"
    as_module = evaluator.evaluate(module(code))
    as_script = evaluator.evaluate(Script(f"(async () => {{ {code} }})();"))
    assert as_script.outcome == as_module.outcome == "threw"
    assert [type(e) for e in as_script.events] == [type(e) for e in as_module.events]


def test_runs_share_nothing(evaluator: Evaluator) -> None:
    first = module("globalThis.leak = 1; Array.prototype.leak = 1; console.log = () => {}; var v")
    assert evaluator.evaluate(first).global_additions == (("leak", "1"),)
    second = evaluator.evaluate(module("console.log(typeof leak, [].leak, typeof v)"))
    assert printed(second) == ['"undefined" undefined "undefined"']


def test_global_additions(evaluator: Evaluator) -> None:
    trace = evaluator.evaluate(
        Script(
            "var a = 1; function f() {} Math = 2; delete globalThis.escape; g = { g: 1 };"
            "Object.defineProperty(globalThis, 'h', { get() { throw 1 } })"
        )
    )
    assert dict(trace.global_additions or ()) == {
        "a": "1",
        "f": "[function f/0]",
        # node:vm makes a global enumerable that is assigned to
        "Math": "[hidden] 2" if evaluator.backend == "v8" else "2",
        "escape": "<deleted>",
        "g": "{g: 1}",
        "h": "[hidden] [Getter]",
    }


def test_amd_modules_find_each_other(evaluator: Evaluator) -> None:
    code = """
    define("a", ["exports", "b"], (exports, b) => { exports.a = () => b.b; });
    define("b", ["exports", "a"], (exports, a) => { exports.b = Object.keys(a).length; });
    define("fails", [], () => { throw new RangeError("once"); });
    define(["require", "a"], (require, a) => {
      console.log(a.a());
      require(["b", "a"], (b, again) => console.log(b.b, again === a));
      require(["fails"], null, (error) => {
        console.log(error.name);
        require(["fails"], undefined, (same) => console.log(same === error));
      });
      require(["missing"], () => console.log("never"));
    });
    """
    trace = evaluator.evaluate(Script(code, "amd"))
    assert printed(trace) == ["0", "0 true", '"RangeError"', "true"]
    assert [type(event).__name__ for event in trace.events[-1:]] == ["UnhandledRejection"]
    assert trace.global_additions == ()
