"""What is said of modules that run later, as somebody reads it who meets it for the first time:
where, what, why, what to do."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

import pytest
from tests.cli.given import Project, Pybundle

DEFER = "only import() leads here: with --defer-errors its promise is rejected instead"


@dataclass(frozen=True)
class Said:
    """Files, and what the command says of them: the frame (the line and its mark) and words."""

    files: dict[str, str]
    code: str
    line: str
    mark: str
    words: tuple[str, ...]
    options: tuple[str, ...] = ()


CASES = {
    "a file that isn't there": Said(
        {"main.js": 'const p = import("./lzy.js");\n', "lazy.js": ""},
        "unresolved-import",
        'const p = import("./lzy.js");',
        "                 ^^^^^^^^^^",
        ("there is no such file", 'Did you mean "./lazy.js"?', DEFER),
    ),
    "after a tab and wide characters, in a file with CRLF": Said(
        {"main.js": '\tf("日本"); import("./no.js");\r\nexport {};\r\n'},
        "unresolved-import",
        '    f("日本"); import("./no.js");',
        "                      ^^^^^^^^^",
        (DEFER,),
    ),
    "in a long line": Said(
        {"main.js": f'"{"x" * 500}"; import("./no.js"); "{"y" * 500}";\n'},
        "unresolved-import",
        "",
        "",
        ("..", 'import("./no.js")', "^^^^^^^^^"),
    ),
    "a missing export of what is lazy": Said(
        {
            "main.js": 'import("./lazy.js");\n',
            "lazy.js": 'import { color } from "./x.js";\n',
            "x.js": "export const colour = 1;\n",
        },
        "missing-export",
        'import { color } from "./x.js";',
        "         ^^^^^",
        ('x.js has no export named "color"', "did you mean import { colour }", DEFER),
    ),
    "JSON that is none": Said(
        {"main.js": 'import("./d.json", { with: { type: "json" } });\n', "d.json": '{"a": 1,}\n'},
        "syntax-error",
        '{"a": 1,}',
        "        ^",
        ("not valid JSON", "imported here", "--> main.js:1:8", DEFER),
    ),
    "a directory": Said(
        {"main.js": 'import("./lib");\n', "lib/x.txt": ""},
        "is-directory",
        'import("./lib");',
        "       ^^^^^^^",
        ("is a directory", "Import one of its files by name.", DEFER),
    ),
    "TypeScript": Said(
        {"main.js": 'import("./a.ts");\n', "a.ts": "let x: number;\n"},
        "unknown-file-type",
        'import("./a.ts");',
        "       ^^^^^^^^",
        ("a.ts is TypeScript", "Compile it to JavaScript first.", DEFER),
    ),
    "a stylesheet": Said(
        {"main.js": 'import("./a.css");\n', "a.css": "a {}\n"},
        "unknown-file-type",
        'import("./a.css");',
        "       ^^^^^^^^^",
        ("files ending in .css", 'with { type: "text" }', "--external '*.css'", DEFER),
    ),
    "an attribute that nobody knows": Said(
        {"main.js": 'import x from "./d.json" with { lazy: "1" };\n', "d.json": "1"},
        "unsupported-import-attribute",
        'import x from "./d.json" with { lazy: "1" };',
        "              ^^^^^^^^^^",
        ('"lazy" is not supported', 'Only "type" is: with { type: "json" }, or "text".'),
    ),
    "a type that nobody knows": Said(
        {"main.js": 'import("./d.json", { with: { type: "css" } });\n', "d.json": "1"},
        "unsupported-import-attribute",
        'import("./d.json", { with: { type: "css" } });',
        "       ^^^^^^^^^^",
        ('modules of type "css" are not supported', "may be json or text", DEFER),
    ),
    "half a package's name": Said(
        {"main.js": 'import "@scope";\n'},
        "unresolved-import",
        'import "@scope";',
        "       ^^^^^^^^",
        ("is not a valid package name", "@scope/name"),
    ),
    "top-level await where nothing can wait": Said(
        {"main.js": "export const x = await 1;\n"},
        "top-level-await",
        "export const x = await 1;",
        "                 ^^^^^",
        ("CommonJS file, which can't wait", "--async-exports", "--format esm or iife"),
        ("--format", "cjs"),
    ),
    "an eval that may assign what esm exports": Said(
        {"main.js": 'export { x } from "./e.js";\n', "e.js": "export let x = eval('1');\n"},
        "direct-eval",
        "export let x = eval('1');",
        "           ^",
        ("a direct eval may assign x", "choose another format", "(0, eval)"),
        ("--format", "esm"),
    ),
}
WARNED = {
    "try": 'try { await import("./no.js"); } catch {}\n',
    "handled": 'import("./no.js").catch(() => {});\n',
    "builtin": 'import("node:fs");\n',
    "package": 'import("left-pad");\n',
    "near": 'import("lib/x.js");\n',
    "template": "import(`./none/${globalThis.x}.js`);\n",
    "open": "import(globalThis.x);\n",
}
WARNINGS = {
    "try": "The import() is rejected, as natively.",
    "handled": "The import() is rejected, as natively.",
    "builtin": "It is left to the engine: where that can't resolve it, the promise is rejected.",
    "package": "It is left to the engine",
    "near": 'Did you mean "./lib/x.js"? It is left to the engine',
    "template": 'no module matches "./none/*.js", so this import() rejects',
    "open": "[dynamic-import]",
}


@pytest.mark.parametrize("name", CASES)
def test_errors(project: Project, pybundle: Pybundle, name: str) -> None:
    case = CASES[name]
    project(dict(case.files))
    result = pybundle("main.js", "-o", "out.js", "--no-color", *case.options)
    assert result.code == 1
    assert f"[{case.code}]" in result.err.splitlines()[0]
    assert f"  | {case.line}".rstrip() in result.err
    assert f" | {case.mark}" in result.err
    for word in case.words:
        assert word in result.err
    assert result.err.endswith("\n1 error\n")


@pytest.mark.parametrize("name", WARNED)
def test_warnings(project: Project, pybundle: Pybundle, name: str) -> None:
    project({"main.js": WARNED[name], "lib/x.js": ""})
    result = pybundle("main.js", "-o", "out.js", "--no-color")
    assert (result.code, WARNINGS[name] in result.err) == (0, True), result.err
    assert "--defer-errors" not in result.err
    assert result.err.startswith("warning: ")


def test_what_static_code_needs_cannot_be_deferred(project: Project, pybundle: Pybundle) -> None:
    files = {
        "main.js": 'import "./a.js";\nimport("./a.js");\nimport { y } from "./x.js";\n',
        "a.js": 'import { nope } from "./x.js";\n',
        "x.js": "",
    }
    project(files)
    result = pybundle("main.js", "-o", "out.js")
    assert (result.code, DEFER in result.err) == (1, False)


def test_with_defer_errors_it_is_as_was_said(project: Project, pybundle: Pybundle) -> None:
    for name, case in CASES.items():
        if DEFER in case.words:
            project(dict(case.files))
            result = pybundle("main.js", "-o", "out.js", "--defer-errors")
            assert result.code == 0, (name, result.err)
            assert result.err.startswith("warning: "), name


def broken(random_: random.Random) -> bytes:
    """A file that something has happened to."""
    text = random_.choice(
        [
            'import { a as c } from "./a.js";\nexport default class extends c { #x = `${c}`; }\n',
            'for await (const y of await import("./a.js", { with: { type: "json" } }));\n',
            '{"a": [1, 2, {"b": "\\u00e9"}], "c": null}\n',
            "exports.a = function* () { yield /[/]\\/(?<n>x)/u.exec(eval('1')); };\n",
        ]
    )
    data = text.encode()
    at = random_.randrange(len(data))
    nested = random_.choice("([{`/'") * random_.choice([10, 3000])
    made = [
        random_.randbytes(random_.randrange(200)),
        data[:at],
        data[:at] + random_.randbytes(3) + data[at:],
        text.encode(random_.choice(["utf-16", "utf-16-le", "utf-32", "utf-8-sig"])),
        data[:at] + nested.encode() + data[at:],
        b"x = " + b"9" * random_.choice([10, 30000]) + random_.choice([b"n", b"e9", b".", b"_"]),
        bytes(byte for byte in data if random_.random() > 0.03),
    ]
    return random_.choice(made)


@pytest.mark.parametrize("seed", range(8))
def test_broken_files_never_break_the_command(
    project: Project, pybundle: Pybundle, seed: int
) -> None:
    random_ = random.Random(seed)
    imports = "import './a.js'; import d from './d.json'; import './c.cjs'; import('./a.js');\n"
    for round_ in range(5):
        files = {name: broken(random_) for name in ("main.js", "a.js", "d.json", "c.cjs")}
        if round_:
            files["main.js"] = imports.encode()
        root = project(dict(files))
        format = random_.choice(["iife", "esm", "cjs", "umd", "amd"])
        deferred = ["--defer-errors"] if random_.random() < 0.5 else []
        result = pybundle("main.js", "-o", "out.js", "--format", format, *deferred)
        said = result.out + result.err
        assert result.code in (0, 1), files
        assert "Traceback" not in said and "[internal-error]" not in said, files
        assert result.code == 0 or re.search(r"^error: .+ \[[a-z0-9-]+\]$", said, re.MULTILINE), (
            files
        )
        assert str(root) not in said, files
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", said), files
