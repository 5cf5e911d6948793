"""Packages without ``exports``, their main modules, and the ``browser`` map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.construct.project import (
    error,
    imported,
    module,
    module_map,
    names,
    package,
    write,
)
from tests.given_options import GivenOptions

from pybundle.construct.record import ModuleKind
from pybundle.options import Platform

pytestmark = pytest.mark.usefixtures("project")


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
    wanted: dict[Platform, str] = {"browser": browser, "node": node, "neutral": neutral}
    for platform, expected in wanted.items():
        assert imported("pkg", platform=platform) == f"node_modules/pkg/{expected}"


@pytest.mark.parametrize(
    ("manifest", "files", "expected"),
    [
        ({"main": "lib"}, "lib.mjs lib.js lib.json index.mjs", "lib.js"),
        ({"main": "lib"}, "lib.mjs lib.json lib/index.js", "lib.json"),
        ({"main": "lib"}, "lib/index.mjs lib/index.js index.js", "lib/index.js"),
        ({"main": "lib"}, "lib.mjs index.mjs", "lib.mjs"),
        ({}, "index.mjs index.js", "index.js"),
        ({"main": "gone"}, "index.mjs index.json", "index.json"),
        ({"module": "lib"}, "lib.mjs lib.js", "lib.mjs"),
    ],
)
def test_main_lacks_its_extension(
    project: Path, manifest: dict[str, Any], files: str, expected: str
) -> None:
    """As Node does for ``import`` (*LegacyMainResolve*), which knows no ``.mjs`` here; that comes
    last, and first for the field ``module``, which Node does not know."""
    package("pkg", dict.fromkeys(files.split(), "null"), **manifest)
    assert imported("pkg") == f"node_modules/pkg/{expected}"


def test_conditions_are_added(project: Path) -> None:
    exports = {"special": "./s.js", "development": "./d.js", "default": "./m.js"}
    package("pkg", {"s.js": "", "d.js": "", "m.js": ""}, exports=exports)
    assert imported("pkg") == "node_modules/pkg/m.js"
    assert imported("pkg", conditions=("development",)) == "node_modules/pkg/d.js"
    assert imported("pkg", conditions=("development", "special")) == "node_modules/pkg/s.js"


def test_node_gives_require_what_node_gives_it(project: Path) -> None:
    exports = {"module": "./e.js", "require": "./r.js", "default": "./m.js"}
    package("pkg", {"e.js": "", "r.js": "", "m.js": ""}, exports=exports)
    Path("main.cjs").write_text('require("pkg");')
    cases: tuple[tuple[GivenOptions, str], ...] = (
        ({"platform": "node"}, "r.js"),
        ({"platform": "node", "conditions": ("module",)}, "e.js"),
        ({"platform": "browser"}, "e.js"),
    )
    for options, expected in cases:
        graph = module_map("main.cjs", **options)
        assert graph.modules[graph.modules[0].targets[0]].name == f"node_modules/pkg/{expected}"


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


@pytest.mark.parametrize(
    ("main", "key"),
    [
        ({}, "./index.js"),
        ({}, "./index"),
        ({"main": "./lib/m"}, "./lib/m.js"),
        ({"main": "lib/m.js"}, "lib/m"),
    ],
)
def test_the_browser_map_gives_the_main_file_that_is_not_there(
    project: Path, main: dict[str, str], key: str
) -> None:
    package("pkg", {"web.js": "", "lib/other.js": ""}, browser={key: "./web"}, **main)
    write(project, {"main.js": 'import "pkg";'})
    assert names(module_map("main.js"))[1] == "node_modules/pkg/web.js"
    assert error("main.js", platform="node").code == "unresolved-import"


def test_a_browser_map_that_leads_nowhere(project: Path) -> None:
    package("pkg", {"index.js": ""}, browser={"./index.js": "./gone.js"})
    write(project, {"main.js": 'import "pkg";'})
    found = error("main.js")
    assert found.code == "unresolved-import"
    assert 'maps "./index.js" to "./gone.js"' in found.text
