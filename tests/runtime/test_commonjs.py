"""Graphs with CommonJS modules, in both engines."""

from __future__ import annotations

import re

import pytest
from tests.runtime.programs import BASE, printed, uncaught

from pybundle_runtime import Evaluator, Graph, Script, SourceModule, Trace, compare
from pybundle_runtime.program import HOST, ModuleKind

KINDS: dict[str, ModuleKind] = {
    "cjs": "commonjs",
    "js": "commonjs",
    "mjs": "esm",
    "json": "json",
    "txt": "text",
}
_IMPORT = re.compile(r"""(?:from|import)\s*\(?\s*['"]\./([^'"]+)['"](\s*with)?""")
_STATIC = re.compile(r"""(?:from|import)\s*['"]\./([^'"]+)['"]""")
_NAMES = re.compile(r"""import\s*(?:\w+\s*,\s*)?\{([^}]*)\}\s*from\s*['"]\./([^'"]+)['"]""")
_WHOLE = re.compile(r"""(?:\*[^'"]*from\s*|import\s*\()['"]\./([^'"]+)['"]""")
_REQUIRE = re.compile(r"""require(?:\.resolve)?\(['"]([^'"]+)['"]\)""")


def mixed(modules: dict[str, str], entry: str, *, node_mode: bool = True) -> Graph:
    """A graph of files beside each other, the kinds of which their extensions say."""
    names: dict[str, set[str]] = {}
    for text in modules.values():
        for clause, target in _NAMES.findall(text):
            found = (part.split(" as ")[0].strip() for part in clause.split(","))
            names.setdefault(target, set()).update(set(found) - {"default"})
    whole = {target for text in modules.values() for target in _WHOLE.findall(text)}
    sources, resolutions, requires = {}, {}, {}
    for name, text in modules.items():
        kind = KINDS[name.rpartition(".")[2]]
        is_esm = kind == "esm"
        sources[BASE + name] = SourceModule(
            text,
            kind,
            imports=tuple(BASE + t for t in _STATIC.findall(text)) if is_esm else (),
            names=tuple(names.get(name, ())) if kind == "commonjs" else (),
            whole=name in whole,
            node_mode=node_mode and is_esm,
        )
        for target, attribute in _IMPORT.findall(text):
            resolutions[BASE + name, f"./{target}", "json" if attribute else ""] = BASE + target
        for specifier in _REQUIRE.findall(text):
            known = BASE + specifier.removeprefix("./")
            path = specifier.startswith("./")
            found_at = known if known in {BASE + m for m in modules} else None
            requires[BASE + name, specifier] = found_at if path else HOST
    return Graph(BASE + entry, sources, resolutions, requires=requires)


def run(evaluator: Evaluator, modules: dict[str, str], *, node_mode: bool = True) -> Trace:
    """Run a graph, the first file of which is the entry."""
    return evaluator.evaluate(mixed(modules, next(iter(modules)), node_mode=node_mode))


def test_a_module_runs_once_in_its_function(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "#!/usr/bin/env node\nconst a = require('./a.cjs');\n"
            "console.log(a === require('./a.cjs'), this === exports, arguments.length, "
            "__filename, __dirname, typeof leaked, module.loaded, require.main === module);\n"
            "exports.x = 1; return; never();",
            "a.cjs": "'use strict'; console.log('a', module.loaded, module.id, module.parent.id);\n"
            "try { leaked = 1 } catch (e) { console.log(e.name) }",
        },
    )
    assert printed(trace) == [
        '"a" false "/pybundle/a.cjs" "."',
        '"ReferenceError"',
        'true true 5 "/pybundle/main.cjs" "/pybundle" "undefined" false true',
    ]
    assert trace.namespace == (("x", "1"),)


def test_sloppy_code_is_sloppy(evaluator: Evaluator) -> None:
    code = "leak = 010; with ({ inside: 2 }) console.log(inside, (function () { return this })()"
    trace = run(evaluator, {"main.cjs": f"{code} === globalThis);"})
    assert printed(trace) == ["2 true"]
    assert trace.global_additions == (("leak", "8"),)


def test_a_cycle_sees_partial_exports(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "exports.a = 1; const b = require('./b.cjs'); exports.z = 2;"
            "console.log(b.seen, b.main === exports, Object.keys(b.main));",
            "b.cjs": "exports.main = require('./main.cjs');"
            "exports.seen = Object.keys(exports.main).join();",
        },
    )
    assert printed(trace) == ['"a" true ["a", "z"]']


def test_an_error_is_not_cached(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "for (const i of [1, 2]) try { require('./bad.cjs') } catch (e) {"
            " console.log(e, module.children.length, Object.keys(require.cache).length) }\n"
            "require('./bad.cjs');",
            "bad.cjs": "globalThis.n = (globalThis.n || 0) + 1;\nthrow n;",
        },
    )
    assert printed(trace) == ["1 0 1", "2 0 1"]
    assert trace.outcome == "threw"
    assert uncaught(trace).value == "3"


def test_the_cache_can_be_cleared_and_filled(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "const a = require('./a.cjs'); const file = require.resolve('./a.cjs');"
            "delete require.cache[file]; console.log(require('./a.cjs') === a);"
            "require.cache[file].exports = 'mine'; console.log(require('./a.cjs'), file);",
            "a.cjs": "exports.a = 1",
        },
    )
    assert printed(trace) == ["false", '"mine" "/pybundle/a.cjs"']


def test_data_is_one_object_for_all(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.mjs": "import data from './d.json' with { type: 'json' };\n"
            "import './a.cjs'; import text from './t.txt'; console.log(data.b, text);",
            "a.cjs": "require('./d.json').b = 2; console.log(require('./d.json').a, "
            "require('./t.txt'));",
            "d.json": '{ "a": 1 }',
            "t.txt": "text",
        },
    )
    assert printed(trace) == ['1 "text"', '2 "text"']


def test_what_is_not_there(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {"main.cjs": "try { require('./gone') } catch (e) { console.log(e.code, e.message) }"},
    )
    message = r"Cannot find module './gone'\nRequire stack:\n- /pybundle/main.cjs"
    assert printed(trace) == [f'"MODULE_NOT_FOUND" "{message}"']
    assert trace.lacks == ()


def test_computed_specifiers_find_the_files_of_the_graph(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "for (const n of ['a.cjs', 'b', './b.js', 'd', 'c'])"
            " try { console.log(require('./' + n)) } catch (e) { console.log(e.code) }",
            "a.cjs": "module.exports = 'a'",
            "b.js": "module.exports = 'b'",
            "d.json": '"d"',
        },
    )
    assert printed(trace) == ['"a"', '"b"', '"b"', '"d"', '"MODULE_NOT_FOUND"']
    assert trace.lacks == (("./c", 4),)


def test_import_runs_commonjs_at_its_place(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.mjs": "import './a.mjs'; import whole, { x } from './b.cjs';"
            "console.log('main', whole, x);",
            "a.mjs": "import './c.cjs'; console.log('a');",
            "b.cjs": "exports.x = 1; console.log('b');",
            "c.cjs": "console.log('c');",
        },
    )
    assert printed(trace) == ['"c"', '"a"', '"b"', '"main" {x: 1} 1']


@pytest.mark.parametrize(
    ("node_mode", "default"), [(True, "{x: 1, default: 2, [__esModule]: true}"), (False, "2")]
)
def test_the_default_export_follows_the_importer(
    evaluator: Evaluator, node_mode: bool, default: str
) -> None:
    modules = {
        "main.mjs": "import d, { x } from './a.cjs'; console.log(d, x);",
        "a.cjs": "exports.x = 1; exports.default = 2;"
        "Object.defineProperty(exports, '__esModule', { value: true });",
    }
    assert printed(run(evaluator, modules, node_mode=node_mode)) == [f"{default} 1"]


def test_a_namespace_has_all_exports(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.mjs": "import * as ns from './a.cjs'; export * from './a.cjs';"
            "console.log(Object.keys(ns), ns.default.b);"
            "import('./lazy.cjs').then((n) => console.log(n));",
            "a.cjs": "for (const k of ['b', 'a']) exports[k] = k;",
            "lazy.cjs": "module.exports = Object.assign(() => {}, { y: 1 });",
        },
    )
    assert printed(trace) == [
        '["a", "b", "default"] "b"',
        "[Module] {default: [method (anonymous)/0] {y: 1}, y: 1}",
    ]
    assert trace.namespace == (("a", '"a"'), ("b", '"b"'))


def test_nobody_finds_commonjs_in_the_tdz(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.mjs": "import './b.mjs'; import { x } from './a.cjs'; export const f = () => x;"
            "export function g() { return x }",
            "b.mjs": "import { f, g } from './main.mjs'; console.log(g());",
            "a.cjs": "exports.x = 1",
        },
    )
    assert printed(trace) == ["undefined"]


def test_require_of_es_modules(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "const lib = require('./lib.mjs'); console.log(lib, "
            "require('./lib.mjs') === lib); lib.next(); console.log(lib.a, "
            "require('./plain.mjs'), require('./named.mjs'), require('./marked.mjs'));"
            "import('./lib.mjs').then((ns) => console.log(ns === lib, ns.a));",
            "lib.mjs": "import { b } from './plain.mjs'; console.log('lib', b);"
            "export let a = 1; export function next() { a++ } export default 3;",
            "plain.mjs": "console.log('plain'); export const b = 'b';",
            "named.mjs": "const w = ['whole']; export { w as 'module.exports' };",
            "marked.mjs": "export const __esModule = true; export default 1;",
        },
    )
    assert printed(trace) == [
        '"plain"',
        '"lib" "b"',
        "[Module] {__esModule: true, a: 1, default: 3, next: [function next/0]} true",
        '2 [Module] {b: "b"} ["whole"] [Module] {__esModule: true, default: 1}',
        "false 2",
    ]


def test_es_modules_that_require_can_not_evaluate(evaluator: Evaluator) -> None:
    report = "const code = (f) => { try { return f() } catch (e) { return e.code ?? e } };"
    trace = run(
        evaluator,
        {
            "main.mjs": "import a from './a.cjs'; export const late = 1; console.log(a);",
            "a.cjs": f"{report} module.exports = [code(() => require('./main.mjs')), "
            "code(() => require('./deep.mjs')), code(() => require('./waits.mjs')),"
            "code(() => require('./back.mjs'))];",
            "deep.mjs": "import './main.mjs'; console.log('never');",
            "waits.mjs": "import './awaits.mjs'; console.log('never');",
            "awaits.mjs": "console.log('never'); await 0;",
            "back.mjs": "import './a.cjs'; console.log('never');",
        },
    )
    cycle, waits = '"ERR_REQUIRE_CYCLE_MODULE"', '"ERR_REQUIRE_ASYNC_MODULE"'
    assert printed(trace) == [f"[{cycle}, {cycle}, {waits}, {cycle}]"]


def test_a_module_in_evaluation_has_no_partial_exports(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "try { console.log(require('./a.mjs').a) }"
            " catch (e) { console.log(e.code) }",
            "a.mjs": "import './b.cjs'; export const a = 1;",
            "b.cjs": "delete require.cache[require.resolve('./main.cjs')]; require('./main.cjs');",
        },
    )
    assert printed(trace) == ['"ERR_REQUIRE_CYCLE_MODULE"', "1"]


def test_a_required_default_has_another_namespace_each_time(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "const before = require('./a.mjs');"
            "delete require.cache[require.resolve('./a.mjs')];"
            "console.log(require('./a.mjs') === before, require('./a.mjs').default);",
            "a.mjs": "export default 1;",
        },
    )
    assert printed(trace) == ["false 1"]


def test_a_required_module_throws_one_error(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "const seen = []; for (const i of [1, 2]) try { require('./bad.mjs') }"
            "catch (e) { seen.push(e) } console.log(seen[0] === seen[1], seen[0] === thrown);"
            "import('./bad.mjs').catch((e) => console.log(e === thrown));",
            "bad.mjs": "console.log('once'); class Own extends Error {}"
            "globalThis.thrown = new Own('bad'); throw thrown;",
        },
    )
    assert printed(trace) == ['"once"', "true true", "true"]


def test_what_embedded_v8_loses_is_said(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "try { require('./bad.mjs') } catch (e) { console.log(e) }",
            "bad.mjs": "throw 5;",
        },
    )
    if evaluator.backend == "v8":
        assert (trace.outcome, trace.slots) == ("unsupported", None)
    else:
        assert printed(trace) == ["5"]


def test_an_error_of_commonjs_is_that_of_its_importer(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.mjs": "import './a.mjs'; console.log('never');",
            "a.mjs": "import './bad.cjs'; console.log('never');",
            "bad.cjs": "\n  throw new RangeError('bad');",
        },
    )
    assert trace.outcome == "threw"
    assert len(trace.events) == 1
    error = uncaught(trace)
    assert (error.name, error.position) == ("RangeError", f"{BASE}bad.cjs:2:9")


def test_what_has_changed_since_it_was_imported_is_told(evaluator: Evaluator) -> None:
    modules = {
        "main.mjs": "import { n, same, inc, late } from './a.cjs'; inc(); console.log(n, late);",
        "a.cjs": "exports.n = 1; exports.same = 2; exports.inc = () => { exports.n++ };",
    }
    trace = run(evaluator, modules)
    assert printed(trace) == ["1 undefined"]
    assert sorted(name for _, name in trace.stale) == ["late", "n"]
    changed = {**modules, "main.mjs": "console.log(2, undefined)"}
    comparison = compare(trace, run(evaluator, changed))
    assert (comparison.verdict, "a.cjs" in comparison.reason) == ("inconclusive", True)


def test_modules_of_the_host(evaluator: Evaluator) -> None:
    modules = {
        "main.cjs": "console.log(1); try { console.log(require('path').posix.join('a', '..')) }"
        "catch (e) { console.log(e.code) } try { require('fs') } catch (e) {}"
    }
    trace = run(evaluator, modules)
    if evaluator.backend == "v8":
        assert printed(trace) == ["1", '"MODULE_NOT_FOUND"']
        assert trace.lacks == (("path", 1), ("fs", 2))
    else:
        assert printed(trace) == ["1", '"."']
        assert trace.lacks == (("fs", 2),)
    other = run(evaluator, {"main.cjs": "console.log(1); console.log('.')"})
    assert compare(trace, other).verdict == "inconclusive"
    earlier = run(evaluator, {"main.cjs": "console.log(0)"})
    assert compare(trace, earlier).verdict == "different"


def test_what_a_program_does_to_nodes_modules_ends_with_it() -> None:
    from pybundle_runtime import available_backends

    if "node" not in available_backends():
        pytest.skip("Node isn't available here")
    code = "const p = require('path'); console.log(p.own); p.own = 1;"
    with Evaluator("node") as node:
        for _ in range(2):
            assert printed(run(node, {"main.cjs": code})) == ["undefined"]


def test_scripts_get_a_require_by_import(evaluator: Evaluator) -> None:
    code = (
        "import { createRequire } from 'node:module'; const require = createRequire("
        "import.meta.url); try { require('none') } catch (e) { console.log(e.code) }"
    )
    assert printed(evaluator.evaluate(Script(code, "esm"))) == ['"MODULE_NOT_FOUND"']


def test_an_entry_as_a_module_has_one_export(evaluator: Evaluator) -> None:
    modules = {BASE + "main.cjs": SourceModule("module.exports = 5", "commonjs")}
    graph = Graph(BASE + "main.cjs", modules, as_module=True)
    assert evaluator.evaluate(graph).namespace == (("default", "5"),)
    assert evaluator.evaluate(Graph(BASE + "main.cjs", modules)).namespace is None


def test_built_ins_that_a_program_breaks_do_not_break_require(evaluator: Evaluator) -> None:
    trace = run(
        evaluator,
        {
            "main.cjs": "const all = [Array, String, Map, Set, Object, RegExp, Promise];\n"
            "for (let i = 0; i < all.length; i++) {"
            " const { prototype } = all[i], keys = Reflect.ownKeys(prototype);"
            " for (let j = 0; j < keys.length; j++)"
            " if (keys[j] !== 'constructor') delete prototype[keys[j]] }\n"
            "console.log(require('./a.cjs').a, require('./' + 'a.cjs').a);",
            "a.cjs": "exports.a = 1",
        },
    )
    assert printed(trace) == ["1 1"]
