"""``--defer-errors``: what is broken and lazy is a warning, and rejects when it is reached."""

from __future__ import annotations

import json
import subprocess

import pytest
from tests.cli.given import Project, Pybundle, Result
from tests.node_files import needs_node

from pybundle import BundleError, bundle

BROKEN: dict[str, str | bytes] = {
    "syntax.js": "let a; let a;\n",
    "export.js": 'import { nope } from "./fine.js";\n',
    "missing.js": 'import "./nowhere.js";\n',
    "type.js": 'import "./picture.png";\n',
    "picture.png": b"\x89PNG\0",
    "fine.js": "export const fine = 1;\n",
}
CODES = {
    "syntax.js": "syntax-error",
    "export.js": "missing-export",
    "missing.js": "unresolved-import",
    "type.js": "unknown-file-type",
    "nowhere.js": "unresolved-import",
}


def found(result: Result) -> list[tuple[str, str]]:
    return [(d["code"], d["severity"]) for d in json.loads(result.out)["diagnostics"]]


@pytest.mark.parametrize("name", CODES)
def test_lazy_errors_are_warnings(project: Project, pybundle: Pybundle, name: str) -> None:
    project({**BROKEN, "main.js": f'export const f = () => import("./{name}");\n'})
    options = ["main.js", "--format", "esm", "--json"]
    strict = pybundle(*options)
    assert (strict.code, found(strict)) == (1, [(CODES[name], "error")])
    deferred = pybundle(*options, "--defer-errors")
    assert (deferred.code, found(deferred)) == (0, [(CODES[name], "warning")])


@pytest.mark.parametrize("name", CODES)
@pytest.mark.parametrize("main", ['import "./{}";\n', 'import "./between.js";\n'])
def test_static_errors_stay_errors(
    project: Project, pybundle: Pybundle, name: str, main: str
) -> None:
    files = {
        "main.js": main.format(name) + f'import("./{name}");\n',
        "between.js": f'import "./{name}";\n',
    }
    project({**BROKEN, **files})
    result = pybundle("main.js", "--defer-errors", "--json")
    assert result.code == 1
    assert (CODES[name], "error") in found(result)


def test_static_and_lazy_errors_together(project: Project, pybundle: Pybundle) -> None:
    project(
        {
            **BROKEN,
            "main.js": 'import "./export.js";\nimport("./lazy.js");\nimport("./syntax.js");\n',
            "lazy.js": 'import { other } from "./fine.js";\n',
        }
    )
    result = pybundle("main.js", "--defer-errors", "--json")
    assert found(result) == [("missing-export", "error"), ("missing-export", "warning")]


def test_what_another_entry_needs_is_static(project: Project, pybundle: Pybundle) -> None:
    project({**BROKEN, "main.js": 'import("./syntax.js");\n'})
    result = pybundle("main.js", "syntax.js", "--outdir", "out", "--defer-errors", "--json")
    assert found(result) == [("syntax-error", "error")]


def test_limits_of_the_bundler_stay_errors(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": 'import("./latin.js");\n', "latin.js": b'"\xff";\n'})
    result = pybundle("main.js", "--defer-errors", "--json")
    assert found(result) == [("not-utf8", "error")]


def test_library_call(project: Project) -> None:
    project({**BROKEN, "main.js": 'import("./syntax.js");\n'})
    with pytest.raises(BundleError):
        bundle("main.js")
    made = bundle("main.js", defer_errors=True)
    assert [warning.code for warning in made.warnings] == ["syntax-error"]
    assert "new SyntaxError(\"Identifier 'a' has already been declared\")" in made.code


def test_check_sees_the_rejections(project: Project, pybundle: Pybundle) -> None:
    data = "data:text/javascript,let a; let a"
    names = ["./syntax.js", "./export.js", "./missing.js", "./nowhere.js", data]
    tries = "".join(
        f'import("{n}").catch((e) => console.log("{n}", e.name, e.constructor.name));\n'
        for n in names
    )
    project({**BROKEN, "main.js": tries})
    for format_ in ("iife", "esm", "cjs"):
        result = pybundle(
            "main.js", "--defer-errors", "--check", "on", "--format", format_, "-o", "out/out.js"
        )
        assert "does what the original does" in result.err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.js", "does what the original does"),
        ("odd.js", "what an engine says of what it can't load is up to it (odd.js)"),
    ],
)
def test_messages_are_the_engines(
    project: Project, pybundle: Pybundle, name: str, said: str
) -> None:
    text = f'import("./{name}").catch((e) => console.log(e.message));\n'
    project({**BROKEN, "odd.js": "let a = ;\n", "main.js": text})
    options = ["main.js", "--defer-errors", "--check", "on", "-o", "out/out.js"]
    assert said in pybundle(*options).err


def test_run_and_check_take_it(project: Project, pybundle: Pybundle) -> None:
    project({**BROKEN, "main.js": 'import("./syntax.js").catch((e) => console.log(e.name));\n'})
    assert pybundle("run", "main.js").code == 1
    assert pybundle("run", "main.js", "--defer-errors").out == "SyntaxError\n"
    assert pybundle("main.js", "--defer-errors", "-o", "out/out.js").code == 0
    assert pybundle("check", "main.js", "out/out.js", "--defer-errors").code == 0


@pytest.mark.parametrize(
    ("call", "severity"),
    [
        ('import("./nowhere.js")', "error"),
        ('import("./nowhere.js").then(f)', "error"),
        ('import("./nowhere.js").catch(f)', "warning"),
        ('import("./nowhere.js").then(f, f)', "warning"),
        ('(async () => { try { await import("./nowhere.js") } catch {} })()', "warning"),
        ('(async () => { try { await import("./nowhere.js") } finally {} })()', "error"),
        ('import("./syntax.js").catch(f)', "error"),
    ],
)
def test_where_the_program_deals_with_it(
    project: Project, pybundle: Pybundle, call: str, severity: str
) -> None:
    project({**BROKEN, "main.js": f"const f = () => 1;\n{call};\n"})
    result = pybundle("main.js", "--json")
    assert [s for _, s in found(result)] == [severity]
    assert result.code == (severity == "error")


@needs_node
@pytest.mark.parametrize("format_", ["esm", "iife", "cjs"])
def test_programs_for_node_see_its_codes(
    project: Project, pybundle: Pybundle, format_: str
) -> None:
    """An optional file is often told apart by the error's code."""
    look = "(e) => console.log(e.code, e.name, e instanceof Error, /find module/.test(e.message))"
    files = {
        "main.mjs": f'import("./nowhere.js").catch({look});\nimport("./lazy.mjs").catch({look});\n',
        "lazy.mjs": 'const Object = 1, Error = 2;\nawait import("./gone.js");\nObject + Error;\n',
    }
    project({**files, "package.json": "{}"})
    output = f"out.{'mjs' if format_ == 'esm' else 'cjs'}"
    options = ["main.mjs", "--defer-errors", "--format", format_, "-o", output]
    result = pybundle(*options, "--platform", "node", "--check=strict")
    assert (result.code, "does what the original does" in result.err) == (0, True)
    original, made = (
        subprocess.run(["node", name], capture_output=True, text=True, check=True).stdout
        for name in ("main.mjs", output)
    )
    assert made == original == "ERR_MODULE_NOT_FOUND Error true true\n" * 2
    assert pybundle(*options, "--no-check").code == 0
    made = subprocess.run(["node", output], capture_output=True, text=True, check=True).stdout
    assert made == "undefined TypeError true false\n" * 2
