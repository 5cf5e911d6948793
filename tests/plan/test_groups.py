"""Which lazy modules share a function (``plan/groups.py``), and in which order they run in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

import pybundle
from pybundle import Bundle
from pybundle.options import Format
from pybundle.plan.wrap import Wrap

Groups = dict[str, list[tuple[list[str], str]]]


def groups(folder: Path, files: Mapping[str, str]) -> Groups:
    """The groups of a graph whose entry is ``main``: leader → its steps."""
    made = bundled(folder, files)
    names = [module.name.removesuffix(".js") for module in made.module_map.modules]
    return {
        names[leader]: [([names[i] for i in outside], names[m]) for outside, m in group.steps]
        for leader, group in made.plan.groups.items()
    }


def bundled(folder: Path, files: Mapping[str, str], format: Format = "esm") -> Bundle:
    for name, text in files.items():
        imports = [f'import "./{other}.js";' for other in text.split() if other.isalpha()]
        rest = [word for word in text.split() if not word.isalpha()]
        (folder / f"{name}.js").write_text("\n".join([*imports, *map(statement, rest)]))
    return pybundle.bundle(folder / "main.js", format=format, root=folder)


def statement(word: str) -> str:
    """``(x)`` is ``import("./x.js")``, ``!`` an ``await``, ``?`` a direct ``eval``."""
    if word.startswith("("):
        return f'import("./{word[1:-1]}.js");'
    return {"!": "await 0;", "?": 'eval("");'}[word]


CASES: dict[str, tuple[dict[str, str], Groups]] = {
    "what one lazy module alone leads to": (
        {"main": "(a)", "a": "b c", "b": "d", "c": "d", "d": ""},
        {"a": [([], "d"), ([], "b"), ([], "c"), ([], "a")]},
    ),
    "what two lead to stands apart, with what it alone leads to": (
        {"main": "(a) (b)", "a": "own s", "b": "s", "s": "t", "t": "", "own": ""},
        {"a": [([], "own"), (["s"], "a")], "s": [([], "t"), ([], "s")]},
    ),
    "what the program asks for elsewhere is no member": (
        {"main": "(a) (b)", "a": "b c", "b": "d", "c": "", "d": ""},
        {"a": [(["b"], "c"), ([], "a")], "b": [([], "d"), ([], "b")]},
    ),
    "static modules are met where they stand": (
        {"main": "s (a)", "a": "b s c", "b": "", "c": "", "s": ""},
        {"a": [([], "b"), (["s"], "c"), ([], "a")]},
    ),
    "a cycle below": (
        {"main": "(a)", "a": "b", "b": "c", "c": "b d", "d": ""},
        {"a": [([], "d"), ([], "c"), ([], "b"), ([], "a")]},
    ),
    "a cycle through the leader": (
        {"main": "(a)", "a": "b", "b": "a"},
        {"a": [([], "b"), ([], "a")]},
    ),
    "a cycle with two entrances is taken apart": (
        {"main": "(a) (b)", "a": "b", "b": "a c", "c": "d", "d": ""},
        {"c": [([], "d"), ([], "c")]},
    ),
    "what awaits, and what waits for it, stands alone": (
        {"main": "(a)", "a": "b c", "b": "!", "c": "d", "d": ""},
        {"c": [([], "d"), ([], "c")]},
    ),
    "nor can it wait for a static module among others": (
        {"main": "w (a)", "w": "!", "a": "b w", "b": ""},
        {},
    ),
    "a module that is imported statically is not lazy": (
        {"main": "b (a)", "a": "b", "b": ""},
        {},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_groups(tmp_path: Path, case: str) -> None:
    files, expected = CASES[case]
    assert groups(tmp_path, files) == expected


def test_direct_eval_stands_alone(tmp_path: Path) -> None:
    files = {"main": "(a)", "a": "b c", "b": "?", "c": ""}
    plan = bundled(tmp_path, files, "iife").plan
    assert [len(group.members) for group in plan.groups.values()] == [2]
    assert sorted(plan.wraps[index].value for index in plan.lazy) == ["joined", "lazy", "lazy"]


def test_members_are_joined_and_read_each_other_plainly(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text('import("./a.js").then((ns) => console.log(ns.a));')
    (tmp_path / "a.js").write_text('import { b } from "./b.js"; export const a = b + 1;')
    (tmp_path / "b.js").write_text("export let b = 1;")
    made = pybundle.bundle(tmp_path / "main.js", format="esm", root=tmp_path)
    kinds = {made.module_map.modules[i].name: made.plan.wraps[i] for i in made.plan.lazy}
    assert kinds == {"a.js": Wrap.LAZY, "b.js": Wrap.JOINED}
    assert "const a = b + 1;" in made.code
