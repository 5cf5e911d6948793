"""What this release leaves to the engine, and what it refuses."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("call", "options", "expected"),
    [
        ('import("./a.js")', [], ["error"]),
        ('import("./a.js", {})', [], ["error"]),
        ("import(`./${name}.js`)", [], ["error"]),
        ('import("pkg")', [], ["error"]),
        ('import("pkg/sub")', ["--external", "pkg"], []),
        ('import("./a.js")', ["--external", "./a.js"], []),
        ('import("node:fs")', [], []),
        ('import("fs")', [], []),
        ('import("https://example.org/a.js")', [], []),
        ("import(name)", [], ["warning"]),
        ("import(`${name}/x.js`)", [], ["warning"]),
    ],
)
def test_dynamic_import(
    project, pybundle, call: str, options: list[str], expected: list[str]
) -> None:
    project({"main.js": f'const name = "a";\nconst f = () => {call};\n', "a.js": ""})
    result = pybundle("main.js", "--json", *options)
    found = json.loads(result.out)
    assert [(d["code"], d["severity"]) for d in found["diagnostics"]] == [
        ("dynamic-import", severity) for severity in expected
    ]
    assert result.code == ("error" in expected)
    if not result.code:
        assert call in found["outputs"][0]["code"]


def test_an_entry_may_wait(project, pybundle) -> None:
    project({"main.js": 'import "./a.js";\nconsole.log(await 1);\n', "a.js": "console.log(2);\n"})
    assert "async () =>" in pybundle("main.js").out
    assert "await 1" in pybundle("main.js", "--format", "esm").out


def test_every_limit_is_reported_at_once(project, pybundle) -> None:
    project(
        {
            "main.js": 'import "./a.js";\nimport("./a.js");\nimport("./b.js");\n',
            "a.js": "await 1;\nawait 2;\n",
        }
    )
    found = json.loads(pybundle("main.js", "--json").out)["diagnostics"]
    assert [(d["code"], d["place"]["file"], d["place"]["line"]) for d in found] == [
        ("top-level-await", "a.js", 1),
        ("dynamic-import", "main.js", 2),
        ("dynamic-import", "main.js", 3),
    ]
