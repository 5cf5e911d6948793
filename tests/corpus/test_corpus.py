"""Real packages: the bundle of a script that uses one prints what the original prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.corpus.original import as_text, observed, original

import pybundle
from pybundle.options import Format
from pybundle_runtime import Evaluator, Limits, Script

HERE = Path(__file__).parent
SCRIPTS = sorted(path.stem for path in (HERE / "scripts").glob("*.js"))
EVERY_FORMAT = frozenset(
    {"d3", "date-fns", "graphql", "immer", "lodash-es", "mobx", "preact", "rxjs", "svelte"}
    | {"three", "uuid", "vue", "xstate", "zod"}
)
"""The packages that are also bundled as ``esm`` and ``cjs``."""

VUE = {
    "__VUE_OPTIONS_API__": "true",
    "__VUE_PROD_DEVTOOLS__": "false",
    "__VUE_PROD_HYDRATION_MISMATCH_DETAILS__": "false",
}
PRODUCTION = {"process.env.NODE_ENV": '"production"'}
STOPS = {"lit": "ReferenceError"}
"""Scripts whose package can't even load without a browser, and the error that says so."""

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    assert (HERE / "node_modules").is_dir(), "run `npm ci` in tests/corpus (make corpus does)"
    with Evaluator(limits=Limits(timeout=60)) as evaluator:
        yield evaluator


@pytest.mark.parametrize("name", SCRIPTS)
def test_bundle_runs_as_the_original(name: str, evaluator: Evaluator) -> None:
    define = VUE if name == "vue" else {}
    formats: tuple[Format, ...] = ("iife", "esm", "cjs") if name in EVERY_FORMAT else ("iife",)
    entry = str(HERE / "scripts" / f"{name}.js")
    bundles = {
        form: pybundle.bundle(entry, format=form, define=define, root=str(HERE)) for form in formats
    }
    first = bundles["iife"]
    given = {**define, **PRODUCTION}
    expected = observed(evaluator.evaluate(original(first.module_map, first.entry, given)), given)
    assert expected["outcome"] == ("threw" if name in STOPS else "completed"), as_text(expected)
    assert expected["events"], "the script shows nothing"
    for form, bundle in bundles.items():
        seen = observed(evaluator.evaluate(Script(bundle.code, form)), given)
        assert as_text(seen) == as_text(expected), form
        assert str(HERE.parent) not in bundle.code


def test_scripts_use_every_package() -> None:
    import json

    wanted = json.loads((HERE / "package.json").read_text())["dependencies"]
    text = "\n".join((HERE / "scripts" / f"{name}.js").read_text() for name in SCRIPTS)
    assert not [name for name in wanted if f'"{name}' not in text]
