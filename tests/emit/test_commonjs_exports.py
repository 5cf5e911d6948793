"""What ES modules export of CommonJS modules: as Node has it, in every format."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.node_files import needs_node
from tests.tree import write_tree

from pybundle import bundle
from pybundle.check import check
from pybundle.construct.construct import construct
from pybundle.link.commonjs_names import visible_names
from pybundle.option_check import checked
from pybundle.options import FORMATS, Format, Options
from pybundle_runtime import Evaluator, Script

NODE = shutil.which("node")

FILES = {
    "main.mjs": 'export * from "./flagged.cjs";\nexport { x as z, x } from "./plain.cjs";\n'
    'export { default as whole } from "./plain.cjs";\nexport let a = "own";\n'
    'export * from "./inner.mjs";\nexport * from "./nothing.cjs";\n',
    "inner.mjs": 'export * from "./literal.cjs";\nexport { p as "a b" } from "./literal.cjs";\n',
    "flagged.cjs": '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n'
    "exports.default = 1;\nexports.a = exports.b = void 0;\n__exportStar(require('./more.cjs'), "
    "exports);\nfunction __exportStar(m, e) { for (const k in m) e[k] = m[k]; }\nexports.b = 2;\n",
    "more.cjs": 'exports.delete = 3;\nexports["b c"] = 4;\nexports.eval = 5;\n',
    "plain.cjs": "exports.x = 6;\nexports.unused = 7;\n",
    "literal.cjs": "const p = 8;\nmodule.exports = { p, q: p, 'r-s': 9, __proto__: null };\n",
    "nothing.cjs": "module.exports = null;\n",
}


def namespace(folder: Path, file: str) -> dict[str, object]:
    """Return what Node's ``import *`` of a file shows."""
    code = f'import * as all from "./{file}"; console.log(JSON.stringify({{ ...all }}));'
    (folder / "read.mjs").write_text(code, "utf-8")
    command = [str(NODE), "read.mjs"]
    output = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(output.stdout)
    return found


@needs_node
def test_an_es_module_exports_what_node_does(tmp_path: Path) -> None:
    made = bundle(write_tree(tmp_path, FILES), format="esm", platform="node", root=tmp_path)
    made.write(tmp_path / "out.mjs")
    native = namespace(tmp_path, "main.mjs")
    # Node doesn't see the keys behind `q:`, and a bundle takes every property.
    assert namespace(tmp_path, "out.mjs") == {**native, "q": 8, "r-s": 9}
    assert native.keys() >= {"__esModule", "a", "b", "delete", "b c", "eval", "x", "z", "p", "a b"}


@pytest.mark.parametrize("format_", FORMATS)
def test_the_check_finds_all_exports(format_: Format, tmp_path: Path, evaluator: Evaluator) -> None:
    entry = write_tree(tmp_path, FILES)
    name = "lib" if format_ in ("iife", "umd") else None
    options = checked(Options(format=format_, global_name=name, root=str(tmp_path)))
    made = bundle(entry, format=format_, global_name=name, root=tmp_path)
    assert check(made, options, evaluator).verdict == "same", made.code
    trace = evaluator.evaluate(Script(made.code, format_, global_name=name))
    warned = {d.code for d in made.warnings if d.severity == "warning"}
    assert warned == ({"commonjs-star"} if format_ == "esm" else set())
    expected = [*"__esModule a b delete eval p q r-s whole x z".split(), "a b", "b c"]
    assert trace.namespace is not None
    assert [key for key, _ in trace.namespace] == sorted(expected)


def test_what_no_text_shows_is_told(tmp_path: Path, evaluator: Evaluator) -> None:
    files = {
        "main.mjs": 'export * from "./hidden.cjs";\n',
        "hidden.cjs": "exports.seen = 1;\nfor (const k of ['un', 'seen']) exports[`_${k}`] = 2;\n",
    }
    made = bundle(write_tree(tmp_path, files), format="esm", root=tmp_path)
    (warning,) = (d for d in made.warnings if d.code == "commonjs-star")
    assert "(seen)" in warning.text
    assert warning.place is not None
    verdict = check(made, checked(Options(format="esm", root=str(tmp_path))), evaluator)
    assert (verdict.verdict, verdict.reason) == (
        "inconclusive",
        "_seen, _un can't be seen in the text of a CommonJS module",
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("exports.a = exports.b = 1; module.exports.c = 2; exports . d=3", "a b c d"),
        ("exports['a'] = 1; module.exports[\"b\"] = 2; exports[c] = 3", "a b"),
        (
            'Object.defineProperty(exports, "a", {}); Object.defineProperty(module.exports, "b")',
            "a b",
        ),
        ("module.exports = { a, b: 1, 'c': x.y, /* */ d: -2, e: f(), g }", "a b c d e"),
        ("module.exports = { a, m() {}, b }", "a m"),
        ("module.exports = { ...a, b }", ""),
        (
            "exports.a == 1; m.exports.b = 1; exports.c.d = 2; nexports.e = 3; exports.default = 4",
            "",
        ),
        ("module.exports = require('./other.cjs'); exports.a = 1", "a other"),
        ("__exportStar(require('./other.cjs'), exports)", "other"),
        ("tslib_1.__exportStar(require('./other.cjs'), exports); exports.a = 1", "a other"),
        ("f(require('./other.cjs'))", ""),
        ("module.exports = require('./main.cjs'); exports.a = 1", "a"),
    ],
)
def test_names_that_a_text_shows(text: str, names: str, tmp_path: Path) -> None:
    entry = write_tree(tmp_path, {"main.cjs": text, "other.cjs": "exports.other = 1"})
    module_map, _ = construct([str(entry)], Options(root=str(tmp_path)))
    assert " ".join(visible_names(module_map, module_map.entries[0])) == names


def test_the_default_of_a_builtin_is_one_constant(tmp_path: Path) -> None:
    source = (
        'import fs, { readFileSync } from "node:fs";\nimport * as all from "node:fs";\n'
        "console.log(fs.readFileSync === readFileSync, all.default === fs);\n"
        'export { default } from "node:fs";\n'
    )
    code = bundle(write_tree(tmp_path, {"main.mjs": source}), format="cjs", platform="node").code
    assert 'const fs = require("node:fs");' in code
    assert "fs$1" not in code
    assert "  default: () => fs,\n" in code
