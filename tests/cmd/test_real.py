"""A page of Sea.js with real libraries does as a bundle what it does in Sea.js."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cmd.harness import HERE, SEA, needs_sea, run_page

from pybundle import bundle
from pybundle.options import Format

PACKAGES = HERE.parent / "corpus" / "node_modules"
LIBRARIES = {
    "jquery/jquery/3.7.1/jquery": "jquery/dist/jquery.js",
    "gallery/underscore/1.13.8/underscore": "underscore/underscore.js",
    "gallery/backbone/1.6.1/backbone": "backbone/backbone.js",
}
NAMES = {'require("underscore")': 'require("_")', "require('underscore')": 'require("_")'}
FILES = {"cjs": "out.cjs", "esm": "out.mjs"}

pytestmark = [pytest.mark.corpus, needs_sea]


def install(folder: Path) -> None:
    """Lay out the page: the libraries as CMD modules, as they were published for Sea.js."""
    shutil.copytree(HERE / "real", folder, dirs_exist_ok=True)
    for id_, file in LIBRARIES.items():
        text = (PACKAGES / file).read_text("utf-8")
        for name, alias in NAMES.items():
            text = text.replace(name, alias)
        text = text.replace("try { $ = require('jquery'); } catch (e) {}", "")
        path = folder / "sea-modules" / f"{id_}.js"
        path.parent.mkdir(parents=True)
        path.write_text(f"define(function (require, exports, module) {{\n{text}\n}});\n", "utf-8")


def test_libraries_of_a_page(tmp_path: Path) -> None:
    install(tmp_path)
    expected = run_page("sea", ".", "page.js", SEA, folder=tmp_path)
    assert "changed to 4" in expected and "deferred" in expected, expected
    formats: tuple[Format, ...] = ("iife", "cjs", "esm")
    for format_ in formats:
        made = bundle(tmp_path / "page.js", root=tmp_path, format=format_)
        assert not [each for each in made.warnings if each.severity != "note"]
        out = FILES.get(format_, "out.js")
        made.write(tmp_path / out)
        assert run_page("bundle", out, folder=tmp_path) == expected
