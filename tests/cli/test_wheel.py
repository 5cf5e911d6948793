"""The wheel that the tree builds, installed elsewhere, works without the tree."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it as anybody would: through an sdist."""
    out = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)])
    [path] = out.glob("*.whl")
    return path


def run(command: list[str], cwd: Path | None = None, stdin: str | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "CI")}
    done = subprocess.run(
        command, cwd=cwd, env=environment, input=stdin, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_contents(wheel: Path) -> None:
    packed = {
        name
        for name in zipfile.ZipFile(wheel).namelist()
        if not name.partition("/")[0].endswith("info")
    }
    tree = {
        path.relative_to(root).as_posix()
        for root in (ROOT / "bundler", ROOT / "runtime")
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == tree
    assert {"pybundle/py.typed", "pybundle_runtime/py.typed"} <= packed


def test_installed_elsewhere(wheel: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    run([sys.executable, "-m", "venv", "--without-pip", str(venv)])
    bin_ = Path(sysconfig.get_path("scripts", "venv", {"base": str(venv)}))
    pip = [sys.executable, "-m", "pip", "--python", str(bin_ / "python"), "install"]
    run([*pip, "--quiet", "--no-compile", str(wheel)])
    (tmp_path / "main.js").write_text('import { b } from "./b.js";\nconsole.log(b);\n')
    (tmp_path / "b.js").write_text('import * as own from "./b.js";\nexport const b = own;\n')
    run([str(bin_ / "pybundle"), "main.js", "-o", "out.js"], cwd=tmp_path)
    assert run([str(bin_ / "python"), "-m", "pybundle", "-"], tmp_path, 'import "./main.js"\n')
    program = (
        "import pathlib, pybundle_runtime as r, pybundle;"
        "code = pathlib.Path('out.js').read_text();"
        "assert code == pybundle.bundle('main.js').code;"
        "[call] = r.evaluate(r.Script(code)).events;"
        "print(*call.arguments, pathlib.Path(pybundle.__file__).parents[1])"
    )
    printed = run([str(bin_ / "python"), "-c", program], cwd=tmp_path)
    assert "Module" in printed
    assert str(venv) in printed
    assert str(ROOT) not in printed
