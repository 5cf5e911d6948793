"""Bad input: one clear message with a place, exit code 1, no output touched, no traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass

import pytest
from tests.cli.given import Contents, Project, Pybundle

from pybundle.plan.plan import Plan


@dataclass(frozen=True)
class Bad:
    """Files, and what must be said: code, the place of the first error, a word of the text."""

    files: dict[str, str | bytes]
    code: str
    place: tuple[str, int, int] | None
    says: str
    entry: str = "main.js"
    options: tuple[str, ...] = ()


CASES = {
    "syntax error": Bad(
        {"main.js": 'import "./a.js";\n', "a.js": "let x = 1;\nlet y = (1 + ;\n"},
        "syntax-error",
        ("a.js", 2, 14),
        "",
    ),
    "early error": Bad({"main.js": "let a;\nlet a;\n"}, "syntax-error", ("main.js", 2, 5), "a"),
    "missing file": Bad(
        {"main.js": '\nimport { a } from "./nowhere.js";\n', "now-here.js": ""},
        "unresolved-import",
        ("main.js", 2, 19),
        "./nowhere.js",
    ),
    "missing package": Bad(
        {"main.js": 'import "left-pad";\n'}, "unresolved-import", ("main.js", 1, 8), "left-pad"
    ),
    "missing export": Bad(
        {"main.js": 'import { colour } from "./a.js";\n', "a.js": "export const color = 1;\n"},
        "missing-export",
        ("main.js", 1, 10),
        "color",
    ),
    "missing default export": Bad(
        {"main.js": 'import a from "./a.js";\n', "a.js": "export const a = 1;\n"},
        "missing-export",
        ("main.js", 1, 8),
        "default",
    ),
    "ambiguous star": Bad(
        {
            "main.js": 'import { x } from "./all.js";\nconsole.log(x);\n',
            "all.js": 'export * from "./a.js";\nexport * from "./b.js";\n',
            "a.js": "export const x = 1;\n",
            "b.js": "export const x = 2;\n",
        },
        "ambiguous-export",
        ("main.js", 1, 10),
        "b.js",
    ),
    "circular re-export": Bad(
        {
            "main.js": 'import { x } from "./a.js";\nconsole.log(x);\n',
            "a.js": 'export { x } from "./b.js";\n',
            "b.js": 'export { x } from "./a.js";\n',
        },
        "circular-reexport",
        ("b.js", 1, 10),
        "a.js",
    ),
    "directory": Bad(
        {"main.js": 'import "./lib";\n', "lib/x.txt": ""},
        "is-directory",
        ("main.js", 1, 8),
        "directory",
    ),
    "binary file": Bad(
        {"main.js": 'import "./logo.js";\n', "logo.js": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"},
        "binary-file",
        ("main.js", 1, 8),
        "logo.js",
    ),
    "invalid UTF-8": Bad(
        {"main.js": 'import "./a.js";\n', "a.js": b'let ok;\nlet s = "\xe4";\n'},
        "not-utf8",
        ("a.js", 2, 10),
        "UTF-8",
    ),
    "entry that is missing": Bad({"other.js": ""}, "not-found", None, "main.js"),
    "entry that is a directory": Bad(
        {"src/a.js": ""}, "is-directory", None, "directory", entry="src"
    ),
    "import() of a missing file": Bad(
        {"main.js": 'const p = import("./a.js");\n'},
        "unresolved-import",
        ("main.js", 1, 18),
        "./a.js",
    ),
    "top-level await as CommonJS": Bad(
        {"main.js": 'import "./a.js";\n', "a.js": "export const a = await 1;\n"},
        "top-level-await",
        ("a.js", 1, 18),
        "CommonJS",
        options=("--format", "cjs"),
    ),
    "a required file that is missing": Bad(
        {"main.js": 'import a from "./a.cjs";\n', "a.cjs": 'module.exports = require("./b");\n'},
        "unresolved-import",
        ("a.cjs", 1, 26),
        "./b",
    ),
}


SAYS_IT_ALL = ("syntax-error", "not-found", "binary-file")
"""Codes of messages that need no hint."""


@pytest.mark.parametrize("name", CASES)
def test_one_clear_message(
    name: str, project: Project, pybundle: Pybundle, contents: Contents
) -> None:
    case = CASES[name]
    root = project({**case.files, "out.js": "good\n"})
    before = contents(root)
    people = pybundle(case.entry, *case.options, "-o", "out.js")
    machine = pybundle(case.entry, *case.options, "-o", "out.js", "--json")
    assert contents(root) == before
    assert (people.code, people.out, machine.code, machine.err) == (1, "", 1, "")
    [diagnostic] = json.loads(machine.out)["diagnostics"]
    assert (diagnostic["code"], diagnostic["severity"]) == (case.code, "error")
    assert people.err.endswith("\n1 error\n")
    assert diagnostic["text"] in people.err
    assert case.says in people.err
    assert "Traceback" not in people.err
    assert str(root) not in people.err, "an absolute path helps nobody"
    if case.place:
        place = diagnostic["place"]
        assert (place["file"], place["line"], place["column"]) == case.place
        assert "--> {}:{}:{}\n".format(*case.place) in people.err
        assert re.search(r"^ +\| +\^+$", people.err, re.MULTILINE)
    assert diagnostic["hint"] or diagnostic["notes"] or case.code in SAYS_IT_ALL


def test_all_errors_of_a_phase_at_once(project: Project, pybundle: Pybundle) -> None:
    project(
        {
            "main.js": 'import "./a.js";\nimport "./nowhere.js";\nimport "./b.js";\n',
            "a.js": "let let;\n",
            "b.js": b"\xff",
        }
    )
    result = pybundle("main.js")
    assert result.code == 1
    assert result.err.endswith("\n3 errors\n")


def test_a_bug_of_ours_is_one_message(
    project: Project, pybundle: Pybundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    project({"main.js": "1;\n"})

    def broken(*_: object) -> Plan:
        raise KeyError("no such key")

    monkeypatch.setattr("pybundle.build.plan", broken)
    result = pybundle("main.js", "-o", "out.js")
    assert result.code == 1
    assert "[internal-error]" in result.err
    assert "KeyError" in result.err
    assert "PYBUNDLE_DEBUG=1" in result.err
    assert "Traceback" not in result.err
    assert (
        json.loads(pybundle("main.js", "--json").out)["diagnostics"][0]["code"] == "internal-error"
    )
    monkeypatch.setenv("PYBUNDLE_DEBUG", "1")
    with pytest.raises(KeyError):
        from pybundle import cli

        cli.run(["main.js"])


@pytest.mark.parametrize(
    ("variables", "arguments", "colored"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": ""}, [], True),
        ({"TERM": "dumb"}, [], False),
        ({}, ["--no-color"], False),
    ],
)
def test_colors_on_a_terminal(
    project: Project, variables: dict[str, str], arguments: list[str], colored: bool
) -> None:
    pty = pytest.importorskip("pty", reason="pseudo-terminals are a thing of Unix")
    project({"main.js": 'import "./nowhere.js";\n'})
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "pybundle", "main.js", *arguments],
        stderr=theirs,
        stdout=subprocess.DEVNULL,
        env={**environment, "TERM": "xterm-256color", **variables},
    )
    os.close(theirs)
    said = b""
    while chunk := _read(ours):
        said += chunk
    assert process.wait(timeout=60) == 1
    assert b"nowhere.js" in said
    assert (b"\x1b[" in said) == colored


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 4096)
    except OSError:  # Linux says so when the other side is closed
        return b""
