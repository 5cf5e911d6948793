"""Every form of ``define`` against every way to ask for a module: what RequireJS gives, and what
a bundle; and what bundles give among systems, which no loader does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.amd.harness import LOADER, PAGE, run, shown
from tests.commonjs.interop import SHOW, outcome
from tests.node_files import run_files
from tests.tables import Cell, cells, places
from tests.tree import write_tree

from pybundle.build import bundle
from pybundle.options import Format

OTHER = "define({ x: 1 });"
SCRIPT = "a script"
"""What makes a global, and so shares no Node with others."""
DEFINITIONS = {
    "`define({ x: 1 })`": "define({ x: 1 });",
    "`define([], { x: 1 })`": "define([], { x: 1 });",
    "`return { x: 1 }`": "define(function () { return { x: 1 }; });",
    "a dependency": 'define(["n"], function (n) { return { x: n.x }; });',
    "`exports.x = 1`": 'define(["exports"], function (exports) { exports.x = 1; });',
    "`exports`, and a value": 'define(["exports"], function (e) { e.x = 1; return { x: 2 }; });',
    "`module.exports = { x: 1 }`": 'define(["module"], function (m) { m.exports = { x: 1 }; });',
    "wrapper, `exports`": 'define(function (require, exports) { exports.x = require("./n").x; });',
    "wrapper, `module`": (
        "define(function (require, exports, module) {\n"
        "  module.exports = function f() {};\n  module.exports.x = 1;\n});"
    ),
    "wrapper, an arrow": 'define((require) => ({ x: require("n").x }));',
    "by its own name": 'define("m", [], function () { return { x: 1 }; });',
    "by another name": 'define("other", [], function () { return { x: 1 }; });',
    "two by names": 'define("k", [], { k: 1 });\ndefine("m", ["k"], (k) => ({ x: k.k }));',
    "a string": 'define([], "text");',
    "`null`": "define([], null);",
    "nothing": "define(function () {});",
    "`__esModule` with default": (
        'define(["exports"], function (exports) {\n'
        "  exports.__esModule = true;\n  exports.default = 'd';\n  exports.x = 1;\n});"
    ),
    "an error": 'define(["exports"], function (e) { e.x = 1; throw new RangeError("thrown"); });',
    "UMD": (
        "(function (root, factory) {\n"
        '  if (typeof define === "function" && define.amd) define(["exports"], factory);\n'
        "  else factory((root.m = {}));\n})(this, function (exports) { exports.x = 1; });"
    ),
    SCRIPT: "var M = { x: 1 };",
}
CONFIG = 'require.config({ shim: { m: { exports: "M" } }, map: { "*": { mapped: "m" } } });\n'
REQUESTS = {
    "`require([m], f)`": 'require(["m"], function (v) { console.log(show(v)); });',
    "with an errback": (
        'require(["m"], function (v) { console.log(show(v)); },\n'
        "  function (e) { console.log(e.name, e.requireType, e.requireModules.join()); });"
    ),
    "asked again": (
        'require(["m"], function (v) {\n'
        '  require(["m"], function (w) { console.log(show(w), w === v); });\n});'
    ),
    "`require(m)` when loaded": (
        'require(["m"], function () { console.log(show(require("m"))); });'
    ),
    "`define([m], f)`": (
        'define("k1", ["m"], function (v) { console.log(show(v)); });\nrequire(["k1"]);'
    ),
    "relative": (
        'define("dir/k2", ["../m"], function (v) { console.log(show(v)); });\nrequire(["dir/k2"]);'
    ),
    "`require(m)` in a wrapper": (
        'define("k3", function (require) { console.log(show(require("m").x)); });\nrequire(["k3"]);'
    ),
    "by `map`": 'require(["mapped"], function (v) { console.log(show(v)); });',
}
FOREIGN = {
    "`require()` in CommonJS": ("main.cjs", "console.log(show(require('./m.js')));"),
    "`import d`": ("main.mjs", "import d from './m.js'; console.log(show(d));"),
    "`import { x }`": ("main.mjs", "import { x } from './m.js'; console.log(show(x));"),
    "`import * as ns`": ("main.mjs", "import * as ns from './m.js'; console.log(show(ns));"),
    "`import()`": (
        "main.mjs",
        "import('./m.js').then((ns) => console.log(show(ns)), (e) => console.log(e.name));",
    ),
}
OTHERS = {
    "`exports.x = 1` (CommonJS)": ("m.cjs", "exports.x = 1;"),
    "a function (CommonJS)": ("m.cjs", "module.exports = function f() {};"),
    "ES module, named": ("m.mjs", "export const x = 1;"),
    "ES module, default": ("m.mjs", "export default 'd';"),
    "ES module, both": ("m.mjs", "export const x = 1;\nexport default 'd';"),
    "ES module with `await`": ("m.mjs", "await 0;\nexport const x = 1;"),
    "JSON by `json!`": ("m.json", '{ "x": 1 }'),
    "text by `text!`": ("m.txt", "text"),
}
ASKED = {
    "`require([m], f)`": REQUESTS["`require([m], f)`"],
    "`define([m], f)`": REQUESTS["`define([m], f)`"],
    "`require(m)` in a wrapper": (
        'define("k3", function (require) { console.log(show(require("m"))); });\nrequire(["k3"]);'
    ),
}


def outcomes(programs: Sequence[Sequence[object]], folder: Path) -> list[str]:
    """Run programs; return what each printed, or the kind of error that stopped it."""
    return [outcome(shown(ran)) for ran in run_files(programs, folder=folder)]


def bundled(entry: Path, *, waits: bool = False) -> Path:
    """Bundle an entry, as an ES module if it ``waits``; return the file."""
    format_: Format = "esm" if waits else "cjs"
    path = entry.with_name("bundle.mjs" if waits else "bundle.cjs")
    bundle(entry, format=format_, platform="node", root=entry.parent).write(path)
    return path


def all_cells(folder: Path) -> list[Cell]:
    """Run every combination of definitions and requests, by RequireJS and as a bundle."""
    keys = places(folder, DEFINITIONS, REQUESTS)
    entries: dict[Path, bool] = {}
    for (row, column), place in keys.items():
        main = SHOW + CONFIG + REQUESTS[column]
        write_tree(place, {"main.js": main, "m.js": DEFINITIONS[row], "n.js": OTHER})
        entries[place / "main.js"] = row == SCRIPT
    pages = [(PAGE, "frame", entry, LOADER.resolve()) for entry in entries]
    shared = [entry for entry, makes_global in entries.items() if not makes_global]
    made = dict(zip(shared, outcomes([[bundled(each)] for each in shared], folder), strict=True))
    for entry in entries.keys() - made.keys():
        made[entry] = outcome(run(bundled(entry), folder=entry.parent))
    return cells(keys, outcomes(pages, folder), [made[entry] for entry in entries])


def foreign_cells(folder: Path) -> list[Cell]:
    """What bundles give for AMD modules that other systems ask for."""
    keys = places(folder, [row for row in DEFINITIONS if row != SCRIPT], FOREIGN)
    entries = []
    for (row, column), place in keys.items():
        entry, code = FOREIGN[column]
        write_tree(place, {entry: SHOW + code, "m.js": DEFINITIONS[row], "n.js": OTHER})
        entries.append(place / entry)
    return cells(keys, None, outcomes([[bundled(entry)] for entry in entries], folder))


def other_cells(folder: Path) -> list[Cell]:
    """What bundles give for modules of other systems that AMD modules ask for."""
    keys = places(folder, OTHERS, ASKED)
    made = []
    for (row, column), place in keys.items():
        name, text = OTHERS[row]
        plugin = {"m.json": "json!m.json", "m.txt": "text!m.txt"}.get(name)
        config = f'require.config({{ paths: {{ m: "{name}" }} }});\n'
        code = ASKED[column].replace('"m"', f'"{plugin or "m"}"')
        write_tree(place, {"main.js": SHOW + ("" if plugin else config) + code, name: text})
        made.append([bundled(place / "main.js", waits="await" in text)])
    return cells(keys, None, outcomes(made, folder))
