"""The same sources give the same bytes: on another path, in another process, with another
hash seed, from another working directory's spelling of the entry."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.cli.given import Project

FILES = {
    "main.js": 'import * as ns from "./lib/all.js";\nimport data from "./data.json";\n'
    'import { x as y } from "./lib/b.js";\nconst x = 1;\nconsole.log(ns, ns[data.k], x, y);\n',
    "data.json": '{"k": "x", "z": 1, "a": 2}',
    "lib/all.js": 'export * from "./a.js";\nexport * from "./b.js";\nexport { x } from "./b.js";\n',
    "lib/a.js": 'import { q } from "./b.js";\nexport const x = 1, a = 2;\nlet K = class {};\n',
    "lib/b.js": 'import "../main.js";\nexport const x = 3, q = 4;\nlet K = class {};\n',
}


FORMATS = ("iife", "esm", "cjs")
IN_ALL_FORMATS = f"""
import sys
from pybundle import cli
for form in {FORMATS}:
    assert cli.run([*sys.argv[1:], "--format", form, "-o", f"out.{{form}}"]) == 0
"""


def built(root: Path, seed: str, *, cwd: Path | None = None) -> tuple[bytes, ...]:
    """Return what a process of its own, with a hash seed, makes of main.js, in each format."""
    where = cwd or root
    subprocess.run(
        [
            *(sys.executable, "-c", IN_ALL_FORMATS),
            *(os.path.relpath(root / "main.js", where), "--root", str(root)),
        ],
        cwd=where,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    return tuple((where / f"out.{form}").read_bytes() for form in FORMATS)


def test_same_bytes(project: Project, tmp_path: Path) -> None:
    root = project(FILES)
    copy = tmp_path / "some where" / "else"
    shutil.copytree(root, copy)
    outputs = {built(root, seed) for seed in ("0", "1", "4711")}
    outputs.add(built(copy, "2"))
    outputs.add(built(copy, "3", cwd=tmp_path))
    [each] = outputs
    assert len(set(each)) == len(FORMATS)
    assert not any(str(tmp_path).encode() in output for output in each)


def test_same_diagnostics(project: Project) -> None:
    root = project({"main.js": "".join(f'import {{ n{i} }} from "./a{i}.js";\n' for i in range(9))})
    said = {
        subprocess.run(
            [sys.executable, "-m", "pybundle", "main.js", "--json"],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(said) == 1
