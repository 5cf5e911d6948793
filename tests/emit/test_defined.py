"""The formats ``umd`` and ``amd``: in the evaluator, in Node, and in RequireJS."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.node_files import needs_node
from tests.tree import write_tree

from pybundle import BundleError, bundle
from pybundle.build import Bundle
from pybundle.check import check
from pybundle.option_check import checked
from pybundle.options import Format, Options
from pybundle_runtime import Evaluator, Script, Trace, UncaughtError
from pybundle_runtime.program import ScriptFormat

NODE = shutil.which("node")
MODULES = Path(__file__).parents[1] / "corpus" / "node_modules"
NEEDS_REQUIREJS = pytest.mark.skipif(
    NODE is None or not (MODULES / "requirejs").exists(), reason="needs requirejs in tests/corpus"
)
LIBRARY = {
    "main.js": 'import { n, inc } from "./counter.js";\n'
    'import item, { x as y } from "thing";\nimport * as other from "other/part";\n'
    'import "./last.js";\nexport { n, inc };\nexport default () => [item.x, y, other.default];\n'
    "inc();\nconsole.log(n);\n",
    "counter.js": "export let n = 0;\nexport function inc() { n++; }\n",
    "last.js": 'import "side";\nimport { more } from "thing";\nconsole.log(more);\n',
}
OUTSIDE = ("thing", "other/part", "side")
DEFINITIONS = (
    'define("thing", { x: 1, more: "more" });\ndefine("other/part", [], () => () => {});\n'
    'define("side", [], () => { console.log("side"); });\n'
)


def library(
    folder: Path,
    format_: Format,
    *,
    globals: Mapping[str, str] | None = None,
    global_name: str | None = None,
    amd_id: str | None = None,
) -> Bundle:
    return bundle(
        write_tree(folder, LIBRARY),
        format=format_,
        external=OUTSIDE,
        root=folder,
        globals=globals,
        global_name=global_name,
        amd_id=amd_id,
    )


def printed(trace: Trace) -> list[str]:
    return [" ".join(call.arguments) for call in trace.console()]


def names(trace: Trace) -> list[str]:
    assert trace.namespace is not None, trace
    return [name for name, _ in trace.namespace]


def test_externals_are_dependencies_once_and_in_order(tmp_path: Path, evaluator: Evaluator) -> None:
    made = library(tmp_path, "amd")
    head = 'define(["exports", "thing", "other/part", "side"], (exports, thing, part, side) => {'
    assert made.code.startswith(head)
    trace = evaluator.evaluate(Script(DEFINITIONS + made.code, "amd"))
    assert (trace.outcome, printed(trace)) == ("completed", ['"side"', '"more"', "1"])
    assert names(trace) == ["default", "inc", "n"]


def test_a_name_for_the_loader(tmp_path: Path) -> None:
    assert library(tmp_path, "amd", amd_id="my/lib").code.startswith(
        'define("my/lib", ["exports", '
    )
    globals_ = dict.fromkeys(OUTSIDE, "x")
    named = library(tmp_path, "umd", amd_id="my/lib", globals=globals_).code
    assert '    define("my/lib", ["exports", "thing", "other/part", "side"], factory);' in named


def test_umd_in_its_three_ways(tmp_path: Path, evaluator: Evaluator) -> None:
    holders = {"thing": "root", "other/part": "factory.part", "side": "library"}
    made = library(tmp_path, "umd", global_name="a.b.Lib", globals=holders)
    values = "({ x: 1, more: 'more' })", "{ part: () => {} }", "console.log('side')"
    given = f"var root = {values[0]}, factory = {values[1]}, library = {values[2]};\n"
    asked = (
        "require = (name) => name === 'thing' ? { x: 1, more: 'more' }\n"
        "  : name === 'side' ? console.log('side') : () => {};\n"
    )
    runs = [
        Script(asked + made.code, "umd"),
        Script(DEFINITIONS + made.code, "amd"),
        Script(given + "var a = { kept: 1 };" + made.code, "iife", global_name="a.b.Lib"),
    ]
    for run in runs:
        trace = evaluator.evaluate(run)
        assert (trace.outcome, printed(trace)) == ("completed", ['"side"', '"more"', "1"]), run
        assert names(trace) == ["default", "inc", "n"]


@pytest.mark.parametrize("format_", ["umd", "amd"])
def test_exports_are_live_and_say_that_they_are_of_an_es_module(
    format_: Format, tmp_path: Path, evaluator: Evaluator
) -> None:
    entry = write_tree(
        tmp_path, {"main.js": "export default 1;\nexport let n = 0;\nexport const up = () => ++n;"}
    )
    code = bundle(entry, format=format_, amd_id="lib").code
    use = """((lib) => {
      lib.up();
      console.log(lib.n, lib.default, lib.__esModule, Object.keys(lib).join());
      console.log(Object.getPrototypeOf(lib), lib[Symbol.toStringTag], Object.hasOwn(lib, "up"));
    })"""
    after = f"define(['lib'], {use});" if format_ == "amd" else f"{use}(module.exports);"
    trace = evaluator.evaluate(Script(f"{code}\n;{after}", format_))
    assert printed(trace) == ['1 1 true "default,n,up"', 'null "Module" true']


@pytest.mark.parametrize("format_", ["umd", "amd"])
def test_no_exports(format_: Format, tmp_path: Path, evaluator: Evaluator) -> None:
    entry = write_tree(
        tmp_path, {"main.js": "console.log(typeof exports, typeof arguments);\nexport {};\n"}
    )
    made = bundle(entry, format=format_)
    assert "define([], " in made.code
    assert "__esModule" not in made.code
    trace = evaluator.evaluate(Script(made.code, format_))
    assert printed(trace) == ['"undefined" "undefined"']


@pytest.mark.parametrize("format_", ["umd", "amd"])
def test_what_can_not_wait(format_: Format, tmp_path: Path) -> None:
    entry = write_tree(tmp_path, {"main.js": "await 0;"})
    with pytest.raises(BundleError) as caught:
        bundle(entry, format=format_)
    assert [d.code for d in caught.value.diagnostics] == ["top-level-await"]
    assert {"umd": "a UMD script", "amd": "an AMD module"}[format_] in str(caught.value)


def test_umd_needs_globals_and_may_lack_a_name(tmp_path: Path) -> None:
    with pytest.raises(BundleError) as caught:
        library(tmp_path, "umd")
    wanted = ["external-without-global"] * 2  # what is only run needs none
    assert [d.code for d in caught.value.diagnostics] == wanted
    made = library(tmp_path, "umd", globals={"thing": "thing", "other/part": "part"})
    assert [d.code for d in made.warnings] == ["exports-not-exposed"]
    assert not library(tmp_path, "amd").warnings


DIFFICULT = {
    "main.js": 'import cjs, { x } from "./c.cjs";\nimport * as ns from "./evals.js";\n'
    'import "./fails-not.js";\nconsole.log(cjs, x, ns);\nexport { cjs, ns };\n'
    'export const later = import("./lazy.js");\n'
    'import(`./lang/${"a"}.js`).then((a) => console.log(a.default));\n',
    "c.cjs": "var define = 1; exports.x = typeof this; exports.y = delete exports.z;\n",
    "evals.js": 'export let here = 1;\neval("here = typeof library + typeof factory");\n',
    "fails-not.js": "for (let i = 0; i < 3; i++) console.log(i);\nexport class exports {}\n",
    "lazy.js": 'import { here } from "./evals.js";\nexport default here;\nawait 0;\nthrow here;\n',
    "lang/a.js": 'export default "a";\n',
}


@pytest.mark.parametrize("format_", ["umd", "amd"])
def test_all_kinds_of_modules_pass_the_check(
    format_: Format, tmp_path: Path, evaluator: Evaluator
) -> None:
    entry = write_tree(tmp_path, DIFFICULT)
    options = checked(Options(format=format_, root=str(tmp_path), amd_id="lib"))
    made = bundle(entry, format=format_, root=tmp_path, amd_id="lib")
    assert check(made, options, evaluator).verdict in ("same", "not checked"), made.code
    runs: tuple[ScriptFormat, ...] = ("amd",) if format_ == "amd" else ("cjs", "amd", "iife")
    for run in runs:
        trace = evaluator.evaluate(Script(made.code, run))
        assert not [e for e in trace.events if isinstance(e, UncaughtError)], made.code
        assert trace.outcome == "completed"
        assert printed(trace)[0] == "0"
        assert printed(trace)[-1] == '"a"'


REQUIREJS = """
const requirejs = require(process.argv[2]);
const map = { "*": { far: "outside/far" } };
requirejs.config({ baseUrl: __dirname, nodeRequire: require, map });
requirejs(["use"], () => {}, (error) => console.log("failed", error.message));
"""


def run_requirejs(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Return what RequireJS prints for the module ``use``, beside ``bundle.js``."""
    write_tree(folder, {**files, "run.cjs": REQUIREJS})
    command = [str(NODE), "run.cjs", str(MODULES / "requirejs")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@NEEDS_REQUIREJS
@pytest.mark.parametrize("format_", ["umd", "amd"])
def test_requirejs_loads_it(format_: Format, tmp_path: Path) -> None:
    source = {
        "main.js": 'import far, { x } from "far";\nimport * as all from "far";\n'
        "export let n = x;\nexport default class {}\nexport const up = () => ++n;\n"
        "console.log(far.x, all.default === far, typeof require, typeof arguments);\n"
        'export { x } from "far";\n'
        'console.log(import.meta.url.replace(/.*(?=src)/, ""));\n'
        'export const late = import("outside/late");\n',
    }
    entry = write_tree(tmp_path / "src", source)
    holders = {"far": "far"} if format_ == "umd" else {}
    bundle(
        entry, format=format_, external=["far", "outside/*"], globals=holders, root=tmp_path,
    ).write(tmp_path / "bundle.js")  # fmt: skip
    lines = run_requirejs(
        tmp_path,
        {
            "outside/far.js": "define({ x: 5 });",
            "outside/late.js": 'define(["far"], (far) => () => far.x);',
            "use.js": 'define(["bundle"], (lib) => { lib.up();'
            " console.log(Object.keys(lib).join(), lib.n, lib.x, lib.default.name, lib.__esModule);"
            " lib.late.then((ns) => console.log(ns.default()), () => console.log('none')); });",
        },
    )
    assert lines == [
        "5 true function undefined" if format_ == "amd" else "5 true undefined undefined",
        "src/main.js",
        "default,late,n,up,x 6 5 default true",
        "5" if format_ == "amd" else "none",
    ]


@NEEDS_REQUIREJS
def test_a_cycle_with_an_amd_module(tmp_path: Path) -> None:
    entry = write_tree(
        tmp_path / "src",
        {"main.js": 'import { f } from "part";\nexport let n = f();\nexport { f };\n'},
    )
    bundle(entry, format="amd", external=["part"]).write(tmp_path / "bundle.js")
    lines = run_requirejs(
        tmp_path,
        {
            "part.js": 'define(["exports", "bundle"], (exports, bundle) => {'
            " exports.f = () => Object.keys(bundle).join(); exports.read = () => bundle.n; });",
            "use.js": 'define(["bundle", "part"], (bundle, part) =>'
            " console.log(bundle.n, part.read(), bundle.f === part.f));",
        },
    )
    assert lines == ["f,n f,n true"]


@NEEDS_REQUIREJS
def test_commonjs_in_amd(tmp_path: Path) -> None:
    files = {
        "main.cjs": 'const out = require("out");\nlet gone;\n'
        'try { gone = require("gone"); } catch (error) { gone = error.code; }\n'
        "module.exports = () => [out, gone, typeof module.exports, this === exports];\n"
        'import("late").then((late) => console.log(late.default));\n',
    }
    write_tree(tmp_path / "src", files)
    bundle(tmp_path / "src" / "main.cjs", format="amd", external=["out", "gone", "late"]).write(
        tmp_path / "bundle.js"
    )
    lines = run_requirejs(
        tmp_path,
        {
            "out.js": 'define("out", [], () => "outside");',
            "late.js": "define({ late: true });",
            "use.js": 'define(["bundle"], (f) => console.log(JSON.stringify(f())));',
        },
    )
    assert lines == ['["outside","MODULE_NOT_FOUND","function",true]', "{ late: true }"]


@needs_node
def test_node_requires_and_imports_umd(tmp_path: Path) -> None:
    holders = dict.fromkeys(OUTSIDE, "x")
    library(tmp_path / "src", "umd", globals=holders).write(tmp_path / "out.cjs")
    outside = {
        "node_modules/thing/index.js": 'exports.x = 1; exports.more = "more";',
        "node_modules/other/part.js": "module.exports = 7;",
        "node_modules/side/index.js": 'console.log("side");',
        "read.mjs": 'import * as all from "./out.cjs"; import { n, inc } from "./out.cjs";'
        "all.default.inc(); console.log(JSON.stringify([Object.keys(all), n, inc === all.inc,"
        " all.default.n, all.default.default()]));",
    }
    write_tree(tmp_path, outside)
    command = [str(NODE), "read.mjs"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    *lines, last = done.stdout.splitlines()
    assert lines == ["side", "more", "1"]
    # Node 23 and later add a name of their own.
    keys, *values = json.loads(last)
    assert set(keys) - {"module.exports"} == {"default", "inc", "n"}
    assert values == [1, True, 2, [1, 1, 7]]
