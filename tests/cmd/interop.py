"""Every form of define against every way to ask for it: what Sea.js gives, and what a bundle;
and what a bundle gives where modules of other systems ask, or are asked for."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.cmd.harness import SEA, run_page
from tests.commonjs.interop import SHOW
from tests.tables import table

from pybundle.build import bundle

SCRIPT = "a script that defines nothing"
EXPORTERS = {
    "`exports.x = 1`": "define(function (require, exports) { exports.x = 1; });",
    "`module.exports = { x: 1 }`": (
        "define(function (require, exports, module) { module.exports = { x: 1 }; });"
    ),
    "`return { x: 1 }`": "define(function () { return { x: 1 }; });",
    "a function with a property": (
        "define(function (require, exports, module) {\n"
        "  module.exports = function f() {};\n  module.exports.x = 1;\n});"
    ),
    "`return null`": "define(function () { return null; });",
    '`return ""`': 'define(function (require, exports) { exports.x = 1; return ""; });',
    "`return undefined`": (
        "define(function (require, exports) { exports.x = 1; return undefined; });"
    ),
    "`define({ x: 1 })`": "define({ x: 1 });",
    '`define("text")`': 'define("text");',
    "`define()`": "define();",
    "`define(id, deps, factory)`": (
        'define("m", [], function (require, exports) { exports.x = 1; });'
    ),
    "`define(deps, factory)`": (
        'define(["./n"], function (require, exports) { exports.x = require("./n").x; });'
    ),
    "`define(otherId, factory)`": 'define("other", function () { return { x: 1 }; });',
    "two definitions without ids": (
        "define(function () { return { x: 1 }; });\ndefine(function () { return { x: 2 }; });"
    ),
    "`__esModule` with default": (
        "define(function (require, exports) {\n"
        "  Object.defineProperty(exports, '__esModule', { value: true });\n"
        "  exports.default = 'd';\n  exports.x = 1;\n});"
    ),
    "an error": (
        "define(function (require, exports) { exports.x = 1; throw new RangeError('thrown'); });"
    ),
    SCRIPT: "var m = { x: 1 };",
}
IMPORTERS = {
    "`require(id)`": (
        "define('main', ['./m'], function (require) {\n"
        "  try { console.log(show(require('./m'))); } catch (e) { console.log(e.name); }\n});\n"
        "seajs.use('main');"
    ),
    "`require(id)` again": (
        "define('main', ['./m'], function (require) {\n"
        "  try { require('./m'); } catch (e) {}\n  console.log(show(require('./m')));\n});\n"
        "seajs.use('main');"
    ),
    "`require(id).x`": (
        "define('main', function (require) {\n"
        "  try { console.log(show(require('./m').x)); } catch (e) { console.log(e.name); }\n});\n"
        "seajs.use('main');"
    ),
    "`require.async(id, f)`": (
        "define('main', [], function (require) {\n"
        "  require.async('./m', function (m) { console.log(show(m)); });\n});\n"
        "seajs.use('main');"
    ),
    "`seajs.use(id, f)`": "seajs.use('./m', function (m) { console.log(show(m)); });",
    "`seajs.use([id, …], f)`": (
        "seajs.use(['./n', './m'], function (n, m) { console.log(show(m)); });"
    ),
    "`seajs.require(id)`": (
        "seajs.use('./n', function () { seajs.use('./m'); });\n"
        "(function wait() {\n"
        "  var m = seajs.cache[seajs.resolve('./m')];\n"
        "  if (!m || m.status < 4) setTimeout(wait, 0);\n"
        "  else setTimeout(function () { console.log(show(seajs.require('./m'))); }, 0);\n})();"
    ),
}
_ERROR = re.compile(r"^(?:uncaught )?(\w*Error)\b.*")
OTHER = "define({ x: 1 });"

ES_IMPORTERS = {
    "`import d`": "import d from './m.js'; console.log(show(d));",
    "`import { x }`": "import { x } from './m.js'; console.log(show(x));",
    "`import * as ns`": "import * as ns from './m.js'; console.log(show(ns));",
    "`import()`": (
        "import('./m.js').then((ns) => console.log(show(ns)), (e) => console.log(e.name));"
    ),
}
COMMONJS_IMPORT = "console.log(show(require('./m.js')));"
FOREIGN = {
    "CommonJS": ("m.cjs", "exports.x = 1;"),
    "an ES module, named": ("m.mjs", "export let x = 1;"),
    "an ES module, default": ("m.mjs", "export default 'd';"),
    "JSON": ("m.json", '{ "x": 1 }'),
    "text": ("m.tpl", "<b>text</b>"),
}


@dataclass(frozen=True)
class Cell:
    """One combination: its keys, and what happened on either side."""

    exporter: str
    importer: str
    sea: str
    bundle: str


def write_cell(folder: Path, exporter: str, importer: str) -> Path:
    """Write the files of one combination; return its folder."""
    folder.mkdir(parents=True)
    (folder / "main.js").write_text(SHOW + IMPORTERS[importer])
    (folder / "m.js").write_text(EXPORTERS[exporter])
    (folder / "n.js").write_text(OTHER)
    return folder


def outcome(printed: str) -> str:
    """Return what a program printed, on one line."""
    lines = [_ERROR.sub(r"\1", line) for line in printed.split("\n")[:-1]]
    return " / ".join(lines) or "nothing"


def bundled(folder: Path, entry: str = "main.js") -> str:
    """Bundle the entry of a folder; return what the bundle prints."""
    made = bundle(folder / entry, root=folder, loader="seajs")
    made.write(folder / "bundle.js")
    return outcome(run_page("bundle", "bundle.js", folder=folder))


def all_cells(folder: Path) -> list[Cell]:
    """Run every combination of what Sea.js knows."""
    folders = {
        (exporter, importer): write_cell(folder / f"{row}-{column}", exporter, importer)
        for row, exporter in enumerate(EXPORTERS)
        for column, importer in enumerate(IMPORTERS)
    }
    with ThreadPoolExecutor(2) as pool:
        originals = list(
            pool.map(
                lambda each: outcome(run_page("sea", ".", "main.js", SEA, folder=each)),
                folders.values(),
            )
        )
    results = [bundled(each) for each in folders.values()]
    return [
        Cell(*key, original, result)
        for key, original, result in zip(folders, originals, results, strict=True)
    ]


def mixed_cells(folder: Path) -> list[Cell]:
    """Run what only bundles know: CMD modules that modules of other systems ask for."""
    cells = []
    for row, (exporter, text) in enumerate(EXPORTERS.items()):
        if exporter == SCRIPT:
            continue  # to other systems it is none of CMD
        for column, (importer, code) in enumerate(
            {"`require()` in CommonJS": COMMONJS_IMPORT, **ES_IMPORTERS}.items()
        ):
            place = folder / f"mixed-{row}-{column}"
            place.mkdir(parents=True)
            entry = "main.cjs" if column == 0 else "main.mjs"
            (place / entry).write_text(SHOW + code)
            (place / "m.js").write_text(text)
            (place / "n.js").write_text(OTHER)
            cells.append(Cell(exporter, importer, "", bundled(place, entry)))
    return cells


def foreign_cells(folder: Path) -> list[Cell]:
    """Run what only bundles know: CMD modules that ask for modules of other systems."""
    cells = []
    for row, (exporter, (name, text)) in enumerate(FOREIGN.items()):
        for column, (importer, code) in enumerate(IMPORTERS.items()):
            if importer == "`seajs.require(id)`":
                continue
            place = folder / f"foreign-{row}-{column}"
            place.mkdir(parents=True)
            (place / "main.js").write_text(SHOW + code.replace("./m'", f"./{name}'"))
            (place / name).write_text(text)
            (place / "n.js").write_text(OTHER)
            cells.append(Cell(exporter, importer, "", bundled(place)))
    return cells


def cell_table(cells: list[Cell]) -> str:
    """Return the cells as a table; where the bundle gives something else than Sea.js, both."""
    return table({(cell.exporter, cell.importer): _text(cell) for cell in cells})


def _text(cell: Cell) -> str:
    if cell.sea in ("", cell.bundle):
        return f"`{cell.bundle}`"
    return f"`{cell.sea}`, bundle `{cell.bundle}`"
