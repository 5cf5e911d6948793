"""Requests, import and export entries (ECMA-262, *ParseModule*)."""

from __future__ import annotations

import pytest
from tests.construct.marked import module

from pybundle.construct.record import ModuleRecord


def imports(record: ModuleRecord) -> list[tuple[str, str | None, str]]:
    return [
        (
            record.requests[entry.request].specifier,
            entry.import_name,
            record.bindings[entry.binding].name,
        )
        for entry in record.imports
    ]


def exports(record: ModuleRecord) -> list[str]:
    """Return all export entries, in words."""
    found = [
        f"{entry.export_name} = {record.bindings[entry.binding].name}"
        for entry in record.local_exports
    ]
    found += [
        f"{entry.export_name} = {record.requests[entry.request].specifier}.{entry.import_name}"
        for entry in record.indirect_exports
    ]
    return found + [
        f"* = {record.requests[entry.request].specifier}" for entry in record.star_exports
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import 'm'", []),
        ("import {} from 'm'", []),
        ("import a from 'm'", [("m", "default", "a")]),
        ("import * as a from 'm'", [("m", None, "a")]),
        ("import a, * as b from 'm'", [("m", "default", "a"), ("m", None, "b")]),
        ("import { a, b as c } from 'm'", [("m", "a", "a"), ("m", "b", "c")]),
        ("import { default as a, 'x y' as b } from 'm'",
         [("m", "default", "a"), ("m", "x y", "b")]),
        ("import { \\u0061 } from 'm'", [("m", "a", "a")]),
        ("import { 'a' as b } from 'm'; import { b as c } from 'n'",
         [("m", "a", "b"), ("n", "b", "c")]),
    ],
)  # fmt: skip
def test_import_entries(source: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert imports(module(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("export var a, b = 1", ["a = a", "b = b"]),
        ("export let { a, b: [c, ...d], ...e } = f", ["a = a", "c = c", "d = d", "e = e"]),
        ("export const { [k]: a = function () { let x } } = f", ["a = a"]),
        ("export function f() {}", ["f = f"]),
        ("export async function* f() {}", ["f = f"]),
        ("export class K {}", ["K = K"]),
        ("export default function f() {}", ["default = f"]),
        ("export default class K {}", ["default = K"]),
        ("export default function () {}", ["default = *default*"]),
        ("export default class {}", ["default = *default*"]),
        ("let f; export default f", ["default = *default*"]),
        ("export default (function f() {})", ["default = *default*"]),
        ("let a; export { a, a as b, a as default, a as 'x y' }",
         ["a = a", "b = a", "default = a", "x y = a"]),
        ("export { a as b }; let a", ["b = a"]),
        ("export {}", []),
        ("export { a, default as b, c as default, 'd e' as 'f g' } from 'm'",
         ["a = m.a", "b = m.default", "default = m.c", "f g = m.d e"]),
        ("export * from 'm'", ["* = m"]),
        ("export * as a from 'm'; export * as 'b c' from 'm'", ["a = m.None", "b c = m.None"]),
        ("import { a, b as c } from 'm'; export { a, c as d }", ["a = m.a", "d = m.b"]),
        ("export { a as b }; import a from 'm'", ["b = m.default"]),
        ("import * as a from 'm'; export { a, a as b }", ["a = a", "b = a"]),
        ("import { a as b } from 'm'; export { b as __proto__ }", ["__proto__ = m.a"]),
    ],
)  # fmt: skip
def test_export_entries(source: str, expected: list[str]) -> None:
    assert exports(module(source)) == expected


def test_export_entries_span_what_diagnostics_point_at() -> None:
    source = (
        "export { a as b }; export let a, c; export default 1;"
        "export { d as e } from 'm'; export * as f from 'm'; export * from 'n';"
        "import { g } from 'm'; export { g }"
    )
    record = module(source)
    spans = [
        *((entry.start, entry.end) for entry in record.local_exports),
        *((entry.start, entry.end) for entry in record.indirect_exports),
        *((entry.start, entry.end) for entry in record.star_exports),
    ]
    assert [source[start:end] for start, end in spans] == [
        "a as b", "a", "c", "export default", "d as e", "f", "g", "export * from 'n';",
    ]  # fmt: skip
    assert [source[entry.start : entry.end] for entry in record.imports] == ["g"]


def test_requests_are_in_source_order_one_for_each_declaration() -> None:
    source = (
        "import('a'); import 'b'; export * from 'c'\n() => import(`d`); import x from 'b';"
        "export { y } from 'e'; export { z }; let z"
    )
    record = module(source)
    found = [(request.specifier, request.kind) for request in record.requests]
    assert found == [
        ("a", "dynamic"), ("b", "import"), ("c", "import"),
        ("d", "dynamic"), ("b", "import"), ("e", "import"),
    ]  # fmt: skip
    assert imports(record) == [("b", "default", "x")]
    assert record.imports[0].request == 4
    assert [source[r.start : r.end] for r in record.requests] == [
        "'a'", "'b'", "'c'", "`d`", "'b'", "'e'",
    ]  # fmt: skip
    statements = [source[r.statement_start : r.statement_end] for r in record.requests]
    assert statements[:3] == ["import('a')", "import 'b';", "export * from 'c'"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import 'm'", ()),
        ("import 'm' with {}", ()),
        ("import x from 'm' with { type: 'json' }", (("type", "json"),)),
        ("export * from 'm' with { type: 'json' }", (("type", "json"),)),
        ("export { x } from 'm' with { 'type': 'json' }", (("type", "json"),)),
        ("import 'm' with { type: 'json', 'a b': 'c' }", (("a b", "c"), ("type", "json"))),
        ("import('m', { with: { type: 'json' } })", (("type", "json"),)),
        ("import('m', { 'with': { 'type': 'json' } })", (("type", "json"),)),
        ("import('m', options)", ()),
        ("import('m', { with: { type: type, [a]: 'b' } })", ()),
        ("import('m', {})", ()),
    ],
)
def test_attributes(source: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert module(source).requests[0].attributes == expected


@pytest.mark.parametrize(
    ("argument", "specifier", "template"),
    [
        ("'./a.js'", "./a.js", ()),
        ("`./a.js`", "./a.js", ()),
        ("'./' + 'a.js'", "./a.js", ()),
        ("('./a.js')", "./a.js", ()),
        ("'\\x2e/a.js'", "./a.js", ()),
        ("`./${x}.js`", None, ("./", ".js")),
        ("`./${x}/${y}.js`", None, ("./", "/", ".js")),
        ("'./' + x + '.js'", None, ("./", ".js")),
        ("'./' + x", None, ("./", "")),
        ("'./' + x + y + '.js'", None, ("./", "", ".js")),
        ("x + y + '.js'", None, ("", ".js")),
        ("x + '.js'", None, ("", ".js")),
        ("'./' + (x + '.js')", None, ("./", "")),
        ("'./' + `a/${x}` + '.js'", None, ("./a/", ".js")),
        ("'./' - x", None, ()),
        ("x", None, ()),
        ("x + y", None, ()),
        ("`${x}`", None, ()),
        ("x ? './a.js' : './b.js'", None, ()),
        ("/a/", None, ()),
        ("1", None, ()),
    ],
)
def test_dynamic_import(argument: str, specifier: str | None, template: tuple[str, ...]) -> None:
    source = f"f(); import({argument}, y)"
    record = module(source)
    (call,) = record.dynamic_imports
    assert source[call.start : call.end] == source[5:]
    assert source[call.argument_start : call.argument_end] == argument.removeprefix(
        "("
    ).removesuffix(")" if argument.startswith("(") else "")
    assert call.template == template
    found = record.requests[call.request].specifier if call.request >= 0 else None
    assert found == specifier
    assert len(record.requests) == (specifier is not None)


@pytest.mark.parametrize(
    ("argument", "choices"),
    [
        ("x ? './a.js' : './b.js'", ("./a.js", "./b.js")),
        ("x ? './a.js' : y ? `./b.js` : './' + 'c.js'", ("./a.js", "./b.js", "./c.js")),
        ("(x ? './a.js' : './b.js') || './a.js'", ("./a.js", "./b.js")),
        ("(f(), './a.js')", ("./a.js",)),
        ("'./a.js' ?? './b.js'", ("./a.js", "./b.js")),
        ("'' || './a.js'", ("./a.js",)),
        ("'./a.js'", ()),
        ("x ? '' : ``", ()),
        ("x ? './a.js' : y", ()),
        ("x || './a.js'", ()),
        ("x ? './a.js' : `./${y}.js`", ()),
        ("`./${x}.js`", ()),
    ],
)
def test_choices_between_constants(argument: str, choices: tuple[str, ...]) -> None:
    record = module(f"import({argument})")
    (call,) = record.dynamic_imports
    assert call.choices == choices
    assert len(record.requests) == (argument == "'./a.js'")


def test_dynamic_imports_may_be_nested() -> None:
    record = module("import(import('a'))")
    assert [call.request for call in record.dynamic_imports] == [-1, 0]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('import "."', ["."]),
        ("import 'x'; import '.'; import \".\";", ["x", ".", "."]),
        ('import /* a */\n".";import ".." ', [".", ".."]),
        (r'import "\x2e"; import "\u{2E}"; import "\."', [".", ".", "."]),
        ('// import "."\nimport ".";\nx(`import "."`, "import \'.\'");', ["."]),
        ('x = `import "."`; export default [1].map(f);', []),
        ('import "."; export default [1].map(f); export * from "."', [".", "."]),
        ('import "." with { type: "json" }', ["."]),
    ],
)
def test_a_request_of_one_dot(source: str, expected: list[str]) -> None:
    assert [request.specifier for request in module(source).requests] == expected
