"""``export *`` of CommonJS modules, where a name has several of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commonjs.harness import run_bundle, run_node

from pybundle.build import bundle
from pybundle.diagnostics import BundleError

STARS = 'export * from "./one.cjs"; export * from "./two.{}";'


def _entry(folder: Path, name: str, files: dict[str, str]) -> Path:
    for file, text in files.items():
        (folder / file).write_text(text, "utf-8")
    return folder / name


@pytest.mark.parametrize("other", ["cjs", "mjs"])
@pytest.mark.parametrize(
    "asks",
    [
        'import { same } from "./all.mjs"; console.log(same);',
        'export { same } from "./all.mjs";',
        'import("./main2.mjs"); export { same } from "./all.mjs";',
    ],
)
def test_an_ambiguous_name_can_not_be_imported(asks: str, other: str, tmp_path: Path) -> None:
    files = {
        "main.mjs": asks,
        "all.mjs": STARS.format(other),
        "one.cjs": "exports.same = 1;",
        "two.cjs": "exports.same = 1;",
        "two.mjs": "export const same = 1;",
        "main2.mjs": "",
    }
    entry = _entry(tmp_path, "main.mjs", files)
    native = run_node(entry)
    assert native.error.startswith("SyntaxError"), native
    assert "conflicting star exports for name 'same'" in native.error
    with pytest.raises(BundleError) as caught:
        bundle(entry, root=tmp_path)
    (error,) = caught.value.diagnostics
    assert error.code == "ambiguous-export"
    assert f"two.{other}" in error.text and "one.cjs" in error.text


def test_other_importers_take_what_an_es_module_exports(tmp_path: Path) -> None:
    files = {
        "main.js": 'import { same, other } from "./all.js"; import * as all from "./all.js";'
        " console.log(same, other, Object.keys(all).join(), all.same, all[`other`]);",
        "all.js": STARS.format("js") + 'export * from "./three.cjs";',
        "one.cjs": "exports.same = 'hidden'; exports.other = 'first';",
        "two.js": "export const same = 'esm';",
        "three.cjs": "exports.other = 'second';",
    }
    made = run_bundle(_entry(tmp_path, "main.js", files), "iife")
    assert made.output == "esm first other,same esm first\n"
