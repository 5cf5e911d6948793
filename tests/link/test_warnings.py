"""What links but is hardly meant: files, then the warnings as ``files.shown`` shows them."""

from __future__ import annotations

from tests.link.files import Linked
from tests.link.test_errors import text


def warnings(files: dict[str, str | None]) -> str:
    return "\n".join(Linked(files).warnings())


def test_an_import_that_is_assigned_to() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import d, { a } from "./lib.js";\na = 1;\n[d] = [];\n{ let a; a = 2; }',
        "lib.js": "export default 1; export let a; a = 3;",
    }
    assert warnings(files) == text("""
        assign-to-import main.js:2:1 `a` a is assigned to, but import bindings are read-only
          hint: it throws a TypeError when it runs; let the exporting module change it
        assign-to-import main.js:3:2 `d` d is assigned to, but import bindings are read-only
          hint: it throws a TypeError when it runs; let the exporting module change it
    """)


def test_a_member_that_a_namespace_does_not_have() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import * as lib from "./lib.js";\n'
        'lib.incremnt(); lib.deep.y; lib["a-b"]; lib.deep.x.y; lib.deep.x;',
        "lib.js": 'export function increment() {} export * as deep from "./deep.js";',
        "deep.js": "export let x;",
    }
    assert warnings(files) == text("""
        missing-namespace-member main.js:2:1 `lib.incremnt` lib.incremnt is undefined: lib.js has no export named "incremnt"
          hint: did you mean lib.increment?
        missing-namespace-member main.js:2:17 `lib.deep.y` lib.deep.y is undefined: deep.js has no export named "y"
          hint: it exports x
        missing-namespace-member main.js:2:29 `lib["a-b"]` lib["a-b"] is undefined: lib.js has no export named "a-b"
          hint: it exports deep, increment
    """)  # noqa: E501


def test_a_member_that_is_ambiguous() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import * as lib from "./lib.js"; lib.x;',
        "lib.js": 'export * from "./a.js"; export * from "./b.js";',
        "a.js": "export let x;",
        "b.js": "export let x;",
    }
    assert warnings(files) == text("""
        missing-namespace-member main.js:1:34 `lib.x` lib.x is undefined: "x" is ambiguous in lib.js
          hint: export it from lib.js by name
    """)


def test_a_member_that_is_changed() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import * as lib from "./lib.js"; lib.x = 1; lib.x.y = 1;',
        "lib.js": "export let x;",
    }
    assert warnings(files) == text("""
        assign-to-namespace main.js:1:34 `lib.x` lib.x is changed, but the members of a namespace are read-only
          hint: it throws a TypeError when it runs; change it in lib.js
    """)  # noqa: E501


def test_what_an_external_module_or_star_may_have_is_no_warning() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import * as ext from "ext"; import * as lib from "./lib.js"; ext.x; lib.x;',
        "lib.js": 'export * from "ext";',
    }
    assert warnings(files) == ""


def test_a_name_of_an_empty_module() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import fs, { readFile } from "./fs"; import * as ns from "./fs"; ns.x; fs.y;',
        "fs": None,
    }
    assert warnings(files) == text("""
        import-from-empty main.js:1:14 `readFile` "readFile" is undefined: package.json replaces fs by an empty module on this platform
          hint: a platform other than browser has the module
    """)  # noqa: E501


def test_a_name_that_several_external_modules_may_have() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import { h } from "./lib.js";',
        "lib.js": 'export * from "react"; export * from "preact";',
    }
    assert warnings(files) == text("""
        external-star-conflict main.js:1:10 `h` "h" may come from any of the external modules react, preact, all of which lib.js re-exports; react is taken
          hint: import it from the right one by name
    """)  # noqa: E501


def test_a_namespace_that_v8_drops() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import { ns } from "./lib.js";',
        "lib.js": 'export * from "./a.js"; export * from "./b.js";',
        "a.js": 'export * as ns from "./main.js";',
        "b.js": 'export * as ns from "./main.js";',
    }
    assert warnings(files) == text("""
        v8-drops-star-namespace lib.js:1:25 `export * from "./b.js";` lib.js gets the namespace "ns" by more than one `export *`; to the specification they are one export, but V8 (Chrome, Node) takes it for ambiguous and leaves it out
          hint: export "ns" from lib.js by name
    """)  # noqa: E501


def test_an_ambiguous_name_that_v8_keeps() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import * as lib from "./lib.js"; console.log(Object.keys(lib));',
        "lib.js": 'export * from "./both.js"; export * from "./c.js";',
        "both.js": 'export * from "./a.js"; export * from "./b.js";',
        "a.js": "export let x;",
        "b.js": "export let x;",
        "c.js": "export let x;",
    }
    assert warnings(files) == text("""
        v8-keeps-ambiguous-star lib.js:1:28 `export * from "./c.js";` "x" is ambiguous in lib.js, so its namespace leaves it out; but a module that it re-exports is ambiguous too, which V8 (Chrome, Node) forgets: there the namespace may have it
          hint: export "x" from lib.js by name
    """)  # noqa: E501


def test_a_sound_graph_has_none() -> None:
    files: dict[str, str | None] = {
        "main.js": 'import * as lib from "./lib.js"; import { x } from "./lib.js"; '
        "console.log(lib, lib.x, x, lib.toString);",
        "lib.js": 'export let x; export { toString } from "./a.js"; export * from "./a.js";',
        "a.js": "export function toString() {}",
    }
    assert warnings(files) == ""
