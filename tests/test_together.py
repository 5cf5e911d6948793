"""Files of the cases of other systems as several entries of one build (``tests/fuzz`` does the
same with random graphs), and what is said of entries that fail beside others."""

from __future__ import annotations

from pathlib import Path
from random import Random
from zlib import crc32

import pytest
from tests.commonjs.harness import read_case, write_case
from tests.together import any_options, assert_alike, assert_said_once, choose, together

from pybundle.build import build
from pybundle.construct.scan.repairs import parse_body
from pybundle.diagnostics import BundleError
from pybundle.options import Options

HERE = Path(__file__).parent
SYSTEMS = ("amd", "cmd", "commonjs")


@pytest.mark.parametrize("system", SYSTEMS)
def test_cases_of_other_systems(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a file is may depend on who asks for it: a loader, ``require()`` or ``import``."""
    bundles = 0
    for path in sorted((HERE / system / "cases").iterdir()):
        case, folder = read_case(path), tmp_path / path.stem
        rng = Random(crc32(path.name.encode()))
        folder.mkdir()
        write_case(case, folder)
        monkeypatch.chdir(folder)
        bundles += assert_alike(choose(list(case.files), rng), any_options(str(folder), rng), rng)[
            0
        ]
    assert bundles > 20


@pytest.fixture(name="files")
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text)


def test_a_file_is_what_its_own_graph_makes_of_it(files: Path) -> None:
    """Required it is CommonJS, imported an ES module; for a loader an AMD module."""
    _write(
        files,
        requires='console.log(require("./plain.js"));\n',
        imports='import * as plain from "./plain.js";\nconsole.log(plain);\n',
        loads='define(["./plain.js"], function (plain) { console.log(plain); });\n',
        plain="var x = 1;\n",
    )
    entries = ["requires.js", "imports.js", "loads.js", "plain.js"]
    kinds = [
        {module.name: module.kind for module in bundle.modules}["plain.js"]
        for bundle in build(entries, Options())
    ]
    assert kinds == ["commonjs", "esm", "script", "esm"]


def test_a_text_is_scanned_once(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counted(source: str) -> object:
        parsed.append(source)
        return parse_body(source)

    monkeypatch.setattr("pybundle.construct.scan.scanner.parse_body", counted)
    _write(
        files,
        a='import "./shared.js";\n',
        b='import "./shared.js";\nimport "./a.js";\n',
        shared="export const shared = 1;\n",
    )
    first, second = build(["a.js", "b.js"], Options())
    assert len(parsed) == len(set(parsed)) == 3
    records = {id(bundle.module_map.modules[1].record) for bundle in (first, second)}
    assert len(records) == 1


def test_errors_are_those_of_each_entry(files: Path) -> None:
    _write(
        files,
        a='import { x } from "./m.js";\nimport "./broken.js";\n',
        b='import { y } from "./m.js";\n',
        c='import "./broken.js";\nimport "./missing.js";\n',
        fine='import { x } from "./m.js";\nmodule.exports = x;\n',
        m="export const x = 1;\n",
        broken="let z; let z;\n",
    )
    entries = ["a.js", "b.js", "c.js", "fine.js"]
    said = []
    for entry in entries:
        made = together([entry], Options())
        said.append(made[0].warnings if isinstance(made, list) else made)
    with pytest.raises(BundleError) as failure:
        build(entries, Options())
    found = failure.value.diagnostics
    assert_said_once(said, found)
    assert [each.code for each in found] == [
        "syntax-error",
        "missing-export",
        "unresolved-import",
        "commonjs-in-module",
    ]
    chains = [place.file for _, place in found[0].notes if place is not None]
    assert chains[-2:] == ["a.js", "c.js"]


def test_the_order_of_entries_is_that_of_the_reports(files: Path) -> None:
    _write(files, a='import "./none-a.js";\n', b='import "./none-b.js";\n')
    names = []
    for entries in (["a.js", "b.js"], ["b.js", "a.js"]):
        failed = together(entries, Options())
        assert not isinstance(failed, list)
        names.append([each.place.file for each in failed if each.place is not None])
    assert names == [["a.js", "b.js"], ["b.js", "a.js"]]


def test_an_error_somewhere_is_no_warning(files: Path) -> None:
    _write(files, a='import("./broken.js");\n', broken="let z; let z;\n")
    options = Options(defer_errors=True)
    alone = together(["a.js"], options)
    assert isinstance(alone, list)
    assert [each.severity for each in alone[0].warnings] == ["warning"]
    beside = together(["a.js", "broken.js"], options)
    assert not isinstance(beside, list)
    assert [(each.code, each.severity) for each in beside] == [("syntax-error", "error")]
