"""What the resolver adds to Node's resolution, and what it says when nothing is found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from tests.construct.project import error, errors, module, module_map, names, write

from pybundle.construct import advice, files, resolver
from pybundle.construct.record import ModuleKind


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(os.path.realpath(tmp_path)) / "project"
    root.mkdir()
    monkeypatch.chdir(root)
    return root


def imported(specifier: str, **options: Any) -> str:
    """Return the name of what ``specifier`` leads to from main.js."""
    Path("main.js").write_text(f'import {{}} from "{specifier}";', encoding="utf-8")
    graph = module_map("main.js", **options)
    return graph.modules[graph.modules[0].targets[0]].name


def package(name: str, files: dict[str, Any], **manifest: Any) -> None:
    """Install a package."""
    manifest = {"name": name, **manifest}
    write(Path("node_modules", name), {"package.json": manifest, **files})


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

    def forbidden(path: str) -> Any:
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
    monkeypatch.setattr(advice.os.path, "exists", lambda path: real(path) or "lib" in path.lower())
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
    monkeypatch.setattr(files.os.path, "exists", lambda path: real(path) or path.endswith(composed))
    assert imported(f"./{composed}") == decomposed


# Packages


@pytest.mark.parametrize(
    ("manifest", "browser", "node", "neutral"),
    [
        ({"main": "m.js"}, "m.js", "m.js", "m.js"),
        ({"main": "m.js", "module": "e.js"}, "e.js", "m.js", "e.js"),
        ({"main": "m.js", "module": "e.js", "browser": "b.js"}, "b.js", "m.js", "e.js"),
        ({"module": "e.js"}, "e.js", "e.js", "e.js"),
        ({"main": "m"}, "m.js", "m.js", "m.js"),
        ({"main": "dir"}, "dir/index.js", "dir/index.js", "dir/index.js"),
        ({"main": "gone.js"}, "index.js", "index.js", "index.js"),
        ({"module": "gone.js", "main": "m.js"}, "m.js", "m.js", "m.js"),
        ({}, "index.js", "index.js", "index.js"),
        ({"main": ["m.js"]}, "index.js", "index.js", "index.js"),
        ({"exports": "./e.js", "main": "m.js"}, "e.js", "e.js", "e.js"),
        ({"exports": None, "main": "m.js"}, "m.js", "m.js", "m.js"),
        ({"exports": {"browser": "./b.js", "default": "./m.js"}}, "b.js", "m.js", "m.js"),
        ({"exports": {"node": "./b.js", "default": "./m.js"}}, "m.js", "b.js", "m.js"),
        ({"exports": {"module": "./e.js", "import": "./m.js"}}, "e.js", "e.js", "e.js"),
        ({"exports": {"require": "./b.js", "import": "./m.js"}}, "m.js", "m.js", "m.js"),
        ({"exports": {"production": "./b.js", "default": "./m.js"}}, "m.js", "m.js", "m.js"),
    ],
)
def test_the_main_module_of_a_package_by_platform(
    project: Path, manifest: dict[str, Any], browser: str, node: str, neutral: str
) -> None:
    sources = dict.fromkeys(("m.js", "e.js", "b.js", "index.js", "dir/index.js"), "")
    package("pkg", sources, **manifest)
    for platform, expected in (("browser", browser), ("node", node), ("neutral", neutral)):
        assert imported("pkg", platform=platform) == f"node_modules/pkg/{expected}"


def test_conditions_are_added(project: Path) -> None:
    exports = {"special": "./s.js", "development": "./d.js", "default": "./m.js"}
    package("pkg", {"s.js": "", "d.js": "", "m.js": ""}, exports=exports)
    assert imported("pkg") == "node_modules/pkg/m.js"
    assert imported("pkg", conditions=("development",)) == "node_modules/pkg/d.js"
    assert imported("pkg", conditions=("development", "special")) == "node_modules/pkg/s.js"


def test_subpaths_of_packages_without_exports(project: Path) -> None:
    package(
        "@s/pkg",
        {
            "lib/a.js": "",
            "hooks/package.json": {"module": "dist/h.mjs", "main": "dist/h.js"},
            "hooks/dist/h.mjs": "",
            "hooks/dist/h.js": "",
        },
    )
    assert imported("@s/pkg/lib/a") == "node_modules/@s/pkg/lib/a.js"
    assert imported("@s/pkg/lib/a.js?q") == "node_modules/@s/pkg/lib/a.js?q"
    assert imported("@s/pkg/hooks") == "node_modules/@s/pkg/hooks/dist/h.mjs"


def test_exports_keep_queries(project: Path) -> None:
    package("pkg", {"a.js": ""}, exports={"./a": "./a.js"})
    assert imported("pkg/a?q#f") == "node_modules/pkg/a.js?q#f"


def test_the_nearest_node_modules_that_has_it_wins(project: Path) -> None:
    write(
        project,
        {
            "node_modules/a/index.js": "",
            "node_modules/b/index.js": "",
            "node_modules/b/sub.js": "",
            "node_modules/single.js": "",
            "src/node_modules/a/index.js": "",
            "src/node_modules/b/other.js": "",
            "src/deep/main.js": 'import "a"; import "b"; import "b/sub"; import "single";',
        },
    )
    assert names(module_map("src/deep/main.js"))[1:] == [
        "src/node_modules/a/index.js",
        "node_modules/b/index.js",
        "node_modules/b/sub.js",
        "node_modules/single.js",
    ]


def test_self_reference_and_private_imports(project: Path) -> None:
    write(
        project,
        {
            "package.json": {
                "name": "self",
                "exports": {".": "./src/x.js", "./y": "./src/y.js"},
                "imports": {
                    "#platform": {"browser": "./src/x.js", "default": "./src/y.js"},
                    "#dep": "dep/deep",
                    "#fs": "node:fs",
                },
            },
            "src/x.js": "",
            "src/y.js": "",
            "node_modules/dep/deep.js": "",
        },
    )
    assert imported("self/y") == "src/y.js"
    assert imported("#platform") == "src/x.js"
    assert imported("#platform", platform="node") == "src/y.js"
    assert imported("#dep") == "node_modules/dep/deep.js"
    assert imported("#fs", platform="node") == "node:fs"
    assert imported("#fs", external=("fs",)) == "node:fs"


# The browser field as a map


def test_the_browser_map(project: Path) -> None:
    browser = {
        "./node.js": "./web.js",
        "./lib/b": "./web.js",
        "./lib/c/index.js": "web-package",
        "./none.js": False,
        "./virtual.js": "./web.js",
        "fs": False,
        "ws": "./web.js",
        "util": "web-package",
        "same": "same",
    }
    package(
        "pkg",
        {
            "index.js": """
                import "./node.js"; import "./node"; import "./lib/b.js"; import "./lib/c";
                import "./none.js"; import "./virtual.js"; import "fs"; import "ws";
                import "util"; import "same"; import "./lib/inner.js";
            """,
            "lib/inner.js": 'import "ws"; import "../node";',
            **dict.fromkeys(("node.js", "web.js", "lib/b.js", "lib/c/index.js", "none.js"), ""),
        },
        main="index.js",
        browser=browser,
    )
    package("web-package", {"index.js": ""})
    package("same", {"index.js": ""})
    write(project, {"main.js": 'import "pkg"; import "pkg/node"; import "pkg/none";'})
    graph = module_map("main.js")
    web, none = module(graph, "node_modules/pkg/web.js"), module(graph, "node_modules/pkg/none.js")
    assert graph.modules[0].targets[1:] == (web.index, none.index)
    index = module(graph, "node_modules/pkg/index.js")
    fs = module(graph, "node_modules/pkg/fs")
    replaced = module(graph, "node_modules/web-package/index.js").index
    same = module(graph, "node_modules/same/index.js").index
    inner = module(graph, "node_modules/pkg/lib/inner.js")
    assert index.targets == (
        *(web.index, web.index, web.index, replaced, none.index, web.index, fs.index, web.index),
        *(replaced, same, inner.index),
    )
    assert inner.targets == (web.index, web.index)
    assert {none.record.kind, fs.record.kind} == {ModuleKind.EMPTY}
    assert none.path is None and none.source == ""


def test_the_browser_map_is_for_browsers_and_for_its_own_package(project: Path) -> None:
    package(
        "pkg",
        {"index.js": 'import "./a.js";', "a.js": "", "b.js": ""},
        browser={"./a.js": "./b.js"},
    )
    package("dep", {"index.js": 'import "path";'})
    write(project, {"package.json": {"browser": {"path": False}}, "main.js": 'import "pkg";'})
    assert names(module_map("main.js", platform="node"))[2] == "node_modules/pkg/a.js"
    assert names(module_map("main.js"))[2] == "node_modules/pkg/b.js"
    Path("main.js").write_text('import "dep";')
    assert "built into Node" in error("main.js").text


def test_the_browser_map_reaches_through_nested_manifests(project: Path) -> None:
    package(
        "pkg",
        {
            "esm/package.json": {"type": "module"},
            "esm/index.js": 'import "./a.js";',
            "esm/a.js": "",
            "web.js": "",
        },
        module="esm/index.js",
        browser={"./esm/a.js": "./web.js"},
    )
    write(project, {"main.js": 'import "pkg";'})
    assert names(module_map("main.js"))[2] == "node_modules/pkg/web.js"


def test_a_browser_map_that_leads_nowhere(project: Path) -> None:
    package("pkg", {"index.js": ""}, browser={"./index.js": "./gone.js"})
    write(project, {"main.js": 'import "pkg";'})
    found = error("main.js")
    assert found.code == "unresolved-import"
    assert 'maps "./index.js" to "./gone.js"' in found.text


# Builtins and externals


@pytest.mark.parametrize("specifier", ["fs", "node:fs", "fs/promises", "node:test"])
def test_builtins_are_external_for_node_only(project: Path, specifier: str) -> None:
    assert imported(specifier, platform="node") == specifier
    for platform in ("browser", "neutral"):
        found = error("main.js", platform=platform)
        assert found.code == "unresolved-import"
        assert "--platform node" in found.hint and f"--external {specifier}" in found.hint
    assert imported(specifier, external=(specifier,)) == specifier


def test_a_package_may_replace_a_builtin_except_for_node(project: Path) -> None:
    package("events", {"index.js": ""})
    assert imported("events") == "node_modules/events/index.js"
    assert imported("events/", platform="node") == "node_modules/events/index.js"
    assert imported("events", platform="node") == "events"


def test_a_builtin_that_node_does_not_have(project: Path) -> None:
    write(project, {"main.js": 'import "node:fss";'})
    assert "has no module" in error("main.js", platform="node").text


@pytest.mark.parametrize(
    ("pattern", "specifier", "external"),
    [
        ("react", "react", True),
        ("react", "react/jsx-runtime", True),
        ("react", "react-dom", False),
        ("@s/*", "@s/a", True),
        ("@s/*", "@s/a/b.js", True),
        ("@s/a", "@s/ab", False),
        ("*.css", "./x/y.css", True),
        ("*", "anything", True),
        ("fs", "node:fs", True),
        ("node:fs", "fs", True),
        ("https://*", "https://cdn.example/x.js", True),
        ("./lib/a.js", "./lib/a.js", True),
        ("./lib/a.js", "./lib/a", True),
        ("./lib/a.js", "./src/../lib/a.js", True),
        ("./lib/*", "./lib/a", True),
        ("./lib/*", "pkg", False),
        ("./node_modules/pkg/*", "pkg", True),
        ("./lib/b.js", "./lib/missing.js", False),
        ("./lib/missing.js", "./lib/missing.js", True),
    ],
)
def test_external_patterns(project: Path, pattern: str, specifier: str, external: bool) -> None:
    write(project, {"lib/a.js": "", "lib/b.js": "", "node_modules/pkg/index.js": ""})
    for name in ("react", "react-dom", "@s/ab"):
        write(project, {f"node_modules/{name}/index.js": ""})
    if external:
        assert imported(specifier, external=(pattern,)) == specifier
        graph = module_map("main.js", external=(pattern,))
        assert graph.modules[1].record.kind is ModuleKind.EXTERNAL
        assert graph.modules[1].url == specifier
    elif "missing" in specifier:
        Path("main.js").write_text(f'import "{specifier}"')
        assert error("main.js", external=(pattern,)).code == "unresolved-import"
    else:
        assert imported(specifier, external=(pattern,)).endswith(".js")


def test_addresses_are_external(project: Path) -> None:
    for specifier in ("https://cdn.example/x.js", "http://cdn.example/x.js", "//cdn.example/x.js"):
        assert imported(specifier) == specifier


def test_modules_from_data_urls_have_no_place(project: Path) -> None:
    def only_import(specifier: str) -> str:
        return f"import 'data:text/javascript,import \"{specifier}\"';"

    write(project, {"main.js": only_import("fs")})
    assert names(module_map("main.js", platform="node"))[2] == "fs"
    for specifier in ("./a.js", "pkg", "%23x", "/a.js"):
        write(project, {"main.js": only_import(specifier)})
        found = error("main.js")
        assert found.code == "unresolved-import"
        assert found.place is not None and found.place.file.startswith("data:text/javascript,")
    write(project, {"main.js": only_import((project / "a.js").as_uri()), "a.js": ""})
    assert names(module_map("main.js"))[2] == "a.js"


# What is said


def test_what_was_tried(project: Path) -> None:
    write(project, {"main.js": 'import "./lib/thing";', "lib/things.js": ""})
    found = error("main.js")
    assert found.code == "unresolved-import"
    assert found.place is not None
    assert (found.place.line, found.place.column, found.place.length) == (1, 8, 13)
    assert found.notes == (
        (
            "tried lib/thing, lib/thing.mjs, lib/thing.js, lib/thing.cjs, lib/thing.json",
            None,
        ),
    )
    assert found.hint == 'Did you mean "./lib/things.js"?'


@pytest.mark.parametrize(
    ("specifier", "code", "text", "hint"),
    [
        ("util.js", "unresolved-import", 'no package "util.js"', '"./util.js"'),
        ("util", "unresolved-import", "built into Node", "--external util"),
        ("tools", "unresolved-import", 'no package "tools"', '"./tools.js"'),
        ("exportt", "unresolved-import", 'no package "exportt"', '"exports"'),
        ("left-pad", "unresolved-import", 'no package "left-pad"', "npm install left-pad"),
        ("@a/b/c", "unresolved-import", 'no package "@a/b"', "npm install @a/b"),
        ("@a", "unresolved-import", "not a valid package name", ""),
        ("plain/nope.js", "unresolved-import", "has no such file", ""),
        ("exports/nope", "package-path-not-exported", 'does not export "./nope"', ""),
        ("exports/aa", "package-path-not-exported", "", '"exports/a"'),
        ("exports/null", "package-path-not-exported", "maps it to null", ""),
        ("exports/types", "package-path-not-exported", "under the conditions browser,", ""),
        ("exports/gone", "unresolved-import", '"./gone.js", and there is no', ""),
        ("exports/bad", "invalid-package-target", 'an invalid target, "../x.js"', '"./"'),
        ("exports", "package-path-not-exported", "does not export its main module", ""),
        ("mixed", "invalid-package-json", "mix", ""),
        ("broken", "invalid-package-json", "not valid JSON", ""),
        ("list", "invalid-package-json", "JSON object", ""),
        ("deep", "invalid-package-json", "nested too deep", ""),
        ("nested", "invalid-package-target", "nested too deep", ""),
        ("#x", "package-import-not-defined", "no imports", "package.json"),
        ("./empty", "is-directory", "without an index file", ""),
        ("./a%2fb.js", "unresolved-import", "%2f", ""),
        ("./%zz.js", "unresolved-import", "hexadecimal", ""),
        ("./%ff.js", "unresolved-import", "UTF-8", ""),
        ("", "unresolved-import", "empty", ""),
        ("blob:x", "unresolved-import", "blob:", "--external"),
        ("data:text/javascript", "unresolved-import", "comma", ""),
        ("data:text/javascript;base64,€", "unresolved-import", "base64", ""),
    ],
)
def test_errors(project: Path, specifier: str, code: str, text: str, hint: str) -> None:
    exports = {
        "./a": "./a.js",
        "./null": None,
        "./types": {"types": "./a.js"},
        "./gone": "./gone.js",
        "./bad": "../x.js",
    }
    package("exports", {"a.js": ""}, exports=exports)
    package("plain", {"index.js": ""})
    package("mixed", {}, exports={".": "./a.js", "import": "./a.js"})
    nested: Any = "./a.js"
    for _ in range(150):
        nested = {"import": nested}
    package("nested", {"a.js": ""}, exports=nested)
    write(
        project,
        {
            "package.json": {},
            "tools.js": "",
            "util.js": "",
            "empty/x.txt": "",
            "node_modules/broken/package.json": "{,}",
            "node_modules/list/package.json": "[]",
            "node_modules/deep/package.json": '{"exports":' + "[" * 100000 + "]" * 100000 + "}",
            "main.js": f'import "{specifier}";',
        },
    )
    found = error("main.js")
    assert found.code == code
    assert text in found.text
    assert hint in found.hint
    assert found.place is not None


def test_lists_of_exports_are_cut(project: Path) -> None:
    package("pkg", {}, exports={f"./e{i}": "./x.js" for i in range(100)})
    write(project, {"main.js": 'import "pkg/nope";'})
    (note,) = error("main.js").notes
    assert note[0].endswith("and 88 more")


def test_platforms_have_fields_and_conditions() -> None:
    assert (
        resolver.MAIN_FIELDS.keys() == resolver.CONDITIONS.keys() == {"browser", "node", "neutral"}
    )
