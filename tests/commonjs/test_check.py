"""The check judges the cases as Node does: their bundles do the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commonjs.harness import CASES, RUN_BY_NODE, read_case, write_case

from pybundle.build import build
from pybundle.check import check
from pybundle.option_check import checked
from pybundle.options import Format, Options
from pybundle_runtime import Evaluator, available_backends

NAMES = sorted(path.stem for path in CASES.glob("*.txt"))
UNJUDGED = {
    "builtins": "asks for `fs`",
    "create-require": "asks for `fs`",
    "module-require": "asks for `fs`",
    "late": "`process` is missing",
    "outside": "asks for `./late.js`",
    "require-template": "asks for `./lang/missing`",
}
"""The cases that ask for what the evaluator has not, and what it says of them."""

pytestmark = pytest.mark.skipif(
    "node" not in available_backends(), reason="Node has modules that the cases use"
)


@pytest.mark.parametrize("format_", RUN_BY_NODE)
@pytest.mark.parametrize("name", NAMES)
def test_the_check_says_the_same(
    name: str, format_: Format, tmp_path: Path, evaluator: Evaluator
) -> None:
    case = read_case(CASES / f"{name}.txt")
    if f"no-{format_}" in case.words:
        pytest.skip("not for this format: " + case.description.splitlines()[0])
    write_case(case, tmp_path)
    promising = format_ in ("cjs", "umd")
    options = checked(
        Options(format=format_, platform="node", root=str(tmp_path), async_exports=promising)
    )
    bundle = build([str(tmp_path / case.entry)], options)[0]
    found = check(bundle, options, evaluator)
    if name in UNJUDGED or (format_ == "umd" and found.verdict == "inconclusive"):
        assert found.verdict == "inconclusive"
        assert UNJUDGED.get(name, "the evaluator has no module") in found.reason
    else:
        assert found.verdict == "same", (found.reason, found.diagnostic)
