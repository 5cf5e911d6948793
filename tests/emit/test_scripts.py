"""What an ``iife`` leaves in its global: exports; a promise of them if and only if something
awaits."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.runtime.programs import printed

import pybundle
from pybundle_runtime import Evaluator, Script, available_backends

pytestmark = pytest.mark.skipif(not available_backends(), reason="no JavaScript engine")

THROWS = 'throw new RangeError("at once");\n'
WAITS = 'await 0;\nconsole.log("waited");\n'
GRAPHS = {
    "nothing awaits": ({"main": "export const a = 1;"}, "object object"),
    "nothing awaits and it throws": ({"main": THROWS}, "RangeError"),
    "the entry awaits": ({"main": f"{WAITS}export const a = 1;"}, "promise of object"),
    "a dependency awaits": (
        {"main": 'import "./waits.js";\nexport const a = 1;', "waits": WAITS},
        "promise of object",
    ),
    "a lazy module awaits": (
        {"main": 'export const a = import("./waits.js");', "waits": WAITS},
        "object object",
    ),
    "it throws before anything waits": (
        {"main": 'import "./throws.js";\nimport "./waits.js";', "throws": THROWS, "waits": WAITS},
        "promise of RangeError",
    ),
    "it throws beside what waits": (
        {"main": 'import "./waits.js";\nimport "./throws.js";', "throws": THROWS, "waits": WAITS},
        "promise of RangeError",
    ),
    "it throws after what waits": (
        {"main": f'import "./waits.js";\n{THROWS}', "waits": WAITS},
        "promise of RangeError",
    ),
}
ASKS = """
let kind = typeof found;
if (found instanceof Promise) {
  found.then((v) => console.log("promise of", typeof v), (e) => console.log("promise of", e.name));
} else console.log(kind, typeof found);
"""


@pytest.mark.parametrize("name", GRAPHS)
def test_the_global(tmp_path: Path, name: str, evaluator: Evaluator) -> None:
    files, expected = GRAPHS[name]
    for file, text in files.items():
        (tmp_path / f"{file}.js").write_text(text, "utf-8")
    code = pybundle.bundle(tmp_path / "main.js", format="iife", global_name="found").code
    program = (
        f"try {{ (0, eval)({code!r}); }} catch (e) {{ console.log(e.name); throw e; }}\n{ASKS}"
    )
    shown = printed(evaluator.evaluate(Script(program, "iife")))
    assert [text.replace('"', "") for text in shown if "waited" not in text] == [expected]
