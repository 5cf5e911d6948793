"""Options that make no sense are refused, with what would."""

from __future__ import annotations

import pytest
from tests.cli.given import Project, Pybundle

import pybundle as package
from pybundle.option_check import checked, is_expression, is_member_chain
from pybundle.options import Options


@pytest.mark.parametrize(
    "arguments",
    [
        ["--define", "NODE_ENV=production mode"],
        ["--define", "NODE_ENV=f()"],
        ["--define", "NODE_ENV={a: 1}"],
        ["--define", "NODE_ENV='single'"],
        ["--define", "NODE_ENV=a..b"],
        ["--define", "a b=1"],
        ["--define", "typeof=1"],
        ["--global-name", "my-lib"],
        ["--global-name", "class"],
        ["--global-name", "a."],
        ["--global-name", "Lib", "--format", "esm"],
        ["--globals", "react=React", "--format", "cjs"],
        ["--globals", "react=React", "--format", "amd"],
        ["--global-name", "Lib", "--format", "amd"],
        ["--global-name", "my-lib", "--format", "umd"],
        ["--amd-id", "lib"],
        ["--amd-id", "lib", "--format", "cjs"],
        ["--amd-id", "", "--format", "amd"],
        ["--globals", "react=React()"],
        ["--root", "no-such-directory"],
        ["--external", ""],
    ],
)
def test_refused(project: Project, pybundle: Pybundle, arguments: list[str]) -> None:
    project({"main.js": "1;\n"})
    result = pybundle("main.js", *arguments)
    assert (result.code, result.out) == (2, "")
    assert "[invalid-option]" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--define", "DEBUG"],
        ["--define", "=1"],
        ["--globals", "react="],
        ["--format", "system"],
        ["--platform", "deno"],
        ["--no-such-option"],
        [],
    ],
)
def test_misused(project: Project, pybundle: Pybundle, arguments: list[str]) -> None:
    project({})
    result = pybundle(*arguments, *(["main.js"] if arguments else []))
    assert (result.code, result.out) == (2, "")
    assert "Error: " in result.err


@pytest.mark.parametrize(
    "text", ["1", "-1.5e3", '"s"', "null", "true", "[1, {}]", '{"a": 1}', "a", "$.b_1", "NaN", "é"]
)
def test_expressions(text: str) -> None:
    assert is_expression(text)


@pytest.mark.parametrize(
    "text", ["", "01", "'a'", "a b", "-Infinity", "a.1", "a[0]", "new", "[" * 100_000]
)
def test_no_expressions(text: str) -> None:
    assert not is_expression(text)


def test_member_chains() -> None:
    assert is_member_chain("a.default.b")
    assert not is_member_chain("default.b")


def test_string_without_quotes_is_explained(project: Project, pybundle: Pybundle) -> None:
    project({"main.js": "1;\n"})
    assert "'MODE=\"dev mode\"'" in pybundle("main.js", "--define", "MODE=dev mode").err


def test_all_problems_at_once() -> None:
    with pytest.raises(package.BundleError) as caught:
        package.bundle("main.js", format="system", platform="deno", define={"": "1"})  # type: ignore[arg-type]
    assert [d.code for d in caught.value.diagnostics] == ["invalid-option"] * 3


def test_node_env_is_defined_for_browsers() -> None:
    key = "process.env.NODE_ENV"
    assert checked(Options()).define == {key: '"production"'}
    assert checked(Options(define={key: '"test"'})).define == {key: '"test"'}
    assert checked(Options(platform="node")).define == {}
