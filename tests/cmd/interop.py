"""Every form of define against every way to ask for it: what Sea.js gives, and what a bundle;
and what a bundle gives where modules of other systems ask, or are asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.cmd.harness import PAGE, SEA
from tests.commonjs.interop import SHOW
from tests.node_files import run_files
from tests.tables import Cell, cells, places
from tests.tree import write_tree

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


def write_cell(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of one combination, and the one that all have."""
    write_tree(folder, {**files, "n.js": OTHER})


def outcomes(pages: Sequence[Sequence[object]], folder: Path) -> list[str]:
    """Run pages, each with globals of its own; return what each prints, on one line."""
    ran = run_files([(PAGE, "frame", *page) for page in pages], folder=folder)
    assert not any(page.stderr for page in ran), ran
    return [_on_one_line(page.stdout) for page in ran]


def _on_one_line(printed: str) -> str:
    return " / ".join(_ERROR.sub(r"\1", line) for line in printed.splitlines()) or "nothing"


def bundled(entries: Sequence[Path], folder: Path) -> list[str]:
    """Bundle entries; return what the bundles print."""
    made = [entry.with_name("bundle.js") for entry in entries]
    for entry, path in zip(entries, made, strict=True):
        bundle(entry, root=entry.parent, loader="seajs").write(path)
    return outcomes([("bundle", path) for path in made], folder)


def all_cells(folder: Path) -> list[Cell]:
    """Run every combination of what Sea.js knows."""
    keys = places(folder, EXPORTERS, IMPORTERS)
    for (exporter, importer), place in keys.items():
        write_cell(place, {"main.js": SHOW + IMPORTERS[importer], "m.js": EXPORTERS[exporter]})
    originals = outcomes([("sea", place, "main.js", SEA) for place in keys.values()], folder)
    return cells(keys, originals, bundled([each / "main.js" for each in keys.values()], folder))


def mixed_cells(folder: Path) -> list[Cell]:
    """Run what only bundles know: CMD modules that modules of other systems ask for."""
    exporters = [each for each in EXPORTERS if each != SCRIPT]  # to others it is none of CMD
    importers = {"`require()` in CommonJS": COMMONJS_IMPORT, **ES_IMPORTERS}
    keys = places(folder, exporters, importers)
    entries = []
    for (exporter, importer), place in keys.items():
        entry = "main.mjs" if importer in ES_IMPORTERS else "main.cjs"
        write_cell(place, {entry: SHOW + importers[importer], "m.js": EXPORTERS[exporter]})
        entries.append(place / entry)
    return cells(keys, None, bundled(entries, folder))


def foreign_cells(folder: Path) -> list[Cell]:
    """Run what only bundles know: CMD modules that ask for modules of other systems."""
    importers = [each for each in IMPORTERS if each != "`seajs.require(id)`"]
    keys = places(folder, FOREIGN, importers)
    for (exporter, importer), place in keys.items():
        name, text = FOREIGN[exporter]
        code = IMPORTERS[importer].replace("./m'", f"./{name}'")
        write_cell(place, {"main.js": SHOW + code, name: text})
    return cells(keys, None, bundled([each / "main.js" for each in keys.values()], folder))
