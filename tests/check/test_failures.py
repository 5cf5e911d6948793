"""What ``import()`` can't load: the error's kind, code and identity are compared, its words are
not."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pybundle.build import Bundle, build
from pybundle.check import Check, check
from pybundle.option_check import checked
from pybundle.options import Format, Options, Platform
from pybundle_runtime import Evaluator, available_backends

pytestmark = pytest.mark.skipif("node" not in available_backends(), reason="no Node")

TRIED = "const tried = async (load) => { try { await load() } catch (error) { return error } };\n"
FILES = {
    "broken.js": "let twice; let twice;\n",
    "needs-broken.js": 'import "./between.js";\n',
    "between.js": 'import "./fine.js"; import "./broken.js";\n',
    "fine.js": 'import "./leaf.js"; export const fine = 1;\n',
    "leaf.js": "console.log('leaf');\n",
    "unlinked.js": 'import { nope } from "./fine.js";\n',
    "needs-unlinked.js": 'import "./unlinked.js";\n',
    "lost.js": 'import "./fine.js"; import "./nowhere.js";\n',
    "needs-lost.js": 'import "./lost.js";\n',
}
IDENTITY = TRIED + "".join(
    f"""{{
  const one = await tried(() => import("./{name}.js"));
  const same = one === (await tried(() => import("./{name}.js")));
  const importers = await tried(() => import("./needs-{name}.js"));
  const again = importers === (await tried(() => import("./needs-{name}.js")));
  console.log("{name}", same, one === importers, again, one.name);
  console.log(importers.message === one.message);
}}
"""
    for name in ("broken", "unlinked", "lost")
)
NOWHERE = (
    TRIED + "const one = await tried(() => import('./nowhere.js'));\n"
    "console.log(one === (await tried(() => import('./nowhere.js'))), one.name, one.code);\n"
    "console.log(one.message, Object.keys(one));\n"
)
AFTERWARDS = (
    TRIED + "await tried(() => import('./unlinked.js'));\nawait tried(() => import('./lost.js'));\n"
    "await Promise.all([import('./fine.js'), tried(() => import('./needs-lost.js'))]);\n"
    "console.log((await import('./fine.js')).fine);\n"
)
UNCAUGHT = "console.log('before');\nawait import('./lost.js');\n"


def made(folder: Path, main: str, options: Options) -> tuple[Bundle, Options]:
    """The bundle of a program, and the options that it was built with."""
    for name, text in {**FILES, "main.js": main}.items():
        (folder / name).write_text(text)
    options = checked(replace(options, root=str(folder), defer_errors=True))
    return build([str(folder / "main.js")], options)[0], options


@pytest.mark.parametrize("platform", ["browser", "node"])
@pytest.mark.parametrize("format", ["iife", "esm"])
@pytest.mark.parametrize("main", [IDENTITY, NOWHERE, AFTERWARDS, UNCAUGHT])
def test_failures_are_the_natives(
    tmp_path: Path, evaluator: Evaluator, main: str, format: Format, platform: Platform
) -> None:
    bundle, options = made(tmp_path, main, Options(format=format, platform=platform))
    assert check(bundle, options, evaluator) == Check("same")


@pytest.mark.parametrize(
    ("main", "old", "new"),
    [
        (IDENTITY, r'error: (new SyntaxError\("Iden.*"\))', r"get error() { return \1; }"),
        (
            IDENTITY,
            r"= \{ failure: \w+\.failure }",
            '= { failure: { error: new SyntaxError("") } }',
        ),
        (NOWHERE, r"get error\(\) \{ return (.*?); } }, set promise\(_\) {}", r"error: \1 }"),
        (NOWHERE, r"new TypeError\(", "new Error("),
        (AFTERWARDS, "console.log\\('leaf'\\)", "console.log('leaf'); console.log('leaf')"),
        (UNCAUGHT, r"new TypeError\(", "new SyntaxError("),
    ],
)
def test_other_failures_are_different(
    tmp_path: Path, evaluator: Evaluator, main: str, old: str, new: str
) -> None:
    bundle, options = made(tmp_path, main, Options(format="esm"))
    code, count = re.subn(old, new, bundle.code)
    assert count, bundle.code
    broken = replace(bundle, code=code, emitted=replace(bundle.emitted, code=code))
    assert check(broken, options, evaluator).verdict == "different", code
