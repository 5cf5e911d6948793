"""What linking says of a graph that does not link: files, then the errors as shown by
``files.shown`` (code, place, marked text, message; hint and notes below)."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Mapping

from tests.link.files import errors, module_map, shown
from tests.link.model import Form, Import, Indirect, module_map_of

from pybundle.construct.module_map import ModuleMap
from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.link.linker import link


def says(files: Mapping[str, str | None], *entries: str) -> str:
    return "\n".join(shown(error) for error in errors(files, *entries))


def text(expected: str) -> str:
    return textwrap.dedent(expected).strip()


# Missing exports


def test_a_likely_name_is_suggested() -> None:
    files = {
        "main.js": '// entry\nimport { incremnt, COUNT as n } from "./lib.js";',
        "lib.js": "export let count = 0; export function increment() {}",
    }
    assert says(files) == text("""
        missing-export main.js:2:10 `incremnt` lib.js has no export named "incremnt"
          hint: did you mean import { increment } from "./lib.js"?
        missing-export main.js:2:20 `COUNT as n` lib.js has no export named "COUNT"
          hint: did you mean import { count as n } from "./lib.js"?
    """)


def test_a_default_export_is_suggested_for_a_name() -> None:
    files = {
        "main.js": 'import { Widget } from "./w.js"; export { Button } from "./w.js";',
        "w.js": "export default class {}",
    }
    assert says(files) == text("""
        missing-export main.js:1:10 `Widget` w.js has no export named "Widget"
          hint: it has a default export: did you mean import Widget from "./w.js"?
        missing-export main.js:1:43 `Button` w.js has no export named "Button"
          hint: it has a default export: did you mean export { default as Button } from "./w.js"?
    """)


def test_a_name_is_suggested_for_a_default_export() -> None:
    files = {
        "main.js": 'import zod from "./z.js"; import all from "./all.js"; import x from "./0.js";',
        "z.js": 'export const zod = 1, object = 2; export { zod as "z-d" };',
        "all.js": "export let a, b;",
        "0.js": "",
    }
    assert says(files) == text("""
        missing-export main.js:1:8 `zod` z.js has no default export
          hint: did you mean import { zod } from "./z.js"?
        missing-export main.js:1:34 `all` all.js has no default export
          hint: it exports a, b: name one of them in braces, or import * as all
        missing-export main.js:1:62 `x` 0.js has no default export
          hint: it exports nothing
    """)


def test_names_that_are_no_identifiers_are_written_as_strings() -> None:
    files = {
        "main.js": 'import { "content-typ" as type } from "./lib.js";',
        "lib.js": 'let t; export { t as "content-type" };',
    }
    assert says(files) == text("""
        missing-export main.js:1:10 `"content-typ" as type` lib.js has no export named "content-typ"
          hint: did you mean import { "content-type" as type } from "./lib.js"?
    """)


def test_a_declaration_that_is_not_exported_is_shown() -> None:
    files = {"main.js": 'import { x } from "./lib.js";', "lib.js": "export let y;\nconst x = 1;"}
    assert says(files) == text("""
        missing-export main.js:1:10 `x` lib.js has no export named "x"
          hint: export it from lib.js
          lib.js:2:7 `x` "x" is declared here, but not exported
    """)


def test_the_stars_that_were_tried_are_shown() -> None:
    files = {
        "main.js": 'import { x } from "./barrel.js";',
        "barrel.js": 'export * from "./a.js";\nexport * from "./b.js";',
        "a.js": "export const y = 1;",
        "b.js": 'export * from "./c.js";',
        "c.js": 'export * from "./barrel.js"; export default 1;',
    }
    assert says(files) == text("""
        missing-export main.js:1:10 `x` barrel.js has no export named "x"
          hint: it exports y
          barrel.js:1:1 `export * from "./a.js";` not found in a.js either, re-exported here
          barrel.js:2:1 `export * from "./b.js";` not found in b.js either, re-exported here
          b.js:1:1 `export * from "./c.js";` not found in c.js either, re-exported here
    """)


def test_default_never_comes_through_a_star() -> None:
    files = {
        "main.js": 'import x from "./barrel.js";',
        "barrel.js": 'export * from "./a.js"; export * from "ext";',
        "a.js": "export default 1;",
    }
    assert says(files) == text("""
        missing-export main.js:1:8 `x` barrel.js has no default export
          hint: it exports nothing
    """)


def test_a_standard_json_module_exports_default_alone() -> None:
    files = {
        "main.js": 'import { version } from "./p.json" with { type: "json" };',
        "p.json": '{"version": 1}',
    }
    assert says(files) == text("""
        missing-export main.js:1:10 `version` p.json is asked for with { type: "json" }, so it exports only "default", not "version"
          hint: import data from "./p.json" with { type: "json" } and read data["version"]
    """)  # noqa: E501


# One cause, one error


def test_what_fails_because_of_a_broken_re_export_is_its_note() -> None:
    files = {
        "main.js": 'import { x as y } from "./a.js";\nimport * as ns from "./b.js";',
        "a.js": 'export * from "./b.js";',
        "b.js": 'export { x } from "./c.js";',
        "c.js": 'import { z } from "./d.js";\nexport { z as x };',
        "d.js": "export const zz = 1;",
    }
    assert says(files) == text("""
        missing-export c.js:1:10 `z` d.js has no export named "z"
          hint: did you mean import { zz } from "./d.js"?
          c.js:2:10 `z as x` c.js re-exports it here
          b.js:1:10 `x` b.js re-exports it here
          main.js:1:10 `x as y` main.js imports it here
    """)


def test_re_exports_of_one_import_are_one_error() -> None:
    files = {
        "main.js": 'import { p, q } from "./a.js";',
        "a.js": 'export { x as p, x as q };\nimport { x } from "./b.js";',
        "b.js": "",
    }
    assert says(files) == text("""
        missing-export a.js:2:10 `x` b.js has no export named "x"
          hint: it exports nothing
          a.js:1:10 `x as p` a.js re-exports it here
          a.js:1:18 `x as q` a.js re-exports it here
          main.js:1:10 `p` main.js imports it here
          main.js:1:13 `q` main.js imports it here
    """)
    circle = {
        "main.js": 'import { x } from "./a.js"; export { x as q, x as p };',
        "a.js": 'export { p as x, p as y } from "./main.js";',
    }
    assert says(circle) == text("""
        circular-reexport a.js:1:10 `p as x` "x" of a.js is declared nowhere: its re-exports go round in a circle (a.js → main.js → a.js)
          hint: one of these modules must declare it
          main.js:1:46 `x as p` main.js re-exports it here
          a.js:1:18 `p as y` a.js re-exports it here
          main.js:1:10 `x` main.js imports it here
          main.js:1:38 `x as q` main.js re-exports it here
    """)  # noqa: E501


def test_a_broken_re_export_is_an_error_even_if_nobody_asks_for_it() -> None:
    files = {"main.js": 'import "./a.js";', "a.js": 'export { x } from "./a.js";'}
    assert [error.code for error in errors(files)] == ["circular-reexport"]
    files = {"main.js": 'import "./a.js";', "a.js": 'export { x } from "./main.js";'}
    assert [error.code for error in errors(files)] == ["missing-export"]


# Ambiguous names


def test_both_ways_to_an_ambiguous_name_are_shown() -> None:
    files = {
        "main.js": 'import { x } from "./barrel.js";',
        "barrel.js": 'export * from "./both.js";',
        "both.js": 'export * from "./a.js";\nexport * from "./b.js";',
        "a.js": "export const x = 1;",
        "b.js": 'export { y as x } from "./c.js";',
        "c.js": "export const y = 1;",
    }
    assert says(files) == text("""
        ambiguous-export main.js:1:10 `x` "x" is ambiguous in both.js: its `export *` find it in a.js and in c.js
          hint: import it from one of them, or export it from both.js by name
          both.js:1:1 `export * from "./a.js";` both.js re-exports all of a.js
          a.js:1:14 `x` a.js exports it
          both.js:2:1 `export * from "./b.js";` both.js re-exports all of b.js
          b.js:1:10 `y as x` b.js re-exports it from c.js
          c.js:1:14 `y` c.js exports it
    """)  # noqa: E501


def test_two_external_modules_are_taken_to_be_different() -> None:
    files = {
        "main.js": 'export * from "./a.js"; export * from "./b.js"; import { x } from "./main.js";',
        "a.js": 'export { x } from "ext1";',
        "b.js": 'export { x } from "ext2";',
    }
    assert says(files) == text("""
        ambiguous-export main.js:1:58 `x` "x" is ambiguous in main.js: its `export *` find it in ext1 and in ext2
          hint: import it from one of them, or export it from main.js by name
          main.js:1:1 `export * from "./a.js";` main.js re-exports all of a.js
          a.js:1:10 `x` a.js re-exports it from ext1
          main.js:1:25 `export * from "./b.js";` main.js re-exports all of b.js
          b.js:1:10 `x` b.js re-exports it from ext2
    """)  # noqa: E501


# Circles


def test_a_circle_of_re_exports_is_one_error() -> None:
    files = {
        "main.js": 'import { a } from "./a.js";',
        "a.js": 'export { b as a } from "./b.js";',
        "b.js": 'export * from "./c.js"; export { c as b } from "./c.js";',
        "c.js": 'export { a as c } from "./a.js";',
    }
    assert says(files) == text("""
        circular-reexport c.js:1:10 `a as c` "c" of c.js is declared nowhere: its re-exports go round in a circle (c.js → a.js → b.js → c.js)
          hint: one of these modules must declare it
          a.js:1:10 `b as a` a.js re-exports it here
          b.js:1:34 `c as b` b.js re-exports it here
          main.js:1:10 `a` main.js imports it here
    """)  # noqa: E501


# All of them, in order


def test_errors_are_in_post_order_of_modules_then_by_position() -> None:
    files = {
        "main.js": 'export { m } from "./b.js"; import "./a.js"; import { n } from "./a.js";',
        "a.js": 'import { p } from "./c.js";',
        "b.js": 'import { q, r } from "./c.js"; export { s } from "./c.js";',
        "c.js": 'import { t } from "./main.js"; export let c;',
    }
    places = [(e.place.file, e.place.column) for e in errors(files) if e.place]
    assert places == [
        *(("c.js", 10), ("b.js", 10), ("b.js", 13), ("b.js", 41)),
        *(("a.js", 10), ("main.js", 10), ("main.js", 55)),
    ]


def fails(module_map: ModuleMap) -> tuple[Diagnostic, ...]:
    start = time.process_time()
    try:
        link(module_map)
    except BundleError as error:
        assert time.process_time() - start < 10  # takes about 0.2 s
        return error.diagnostics
    raise AssertionError("it links")


def test_a_broken_chain_of_10_000_is_one_error_with_a_bounded_message() -> None:
    count = 10_000
    chain: list[list[Form]] = [[Indirect("x", i + 1, "x")] for i in range(count)]
    (error,) = fails(module_map_of([*chain, []]))
    assert error.text == f'm{count}.js has no export named "x"'
    assert error.notes[-1] == (f"and {count - 9} more imports and re-exports of it", None)
    (error,) = fails(module_map_of([*chain, [Indirect("x", 0, "x")]]))
    assert error.code == "circular-reexport"
    assert len(error.text) < 300
    assert len(error.notes) < 20


def test_thousands_of_missing_names_are_reported() -> None:
    imports: list[Form] = [Import(f"i{i}", 1, f"missing{i}") for i in range(2_000)]
    found = fails(module_map_of([imports, [Indirect(f"n{i}", 1, None) for i in range(200)]]))
    assert len(found) == 2_000


def test_a_name_in_a_message_stays_on_its_line() -> None:
    files = {"main.js": 'import { "a\\nb\\u2028\\u{1f600}" as x } from "./e.js";', "e.js": ""}
    (error,) = errors(files)
    assert error.text == 'e.js has no export named "a\\nb\\u2028\U0001f600"'
    assert module_map(files).modules[0].source.count("\n") == 0
