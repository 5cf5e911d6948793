"""Programs for Sea.js do as bundles, and by the bundle's own loader, what they do in Sea.js."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cmd.harness import (
    CASES,
    FORMATS,
    needs_sea,
    run_bundle,
    run_helper,
    run_sea,
)
from tests.commonjs.harness import Case, preparing

from pybundle.options import Format

NAMES = sorted(path.stem for path in CASES.glob("*.txt"))

pytestmark = needs_sea


Prepared = tuple[Case, Path, str]


@pytest.fixture(scope="module")
def prepare(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Prepared]:
    """Run a case by Sea.js, once for all formats."""
    return preparing(CASES, tmp_path_factory, run_sea)


@pytest.mark.parametrize("name", NAMES)
def test_the_bundle_prints_what_sea_js_prints(
    name: str, prepare: Callable[[str], Prepared]
) -> None:
    case, folder, expected = prepare(name)
    assert expected
    formats: list[Format] = [each for each in FORMATS if f"no-{each}" not in case.words]
    assert {each: run_bundle(case, folder, each) for each in formats} == dict.fromkeys(
        formats, expected
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_helper_alone_does_what_sea_js_does(
    name: str, prepare: Callable[[str], Prepared]
) -> None:
    """``createCmd.js`` with the files as they are, so that it finds all dependencies itself."""
    case, folder, expected = prepare(name)
    if "no-helper" in case.words:
        pytest.skip("needs what the bundler makes of declarations")
    assert run_helper(case, folder) == expected
