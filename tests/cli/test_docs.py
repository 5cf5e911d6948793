"""The documentation says what is so."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest
from tests.cli.given import Project, Pybundle

from pybundle import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
ERRORS = (ROOT / "docs" / "errors.md").read_text()


MAKERS = re.compile(r"(.*\.)?(Diagnostic|Problem|_error|_departure)")
"""Functions whose first argument is a code."""


def codes_in_sources() -> set[str]:
    """Every code that is given to one of MAKERS, itself or as a constant of the module."""
    found: set[str] = set()
    for path in (ROOT / "bundler").rglob("*.py"):
        tree = ast.parse(path.read_text())
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            if MAKERS.fullmatch(ast.unparse(node.func)):
                match node.args[0]:
                    case ast.Constant(value=str(code)):
                        found.add(code)
                    case ast.Name(id=name) if name in constants:
                        found.add(constants[name])
    return found


def test_every_code_is_explained() -> None:
    explained = set(re.findall(r"^### `([a-z0-9-]+)`$", ERRORS, re.MULTILINE))
    codes = codes_in_sources()
    assert len(codes) > 20
    assert explained == codes


def test_the_list_of_errors_is_in_order() -> None:
    for section in ERRORS.split("\n## ")[1:]:
        codes = re.findall(r"^### `(.*)`$", section, re.MULTILINE)
        assert codes == sorted(codes)


def test_the_readme_names_every_option() -> None:
    table = README.split("## The command")[1].split("`pybundle check ENTRY BUNDLE`")[0]
    documented = set(re.findall(r"`(?:-o`, `)?(--[a-z-]+)[ `]", table))
    options = {
        name
        for parameter in cli.cli.commands["build"].params
        for name in parameter.opts
        if name.startswith("--")
    }
    assert documented == options


def commands(text: str) -> list[list[str]]:
    """The ``pybundle`` calls in the console blocks of a page."""
    lines = [
        line.removeprefix("$ ").partition("  #")[0]
        for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL)
        for line in block.splitlines()
    ]
    return [shlex.split(line) for line in lines if line.startswith("pybundle ")]


@pytest.mark.parametrize("command", commands(README), ids=" ".join)
def test_the_readmes_commands_work(
    project: Project, pybundle: Pybundle, command: list[str]
) -> None:
    project(dict.fromkeys(("main.js", "lib.js", "a.js", "b.js"), "export const x = 1;\n"))
    assert pybundle(*command[1:]).code == 0


def test_links_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").rglob("*.md")]
    for page in pages:
        if "node_modules" in page.parts:
            continue
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page}: {target}"
