"""Real packages: the bundle of a script that uses one prints what the original prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.corpus.original import as_text, observed, original

from pybundle.build import Bundle, build
from pybundle.emit.emit import emit
from pybundle.option_check import checked
from pybundle.options import FORMATS, Options
from pybundle_runtime import Evaluator, Limits, Script

HERE = Path(__file__).parent
SCRIPTS = sorted(path.stem for path in (HERE / "scripts").glob("*.js"))
LIBRARIES = sorted(path.stem for path in (HERE / "libraries").glob("*.js"))

VUE = {
    "__VUE_OPTIONS_API__": "true",
    "__VUE_PROD_DEVTOOLS__": "false",
    "__VUE_PROD_HYDRATION_MISMATCH_DETAILS__": "false",
}
PRODUCTION = {"process.env.NODE_ENV": '"production"'}
STOPS = frozenset({"lit"})
"""Scripts whose package can't even load without a browser: both sides stop at the same place."""

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    assert (HERE / "node_modules").is_dir(), "run `npm ci` in tests/corpus (make corpus does)"
    with Evaluator(limits=Limits(timeout=60)) as evaluator:
        yield evaluator


@pytest.mark.parametrize("name", SCRIPTS)
def test_bundle_runs_as_the_original(name: str, evaluator: Evaluator) -> None:
    define = VUE if name == "vue" else {}
    options = checked(Options(define=define, root=str(HERE)))
    (built,) = build([str(HERE / "scripts" / f"{name}.js")], options)
    given = {**define, **PRODUCTION}
    graph = original(built.module_map, built.entry, given)
    expected = observed(evaluator.evaluate(graph), given)
    assert expected["outcome"] == ("threw" if name in STOPS else "completed"), as_text(expected)
    assert expected["events"], "the script shows nothing"
    for form in FORMATS:
        code = emitted(built, replace(options, format=form))
        seen = observed(evaluator.evaluate(Script(code, form)), given)
        assert as_text(seen) == as_text(expected), form
        assert str(HERE.parent) not in code


@pytest.mark.parametrize("name", LIBRARIES)
def test_library_exports_what_the_original_exports(name: str, evaluator: Evaluator) -> None:
    options = checked(Options(global_name="lib.made", root=str(HERE)))
    (built,) = build([str(HERE / "libraries" / f"{name}.js")], options)
    expected = evaluator.evaluate(original(built.module_map, built.entry, PRODUCTION))
    assert expected.outcome == "completed" and expected.namespace
    for form in FORMATS:
        code = emitted(built, replace(options, format=form))
        global_name = options.global_name if form == "iife" else None
        trace = evaluator.evaluate(Script(code, form, global_name=global_name))
        assert (trace.outcome, trace.namespace) == ("completed", expected.namespace), form


def emitted(built: Bundle, options: Options) -> str:
    """Return the code of a bundle in another format, without scanning everything again."""
    return emit(built.module_map, built.linkage, built.plan, options).code


def test_scripts_use_every_package() -> None:
    wanted = json.loads((HERE / "package.json").read_text())["dependencies"]
    own = [HERE / name for name in ("scripts", "commonjs", "waiting")]
    folders = (*own, HERE.parent / "amd", HERE.parent / "cmd")
    files = [path for folder in folders for path in folder.glob("*.*") if path.is_file()]
    text = "\n".join(path.read_text() for path in files)
    assert not [name for name in wanted if f'"{name}' not in text]
