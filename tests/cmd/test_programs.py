"""CMD programs as bundles where Sea.js has nothing to compare with: exports, other hosts, other
systems, and what is said of programs that can't be bundled as they are."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Unpack

import pytest
from tests.cmd.harness import FORMATS, run_page
from tests.given_options import GivenOptions
from tests.node_files import needs_node
from tests.tree import write_tree

from pybundle import BundleError, bundle
from pybundle.diagnostics import Diagnostic
from pybundle.options import Format

MAIN = """define(function (require, exports, module) {
  exports.sum = require("./add")(1, 2);
  exports.uri = module.uri;
});
"""
ADD = "define(function () { return function (x, y) { return x + y; }; });\n"


def node(*arguments: str, folder: Path) -> str:
    """Run Node in a folder; return what it prints."""
    done = subprocess.run(
        ["node", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert not done.stderr, done.stderr
    return done.stdout


def problems(entry: Path, **options: Unpack[GivenOptions]) -> list[Diagnostic]:
    """Return the diagnostics of a build that must fail."""
    with pytest.raises(BundleError) as caught:
        bundle(entry, root=entry.parent, **options)
    return list(caught.value.diagnostics)


# The entry's value


@needs_node
@pytest.mark.parametrize("format_", FORMATS)
def test_the_value_of_an_entry_leaves(format_: Format, tmp_path: Path) -> None:
    entry = write_tree(tmp_path, {"main.js": MAIN, "add.js": ADD})
    name = "Lib" if format_ in ("iife", "umd") else None
    made = bundle(entry, root=tmp_path, loader="seajs", format=format_, global_name=name)
    made.write(tmp_path / ("out.mjs" if format_ == "esm" else "out.cjs"))
    code = {
        "cjs": 'console.log(require("./out.cjs").sum)',
        "esm": 'import("./out.mjs").then((ns) => console.log(ns.default.sum))',
        "umd": 'console.log(require("./out.cjs").sum)',
        "iife": "vm.runInThisContext(fs.readFileSync('out.cjs', 'utf8')); console.log(Lib.sum)",
    }[format_]
    assert node("-e", code, folder=tmp_path) == "3\n"


@needs_node
@pytest.mark.parametrize("format_", FORMATS)
def test_without_a_page_uris_start_from_the_bundle(format_: Format, tmp_path: Path) -> None:
    text = MAIN.replace("exports.uri = module.uri;", "console.log(module.uri);")
    entry = write_tree(tmp_path, {"app/main.js": text, "app/add.js": ADD})
    made = bundle(entry, root=tmp_path, loader="seajs", format=format_, platform="node")
    out = f"dist/out.{'mjs' if format_ == 'esm' else 'cjs'}"
    (tmp_path / "dist").mkdir()
    made.write(tmp_path / out)
    assert node(out, folder=tmp_path) == f"{(tmp_path / 'dist').as_posix()}/main.js\n"


@needs_node
def test_an_entry_whose_module_has_an_id(tmp_path: Path) -> None:
    text = (
        'define("app/main", ["app/other"], function (require, exports, module) {\n'
        '  console.log(module.id, require("app/other").x);\n});\n'
        'define("app/other", [], { x: 1 });\n'
    )
    entry = write_tree(tmp_path, {"main.js": text})
    bundle(entry, root=tmp_path, loader="seajs").write(tmp_path / "out.js")
    assert run_page("bundle", "out.js", folder=tmp_path) == "app/main 1\n"


# Which loader a file is for


def kinds(entry: Path, **options: Unpack[GivenOptions]) -> dict[str, str]:
    """Return the kinds of the modules of a bundle."""
    made = bundle(entry, root=entry.parent, **options)
    return {module.name: module.kind for module in made.modules}


def test_a_lone_definition_is_for_requirejs_unless_told_otherwise(tmp_path: Path) -> None:
    entry = write_tree(tmp_path, {"main.js": MAIN, "add.js": ADD})
    assert kinds(entry) == {"main.js": "amd", "add.js": "amd"}
    assert kinds(entry, loader="seajs") == {"main.js": "cmd", "add.js": "cmd"}


def test_what_seajs_is_asked_for_is_for_seajs(tmp_path: Path) -> None:
    entry = write_tree(
        tmp_path, {"page.js": 'seajs.use("./main");', "main.js": MAIN, "add.js": ADD}
    )
    assert set(kinds(entry).values()) == {"cmd"}
    (tmp_path / "page.js").write_text("var seajs = { use() {} }; seajs.use('./main');")
    assert kinds(entry) == {"page.js": "esm"}


# Other systems


@needs_node
def test_systems_share_one_graph(tmp_path: Path) -> None:
    """Each module runs once, whoever asks first, and a cycle through two systems is no end."""
    files = {
        "main.mjs": 'import cmd from "./a.js";\nimport { n } from "./es.mjs";\n'
        "console.log(cmd.list.join(), n, cmd === cmd.again());\n",
        "a.js": "define(function (require, exports, module) {\n"
        '  console.log("a");\n  exports.again = function () { return require("./a"); };\n'
        '  exports.list = [require("./c.cjs").x, require("./es.mjs").n, require("./data.json").y,'
        ' require("pack")];\n  module.exports.late = 1;\n});\n',
        "c.cjs": 'console.log("c"); const a = require("./a.js");\n'
        "exports.x = Object.keys(a).join('+');\n",
        "es.mjs": 'console.log("es"); export let n = 2;\n',
        "data.json": '{ "y": 3 }',
        "node_modules/pack/index.js": 'module.exports = "package";\n',
    }
    entry = write_tree(tmp_path, files)
    for format_ in FORMATS:
        made = bundle(entry, root=tmp_path, loader="seajs", format=format_)
        out = f"out.{'mjs' if format_ == 'esm' else 'cjs'}"
        made.write(tmp_path / out)
        assert node(out, folder=tmp_path) == "a\nc\nes\nagain,2,3,package 2 true\n"


@needs_node
def test_import_calls_in_cmd_modules(tmp_path: Path) -> None:
    files = {
        "main.js": "define(function (require) {\n"
        '  import("./lazy.mjs").then((ns) => console.log(ns.x, require("./b").y));\n});\n',
        "lazy.mjs": 'import b from "./b.js"; export const x = b.y + 1;\n',
        "b.js": 'define(function () { console.log("b"); return { y: 1 }; });\n',
    }
    entry = write_tree(tmp_path, files)
    bundle(entry, root=tmp_path, loader="seajs").write(tmp_path / "out.cjs")
    assert node("out.cjs", folder=tmp_path) == "b\n2 1\n"


@needs_node
def test_an_es_module_that_waits_cannot_be_required(tmp_path: Path) -> None:
    files = {
        "main.js": "define(function (require) {\n"
        '  try { require("./wait.mjs"); } catch (error) { console.log(error.code); }\n});\n',
        "wait.mjs": "await 0; export let x = 1;\n",
    }
    entry = write_tree(tmp_path, files)
    bundle(entry, root=tmp_path, loader="seajs").write(tmp_path / "out.cjs")
    assert node("out.cjs", folder=tmp_path) == "ERR_REQUIRE_ASYNC_MODULE\n"


# What stays outside


@needs_node
def test_globals_and_stylesheets_stay_outside(tmp_path: Path) -> None:
    text = (
        'seajs.config({ alias: { $: "http://host/jquery.js" } });\n'
        'seajs.use(["$", "./a.css", "vue"], function ($, css, vue) { console.log($, css, vue); });'
    )
    entry = write_tree(tmp_path, {"main.js": text})
    made = bundle(
        entry,
        root=tmp_path,
        external=["*.css", "vue"],
        globals={"http://host/jquery.js": "Math.PI", "vue": "Math.SQRT2"},
    )
    made.write(tmp_path / "out.js")
    printed = run_page("bundle", "out.js", folder=tmp_path)
    assert printed == "3.141592653589793 undefined 1.4142135623730951\n"


@needs_node
def test_a_package_outside_is_required_in_cjs(tmp_path: Path) -> None:
    files = {
        "main.js": 'define(function (require) { console.log(require("pack").x); });',
        "node_modules/pack/index.js": "exports.x = 'of the host';",
    }
    entry = write_tree(tmp_path, files)
    made = bundle(entry, root=tmp_path, loader="seajs", external=["pack"], format="cjs")
    assert "of the host" not in made.code
    made.write(tmp_path / "out.cjs")
    assert node("out.cjs", folder=tmp_path) == "of the host\n"


# The page


def test_the_page_lies_where_ids_lead_to_files(tmp_path: Path) -> None:
    files = {
        "site/js/page.js": 'seajs.config({ base: "./lib" }); seajs.use(["./js/main", "add"]);',
        "site/js/main.js": 'define(function (require) { require("./part"); });',
        "site/js/part.js": "define({});",
        "site/lib/add.js": ADD,
    }
    entry = write_tree(tmp_path, files)
    names = {module.name for module in bundle(entry, root=tmp_path).modules}
    assert names == set(files)
    for page in (tmp_path / "site", tmp_path / "site" / "js" / ".."):
        assert bundle(entry, root=tmp_path, page=page).code == bundle(entry, root=tmp_path).code
    wrong = bundle_error(entry, tmp_path, page=tmp_path / "site" / "js")
    assert wrong.code == "unresolved-import" and "lie in site/js" in wrong.hint


def bundle_error(entry: Path, root: Path, page: Path) -> Diagnostic:
    """Return the first error of a build."""
    with pytest.raises(BundleError) as caught:
        bundle(entry, root=root, page=page)
    return caught.value.diagnostics[0]


def test_the_page_is_a_directory(tmp_path: Path) -> None:
    entry = write_tree(tmp_path, {"main.js": "seajs.use([]);"})
    [problem] = problems(entry, page=str(tmp_path / "nowhere"))
    assert problem.code == "invalid-option" and "page is not a directory" in problem.text
    [problem] = problems(entry, loader="curl")  # type: ignore[arg-type]
    assert problem.code == "invalid-option" and "loader is one of" in problem.text


# What is said


def test_an_id_that_leads_nowhere(tmp_path: Path) -> None:
    text = 'seajs.config({ base: "lib" });\nseajs.use(["./here", "there"]);\n'
    files = {
        "main.js": text,
        "here.js": 'define(function (r) { var require = r;\n require("./x"); });',
    }
    entry = write_tree(tmp_path, files)
    found = problems(entry)
    assert [problem.code for problem in found] == ["unresolved-import"] * 2
    assert found[0].place and (found[0].place.file, found[0].place.line) == ("main.js", 2)
    assert "start from lib" in found[0].hint
    assert found[0].notes[0][0] == "looked for lib/there.js"
    assert found[1].place and (found[1].place.file, found[1].place.line) == ("here.js", 2)


def test_a_stylesheet_is_told(tmp_path: Path) -> None:
    entry = write_tree(tmp_path, {"main.js": 'define(function (require) { require("./a.css"); });'})
    [problem] = problems(entry, loader="seajs")
    assert problem.code == "stylesheet" and "--external" in problem.hint


def test_what_only_the_run_knows_is_a_warning(tmp_path: Path) -> None:
    text = (
        'seajs.config({ alias: { a: "./b", c: location.hash }, charset: f(), map: [[/x/, f]],\n'
        "  vars: g() });\nseajs.config(h);\n"
        'seajs.use("a"); seajs.use(location.hash);\n'
        "function f() {} function g() {}\n"
    )
    entry = write_tree(
        tmp_path, {"main.js": text, "b.js": "define(function (require) { require(x); });"}
    )
    warnings = bundle(entry, root=tmp_path).warnings
    configs = [each.text.split(" is known")[0] for each in warnings if each.code == "loader-config"]
    assert configs == [
        "alias.c of the loader's configuration",
        "vars of the loader's configuration",
        "map.0 of the loader's configuration",
        "the loader's configuration",
    ]
    places = [each.place for each in warnings if each.code == "loader-open-id"]
    assert [(place.file, place.line) for place in places if place] == [("main.js", 4), ("b.js", 1)]


def test_a_rule_that_is_a_function_is_a_warning(tmp_path: Path) -> None:
    text = "seajs.config({ map: [function (uri) { return uri; }] }).use('./b');"
    entry = write_tree(tmp_path, {"main.js": text, "b.js": "define({});"})
    [warning] = bundle(entry, root=tmp_path).warnings
    assert (warning.code, warning.text.split(" ")[0]) == ("loader-config", "map.0")


# The output


def test_dependencies_are_written_as_an_array(tmp_path: Path) -> None:
    text = (
        "define(function (require) { require('./add'); });\n"
        'define( /* id */ "named", function (require) { require("./add"); require("./add"); });\n'
        "define(['./add'], function (r) { r('./add'); });\n"
    )
    entry = write_tree(tmp_path, {"main.js": text, "add.js": ADD})
    code = bundle(entry, root=tmp_path, loader="seajs").code
    assert 'define(["./add"], function (require) {' in code
    assert '"named", ["./add", "./add"], function (require) {' in code
    assert "define(['./add'], function (r) {" in code
    assert "define(function () { return function (x, y)" in code


def test_nothing_of_the_machine_is_in_the_output(tmp_path: Path) -> None:
    entry = write_tree(tmp_path / "a", {"main.js": MAIN, "add.js": ADD})
    other = write_tree(tmp_path / "b", {"main.js": MAIN, "add.js": ADD})
    one = bundle(entry, root=tmp_path / "a", loader="seajs").code
    assert one == bundle(other, root=tmp_path / "b", loader="seajs").code
    assert str(tmp_path) not in one


@needs_node
def test_long_chains(tmp_path: Path) -> None:
    """Neither the build nor loading recurses over modules."""
    length = 2000
    files = {
        f"m{i}.js": f"define(['./m{i + 1}'], function () {{ console.log({i}); }});\n"
        for i in range(length)
    }
    files[f"m{length}.js"] = "define({});\n"
    entry = write_tree(tmp_path, files)
    bundle(entry, root=tmp_path, loader="seajs").write(tmp_path / "out.cjs")
    assert node("out.cjs", folder=tmp_path) == "0\n"
