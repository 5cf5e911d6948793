"""Random programs do as bundles what they do in Sea.js. ``python -m tests.cmd.test_random
FIRST COUNT`` tries more."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.cmd.harness import SEA, needs_sea, run_page
from tests.cmd.random_programs import program
from tests.tree import write_tree

from pybundle import bundle


def outcomes(seed: int, folder: Path) -> tuple[str, str]:
    """Return what the program of a seed prints in Sea.js, and as a bundle."""
    files = program(seed)
    write_tree(folder, files)
    expected = run_page("sea", ".", "page.js", SEA, folder=folder)
    bundle(folder / "page.js", root=folder).write(folder / "out.js")
    return expected, run_page("bundle", "out.js", folder=folder)


@needs_sea
@pytest.mark.parametrize("seed", range(12))
def test_random_programs(seed: int, tmp_path: Path) -> None:
    expected, result = outcomes(seed, tmp_path)
    assert expected
    assert result == expected


def main() -> None:
    """Try seeds; print those that differ."""
    first, count = map(int, sys.argv[1:])
    differ = []
    for seed in range(first, first + count):
        with TemporaryDirectory() as folder:
            expected, result = outcomes(seed, Path(folder))
            if expected != result:
                differ.append(seed)
    print(f"{count} programs, {len(differ)} differ: {differ}")


if __name__ == "__main__":
    main()
