"""Node's ``import`` of the CommonJS output finds the names of its exports."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from tests.node_files import needs_node

from pybundle import bundle

NODE = shutil.which("node")

pytestmark = needs_node


def imported_names(folder: Path) -> list[str]:
    """Return the names that ``import * as`` of ``folder/out.cjs`` has in Node."""
    code = 'import * as all from "./out.cjs"; console.log(JSON.stringify(Object.keys(all)));'
    (folder / "read.mjs").write_text(code, "utf-8")
    command = [str(NODE), "read.mjs"]
    output = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    names: list[str] = json.loads(output.stdout)
    return names


def test_every_kind_of_name(tmp_path: Path) -> None:
    entry = tmp_path / "main.mjs"
    entry.write_text(
        'const one = 1; export { one, one as if, one as "a b", one as "\U0001f600" };'
        "export default one;",
        "utf-8",
    )
    bundle(entry, format="cjs").write(tmp_path / "out.cjs")
    assert {"one", "if", "a b", "\U0001f600", "default"} <= set(imported_names(tmp_path))


def test_names_of_external_modules(tmp_path: Path) -> None:
    package = tmp_path / "node_modules" / "outside"
    package.mkdir(parents=True)
    (package / "index.js").write_text("exports.far = 1;", "utf-8")
    entry = tmp_path / "main.mjs"
    entry.write_text('export * from "outside"; export const near = 2;', "utf-8")
    bundle(entry, format="cjs", external=["outside"]).write(tmp_path / "out.cjs")
    assert {"near", "far"} <= set(imported_names(tmp_path))


def test_names_of_builtins_are_not_found(tmp_path: Path) -> None:
    """If Node finds them one day, the note can go."""
    entry = tmp_path / "main.mjs"
    entry.write_text('export * from "node:path"; export const near = 2;', "utf-8")
    made = bundle(entry, format="cjs", platform="node")
    assert [(d.code, d.severity) for d in made.warnings] == [("builtin-star", "note")]
    made.write(tmp_path / "out.cjs")
    assert "near" in imported_names(tmp_path)
    assert "join" not in imported_names(tmp_path)
    assert not bundle(entry, format="esm", platform="node").warnings
