"""What a record says of members, names, `this`, `import.meta`, eval, await and comments."""

from __future__ import annotations

import re

import pytest
from tests.construct.marked import module

from pybundle.construct.record import Member, Use

_USES = {Use.READ: "read", Use.CALL: "call", Use.WRITE: "write"}


def _in_words(source: str, members: tuple[Member, ...]) -> list[str]:
    found = []
    for member in members:
        assert len(member.names) == len(member.ends)
        text = source[member.start : member.ends[-1]]
        found.append(f"{_USES[member.use]} {'/'.join(member.names)}: {text}")
    return found


MEMBERS = [
    ("ns", []),
    ("ns.a", ["read a: ns.a"]),
    ("ns.a.b.c", ["read a/b/c: ns.a.b.c"]),
    ("ns . a /*x*/ . b", ["read a/b: ns . a /*x*/ . b"]),
    ("ns['a'].b", ["read a/b: ns['a'].b"]),
    ("ns?.a", ["read a: ns?.a"]),
    ("ns?.a.b?.['c']", ["read a/b/c: ns?.a.b?.['c']"]),
    ("ns.\\u0061", ["read a: ns.\\u0061"]),
    ("ns[a].b", []),
    ("ns.a[x].b", ["read a: ns.a"]),
    ("ns.a[0]", ["read a: ns.a"]),
    ("ns[`a`]", []),
    ("ns[/a/]", []),
    ("(ns).a", []),
    ("(ns.a).b", ["read a: ns.a"]),
    ("(ns.a.b).c.d", ["read a/b: ns.a.b"]),
    ("(ns?.a).b", ["read a: ns?.a"]),
    ("ns.a()", ["call a: ns.a"]),
    ("ns.a.b()", ["call a/b: ns.a.b"]),
    ("ns.a().b()", ["call a: ns.a"]),
    ("(ns.a)()", ["call a: ns.a"]),
    ("(ns?.a)()", ["call a: ns?.a"]),
    ("ns?.a()", ["call a: ns?.a"]),
    ("ns.a?.()", ["call a: ns.a"]),
    ("ns?.a?.().b", ["call a: ns?.a"]),
    ("ns.a``", ["call a: ns.a"]),
    ("(ns.a)``", ["call a: ns.a"]),
    ("(0, ns.a)()", ["read a: ns.a"]),
    ("(ns.a || 0)()", ["read a: ns.a"]),
    ("ns.a[x]()", ["read a: ns.a"]),
    ("(ns.a).b()", ["read a: ns.a"]),
    ("new ns.a()", ["read a: ns.a"]),
    ("new ns.a", ["read a: ns.a"]),
    ("new (ns.a())()", ["call a: ns.a"]),
    ("ns.a = 1", ["write a: ns.a"]),
    ("(ns.a) = 1", ["write a: ns.a"]),
    ("ns.a.b += 1", ["write a/b: ns.a.b"]),
    ("ns.a ??= 1", ["write a: ns.a"]),
    ("ns.a++", ["write a: ns.a"]),
    ("--(ns.a)", ["write a: ns.a"]),
    ("delete ns.a", ["write a: ns.a"]),
    ("delete (ns.a)", ["write a: ns.a"]),
    ("delete ns?.a", ["write a: ns?.a"]),
    ("delete ns.a[x]", ["read a: ns.a"]),
    ("typeof ns.a", ["read a: ns.a"]),
    ("[ns.a, ns.b = 1, ...ns.c] = []", ["write a: ns.a", "write b: ns.b", "write c: ns.c"]),
    ("({ a: ns.a, ...ns.b } = {})", ["write a: ns.a", "write b: ns.b"]),
    ("({ [ns.k]: ns.a[x] } = {})", ["read k: ns.k", "read a: ns.a"]),
    ("for (ns.a of b) ;", ["write a: ns.a"]),
    ("for (ns.a in ns.b) ;", ["write a: ns.a", "read b: ns.b"]),
    ("for (var [c = ns.a] of b) ;", ["read a: ns.a"]),
    ("ns.a(ns.b[ns.c])", ["call a: ns.a", "read b: ns.b", "read c: ns.c"]),
    ("class K { #p; m() { ns.#p; ns.a.#p.b } }", ["read a: ns.a"]),
    ("{ let ns; ns.a } ns.b", ["read b: ns.b"]),
    ("() => ns.a", ["read a: ns.a"]),
    ("`${ns.a}`", ["read a: ns.a"]),
    ("({ ns, b: ns.a })", ["read a: ns.a"]),
]


@pytest.mark.parametrize(("code", "expected"), MEMBERS)
def test_member_chains(code: str, expected: list[str]) -> None:
    source = f"import * as ns from 'm'; {code}"
    assert _in_words(source, module(source).bindings[0].members) == expected
    (free,) = (name for name in module(code).globals if name.name == "ns")
    assert _in_words(code, free.members) == expected


def test_ends_of_a_member_chain() -> None:
    assert module("import ns from 'm'; ns.a['b'] . c").bindings[0].members == (
        Member(20, ("a", "b", "c"), (24, 29, 33), Use.READ),
    )


def test_only_imports_and_globals_have_members() -> None:
    record = module("let a; a.b; c.d")
    assert record.bindings[0].members == ()
    assert record.globals[0].members == (Member(12, ("d",), (15,), Use.READ),)


NAMED = [
    "let x = ‹function () {}›",
    "const x = ‹() => {}›",
    "var x = ‹class {}›",
    "var x = (‹class { static name() {} }›)",
    "var x = ((/*a*/ ‹async () => {}›))",
    "var x = ‹async function* () {}›",
    "export const x = ‹() => {}›",
    "let x; x = ‹() => {}›",
    "let x; x = (‹() => {}›)",
    "let x; x ??= ‹() => {}›; x ||= ‹() => {}›; x &&= ‹() => {}›",
    "let x; () => { x = ‹() => {}› }",
    "let x, y; x = y = ‹() => {}›",
    "let { x = ‹() => {}› } = {}",
    "let { a: x = ‹() => {}› } = {}",
    "let [x = ‹() => {}›, [y = (‹() => {}›)]] = []",
    "let x; [x = ‹() => {}›] = []",
    "let x; ({ x = ‹() => {}› } = {})",
    "let x; ({ a: x = ‹() => {}› } = {})",
    "let x; for ([x = ‹() => {}›] of []) ;",
    "let x; for (x = ‹() => {}›; ;) ;",
    "for (var { x = ‹() => {}› } of []) ;",
    "for (var x = ‹() => {}›; ;) ;",
    "import x from 'm'; x = ‹() => {}›",
    "try {} catch (x) { var x = ‹() => {}› }",
    "export default ‹() => {}›",
    "export default (‹function () {}›)",
    "export default ‹class {}›",
    "export default (‹class {}›)",
    "export default ‹async x => x›;",
    "export default function () {}",
    "export default (function f() {})",
    "export default class K {}",
    "export default (0, () => {})",
    "let x; (x) = () => {}",
    "let x; [(x) = () => {}] = []",
    "let x; ({ a: (x) = () => {} } = {})",
    "let x; x += () => {}",
    "let x = function f() {}; x = class K {}",
    "let x = (0, () => {})",
    "let x = a || (() => {})",
    "let x = { a: () => {} }",
    "let x; x.y = () => {}",
    "{ let x = () => {} }",
    "(x = () => {}) => {}",
    "free = () => {}",
]


@pytest.mark.parametrize("text", NAMED)
def test_anonymous_functions_that_take_a_name(text: str) -> None:
    source = text.replace("‹", "").replace("›", "")
    marked = source
    for site in reversed(module(source).named_sites):
        marked = f"{marked[: site.start]}‹{marked[site.start : site.end]}›{marked[site.end :]}"
    assert marked == text


def test_a_named_site_knows_its_binding() -> None:
    record = module("let a = () => {}, b; b = class {}; export default () => {}")
    names = [record.bindings[site.binding].name for site in record.named_sites]
    assert names == ["a", "b", "*default*"]


THIS = [
    "‹this›; ‹this›.a; [‹this›]",
    "() => ‹this›; (a = ‹this›) => { () => ‹this› }",
    "class K extends ‹this›.a { [‹this›.b]() { this } }",
    "class K { [‹this›] = this; static x = this; y = () => this; static { this; () => this } }",
    "function f(a = this) { this; () => this } ({ m() { this }, get x() { return this } })",
    "{ if (a) { ‹this› } }",
]


@pytest.mark.parametrize("text", THIS)
def test_this_of_the_module(text: str) -> None:
    source = text.replace("‹", "").replace("›", "")
    marked = source
    for start in reversed(module(source).this_starts):
        marked = f"{marked[:start]}‹{marked[start : start + 4]}›{marked[start + 4 :]}"
    assert marked == text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import.meta", [""]),
        ("import.meta.url", ["url"]),
        ("import.meta['url']", ["url"]),
        ("import . meta ?. url", ["url"]),
        ("import.meta.url.length", ["url"]),
        ("import.meta.resolve('a')", ["resolve"]),
        ("import.meta[url]", [""]),
        ("(import.meta).url", [""]),
        ("import.meta.url = 1", [""]),
        ("delete import.meta.url", [""]),
        ("import.meta.env.x = 1", ["env"]),
        ("() => import.meta; import.meta.url", ["", "url"]),
        ("function f() { new.target.url }", []),
    ],
)
def test_import_meta(source: str, expected: list[str]) -> None:
    found = module(source).import_metas
    assert [meta.key for meta in found] == expected
    assert all(re.fullmatch(r"import\s*\.\s*meta", source[m.start : m.end]) for m in found)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("‹eval›(a); (‹eval›)(a); () => ‹eval›(a); ‹eval›(a)?.b", "eval"),
        ("eval?.(a); (0, eval)(a); eval; new eval(a); a.eval(b); eval.call(a); eval``", "eval"),
        ("‹await› a; () => { async () => { await b } }", "await"),
        ("if (a) { ‹await› b } for (;;) ‹await› c", "await"),
        ("for /*await*/ ‹await› (const a of b) ; async () => { for await (a of b) ; }", "await"),
        ("class K extends (‹await› a) { [‹await› b]() {} }", "await"),
        ("async function f(a) { await a } ({ async m() { await a } })", "await"),
        ("export default ‹await› a", "await"),
    ],
)
def test_direct_evals_and_awaits(text: str, word: str) -> None:
    source = text.replace("‹", "").replace("›", "")
    record = module(source)
    marked = source
    for start in reversed(record.direct_evals if word == "eval" else record.awaits):
        marked = f"{marked[:start]}‹{word}›{marked[start + len(word) :]}"
    assert marked == text


@pytest.mark.parametrize(
    "text",
    [
        "await 0",
        "f(a, [...b, await c])",
        "const { a = 1 } = { [await b]: c }, d = 1",
        "export const a = await b",
        "export default class extends (await a) {}",
        "(class { static [await a] = 1 })",
        "a.b[await c] ??= d",
        "a += await b",
        "`${await a}` || b",
        "(await a) ? b : c",
        "tag`${await a}`, new B(-(await c))",
        "import(await a)",
        "{ { await a } }",
        "if (await a) ; else ;",
        "while (await a) ;",
        "for (await a; ; ) ;",
        "for (const a of await b) ;",
        "for (const a in await b) ;",
        "for await (const a of []) ;",
        "switch (await a) {}",
        "label: for await (const a of b) ;",
        "try { await a } finally {}",
        "try {} catch {} finally { await a }",
        "try { await import('a') } catch {}",
        "try { const { a } = await import('a'); a() } catch {}",
        "try { a = await 0 } catch {}",
        "if (a) await b; throw c",
    ],
)
def test_modules_that_always_await(text: str) -> None:
    assert module(f"{text}\nif (a) await b").always_awaits


@pytest.mark.parametrize(
    "text",
    [
        "if (a) await b",
        "if (a) ; else await b",
        "a && await b",
        "a ? await b : c",
        "a?.[await b]",
        "a ??= await b",
        "let { a = await b } = c",
        "for (const a of b) await a",
        "for (; a; await b) ;",
        "while (a) await b",
        "do { if (a) break; await b } while (c)",
        "switch (a) { case await b: }",
        "label: { break label; await a }",
        "label: try { break label; await a } finally {}",
        "try { await a } catch {}",
        "try { await import(a) } catch {}",
        "try { a.b = await import('a') } catch {}",
        "try { await import('a', b) } catch {}",
        "try { f(); await 0 } catch {}",
        "try {} catch { await a }",
        "try { ; } catch { await a }",
        "async function f() { await a } if (a) await b",
        "async () => { await a }",
        "f()",
    ],
)
def test_modules_that_may_not_await(text: str) -> None:
    assert not module(text).always_awaits


@pytest.mark.parametrize(
    "text",
    [
        "a ‸<!-- b",
        "if (a‸<!--b) c",
        "a <<!--b; a < !--b; a <! --b; !--b",
        "'<!--'; \"-->\"; `<!-- ${a ‸<!-- b} -->`",
        "/<!--/; // <!--\n/* <!-- --> */",
        "a--> b; a --> b",
    ],
)
def test_what_a_script_would_take_for_a_comment(text: str) -> None:
    source = text.replace("‸", "")
    marked = source
    for start in reversed(module(source).script_comments):
        marked = f"{marked[:start]}‸{marked[start:]}"
    assert marked == text


@pytest.mark.parametrize(
    "text",
    [
        "a\n‹//# sourceMappingURL=a.js.map›",
        "a\n‹//# sourceMappingURL=a.js.map›\n",
        "a ‹//@ sourceMappingURL=a.js.map›\nb ‹//# sourceURL=a›\r\nc",
        "‹//# sourceMappingURL=a›",
        "‹/*# sourceMappingURL=a */› a",
        "function f() { ‹//# sourceMappingURL=a›\n}",
        "'//# sourceMappingURL=a'; `\n//# sourceMappingURL=a`",
        "'//# sourceMappingURL=a'\n‹//# sourceMappingURL=b›",
        "/* //# sourceMappingURL=a */ // //# sourceMappingURL=b",
        "// sourceMappingURL=a\n//# sourceMapping\n//@ts-check\n//# source=a",
        "‹#!/usr/bin/env node›\na",
        "‹#!//# sourceMappingURL=a›\na\n‹//# sourceMappingURL=b›",
        "‹#!a›",
    ],
)
def test_what_is_cut(text: str) -> None:
    source = text.replace("‹", "").replace("›", "")
    marked = source
    for start, end in reversed(module(source).cut):
        marked = f"{marked[:start]}‹{marked[start:end]}›{marked[end:]}"
    assert marked == text


@pytest.mark.parametrize(
    ("source", "expected"),
    [("#!a b\nc", "#!a b"), ("#!a\r\nc", "#!a"), ("#!a\u2028c", "#!a"), ("#!", "#!"), ("a", "")],
)
def test_hashbang(source: str, expected: str) -> None:
    assert module(source).hashbang == expected
