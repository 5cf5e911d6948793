"""What the scanner refuses, where, and in which words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from pybundle.construct.record import ModuleKind
from pybundle.construct.scan import parse
from pybundle.construct.scan.scanner import ParserMissing, ScanError, scan


def refused(source: str, kind: ModuleKind = ModuleKind.ESM) -> ScanError:
    with pytest.raises(ScanError) as caught:
        scan(source, kind)
    error = caught.value
    assert 0 <= error.start <= error.end <= len(source)
    assert "\n" not in error.message
    assert "Line " not in error.message
    return error


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a ‹b›", "unexpected 'b'"),
        ("'𝒳𝒳'; ‹)›", "unexpected ')'"),
        ("a\nb\n  c ‹d›", "unexpected 'd'"),
        ("export default [a].b;\nc ‹d›", "unexpected 'd'"),
        ("export default [a]‹,› b", "unexpected ','"),
        ("export default async a => b ‹c›", "expected ';' or a new line"),
        ("import a\n// c\n‹b› from 'm'", "unexpected 'b'"),
        ("import a ‹'b'›", "unexpected string"),
        ("f('a\\'' ‹'\\'b'› c)", "unexpected string"),
        ("import a // c‹›", "the file ends in the middle of a statement"),
        ("{‹›", "the file ends in the middle of a statement"),
        ("`a‹›", "the file ends in the middle of a statement"),
        ("f(‹›", "the file ends in the middle of a statement"),
        ("a = ‹'›b", "this string does not end on its line"),
        ("'\\u{110000}‹'›", "invalid escape in this string"),
        ("let a; let ‹a›", "identifier 'a' has already been declared"),
        ("var ‹a›; function a() {}", "identifier 'a' has already been declared"),
        ("import { a } from 'm'; var ‹a›", "identifier 'a' has already been declared"),
        ("export { ‹a› }", "export 'a' is not defined"),
        ("if (a) { ‹return› }", "'return' outside of a function"),
        ("a = ‹<›div/>", "unexpected '<'"),
        ("‹@›a class K {}", "unexpected '@'"),
        ("let a‹:› b", "unexpected ':'"),
        ("import a from 'a' ‹assert› {}", "unexpected 'assert'"),
        ("‹static›", "'static' is a reserved word in ES modules"),
        ("‹public›: a", "'public' is a reserved word in ES modules"),
        ("() => ‹interface›.a", "'interface' is a reserved word in ES modules"),
        ("‹enum› a {}", "'enum' is a reserved word in ES modules"),
        ("let ‹yield› = 1", "'yield' is a reserved word in ES modules"),
        ("delete (‹a›, )", "expected '=>' after these parameters"),
        ("(‹a, b›,) > c", "expected '=>' after these parameters"),
        ("export ‹a› from 'm'", "expected '{' or '*' after 'export'"),
    ],
)
def test_syntax_errors(text: str, message: str) -> None:
    source = text.replace("‹", "").replace("›", "")
    error = refused(source)
    assert error.message == f"Syntax error: {message}"
    # Where the parser names no token, its place is near enough.
    if "return" not in text:
        marked = f"{source[: error.start]}‹{source[error.start : error.end]}›{source[error.end :]}"
        assert marked == text


@pytest.mark.parametrize(
    "source",
    [
        "a b",
        "with (a) {}",
        "010",
        "'\\01'",
        "`\\01`",
        "delete a",
        "arguments = 1",
        "eval++",
        "let await",
        "yield = 1",
        "new.target",
        "break",
        "a: a: b",
        "function f(a, a) {}",
        "({ a = 1 })",
        "class K { constructor() {} constructor() {} }",
        "class K { #a; #a }",
        "a.#b",
        "class K { constructor() { super() } }",
        "function f() { super.a }",
        "import 'a' with { type: 'a', type: 'b' }",
        "import { a, a } from 'm'",
        "let a; export { a, a }",
        "export default 1; export default 2",
        "let a; export default [1].b; export { a as default }",
        "export * as default from 'm'; let from; export default from",
        "export defaultfrom",
        "export default[a].b c",
        "import { 'a' } from 'm'",
        "export { '\\uD800' } from 'm'",
        "function f() { import 'a' }",
        "{ export {} }",
        "import.meta = 1",
        "import()",
        "new import('a')",
        "for (let a = 1 of b) ;",
        "try {} catch (e) { let e }",
        "label: function f() {}",
        "if (a) function f() {}",
        "a\n--> b",
        "\ud800",
        "\0",
        "`${await}`",
        "/(/",
        "/a/gg",
    ],
)
def test_early_errors(source: str) -> None:
    assert refused(source).message.startswith("Syntax error: ")


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("a = <div/>", "JSX"),
        ("let a: b", "TypeScript"),
        ("@a class K {}", "Decorators"),
        ("import a from 'a' assert { type: 'json' }", "'with'"),
        ("return", "top level"),
        ("with (a) {}", "strict"),
        ("a(", "closed"),
    ],
)
def test_hints(source: str, hint: str) -> None:
    assert hint in refused(source).hint


def test_a_defect_of_the_parser_is_an_error_of_ours() -> None:
    assert refused("`${await}`").message == "Syntax error: this file cannot be parsed"


def test_errors_in_commonjs_are_where_they_are() -> None:
    assert refused("return;\nlet a; let a;", ModuleKind.COMMONJS).start == 19
    assert refused("export default 1", ModuleKind.COMMONJS).start == 0
    assert refused('"use strict"; with (a) {}', ModuleKind.COMMONJS).start == 14


def test_an_error_survives_pickling() -> None:
    import pickle

    error = ScanError("a", 1, 2, "b")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.message, copy.start, copy.end, copy.hint) == ("a", 1, 2, "b")
    assert str(error) == "a"


@pytest.fixture
def fresh_parser() -> Iterator[None]:
    parse.parser.cache_clear()
    yield
    parse.parser.cache_clear()


@pytest.mark.usefixtures("fresh_parser")
@pytest.mark.parametrize("version", [(4, 0, 1), (4, 0, 0), None, "4.0.1"])
def test_the_other_esprima_is_refused(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...] | str | None
) -> None:
    other = ModuleType("esprima")
    if version is not None:
        vars(other)["__version__"] = version
    monkeypatch.setitem(sys.modules, "esprima", other)
    with pytest.raises(ParserMissing, match=r"esprima-fork 5 or later.*pip uninstall -y esprima"):
        scan("a", ModuleKind.ESM)


@pytest.mark.usefixtures("fresh_parser")
def test_a_missing_parser_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "esprima", None)
    with pytest.raises(ParserMissing, match="needs the package esprima-fork"):
        scan("a", ModuleKind.ESM)


def test_the_parser_is_loaded_at_the_first_scan() -> None:
    import subprocess

    code = "import sys, pybundle.construct.scan.scanner; sys.exit('esprima' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})
