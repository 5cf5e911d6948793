"""Syntax that is newer than ECMAScript 2026: the help of errors, and where there is none."""

from __future__ import annotations

import pytest

from pybundle.construct.record import ModuleKind
from pybundle.construct.scan.proposals import readings
from pybundle.construct.scan.scanner import ScanError, scan

NEWER = [
    ("using x = open();", "using"),
    ("using /* using */ x = open(), y = 1;", "using"),
    ("function f() { { using $é = 1; } }", "using"),
    ("for (using x of xs) {}", "using"),
    ("for (using x = 1; ;) {}", "using"),
    ("await using x = open();", "using"),
    ("async () => { for (await using x of xs); }", "using"),
    ("async function f() {\n  await /* c */ using x = 1;\n}", "using"),
    ('import defer * as ns from "m";', "import defer"),
    ('import // c\n defer\n* as ns from "m";', "import defer"),
    ('import source x from "m";', "import source"),
    ('import source from from "m";', "import source"),
    ('const p = import.defer("m");', "import.defer()"),
    ('f(import . source("m"));', "import.source()"),
    ("class A { accessor x = 1 }", "accessor"),
    ("class A { a; static accessor x; }", "accessor"),
    ("(class { accessor #x })", "accessor"),
    ("class A { accessor [x] = 1 }", "accessor"),
    ("class A { static /* c */ accessor 'x y' }", "accessor"),
]
ORDINARY = [
    "using x;",
    "using x == 1",
    "using { a } = b",
    "let a = using b = 1",
    "f(using x = 1)",
    "function f(using x = 1) {}",
    "if (a) using x = 1;",
    "for (const using x of y);",
    "function* g() { yield using x = 1 }",
    "a.using x = 1",
    "$using x = 1",
    "'using' x = 1",
    "/* using */ x = 1 }",
    "class A { using x = 1 }",
    "await\nusing x = 1",
    "var using; using\nx = 1 y",
    "function f() { await using x = 1 }",
    "import defer d from 'm'",
    "import source x",
    "import source, x from 'm'",
    "import { defer * as x } from 'm'",
    "import.defer * 2",
    "class A { x = accessor y }",
    "class A { accessor f() {} }",
    "({ accessor x: 1 })",
    "accessor x = 1",
    "static accessor x = 1",
]
VALID = [
    "var using = 1; using\nx = 1; var x;",
    "var using = {}; using[0] = 1; using.x = using; for (using of []); for (using in {});",
    "const using = f => f; using(1); export { using };",
    "async function f(using, x) { await using\nx = 1 }",
    'import defer, * as source from "m"; defer(source);',
    'import source from "m"; source();',
    "class A { accessor\nx = 1; static accessor; accessor() {} get accessor() {} }",
]


def refused(source: str, kind: ModuleKind) -> ScanError:
    with pytest.raises(ScanError) as caught:
        scan(source, kind)
    return caught.value


@pytest.mark.parametrize(("source", "name"), NEWER)
def test_what_is_newer_is_named(source: str, name: str) -> None:
    error = refused(source, ModuleKind.ESM)
    assert f"'{name}'" in error.hint
    assert "compile" in error.hint
    assert error.message.startswith(("Syntax error: unexpected ", "Syntax error: expected import."))


def test_in_commonjs_as_well() -> None:
    assert "'using'" in refused("using x = 1;", ModuleKind.COMMONJS).hint
    assert "'using'" in refused("async () => { await using x = 1 }", ModuleKind.COMMONJS).hint


@pytest.mark.parametrize("source", ORDINARY)
def test_nothing_is_said_of_ordinary_names(source: str) -> None:
    assert refused(source, ModuleKind.ESM).hint == ""


@pytest.mark.parametrize("source", VALID)
def test_ordinary_names_are_read(source: str) -> None:
    scan(source, ModuleKind.ESM)


def test_what_follows_may_be_wrong_too() -> None:
    """The help is for the first of several errors."""
    error = refused("using x = 1;\nusing y = 2;\nlet z z;\n", ModuleKind.ESM)
    assert (error.start, "'using'" in error.hint) == (6, True)


@pytest.mark.parametrize(("source", "name"), NEWER)
def test_readings_are_as_long(source: str, name: str) -> None:
    start = refused(source, ModuleKind.ESM).start
    found = list(readings(source, start))
    assert found
    assert {len(reading.source) for reading in found} == {len(source)}
