"""Real packages that await at their top level: Node prints the same for the original and for the
bundle, and gets the same exports of both; in ``cjs`` and ``umd`` these are a promise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.commonjs.harness import Run, run_node
from tests.node_files import run_file

from pybundle.build import build
from pybundle.check import check
from pybundle.options import Format, Options
from pybundle_runtime import Evaluator, Limits

HERE = Path(__file__).parent
SCRIPTS = sorted(path.name for path in (HERE / "waiting").iterdir())
FORMATS: tuple[Format, ...] = ("esm", "cjs", "umd", "iife")
SHOW = """
const [, , kind, file] = process.argv;
import { createRequire } from "node:module";
const made = kind === "cjs" ? createRequire(import.meta.url)(file) : import(file);
const exported = await made;
const shown = (name) => typeof exported[name] === "function" ? exported[name].name
  : JSON.stringify(exported[name]);
console.log(made instanceof Promise, Object.keys(exported).map((name) => [name, shown(name)]));
console.log(JSON.stringify(exported.layout?.(205)), await exported.generateChallenge?.("a"));
"""

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    with Evaluator(limits=Limits(timeout=60)) as warm:
        yield warm


@cache
def natively(name: str) -> Run:
    """What Node makes of a script, once for all formats."""
    return run_node(HERE / "waiting" / name)


def exported(file: Path, kind: str, folder: Path) -> str:
    """What a program sees of the exports of a file, after what that prints itself."""
    show = folder / "show.mjs"
    show.write_text(SHOW, "utf-8")
    made = run_file(show, kind, file, folder=folder)
    assert made.code == 0, made
    return made.stdout


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", SCRIPTS)
def test_bundle_does_what_the_original_does(
    name: str, format_: Format, tmp_path: Path, evaluator: Evaluator
) -> None:
    entry = HERE / "waiting" / name
    expected = natively(name)
    assert expected.output and expected.code == 0, expected
    options = Options(
        format=format_,
        platform="node",
        external=("node:*",),
        globals={"node:crypto": "crypto"} if format_ in ("iife", "umd") else {},
        root=str(HERE),
        async_exports=format_ in ("cjs", "umd"),
    )
    made = build([str(entry)], options)[0]
    assert made.plan.is_async
    path = tmp_path / f"bundle.{'mjs' if format_ == 'esm' else 'cjs'}"
    made.write(path)
    assert run_node(path) == expected
    if format_ != "iife":
        kind = "esm" if format_ == "esm" else "cjs"
        assert exported(path, kind, tmp_path) == exported(entry, "esm", tmp_path)
    found = check(made, options, evaluator)
    assert found.verdict == "same", found
