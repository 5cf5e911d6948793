"""Where CommonJS modules lie, seen from a bundle that lies elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commonjs.harness import run_node
from tests.tree import write_tree

from pybundle import bundle
from pybundle.options import Format

FILES = {
    "project/src/main.js": """
        const fs = require("fs"), path = require("path");
        console.log(fs.readFileSync(path.join(__dirname, "text.txt"), "utf8"));
        console.log(path.relative(process.cwd(), __filename), require("../../outside/other"));
        const name = "./late.js";
        console.log(((f) => f(name))(require), require("./lib/main.js"), require("pkg"));
    """,
    "project/src/text.txt": "beside",
    "project/src/late.js": 'module.exports = "late";',
    "project/src/lib/main.js": "module.exports = __filename.length - __dirname.length;",
    "project/node_modules/pkg/index.js": 'module.exports = require.resolve("./index");',
    "outside/other.js": "module.exports = __filename;",
    "outside/src/main.js": 'module.exports = "never";',
}


@pytest.mark.parametrize("outdir", ["project", "project/dist/deep", "build", "project/src"])
@pytest.mark.parametrize("format_", ["cjs", "iife", "umd"])
def test_paths_are_those_of_the_files(outdir: str, format_: Format, tmp_path: Path) -> None:
    write_tree(tmp_path, FILES)
    entry = tmp_path / "project/src/main.js"
    out = tmp_path / outdir
    made = bundle(entry, format=format_, platform="node", root=tmp_path / "project", outdir=out)
    out.mkdir(parents=True, exist_ok=True)
    made.write(out / "made.cjs")
    expected, run = run_node(entry), run_node(out / "made.cjs")
    assert expected.code == 0, expected
    head, _, rest = run.output.partition("\n")
    assert head == "beside"
    second, _, third = rest.partition("\n")
    shown = (tmp_path / outdir / second.split(" ")[0]).resolve()
    assert shown == entry
    assert (second.split(" ")[1], third) == (
        expected.output.split("\n")[1].split(" ")[1],
        expected.output.split("\n")[2] + "\n",
    )


def test_modules_above_the_root_are_told_apart_without_a_directory(tmp_path: Path) -> None:
    files = {
        "a/b/main.js": 'console.log(require("../x"), require("../../x"), require("./x"));',
        **{f"{at}x.js": f'module.exports = "{at}";' for at in ("", "a/", "a/b/")},
    }
    write_tree(tmp_path, files)
    entry = tmp_path / "a/b/main.js"
    bundle(entry, root=tmp_path / "a/b").write(tmp_path / "made.js")
    assert run_node(tmp_path / "made.js") == run_node(entry)
