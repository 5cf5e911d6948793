"""What is said when a specifier leads nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.construct.project import (
    error,
    package,
    write,
)

from pybundle.construct.resolve import resolver

pytestmark = pytest.mark.usefixtures("project")


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
