"""Which entries that wait stand in a function in ``esm`` too (``plan/enclosed.py``)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from pybundle import bundle

MAYBE = "if (globalThis.never) await 0;"
RUNS = "console.log('runs');"

ENCLOSED: dict[str, dict[str, str]] = {
    "an await that may not happen": {"main": "maybe runs", "maybe": MAYBE, "runs": RUNS},
    "two of them": {"main": "one two runs", "one": MAYBE, "two": MAYBE, "runs": RUNS},
    "code after the last of two": {
        "main": "one runs two last", "one": MAYBE, "two": MAYBE, "runs": RUNS, "last": "let a = 1;",
    },
    "an entry that awaits itself": {"main": f"maybe runs\n{MAYBE}", "maybe": MAYBE, "runs": RUNS},
    "behind a module that waits": {
        "main": "waits runs", "waits": f"maybe\n{RUNS}", "maybe": MAYBE, "runs": RUNS,
    },
    "import() of it": {"main": "asks sure", "asks": "import('./main.js');", "sure": "await 0;"},
    "import() of what needs it": {
        "main": "sure\nimport('./lazy.js');", "sure": "await 0;", "lazy": "main runs", "runs": RUNS,
    },
    "in a cycle with the entry": {"main": "maybe runs", "maybe": f"main\n{MAYBE}", "runs": RUNS},
}  # fmt: skip
"""Files whose first line may hold what they import."""

FLAT: dict[str, dict[str, str]] = {
    "a module that always awaits": {"main": "sure runs", "sure": "await 0;", "runs": RUNS},
    "one of two that does": {
        "main": "maybe sure runs", "maybe": MAYBE, "sure": "await 0;", "runs": RUNS,
    },
    "one that starts when another has ended": {
        "main": "late runs", "late": f"maybe\n{MAYBE}", "maybe": MAYBE, "runs": RUNS,
    },
    "nothing in between": {"main": "runs maybe", "maybe": MAYBE, "runs": RUNS},
    "code in between that waits too": {
        "main": "maybe waits runs", "maybe": MAYBE, "waits": f"maybe\n{RUNS}", "runs": "waits",
    },
    "functions and imports in between": {
        "main": "maybe functions", "maybe": MAYBE,
        "functions": "export function f() {}\nexport default function () {}\nexport { f as g };",
    },
    "import() of what doesn't need it": {
        "main": "sure runs\nimport('./lazy.js');", "sure": "await 0;", "lazy": RUNS, "runs": RUNS,
    },
    "an entry that alone awaits": {"main": f"runs\n{MAYBE}", "runs": RUNS},
    "nothing that awaits": {"main": "runs", "runs": RUNS},
}  # fmt: skip


def is_enclosed(folder: Path, files: Mapping[str, str]) -> bool:
    for name, text in files.items():
        first, _, rest = text.partition("\n")
        words = first.split()
        if all(word in files for word in words):
            text = "".join(f'import "./{word}.js";\n' for word in words) + rest
        (folder / f"{name}.js").write_text(text, "utf-8")
    made = bundle(folder / "main.js", format="esm", root=folder)
    assert made.plan.enclosed == ("await graph.settled(main_module);" in made.code)
    return made.plan.enclosed


@pytest.mark.parametrize("files", ENCLOSED.values(), ids=list(ENCLOSED))
def test_what_is_enclosed(tmp_path: Path, files: dict[str, str]) -> None:
    assert is_enclosed(tmp_path, files)


@pytest.mark.parametrize("files", FLAT.values(), ids=list(FLAT))
def test_what_is_not(tmp_path: Path, files: dict[str, str]) -> None:
    assert not is_enclosed(tmp_path, files)
