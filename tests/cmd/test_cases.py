"""Programs for Sea.js do as bundles, and by the bundle's own loader, what they do in Sea.js."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cmd.harness import (
    CASES,
    FORMATS,
    needs_sea,
    read_case,
    run_bundle,
    run_helper,
    run_sea,
    write_case,
)

from pybundle.options import Format

NAMES = sorted(path.stem for path in CASES.glob("*.txt"))

pytestmark = needs_sea


@pytest.mark.parametrize("name", NAMES)
def test_the_bundle_prints_what_sea_js_prints(name: str, tmp_path: Path) -> None:
    case = read_case(CASES / f"{name}.txt")
    write_case(case, tmp_path)
    expected = run_sea(case, tmp_path)
    assert expected
    formats: list[Format] = [each for each in FORMATS if f"no-{each}" not in case.words]
    assert {each: run_bundle(case, tmp_path, each) for each in formats} == dict.fromkeys(
        formats, expected
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_helper_alone_does_what_sea_js_does(name: str, tmp_path: Path) -> None:
    """``createCmd.js`` with the files as they are, so that it finds all dependencies itself."""
    case = read_case(CASES / f"{name}.txt")
    if "no-helper" in case.words:
        pytest.skip("needs what the bundler makes of declarations")
    write_case(case, tmp_path)
    assert run_helper(case, tmp_path) == run_sea(case, tmp_path)
