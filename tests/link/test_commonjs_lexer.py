"""What a CommonJS text shows of its exports is what Node finds in it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from tests.commonjs.harness import run_node
from tests.fuzz.node_process import has_node

from pybundle.link.commonjs_lexer import Lexed, lex_commonjs

TEXTS = (
    "exports.a = exports . b = 1; module.exports.c = 2; module . exports\n.d /* */ = 3;",
    "exports['a'] = 1; exports[\"b\\x41\\u0042\\u{43}\\n\"] = 2; exports[String()] = 3;",
    "if (exports.a == 1) exports.b.c = 2; ({ exports }).exports.d = 3; exports.default = 4;",
    "const nexports = {}, o = { exports: {} }; nexports.a = 1; o.exports.b = 2;",
    "// exports.a = 1\n/* exports.b = 2 */ 'exports.c = 3'; `exports.d = 4 ${exports.e = 5}`;",
    "const s = 'it\\'s exports.a = 1', t = \"exports.b = 2\\\n exports.c = 3\"; exports.d = 4;",
    "const a = 1, b = 2, f = () => 0; module.exports = { a, 'b': b, c: f(), d: a };",
    "const a = 1; module.exports = { a, x: 1, y: a };",
    "const a = {}, b = {}; module.exports = { ...a, b, a: b };",
    "module.exports = { m() {}, b: 1 };",
    "module.exports = { get x() { return 1; }, y: 2 };",
    "0 && (module.exports = { a, b });",
    "exports.a = 1; module.exports = {}; exports.b = 2;",
    "Object.defineProperty(exports, 'a', { enumerable: true, value: 1 });",
    "Object.defineProperty(exports, 'a', { value: 1 });"
    "Object.defineProperty(exports, 'b', { enumerable: false, value: 1 });",
    "Object.defineProperty(module.exports, '__esModule', { value: true });",
    "const o = { v: 1 };"
    "Object.defineProperty(exports, 'a', { enumerable: true, get: function () { return o.v; } });"
    "Object.defineProperty(exports, 'b', { get: function b() { return o['v'] }, });"
    "Object.defineProperty(exports, 'c', { enumerable: true, get() { return o; } });",
    "exports.a = void 0; Object.defineProperty(exports, 'a', { get: () => 1 });",
    "exports.a = 1; Object.defineProperty(exports, 'a', { get: function () { return 1; } });",
    "(function (out) { exports.a = 1; out.b = 2; })(exports);",
    "module.exports = require('./other.cjs'); exports.own = 1;",
    "module.exports = require('./other.cjs'); module.exports = { own: 1 };",
    "module.exports = { ...require('./other.cjs'), own: 1 };",
    "const __exportStar = (m, e) => Object.assign(e, m); __exportStar(require('./other.cjs'), {});",
    'const t = { __export(m) {} }; t.__export(require("./other.cjs"));',
    "{ const t = { __export(m) {} }; t.__export(require('./other.cjs')); }",
    "var _o = require('./other.cjs'); Object.keys(_o).forEach(function (key) {"
    " if (key === 'default' || key === '__esModule') return; exports[key] = _o[key]; });",
    "var _o = require('./other.cjs'); Object.keys(_o).forEach(function (k) {"
    ' if (k !== "default") exports[k] = _o[k]; });',
    "var _o = require('./other.cjs'); Object.keys(_o).forEach(function (k) {"
    " if (k !== 'default' && !Object.prototype.hasOwnProperty.call(exports, k))"
    " exports[k] = _o[k]; });",
    "const _interopRequireWildcard = (m) => m;"
    " let _o = _interopRequireWildcard(require('./other.cjs'));"
    " Object.keys(_o).forEach(function (key) {"
    " if (key === 'default' || key === '__esModule') return;"
    " if (key in exports && exports[key] === _o[key]) return;"
    " Object.defineProperty(exports, key, { enumerable: true,"
    " get: function () { return _o[key]; } }); });",
    "var _o = require('./other.cjs'); Object.keys(_o).forEach(function (k) { exports[k] = 1; });",
    "const r = /[/'\"]exports.a = 1/, n = 4 / 2; exports.b = n / 2; /'/.test(''); exports.c = 3;",
    "if (true) /'/.test(''); exports.a = 1; class A { m() {} } /'/.test(''); exports.b = 2;",
    "let x = 1; x++ / 2; exports.a = 1; const f = () => {}\n/'/.test(''); exports.b = 2;",
    "#!/usr/bin/env node 'exports.a = 1\nexports.b = 2;",
    "import('node:path'); exports.a = 1; const q = { import: 1, export: 2 }; q.import; q.export;",
    "exports.größe = 1; exports.$ = 2; exports._ = 3; exports['a-b'] = 4;",
    "exports['\\uD83D'] = 1; exports['\\uD83D\\uDE00'] = 2; exports['\\101\\0'] = 3;",
    "exports['\\\n\\v\\b\\f\\t\\r\\q'] = 1;",
)
"""Texts that run."""


@cache
def _names_in_node(folder: Path) -> list[list[str]]:
    for number, text in enumerate(TEXTS):
        (folder / f"t{number}.cjs").write_text(text, "utf-8")
    (folder / "other.cjs").write_text("exports.other = 1;", "utf-8")
    (folder / "main.mjs").write_text(
        f"for (let i = 0; i < {len(TEXTS)}; i++)"
        " console.log(JSON.stringify(Object.keys(await import(`./t${i}.cjs`))));",
        "utf-8",
    )
    made = run_node(folder / "main.mjs")
    assert not made.error
    return [json.loads(line) for line in made.output.splitlines()]


@pytest.mark.skipif(not has_node(), reason="no Node to compare with on PATH")
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_node_finds_the_same(number: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "lexer"
    folder.mkdir(exist_ok=True)
    lexed = lex_commonjs(TEXTS[number])
    names = {"default", *lexed.names, *(["other"] if "./other.cjs" in lexed.reexports else [])}
    assert sorted(names) == sorted(_names_in_node(folder)[number]), TEXTS[number]


@pytest.mark.parametrize(
    "text",
    ["exports.a = 1; export {};", "import 'x'; exports.a = 1;", "exports.a = 1; }",
     "exports.a = 1; {", "import.meta; exports.a = 1;", "exports.a = `", "exports.a = 'x"],
)  # fmt: skip
def test_what_is_no_commonjs_shows_nothing(text: str) -> None:
    assert lex_commonjs(text) == Lexed()
