"""``new URL("./x.png", import.meta.url)``: left right, or the file copied (``--assets``)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.given import Project, Pybundle
from tests.node_files import needs_node

from pybundle import bundle
from pybundle.construct.record import ModuleKind
from pybundle.construct.scan.scanner import scan

MAIN = """
import { other, lazy } from "./deep/er.js";
import { readFileSync } from "node:fs";
const url = new URL("./img/a.txt", import.meta.url);
const show = (u) => console.log(u.search + u.hash, readFileSync(u, "utf8"));
show(url);
show(new URL(`./img/a.txt?q=1#f`, import.meta.url));
show(new URL("img/" + "odd%20%23.txt", import.meta.url));
show(other);
lazy().then((m) => show(m.default));
console.log(url.href === new URL("./img/a.txt", import.meta.url).href, typeof import.meta.url);
"""
FILES = {
    "src/package.json": '{"type": "module"}',
    "src/main.js": MAIN,
    "src/img/a.txt": "a of img",
    "src/img/odd #.txt": "odd",
    "src/deep/er.js": 'export const other = new URL("../other/a.txt", import.meta.url);\n'
    'export const lazy = () => import("./lazy.js");\n',
    "src/deep/lazy.js": 'export default new URL("./same/a.txt", import.meta.url);\n',
    "src/other/a.txt": "a of other",
    "src/deep/same/a.txt": "a of img",
}
FORMATS = [("esm", "mjs"), ("cjs", "cjs"), ("iife", "cjs")]


def run(path: str) -> str:
    """Return what Node printed when it ran ``path``."""
    done = subprocess.run(["node", path], capture_output=True, text=True, check=True)
    return done.stdout


def options(format_: str) -> list[str]:
    shims = ["--globals", "node:fs=fs"] if format_ == "iife" else []
    return ["src/main.js", "--format", format_, "--platform", "node", *shims]


@needs_node
@pytest.mark.parametrize(("format_", "extension"), FORMATS)
@pytest.mark.parametrize("assets", [True, False])
def test_files_are_found(
    project: Project, pybundle: Pybundle, format_: str, extension: str, assets: bool
) -> None:
    root = project(FILES)
    native = run("src/main.js")
    output = f"dist/there/out.{extension}"
    result = pybundle(*options(format_), "-o", output, *["--assets"] * assets)
    assert result.code == 0, result.err
    file = Path(output)
    if format_ == "iife":
        file.write_text(f'globalThis.fs = require("fs");\n{file.read_text()}')
    if assets:  # nothing but the output directory is needed
        moved = root.parent / "moved"
        shutil.move("dist/there", moved)
        shutil.rmtree("src")
        file = moved / file.name
    assert run(str(file)) == native


def test_names(project: Project, pybundle: Pybundle) -> None:
    project(FILES)
    result = pybundle(*options("esm"), "-o", "out/out.mjs", "--assets", "--json")
    (output,) = json.loads(result.out)["outputs"]
    assert output["assets"] == [  # in evaluation order
        {"name": "a-cb785609.txt", "source": "src/other/a.txt"},
        {"name": "a.txt", "source": "src/img/a.txt"},
        {"name": "odd #.txt", "source": "src/img/odd #.txt"},
    ]
    names = {path.name for path in Path("out").iterdir()}
    assert names == {"out.mjs", "a.txt", "odd #.txt", "a-cb785609.txt"}
    assert Path("out/a.txt").read_text() == "a of img"
    assert Path("out/a-cb785609.txt").read_text() == "a of other"


def test_library_call(project: Project) -> None:
    project({"main.js": 'new URL("./x.bin", import.meta.url);\n', "x.bin": b"\0\xff"})
    plain = bundle("main.js")
    assert plain.assets == ()
    made = bundle("main.js", assets=True, outdir="out")
    assert [asset.name for asset in made.assets] == ["x.bin"]
    made.write("out/out.js")
    assert Path("out/x.bin").read_bytes() == b"\0\xff"


def test_assets_of_several_entries_lie_side_by_side(project: Project, pybundle: Pybundle) -> None:
    project(
        {
            "a.js": 'new URL("./x/i.txt", import.meta.url);\n',
            "b.js": 'new URL("./y/i.txt?q#f", import.meta.url);\n'
            'new URL("./same/j.txt", import.meta.url);\n',
            "c.js": 'new URL("./j.txt", import.meta.url);new URL("./x/i.txt", import.meta.url);',
            "x/i.txt": "x",
            "y/i.txt": "y",
            "j.txt": "j",
            "same/j.txt": "j",
        }
    )
    made = []
    for number, entries in enumerate((["a.js", "b.js", "c.js"], ["c.js", "b.js", "a.js"])):
        assert pybundle(*entries, "--outdir", f"out{number}", "--assets").code == 0
        made.append({path.name: path.read_text() for path in Path(f"out{number}").iterdir()})
    first, second = made
    assert first == second
    texts = {name: text for name, text in first.items() if name.endswith(".txt")}
    assert texts == {"i-2d711642.txt": "x", "i-a1fce436.txt": "y", "j.txt": "j"}
    assert "i-2d711642.txt" in first["a.js"] and "i-2d711642.txt" in first["c.js"]
    assert '"i-a1fce436.txt?q#f"' in first["b.js"] and '"j.txt"' in first["b.js"]


def test_a_bundle_alone_has_the_names_of_its_assets(project: Project, pybundle: Pybundle) -> None:
    project({"a.js": 'new URL("./x/i.txt", import.meta.url);\n', "x/i.txt": "x", "b.js": "1;\n"})
    assert pybundle("a.js", "b.js", "--outdir", "out", "--assets").code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.js", "b.js", "i.txt"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ('new URL("./there.txt", import.meta.url)', []),
        ('new URL("./nowhere.txt", import.meta.url)', ["missing-asset"]),
        ('new URL("./worker.js", import.meta.url)', ["script-asset"]),
        ('new URL("./", import.meta.url)', []),
        ('new URL("..", import.meta.url)', []),
        ('new URL("/there.txt", import.meta.url)', []),
        ('new URL("https://example.com/x.png", import.meta.url)', []),
        ('new URL("//example.com/x.png", import.meta.url)', []),
        ('new URL("?x", import.meta.url)', []),
        ("new URL(f(), import.meta.url)", []),
        ('new URL("./nowhere.txt", f())', []),
        ('new URL("./nowhere.txt", import.meta.url, f())', []),
        ('((URL) => new URL("./nowhere.txt", import.meta.url))', []),
    ],
)
def test_what_is_an_asset(
    project: Project, pybundle: Pybundle, expression: str, expected: list[str]
) -> None:
    project({"main.js": f"const f = () => '';\n{expression};\n", "there.txt": "", "worker.js": ""})
    result = pybundle("main.js", "--assets", "-o", "out/out.js", "--json")
    data = json.loads(result.out)
    assert [d["code"] for d in data["diagnostics"]] == expected
    copied = {"there.txt": ["there.txt"], "worker.js": ["worker.js"]}
    names = [asset["name"] for asset in data["outputs"][0]["assets"]]
    assert names == next((n for key, n in copied.items() if f'"./{key}", import' in expression), [])


def test_own_import_meta_stays(project: Project, pybundle: Pybundle) -> None:
    project(
        {
            "src/main.js": 'console.log(import.meta.url, new URL("./x", import.meta.url));\n',
            "src/x": "",
        }
    )
    code = pybundle("src/main.js", "--format", "esm", "--assets", "-o", "out/out.js")
    assert code.code == 0
    text = Path("out/out.js").read_text()
    assert 'new URL("x", import.meta.url)' in text
    assert 'metaOf("../src/main.js", import.meta, true)' in text


def test_without_other_uses_no_helper(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": 'console.log(new URL("./x", import.meta.url).pathname);\n', "x": ""})
    assert pybundle("main.js", "--format", "esm", "--assets", "-o", "out/out.js").code == 0
    assert "metaOf" not in Path("out/out.js").read_text()


def test_check_knows_where_assets_lie(project: Project, pybundle: Pybundle) -> None:
    project(
        {
            "src/main.js": 'console.log(new URL("./i/x.txt?q", import.meta.url).href);\n',
            "src/i/x.txt": "",
        }
    )
    for format_ in ("iife", "esm", "cjs"):
        where = ["--check", "on", "--format", format_, "--assets", "-o", "out/out.js"]
        assert "does what the original does" in pybundle("src/main.js", *where).err


def test_in_modules_with_direct_eval(project: Project, pybundle: Pybundle) -> None:
    project(
        {
            "src/main.js": 'import { u } from "./evals.js";\nconsole.log(u.href);\n',
            "src/evals.js": 'export let u = new URL("./x.txt", import.meta.url); eval("u");\n',
            "src/x.txt": "",
        }
    )
    result = pybundle("src/main.js", "--check", "on", "--assets", "-o", "out/out.js")
    assert "does what the original does" in result.err


def test_where_assets_may_not_go(project: Project, pybundle: Pybundle) -> None:
    project(
        {
            "main.js": 'new URL("./x/out.js", import.meta.url);\n',
            "over.js": 'import "./y.js"; new URL("./x/y.js", import.meta.url);\n',
            "y.js": "1;\n",
            "x/out.js": "",
            "x/y.js": "2;\n",
        }
    )
    assert pybundle("main.js", "--assets").code == 2
    clash = pybundle("main.js", "--assets", "-o", "out.js")
    assert (clash.code, "[output-clash]" in clash.err) == (1, True)
    over = pybundle("over.js", "--assets", "-o", "out.js")
    assert (over.code, "[output-is-input]" in over.err) == (1, True)
    assert Path("y.js").read_text() == "1;\n"
    assert not Path("out.js").exists()


def test_assets_that_lie_there_already(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": 'new URL("./x.txt", import.meta.url);\n', "x.txt": "x"})
    assert pybundle("main.js", "--assets", "-o", "out.js").code == 0
    assert Path("x.txt").read_text() == "x"


def test_spans() -> None:
    code = 'f(new URL( "./a" , import.meta.url), new URL(`b`, import.meta.url))'
    urls = scan(code, ModuleKind.ESM).asset_urls
    assert [code[u.argument_start : u.argument_end] for u in urls] == ['"./a"', "`b`"]
    assert [u.specifier for u in urls] == ["./a", "b"]
    assert all(code.startswith("import.meta.url", u.meta_start) for u in urls)
