"""How values are printed: one table, the same in both engines."""

from __future__ import annotations

import pytest
from tests.runtime.programs import graph, module, printed

from pybundle_runtime import ConsoleCall, Evaluator, Script

VALUES = {
    "undefined": "undefined",
    "null": "null",
    "-0": "-0",
    "NaN": "NaN",
    "1n": "1n",
    "'a\\n\"\\ud800'": '"a\\n\\"\\ud800"',
    "Symbol()": "Symbol()",
    "Symbol('d')": 'Symbol("d")',
    "Symbol.iterator": 'Symbol("Symbol.iterator")',
    "[1,,2,,]": "[1, <1 empty>, 2, <1 empty>]",
    "Object.assign([1], { x: 2 })": "[1, x: 2]",
    "new Array(5)": "[<5 empty>]",
    "({ a: 1, 'b c': 2, [Symbol('s')]: 3 })": '{a: 1, "b c": 2, [Symbol("s")]: 3}',
    "({ __proto__: null, a: 1 })": "[Object: null prototype] {a: 1}",
    "Object.defineProperty({}, 'h', { value: 1 })": "{[h]: 1}",
    "({ get a() { throw 1 }, set a(_) {}, get b() {}, set c(_) {} })": "{a: [Getter/Setter]"
    ", b: [Getter], c: [Setter]}",
    "new (class K { #p = 1; q = 2 })": "K {q: 2}",
    "new (class L extends Array {})(3)": "L(3) [<3 empty>]",
    "({ [Symbol.toStringTag]: 'T' })": 'Object [T] {[Symbol("Symbol.toStringTag")]: "T"}',
    "((c = { n: [] }) => { c.n.push(c, c.n); return c })()": "{n: [[Same $0], [Same $0.n]]}",
    "[{ a: 1 }, { a: 1 }]": "[{a: 1}, {a: 1}]",
    "new Map([[{ k: 1 }, new Set(['v'])]])": 'Map(1) {{k: 1} => Set(1) {"v"}}',
    "new (class M extends Map {})()": "M(0) {}",
    "new WeakMap()": "WeakMap (weak)",
    "Promise.reject(1).catch(() => {})": "Promise (promise)",
    "new Date(0)": "Date 1970-01-01T00:00:00.000Z",
    "new Date(NaN)": "Date (invalid)",
    "/a\\/b/gi": "RegExp /a\\/b/gi",
    "new Uint8Array([1, 2])": "Uint8Array(2) [1, 2]",
    "new Float64Array([-0, NaN])": "Float64Array(2) [-0, NaN]",
    "new ArrayBuffer(3)": "ArrayBuffer (3 bytes)",
    "new DataView(new ArrayBuffer(2))": "DataView (2 bytes)",
    "Object(1)": "[Number: 1]",
    "Object('ab')": '[String: "ab"]',
    "Object(Symbol('b'))": '[Symbol: Symbol("b")]',
    "new TypeError('m', { cause: 1 })": '[TypeError: "m"] {[cause]: 1}',
    "new (class E extends Error { name = 'N' })('m')": '[E (N): "m"] {name: "N"}',
    "Object.assign(new Error('m'), { code: 5 })": '[Error: "m"] {code: 5}',
    "function f(a, b) {}": "[function f/2]",
    "(function () {})": "[function (anonymous)/0]",
    "() => 1": "[method (anonymous)/0]",
    "({ m() {} }).m": "[method m/0]",
    "async () => 1": "[async function (anonymous)/0]",
    "function* g() {}": "[function* g/0]",
    "(async function* ag() {})": "[async function* ag/0]",
    "class A { static s = 1; constructor(x) {} }": "[class A/1] {s: 1}",
    "(class extends Map {})": "[class (anonymous)/0 extends Map]",
    "Object.assign(() => {}, { p: 1 })": "[method (anonymous)/0] {p: 1}",
    "Map": "[Map]",
    "Map.prototype": "[Map.prototype]",
    "globalThis": "[globalThis]",
    "Math": "[Math]",
    "new Proxy({ a: 1 }, {})": "{a: 1}",
    "new Proxy({}, { ownKeys() { throw 1 } })": "{<throws>}",
    "((p = Proxy.revocable({}, {})) => (p.revoke(), p.proxy))()": "[revoked proxy]",
    "new Array(2000).fill(7).length": "2000",
}


def test_values(evaluator: Evaluator) -> None:
    code = "\n".join(f"console.log(({source}));" for source in VALUES)
    trace = evaluator.evaluate(module(code))
    assert trace.outcome == "completed"
    assert dict(zip(VALUES, printed(trace), strict=True)) == VALUES


def test_long_things_are_cut_but_told_apart(evaluator: Evaluator) -> None:
    code = """
    const text = 'x'.repeat(50000);
    console.log(text + 'a'); console.log(text + 'b'); console.log(text + 'a');
    console.log(new Array(3000).fill(1)); console.log(new Uint8Array(5000).fill(1));
    let deep = {}; for (let i = 0; i < 100000; i++) deep = { deep }; console.log(deep);
    """
    a, b, same, array, bytes_, deep = printed(evaluator.evaluate(module(code)))
    assert a == same
    assert a != b
    assert max(map(len, (a, array, bytes_, deep))) < 20_000


def test_nothing_that_a_program_does_disturbs_the_printer(evaluator: Evaluator) -> None:
    code = """
    const log = console.log;
    const { ownKeys } = Reflect, all = [Array, Map, Set, String, RegExp, Function];
    for (let i = 0; i < all.length; i++) {
      const keys = ownKeys(all[i].prototype);
      for (let j = 0; j < keys.length; j++) {
        if (keys[j] === 'constructor') continue;
        try { all[i].prototype[keys[j]] = () => { throw 'patched' } } catch {}
      }
    }
    Object.prototype.value = 'v'; Array.prototype.toJSON = () => 'no';
    JSON.stringify = Reflect.ownKeys = Object.create = () => { throw 'patched' };
    globalThis.String = globalThis.Map = undefined;
    log({ a: [1, 'x'] }, /r/, function f() {});
    """
    assert printed(evaluator.evaluate(Script(code))) == ['{a: [1, "x"]} RegExp /r/ [function f/0]']


EMULATION = """
const target = Object.create(null);
for (const k of ['a', 'late']) {
  Object.defineProperty(target, k, { value: undefined, writable: true, enumerable: true });
}
Object.defineProperty(target, Symbol.toStringTag, { value: 'Module' });
Object.preventExtensions(target);
const read = (k) => { if (k === 'late') throw new ReferenceError(k); return 1 };
const proxy = new Proxy(target, {
  get: (t, k) => typeof k === 'symbol' ? t[k] : read(k),
  getOwnPropertyDescriptor(t, k) {
    const descriptor = Reflect.getOwnPropertyDescriptor(t, k);
    if (typeof k === 'string') descriptor.value = read(k);
    return descriptor;
  },
});
"""


def test_a_namespace_prints_as_its_exact_emulation_does(evaluator: Evaluator) -> None:
    looks = "import * as ns from './ns.js';" + EMULATION + "console.log(ns); console.log(proxy);"
    modules = {
        "main.js": "import './ns.js'",
        "ns.js": "export { a } from './a.js'; import './looks.js'; export let late = 2",
        "a.js": "export let a = 1",
        "looks.js": looks,
    }
    native, emulated = printed(evaluator.evaluate(graph(modules)))
    assert native == emulated == "[Module] {a: 1, late: <TDZ>}"


@pytest.mark.parametrize(
    "name",
    [
        "log",
        "info",
        "warn",
        "error",
        "debug",
        "trace",
        "table",
        "dir",
        "group",
        "groupCollapsed",
        "groupEnd",
        "clear",
    ],
)
def test_console_methods(evaluator: Evaluator, name: str) -> None:
    (event,) = evaluator.evaluate(module(f"const {{ {name}: f }} = console; f(1, 'a')")).events
    assert isinstance(event, ConsoleCall)
    assert event.method == name
    assert event.arguments == ("1", '"a"')


def test_console_methods_that_count_and_time(evaluator: Evaluator) -> None:
    code = """
    console.assert(true, 'no'); console.assert(0, 'yes');
    console.count(); console.count('a'); console.count(); console.countReset(); console.count();
    console.time('t'); setTimeout(() => console.timeEnd('t'), 30);
    """
    trace = evaluator.evaluate(module(code))
    assert [(e.method, e.arguments) for e in trace.console()] == [
        ("assert", ('"yes"',)),
        ("count", ('"default"', "1")),
        ("count", ('"a"', "1")),
        ("count", ('"default"', "2")),
        ("count", ('"default"', "1")),
        ("timeEnd", ('"t"', "30")),
    ]
