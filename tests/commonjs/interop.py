"""Every form of import against every form of export: what Node gives, and what a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.commonjs.harness import Run, shown
from tests.node_files import run_files
from tests.tables import Cell, cells, places

from pybundle.build import bundle
from pybundle.diagnostics import BundleError
from pybundle.options import Format

SHOW = """
function show(v) {
  if (v === null || (typeof v !== "object" && typeof v !== "function")) return typeof v + " " + v;
  const isWhole = (x) => typeof x === "object" || typeof x === "function";
  const shown = (k) => k + (isWhole(v[k]) ? "" : "=" + v[k]);
  return typeof v + " {" + Object.keys(v).map(shown).join(" ") + "}";
}
"""

EXPORTERS = {
    "`exports.x = 1`": ("m.cjs", "exports.x = 1;"),
    "`module.exports = { x: 1 }`": ("m.cjs", "module.exports = { x: 1 };"),
    "function with a property": (
        "m.cjs",
        "module.exports = function f() {};\nmodule.exports.x = 1;",
    ),
    "class with a static": ("m.cjs", "module.exports = class K {};\nmodule.exports.x = 1;"),
    "a string": ("m.cjs", "module.exports = 'text';"),
    "`null`": ("m.cjs", "module.exports = null;"),
    "`this.x = 1`": ("m.cjs", "this.x = 1; exports.y = 2;"),
    "`__esModule` with default": (
        "m.cjs",
        "Object.defineProperty(exports, '__esModule', { value: true });\n"
        "exports.default = 'd';\nexports.x = 1;",
    ),
    "`__esModule` without default": ("m.cjs", "exports.__esModule = true;\nexports.x = 1;"),
    "`exports.default`, no flag": ("m.cjs", "exports.default = 'd';\nexports.x = 1;"),
    "a getter": (
        "m.cjs",
        "Object.defineProperty(exports, 'x', { enumerable: true, get() { return 1; } });",
    ),
    "names put together": ("m.cjs", "for (const k of ['x', 'y']) exports[k] = 1;"),
    "a `require` passed on": ("m.cjs", "module.exports = require('./n.cjs');"),
    "an error": ("m.cjs", "exports.x = 1;\nthrow new RangeError('thrown');"),
    "JSON": ("m.json", '{ "x": 1, "default": "d" }'),
    "ES module, named": ("m.mjs", "export let x = 1;"),
    "ES module, default": ("m.mjs", "export default 'd';"),
    "ES module, both": ("m.mjs", "export const x = 1;\nexport default 'd';"),
    "ES module, `__esModule`": (
        "m.mjs",
        "export const __esModule = true, x = 1;\nexport default 'd';",
    ),
    "ES module, `module.exports`": (
        "m.mjs",
        "const w = { x: 1 };\nexport { w as 'module.exports' };",
    ),
    "ES module with `await`": ("m.mjs", "await 0;\nexport const x = 1;"),
}
IMPORTERS = {
    "`require(m)`": ("main.cjs", "console.log(show(require('./M')));"),
    "`const { x } = require(m)`": (
        "main.cjs",
        "const { x } = require('./M'); console.log(show(x));",
    ),
    "`import d`": ("main.mjs", "import d from './M'WITH; console.log(show(d));"),
    "`import { x }`": ("main.mjs", "import { x } from './M'WITH; console.log(show(x));"),
    "`import * as ns`": ("main.mjs", "import * as ns from './M'WITH; console.log(show(ns));"),
    "`import()` in an ES module": (
        "main.mjs",
        "import('./M'OPTIONS).then((ns) => console.log(show(ns)), (e) => console.log(e.name));",
    ),
    "`import()` in CommonJS": (
        "main.cjs",
        "import('./M'OPTIONS).then((ns) => console.log(show(ns)), (e) => console.log(e.name));",
    ),
    "`export { default }`": ("main.mjs", "import { d } from './middle.mjs'; console.log(show(d));"),
}
MIDDLE = "export { default as d } from './M'WITH;"
OTHER = "exports.x = 1;"


def write_cell(folder: Path, exporter: str, importer: str) -> Path:
    """Write the files of one combination; return the entry."""
    name, text = EXPORTERS[exporter]
    entry, code = IMPORTERS[importer]
    is_json = name.endswith(".json")
    words = {
        "M'": f"{name}'",
        "WITH": ' with { type: "json" }' if is_json else "",
        "OPTIONS": ', { with: { type: "json" } }' if is_json else "",
    }
    files = {name: text, entry: SHOW + code, "middle.mjs": MIDDLE, "n.cjs": OTHER}
    folder.mkdir(parents=True)
    for file, content in files.items():
        if file != name:
            for word, value in words.items():
                content = content.replace(word, value)
        (folder / file).write_text(content)
    return folder / entry


def outcome(run: Run) -> str:
    """Return what a run printed, or the kind of error that stopped it."""
    return run.output.strip() or run.error.split(":")[0].split(" ")[0] or "nothing"


def bundled(entry: Path) -> Path | str:
    """Bundle an entry; return the file, or the error that the build ends with."""
    try:
        waits = (entry.parent / "m.mjs").exists() and "await" in (
            entry.parent / "m.mjs"
        ).read_text()
        form: Format = "esm" if waits else "cjs"
        made = bundle(entry, format=form, platform="node", root=entry.parent)
    except BundleError as error:
        code = error.diagnostics[0].code
        return "SyntaxError" if code in ("missing-export", "syntax-error") else code
    path = entry.parent / ("bundle.mjs" if waits else "bundle.cjs")
    made.write(path)
    return path


def outcomes(paths: Sequence[Path | str], folder: Path) -> list[str]:
    """Run files, one after another; what is an outcome already stays."""
    files = [path for path in paths if isinstance(path, Path)]
    ran = iter(run_files([[file] for file in files], folder=folder))
    return [path if isinstance(path, str) else outcome(shown(next(ran))) for path in paths]


def all_cells(folder: Path) -> list[Cell]:
    """Run every combination."""
    keys = places(folder, EXPORTERS, IMPORTERS)
    entries = [write_cell(place, *key) for key, place in keys.items()]
    originals = outcomes(entries, folder)
    return cells(keys, originals, outcomes([bundled(entry) for entry in entries], folder))
