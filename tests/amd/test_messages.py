"""What is said of AMD programs that can't be bundled, or not quite."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import pytest
from tests.amd.harness import run
from tests.given_options import GivenOptions
from tests.tree import write_tree

from pybundle.build import Bundle, bundle
from pybundle.check import unknown_module
from pybundle.diagnostics import BundleError, Diagnostic


def build(folder: Path, files: dict[str, str], **options: Unpack[GivenOptions]) -> Bundle:
    return bundle(write_tree(folder, files), root=folder, **options)


def errors(
    folder: Path, files: dict[str, str], **options: Unpack[GivenOptions]
) -> tuple[Diagnostic, ...]:
    with pytest.raises(BundleError) as caught:
        build(folder, files, **options)
    return caught.value.diagnostics


def test_plugins_are_refused_where_they_are_asked_for(tmp_path: Path) -> None:
    (found,) = errors(tmp_path, {"main.js": 'require(["css!a", "text!a.txt"]);', "a.txt": ""})
    assert found.code == "amd-plugin"
    assert found.place is not None and (found.place.line, found.place.column) == (1, 10)
    assert "--external 'css!*'" in found.hint


def test_external_plugins_are_left_to_the_run(tmp_path: Path) -> None:
    made = build(
        tmp_path,
        {"main.js": 'require(["css!a"], (css) => console.log(css));'},
        external=("css!*",),
        globals={"css!a": "globalThis.css"},
    )
    made.write(tmp_path / "out.cjs")
    (tmp_path / "run.cjs").write_text('globalThis.css = "styles"; require("./out.cjs");')
    assert run(tmp_path / "run.cjs", folder=tmp_path).output == "styles\n"


def test_a_missing_module_says_where_it_was_looked_for(tmp_path: Path) -> None:
    files = {
        "js/main.js": 'require.config({ baseUrl: "js/lib" });\nrequire(["x/y"]);',
        "js/lib/z.js": "",
    }
    (found,) = errors(tmp_path, files)
    assert found.code == "unresolved-import"
    assert found.place is not None and found.place.line == 2
    assert [text for text, _ in found.notes] == ["looked for js/lib/x/y.js"]
    assert "js/lib" in found.hint and "--amd-config" in found.hint


def test_what_is_missing_is_left_to_an_errback(tmp_path: Path) -> None:
    made = build(tmp_path, {"main.js": 'require(["x"], function () {}, function () {});'})
    assert [warning.code for warning in made.warnings] == ["unresolved-import"]
    assert "errback" in made.warnings[0].hint


def test_an_open_configuration_is_a_warning_with_the_way_out(tmp_path: Path) -> None:
    files = {
        "main.js": 'require.config({ baseUrl: base(), waitSeconds: wait(), paths: { a: "b" } });\n'
        'require(["a"]);',
        "b.js": "define(1);",
    }
    (found,) = build(tmp_path, files).warnings
    assert found.code == "loader-config"
    assert found.text.startswith("baseUrl of the loader's configuration")
    assert found.place is not None and found.place.column == 27
    config = tmp_path / "config.json"
    config.write_text('{ "baseUrl": "./" }')
    assert not build(tmp_path, files, amd_config=str(config)).warnings


def test_functions_in_a_configuration_are_no_matter(tmp_path: Path) -> None:
    files = {"main.js": "require.config({ shim: { a: { init: function () {} } }, urlArgs: f });"}
    assert not build(tmp_path, files).warnings


def test_an_open_id_is_a_warning(tmp_path: Path) -> None:
    (found,) = build(
        tmp_path, {"main.js": 'require(["a" + b, "c"]);', "c.js": "define(1)"}
    ).warnings
    assert found.code == "loader-open-id"
    assert found.place is not None and found.place.length == len('"a" + b')


@pytest.mark.parametrize("text", ["[1]", "{", "nothing"])
def test_a_configuration_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    files = {"main.js": 'require(["a"]);', "a.js": "define(1);", "config.json": text}
    found = errors(tmp_path, files, amd_config=str(tmp_path / "config.json"))
    assert [each.code for each in found] == ["loader-config"]


def test_a_configuration_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (found,) = errors(tmp_path, {"main.js": "require([]);"}, amd_config=str(tmp_path / "none.json"))
    assert found.code == "not-found"


def test_sloppy_code_is_refused_in_esm(tmp_path: Path) -> None:
    files = {"main.js": "define(function () { with ({}) {} });"}
    (found, *_) = errors(tmp_path, files, format="esm")
    assert found.code == "sloppy-code"


def test_two_globals_of_one_script_are_refused(tmp_path: Path) -> None:
    script = str(write_tree(tmp_path, {"old.js": "var a = 1, b = 2;"}))
    given = {"a": script, "b": script}
    (found,) = errors(tmp_path, {"main.js": 'import "./old.js";'}, script_modules=given)
    assert found.code == "invalid-option"
    (found,) = errors(tmp_path, {"main.js": 'import "./old.js";'}, script_modules={"1": script})
    assert found.code == "invalid-option"


def test_the_check_says_that_it_can_not_run_the_original(tmp_path: Path) -> None:
    made = build(tmp_path, {"main.js": 'require(["a"]);', "a.js": "define(1);"})
    assert "AMD" in unknown_module(made.module_map)


def test_es_modules_alone_gain_nothing(tmp_path: Path) -> None:
    made = build(
        tmp_path,
        {"main.js": 'import { a } from "./a.js";\nconsole.log(a);', "a.js": "export const a = 1;"},
    )
    assert "define" not in made.code and "amd" not in made.code
