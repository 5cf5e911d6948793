"""Inputs nested 10,000 deep, and properties that hold for every record."""

from __future__ import annotations

import gc
import subprocess
import sys
from bisect import bisect_right
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.construct.marked import module

from pybundle.construct.record import Binding, GlobalName, ModuleRecord, Ref, references
from pybundle.construct.scan.scanner import ScanError

DEPTH = 10_000
PACKAGES = Path(__file__).parents[1] / "corpus" / "node_modules"
REAL_FILES = [
    "three/build/three.module.js",
    "vue/dist/vue.runtime.esm-browser.prod.js",
    "immer/dist/immer.mjs",
    "preact/dist/preact.mjs",
    "lodash-es/lodash.js",
    "date-fns/index.js",
    "rxjs/dist/esm/internal/Observable.js",
    "acorn/dist/acorn.mjs",
]

DEEP = {
    "sum": "a" + "+a" * DEPTH,
    "sequence": "a" + ",a" * DEPTH,
    "arrays": "[" * DEPTH + "a" + "]" * DEPTH,
    "objects": "({a:" * DEPTH + "a" + "})" * DEPTH,
    "parentheses": "(" * DEPTH + "a" + ")" * DEPTH,
    "members": "a" + ".b" * DEPTH,
    "keys": "a" + "[a]" * DEPTH,
    "calls": "a" + "()" * DEPTH,
    "arguments": "a(" * DEPTH + ")" * DEPTH,
    "else if": "if(a);" + "else if(a);" * DEPTH,
    "conditions": "a?a:" * DEPTH + "a",
    "blocks": "{let b;" * DEPTH + "a" + "}" * DEPTH,
    "loops": "for(;;)" * DEPTH + "a",
    "arrows": "()=>" * DEPTH + "a",
    "functions": "function f(){" * DEPTH + "a" + "}" * DEPTH,
    "assignments": "a=" * DEPTH + "a",
    "array patterns": "let " + "[" * DEPTH + "b" + "]" * DEPTH + "=a",
    "assignment patterns": "[" * DEPTH + "a" + "]" * DEPTH + "=a",
    "object patterns": "let " + "{b:" * DEPTH + "b" + "}" * DEPTH + "=a",
    "templates": "`${" * DEPTH + "a" + "}`" * DEPTH,
    "unary": "!" * DEPTH + "a",
    "tries": "try{" * DEPTH + "a" + "}finally{}" * DEPTH,
    "import()": "import(a" + "+a" * DEPTH + ")",
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting(name: str) -> None:
    record = module(DEEP[name])
    assert [free.name for free in record.globals] == ["a"]
    assert len(record.statements) == 1


def test_deep_patterns_spare_the_stack_of_small_threads() -> None:
    code = (
        "import threading; from tests.construct.marked import module;"
        "threading.stack_size(512 * 1024);"
        "run = lambda: module('let ' + '[' * 10_000 + 'b' + ']' * 10_000 + '= a');"
        "thread = threading.Thread(target=run); thread.start(); thread.join()"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})


def test_many_names_in_deep_functions() -> None:
    depth = 2_000
    source = "".join(f"(function(){{b{i};" for i in range(depth)) + "})" * depth
    assert len(module(source).globals) == depth


def test_the_interpreter_is_left_as_it_was() -> None:
    before = sys.getrecursionlimit(), gc.isenabled()
    module("a")
    with pytest.raises(ScanError):
        module("a b")
    assert (sys.getrecursionlimit(), gc.isenabled()) == before


def test_a_scan_leaves_nothing_for_the_garbage_collector() -> None:
    source = "try {} catch (a) { var a; class K { static x = () => a } } export let { b } = a"
    module(source)
    gc.collect()
    module(source)
    assert gc.collect() == 0


def check(source: str, record: ModuleRecord) -> None:
    """Assert what holds for every record of ``source``."""
    names: dict[int, tuple[int, str]] = {}
    owners: tuple[Binding | GlobalName, ...] = (*record.bindings, *record.globals)
    for owner in owners:
        found = list(references(owner.refs))
        assert found == sorted(found)
        for start, end, _ in found:
            assert start not in names
            names[start] = end, owner.name
            assert "\\" in source[start:end] or source[start:end] == owner.name
        heads = {start for start, _, _ in found}
        assert all(member.start in heads for member in owner.members)
    for binding in record.bindings:
        declared = any(flags & Ref.DECLARATION for _, _, flags in references(binding.refs))
        assert declared is (binding.name != "*default*")
    end = 0
    for statement in record.statements:
        assert end <= statement.start <= statement.inner < statement.end
        assert not source[statement.end - 1].isspace()
        end = statement.end
    starts = [statement.start for statement in record.statements]
    for start in names:
        assert start < record.statements[bisect_right(starts, start) - 1].end
    for _, spans in record.nested:
        pairs = list(zip(spans[::2], spans[1::2], strict=True))
        assert pairs == sorted(set(pairs), key=lambda pair: (pair[0], -pair[1]))


_NAMES = st.sampled_from(["a", "b", "c", "\\u0061"])


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def form(*parts: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        strategies = [st.just(part) if isinstance(part, str) else part for part in parts]
        return st.tuples(*strategies).map("".join)

    return st.one_of(
        form("{", inner, inner, "}"),
        form("let ", _NAMES, "=()=>{", inner, "};"),
        form("var {", _NAMES, "=class {static {", inner, "}}}=", _NAMES, ";"),
        form("function ", _NAMES, "(", _NAMES, "=", _NAMES, "){", inner, "}"),
        form("class ", _NAMES, " extends ", _NAMES, "{[", _NAMES, "](){", inner, "}}"),
        form("try {", inner, "} catch (", _NAMES, ") {", inner, "}"),
        form("for (let ", _NAMES, " of ", _NAMES, ") {", inner, "}"),
        form("switch (", _NAMES, ") { case ", _NAMES, ": ", inner, "}"),
        form("[", _NAMES, ",{", _NAMES, "}]=", _NAMES, ".", _NAMES, ";", inner),
        form("(", _NAMES, ")(function ", _NAMES, "(){", inner, "});"),
    )


_PROGRAMS = st.recursive(
    st.one_of(_NAMES.map("{};".format), _NAMES.map("{}.x();".format)), _nested, max_leaves=12
)


@settings(max_examples=150, deadline=None)
@given(_PROGRAMS)
def test_properties_of_random_programs(source: str) -> None:
    try:
        record = module(source)
    except ScanError as error:
        assert "already been declared" in error.message
        return
    check(source, record)


@pytest.mark.corpus
@pytest.mark.parametrize("name", REAL_FILES)
def test_properties_of_real_files(name: str) -> None:
    path = PACKAGES / name
    source = path.read_bytes().decode()
    check(source, module(source))
