"""The check notices a broken emitter where modules run later: `import()`, top-level await,
`import.meta` and direct eval."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.check.test_mutations import Mutation, text
from tests.tree import write_tree

from pybundle.build import build
from pybundle.check import check
from pybundle.option_check import checked
from pybundle.options import Options
from pybundle_runtime import Evaluator, available_backends

pytestmark = pytest.mark.skipif("node" not in available_backends(), reason="no Node")

LAZY = {
    "main.js": "console.log('main');\n"
    "import('./lazy.js').then((ns) => {\n"
    "  console.log(ns.n, Object.isSealed(ns));\n  ns.inc();\n  console.log(ns.n);\n"
    "  return import('./lazy.js').then((again) => console.log(again === ns, again.n));\n});\n"
    "console.log('end of main');\n",
    "lazy.js": "console.log('lazy');\nexport let n = 1;\nexport function inc() { n++; }\n",
}
FAILS = {
    "main.js": "const load = () => import('./fails.js').then(() => 'loaded', (e) => e);\n"
    "(async () => {\n"
    "  const one = await load();\n"
    "  console.log(one.message, one === (await load()), globalThis.runs);\n"
    "  console.log((await import('./needs.js').catch((e) => e)) === one);\n})();\n"
    "import('./fails.js');\n",
    "fails.js": "globalThis.runs = (globalThis.runs || 0) + 1;\nthrow new Error('run ' + runs);\n",
    "needs.js": "import './fails.js';\nconsole.log('needs');\n",
}
CYCLE = {
    "main.js": "import('./a.js').then((ns) => console.log(ns.a, ns.b));\n",
    "a.js": "import { early } from './b.js';\nexport { b } from './b.js';\n"
    "export const a = early;\n"
    "export function hoisted() { return 'hoisted'; }\n",
    "b.js": "import { a, hoisted } from './a.js';\nexport let early = hoisted();\nexport let b;\n"
    "try { a } catch (e) { b = e.name }\n",
}
SIBLINGS = {
    "main.js": "import { a } from './a.js';\nimport './b.js';\nimport './c.js';\n"
    "console.log('main', a);\nexport let x = 1;\n"
    "Promise.resolve().then(() => console.log('job', x)).then(() => console.log('next', x));\n"
    "await 0;\nx = 2;\nconsole.log('end');\n",
    "a.js": "console.log('a');\nawait 0;\nawait 0;\nawait 0;\nconsole.log('a ends');\n"
    "export const a = 'a';\n",
    "b.js": "console.log('b');\nawait 0;\nconsole.log('b ends');\n",
    "c.js": "import { a } from './a.js';\nconsole.log('c', a);\n",
}
REJECTS = {
    "main.js": "import './a.js';\nimport './b.js';\nconsole.log('main');\n",
    "a.js": "await 0;\nthrow new TypeError('a');\n",
    "b.js": "await 0;\nawait 0;\nawait 0;\nconsole.log('b ends');\n",
}
LAZY_WAITS = {
    "main.js": "import('./parent.js').then((ns) => console.log('loaded', ns.p));\n"
    "setTimeout(() => console.log('timer'), 5);\n",
    "parent.js": "import { w } from './waits.js';\nimport './other.js';\n"
    "console.log('parent', w);\nexport const p = 'p';\n",
    "waits.js": "console.log('waits');\nawait new Promise((r) => setTimeout(r, 10));\n"
    "console.log('waited');\nexport const w = 'w';\n",
    "other.js": "console.log('other');\n",
}
META = {
    "main.js": "import { url, meta } from './lib/m.js';\n"
    "console.log(url.split('/').slice(-2).join('/'), import.meta.url.split('/').pop());\n"
    "console.log(meta === import.meta, new URL('./x.png', meta.url).href.endsWith('lib/x.png'));\n"
    "console.log(Object.getPrototypeOf(import.meta), meta.seen);\nimport.meta.seen = 1;\n"
    "console.log(meta.seen);\n",
    "lib/m.js": "export const { url } = import.meta;\nexport const meta = import.meta;\n",
}
EVAL = {
    "main.js": "import { n, inc } from './n.js';\nlet secret = 'main';\n"
    "console.log(eval('secret'), eval('n'), inc(), eval('n'));\neval('secret = 2');\n"
    "console.log(secret, eval('typeof hidden'), eval('var v = 1; v'), typeof v);\n",
    "n.js": "let hidden = 1;\nexport let n = 1;\n"
    "export function inc() { return ++n + hidden - 1; }\n",
}
TEMPLATE = {
    "main.js": "(async () => {\n  for (const name of ['de', 'en', 'fr']) {\n"
    "    await import(`./lang/${name}.js`).then(\n"
    "      (ns) => console.log(ns.default), (e) => console.log(e.name));\n  }\n})();\n",
    "lang/de.js": "export default 'de';\n",
    "lang/en.js": "export default 'en';\n",
}
MAIN = r"^console\.log\('main'\);$"
RETURNS = r"return namespace;$"

MUTATIONS = {
    "a lazy module is evaluated at once": Mutation(
        LAZY, text(MAIN, r"graph.evaluate(lazy_module);\n\g<0>")
    ),
    "a lazy module is evaluated inside of import()": Mutation(
        LAZY, text(r"^(import\()?graph\.load\(lazy_module", r"graph.evaluate(lazy_module), \g<0>")
    ),
    "a lazy module is evaluated each time": Mutation(
        LAZY, text(r"return namespace;$", r"module.root = module.low = 0;\n\g<0>")
    ),
    "a lazy module is never evaluated": Mutation(
        LAZY, text(r"^\s*await \(async \(\) => evaluate\(module\)\)\(\);$", "")
    ),
    "import() gives a copy of the namespace": Mutation(
        LAZY, text(RETURNS, "return { ...namespace };")
    ),
    "import() gives a frozen copy": Mutation(
        LAZY, text(RETURNS, "return Object.seal({ ...namespace });")
    ),
    "import() gives another namespace each time": Mutation(
        LAZY, text(RETURNS, "return new Proxy(namespace, {});")
    ),
    "slots of a lazy module are copied": Mutation(
        LAZY, text(r"^  get n\(\) \{ return n; }", "  n")
    ),
    "a failure is not kept": Mutation(
        FAILS,
        text(
            r"for \(const member of stack\) member\.failure = \{ error \};",
            "for (const member of stack) member.low = 0;",
        ),
    ),
    "a failure is another error each time": Mutation(
        FAILS, text(r"throw error === graph.*$", "throw new Error(error.message);")
    ),
    "import() of a failing module is fulfilled": Mutation(
        FAILS, text(r"^\s*throw error === graph.*$", "")
    ),
    "a rejection is missing": Mutation(
        FAILS,
        text(
            r"^graph\.load\(fails_module\w*(, \w+)?\);$",
            r"graph.load(fails_module).catch(() => {});",
        ),
    ),
    "what needs a failing module runs": Mutation(
        FAILS, text(r"dependencies: \(\) => \[fails_module\]", "dependencies: () => []")
    ),
    "a lazy cycle has no TDZ": Mutation(CYCLE, text(r"\bconst a = ", "var a = ")),
    "an await is dropped": Mutation(SIBLINGS, text(r"^await 0;\nx = 2;$", "x = 2;"), "esm"),
    "an await is added": Mutation(
        SIBLINGS,
        text(
            r"^await 0;\nx = 2;$",
            "await 0;\nawait 0;\nx = 2;",
        ),
        "esm",
    ),
    "asynchronous siblings are swapped": Mutation(
        SIBLINGS,
        text(r"^(graph\.begin\(a_module\);)\n\n(graph\.begin\(b_module\);)$", r"\2\n\n\1"),
    ),
    "asynchronous siblings run one after the other": Mutation(
        SIBLINGS,
        text(r"^(graph\.begin\(a_module\);)$", r"\1\nawait graph.settled(a_module);"),
    ),
    "an importer doesn't wait": Mutation(
        SIBLINGS,
        text(
            r"^const c_module = \{\n  dependencies: \(\) => \[a_module\]",
            "const c_module = {\n  dependencies: () => []",
        ),
    ),
    "the entry doesn't wait": Mutation(
        SIBLINGS,
        text(r"dependencies: \(\) => \[a_module, b_module, c_module\]", "dependencies: () => []"),
    ),
    "in esm the entry doesn't wait": Mutation(
        SIBLINGS, text(r"^if \(graph\.enter\(\)\) graph\.pass\(await graph\.gate\);$", ""), "esm"
    ),
    "a module waits for its sibling": Mutation(
        SIBLINGS,
        text(
            r"^const b_module = \{\n  dependencies: \(\) => \[\]",
            "const b_module = {\n  dependencies: () => [a_module]",
        ),
    ),
    "a rejection doesn't reach the entry": Mutation(
        REJECTS,
        text(r"dependencies: \(\) => \[a_module, b_module\]", "dependencies: () => [b_module]"),
    ),
    "a rejection stops the siblings": Mutation(
        REJECTS, text(r"^(await 0;\n)await 0;\nawait 0;\nconsole\.log\('b ends'\);$", r"\1throw 0;")
    ),
    "a rejection has another error": Mutation(
        REJECTS, text(r"new TypeError\('a'\)", "new Error('a')")
    ),
    "a rejection is swallowed": Mutation(REJECTS, text(r"^throw new TypeError\('a'\);$", "")),
    "import() doesn't wait": Mutation(
        LAZY_WAITS, text(r"^\s*await graph\.settled\(m\.root \?\? m\);$", "")
    ),
    "a lazy importer doesn't wait": Mutation(
        LAZY_WAITS,
        text(r"if \(m\.pending \|\| m\.awaits\) m\.order", "m.pending = 0; if (m.awaits) m.order"),
    ),
    "lazy siblings are swapped": Mutation(
        LAZY_WAITS, text(r"\[waits_module, other_module\]", "[other_module, waits_module]")
    ),
    "import.meta.url is that of the bundle": Mutation(META, text(r'"lib/m\.js"\)', '"bundle.js")')),
    "import.meta.url is that of another module": Mutation(
        META, text(r'metaOf\("main\.js"\)', 'metaOf("main.mjs")')
    ),
    "import.meta inherits": Mutation(META, text(r"Object\.create\(null\)", "{}")),
    "import.meta is one object": Mutation(
        META, text(r'^const (\w+) = metaOf\("main\.js"\);$', r"const \1 = lib_meta;")
    ),
    "eval sees another binding": Mutation(
        EVAL, text(r"get n\(\) \{ return n; }", "get n() { return hidden; }")
    ),
    "eval sees a copy": Mutation(EVAL, text(r"^  get n\(\) \{ return n; },$", "  n: 1,")),
    "eval sees the bundle's scope": Mutation(
        EVAL, text(r"get n\(\) \{ return n; }", r"get hidden() { return hidden; }, \g<0>")
    ),
    "eval is indirect": Mutation(EVAL, text(r"eval\('secret'\)", "(0, eval)('typeof secret')")),
    "eval leaks what it declares": Mutation(
        EVAL, text(r"eval\('var v = 1; v'\)", "(0, eval)('var v = 1; v')")
    ),
    "a template means another file": Mutation(
        TEMPLATE,
        text(
            r'"\./lang/de\.js": \(\) => graph\.load\(de_module, de\)',
            '"./lang/de.js": () => graph.load(en_module, en)',
        ),
    ),
    "a template has a file too many": Mutation(
        TEMPLATE, text(r'"\./lang/de\.js": (.*),$', r'\g<0>\n  "./lang/fr.js": \1,')
    ),
    "a template forgets a file": Mutation(TEMPLATE, text(r'"\./lang/de\.js": .*$', "")),
    "an unmatched template has another error": Mutation(
        TEMPLATE, text(r"^\}\)\(TypeError\);$", "})(Error);")
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_broken_emitter_is_noticed(tmp_path: Path, evaluator: Evaluator, name: str) -> None:
    mutation = MUTATIONS[name]
    write_tree(tmp_path, mutation.files)
    options = checked(Options(format=mutation.format, root=str(tmp_path), outdir=str(tmp_path)))
    bundle = build([str(tmp_path / "main.js")], options)[0]
    assert check(bundle, options, evaluator).verdict == "same", bundle.code
    broken = mutation.mutate(bundle, options)
    verdict = check(broken, options, evaluator)
    assert verdict.verdict == "different", f"{verdict}\n{broken.code}"
    assert verdict.diagnostic is not None
