"""Every form of ``define`` against every way to ask for a module: what RequireJS gives, and what
a bundle; and what bundles give among systems, which no loader does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.amd.harness import run, run_loader
from tests.commonjs.harness import Run
from tests.commonjs.interop import SHOW
from tests.tables import table

from pybundle.build import bundle
from pybundle.options import Format

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
    "a script": "var M = { x: 1 };",
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


@dataclass(frozen=True)
class Cell:
    """One combination: its keys, and what happened on either side (the loader's is None where
    there is none)."""

    row: str
    column: str
    loader: str | None
    bundle: str


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files into a new folder."""
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text)


def outcome(run: Run) -> str:
    """Return what a run printed, or the kind of error that stopped it."""
    return run.output.strip() or run.error.split(":")[0].split(" ")[0] or "nothing"


def bundled(folder: Path, entry: str, *, waits: bool = False) -> str:
    """Bundle an entry and return what the bundle does."""
    format_: Format = "esm" if waits else "cjs"
    made = bundle(folder / entry, format=format_, platform="node", root=folder)
    path = folder / ("bundle.mjs" if waits else "bundle.cjs")
    made.write(path)
    return outcome(run(path, folder=folder))


def all_cells(folder: Path) -> list[Cell]:
    """Run every combination of definitions and requests, by RequireJS and as a bundle."""

    def cell(at: tuple[int, int], row: str, column: str) -> Cell:
        here = folder / f"{at[0]}-{at[1]}"
        main = SHOW + CONFIG + REQUESTS[column]
        write(here, {"m.js": DEFINITIONS[row], "n.js": "define({ x: 1 });", "main.js": main})
        loaded = outcome(run_loader("page", here, "main.js"))
        return Cell(row, column, loaded, bundled(here, "main.js"))

    return _run(cell, DEFINITIONS, REQUESTS)


def foreign_cells(folder: Path) -> list[Cell]:
    """What bundles give for AMD modules that other systems ask for."""

    def cell(at: tuple[int, int], row: str, column: str) -> Cell:
        here = folder / f"{at[0]}-{at[1]}"
        entry, code = FOREIGN[column]
        write(here, {"m.js": DEFINITIONS[row], "n.js": "define({ x: 1 });", entry: SHOW + code})
        return Cell(row, column, None, bundled(here, entry))

    return _run(cell, [row for row in DEFINITIONS if row != "a script"], FOREIGN)


def other_cells(folder: Path) -> list[Cell]:
    """What bundles give for modules of other systems that AMD modules ask for."""

    def cell(at: tuple[int, int], row: str, column: str) -> Cell:
        here = folder / f"{at[0]}-{at[1]}"
        name, text = OTHERS[row]
        plugin = {"m.json": "json!m.json", "m.txt": "text!m.txt"}.get(name)
        config = f'require.config({{ paths: {{ m: "{name}" }} }});\n'
        code = ASKED[column].replace('"m"', f'"{plugin or "m"}"')
        write(here, {name: text, "main.js": SHOW + ("" if plugin else config) + code})
        return Cell(row, column, None, bundled(here, "main.js", waits="await" in text))

    return _run(cell, OTHERS, ASKED)


def _run(
    cell: Callable[[tuple[int, int], str, str], Cell], rows: Iterable[str], columns: Iterable[str]
) -> list[Cell]:
    keys = [((i, j), row, column) for i, row in enumerate(rows) for j, column in enumerate(columns)]
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda key: cell(*key), keys))


def cell_table(cells: list[Cell]) -> str:
    """Return the cells as a table; where the bundle gives something else, both."""
    return table({(cell.row, cell.column): _text(cell) for cell in cells})


def _text(cell: Cell) -> str:
    shown = cell.bundle.replace("\n", " / ")
    if cell.loader in (None, cell.bundle):
        return f"`{shown}`"
    return f"`{cell.loader}`, bundle `{shown}`"
