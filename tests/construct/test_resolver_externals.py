"""What stays an import: builtins of Node, externals, addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.construct.project import (
    error,
    imported,
    module_map,
    names,
    package,
    write,
)

from pybundle.construct.record import ModuleKind

pytestmark = pytest.mark.usefixtures("project")


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
        ("node:*", "node:fs/promises", True),
        ("node:*", "fs", True),
        ("node:*", "node:test", True),
        ("node:*", "./lib/a.js", False),
        ("node:*", "react", False),
        ("*", "node:fs", True),
        ("fs*", "node:fs/promises", True),
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
