"""``import()`` and ``require()`` of templates: which files they mean."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import pytest
from tests.given_options import GivenOptions

from pybundle.construct.construct import construct
from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.options import Options

FILES = (
    "main.js",
    "lang/de.js",
    "lang/en.mjs",
    "lang/en.json",
    "lang/.hidden.js",
    "lang/notes.txt",
    "lang/picture.png",
    "lang/LICENSE",
    "lang/deep/er.js",
    "lang/node_modules/er.js",
    "lang/.git/er.js",
    "other/er.js",
    "a+b/(c).js",
)


MODULE = "export const f = (x, y) => {};\n"
COMMONJS = "exports.f = (x, y) => {};\n"


def build(
    tmp_path: Path, call: str, text: str = MODULE, **options: Unpack[GivenOptions]
) -> tuple[ModuleMap, list[str]]:
    for name in FILES:
        file = tmp_path / "src" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("1;" if not name.endswith(".json") else "1")
    main = tmp_path / "src" / "main.js"
    main.write_text(text.format(call))
    made, warnings = construct([str(main)], Options(root=str(tmp_path), **options))
    return made, [warning.code for warning in warnings]


def keys(tmp_path: Path, call: str) -> list[str]:
    module_map, _ = build(tmp_path, call)
    ((number, specifiers),) = module_map.modules[0].import_maps
    assert number == 0
    names = [module_map.modules[target].name for _, target in specifiers]
    assert all(name.startswith("src/") for name in names)
    return [specifier for specifier, _ in specifiers]


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("import(`./lang/${x}.js`)", ["./lang/de.js"]),
        ("import('./lang/' + x + '.js')", ["./lang/de.js"]),
        ("import('./lang/d' + x + 's')", ["./lang/de.js"]),
        ("import(`./lang/d${x}`)", ["./lang/de", "./lang/de.js"]),
        ("import(`./lang/${x}.mjs`)", ["./lang/en.mjs"]),
        ("import(`./lang/${x}/${y}.js`)", ["./lang/deep/er.js"]),
        ("import(`./${x}/er.js`)", ["./other/er.js"]),
        ("import(`../src/${x}/er.js`)", ["../src/other/er.js"]),
        ("import(`./lang/../${x}/er.js`)", ["./lang/../other/er.js"]),
        ("import(`./lang//${x}.js`)", ["./lang//de.js"]),
        ("import(`./${x}.js`)", ["./main.js"]),
        ("import(`./a+b/(${x}).js`)", ["./a+b/(c).js"]),
        ("import(`./lang/.hid${x}.js`)", ["./lang/.hidden.js"]),
        (
            "import(`./lang/${x}`)",
            [
                "./lang/de",
                "./lang/de.js",
                "./lang/en",
                "./lang/en.json",
                "./lang/en.mjs",
                "./lang/notes.txt",
            ],
        ),
        (
            "import(`./lang/${x}`, { with: { type: 'text' } })",
            [
                "./lang/LICENSE",
                "./lang/de",
                "./lang/de.js",
                "./lang/en",
                "./lang/en.json",
                "./lang/en.mjs",
                "./lang/notes.txt",
                "./lang/picture.png",
            ],
        ),
    ],
)
def test_specifiers(tmp_path: Path, call: str, expected: list[str]) -> None:
    assert keys(tmp_path, call) == expected


@pytest.mark.parametrize(
    "call",
    [
        "import(x)",
        "import(`${x}/de.js`)",
        "import(x + './lang/de.js')",
        "import(`/lang/${x}.js`)",
        "import(`lang/${x}.js`)",
        "import(`./lang/${x}.js?${y}`)",
        "import(`./lang/${x}.js#here`)",
        r"import(`./lang\\${x}.js`)",
        "import(`./lang/\0${x}.js`)",
    ],
)
def test_is_left_alone(tmp_path: Path, call: str) -> None:
    module_map, warnings = build(tmp_path, call)
    assert module_map.modules[0].import_maps == ()
    assert len(module_map.modules) == 1
    assert warnings == []


def test_nothing_matches(tmp_path: Path) -> None:
    module_map, warnings = build(tmp_path, "import(`./nowhere/${x}.js`)")
    assert module_map.modules[0].import_maps == ((0, ()),)
    assert warnings == ["import-matches-nothing"]


def test_which_file_a_name_without_extension_means(tmp_path: Path) -> None:
    module_map, _ = build(tmp_path, "import(`./lang/e${x}`)")
    ((_, specifiers),) = module_map.modules[0].import_maps
    names = {specifier: module_map.modules[target].name for specifier, target in specifiers}
    assert names["./lang/en"] == "src/lang/en.mjs"


def test_externals_stay_imports(tmp_path: Path) -> None:
    module_map, _ = build(tmp_path, "import(`./lang/${x}.js`)", external=("*/lang/*",))
    ((_, ((specifier, target),)),) = module_map.modules[0].import_maps
    assert specifier == "./lang/de.js"
    assert module_map.modules[target].record.kind is ModuleKind.EXTERNAL


def test_targets_are_dynamic(tmp_path: Path) -> None:
    module_map, _ = build(tmp_path, "[import(`./lang/${x}.js`), import('./other/er.js')]")
    modules = module_map.modules
    targets = [modules[target].name for target in modules[0].dynamic_targets()]
    assert targets == ["src/other/er.js", "src/lang/de.js"]


def required(
    tmp_path: Path, call: str, **options: Unpack[GivenOptions]
) -> tuple[list[str], list[str]]:
    """Return the specifiers that a call in a CommonJS module may make, and the codes of
    warnings."""
    module_map, warnings = build(tmp_path, call, COMMONJS, **options)
    maps = module_map.modules[0].require_maps
    return [specifier for _, found in maps for specifier, _ in found], warnings


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("require(`./lang/${x}.js`)", ["./lang/de.js"]),
        ("require('./lang/' + x + '.js')", ["./lang/de.js"]),
        ("require.resolve(`./lang/d${x}`)", ["./lang/de", "./lang/de.js"]),
        ("require(`./lang/${x}.txt`)", ["./lang/notes.txt"]),
        ("require(`./${x}/er`)", ["./other/er"]),
        ("require(`./a+b/(${x})`)", ["./a+b/(c)"]),
        ("require(`./lang/${x}`)", "./lang/de ./lang/de.js ./lang/en ./lang/en.json ./lang/en.mjs"),
        ("require(`./lang/node_module${x}`)", []),
        ("typeof y === 'x' && require(`./lang/d${x}.js`)", ["./lang/de.js"]),
    ],
)
def test_what_require_may_mean(tmp_path: Path, call: str, expected: list[str] | str) -> None:
    wanted = expected.split() if isinstance(expected, str) else expected
    assert required(tmp_path, call)[0] == wanted


def test_a_directory_with_a_main_file_is_required(tmp_path: Path) -> None:
    for name in ("index.js", "other.js"):
        (tmp_path / "src/lang/sub").mkdir(parents=True, exist_ok=True)
        (tmp_path / "src/lang/sub" / name).write_text("exports.x = 1;")
    assert required(tmp_path, "require(`./lang/s${x}`)")[0] == ["./lang/sub"]


def test_a_template_that_nothing_matches(tmp_path: Path) -> None:
    assert required(tmp_path, "require(`./nowhere/${x}`)") == ([], ["import-matches-nothing"])
    text = "(() => { try { return require(`./nowhere/${x}`); } catch {} })()"
    assert required(tmp_path, text) == ([], [])


def test_a_branch_that_is_never_taken_asks_for_nothing(tmp_path: Path) -> None:
    call = "DEBUG ? require(`./lang/d${x}.js`) : 0"
    assert required(tmp_path, call, define={"DEBUG": "false"}) == ([], [])


def test_what_only_a_template_leads_to_may_be_broken(tmp_path: Path) -> None:
    (tmp_path / "src/parts").mkdir(parents=True)
    (tmp_path / "src/parts/bad.js").write_text("no JavaScript")
    (tmp_path / "src/parts/needs.js").write_text("require('not-installed');")
    found, warnings = required(tmp_path, "require(`./parts/${x}.js`)")
    assert found == ["./parts/bad.js", "./parts/needs.js"]
    assert sorted(warnings) == ["syntax-error", "unresolved-import"]
