"""The check: on by default, what it says, and the commands ``check`` and ``run``."""

from __future__ import annotations

import json

import pytest
from tests.changed_emit import writing
from tests.cli.given import Project, Pybundle

from pybundle.emit.emit import emit
from pybundle_runtime import available_backends

pytestmark = pytest.mark.skipif(not available_backends(), reason="no JavaScript engine")

CYCLE = {
    "main.js": 'import { b } from "./b.js";\nexport const a = "a";\nconsole.log(b);\n',
    "b.js": 'import { a } from "./main.js";\nexport let b = "b";\n'
    "try {\n  console.log(a);\n} catch (error) {\n  console.log(error.name);\n}\n",
}
ESBUILD = """(() => {
  // b.js
  var b = "b";
  try {
    console.log(a);
  } catch (error) {
    console.log(error.name);
  }

  // main.js
  var a = "a";
  console.log(b);
})();
"""
"""What esbuild 0.28.2 makes of CYCLE (--bundle --format=iife)."""
SAME = "checked: does what the original does\n"


@pytest.fixture
def check_on(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYBUNDLE_CHECK")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """An emitter that writes var for const."""
    monkeypatch.setattr("pybundle.build.emit", writing("const a =", "var   a =", emit))


@pytest.mark.usefixtures("check_on")
def test_one_line_when_all_is_the_same(project: Project, pybundle: Pybundle) -> None:
    root = project(CYCLE)
    result = pybundle("main.js", "-o", "out.js")
    assert result.code == 0
    assert result.err.splitlines(keepends=True)[-1] == SAME
    assert (root / "out.js").exists()
    for off in ("--no-check", "--check=off"):
        assert SAME not in pybundle("main.js", "-o", "out.js", off).err


@pytest.mark.usefixtures("check_on", "broken")
@pytest.mark.parametrize("format", ["iife", "esm", "cjs"])
def test_a_difference_fails_the_build_and_touches_no_output(
    project: Project, pybundle: Pybundle, format: str
) -> None:
    root = project({**CYCLE, "out.js": "// good\n"})
    result = pybundle("main.js", "-o", "out.js", "--format", format)
    assert result.code == 1
    assert (root / "out.js").read_text() == "// good\n"
    assert "[check-different]" in result.err
    assert "--> b.js:6:11" in result.err
    assert 'the original: console.log("ReferenceError")' in result.err
    assert "the bundle:   console.log(undefined)" in result.err
    assert "--> bundle.js:" in result.err
    assert pybundle("main.js", "-o", "out.js", "--no-check", "--format", format).code == 0


@pytest.mark.usefixtures("check_on", "broken")
def test_a_difference_as_json(project: Project, pybundle: Pybundle) -> None:
    project(CYCLE)
    result = json.loads(pybundle("main.js", "-o", "out.js", "--json").out)
    (diagnostic,) = (d for d in result["diagnostics"] if d["severity"] == "error")
    assert (result["ok"], diagnostic["code"]) == (False, "check-different")
    assert (diagnostic["place"]["file"], diagnostic["place"]["line"]) == ("b.js", 6)
    assert diagnostic["notes"][1]["place"]["text"].strip() == "console.log(a);"


@pytest.mark.usefixtures("check_on")
def test_inconclusive_is_no_error_unless_strict(project: Project, pybundle: Pybundle) -> None:
    root = project({"main.js": "console.log(1);\ndocument.title = 'x';\n"})
    result = pybundle("main.js", "-o", "out.js")
    assert result.code == 0
    assert "checked: inconclusive, both ended where `document` is missing" in result.err
    result = json.loads(pybundle("main.js", "-o", "out.js", "--json").out)
    assert result["outputs"][0]["check"]["verdict"] == "inconclusive"
    (root / "out.js").unlink()
    strict = pybundle("main.js", "-o", "out.js", "--check=strict")
    assert strict.code == 1
    assert "[check-inconclusive]" in strict.err
    assert not (root / "out.js").exists()


@pytest.mark.usefixtures("check_on")
def test_without_an_engine_the_build_says_so(
    project: Project, pybundle: Pybundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(CYCLE)
    monkeypatch.setattr("pybundle_runtime.engines._pydeno", lambda: None)
    monkeypatch.setattr("pybundle_runtime.engines.node_command", lambda: None)
    result = pybundle("main.js", "-o", "out.js")
    assert result.code == 0
    assert result.err.splitlines()[-1].startswith("not checked: no JavaScript engine")
    strict = pybundle("main.js", "-o", "out.js", "--check=strict")
    assert (strict.code, "[not-checked]" in strict.err) == (1, True)
    assert "[no-engine]" in pybundle("run", "main.js").err


@pytest.mark.usefixtures("check_on")
def test_what_the_check_is_told_of_the_graph(project: Project, pybundle: Pybundle) -> None:
    """Defines, JSON, text, import.meta, defaults, names above the root, several entries."""
    root = project(
        {
            "app/main.js": 'import d, { f } from "../lib/f.js";\nimport j, { n } from "./j.json";\n'
            'import t from "./t.txt";\nconsole.log(MODE, process.env.NODE_ENV);\n'
            "console.log(d.name, f(), j, n, t);\n"
            "console.log(import.meta.url.split('/').slice(-2).join('/'));\n"
            "export default class {}\n",
            "app/other.js": "#!/usr/bin/env node\nconsole.log('other');\n",
            "app/j.json": '{"n": 1}',
            "app/t.txt": "text",
            "lib/f.js": "export function f() { return f.name }\nexport default () => {};\n",
        }
    )
    common = ["app/main.js", "app/other.js", "--define", 'MODE="dev"', "--root", "app"]
    for format in ("iife", "esm", "cjs"):
        result = pybundle(*common, "--outdir", f"dist-{format}", "--format", format)
        assert (result.code, result.err.splitlines()[-1]) == (0, SAME.strip()), result.err
    assert (root / "dist-cjs" / "other.js").exists()


def test_judging_what_another_bundler_made(project: Project, pybundle: Pybundle) -> None:
    project({**CYCLE, "esbuild.js": ESBUILD})
    result = pybundle("check", "main.js", "esbuild.js")
    assert result.code == 1
    assert "the bundle does something else than the original" in result.err
    assert 'the original: console.log("ReferenceError")' in result.err
    assert "the bundle:   console.log(undefined)" in result.err
    assert "--> esbuild.js:5:13" in result.err
    data = json.loads(pybundle("check", "main.js", "esbuild.js", "--json").out)
    assert (data["ok"], data["verdict"]) == (False, "different")


@pytest.mark.parametrize("format", ["iife", "esm", "cjs"])
def test_judging_our_own(project: Project, pybundle: Pybundle, format: str) -> None:
    project(CYCLE)
    more = ["--global-name", "Lib"] if format == "iife" else []
    assert pybundle("main.js", "-o", "out.js", "--format", format, *more).code == 0
    result = pybundle("check", "main.js", "out.js", *more)
    assert (result.code, result.out) == (0, SAME)


def test_a_bundle_with_a_syntax_error_or_none_at_all(project: Project, pybundle: Pybundle) -> None:
    project({**CYCLE, "bad.js": "console.log(1);\nlet = ;\n"})
    result = pybundle("check", "main.js", "bad.js", "--format", "esm")
    assert (result.code, "SyntaxError" in result.err) == (1, True)
    assert "[unreadable-file]" in pybundle("check", "main.js", "none.js").err


def test_a_global_that_nobody_named(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": "export let a = 1;\n", "out.js": "var Lib = { a: 1 };\n"})
    assert "--global-name Lib" in pybundle("check", "main.js", "out.js").err
    assert pybundle("check", "main.js", "out.js", "--global-name", "Lib").out == SAME


def test_run_prints_what_the_graph_prints(project: Project, pybundle: Pybundle) -> None:
    project(
        {
            "main.js": 'import "./b.js";\nconsole.group("g");\n'
            'console.log("two\\nlines", { a: 1 });\n'
            'console.groupEnd();\nconsole.error("bad");\n'
            'setTimeout(() => console.log("late"), 1e6);\n',
            "b.js": "console.log('b'.repeat(3), -0, 'é😀');\n",
        }
    )
    result = pybundle("run", "main.js")
    assert (result.code, result.err) == (0, "bad\n")
    assert result.out == "bbb -0 é😀\ng\n  two\n  lines {a: 1}\nlate\n"


def test_run_tells_of_what_nobody_caught(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": "console.log(1);\n  null.x;\n", "r.js": "Promise.reject(5);\n"})
    result = pybundle("run", "main.js")
    assert (result.code, result.out) == (1, "1\n")
    assert "uncaught: TypeError" in result.err
    assert "--> main.js:2:8" in result.err
    assert "unhandled rejection: 5" in pybundle("run", "r.js").err


def test_run_stops_what_does_not_end(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": "console.log(1); for (;;);\n"})
    result = pybundle("run", "main.js", "--timeout", "2")
    assert (result.code, result.out) == (1, "1\n")
    assert "[not-ended]" in result.err
    data = json.loads(pybundle("run", "main.js", "--timeout", "1", "--json").out)
    assert (data["ok"], data["outcome"]) == (False, "timeout")


def test_run_reads_standard_input(project: Project, pybundle: Pybundle) -> None:
    project({"b.js": "export let b = 'imported';\n"})
    result = pybundle("run", "-", stdin=b'import { b } from "./b.js"; console.log(b);')
    assert result.out == "imported\n"


def test_files_called_check_and_run(project: Project, pybundle: Pybundle) -> None:
    project({"check": "console.log('a file');\n"})
    assert "a file" in pybundle("./check").out
