"""Programs with CommonJS modules do as bundles what Node makes of their files."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commonjs.harness import CASES, RUN_BY_NODE, read_case, run_bundle, run_node, write_case

from pybundle.options import Format

NAMES = sorted(path.stem for path in CASES.glob("*.txt"))


@pytest.mark.parametrize("format_", RUN_BY_NODE)
@pytest.mark.parametrize("name", NAMES)
def test_the_bundle_prints_what_node_prints(name: str, format_: Format, tmp_path: Path) -> None:
    case = read_case(CASES / f"{name}.txt")
    if f"no-{format_}" in case.words:
        pytest.skip("not for this format: " + case.description.splitlines()[0])
    write_case(case, tmp_path)
    original = run_node(tmp_path / case.entry)
    assert original.output, original.error
    assert run_bundle(tmp_path / case.entry, format_) == original
