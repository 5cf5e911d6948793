"""Which identifiers refer to module-scope bindings and globals (ECMA-262, strict code)."""

from __future__ import annotations

import pytest
from tests.construct.marked import marked, module, normal, unmarked

HOISTING = [
    "var ‹x:d›; { var ‹x:d›; } ‹x:s›",
    "if (‹a›) { for (var ‹i:d› = 0; ‹i› < 1; ‹i:w›++) ; } ‹i:s›",
    "function ‹f:d›() { x; var x; } ‹x:s›",
    "function ‹f:d›() { ‹x:s›; { let x; } }",
    "{ function f() {} f() } ‹f:sc›()",
    "{ f(); function f() {} }",
    "switch (‹x›) { case x: let x; default: x }",
    "switch (‹x›) { case 1: { let x } } ‹x:s›",
    "switch (‹x›) { case 1: var ‹x:d› }",
    "let ‹x:d›; { ‹x:s›; { let x; x } ‹x:s› }",
    "{ const x = 1; class y {} x; y } ‹x:s›; ‹y:s›",
    "label: for (;;) { break label; continue label }",
    "for (var ‹x:d› of ‹x›) ‹x:s›",
    "for (let x of x) x; ‹x:s›",
    "for (let x in x) { let x; x }",
    "for (const [x, y = x] of ‹z:c›(x)) ;",
    "for (let i = 0, n = i; i < n; i++) { i } ‹i:s›",
    "for (‹x:w› of ‹y›) ; for (‹x:w› in ‹y›) ;",
    "for ([‹x:w›, ‹y›.z] of ‹w›) ;",
    "while (‹x›) ‹y:sc›(); do ‹x:s›; while (‹y›)",
]

FUNCTIONS = [
    "function ‹f:d›(a, b) { a; b; ‹f:sc›() }",
    "function ‹f:d›(a = b, b) { ‹c:s› }",
    "function ‹f:d›(a = ‹x›) { var x; x }",
    "function ‹f:d›(a = () => ‹x›) { var x; let y; x }",
    "function ‹f:d›(x, a = () => x) { var x; x }",
    "function ‹f:d›({ a, b: [c = ‹d›] = ‹e›, [‹k›]: g, ...h }, ...i) { a; c; g; h; i }",
    "(function f() { f })(); ‹f:s›",
    "(function f(a = f) { var f; f })",
    "‹x:ws› = function x() { x }",
    "‹f:ws› = (x) => x + ‹y›",
    "(x => { var y; return () => x + y + ‹z› })",
    "(async (x) => { await x; for await (const y of x) y })",
    "(function* () { yield ‹x›; yield* ‹y› })",
    "function ‹f:d›() { arguments; () => arguments } ‹arguments:s›; () => ‹arguments›",
    "({ m() { arguments } }); class ‹K:d› { m() { arguments } }",
    "({ get x() { return ‹x› }, set x(v) { v; ‹x:ws› = v }, async *[‹k›]() {} })",
    "function ‹f:d›() { if (‹x›) { let x; x } ‹x:s› }",
    "export default function ‹f:d›() { ‹f:sc›() }",
    "export default function () { ‹f:s› }",
    "export default async function* ‹f:d›() {}",
]

CLASSES = [
    "class ‹K:d› {} new ‹K›()",
    "class ‹K:d› extends K { [K]() { K } static x = K; static { K } } ‹K:s›",
    "class ‹K:d› extends (‹L›, K) {}",
    "(class K extends K { static x = K }); ‹K:s›",
    "let ‹K:d› = class { static x = ‹K› }",
    "class ‹K:d› { static { var x; x; { var y } y } } ‹x:s›; ‹y:s›",
    "class ‹K:d› { static { ‹x:s› } static { let x; x } }",
    "class ‹K:d› { #x = ‹x›; x; 'y'; m() { this.#x; #x in ‹z› } get #p() {} }",
    "class ‹K:d› { [‹x›] = ‹x›; static [‹y›]; z = () => ‹z›; constructor(w) { w } }",
    "export class ‹K:d› { m() { K } }",
    "export default class ‹K:d› extends ‹L› { m() { K } }",
    "export default class extends ‹L› {}",
    "{ class K {} K } ‹K:s›",
]

CATCH = [
    "try {} catch (e) { e; let x; x } ‹e:s›; ‹x:s›",
    "try {} catch { ‹e:s› }",
    "try { let x; x } catch ({ a, b: [c = ‹x›] }) { a; c } finally { ‹x:s› }",
    "try {} catch ({ a = () => ‹b› }) { let b; b }",
    "try {} catch (‹e:e›) { var ‹e:de› = 1; ‹e:es›; () => ‹e:e›; { let e; e } } ‹e:s›",
    "try {} catch (‹e:e›) { { try {} finally { var ‹e:de›; } } ‹e:es› }",
    "try {} catch (‹e:e›) { try {} catch (‹e:e›) { var ‹e:de›; ‹e:es› } ‹e:es› }",
    "try {} catch (e) { (function () { var e; e }); e }",
    "function ‹f:d›() { try {} catch (e) { var e = 1; e } e } ‹e:s›",
    "try {} catch (e) { e } var ‹e:d›; ‹e:s›",
]

FLAGS = [
    "‹x:ws› = 1; ‹x:ws› += 1; ‹x:ws› ??= 1; ‹x:ws›++; --‹x:w›",
    "(‹x:w›) = 1; (‹x:w›)++; ‹x:s›",
    "[‹x:w›, ‹y:w› = ‹z›, ...‹w:w›] = ‹v›",
    "({ ‹x:pw›, ‹y:pw› = 1, a: ‹z:w›, [‹k›]: ‹w:w› = 2, b: { c: ‹v:w› }, ...‹u:w› } = ‹t›)",
    "({ a: ‹x›.b, c: ‹y›[‹z›], ...‹w›.v } = {})",
    "let { ‹x:dp›, ‹y:dp› = 1, a: ‹z:d›, b: [‹w:d›], ...‹v:d› } = ‹u›",
    "({ ‹x:h›, y: ‹y›, [‹z›]: 1, w() {}, ...‹v› })",
    "‹f:sc›(); (‹f:c›)(); ‹f:sc›?.(); new ‹f›(); ‹f:st›``; (‹f:t›)``; new (‹f:c›())()",
    "‹f:s›.g(); ‹f:s›[‹g›](); ‹f:s› + ‹g›; ‹f:s› ? 1 : 2; ‹f:s›, ‹g›; ‹f:s›?.x; ‹f:sw›++",
    "(‹f›); !‹f›; [‹f›]; `${‹f›}`; typeof ‹f›; delete ‹f›.x; void ‹f›",
    "if (‹f›) ‹f:s›; else { ‹f:s› } () => ‹f›; () => { ‹f:s›; return ‹f› }",
    "export default ‹x›; export const ‹y:d› = ‹z›",
    "‹\\u0061b:s›; let ‹ab:d›",
    "‹𝒳:s›; '𝒳𝒳'; ‹𝒴:ws› = ‹𝒳›",
]

IMPORTS = [
    "import ‹a:d›, { b as ‹c:d›, ‹d:d›, 'x y' as ‹e:d› } from 'm'; ‹a:s›; ‹b:s›; ‹c:s›",
    "import * as ‹ns:d› from 'm'; ‹ns:s›.a.b; { let ns; ns.a } ‹ns:s›[‹ns›.a]",
    "import {} from 'm'; import 'n'",
    "import { ‹x:d› } from 'm'; ‹x:sw› = 1; [‹x:w›] = []; for (‹x:w› of []) ;",
    "let ‹x:d›; export { x, x as y, x as 'z' }; export { x as w } from 'm'; export * as v from 'm'",
    "export * from 'm'",
]


@pytest.mark.parametrize("text", HOISTING + FUNCTIONS + CLASSES + CATCH + FLAGS + IMPORTS)
def test_references(text: str) -> None:
    assert marked(unmarked(text)) == normal(text)


def test_escaped_identifiers_are_compared_by_what_they_mean() -> None:
    record = module("let \\u{61}b; ab")
    assert [binding.name for binding in record.bindings] == ["ab"]
    assert record.bindings[0].refs[0:2] == (4, 11)
    assert record.globals == ()


NESTED = [
    ("function f(a) { let b }", {"a": ["(a) { let b }"], "b": ["(a) { let b }"]}),
    ("(function f() { })", {"f": ["function f() { }"]}),
    ("class K extends L {}", {"K": [" extends L {}"]}),
    ("(class K {})", {"K": ["class K {}"]}),
    ("{ let a; { let a } }", {"a": ["{ let a; { let a } }", "{ let a }"]}),
    ("for (let i of i) i", {"i": ["for (let i of i) i"]}),
    ("switch (x) { case 1: let a }", {"a": ["case 1: let a }"]}),
    ("try {} catch (e) {}", {"e": ["catch (e) {}"]}),
    ("try {} catch (e) { var e }", {"e": ["catch (e) { var e }"]}),
    ("(a = 1) => { var b }", {"a": ["(a = 1) => { var b }"], "b": ["{ var b }"]}),
    ("(class { static { var a } x = b => b })", {"a": ["static { var a }"], "b": ["b => b"]}),
    ("x => y => x", {"x": ["x => y => x"], "y": ["y => x"]}),
    ("let a; var b; function c() {} label: ;", {}),
]


@pytest.mark.parametrize(("source", "expected"), NESTED)
def test_nested_names(source: str, expected: dict[str, list[str]]) -> None:
    found = {
        name: [source[a:b] for a, b in zip(spans[::2], spans[1::2], strict=True)]
        for name, spans in module(source).nested
    }
    assert found == expected
    assert list(found) == sorted(found)


BINDINGS = [
    ("var x; x = 1", "var reassigned"),
    ("var x", "var"),
    ("var x; var x", "var reassigned"),
    ("for (var x of y);", "var reassigned"),
    ("let x; x++", "let reassigned"),
    ("let x = 1; eval('x = 2')", "let reassigned"),
    ("const x = 1", "const"),
    ("const x = function () {}", "const this-free"),
    ("const x = (function () {})", "const this-free"),
    ("const x = function () { this }", "const"),
    ("const x = function () { () => this }", "const"),
    ("const x = function (a = this) {}", "const"),
    ("const x = function () { return function () { this } }", "const this-free"),
    ("const x = function () { class K { y = this } }", "const this-free"),
    ("const x = function () { class K extends this.y {} }", "const"),
    ("const x = function () { class K { [this.y] = 1 } }", "const"),
    ("const x = function () { eval(y) }", "const"),
    ("const x = function () { () => eval(y) }", "const"),
    ("const x = function () { eval?.(y) }", "const this-free"),
    ("const x = () => this", "const this-free"),
    ("const x = async () => this", "const this-free"),
    ("const x = function* () { yield 1 }", "const this-free"),
    ("const x = class { y = this }", "const this-free"),
    ("const x = y", "const"),
    ("const { x = function () {} } = y", "const"),
    ("let x = function () {}", "let this-free"),
    ("let x = function () {}; x = 1", "let reassigned"),
    ("let x; x = function () {}", "let reassigned"),
    ("var x = () => 1", "var this-free"),
    ("var x = () => 1; var x", "var reassigned"),
    ("function x() {}", "function this-free"),
    ("async function x() { await this }", "function"),
    ("function x() {} x = 1", "function reassigned"),
    ("function x() { x = 1 }", "function reassigned"),
    ("class x { m() { this } }", "class this-free"),
    ("class x {} x = 1", "class reassigned"),
    ("import x from 'm'", "import"),
    ("import * as x from 'm'", "import"),
    ("export default function x() { this }", "function"),
]


@pytest.mark.parametrize(("source", "expected"), BINDINGS)
def test_kind_of_binding(source: str, expected: str) -> None:
    (binding,) = (binding for binding in module(source).bindings if binding.name == "x")
    words = [binding.kind.value]
    words += ["this-free"] if binding.this_free else []
    words += ["reassigned"] if binding.reassigned else []
    assert " ".join(words) == expected


DEFAULTS = [
    ("export default function () {}", "function", True),
    ("export default function () { this }", "function", False),
    ("export default class {}", "default", True),
    ("export default (function () {})", "default", True),
    ("export default (function () {}).bind(1)", "default", False),
    ("export default () => this", "default", True),
    ("export default x", "default", False),
]


@pytest.mark.parametrize(("source", "kind", "this_free"), DEFAULTS)
def test_default_without_a_name(source: str, kind: str, this_free: bool) -> None:
    (binding,) = module(source).bindings
    assert (binding.name, binding.kind.value, binding.refs) == ("*default*", kind, ())
    assert source[binding.start : binding.end] == "export default"
    assert binding.this_free is this_free


def test_bindings_stand_in_source_order() -> None:
    source = "export { z }; b; function z() {} var b, a; import c from 'c'; export default 1"
    names = [binding.name for binding in module(source).bindings]
    assert names == ["z", "b", "a", "c", "*default*"]


def test_a_binding_spans_its_first_declaration() -> None:
    (binding,) = module("x = 1; { var x } var x").bindings
    assert (binding.start, binding.end) == (13, 14)
