"""Real CommonJS packages: Node prints the same for the original and for the bundle, and so says
the check."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.commonjs.harness import Run, run_node

from pybundle.build import build
from pybundle.check import check
from pybundle.options import Format, Options, Platform
from pybundle_runtime import Evaluator, Limits

HERE = Path(__file__).parent
SCRIPTS = sorted(path.name for path in (HERE / "commonjs").iterdir())
MODES = ("development", "production")
NODE_ONLY = frozenset({"express.cjs", "react.cjs", "react-esm.mjs", "yargs-parser.cjs"})
"""What uses Node's own modules (react-dom's build for browsers leaves a channel open)."""
SLOPPY = frozenset({"express.cjs"})
"""What does not run as strict code."""
NO_SCRIPT = "yargs-parser.cjs"
"""An ES module of it imports Node's own modules, which a script can't."""
UNJUDGED = frozenset({"axios.cjs", "express.cjs", "react.cjs", "react-esm.mjs", "yargs-parser.cjs"})
"""What uses modules of Node's, on that platform, which the evaluator has not."""

pytestmark = pytest.mark.corpus


def cases() -> list[tuple[str, Format, Platform, str]]:
    found: list[tuple[str, Format, Platform, str]] = []
    for name in SCRIPTS:
        modes = MODES if name.startswith("react") else MODES[1:]
        for mode in modes:
            elsewhere: Platform = "node" if name in NODE_ONLY else "browser"
            found.append((name, "cjs", "node", mode))
            if name != NO_SCRIPT:
                found.append((name, "iife", elsewhere, mode))
            if name not in SLOPPY:
                found.append((name, "esm", elsewhere, mode))
    return found


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    with Evaluator(limits=Limits(timeout=60)) as warm:
        yield warm


def environment(mode: str) -> dict[str, str]:
    """Return the variables with which a program runs."""
    return {**os.environ, "NODE_ENV": mode}


@cache
def natively(name: str, mode: str) -> Run:
    """Return what Node makes of a script, once for all formats."""
    return run_node(HERE / "commonjs" / name, env=environment(mode))


@pytest.mark.parametrize(("name", "format_", "platform", "mode"), cases())
def test_bundle_prints_what_the_original_prints(
    name: str,
    format_: Format,
    platform: Platform,
    mode: str,
    tmp_path: Path,
    evaluator: Evaluator,
) -> None:
    expected = natively(name, mode)
    assert expected.output and expected.code == 0, expected
    define = {"process.env.NODE_ENV": f'"{mode}"'}
    options = Options(format=format_, platform=platform, define=define, root=str(HERE))
    made = build([str(HERE / "commonjs" / name)], options)[0]
    path = tmp_path / f"bundle.{'mjs' if format_ == 'esm' else 'cjs'}"
    made.write(path)
    assert run_node(path, env=environment(mode)) == expected
    if name.startswith("react"):
        builds = {"development", "production"} & {
            part for module in made.modules for part in module.name.split(".")
        }
        assert builds == {mode}
    found = check(made, options, evaluator)
    unjudged = platform == "node" and name in UNJUDGED
    assert found.verdict == ("inconclusive" if unjudged else "same"), found
