"""``import.meta`` of bundled modules on Node: what their files have natively, wherever the
bundle lies."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.given import Project, Pybundle
from tests.node_files import needs_node

from pybundle import bundle

MAIN = r"""
import { meta } from "./sub%20dir/d%C3%A9p%23.js?q=1#f";
const told = [];
for (const m of [import.meta, meta]) {
  told.push([m.url, m.filename, m.dirname, Object.getPrototypeOf(m)]);
  for (const s of ["./x.js", "../y", "/z", "fs", "node:fs", "https://a/b", ".", "pkg", "nope"]) {
    try {
      told.push([s, m.resolve(s)]);
    } catch (error) {
      told.push([s, error.name, error.code.replace("ERR_", "")]);
    }
  }
}
console.log(JSON.stringify({ told, keys: Object.keys(import.meta) }));
"""
FILES = {
    "src/package.json": '{"type": "module"}',
    "src/main.js": MAIN,
    "src/sub dir/dép#.js": "export const meta = import.meta;\n",
    "node_modules/pkg/package.json": '{"name": "pkg", "main": "index.js"}',
    "node_modules/pkg/index.js": "",
}


def run(path: str) -> dict[str, object]:
    """Return what Node printed when it ran ``path``."""
    done = subprocess.run(["node", path], capture_output=True, text=True, check=True)
    told: dict[str, object] = json.loads(done.stdout)
    return told


@needs_node
@pytest.mark.parametrize("output", ["dist/a b/out", "src/out", "out"])
def test_is_what_the_files_have(project: Project, pybundle: Pybundle, output: str) -> None:
    project(FILES)
    native = run("src/main.js")
    assert pybundle("src/main.js", "--format", "esm", "-o", f"{output}.mjs").code == 0
    assert run(f"{output}.mjs") == native
    assert pybundle("src/main.js", "--format", "cjs", "-o", f"{output}.cjs").code == 0
    assert run(f"{output}.cjs")["told"] == native["told"]


@needs_node
def test_outdir_of_the_library_call(project: Project) -> None:
    root = project(FILES)
    native = run("src/main.js")
    made = bundle("src/main.js", format="esm", outdir="there/and/back")
    made.write("there/and/back/out.mjs")
    assert run("there/and/back/out.mjs") == native
    assert str(root) not in made.code


@needs_node
def test_file_names_that_urls_encode(project: Project, pybundle: Pybundle) -> None:
    name = r"odd %41 #? \ ^~'é.cjs"
    project({"main.js": "console.log(JSON.stringify({ is: import.meta.filename }));\n"})
    assert pybundle("main.js", "--format", "cjs", "-o", f"dist {name}/{name}").code == 0
    assert run(f"dist {name}/{name}") == {"is": str(Path("main.js").resolve())}


@needs_node
def test_main_in_commonjs(project: Project, pybundle: Pybundle) -> None:
    project(
        {
            "main.js": 'import "./a.js";\nconsole.log(import.meta.main);\n',
            "a.js": "console.log(import.meta.main);\n",
            "user.cjs": 'require("./out.cjs");\n',
        }
    )
    assert pybundle("main.js", "--format", "cjs", "-o", "out.cjs").code == 0
    for path, expected in (("out.cjs", "false\ntrue\n"), ("user.cjs", "false\nfalse\n")):
        done = subprocess.run(["node", path], capture_output=True, text=True, check=True)
        assert done.stdout == expected


@needs_node
@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ({"document": {"currentScript": {"src": "http://h/js/out.js"}}}, "http://h/js/src/main.js"),
        ({"document": {"currentScript": None, "baseURI": "http://h/p/"}}, "http://h/p/src/main.js"),
        ({"location": {"href": "http://h/w.js"}}, "http://h/src/main.js"),
        ({}, None),
    ],
)
def test_of_scripts(
    project: Project, pybundle: Pybundle, page: dict[str, object], expected: str | None
) -> None:
    """Where the script lies, or the page; in a worker, where its script does."""
    project(
        {
            "src/main.js": "console.log(JSON.stringify([import.meta.url ?? null,"
            " import.meta.resolve?.('./x') ?? null]));\n",
            "run.cjs": 'const vm = require("vm");\n'
            "const page = JSON.parse(process.argv[2]);\n"
            "const { log } = console;\n"
            'const code = require("fs").readFileSync("out.js", "utf8");\n'
            "vm.runInNewContext(code, { URL, console, ...page });\n",
        }
    )
    assert pybundle("src/main.js", "-o", "out.js").code == 0
    command = ["node", "run.cjs", json.dumps(page)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    resolved = expected and expected.replace("main.js", "x")
    assert json.loads(done.stdout) == [expected, resolved]


def test_nothing_absolute_from_standard_input(project: Project, pybundle: Pybundle) -> None:
    root = project({})
    result = pybundle("-", stdin=b"console.log(import.meta.url);\n")
    assert '"%3Cstdin%3E"' in result.out
    assert str(root) not in result.out


def test_modules_beside_and_far_away(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project({"a:b.js": "console.log(import.meta.url);\n"})
    assert '"./a:b.js"' in bundle("./a:b.js").code
    far = bundle("./a:b.js", outdir="/nowhere/at/all").code
    assert '"./a:b.js"' in far
    assert str(root) not in far


def test_check_compares_urls_and_leaves_the_rest_to_the_host(
    project: Project, pybundle: Pybundle
) -> None:
    project(
        {
            "src/url.js": "console.log(import.meta.url);\n",
            "src/keys.js": "console.log(Object.keys(import.meta));\n",
        }
    )
    for format_ in ("iife", "esm", "cjs"):
        options = ["--check", "on", "--format", format_, "-o", "out/x/out.js"]
        assert "does what the original does" in pybundle("src/url.js", *options).err
    assert (
        "does what the original does"
        in pybundle("src/keys.js", "--check", "on", "--format", "esm", "-o", "out.js").err
    )
    result = pybundle("src/keys.js", "--check", "on", "--format", "cjs", "-o", "out.cjs")
    assert "up to the host" in result.err
