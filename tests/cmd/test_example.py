"""The example prints what it says, in Sea.js and as a bundle."""

from __future__ import annotations

from pathlib import Path

from tests.cmd.harness import HERE, SEA, needs_sea, run_page

from pybundle import bundle

EXAMPLE = HERE.parents[1] / "examples" / "sea-js"


@needs_sea
def test_the_example_prints_what_is_expected(tmp_path: Path) -> None:
    expected = (EXAMPLE / "expected.txt").read_text("utf-8")
    assert run_page("sea", ".", "page.js", SEA, folder=EXAMPLE) == expected
    made = bundle(EXAMPLE / "page.js", root=EXAMPLE)
    assert not made.warnings
    made.write(tmp_path / "out.js")
    assert run_page("bundle", "out.js", folder=tmp_path) == expected
