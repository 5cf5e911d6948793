"""Modules that are no code, and files whose kind only their text tells."""

from __future__ import annotations

import json

import pytest
from tests.construct.marked import module

from pybundle.construct.record import BindingKind, ModuleKind, ModuleRecord
from pybundle.construct.scan.scanner import ScanError, has_module_syntax, scan, scan_ambiguous


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("1", []),
        ('"a"', []),
        ("[{}]", []),
        ("null", []),
        ("{}", []),
        ('{ "b": 1, "a": { "c": 2 } }', ["b", "a"]),
        ('{ "default": 1, "a b": 2, "": 3, "__proto__": 4 }', ["a b", "", "__proto__"]),
        ('{ "a": 1, "a": 2 }', ["a"]),
        ('{ "\\u0061": 1, "\\ud800": 2, "\\ud835\\udcb3": 3 }', ["a", "𝒳"]),
        ('\n\t {"a": 1e400}\r\n', ["a"]),
        ('{"a": ' + "9" * 5000 + "}", ["a"]),
    ],
)
def test_json(source: str, names: list[str]) -> None:
    record = scan(source, ModuleKind.JSON)
    assert record.kind is ModuleKind.JSON
    assert [binding.name for binding in record.bindings] == ["*default*", *names]
    kinds = [binding.kind for binding in record.bindings]
    assert kinds == [BindingKind.DEFAULT] + [BindingKind.CONST] * len(names)
    assert [(entry.export_name, entry.binding) for entry in record.local_exports] == [
        (name, i) for i, name in enumerate(["default", *names])
    ]


@pytest.mark.parametrize(
    ("source", "start"),
    [
        ("", 0),
        ("{", 1),
        ('{ "a": 1, }', 10),
        ("{ a: 1 }", 2),
        ("[1 2]", 3),
        ("// a\n1", 0),
        ("[NaN]", 1),
        ("[1, -Infinity]", 4),
        ("'a'", 0),
        ('"a\nb"', 2),
        ("1 1", 2),
    ],
)
def test_what_is_no_json(source: str, start: int) -> None:
    with pytest.raises(ScanError, match="not valid JSON") as caught:
        scan(source, ModuleKind.JSON)
    assert abs(caught.value.start - start) <= 1
    assert caught.value.end <= len(source)


def test_deep_json() -> None:
    deep = '{"a":' + "[" * 10_000 + "]" * 10_000 + "}"
    assert [binding.name for binding in scan(deep, ModuleKind.JSON).bindings] == ["*default*", "a"]


@pytest.mark.parametrize("kind", [ModuleKind.TEXT, ModuleKind.EMPTY])
def test_only_a_default(kind: ModuleKind) -> None:
    record = scan("let a b c", kind)
    assert [binding.name for binding in record.bindings] == ["*default*"]
    assert [entry.export_name for entry in record.local_exports] == ["default"]


def test_an_external_has_nothing() -> None:
    assert scan("", ModuleKind.EXTERNAL) == ModuleRecord(ModuleKind.EXTERNAL)


@pytest.mark.parametrize(
    ("source", "syntax"),
    [
        ("import 'a'", True),
        ("import a from 'a'", True),
        ("export {}", True),
        ("export * from 'a'", True),
        ("export default 1", True),
        ("export let a", True),
        ("import.meta", True),
        ("await a", True),
        ("for await (a of b) ;", True),
        ("import('a')", False),
        ("async () => await a", False),
        ("a", False),
        ("", False),
        ("'import'; exports.a = 1", False),
    ],
)
def test_syntax_that_only_modules_have(source: str, syntax: bool) -> None:
    assert has_module_syntax(module(source)) is syntax


@pytest.mark.parametrize(
    ("source", "is_module"),
    [
        ("import 'a'; require(b)", True),
        ("import.meta; module.exports = 1", True),
        ("let require; require('a')", True),
        ("function f(exports) { exports.a }", True),
        ("a", True),
        ("", True),
        ("require('a')", False),
        ("module.exports = 1", False),
        ("() => exports.a", False),
        ("typeof module", False),
        ("(function (root) { typeof exports })(this)", False),
        ("with (a) {}", False),
        ("return 1", False),
        ("#!/usr/bin/env node\nreturn 1", False),
        ("010", False),
        ("await = 1", False),
        ("a <!-- b", True),
        ("a\n--> b", False),
    ],
)
def test_files_of_unknown_kind(source: str, is_module: bool) -> None:
    record = scan_ambiguous(source)
    assert record == (module(source) if is_module else scan(source, ModuleKind.COMMONJS))


def asked(record: ModuleRecord) -> list[tuple[str, str]]:
    return [(request.kind, request.specifier) for request in record.requests]


def test_a_module_may_require_where_nothing_says_that_it_is_one() -> None:
    source = "import 'a'; if (x) require('b'); export const f = (y) => require(`./c/${y}`);"
    assert asked(module(source)) == [("import", "a")]
    record = scan_ambiguous(source)
    assert asked(record) == [("import", "a"), ("require", "b")]
    assert [call.template for call in record.require_templates] == [("./c/", "")]
    own = scan_ambiguous("import 'a'; const require = String; require('b');")
    assert asked(own) == [("import", "a")]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ("const require = createRequire(import.meta.url);", True),
        ("let require = createRequire(import.meta.url);", True),
        ("let require = createRequire(import.meta.url); require = String;", False),
        ("const require = createRequire(import.meta.dirname);", False),
        ("const require = createRequire(import.meta.url, 1);", False),
        ("const require = String(import.meta.url);", False),
        ("{ const require = createRequire(import.meta.url); }", False),
    ],
)
@pytest.mark.parametrize("lenient", [True, False])
def test_create_require(made: str, expected: bool, lenient: bool) -> None:
    source = f"import {{ createRequire }} from 'node:module';{made} export {{}}; "
    source += "() => { let r = require('b'); require.resolve('c'); }"
    record = scan_ambiguous(source) if lenient and expected else module(source)
    found = [("require", "b"), ("resolve", "c")] if expected else []
    assert asked(record)[1:] == found
    spans = [source[start:end] for start, end in record.created_requires]
    assert spans == ["createRequire(import.meta.url)"] * expected


def test_create_require_of_another_module() -> None:
    source = "import { createRequire } from './own.js'; const f = createRequire(import.meta.url);"
    assert asked(module(source + "f('b')")) == [("import", "./own.js")]


def test_a_file_that_is_neither_gets_the_error_of_the_module() -> None:
    with pytest.raises(ScanError, match="unexpected 'b'") as caught:
        scan_ambiguous("import 'm'; a b")
    assert caught.value.start == 14


def test_a_record_is_plain_data() -> None:
    import pickle

    record = module("import a from 'm'; a.b(); export default class {}; import('x')")
    assert pickle.loads(pickle.dumps(record)) == record
    assert hash(record) == hash(
        module("import a from 'm'; a.b(); export default class {}; import('x')")
    )
    assert json.dumps([binding.refs for binding in record.bindings])


def test_what_require_gives_is_no_loader() -> None:
    """CommonJS calls what it has required, also with objects: that configures nothing."""
    source = "var fill = require('./fill'); fill({ a: 1 }, { b: 2 }); module.exports = fill;"
    assert scan_ambiguous(source).kind is ModuleKind.COMMONJS
    asked = "var ask = require.config({ paths: { a: 'b' } }); ask(['a'], function () {});"
    assert scan_ambiguous(asked).kind is ModuleKind.AMD
