"""The examples print what they say, as modules and as bundles."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import pybundle
from pybundle.options import FORMATS, Format
from pybundle_runtime import Evaluator, Script

EXAMPLES = Path(__file__).parents[2] / "examples"


def printed(evaluator: Evaluator, program: Script) -> str:
    trace = evaluator.evaluate(program)
    assert trace.outcome == "completed", trace
    return "".join(" ".join(map(plain, call.arguments)) + "\n" for call in trace.console())


def plain(argument: str) -> str:
    return json.loads(argument) if argument.startswith('"') else argument


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("entry", ["live-bindings/main.js", "cycle/main.js", "library/use.js"])
def test_bundle_prints_what_is_expected(evaluator: Evaluator, entry: str, form: Format) -> None:
    path = EXAMPLES / entry
    bundle = pybundle.bundle(path, format=form, root=path.parent)
    expected = (path.parent / "expected.txt").read_text()
    assert printed(evaluator, Script(bundle.code, form)) == expected
    assert not [found for found in bundle.warnings if found.severity != "note"]


def test_package_from_npm(evaluator: Evaluator, tmp_path: Path) -> None:
    """The package's own text is not in this repository; one of its shape stands in."""
    package = tmp_path / "node_modules" / "mitt"
    package.mkdir(parents=True)
    (package / "package.json").write_text(
        '{"main": "no.js", "exports": {"import": "./mitt.mjs", "require": "./no.js"}}'
    )
    (package / "mitt.mjs").write_text(
        "export default function (n) { return { all: n = n || new Map(), on(t, f) {"
        " n.has(t) ? n.get(t).push(f) : n.set(t, [f]) }, emit(t, e) {"
        " (n.get(t) ?? []).map((f) => f(e)); (n.get('*') ?? []).map((f) => f(t, e)) } } }"
    )
    source = EXAMPLES / "npm-package"
    (tmp_path / "main.js").write_text((source / "main.js").read_text())
    bundle = pybundle.bundle(tmp_path / "main.js", root=tmp_path)
    assert printed(evaluator, Script(bundle.code)) == (source / "expected.txt").read_text()


def test_the_library_exports_the_same_in_every_format(evaluator: Evaluator) -> None:
    entry = EXAMPLES / "library" / "src" / "index.js"
    namespaces = set()
    for form in FORMATS:
        name = "Shapes" if form in ("iife", "umd") else None
        bundle = pybundle.bundle(entry, format=form, global_name=name, root=entry.parent)
        assert "/*! shapes 1.0, MIT */" in bundle.code
        trace = evaluator.evaluate(Script(bundle.code, form, global_name=name))
        assert trace.outcome == "completed"
        assert trace.namespace is not None
        namespaces.add(tuple(name for name, _ in trace.namespace))
    assert namespaces == {("Circle", "Square", "created", "units")}


def test_the_demo() -> None:
    demo = EXAMPLES / "live-bindings" / "demo.py"
    done = subprocess.run([sys.executable, str(demo)], capture_output=True, text=True, check=True)
    assert done.stdout.endswith((EXAMPLES / "live-bindings" / "expected.txt").read_text() + "\n")
