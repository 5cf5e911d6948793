"""``async_exports``: where a graph awaits, ``cjs``, ``umd`` and ``amd`` export a promise."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.node_files import needs_node, run_file
from tests.tree import write_tree

from pybundle import BundleError, bundle
from pybundle.build import Bundle, build
from pybundle.check import check, check_any
from pybundle.instrument import Text
from pybundle.option_check import checked
from pybundle.options import Format, Options
from pybundle_runtime import Evaluator, Script, Trace, UncaughtError, UnhandledRejection
from pybundle_runtime.program import ScriptFormat

NODE = shutil.which("node")
REQUIREJS = Path(__file__).parents[1] / "corpus" / "node_modules" / "requirejs"
NEEDS_REQUIREJS = pytest.mark.skipif(
    NODE is None or not REQUIREJS.exists(), reason="needs requirejs in tests/corpus"
)
FORMATS: tuple[Format, ...] = ("cjs", "umd", "amd")
WAYS: list[tuple[Format, ScriptFormat]] = [
    ("cjs", "cjs"), ("umd", "cjs"), ("umd", "amd"), ("umd", "iife"), ("amd", "amd"),
]  # fmt: skip
"""Each format, and each way in which it may be run."""
LIBRARY = {
    "main.js": 'import { base } from "./base.js";\nexport let n = base;\n'
    "export default function up() { n += 1; }\n",
    "base.js": 'console.log("begins");\nexport const base = await 1;\nconsole.log("ends");\n',
}


def options_of(folder: Path, format_: Format, *external: str) -> Options:
    named = format_ == "umd"
    return Options(
        format=format_,
        root=str(folder),
        async_exports=True,
        external=external,
        globals=dict.fromkeys(external, "outside") if named else {},
        global_name="Lib" if named else None,
        amd_id="lib" if format_ != "cjs" else None,
    )


def built(folder: Path, format_: Format, files: Mapping[str, str], *external: str) -> Bundle:
    return build([str(write_tree(folder, files))], options_of(folder, format_, *external))[0]


def used(code: str, run: ScriptFormat, use: str) -> Script:
    """The bundle, and a script that has its exports as ``lib``."""
    if run == "amd":
        return Script(f'{code}\n;define(["lib"], (lib) => {{ {use} }});', run)
    exports = "module.exports" if run == "cjs" else "Lib"
    return Script(f"{code}\n;((lib) => {{ {use} }})({exports});", run)


def printed(trace: Trace) -> list[str]:
    return [" ".join(call.arguments) for call in trace.console()]


@pytest.mark.parametrize(("format_", "run"), WAYS)
def test_what_is_exported_is_a_promise_of_the_namespace(
    format_: Format, run: ScriptFormat, tmp_path: Path, evaluator: Evaluator
) -> None:
    made = built(tmp_path, format_, LIBRARY)
    use = """
      console.log(lib instanceof Promise, Reflect.ownKeys(lib).join());
      lib.then((ns) => {
        ns.default();
        console.log(ns.n, Reflect.ownKeys(ns).map(String).join(), ns[Symbol.toStringTag]);
        console.log(Object.isExtensible(ns), Object.getPrototypeOf(ns), Reflect.set(ns, "n", 1));
      });"""
    trace = evaluator.evaluate(used(made.code, run, use))
    assert printed(trace) == [
        '"begins"',
        'true ""',
        '"ends"',
        '2 "default,n,Symbol(Symbol.toStringTag)" "Module"',
        "false null false",
    ]


def test_what_stands_around_the_modules(tmp_path: Path) -> None:
    heads = {
        "cjs": 'module.exports = (async () => {\n"use strict";\n',
        "umd": "((root, factory) => {\n",
        "amd": 'define("lib", [], () => (async () => {\n"use strict";\n',
    }
    for format_ in FORMATS:
        code = built(tmp_path, format_, LIBRARY).code
        assert code.startswith(heads[format_])
        assert "__esModule" not in code and "0 && (" not in code
    umd = built(tmp_path, "umd", LIBRARY).code
    for line in (
        "    module.exports = factory();",
        '    define("lib", [], factory);',
        "    root.Lib = factory();",
        "})(typeof globalThis === ",
    ):
        assert f"\n{line}" in umd
    nameless = bundle(tmp_path / "main.js", format="umd", async_exports=True)
    assert "\n    return factory();" in nameless.code
    assert [warning.code for warning in nameless.warnings] == ["exports-not-exposed"]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_graph_that_does_not_await_is_the_same_file(format_: Format, tmp_path: Path) -> None:
    files = {
        "main.js": 'export { x } from "./x.js";\nexport const later = import("./later.js");\n',
        "x.js": "export let x = 1;\n",
        "later.js": "export default await 2;\n",
    }
    entry = write_tree(tmp_path, files)
    code = bundle(entry, format=format_, root=tmp_path).code
    assert bundle(entry, format=format_, root=tmp_path, async_exports=True).code == code
    assert "__esModule" in code


def test_each_entry_by_itself(tmp_path: Path) -> None:
    write_tree(tmp_path, {**LIBRARY, "plain.js": "export const plain = 1;\n"})
    entries = [str(tmp_path / "main.js"), str(tmp_path / "plain.js")]
    options = Options(format="cjs", root=str(tmp_path), async_exports=True)
    main, plain = build(entries, options)
    assert main.code.startswith("module.exports = (async () => {")
    assert plain.code == build([entries[1]], Options(format="cjs", root=str(tmp_path)))[0].code


@pytest.mark.parametrize("format_", FORMATS)
def test_without_the_option_it_is_refused_and_the_help_names_it(
    format_: Format, tmp_path: Path
) -> None:
    with pytest.raises(BundleError) as caught:
        bundle(write_tree(tmp_path, LIBRARY), format=format_)
    (found,) = caught.value.diagnostics
    assert found.code == "top-level-await"
    assert "--async-exports" in found.hint


@pytest.mark.parametrize("format_", ["iife", "esm"])
def test_elsewhere_it_has_no_meaning(format_: Format, tmp_path: Path) -> None:
    with pytest.raises(BundleError) as caught:
        bundle(write_tree(tmp_path, LIBRARY), format=format_, async_exports=True)
    (found,) = caught.value.diagnostics
    assert found.code == "invalid-option"
    assert "cjs, umd or amd" in found.text


DIFFICULT = {
    "main.js": 'import cjs, { x } from "./c.cjs";\nimport * as ns from "./evals.js";\n'
    'import "./cycle.js";\nimport "./loops.js";\nconsole.log(cjs, x, ns.here, import.meta.url);\n'
    "export { cjs, ns };\nexport class exports {}\nexport let own = import.meta.url;\n"
    'export const later = import("./lazy.js"), self = await import("./cycle.js");\n'
    'import(`./lang/${"a"}.js`).then((a) => console.log(a.default));\n'
    'import("./main.js").then((main) => console.log(main.later === later));\n',
    "c.cjs": "var define = 1; exports.x = typeof this; exports.y = delete exports.z;\n",
    "evals.js": 'export let here = 1;\neval("here = typeof library + typeof factory");\nawait 0;\n',
    "cycle.js": 'import { b } from "./b.js";\nexport const a = () => b;\nawait 0;\n',
    "b.js": 'import { a } from "./cycle.js";\nexport let b = "b", c = () => a;\nb += await "!";\n',
    "loops.js": "for (let i = 0; i < 3; i++) console.log(i);\n",
    "lazy.js": 'import { here } from "./evals.js";\nexport default here;\nawait 0;\nthrow here;\n',
    "lang/a.js": 'export default "a";\n',
}


@pytest.mark.parametrize("format_", FORMATS)
def test_all_kinds_of_modules_pass_the_check(
    format_: Format, tmp_path: Path, evaluator: Evaluator
) -> None:
    made = built(tmp_path, format_, DIFFICULT)
    options = options_of(tmp_path, format_)
    assert check(made, options, evaluator).verdict == "same", made.code
    for _, run in (way for way in WAYS if way[0] == format_):
        trace = evaluator.evaluate(used(made.code, run, 'lib.then(() => console.log("used"));'))
        assert trace.outcome == "completed" or run == "amd", trace
        assert printed(trace)[:3] == ["0", "1", "2"]
        assert {'"used"', '"a"', "true"} <= {*printed(trace)}


@pytest.mark.parametrize("format_", FORMATS)
def test_the_check_compares_what_the_promise_holds(
    format_: Format, tmp_path: Path, evaluator: Evaluator
) -> None:
    made = built(tmp_path, format_, LIBRARY)
    options = checked(options_of(tmp_path, format_))

    def verdict(code: str) -> str:
        text = Text("out.js", code, ())
        return check_any(made.module_map, made.entry, text, options, evaluator).verdict

    changes = {
        "return main;": "return { ...main, n: 5 };",
        'console.log("ends");': "",
        "await 1;": "await 2;",
        "let n = b": "await new Promise(() => {}); let n = b",
        "return main": "throw new Error(main.n)",
    }
    assert verdict(made.code) == "same"
    for right, wrong in changes.items():
        changed = made.code.replace(right, wrong)
        assert changed != made.code
        assert verdict(changed) == "different", wrong


@pytest.mark.parametrize(("format_", "run"), WAYS)
@pytest.mark.parametrize("when", ["before", "after"])
def test_what_stops_the_evaluation_rejects(
    format_: Format, run: ScriptFormat, when: str, tmp_path: Path, evaluator: Evaluator
) -> None:
    throws = f'throw new RangeError("{when}");'
    text = f"{throws}\nawait 0;\n" if when == "before" else f"await 0;\n{throws}\n"
    made = built(tmp_path, format_, {"main.js": f"export let n = 1;\n{text}"})
    use = "lib.catch((error) => console.log(String(error)));"
    trace = evaluator.evaluate(used(made.code, run, f"lib.then(() => 1, {use[10:-2]});"))
    assert printed(trace) == [f'"RangeError: {when}"']
    unhandled = evaluator.evaluate(used(made.code, run, ""))
    failures = [e.message for e in unhandled.events if isinstance(e, UncaughtError)]
    rejections = [e.message for e in unhandled.events if isinstance(e, UnhandledRejection)]
    assert failures + rejections == [when]


@pytest.mark.parametrize("format_", FORMATS)
def test_an_export_named_then_is_called_as_by_import(
    format_: Format, tmp_path: Path, evaluator: Evaluator
) -> None:
    files = {
        "main.js": "await 0;\nexport const then = (use) => { console.log('then'); use(5); };\n"
    }
    made = built(tmp_path, format_, files)
    run: ScriptFormat = "amd" if format_ == "amd" else "cjs"
    trace = evaluator.evaluate(used(made.code, run, "lib.then((five) => console.log(five));"))
    assert printed(trace) == ['"then"', "5"]


@needs_node
@pytest.mark.parametrize("format_", ["cjs", "umd"])
def test_node_requires_and_imports_it(format_: Format, tmp_path: Path) -> None:
    files = {
        "src/main.js": 'import { sep } from "node:path";\nimport { early } from "./dep.js";\n'
        "import part, { x } from '../part.cjs';\nexport * from '../part.cjs';\n"
        "export { early, sep };\nexport let n = await early;\nexport const up = () => ++n;\n"
        "console.log(part.x === x, typeof require, import.meta.url.replace(/.*(?=src)/, ''));\n",
        "src/dep.js": 'console.log("dep");\nexport const early = Promise.resolve(1);\n',
        "part.cjs": 'exports.x = 7; console.log("part", require("./out.cjs"));\n',
        "require.cjs": 'const lib = require("./out.cjs");\n'
        'console.log("required", lib === require("./out.cjs"));\n'
        "lib.then((ns) => { ns.up();\n"
        "  console.log(ns.n, ns.x, ns.sep, Object.keys(ns).join()); });\n",
        "import.mjs": 'import lib, * as all from "./out.cjs";\nconst ns = await lib;\n'
        'console.log(Object.keys(all).filter((key) => key !== "module.exports").join(), ns.n);\n',
    }
    write_tree(tmp_path, files)
    bundle(
        tmp_path / "src/main.js",
        format=format_,
        platform="node",
        external=["../part.cjs"],
        globals={"../part.cjs": "part", "node:path": "path"} if format_ == "umd" else None,
        outdir=tmp_path,
        root=tmp_path,
        async_exports=True,
    ).write(tmp_path / "out.cjs")
    text = (tmp_path / "out.cjs").read_text().replace('"../part.cjs"', '"./part.cjs"')
    (tmp_path / "out.cjs").write_text(text)
    before = ["dep", "part {}"] if format_ == "cjs" else ["part {}", "dep"]
    shown = run_file(tmp_path / "require.cjs", folder=tmp_path)
    assert shown.stdout.splitlines() == [
        *before,
        "required true",
        "true undefined src/main.js",
        "2 7 / early,n,sep,up,x",
    ], shown
    shown = run_file(tmp_path / "import.mjs", folder=tmp_path)
    assert shown.stdout.splitlines()[-1] == "default 1", shown


@needs_node
@pytest.mark.parametrize("format_", ["cjs", "umd"])
def test_node_ends_with_a_rejection_that_nobody_handles(format_: Format, tmp_path: Path) -> None:
    entry = write_tree(tmp_path, {"main.js": 'await 0;\nthrow new RangeError("mine");\n'})
    bundle(entry, format=format_, async_exports=True).write(tmp_path / "out.cjs")
    (tmp_path / "use.cjs").write_text('require("./out.cjs");\nconsole.log("required");\n')
    done = subprocess.run(
        [str(NODE), "use.cjs"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("required\n", 1)
    assert "RangeError: mine" in done.stderr
    (tmp_path / "use.cjs").write_text(
        'require("./out.cjs").catch((error) => console.log(error.message));\n'
    )
    assert run_file(tmp_path / "use.cjs", folder=tmp_path).stdout == "mine\n"


@NEEDS_REQUIREJS
@pytest.mark.parametrize("format_", ["umd", "amd"])
def test_requirejs_loads_it(format_: Format, tmp_path: Path) -> None:
    files = {
        "src/main.js": 'import far, { x } from "far";\nexport let n = x + (await 1);\n'
        "export default class {}\nexport const up = () => ++n;\nconsole.log(far.x);\n"
        'console.log(import.meta.url.replace(/.*(?=src)/, ""));\n',
        "far.js": "define({ x: 5 });\n",
        "use.js": 'define(["bundle", "other"], (lib, same) => lib.then((ns) => { ns.up();\n'
        "  console.log(lib === same, Object.keys(ns).join(), ns.n, ns.default.name); }));\n",
        "other.js": 'define(["bundle"], (lib) => { console.log(lib instanceof Promise);'
        " return lib; });\n",
        "run.cjs": "const requirejs = require(process.argv[2]);\n"
        "requirejs.config({ baseUrl: __dirname, nodeRequire: require });\n"
        'requirejs(["use"], () => {}, (error) => console.log("failed", error.message));\n',
    }
    write_tree(tmp_path, files)
    bundle(
        tmp_path / "src/main.js",
        format=format_,
        external=["far"],
        globals={"far": "far"} if format_ == "umd" else None,
        root=tmp_path,
        async_exports=True,
    ).write(tmp_path / "bundle.js")
    command = [str(NODE), "run.cjs", str(REQUIREJS)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "true", "5", "src/main.js", "true default,n,up 7 default",
    ]  # fmt: skip
