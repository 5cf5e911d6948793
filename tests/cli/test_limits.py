"""What this release leaves to the engine, and what it refuses."""

from __future__ import annotations

import json

import pytest
from tests.cli.given import Project, Pybundle


@pytest.mark.parametrize(
    ("call", "options", "expected"),
    [
        ('import("./a.js")', [], []),
        ('import("pkg")', [], [("unresolved-import", "warning")]),
        ('import("pkg/sub")', ["--external", "pkg"], []),
        ('import("./a.js")', ["--external", "./a.js"], []),
        ('import("node:fs")', [], [("unresolved-import", "warning")]),
        ('import("node:fs")', ["--platform", "node"], []),
        ("import(name)", [], [("dynamic-import", "warning")]),
        ("import(`${name}/x.js`)", [], [("dynamic-import", "warning")]),
        ("import(`./${name}.js`)", [], []),
        ("import('./' + name + '.js')", [], []),
        ("import(`./${name}.mjs`)", [], [("import-matches-nothing", "warning")]),
        ('import("./nowhere.js")', [], [("unresolved-import", "error")]),
    ],
)
def test_dynamic_import(
    project: Project,
    pybundle: Pybundle,
    call: str,
    options: list[str],
    expected: list[tuple[str, str]],
) -> None:
    project({"main.js": f'const name = "a";\nconst f = () => {call};\n', "a.js": ""})
    result = pybundle("main.js", "--json", *options)
    found = json.loads(result.out)["diagnostics"]
    assert [(d["code"], d["severity"]) for d in found] == expected
    assert result.code == any(severity == "error" for _, severity in expected)


def test_top_level_await(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": 'import "./a.js";\nconsole.log(await 1);\n', "a.js": "await 2;\n"})
    assert "async () =>" in pybundle("main.js").out
    assert "await 1" in pybundle("main.js", "--format", "esm").out
    found = json.loads(pybundle("main.js", "--format", "cjs", "--json").out)["diagnostics"]
    assert [(d["code"], d["place"]["file"]) for d in found] == [
        ("top-level-await", "a.js"),
        ("top-level-await", "main.js"),
    ]


def test_exports_that_nobody_can_get_at_are_noted(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": "export const a = 1, b = 2, c = 3, d = 4;\n", "none.js": "export {};\n"})
    result = pybundle("main.js")
    assert result.code == 0
    assert "note: main.js exports a, b, c and 1 more" in result.err
    assert result.err.endswith("\n1 note\n")
    assert not pybundle("main.js", "--global-name", "Lib").err
    assert not pybundle("main.js", "--format", "esm").err
    assert not pybundle("none.js").err
