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


def test_exports_that_are_a_promise(project: Project, pybundle: Pybundle) -> None:
    """By option, and only of the entries that await; the check is made, and the verdict told."""
    folder = project({"waits.js": "export const a = await 1;\n", "plain.js": "export let b = 2;\n"})
    options = ("--format", "cjs", "--outdir", "out", "--json")
    refused = json.loads(pybundle("waits.js", "plain.js", *options).out)
    assert [(d["code"], d["place"]["file"]) for d in refused["diagnostics"]] == [
        ("top-level-await", "waits.js")
    ]
    assert "--async-exports" in refused["diagnostics"][0]["hint"]
    given = ("--async-exports", "--check=strict")
    built = json.loads(pybundle("waits.js", "plain.js", *options, *given).out)
    assert [output["check"]["verdict"] for output in built["outputs"]] == ["same", "same"]
    assert not built["diagnostics"]
    waits, plain = ((folder / "out" / name).read_text() for name in ("waits.js", "plain.js"))
    assert waits.startswith("module.exports = (async () => {\n")
    assert "async" not in plain
    for name in ("waits", "plain"):
        found = pybundle("check", f"{name}.js", f"out/{name}.js", "--format", "cjs")
        assert (found.code, found.out) == (0, "checked: does what the original does\n")
    (folder / "out" / "waits.js").write_text(waits.replace("await 1", "await 3"))
    assert pybundle("check", "waits.js", "out/waits.js").code == 1
    wrong = pybundle("plain.js", "--async-exports")
    assert (wrong.code, "cjs, umd or amd" in wrong.err) == (2, True)


def test_exports_that_nobody_can_get_at_are_noted(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": "export const a = 1, b = 2, c = 3, d = 4;\n", "none.js": "export {};\n"})
    result = pybundle("main.js")
    assert result.code == 0
    assert "note: main.js exports a, b, c and 1 more" in result.err
    assert result.err.endswith("\n1 note\n")
    assert not pybundle("main.js", "--global-name", "Lib").err
    assert not pybundle("main.js", "--format", "esm").err
    assert not pybundle("none.js").err
