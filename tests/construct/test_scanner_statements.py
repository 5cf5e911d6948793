"""Module-level statements: kinds, spans, automatic semicolons, what they declare and read."""

from __future__ import annotations

import pytest
from tests.construct.marked import module

from pybundle.construct.record import ModuleKind, Statement
from pybundle.construct.scan.parse import ScanError
from pybundle.construct.scan.scanner import scan


def statements(source: str) -> list[str]:
    return [source[s.start : s.end] for s in module(source).statements]


def only(source: str) -> Statement:
    (statement,) = module(source).statements
    return statement


@pytest.mark.parametrize(
    ("source", "kind", "kept"),
    [
        ("import 'a';", "import", "import 'a';"),
        ("import a from 'a';", "import", "import a from 'a';"),
        ("export {};", "export-list", "export {};"),
        ("export { a } from 'a';", "export-list", "export { a } from 'a';"),
        ("export * from 'a';", "export-list", "export * from 'a';"),
        ("export * as a from 'a';", "export-list", "export * as a from 'a';"),
        ("function f() {}", "function", "function f() {}"),
        ("export function f() {}", "function", "function f() {}"),
        ("export /**/ async function f() {}", "function", "async function f() {}"),
        ("export default function f() {}", "function", "function f() {}"),
        ("export default async function* f() {}", "function", "async function* f() {}"),
        ("class K {}", "class", "class K {}"),
        ("export class K {}", "class", "class K {}"),
        ("export default class K {}", "class", "class K {}"),
        ("var a;", "variables", "var a;"),
        ("export const a = 1;", "variables", "const a = 1;"),
        ("'use strict';", "directive", "'use strict';"),
        ("f();", "expression", "f();"),
        ("('use strict');", "expression", "('use strict');"),
        (";", "other", ";"),
        ("if (a) b;", "other", "if (a) b;"),
        ("label: a;", "other", "label: a;"),
        ("export default 1;", "export-default", " 1;"),
        ("export default (1);", "export-default", " (1);"),
        ("export default/*a*/(1);", "export-default", "/*a*/(1);"),
        ("export/*default*/default 1;", "export-default", " 1;"),
        ("export //default\n default\n 1;", "export-default", "\n 1;"),
        ("export default class {}", "export-default", " class {}"),
        ("export default (class {});", "export-default", " (class {});"),
        ("export default (function f() {});", "export-default", " (function f() {});"),
        ("export default () => {};", "export-default", " () => {};"),
        ("export default async () => {};", "export-default", " async () => {};"),
        ("export default async (1) ;", "export-default", " async (1) ;"),
        ("export default [a].map(f);", "export-default", " [a].map(f);"),
        ("export default { a }.a;", "export-default", " { a }.a;"),
        ("export default from;", "export-default", " from;"),
        ("export default /**/ function () {}", "export-default-function", "function () {}"),
        ("export default async function () {}", "export-default-function", "async function () {}"),
    ],
)
def test_kind_and_what_stays(source: str, kind: str, kept: str) -> None:
    statement = only(source)
    assert statement.kind.value == kind
    assert source[statement.start : statement.end] == source
    assert source[statement.inner :] == kept
    assert (statement.name_at >= 0) is (kind == "export-default-function")


@pytest.mark.parametrize(
    "text",
    [
        "export default function‸ () {}",
        "export default function‸() {}",
        "export default function /*a*/ *‸ () {}",
        "export default async function‸ () {}",
        "export default async /*a*/ function/*b*/*‸() {}",
    ],
)
def test_where_the_name_of_a_default_function_would_stand(text: str) -> None:
    assert only(text.replace("‸", "")).name_at == text.index("‸")


@pytest.mark.parametrize(
    "text",
    [
        "f()‸",
        "f();",
        "f()‸ // a;",
        "f()‸ /* a; */",
        "f()‸\n/* a; */",
        "f()‸   ",
        "f() /* a */ ;",
        "f() /* a */ ; // b",
        "(f)‸ // b",
        "'use strict'‸",
        "var a‸ // b",
        "let a = ';'‸",
        "export let a‸ // b",
        "import 'a'‸ // b",
        "import a from 'a' with {}‸ // b",
        "export {}‸ // b",
        "export * from 'a'‸ /* b */",
        "export default 1‸ // b",
        "export default (1)‸ // b",
        "export default [1].a‸ // b",
        "export default async x => x‸ // b",
        "export default async x => x ;",
        "throw a‸ // b",
        "debugger‸ // b",
        "do a; while (b)‸ // c",
        "do a; while (b);",
        "do a; while (b) /* c */ ;",
        "if (a) b‸ // c",
        "if (a) b; else c‸ // d",
        "if (a) b; else if (c) d; else e‸",
        "if (a) b\n; // c",
        "for (;;) a‸ // b",
        "for (;;) { a }",
        "for (a of b) c‸",
        "for (a in b) ;",
        "while (a) b‸",
        "while (a) if (b) for (;;) c: do d; while (e)‸ // f",
        "label: a‸ // b",
        "label: {}",
        "{ a }",
        "try {} catch {}",
        "switch (a) {}",
        "function f() { a }",
        "class K {}",
        "class K { x = 1 }",
        "export default class {}",
        "export default class K {}",
        "export default function () {}",
        "export function f() {}",
        "export default class {}",
        ";",
    ],
)
def test_end_and_automatic_semicolon(text: str) -> None:
    source = text.replace("‸", "")
    statement = only(source)
    assert statement.asi is ("‸" in text)
    end = text.index("‸") if "‸" in text else len(source.split("//")[0].rstrip())
    assert statement.end == end


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\nb", ["a", "b"]),
        ("a\n/* c */b", ["a", "b"]),
        ("a // c\nb", ["a", "b"]),
        ("a\n++b", ["a", "++b"]),
        ("a\n(b)", ["a\n(b)"]),
        ("class K {}\n[1]", ["class K {}", "[1]"]),
        ("do a; while (b) c", ["do a; while (b)", "c"]),
        ("export default [a]\n.map(b)\nc", ["export default [a]\n.map(b)", "c"]),
        ("export default [a]\n[b]", ["export default [a]\n[b]"]),
        ("export default { a }\n+ b", ["export default { a }\n+ b"]),
        ("export default [a]\n++b", ["export default [a]", "++b"]),
        ("export default [a]\n--b", ["export default [a]", "--b"]),
        ("export default [a]\nimport 'b'", ["export default [a]", "import 'b'"]),
        ("export default [a]\nin_", ["export default [a]", "in_"]),
        ("export default [a]\nin b", ["export default [a]\nin b"]),
        ("export default [a]\n!b", ["export default [a]", "!b"]),
        ("export default [a]\n!= b", ["export default [a]\n!= b"]),
        ("export default [a]\n/b/g", ["export default [a]\n/b/g"]),
        ("export default {}", ["export default {}"]),
        ("export default async () => {};a", ["export default async () => {};", "a"]),
        ("#!x\n'use strict'\nb", ["'use strict'", "b"]),
        ("𝒳;'𝒴𝒴'\n𝒵", ["𝒳;", "'𝒴𝒴'", "𝒵"]),
        ("a\r\nb\u2028c\u2029d", ["a", "b", "c", "d"]),
        ("", []),
        ("// a", []),
    ],
)
def test_where_statements_end(source: str, expected: list[str]) -> None:
    assert statements(source) == expected


@pytest.mark.parametrize(
    ("source", "loop"),
    [
        ("for (;;) ;", True),
        ("for (a of b) ;", True),
        ("for (a in b) ;", True),
        ("while (a) ;", True),
        ("do ; while (a)", True),
        ("if (a) { try {} finally { label: while (a) ; } }", True),
        ("switch (a) { case 1: for (;;) ; }", True),
        ("function f() { for (;;) ; }", False),
        ("(() => { for (;;) ; })()", False),
        ("class K { m() { for (;;) ; } }", False),
        ("class K { static { for (;;) ; } }", False),
        ("a", False),
    ],
)
def test_loops_of_module_code(source: str, loop: bool) -> None:
    assert only(source).loop is loop


def test_a_loop_is_its_own_statements() -> None:
    assert [s.loop for s in module("a; for (;;) ; b; () => 1").statements] == [
        False, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("let a; a", ["+a", "a"]),
        ("let a = 1, b = a", ["+a +b a"]),
        ("var a; var a", ["+a", "+a"]),
        ("a; { var a } () => { a; a }", ["a", "+a", "a"]),
        ("function f() { g } function g() { f() }", ["+f g", "+g f"]),
        ("class K extends L { m() { K } } let L", ["+K L", "+L"]),
        ("a = 1; let a", ["a", "+a"]),
        ("import a, { b } from 'm'; b", ["+a +b", "b"]),
        ("export default a; let a", ["+*default* a", "+a"]),
        ("export default function () { a } let a", ["+*default* a", "+a"]),
        ("export default function f() { f }", ["+f f"]),
        ("export { a }; let a", ["", "+a"]),
        ("b; c; 'd'", ["", "", ""]),
        ("let { a, [b]: c = a } = b; let b", ["+a +c a b", "+b"]),
    ],
)
def test_what_is_declared_and_read(source: str, expected: list[str]) -> None:
    record = module(source)
    names = [binding.name for binding in record.bindings]
    found = []
    for statement in record.statements:
        words = sorted(f"+{names[i]}" for i in statement.declares)
        assert list(statement.declares) == sorted(statement.declares)
        assert list(statement.reads) == sorted(statement.reads)
        found.append(" ".join(words + sorted(names[i] for i in statement.reads)))
    assert found == expected


@pytest.mark.parametrize(
    "head",
    [
        "let [a = b in c] of d",
        "const { e = 'e' in c } of d",
        "var { ['b' in c]: f, ...rest } in d",
        "let { g: [h = () => 'h' in c] } = {};;",
    ],
)
def test_in_is_an_operator_within_a_pattern(head: str) -> None:
    assert len(scan(f"for ({head}) break;", ModuleKind.ESM).statements) == 1


@pytest.mark.parametrize("head", ["let a = b in c;;", "let [a] = b in c;;", "let [a = 1] = b in c"])
def test_in_is_none_behind_a_pattern(head: str) -> None:
    with pytest.raises(ScanError):
        scan(f"for ({head}) break;", ModuleKind.ESM)
