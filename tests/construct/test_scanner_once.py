"""A text is parsed once where one parse tells all: what kind of file it is, whether strict code
may have it, and where its comments are."""

from __future__ import annotations

from typing import Any

import pytest

from pybundle.construct.record import ModuleKind
from pybundle.construct.scan import parse
from pybundle.construct.scan.comments import cut_spans
from pybundle.construct.scan.parse import parse_as_function_body, parse_module, parsing
from pybundle.construct.scan.scanner import scan, scan_ambiguous, strict_error

STRICT_ONLY = [
    *("with (a) b;", "delete a;", "delete (a);", "delete ((a)), b;"),
    *("x = 010;", "x = 08.5;", "x = 09;", "x = '\\01';", "x = '\\8';", "x = 'a\\\\\\07';"),
    *("x = { 010: 1 };", "x = { '\\01': 1 };", "x = { '\\7'() {} };", "x = { get 07() {} };"),
    *("var { 010: a } = b;", "({ 010: a } = b);", "function f({ '\\01': a }) {}", "f(010);"),
    *("for (var { 010: a } of b);", "try {} catch ({ 07: a }) {}", "a[010] = '0';"),
    *("eval = 1;", "arguments = 1;", "(eval) = 1;", "eval += 1;", "eval++;", "--arguments;"),
    *("[eval] = a;", "({ eval } = a);", "({ a: arguments } = a);", "[...eval] = a;"),
    *("[a = eval, eval = 2] = b;", "for (eval in a);", "for (arguments of a);"),
    *("var eval;", "let arguments;", "const eval = 1;", "var [eval] = a;", "var { eval } = a;"),
    *("function eval() {}", "(function arguments() {});", "function f(eval) {}"),
    *("function f(...arguments) {}", "((eval) => 1);", "(eval => 1);", "try {} catch (eval) {}"),
    *("function f(a, a) {}", "(function (a, b, a) {});", "function g() { function f(a, a) {} }"),
    *("if (a) function f() {}", "if (a) b; else function f() {}", "l: function f() {}"),
    *(
        "{ function f() {} function f() {} }",
        "function g() { { function f() {} function f() {} } }",
    ),
    "switch (a) { case 1: function f() {} case 2: function f() {} }",
    *("for (var a = 1 in b);", "for (var a = function () {} in b);"),
    *("var yield;", "yield = 1;", "yield;", "yield: a;", "function yield() {}", "x = { yield };"),
    *("var await;", "await(1);", "await: a;", "function f(await) {}", "(await) => 1;"),
    *("let = 1;", "var let;", "let();", "static.x;", "var public = 1;", "private: a;"),
    *("interface = 1;", "package();", "function implements() {}", "(protected) => 1;"),
    *("({ package } = a);", "x = { static };", "(function yield() {});", "l: yi\\u0065ld: a;"),
    *("a <!-- b", "a\n--> b", "/* a\n*/ --> b", "--> a", "/* a */ /* b */ --> c"),
]
"""Statements that strict code of a module can't have, and sloppy code can."""

BOTH = [
    *("a.delete; delete a.b; delete a[b]; delete a?.b;", "x = 0; y = 0.5; z = 0x10 + 0o17 + 0n;"),
    *("x = '\\0'; y = '\\x41\\u{1}'; z = /\\1(a)/; w = '0101';", "arguments.length; eval('1');"),
    *("arguments[0] = 1; eval.x = 2;", "x = { eval: 1, arguments: 2, yield: 3, static: 4 };"),
    *(
        "a.public = b.yield; a.let();",
        "function f(a, b) {} function f(a) {}",
        "{ function f() {} }",
    ),
    *("if (a) { function f() {} }", "for (var a in b); for (const c of d);", "while (n-->0);"),
    *("function* f() { yield 1; }", "async function f() { await 1; }", "let a; const b = 1;"),
    *("class A { static x = 1; static { } }", "[a.b, c] = d; ({ a: b.c } = d); a.b++;"),
    *(
        "return 1;",
        "x = new.target;",
        "({ a, b }) => 1; function g({ a }, { b }) {}",
        "l: for (;;);",
    ),
]
"""What they both can have."""


@pytest.fixture(name="parses")
def _parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are parsed."""
    found: list[str] = []
    parsed = parse._parse

    def counted(function: Any, text: str, length: int, options: dict[str, bool]) -> Any:
        found.append(text)
        return parsed(function, text, length, options)

    monkeypatch.setattr(parse, "_parse", counted)
    return found


@pytest.mark.parametrize("source", STRICT_ONLY)
@pytest.mark.parametrize("around", ["{}", "function outer() {{\n{}\n}}"], ids=["top", "inner"])
def test_what_strict_code_may_not_have_is_noticed(source: str, around: str) -> None:
    text = around.format(source)
    assert scan(text, ModuleKind.COMMONJS).may_be_sloppy
    assert strict_error(text) is not None


@pytest.mark.parametrize("source", BOTH)
def test_what_it_may_have_is_not(source: str, parses: list[str]) -> None:
    assert not scan(source, ModuleKind.COMMONJS).may_be_sloppy
    assert len(parses) == 1
    assert strict_error(source) is None


@pytest.mark.parametrize(
    "source",
    [
        "// import and export\nmodule.exports = 1;\n",
        "/**\n * import x from 'x';\n * @type {import('y')}\n */\nrequire('z');\n",
        "exports.a = 'export default 1';\nexports.b = `import`;\n",
        "async function f() {\n  await require('x');\n}\n",
        "exports.f = () => {\n  import('x');\n};\n",
        "require('x'); exports.import = 1; exports.a = exports\n  .export;\n",
        "var x = 1;\nfunction f() { return '//# sourceURL=x'; }\nexports.f = f; //# sourceURL=y\n",
    ],
)
def test_commonjs_is_parsed_once(source: str, parses: list[str]) -> None:
    assert scan_ambiguous(source).kind is ModuleKind.COMMONJS
    assert len(parses) == 1


@pytest.mark.parametrize(
    "source",
    [
        "import a from 'a';\na(require, module, exports);\n",
        "var exports; export { exports };\n",
        "module; /* a */ export default 1;\n",
    ],
)
def test_an_es_module_is_parsed_once(source: str, parses: list[str]) -> None:
    assert scan_ambiguous(source).kind is ModuleKind.ESM
    assert len(parses) == 1


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("await (module);\n", ModuleKind.ESM),
        ("await [module];\n", ModuleKind.ESM),
        ("var await; await (module);\n", ModuleKind.COMMONJS),
        ("function f() { await (module); }\n", ModuleKind.COMMONJS),
        ("module(import.meta);\n", ModuleKind.ESM),
        ("for await (var a of module);\n", ModuleKind.ESM),
        ("module + 1, export_; x = { export: 1 }\nexport {}\n", ModuleKind.ESM),
        ("module; import 'a'\n", ModuleKind.ESM),
        ("require('a')\nimport('b')\n", ModuleKind.COMMONJS),
        ("await module;\nexports.x = 010;\n", None),
    ],
)
def test_kinds_that_one_parse_does_not_tell(source: str, kind: ModuleKind | None) -> None:
    try:
        found = scan_ambiguous(source).kind
    except parse.ScanError:
        found = None
    assert found is kind


@pytest.mark.parametrize(
    "source",
    [
        "function f() { //# sourceURL=a\n return 1; }",
        "f(`${ a /*# sourceURL=a */ } //# sourceURL=b`, '//# sourceURL=c', /[//# sourceURL=d]/);",
        "x = a / b //# sourceURL=a\n / c;",
        "x = { //# sourceURL=a\n 'k' /*# sourceURL=b */ : 1, ['l'] /*# sourceURL=c */ () {} };",
        "class A { //# sourceURL=a\n static { /*# sourceURL=b */ } #x = 1 /*# sourceURL=c */; }",
        "label: for (;;) { break /*# sourceURL=a */ label; }",
        "// see //# sourceURL=a\nf(/* //# sourceURL=b */ 1);",
        "x = `a${ b }//# sourceURL=a ${ `//# sourceURL=b` /*# sourceURL=c */ }`;",
        "a(b, /*# sourceURL=a */ ...c);\n//# sourceMappingURL=d\n",
        "x = tag /*# sourceURL=a */ `//# sourceURL=b`;",
        "x = ((a) /*# sourceURL=a */);",
        "x = a /*# sourceURL=a */ ? b : '\\'//# sourceURL=c';",
        "switch (a) { case 'b': /*# sourceURL=a */ c; //@ sourceURL=d\n default: }",
        "var { a /*# sourceURL=a */ = 1, ...b } = c, [, d //# sourceURL=b\n] = e;",
    ],
)
@pytest.mark.parametrize("function", [parse_module, parse_as_function_body])
def test_comments_inside_of_statements(source: str, function: Any, parses: list[str]) -> None:
    with parsing():
        body = function(source).body
        del parses[:]
        found = cut_spans(source, body, function)
        assert parses == []
        comments = function(source, comment=True).comments
    magic = ("//# source", "/*# source", "//@ source")
    starts = {comment.range[0]: tuple(comment.range) for comment in comments}
    assert found == tuple(
        span for start, span in sorted(starts.items()) if source.startswith(magic, start)
    )


def test_html_comments_need_the_parser() -> None:
    source = "f(a\n--> //# sourceURL=a\n);"
    with parsing():
        body = parse_as_function_body(source).body
        assert cut_spans(source, body, parse_as_function_body) == ()
