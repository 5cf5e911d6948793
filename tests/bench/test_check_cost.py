"""What the check costs, in seconds of processor time, its engine's included: on a machine with
nothing else to do it takes no longer than that, and a busy one doesn't change it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
from tests.tree import write_tree

from pybundle.build import build
from pybundle.check import check
from pybundle.options import Options
from pybundle_runtime import Evaluator, available_backends

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not available_backends(), reason="no JavaScript engine"),
]


def processor_seconds() -> float:
    """What this process and its ended children have used."""
    return sum(os.times()[:4])


FILES = {
    "main.js": 'import { b, inc } from "./b.js";\nconsole.log(b);\ninc();\nconsole.log(b);\n',
    "b.js": 'import "./c.js";\nexport let b = 1;\nexport function inc() { b++; }\n',
    "c.js": 'console.log("c");\n',
}
COMMONJS = {
    "main.js": 'const { b, inc } = require("./b.js");\nconsole.log(b);\ninc();\n',
    "b.js": 'require("./c.js");\nexports.b = 1;\nexports.inc = () => { exports.b++; };\n',
    "c.js": 'console.log("c");\n',
}


@pytest.fixture(params=[FILES, COMMONJS], ids=["modules", "commonjs"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    write_tree(tmp_path, request.param)
    return tmp_path


def test_the_check_of_three_files_adds_less_than_a_third_of_a_second(project: Path) -> None:
    def seconds(*words: str) -> float:
        command = [sys.executable, "-m", "pybundle", "main.js", "-o", "out.js", *words]
        start = processor_seconds()
        subprocess.run(command, cwd=project, check=True, capture_output=True)
        return processor_seconds() - start

    seconds()
    runs = [(seconds(), seconds("--no-check")) for _ in range(5)]
    assert statistics.median(a - b for a, b in runs) < 0.3


def test_ten_checks_in_one_process_take_less_than_a_second(project: Path) -> None:
    options = Options(root=str(project))
    bundle = build([str(project / "main.js")], options)[0]
    start = processor_seconds()
    with Evaluator() as evaluator:
        verdicts = {check(bundle, options, evaluator).verdict for _ in range(10)}
    assert verdicts == {"same"}
    assert processor_seconds() - start < 1
