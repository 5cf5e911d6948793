"""Programs with CommonJS modules do as bundles what Node makes of their files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commonjs.harness import (
    CASES,
    RUN_BY_NODE,
    Case,
    Run,
    preparing,
    run_bundle,
    run_node,
)

from pybundle.options import Format

NAMES = sorted(path.stem for path in CASES.glob("*.txt"))


Prepared = tuple[Case, Path, Run]


@pytest.fixture(scope="module")
def prepare(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Prepared]:
    """Run a case by Node, once for all formats."""
    return preparing(CASES, tmp_path_factory, lambda case, folder: run_node(folder / case.entry))


@pytest.mark.parametrize("format_", RUN_BY_NODE)
@pytest.mark.parametrize("name", NAMES)
def test_the_bundle_prints_what_node_prints(
    name: str, format_: Format, prepare: Callable[[str], Prepared]
) -> None:
    case, folder, original = prepare(name)
    if f"no-{format_}" in case.words:
        pytest.skip("not for this format: " + case.description.splitlines()[0])
    assert original.output, original.error
    assert run_bundle(folder / case.entry, format_) == original
