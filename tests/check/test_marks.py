"""Marks in the original change nothing but that they are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from pybundle.build import build
from pybundle.check import check
from pybundle.options import Options
from pybundle_runtime import Evaluator, available_backends

pytestmark = pytest.mark.skipif(not available_backends(), reason="no JavaScript engine")


@pytest.mark.parametrize("line_end", ["", "\n", "\r\n", "\u2028"])
def test_a_file_of_nothing_but_a_hashbang(
    tmp_path: Path, line_end: str, evaluator: Evaluator
) -> None:
    """The mark that its body starts is no part of the hashbang, however that ends."""
    for name, text in (("main.js", 'import "./dep.js"; console.log(1);'), ("dep.js", "#!dep")):
        (tmp_path / name).write_bytes((text + line_end).encode())
    for entry in ("main.js", "dep.js"):
        options = Options(root=str(tmp_path))
        bundle = build([str(tmp_path / entry)], options)[0]
        verdict = check(bundle, options, evaluator)
        assert verdict.verdict == "same", verdict
