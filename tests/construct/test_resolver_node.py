"""Where Node resolves a specifier, the resolver gives the same URL; where Node refuses
it, the same error, but for what bundlers add.

The tables are checked against the Node that is installed, and so are random maps of
``exports`` and ``imports``.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
from tests.construct.node import Question, ask_node, ask_ourselves
from tests.construct.project import write

FILES = dict.fromkeys(
    (
        *"index.js a.js b.mjs lib/a.js lib/b.js lib/x/a.js lib/x/y/a.js dist/a.mjs".split(),
        *"sp%ace.js hash#name.js lib/a.js.js features/private/a.js".split(),
        "with space.js",
    ),
    "",
)

TABLES: dict[str, Any] = {
    "string": "./a.js",
    "conditions": {"require": "./lib/b.js", "import": "./a.js"},
    "order": {"default": "./a.js", "import": "./lib/b.js"},
    "nested": {"node": {"browser": "./lib/b.js", "import": {"default": "./a.js"}}},
    "nested-miss": {"node": {"browser": "./lib/b.js"}, "default": "./a.js"},
    "nested-null": {"node": {"import": None}, "default": "./a.js"},
    "array": ["a.js", {"browser": "./b.mjs"}, "./a.js", "./lib/a.js"],
    "array-null": [None, "./a.js"],
    "array-missing": ["./missing.js", "./a.js"],
    "array-empty": [],
    "array-invalid": ["../a.js", "/a.js"],
    "array-undefined": {"import": [{"browser": "./a.js"}], "default": "./b.mjs"},
    "null": {".": None, "./a.js": "./a.js"},
    "empty": {},
    "false": False,
    "number": 1,
    "subpaths": {
        ".": "./index.js",
        "./a": "./a.js",
        "./lib/*": "./lib/*.js",
        "./lib/x/*": "./lib/x/*",
        "./lib/x/*/": "./lib/x/a.js",
        "./features/*": "./features/*",
        "./features/private/*": None,
        "./*.js": "./lib/*.js",
        "./deep/*/a": "./lib/*/a.js",
        "./twice/*": "./lib/*/*.js",
        "./two/*/*": "./lib/*.js",
        "./space": "./with%20space.js",
        "./raw space": "./with space.js",
        "./hash": "./hash%23name.js",
        "./percent": "./sp%25ace.js",
        "./slash": "./lib%2fa.js",
        "./dir": "./lib",
        "./dir/": "./lib/",
        "./out": "./../index.js",
        "./up": "./lib/../a.js",
        "./dot": "./lib/./a.js",
        "./modules": "./node_modules/x.js",
        "./sly": "./%6Eode_modules/x.js",
        "./double": "./lib//a.js",
        "./bare": "index.js",
        "./absolute": "/index.js",
        "./url": "file:///index.js",
        "./query": "./a.js?q#f",
        "./missing": "./missing.js",
        "./object": {"0": "./a.js"},
        "./deep": {"node": ["bad", {"import": "./a.js"}]},
    },
    "order-of-patterns": {
        "./*": "./lib/b.js",
        "./l*": "./lib/a.js",
        "./lib/*": "./lib/x/a.js",
        "./lib/*.js": "./a.js",
        "./lib/a*": "./b.mjs",
    },
    "mixed": {".": "./a.js", "import": "./a.js"},
}
SUBPATHS = (
    "",
    *"/ /a /a.js /b.mjs /lib/a /lib/a.js /lib/b.js /lib/x/a /lib/x/a.js /lib/x/y/a.js".split(),
    *"/lib/x/a.js/ /lib/ /lib /lib/* /lib/x/../a /lib/./a /lib/%2e%2e/a /lib//a".split(),
    *"/features/a.js /features/private/a.js /features/private/x /deep/x/a /deep//a".split(),
    *"/deep/x/y/a /twice/x /two/x/* /space /raw%20space /hash /percent /slash /dir".split(),
    *"/dir/ /dir/a.js /out /up /dot /modules /sly /double /bare /absolute /url".split(),
    *"/query /missing /object /deep /node_modules/a /lib/node_modules/a /lib/a%20b".split(),
    "/raw space",
    "/lib/a\\b",
)

IMPORTS: dict[str, Any] = {
    "#a": "./a.js",
    "#lib/*": "./lib/*.js",
    "#lib/x/*": None,
    "#package": "string",
    "#package/*": "subpaths/*",
    "#builtin": "fs",
    "#prefixed": {"node": "path", "default": "./a.js"},
    "#self": "importer/a",
    "#none": {"browser": "./a.js"},
    "#out": "../a.js",
    "#absolute": "/a.js",
    "#url": "https://example.org/a.js",
    "#missing": "./missing.js",
    "#nowhere": "nowhere",
    "#array": ["../bad.js", "./a.js"],
    "#hash": "#a",
}
PRIVATE = (
    *"#a #lib/a #lib/x/a #lib/ #lib/b #package #package/a #builtin #prefixed #self".split(),
    *"#none #out #absolute #missing #nowhere #array #unknown # #lib/a/../b #url #hash".split(),
)

PATHS = (
    *"./a.js ../importer/a.js ./lib/../a.js ./%61.js ./with%20space.js ./a.js?q ./a.js#f".split(),
    *"./a.js? ./a.js# ./a.js?x=%20y ./hash%23name.js ./sp%25ace.js ./lib/%2e%2e/a.js".split(),
    *"./lib/%2E./a.js ./lib\\a.js ./././a.js ./missing.js ./lib//a.js ./a%2fjs".split(),
    *"/missing.js node:fs fs fs/promises node:test path/posix string".split(),
    *"importer importer/a importer/b @scope @scope/ @scope/pkg @scope/pkg/lib/a.js".split(),
    *"legacy legacy/lib/a.js legacy/a.js?q %61 legacy%2fa .hidden nowhere nested/a.js".split(),
    "./with space.js",
    "./a.js?x y'\"<>`{é",
    "./a.js#x y'\"<>`{é",
    "./\ta.\njs ",
    " ./a.js",
    "\t./a.js",
    ".\t/a.js",
    "\n/a.js",
    " legacy",
    "legacy ",
    " #private",
    "legacy/with%20space.js",
)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(os.path.realpath(tmp_path))
    for name, exports in TABLES.items():
        manifest = {"name": name, "exports": exports, "main": "./b.mjs"}
        write(root / "node_modules" / name, {**FILES, "package.json": manifest})
    write(root / "node_modules/legacy", {**FILES, "package.json": {"main": "./lib/a"}})
    write(root / "node_modules/@scope/pkg", {**FILES, "package.json": {"main": "lib"}})
    write(root / "node_modules/nested", FILES)
    own = {"name": "importer", "imports": IMPORTS, "exports": {"./a": "./a.js", ".": "./lib/b.js"}}
    write(root / "importer", {**FILES, "package.json": own})
    write(root / "importer/lib/node_modules/nested", FILES)
    monkeypatch.chdir(root)
    return root


def compare(questions: list[Question], directory: Path) -> None:
    theirs = ask_node(questions, directory)
    ours = ask_ourselves(questions)
    different = [
        (specifier, f"node {node}", f"here {here}")
        for (specifier, _), node, here in zip(questions, theirs, ours, strict=True)
        if node != here
    ]
    assert not different, "\n".join(map(str, different))


def test_exports(tree: Path) -> None:
    importer = str(tree / "importer/a.js")
    compare([(name + path, importer) for name in TABLES for path in SUBPATHS], tree)


def test_imports(tree: Path) -> None:
    compare([(private, str(tree / "importer/lib/x/a.js")) for private in PRIVATE], tree)


def test_paths_builtins_and_packages(tree: Path) -> None:
    importers = [str(tree / "importer/a.js"), str(tree / "importer/lib/a.js")]
    compare([(path, importer) for path in PATHS for importer in importers], tree)


CONDITIONS = ("import", "node", "require", "browser", "default", "module", "types")
KEYS = (
    *". ./a ./a.js ./lib/* ./lib/*.js ./* ./lib/x/* ./lib/a* ./*/a.js ./lib/ ./l*".split(),
    *"./lib/x/a.js ./*.js ./lib/*/a.js ./lib/x/*/a.js ./*s ./lib/*/*".split(),
)
TARGETS = (
    *"./a.js ./lib/* ./lib/*.js ./* ./missing.js ../x.js a.js ./lib/../a.js ./lib/x/*/a.js".split(),
    *"./node_modules/x.js ./with%20space.js ./a.js?q ./*?q ./lib/x/a.js ./lib ./ /a.js".split(),
    *"./lib/*/a.js ./*/*.js ./b.mjs".split(),
    "",
    None,
    1,
    True,
)


def random_target(chance: random.Random, depth: int) -> Any:
    form = chance.random()
    if depth and form < 0.3:
        conditions = chance.sample(CONDITIONS, chance.randrange(4))
        return {condition: random_target(chance, depth - 1) for condition in conditions}
    if depth and form < 0.45:
        return [random_target(chance, depth - 1) for _ in range(chance.randrange(4))]
    return chance.choice(TARGETS)


def random_map(chance: random.Random, prefix: str) -> Any:
    if prefix == "./" and chance.random() < 0.2:
        return random_target(chance, 3) or {}
    keys = chance.sample(KEYS, chance.randrange(1, 7))
    if prefix == "#":
        return {key.replace("./", "#"): random_target(chance, 2) for key in keys if key != "."}
    return {key: random_target(chance, 2) for key in keys}


def test_random_maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(os.path.realpath(tmp_path))
    monkeypatch.chdir(root)
    chance = random.Random(20)
    asked: list[Question] = []
    wanted = [path for path in SUBPATHS if not path.endswith(("/object", "/bare"))]
    for i in range(100):
        manifest = {
            "name": f"p{i}",
            "exports": random_map(chance, "./"),
            "imports": random_map(chance, "#"),
        }
        package = write(root / f"node_modules/p{i}", {**FILES, "package.json": manifest})
        inside = str(package / "lib/a.js")
        for path in chance.sample(wanted, 30):
            asked.append(
                (f"p{i}{path}", inside if chance.random() < 0.3 else str(root / "main.js"))
            )
        for key in chance.sample(wanted[1:], 15):
            asked.append((f"#{key[1:]}", inside))
    compare(asked, root)
