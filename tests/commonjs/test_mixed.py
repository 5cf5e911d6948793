"""Files that mix module syntax with ``require``: natively they can't run, so what a bundle
prints is written here. They are what esbuild makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commonjs.harness import run_bundle, run_node
from tests.tree import write_tree

from pybundle import bundle
from pybundle.options import Format, Platform

MIXED = {
    "calls are evaluated where they stand": (
        {
            "main.js": """
                import { value } from "./esm.js";
                console.log("main", value);
                const common = require("./common.js");
                console.log(common.name, require("./common.js") === common);
                if (typeof require === "function") console.log(require("./esm.js").value);
                export const later = () => require("./later.js").default;
                console.log(later());
                const load = require;
                console.log(["./common.js"].map((name) => load(name).name).join());
            """,
            "esm.js": 'console.log("esm"); export const value = 1;',
            "common.js": 'console.log("common"); exports.name = "common";',
            "later.js": 'console.log("later"); export default "later";',
        },
        "esm\nmain 1\ncommon\ncommon true\n1\nlater\nlater\ncommon\n",
    ),
    "an ES module that is imported and required runs once": (
        {
            "main.js": """
                import "./first.js";
                import { x } from "./second.js";
                console.log("main", x, require("./second.js").x);
            """,
            "first.js": """
                console.log("first", require("./second.js").x);
                export {};
            """,
            "second.js": 'console.log("second"); export const x = "x";',
        },
        "second\nfirst x\nmain x x\n",
    ),
    "nothing but ES modules": (
        {
            "main.js": 'export {}; console.log(require("./a.js").a, require("./a.js").default);',
            "a.js": 'import { b } from "./b.js"; export const a = b; export default "d";',
            "b.js": "export const b = 2;",
        },
        "2 d\n",
    ),
    "templates, JSON and modules of Node": (
        {
            "main.js": """
                import { n } from "./n.js";
                for (const name of ["a", "b"]) console.log(require(`./parts/${name}`).part);
                console.log(require("./data.json").list, require("path").basename("x/y"), n);
                try { require("./parts/" + "c" + n); } catch (error) { console.log(error.code); }
                console.log(require.resolve("./parts/a").endsWith("a.js"));
            """,
            "n.js": "export const n = 1;",
            "parts/a.js": 'exports.part = "a";',
            "parts/b.js": 'export const part = "b";',
            "data.json": '{ "list": [1] }',
        },
        "a\nb\n[ 1 ] y 1\nMODULE_NOT_FOUND\ntrue\n",
    ),
    "names": (
        {
            "main.js": """
                import { f } from "./a.js";
                const main_require = "mine", a_require = 1;
                console.log(f(), main_require, a_require, require("./c.js"));
                { const require = String; console.log(require("own")); }
                console.log({ require }.require("./c.js"));
            """,
            "a.js": """
                export function f(a_require = "shadow") { return [require("./c.js"), a_require]; }
            """,
            "c.js": 'module.exports = "c";',
        },
        "[ 'c', 'shadow' ] mine 1 c\nown\nc\n",
    ),
    "a wrapper for every system in an ES module": (
        {
            "main.js": """
                import lib from "./lib.js";
                console.log(lib.name);
            """,
            "lib.js": """
                let made;
                (function (root, factory) {
                  if (typeof define === "function" && define.amd) define(["./c.js"], factory);
                  else if (typeof require === "function") made = factory(require("./c.js"));
                  else made = factory(root.c);
                })(globalThis, (c) => ({ name: `with ${c}` }));
                export default made;
            """,
            "c.js": 'module.exports = "c";',
        },
        "with c\n",
    ),
    "direct eval": (
        {
            "main.js": """
                import { x } from "./a.js";
                console.log(eval("x"), require("./c.js"));
            """,
            "a.js": "export const x = 1;",
            "c.js": 'module.exports = "c";',
        },
        "1 c\n",
    ),
    "a module that import() loads": (
        {
            "main.js": 'import("./lazy.js").then((lazy) => console.log(lazy.default));',
            "lazy.js": 'export default require("./c.js") + require("./d.js").d;',
            "c.js": 'module.exports = "c";',
            "d.js": 'export const d = "d";',
        },
        "cd\n",
    ),
}


def files(name: str) -> dict[str, str]:
    return MIXED[name][0]


@pytest.mark.parametrize("format_", ["iife", "cjs", "esm"])
@pytest.mark.parametrize("name", MIXED)
def test_what_a_bundle_prints(name: str, format_: Format, tmp_path: Path) -> None:
    if name == "direct eval" and format_ == "esm":
        pytest.skip("direct eval sees all names there: an error")
    write_tree(tmp_path, files(name))
    run = run_bundle(tmp_path / "main.js", format_)
    assert (run.output, run.error) == (MIXED[name][1], "")


def warnings(tmp_path: Path, name: str, text: str, platform: Platform = "node") -> list[str]:
    write_tree(tmp_path, {name: text, "c.js": "module.exports = 1;"})
    made = bundle(tmp_path / name, platform=platform)
    return [warning.code for warning in made.warnings if warning.severity == "warning"]


@pytest.mark.parametrize(
    ("name", "text", "warned"),
    [
        ("main.js", 'export {}; require("./c.js");', True),
        ("main.js", 'export {}; typeof require === "function" && require("./c.js");', False),
        ("main.js", "export {}; module.exports = 1;", True),
        ("main.js", 'export {}; if (typeof module !== "undefined") module.exports = 1;', False),
        ("main.mjs", 'export {}; require("./c.js");', True),
        ("main.mjs", 'require("./c.js");', True),
        ("main.mjs", "(typeof exports)", False),
        ("main.cjs", 'require("./c.js");', False),
    ],
)
def test_what_natively_is_not_defined_is_a_warning(
    tmp_path: Path, name: str, text: str, warned: bool
) -> None:
    assert warnings(tmp_path, name, text) == ["commonjs-in-module"] * warned


@pytest.mark.parametrize("format_", ["iife", "cjs", "esm"])
def test_in_the_mode_of_node_nothing_is_followed(tmp_path: Path, format_: Format) -> None:
    """There native is right: a ReferenceError, in every format."""
    text = 'export {}; try { require("./c.js"); } catch (error) { console.log(error.name); }'
    write_tree(tmp_path, {"main.mjs": text, "c.js": "module.exports = 1;"})
    made = bundle(tmp_path / "main.mjs", platform="node", format=format_)
    assert len(made.modules) == 1
    assert run_bundle(tmp_path / "main.mjs", format_) == run_node(tmp_path / "main.mjs")
