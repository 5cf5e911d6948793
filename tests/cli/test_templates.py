"""``import()`` of templates, in bundles that Node runs."""

from __future__ import annotations

import subprocess

import pytest
from tests.cli.given import Project, Pybundle
from tests.node_files import needs_node

pytestmark = needs_node

FORMATS = [("iife", "cjs"), ("cjs", "cjs"), ("esm", "mjs")]


def run(path: str) -> str:
    """Return what Node printed when it ran ``path``."""
    done = subprocess.run(["node", path], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize(("format_", "extension"), FORMATS)
def test_external_files_stay_imports(
    project: Project, pybundle: Pybundle, format_: str, extension: str
) -> None:
    project(
        {
            "src/main.js": "const load = (x) => import(`./lang/${x}.js`).then(\n"
            "  (ns) => console.log(ns.default), (error) => console.log(error.message));\n"
            'load("de").then(() => load("en")).then(() => load("fr"));\n',
            "src/lang/de.js": 'export default "not asked for";\n',
            "src/lang/en.js": 'export default "bundled";\n',
            "out/lang/de.js": 'export default "beside the bundle";\n',
            "out/lang/package.json": '{"type": "module"}',
        }
    )
    options = ["--external", "./lang/de.js", "--format", format_]
    assert pybundle("src/main.js", *options, "-o", f"out/out.{extension}").code == 0
    assert run(f"out/out.{extension}").splitlines() == [
        "beside the bundle",
        "bundled",
        "Failed to resolve module specifier './lang/fr.js'",
    ]


@pytest.mark.parametrize(("format_", "extension"), FORMATS)
def test_nothing_matches(
    project: Project, pybundle: Pybundle, format_: str, extension: str
) -> None:
    project(
        {
            "main.js": "const load = (x) => import(`./none/${x}.js`);\n"
            'load("a").catch((error) => console.log(error instanceof TypeError));\n',
        }
    )
    result = pybundle("main.js", "--format", format_, "-o", f"out/out.{extension}")
    assert "[import-matches-nothing]" in result.err
    assert run(f"out/out.{extension}") == "true\n"


def test_files_that_are_there_when_it_is_built(project: Project, pybundle: Pybundle) -> None:
    """And in the same order, whatever order the directory has."""
    root = project({"main.js": "export const f = (x) => import(`./x/${x}.js`);\n"})
    (root / "x").mkdir()
    built = []
    for names in (["b", "a", "c"], ["c", "b", "a"]):
        for name in names:
            (root / "x" / f"{name}.js").unlink(missing_ok=True)
            (root / "x" / f"{name}.js").write_text(f"export default '{name}';\n")
        built.append(pybundle("main.js", "--format", "esm").out)
    assert built[0] == built[1]
    assert '"./x/a.js"' in built[0]
    (root / "x" / "d.js").write_text("export default 'd';\n")
    assert '"./x/d.js"' in pybundle("main.js", "--format", "esm").out
