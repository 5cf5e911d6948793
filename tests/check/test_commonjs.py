"""The check of programs with CommonJS: it notices what is broken, and says what it can't judge."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.check.test_mutations import Mutation, text

from pybundle.build import build
from pybundle.check import Check, check
from pybundle.option_check import checked
from pybundle.options import Options
from pybundle_runtime import Evaluator, available_backends

pytestmark = pytest.mark.skipif(not available_backends(), reason="no JavaScript engine")

CYCLE = {
    "main.js": "exports.early = 1;\nconst b = require('./b.js');\nexports.late = 2;\n"
    "console.log(b.seen, b.main().late);\n",
    "b.js": "const main = require('./main.js');\nexports.seen = Object.keys(main).join();\n"
    "exports.main = () => main;\n",
}
TWO = {
    "main.js": "require('./a.js');\nrequire('./b.js');\nrequire('./a.js');\n",
    "a.js": "console.log('a', module.loaded);\nsetTimeout(() => console.log(module.loaded));\n",
    "b.js": "console.log('b');\n",
}
BAD = {
    "main.js": "for (const i of [1, 2]) {\n"
    "  try { require('./bad.js') } catch (e) { console.log(e.message) }\n}\n"
    "try { require('./' + 'gone.js') } catch (e) { console.log(e.code) }\n",
    "bad.js": "globalThis.runs = (globalThis.runs || 0) + 1;\nthrow new Error('run ' + runs);\n",
}
THIS = {
    "main.js": "console.log(this === exports, typeof (function () { return this })());\n"
    "console.log(__filename, __dirname);\nconst s = require('./strict.js');\nconsole.log(s);\n",
    "strict.js": "// A comment.\n'a directive'\n'use strict';\n"
    "module.exports = typeof (function () { return this })();\n",
}
MIXED = {
    "main.js": "import './a.js';\nimport d, { x } from './c.js';\nconsole.log(d, x);\n",
    "a.js": "console.log('a');\nexport {};\n",
    "c.js": "Object.defineProperty(exports, '__esModule', { value: true });\n"
    "exports.default = 'd';\nexports.x = 'x';\nconsole.log('c');\n",
}
REQUIRED = {
    "main.js": "const lib = require('./lib.mjs');\nlib.inc();\nconsole.log(lib.n);\n"
    "console.log(require('./whole.mjs').__esModule, require('./whole.mjs').default);\n",
    "lib.mjs": "export let n = 0;\nexport function inc() { n++; }\nconsole.log('lib');\n",
    "whole.mjs": "export default 'w';\n",
}
RETURNED = r"return load\(key, module\)\.exports;"

MUTATIONS = {
    "two requires are swapped": Mutation(
        TWO, text(r"^(require\('\./a\.js'\);)\n(require\('\./b\.js'\);)$", r"\2\n\1")
    ),
    "modules are not cached": Mutation(
        TWO, text(r"let module = cache\[filename\];", "let module;")
    ),
    "modules are never loaded": Mutation(TWO, text(r"^\s*module\.loaded = true;$", "")),
    "exports are copied": Mutation(
        CYCLE, text(RETURNED, "return { ...load(key, module).exports };")
    ),
    "a cycle sees no partial exports": Mutation(
        CYCLE,
        text(RETURNED, "const m = load(key, module);\n    return m.loaded ? m.exports : {};"),
    ),
    "a cycle runs a module again": Mutation(
        CYCLE, text(r"if \(module && !waiting", "if (module?.loaded && !waiting")
    ),
    "an error is cached": Mutation(BAD, text(r"delete cache\[filename\];", "")),
    "a missing module has no code": Mutation(BAD, text(r'error\.code = "MODULE_NOT_FOUND";', "")),
    "this is not exports": Mutation(THIS, text(r"apply\(body, exports,", "apply(body, undefined,")),
    "sloppy code is strict": Mutation(
        THIS, text(r"(__filename, __dirname\) \{)$", r"\1 'use strict';")
    ),
    "strict code is sloppy": Mutation(THIS, text(r"'use strict';$", ";")),
    "files have other names": Mutation(
        THIS, text(r"(const fileOf = \(key\) => )(.+);$", r"\1`${\2}x`;")
    ),
    "the default import is module.exports": Mutation(
        MIXED, text(r"= defaultOf\((\w+)\);$", r"= \1;")
    ),
    "CommonJS runs before its turn": Mutation(
        MIXED,
        text(
            r"^// a\.js\nconsole\.log\('a'\);\n((?:.*\n)*?)(const c\$?\d* = .*;)$",
            r"\2\n// a.js\nconsole.log('a');\n\1",
        ),
    ),
    "a required namespace is copied": Mutation(
        REQUIRED, text(r"return namespace;$", "return { ...namespace };")
    ),
    "a required namespace has no __esModule": Mutation(
        REQUIRED, text(r"__esModule: \(\) => true", "")
    ),
}


def judged(
    folder: Path, files: dict[str, str], evaluator: Evaluator, options: Options | None = None
) -> Check:
    """Write ``files``, the first of which is the entry, and check their bundle."""
    for file, source in files.items():
        (folder / file).write_text(source)
    chosen = checked(options or Options(root=str(folder)))
    bundle = build([str(folder / next(iter(files)))], chosen)[0]
    return check(bundle, chosen, evaluator)


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_broken_bundle_is_noticed(tmp_path: Path, evaluator: Evaluator, name: str) -> None:
    mutation = MUTATIONS[name]
    assert judged(tmp_path, mutation.files, evaluator).verdict == "same"
    options = checked(Options(root=str(tmp_path)))
    bundle = build([str(tmp_path / "main.js")], options)[0]
    broken = mutation.mutate(bundle, options)
    verdict = check(broken, options, evaluator)
    assert verdict.verdict == "different", broken.code
    assert verdict.diagnostic is not None


def test_a_difference_has_its_places(tmp_path: Path, evaluator: Evaluator) -> None:
    for file, source in THIS.items():
        (tmp_path / file).write_text(source)
    options = checked(Options(root=str(tmp_path)))
    bundle = build([str(tmp_path / "main.js")], options)[0]
    broken = MUTATIONS["strict code is sloppy"].mutate(bundle, options)
    diagnostic = check(broken, options, evaluator).diagnostic
    assert diagnostic is not None and diagnostic.place is not None
    assert (diagnostic.place.file, diagnostic.place.line) == ("main.js", 4)
    there = diagnostic.notes[1][1]
    assert there is not None
    assert (there.file, there.text) == ("bundle.js", "console.log(s);")


def test_constants_are_the_same_on_both_sides(tmp_path: Path, evaluator: Evaluator) -> None:
    files = {
        "main.js": "if (process.env.NODE_ENV === 'production')\n"
        "  module.exports = require('./p.js');\nelse module.exports = require('./d.js');\n"
        "console.log(module.exports, DATA.a);\n",
        "p.js": "module.exports = 'p';\n",
        "d.js": "module.exports = 'd';\n",
    }
    define = {"process.env.NODE_ENV": '"production"', "DATA": '{"a": 1}'}
    options = Options(root=str(tmp_path), define=define)
    assert judged(tmp_path, files, evaluator, options).verdict == "same"


def test_modules_of_nodes_own_are_found_in_node(tmp_path: Path, evaluator: Evaluator) -> None:
    files = {"main.js": "console.log(require('path').posix.join('a', '..', 'b'));\n"}
    options = Options(root=str(tmp_path), platform="node")
    found = judged(tmp_path, files, evaluator, options)
    if "node" in available_backends():
        assert found.verdict == "same"
    else:
        assert "`path`" in found.reason
    files = {"main.js": "console.log(typeof require('fs').readFileSync);\n"}
    found = judged(tmp_path, files, evaluator, options)
    assert (found.verdict, "`fs`" in found.reason) == ("inconclusive", True)


def test_what_importers_see_of_a_changed_export_is_not_judged(
    tmp_path: Path, evaluator: Evaluator
) -> None:
    files = {
        "main.js": "import { n, inc } from './c.js';\ninc();\nconsole.log(n);\n",
        "c.js": "exports.n = 1;\nexports.inc = () => { exports.n++ };\n",
    }
    found = judged(tmp_path, files, evaluator)
    assert (found.verdict, "`n` of c.js" in found.reason) == ("inconclusive", True)


def test_what_nobody_can_run_is_not_checked(tmp_path: Path, evaluator: Evaluator) -> None:
    files = {
        "main.js": "import './a.js';\nconsole.log(require('./b.js'));\n",
        "a.js": "export {};\n",
        "b.js": "module.exports = 1;\n",
    }
    found = judged(tmp_path, files, evaluator)
    assert (found.verdict, "main.js" in found.reason) == ("not checked", True)


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("define([], () => 1);\n", "main.js is an AMD module"),
        ("seajs.use('./main');\n", "main.js is a CMD module"),
    ],
)
def test_programs_of_other_loaders_are_not_checked(
    tmp_path: Path, evaluator: Evaluator, source: str, what: str
) -> None:
    found = judged(tmp_path, {"main.js": source}, evaluator)
    assert (found.verdict, found.reason.partition(",")[0]) == ("not checked", what)


def test_old_scripts_are_not_checked(tmp_path: Path, evaluator: Evaluator) -> None:
    files = {"main.js": "import v from './old.js';\nconsole.log(v);\n", "old.js": "var v = 1;\n"}
    scripts = {"v": str(tmp_path / "old.js")}
    options = Options(root=str(tmp_path), script_modules=scripts)
    found = judged(tmp_path, files, evaluator, options)
    reason = "old.js is an old script, which the evaluator has no loader for"
    assert (found.verdict, found.reason) == ("not checked", reason)


def test_sloppy_code_in_esm_is_a_difference_with_a_way_out(
    tmp_path: Path, evaluator: Evaluator
) -> None:
    files = {
        "main.js": "console.log(typeof (function () { return this })());\nmodule.exports = 1;\n"
    }
    found = judged(tmp_path, files, evaluator, Options(root=str(tmp_path), format="esm"))
    assert found.diagnostic is not None
    assert "--format iife or cjs" in (found.diagnostic.hint or "")
