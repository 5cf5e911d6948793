"""What an import is: each case is its files, then the slot that every name has.

``"lib.js:x"`` is the slot of the binding ``x`` in ``lib.js``.
"""

from __future__ import annotations

import pickle
import time

from tests.link.files import Linked
from tests.link.model import Form, Import, Indirect, Local, Namespace, Star, module_map_of

from pybundle.link.linkage import Slot
from pybundle.link.linker import link


def test_an_import_is_the_exporter_s_slot() -> None:
    graph = Linked(
        {
            "main.js": 'import d, { a, b as c, "not a name" as n } from "./lib.js";',
            "lib.js": 'let a, b; export { a, b, b as "not a name" }; '
            "export default function f() {}",
        }
    )
    assert graph.imports() == {"d": "lib.js:f", "a": "lib.js:a", "c": "lib.js:b", "n": "lib.js:b"}


def test_an_anonymous_default_export_is_a_slot_of_its_own() -> None:
    """``export default f`` is no alias of ``f``: its slot is in the TDZ until its line."""
    graph = Linked(
        {
            "main.js": 'import d from "./lib.js"; import c from "./class.js";',
            "lib.js": "function f() {} export default f;",
            "class.js": "export default class {}",
        }
    )
    assert graph.imports() == {"d": "lib.js:*default*", "c": "class.js:*default*"}


def test_a_chain_of_re_exports_ends_at_its_declaration() -> None:
    graph = Linked(
        {
            "main.js": 'import { x } from "./a.js";',
            "a.js": 'export { y as x } from "./b.js";',
            "b.js": 'import { default as z } from "./c.js"; export { z as y };',
            "c.js": "export default 1;",
        }
    )
    assert graph.imports() == {"x": "c.js:*default*"}
    assert graph.imports("b.js") == {"z": "c.js:*default*"}


def test_a_module_may_import_itself() -> None:
    graph = Linked({"main.js": 'import { x as y } from "./main.js"; export let x = 1;'})
    assert graph.imports() == {"y": "main.js:x"}


def test_a_cycle_links() -> None:
    graph = Linked(
        {
            "main.js": 'import { b } from "./b.js"; export const a = 1;',
            "b.js": 'import { a } from "./main.js"; export const b = 2;',
        }
    )
    assert graph.imports() == {"b": "b.js:b"}
    assert graph.imports("b.js") == {"a": "main.js:a"}


# Stars


def test_a_star_gives_all_names_but_default() -> None:
    graph = Linked(
        {
            "main.js": 'export * from "./lib.js"; import { x } from "./main.js";',
            "lib.js": "export const x = 1; export default 2;",
        }
    )
    assert graph.exports() == {"x": "lib.js:x"}
    assert graph.imports() == {"x": "lib.js:x"}


def test_a_module_s_own_export_hides_what_its_stars_give() -> None:
    graph = Linked(
        {
            "main.js": 'export * from "./a.js"; export * from "./b.js"; '
            'export { x } from "./c.js";',
            "a.js": "export const x = 1;",
            "b.js": "export const x = 2;",
            "c.js": "export const x = 3;",
        }
    )
    assert graph.exports() == {"x": "c.js:x"}


def test_one_slot_by_two_stars_is_not_ambiguous() -> None:
    graph = Linked(
        {
            "main.js": 'import { x } from "./both.js";',
            "both.js": 'export * from "./a.js"; export * from "./b.js";',
            "a.js": 'export { x } from "./lib.js";',
            "b.js": 'export * from "./lib.js";',
            "lib.js": "export const x = 1;",
        }
    )
    assert graph.imports() == {"x": "lib.js:x"}


def test_an_ambiguous_name_that_nobody_asks_for_is_left_out() -> None:
    graph = Linked(
        {
            "main.js": 'export * from "./a.js"; export * from "./b.js";',
            "a.js": "export const x = 1, y = 2;",
            "b.js": "export const x = 1;",
        }
    )
    assert graph.exports() == {"y": "a.js:y"}


def test_stars_may_go_round_in_a_circle() -> None:
    graph = Linked(
        {
            "main.js": 'export * from "./a.js"; export const m = 1; import { b } from "./a.js";',
            "a.js": 'export * from "./b.js"; export * from "./a.js";',
            "b.js": 'export * from "./main.js"; export const b = 2;',
        },
        *("main.js", "b.js"),
    )
    assert graph.imports() == {"b": "b.js:b"}
    assert graph.exports() == {"b": "b.js:b", "m": "main.js:m"}
    assert graph.exports("b.js") == graph.exports()


def test_a_circle_of_re_exports_does_not_hide_what_another_star_gives() -> None:
    """The null of a circle is no answer: the walk goes on with the next star. (V8 gives up
    here.) Asking for ``main.js`` first or last makes no difference."""
    files = {
        "main.js": 'import { x } from "./a.js"; import { x as y } from "./c.js";',
        "a.js": 'export { x } from "./b.js";',
        "b.js": 'export * from "./c.js"; export * from "./d.js";',
        "c.js": 'export { x } from "./a.js";',
        "d.js": "export const x = 1;",
    }
    assert Linked(files).imports() == {"x": "d.js:x", "y": "d.js:x"}
    assert Linked(files, "c.js", "main.js").imports() == {"x": "d.js:x", "y": "d.js:x"}


# Namespaces


def test_a_namespace_import_is_the_namespace_of_its_module() -> None:
    graph = Linked(
        {
            "main.js": 'import * as ns from "./lib.js"; import { inner, other } from "./lib.js";',
            "lib.js": 'export * as inner from "./deep.js"; '
            'import * as o from "./deep.js"; export { o as other };',
            "deep.js": "export const x = 1;",
        }
    )
    assert graph.imports() == {
        "ns": "lib.js:*namespace*",
        "inner": "deep.js:*namespace*",
        "other": "deep.js:*namespace*",
    }


def test_exports_are_given_where_somebody_needs_them_as_a_whole() -> None:
    """Entries, modules whose namespace is read, and what can be read from those."""
    graph = Linked(
        {
            "main.js": 'import * as ns from "./lib.js"; import { x } from "./other.js";',
            "lib.js": 'export * as inner from "./deep.js";',
            "deep.js": "export const x = 1;",
            "other.js": "export const x = 1;",
        }
    )
    assert graph.needed() == {"main.js", "lib.js", "deep.js"}
    assert graph.exports("lib.js") == {"inner": "deep.js:*namespace*"}


def test_a_module_that_an_import_call_names_needs_its_exports() -> None:
    graph = Linked({"main.js": 'import("./lib.js");', "lib.js": "export const x = 1;"})
    assert graph.exports("lib.js") == {"x": "lib.js:x"}


def test_exports_are_in_code_unit_order() -> None:
    """By UTF-16 code units, not by code points: U+1F600 comes before U+FB01."""
    graph = Linked(
        {"main.js": 'let v; export { v as b, v as "\ufb01", v as "\U0001f600", v as B, v as "" };'}
    )
    assert list(graph.exports()) == ["", "B", "b", "\U0001f600", "\ufb01"]


def test_one_namespace_by_two_star_exports_is_one_export() -> None:
    """Two ``export * as ns`` of one module are one binding …"""
    graph = Linked(
        {
            "main.js": 'export * from "./a.js"; export * from "./b.js"; export * from "./c.js";',
            "a.js": 'export * as ns from "./lib.js";',
            "b.js": 'export * as ns from "./lib.js";',
            "c.js": 'export { ns } from "./b.js";',
            "lib.js": "",
        }
    )
    assert graph.exports() == {"ns": "lib.js:*namespace*"}


def test_one_namespace_by_two_namespace_imports_is_ambiguous() -> None:
    """… but two ``import * as ns; export { ns }`` are two bindings that hold it."""
    graph = Linked(
        {
            "main.js": 'export * from "./a.js"; export * from "./b.js";',
            "a.js": 'import * as ns from "./lib.js"; export { ns };',
            "b.js": 'import * as ns from "./lib.js"; export { ns };',
            "lib.js": "",
        }
    )
    assert graph.exports() == {}


# Other kinds of module


def test_an_external_module_exports_every_name() -> None:
    graph = Linked(
        {
            "main.js": 'import d, { x as y } from "ext"; import * as ns from "ext"; '
            'export { z } from "ext"; export * as all from "ext";'
        }
    )
    assert graph.imports() == {"d": "ext:default", "y": "ext:x", "ns": "ext:*namespace*"}
    assert graph.exports() == {"all": "ext:*namespace*", "z": "ext:z"}
    assert graph.needed() == {"main.js"}


def test_what_no_module_exports_comes_from_the_first_external_star() -> None:
    graph = Linked(
        {
            "main.js": 'import { a, b, c } from "./barrel.js"; export * from "./barrel.js";',
            "barrel.js": 'export * from "ext1"; export * from "./lib.js"; '
            'export { b } from "./lib.js";',
            "lib.js": 'export * from "ext2"; export * from "ext1"; export const a = 1;',
        }
    )
    assert graph.imports() == {"a": "lib.js:a", "b": "ext2:b", "c": "ext1:c"}
    assert graph.exports() == {"a": "lib.js:a", "b": "ext2:b"}
    assert graph.external_stars() == ["ext1", "ext2"]


def test_a_json_module_has_named_exports_unless_it_is_asked_for_in_standard_form() -> None:
    data = '{"x": 1, "not a name": 2, "default": 3}'
    bundlers = Linked(
        {
            "main.js": 'import d, { x, "not a name" as y } from "./d.json"; '
            'import * as ns from "./d.json";',
            "d.json": data,
        }
    )
    assert bundlers.imports() == {
        "d": "d.json:*default*",
        "x": "d.json:x",
        "y": "d.json:not a name",
        "ns": "d.json:*namespace*",
    }
    assert list(bundlers.exports("d.json")) == ["default", "not a name", "x"]
    standard = Linked(
        {
            "main.js": 'import d from "./d.json" with { type: "json" }; '
            'import * as ns from "./d.json" with { type: "json" }; '
            'export * from "./d.json" with { type: "json" };',
            "d.json": data,
        }
    )
    assert standard.imports() == {"d": "d.json:*default*", "ns": "d.json:*namespace*"}
    assert standard.exports("d.json") == {"default": "d.json:*default*"}
    assert standard.exports() == {}


def test_every_name_of_an_empty_module_links() -> None:
    """It is ``{}`` as CommonJS would have it: the default export is the object itself, and
    reading any name gives ``undefined``; a star finds no names in it."""
    graph = Linked(
        {
            "main.js": 'import d, { x } from "./fs"; import * as ns from "./fs"; '
            'export * from "./fs"; export { y } from "./fs";',
            "fs": None,
        }
    )
    assert graph.imports() == {"d": "fs:*default*", "x": "fs:x", "ns": "fs:*namespace*"}
    assert graph.exports() == {"y": "fs:y"}
    assert graph.exports("fs") == {"default": "fs:*default*"}


# Size


def test_the_linkage_is_plain_data() -> None:
    graph = Linked({"main.js": 'import * as ns from "./lib.js";', "lib.js": "export let x;"})
    assert pickle.loads(pickle.dumps(graph.linkage)) == graph.linkage


def test_a_chain_of_10_000_re_exports_links() -> None:
    count = 10_000
    chain: list[list[Form]] = [[Indirect("x", i + 1, "x")] for i in range(count)]
    module_map = module_map_of([*chain, [Local("x")]])
    assert link(module_map).exports[0] == {"x": Slot(count, "x_")}


def test_deep_stars_cost_no_walk_for_each_name() -> None:
    """5,000 modules, each ``export *`` of the next and a name of its own; all names are
    asked at the top, and ten at every level. A walk for each would be 12 million steps."""
    count = 5_000
    graph: list[list[Form]] = [[Import(f"i{i}", 1, f"x{i}") for i in range(1, count + 1)]]
    for i in range(1, count):
        imports = [Import(f"i{k}", i + 1, f"x{count - k}") for k in range(10) if i < count - 10]
        graph.append([Star(i + 1), Local(f"x{i}"), *imports])
    graph.append([Local(f"x{count}")])
    graph[0] += [Star(1), Namespace("ns", 0)]
    module_map = module_map_of(graph)
    start = time.process_time()
    linkage = link(module_map)
    assert time.process_time() - start < 8  # takes about 0.6 s
    assert len(linkage.exports[0]) == count + 1
    assert linkage.imports[0][count - 1] == Slot(count, f"x{count}_")


def test_a_barrel_of_many_stars_is_quick_to_ask() -> None:
    count = 600
    leaves: list[list[Form]] = [[Local(f"x{i}"), Local("default")] for i in range(count)]
    barrel: list[Form] = [Star(i) for i in range(count)]
    users: list[list[Form]] = [
        [Import(f"i{k}", count, f"x{(i * k) % count}") for k in range(30)] for i in range(count)
    ]
    module_map = module_map_of([*leaves, barrel, *users], [count, count + 1])
    start = time.process_time()
    linkage = link(module_map)
    assert time.process_time() - start < 2  # takes about 0.04 s
    assert linkage.imports[count + 3][7] == Slot(14, "x14_")
