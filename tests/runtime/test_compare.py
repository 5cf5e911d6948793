"""The verdict on two traces: what makes them different, and what is made equal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.runtime.programs import module

from pybundle_runtime import Evaluator, Graph, Script, SourceModule, compare, spied


def verdict(evaluator: Evaluator, original: str, bundle: str, timeout: float = 30) -> str:
    left = evaluator.evaluate(module(original), timeout=timeout)
    evaluator.start()
    right = evaluator.evaluate(module(bundle), timeout=timeout)
    return compare(left, right).verdict


SAME = {
    "identifier in the TDZ": (
        "try { x } catch (e) { console.log(e.message) } let x",
        "try { x$1 } catch (e) { console.log(e.message) } let x$1",
    ),
    "uncaught TDZ": ("x; let x", "x$1; let x$1"),
    "callee": ("let f; f()", "let f$1; f$1()"),
    "callee in text": (
        "let f; try { new f } catch (e) { console.log(String(e)) }",
        "let f$1; try { new f$1 } catch (e) { console.log(String(e)) }",
    ),
    "heritage": (
        """const f = () => "'\\n"; try { class A extends f {} } catch (e) { console.log(e) }""",
        """const g = () => "'\\n "; try { class A extends g {} } catch (e) { console.log(e) }""",
    ),
    "iterable": ("let f = 1; [...f]", "let g = 1; [...g]"),
    "destructuring": (
        "let f; try { let { a } = f } catch (e) { console.log(e) }",
        "let f$1; try { let { a } = f$1 } catch (e) { console.log(e) }",
    ),
    "stack": ("console.log(new Error('x').stack)", "\n\n (() => console.log(Error('x').stack))()"),
    "position in a stack frame": ("throw new Error('x')", "\n\n   throw new Error('x')"),
}
DIFFERENT = {
    "value": ("console.log(1)", "console.log(2)"),
    "-0": ("console.log(-0)", "console.log(0)"),
    "method": ("console.log(1)", "console.info(1)"),
    "one more event": ("console.log(1)", "console.log(1); console.log(2)"),
    "one event less": ("console.log(1); console.log(2)", "console.log(1)"),
    "order": ("console.log(1); console.log(2)", "console.log(2); console.log(1)"),
    "name of a function": ("console.log(function f() {})", "console.log(function f$1() {})"),
    "name of an error": ("throw new TypeError('x')", "throw new RangeError('x')"),
    "message of a program's own error": ("throw new Error('a')", "throw new Error('b')"),
    "rejection": ("Promise.reject(1)", "Promise.reject(2)"),
    "kind of failure": ("throw 1", "Promise.reject(1)"),
    "undefined name": ("console.log(1); foo", "console.log(1); bar"),
    "export's name": ("export let a = 1", "export let b = 1"),
    "export's value": ("export let a = 1", "export let a = 2"),
    "export in the TDZ": (
        "export let a = 1",
        "if (0) {} else throwing(); export let a = 1;function throwing() { a }",
    ),
    "global": ("", "globalThis.x = 1"),
    "slot": (
        "__pybundle_mark__('m', { x: () => x }); let x = 1",
        "__pybundle_mark__('m', { x: () => x$1 }); let x$1 = 2",
    ),
    "module order": (
        "__pybundle_mark__('a', {}); __pybundle_mark__('b', {})",
        "__pybundle_mark__('b', {}); __pybundle_mark__('a', {})",
    ),
    "never settles": ("await 1", "await new Promise(() => {})"),
}


@pytest.mark.parametrize("case", SAME)
def test_same(evaluator: Evaluator, case: str) -> None:
    assert verdict(evaluator, *SAME[case]) == "same"


@pytest.mark.parametrize("case", DIFFERENT)
def test_different(evaluator: Evaluator, case: str) -> None:
    assert verdict(evaluator, *DIFFERENT[case]) == "different"


ODD_NAMES = ("''", '"\'"', "'a b'", "'\\\\'")


def test_refused_changes_of_namespaces_are_compared_by_kind(evaluator: Evaluator) -> None:
    setup = "const target = Object.preventExtensions({ __proto__: null, a: 1 });"
    changes = [
        "ns.a = 1",
        "ns.b = 1",
        "delete ns.a",
        "Object.defineProperty(ns, 'a', { value: 2 })",
        "Object.setPrototypeOf(ns, {})",
        *(f"ns[{name}] = 1" for name in ODD_NAMES),
        *(f"Object.defineProperty(ns, {name}, {{ value: 2 }})" for name in ODD_NAMES),
    ]
    for change in changes:
        report = f"try {{ {change} }} catch (e) {{ console.log(String(e)) }}"
        native = "import * as ns from './bundle.js'; export let a = 1;" + report
        proxy = setup + "const ns = new Proxy(target, { set: () => false,"
        proxy += "setPrototypeOf: () => false, deleteProperty: () => false, "
        proxy += "defineProperty: () => false }); export let a = 1;"
        url = "file:///pybundle/bundle.js"
        left = evaluator.evaluate(
            Script(native, "esm", resolutions={(url, "./bundle.js", ""): url})
        )
        right = evaluator.evaluate(module(proxy + report))
        assert left.events, change
        assert compare(left, right).verdict == "same", change


def test_inconclusive(evaluator: Evaluator) -> None:
    left = evaluator.evaluate(module("console.log(1); document.title"))
    right = evaluator.evaluate(module("console.log(1);\n document.title"))
    assert compare(left, right).verdict == "inconclusive"
    assert "document" in compare(left, right).reason
    assert compare(left, evaluator.evaluate(module("document.title"))).verdict == "different"
    missing = evaluator.evaluate(module("import 'react'"))
    assert compare(missing, missing).reason == "the evaluator has no module `react`"
    assert (
        verdict(evaluator, "(function f() { f() })()", "(() => { (function f() { f() })() })()")
        == "same"
    )
    deep = "(function f() { f() })()"
    assert verdict(evaluator, deep, "console.log(1)") == "inconclusive"
    assert verdict(evaluator, "console.log(1)", deep) == "different"
    endless = evaluator.evaluate(module("console.log(1); for (;;);"), timeout=1.5)
    evaluator.start()
    ends = [
        evaluator.evaluate(module(code))
        for code in ("console.log(1)", "console.log(1); console.log(2)", "")
    ]
    assert endless.outcome == "timeout"
    assert compare(endless, endless).verdict == "inconclusive"
    inconclusive, different = "inconclusive", "different"
    assert [compare(endless, end).verdict for end in ends] == [inconclusive] * 2 + [different]
    assert [compare(end, endless).verdict for end in ends] == [different] * 3


DESCRIBES = "try { Object.isFrozen(ns) } catch (e) { console.log(e.message, e) } "
EARLY = "try { value } catch (e) { console.log(e.message, e) } "


@pytest.mark.parametrize(
    ("original", "bundle", "same"),
    [
        ("({...ns}); export let x = 1", "value; export let value = 1", True),
        (f"{DESCRIBES} export let x = 1", f"{EARLY} let value = 1", True),
        (f"{DESCRIBES} x; let y; export {{ y as x }}", f"{EARLY} x; let value", True),
        (f"{DESCRIBES} x; let y; export {{ y as x }}", f"{EARLY} value; let value", False),
        (f"{DESCRIBES} throw x; let y; export {{ y as x }}", f"{EARLY} throw x; let value", True),
        (f"{DESCRIBES} x = 1; let y; export {{ y as x }}", f"{EARLY} x = 1; let value", True),
        (f"{DESCRIBES} x = 1; let y; export {{ y as x }}", f"{EARLY} value = 1; let value", False),
        (
            f"console.log('x is not defined'); {DESCRIBES} export let x",
            f"console.log('x is not defined'); {EARLY} let value",
            True,
        ),
        (f"typeof x; {DESCRIBES} let y; export {{ y as x }}", f"typeof x; {EARLY} let y", False),
    ],
)
def test_a_namespace_described_in_the_tdz(
    evaluator: Evaluator, original: str, bundle: str, same: bool
) -> None:
    """V8 says "x is not defined" there, and "Cannot access 'x'" where it reads the value. A
    program that would notice how the two are told apart (``typeof x``) is left as it is."""
    url = "file:///main.js"
    text = f"import * as ns from './main.js'; __pybundle_mark__('m', {{}}); {original}"
    graph = Graph(url, {url: SourceModule(text)}, {(url, "./main.js", ""): url})
    left = evaluator.evaluate(graph)
    right = replace(
        evaluator.evaluate(module(f"__pybundle_mark__('m', {{}}); {bundle}")), namespace=None
    )
    assert compare(left, right).verdict == "different"
    _, left = spied(graph, left, {"x", "unused"}, evaluator)
    assert (compare(left, right).verdict == "same") == same


def test_a_slot_with_an_error_of_the_tdz(evaluator: Evaluator) -> None:
    url = "file:///main.js"
    text = (
        "import * as ns from './main.js'; export let error; __pybundle_mark__('m', {});"
        "try { ({...ns}) } catch (e) { error = e } export let x = 1"
    )
    graph = Graph(url, {url: SourceModule(text)}, {(url, "./main.js", ""): url})
    bundle = "let error; try { y } catch (e) { error = e } let y = 1; export { error, y as x }"
    _, left = spied(graph, evaluator.evaluate(graph), {"x"}, evaluator)
    right = evaluator.evaluate(module(f"__pybundle_mark__('m', {{}}); {bundle}"))
    assert compare(left, right).verdict == "same"
    right = evaluator.evaluate(module(f"__pybundle_mark__('m', {{}}); {bundle}; error = 1"))
    assert compare(left, right).verdict == "different"


def test_a_difference_says_where_on_both_sides(evaluator: Evaluator) -> None:
    left = evaluator.evaluate(module("console.log(1);\nconsole.log(2)"))
    right = evaluator.evaluate(module("console.log(1);\n\nconsole.log(3)"))
    divergence = compare(left, right).divergence
    assert divergence is not None
    assert divergence.subject == "event 2"
    assert (divergence.original, divergence.bundle) == ("console.log(2)", "console.log(3)")
    assert divergence.original_position == "file:///pybundle/bundle.js:2:9"
    assert divergence.bundle_position == "file:///pybundle/bundle.js:3:9"
