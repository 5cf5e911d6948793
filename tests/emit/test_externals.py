"""External modules that Node itself loads: their attributes, and when they run."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.node_files import needs_node

from pybundle import bundle
from pybundle.options import Format

NODE = shutil.which("node")

pytestmark = needs_node


def printed(folder: Path, format_: Format, *external: str) -> str:
    """Return what the bundle of ``main.mjs`` prints in Node."""
    target = folder / ("out.mjs" if format_ == "esm" else "out.cjs")
    bundle(folder / "main.mjs", format=format_, external=external).write(target)
    command = [str(NODE), "--no-warnings", str(target)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_attributes_stay_with_their_import(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text('{"key": "value"}', "utf-8")
    (tmp_path / "main.mjs").write_text(
        'import data from "./data.json" with { type: "json" };\nconsole.log(data.key);', "utf-8"
    )
    assert printed(tmp_path, "esm", "./data.json") == "value\n"


def test_a_lazy_module_requires_what_it_only_runs(tmp_path: Path) -> None:
    (tmp_path / "side.cjs").write_text('console.log("side");', "utf-8")
    (tmp_path / "lazy.mjs").write_text('import "./side.cjs";\nconsole.log("lazy");', "utf-8")
    (tmp_path / "main.mjs").write_text('console.log("main");\nimport("./lazy.mjs");', "utf-8")
    assert printed(tmp_path, "cjs", "./side.cjs") == "main\nside\nlazy\n"


@pytest.mark.parametrize("format_", ["cjs", "esm"])
def test_attributes_stay_with_an_import_that_is_a_choice(format_: Format, tmp_path: Path) -> None:
    (tmp_path / "near.json").write_text('"near"', "utf-8")
    (tmp_path / "far.json").write_text('"far"', "utf-8")
    (tmp_path / "main.mjs").write_text(
        "const load = (n) => import(n ?"
        ' "./near.json" : "./far.json", { with: { type: "json" } });\n'
        "load(1).then((a) => load(0).then((b) => console.log(a.default, b.default)));\n",
        "utf-8",
    )
    assert printed(tmp_path, format_, "./far.json") == "near far\n"


def test_attributes_stay_with_what_import_alone_leads_to(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text('{"key": "value"}', "utf-8")
    (tmp_path / "lazy.mjs").write_text(
        'import data from "./data.json" with { type: "json" };\nexport const { key } = data;',
        "utf-8",
    )
    (tmp_path / "main.mjs").write_text(
        'import("./lazy.mjs").then((lazy) => console.log(lazy.key));', "utf-8"
    )
    assert printed(tmp_path, "esm", "./data.json") == "value\n"


def test_a_lazy_module_that_misses_a_package_fails_alone(tmp_path: Path) -> None:
    """Also what shares modules with it is loaded; and a choice of a package that isn't there is
    the engine's, which tells."""
    files = {
        "needy.mjs": 'import { shared } from "./shared.mjs";\nimport none from "none";\n'
        "export default none + shared;",
        "shared.mjs": 'export const shared = "shared";',
        "main.mjs": "const told = (error) => error.code;\n"
        'console.log(await import("./needy.mjs").catch(told));\n'
        'console.log((await import("./shared.mjs")).shared);\n'
        'console.log(await import(globalThis.never ? "./shared.mjs" : "none").catch(told));\n',
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    told = "ERR_MODULE_NOT_FOUND"
    assert printed(tmp_path, "esm", "none") == f"{told}\nshared\n{told}\n"


PACKAGES = {
    "flagged/index.js": 'Object.defineProperty(exports, "__esModule", { value: true });\n'
    'exports.default = "d"; exports.x = 1;\n',
    "plain/index.js": "exports.x = 2;\n",
    "dual/package.json": '{ "exports": { "import": "./e.mjs", "require": "./c.cjs" } }\n',
    "dual/e.mjs": 'export default "dual";\nexport const x = 3;\n',
    "dual/c.cjs": 'exports.__esModule = true;\nexports.default = "dual";\nexports.x = 3;\n',
    "typed/package.json": '{ "type": "module", '
    '"exports": { "import": "./e.js", "require": "./c.cjs" } }\n',
    "typed/e.js": 'export default "typed";\nexport const x = 4;\n',
    "typed/c.cjs": 'exports.__esModule = true;\nexports.default = "typed";\nexports.x = 4;\n',
}
SHOWS = (
    "console.log([f, p, d, t].map((value) => JSON.stringify(value)).join(' '));\n"
    "for (const ns of [F, P, D, T]) console.log(JSON.stringify(ns.default), ns.x, name(ns));\n"
    "function name(ns) { return [ns][0].default === ns.default; }\n"
)


def importing(mode: str) -> str:
    lines = (
        f'import {name}, * as {name.upper()} from "{package}";\n'
        for name, package in zip("fpdt", ("flagged", "plain", "dual", "typed"), strict=True)
    )
    return f"{''.join(lines)}{SHOWS}export default {json.dumps(mode)};\n"


@pytest.mark.parametrize("format_", ["cjs", "esm"])
def test_default_imports_of_commonjs_in_nodes_mode(format_: Format, tmp_path: Path) -> None:
    """``module.exports``, whatever that says of itself; what is an ES module to ``import`` keeps
    its own default, though ``require`` finds CommonJS that was made of it."""
    for name, text in PACKAGES.items():
        path = tmp_path / "node_modules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "main.mjs").write_text(importing("node"), "utf-8")
    native = subprocess.run(
        [str(NODE), "main.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert native.splitlines()[0] == '{"default":"d","x":1} {"x":2} "dual" "typed"'
    assert printed(tmp_path, format_, "flagged", "plain", "dual", "typed") == native


def test_both_modes_in_one_output(tmp_path: Path) -> None:
    package = tmp_path / "node_modules" / "flagged"
    package.mkdir(parents=True)
    (package / "index.js").write_text(PACKAGES["flagged/index.js"], "utf-8")
    (tmp_path / "main.mjs").write_text(
        'import f from "flagged";\nimport "./other.js";\nconsole.log(f.default);\n'
        'export { default } from "flagged";\n',
        "utf-8",
    )
    (tmp_path / "other.js").write_text('import f from "flagged";\nconsole.log(f);\n', "utf-8")
    assert printed(tmp_path, "cjs", "flagged") == "d\nd\n"
    code = (tmp_path / "out.cjs").read_text("utf-8")
    assert code.count('require("flagged")') == 1
    read = 'console.log(require("./out.cjs").default.default)'
    command = [str(NODE), "-e", read]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "d\nd\nd\n"
