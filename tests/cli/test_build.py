"""The command: where the bundle goes and what is said about it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.given import Project, Pybundle

TWO = {
    "main.js": 'import { b } from "./b.js";\nconsole.log(b);\n',
    "b.js": 'export const b = "from b";\n',
}
STAGES = ["read", "scan", "resolve", "link", "plan", "emit", "write"]


def test_a_first_word_that_is_no_command_is_an_entry(project: Project, pybundle: Pybundle) -> None:
    root = project(TWO)
    assert pybundle("main.js", "-o", "short.js").code == 0
    assert pybundle("build", "main.js", "-o", "long.js").code == 0
    assert pybundle("-o", "options-first.js", "main.js").code == 0
    texts = {(root / name).read_bytes() for name in ("short.js", "long.js", "options-first.js")}
    assert len(texts) == 1
    assert b"from b" in texts.pop()


def test_a_file_with_a_commands_name(project: Project, pybundle: Pybundle) -> None:
    project({"build": "console.log('a file called build');\n"})
    assert "a file called build" in pybundle("./build").out


def test_stdout_is_the_default(project: Project, pybundle: Pybundle) -> None:
    root = project(TWO)
    result = pybundle("main.js")
    assert (result.code, result.err) == (0, "")
    assert pybundle("main.js", "-o", "-").out == result.out
    pybundle("main.js", "-o", "out.js")
    assert (root / "out.js").read_text() == result.out


def test_stdin_is_an_entry(project: Project, pybundle: Pybundle) -> None:
    project(TWO)
    result = pybundle("-", stdin=b'import { b } from "./b.js"; console.log("stdin: " + b);\n')
    assert result.code == 0
    assert "from b" in result.out
    assert "stdin: " in result.out


def test_stdin_that_is_not_utf8(project: Project, pybundle: Pybundle) -> None:
    project({})
    result = pybundle("-", stdin=b'console.log("\xff");\n')
    assert (result.code, result.out) == (1, "")
    assert "UTF-8" in result.err


def test_summary_of_a_written_file(project: Project, pybundle: Pybundle) -> None:
    root = project(TWO)
    result = pybundle("main.js", "-o", "out.js")
    assert result.out == ""
    words = result.err.split()
    assert words[:2] == ["out.js", str((root / "out.js").stat().st_size)]
    assert words[2:5] == ["B", "2", "modules"]


def test_several_entries_are_independent_bundles(project: Project, pybundle: Pybundle) -> None:
    root = project(
        {
            **TWO,
            "src/other.mjs": 'import { b } from "../b.js";\nconsole.log("other", b);\n',
        }
    )
    assert pybundle("main.js", "src/other.mjs", "--outdir", "out/js").code == 0
    assert sorted(p.name for p in (root / "out/js").iterdir()) == ["main.js", "other.js"]
    for entry, name in (("main.js", "main.js"), ("src/other.mjs", "other.js")):
        assert (root / "out/js" / name).read_text() == pybundle(entry).out


def test_several_entries_need_outdir(project: Project, pybundle: Pybundle) -> None:
    root = project({**TWO, "other.js": "1;\n"})
    for arguments in (["main.js", "other.js"], ["main.js", "other.js", "-o", "out.js"]):
        result = pybundle(*arguments)
        assert result.code == 2
        assert "--outdir" in result.err
    assert not (root / "out.js").exists()


def test_output_and_outdir_exclude_each_other(project: Project, pybundle: Pybundle) -> None:
    root = project(TWO)
    result = pybundle("main.js", "-o", "a.js", "--outdir", "out")
    assert result.code == 2
    assert sorted(p.name for p in root.iterdir()) == ["b.js", "main.js"]


def test_entries_that_would_share_an_output(project: Project, pybundle: Pybundle) -> None:
    root = project({"a/main.js": "1;\n", "b/main.js": "2;\n"})
    result = pybundle("a/main.js", "b/main.js", "--outdir", "out")
    assert result.code == 1
    assert "a/main.js and b/main.js would both be written" in result.err
    assert not (root / "out").exists()


def test_json_describes_the_bundle(project: Project, pybundle: Pybundle) -> None:
    root = project(TWO)
    result = pybundle("main.js", "-o", "out.js", "--json")
    assert (result.code, result.err) == (0, "")
    data = json.loads(result.out)
    assert (data["ok"], data["diagnostics"]) == (True, [])
    assert list(data["timings"]) == STAGES
    [output] = data["outputs"]
    assert output == {
        "entry": "main.js",
        "file": "out.js",
        "size": (root / "out.js").stat().st_size,
        "modules": [
            {
                "name": "b.js",
                "kind": "esm",
                "size": len(TWO["b.js"]),
                "order": 0,
                "wrap": "flat",
                "imports": [],
                "exports": ["b"],
            },
            {
                "name": "main.js",
                "kind": "esm",
                "size": len(TWO["main.js"]),
                "order": 1,
                "wrap": "flat",
                "imports": ["b.js"],
                "exports": [],
            },
        ],
        "assets": [],
    }


def test_json_has_the_code_where_no_file_has(project: Project, pybundle: Pybundle) -> None:
    project(TWO)
    data = json.loads(pybundle("main.js", "--json").out)
    assert data["outputs"][0]["file"] is None
    assert data["outputs"][0]["code"] == pybundle("main.js").out


def test_json_has_errors_and_usage(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": 'import "./missing.js";\nimport "./absent.js";\n'})
    result = pybundle("main.js", "--json")
    assert (result.code, result.err) == (1, "")
    data = json.loads(result.out)
    assert (data["ok"], data["outputs"]) == (False, [])
    assert [d["severity"] for d in data["diagnostics"]] == ["error", "error"]
    places = [(d["place"]["file"], d["place"]["line"]) for d in data["diagnostics"]]
    assert places == [("main.js", 1), ("main.js", 2)]
    wrong = pybundle("main.js", "--json", "--no-such-option")
    assert (wrong.code, wrong.err) == (2, "")
    assert json.loads(wrong.out)["diagnostics"][0]["code"] == "usage"


def test_timing_names_every_stage(project: Project, pybundle: Pybundle) -> None:
    project(TWO)
    plain, timed = pybundle("main.js"), pybundle("main.js", "--timing")
    assert timed.out == plain.out
    names = [line.split()[0] for line in timed.err.splitlines()]
    assert names == [*STAGES, "total"]


def test_version_and_help(pybundle: Pybundle) -> None:
    import pybundle as package

    assert pybundle("--version").out == f"pybundle {package.__version__}\n"
    text = pybundle("--help").out
    assert "--global-name" in text
    assert "build" in text


@pytest.mark.parametrize(
    "command", [["-m", "pybundle"], ["-c", "from pybundle.__main__ import main; main()"]]
)
def test_the_command_as_a_process(project: Project, command: list[str]) -> None:
    project(TWO)
    done = subprocess.run(
        [sys.executable, *command, "main.js"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "from b" in done.stdout


def test_globals_externals_and_conditions_reach_the_build(
    project: Project, pybundle: Pybundle
) -> None:
    project(
        {
            "main.js": 'import { h } from "ui/core";\nimport v from "#v";\nconsole.log(h, v);\n',
            "package.json": json.dumps(
                {"type": "module", "imports": {"#v": {"special": "./s.js", "default": "./d.js"}}}
            ),
            "s.js": 'export default "special condition";\n',
            "d.js": 'export default "default condition";\n',
        }
    )
    common = ["main.js", "--external", "ui", "--conditions", "other,special"]
    result = pybundle(*common, "--globals", "ui/core=window.UI")
    assert result.code == 0, result.err
    assert "window.UI" in result.out
    assert "special condition" in result.out
    assert 'from "ui/core"' in pybundle(*common, "--format", "esm").out


def test_define_reaches_the_build(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": "console.log(DEBUG, process.env.NODE_ENV);\n"})
    result = pybundle("main.js", "--define", 'DEBUG={"a": [1]}')
    assert result.code == 0, result.err
    assert '{"a": [1]}' in result.out
    assert '"production"' in result.out
    assert "process.env.NODE_ENV" in pybundle("main.js", "--platform", "node").out


def test_root_names_modules(project: Project, pybundle: Pybundle) -> None:
    root = project({"src/main.js": 'import "./a.js";\nconsole.log(1);\n', "src/a.js": "1;\n"})
    assert "// src/a.js" in pybundle("src/main.js").out
    assert "// a.js" in pybundle("src/main.js", "--root", "src").out
    assert str(root) not in pybundle(str(root / "src/main.js"), "--root", str(Path("src"))).out
