"""Several entries built together: each bundle is that of its entry, whatever the others are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commonjs.harness import run_node
from tests.given_options import GivenOptions
from tests.tree import write_tree

from pybundle.build import build
from pybundle.options import Options

COMMONJS = {
    "a.mjs": 'import "./b.cjs";\n',
    "b.cjs": "console.log(require.main === module);\n",
}
CMD = {
    "a.js": 'seajs.use("./c");\nconsole.log("page");\n',
    "c.js": 'define(function (require) { require("./b"); console.log("c"); });\n',
    "b.js": 'define("x", [], function () { console.log("b"); });\n',
}


@pytest.mark.parametrize(
    ("files", "options"),
    [(COMMONJS, {"platform": "node", "format": "cjs"}), (CMD, {})],
    ids=["commonjs", "cmd"],
)
def test_what_else_is_an_entry_is_none_here(
    files: dict[str, str], options: GivenOptions, tmp_path: Path
) -> None:
    write_tree(tmp_path, files)
    first, *_, last = (str(tmp_path / name) for name in files)
    made = Options(root=str(tmp_path), **options)
    (alone,) = build([first], made)
    together, other = build([first, last], made)
    assert together.code == alone.code != other.code


def test_a_commonjs_module_that_is_imported_is_not_the_main_one(tmp_path: Path) -> None:
    write_tree(tmp_path, COMMONJS)
    entries = [str(tmp_path / name) for name in COMMONJS]
    options = Options(root=str(tmp_path), platform="node", format="cjs")
    for bundle, name in zip(build(entries, options), COMMONJS, strict=True):
        (tmp_path / f"{name}.out.cjs").write_text(bundle.code)
        assert run_node(tmp_path / f"{name}.out.cjs") == run_node(tmp_path / name)
