"""What the resolver adds to Node's resolution of paths."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest
from tests.construct.project import (
    error,
    errors,
    imported,
    module_map,
    names,
    write,
)

pytestmark = pytest.mark.usefixtures("project")


# Extensions, directories, file names


@pytest.mark.parametrize(
    ("present", "specifier", "expected"),
    [
        (["a.mjs", "a.js", "a.cjs", "a.json"], "./a", "a.mjs"),
        (["a.js", "a.json"], "./a", "a.js"),
        (["a.json"], "./a", "a.json"),
        (["a", "a.js"], "./a", "a"),
        (["a.js", "a/index.js"], "./a", "a.js"),
        (["a.js", "a/index.js"], "./a/", "a/index.js"),
        (["a/index.mjs", "a/index.js"], "./a", "a/index.mjs"),
        (["index.js"], ".", "index.js"),
        (["index.js"], "./", "index.js"),
        (["a.b.js"], "./a.b", "a.b.js"),
        (["a.js.js"], "./a.js", "a.js.js"),
        (["a.js"], "./a?q", "a.js?q"),
        (["a#b.js"], "./a#b.js", "a#b.js"),
        (["a#b.js", "a.js"], "./a.js#b.js", "a.js#b.js"),
        (["a?b.js"], "./a?b.js", "a?b.js"),
        (["a%20b.js"], "./a%20b.js", "a%20b.js"),
        (["a%20b.js", "a b.js"], "./a%20b.js", "a b.js"),
        (["100%.js"], "./100%.js", "100%.js"),
        (["é.js"], "./é.js", "é.js"),
        (["é.js"], "./%C3%A9.js", "é.js"),
        (["[id].js"], "./[id].js", "[id].js"),
        (["lib/a.js"], "./lib\\\\a.js", "lib/a.js"),
    ],
)
def test_paths(project: Path, present: list[str], specifier: str, expected: str) -> None:
    write(project, dict.fromkeys(present, "1"))
    assert imported(specifier) == expected


def test_a_directory_with_a_manifest_is_entered_through_its_main_fields(project: Path) -> None:
    write(project, {"lib/package.json": {"main": "./out"}, "lib/out/index.js": "", "lib/m.mjs": ""})
    assert imported("./lib") == "lib/out/index.js"
    write(project, {"lib/package.json": {"main": "./out", "module": "m"}})
    assert imported("./lib") == "lib/m.mjs"
    assert imported("./lib", platform="node") == "lib/out/index.js"


def test_absolute_paths_and_file_urls(project: Path) -> None:
    write(project, {"a b.js": "", "lib/index.js": ""})
    assert imported(str(project / "a%20b.js")) == "a b.js"
    assert imported((project / "a b.js").as_uri() + "?q#f") == "a b.js?q#f"
    assert imported((project / "lib").as_uri()) == "lib/index.js"
    localhost = project.as_uri().replace("file://", "file://localhost")
    assert imported(localhost + "/a%20b.js") == "a b.js"
    for url in ("file://elsewhere.example/a.js", "file:a.js", "file:///a%2fb.js", "file:///%00"):
        Path("main.js").write_text(f'import "{url}"')
        assert error("main.js").code == "unresolved-import"


def test_symbolic_links_lead_to_the_real_package_and_its_dependencies(project: Path) -> None:
    store = "node_modules/.store/a@1/node_modules"
    write(
        project,
        {
            f"{store}/a/package.json": {"main": "a.js"},
            f"{store}/a/a.js": 'import "b";',
            f"{store}/b/index.js": "",
        },
    )
    (project / "node_modules/a").symlink_to(".store/a@1/node_modules/a")
    (project / "node_modules/loop").symlink_to("loop")
    assert imported("a") == f"{store}/a/a.js"
    assert names(module_map("main.js"))[2] == f"{store}/b/index.js"
    Path("main.js").write_text('import "loop"; import "./node_modules/loop/x.js";')
    assert {d.code for d in errors("main.js")} == {"unresolved-import"}


def test_directories_that_may_not_be_listed_are_probed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, {"lib/a.js": 'import "../other/b.js";', "other/b.js": ""})

    def forbidden(path: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", forbidden)
    assert imported("./lib/a") == "lib/a.js"
    assert names(module_map("main.js"))[2] == "other/b.js"


# Case


def test_another_case_is_an_error_that_says_the_real_name(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, {"Lib/Util.js": "", "main.js": 'import "./Lib/util.js"; import "./lib/Util.js"'})
    plain = errors("main.js")
    # What a case-insensitive system answers.
    real = os.path.exists
    monkeypatch.setattr(os.path, "exists", lambda path: real(path) or "lib" in path.lower())
    found = errors("main.js")
    if not real("lib"):
        assert [d.code for d in plain] == ["unresolved-import"] * 2
        assert plain[0].hint == 'Did you mean "./Lib/Util.js"?'
    assert [d.code for d in found] == ["case-mismatch"] * 2
    assert '"Util.js", not "util.js"' in found[0].text
    assert '"Lib", not "lib"' in found[1].text


def test_other_unicode_forms_of_a_name_are_the_same_file_where_the_system_says_so(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed, decomposed = "caf\u00e9.js", "cafe\u0301.js"
    write(project, {decomposed: ""})
    real = os.path.exists
    monkeypatch.setattr(os.path, "exists", lambda path: real(path) or path.endswith(composed))
    assert imported(f"./{composed}") == decomposed
