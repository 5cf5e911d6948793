"""The check notices a broken emitter: each mutation is one way in which flattening goes wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pybundle.build import Bundle, build
from pybundle.check import check
from pybundle.emit.emit import emit
from pybundle.link.linkage import Slot
from pybundle.option_check import checked
from pybundle.options import Format, Options
from pybundle_runtime import Evaluator, available_backends

Mutate = Callable[[Bundle, Options], Bundle]

pytestmark = pytest.mark.skipif(not available_backends(), reason="no JavaScript engine")


@dataclass(frozen=True)
class Mutation:
    """``files`` (``main.js`` is the entry), and how their bundle is broken."""

    files: dict[str, str]
    mutate: Mutate
    format: Format = "iife"
    global_name: str | None = None


def text(pattern: str, replacement: str) -> Mutate:
    """Change the code where ``pattern`` (multi-line) matches, which it must."""

    def mutate(bundle: Bundle, options: Options) -> Bundle:
        code = bundle.code
        found = list(re.finditer(pattern, code, re.MULTILINE))
        assert found, f"no {pattern} in\n{code}"
        pieces, at = [], 0
        for match in found:
            pieces += [code[at : match.start()], match.expand(replacement)]
            at = match.end()
        segments = tuple(
            replace(segment, offset=segment.offset + _growth(found, replacement, segment.offset))
            for segment in bundle.emitted.segments
        )
        changed = "".join([*pieces, code[at:]])
        assert changed != code
        emitted = replace(bundle.emitted, code=changed, segments=segments)
        return replace(bundle, code=changed, emitted=emitted)

    return mutate


def _growth(found: list[re.Match[str]], replacement: str, offset: int) -> int:
    before = [match for match in found if match.end() <= offset]
    return sum(len(match.expand(replacement)) - len(match[0]) for match in before)


def again(bundle: Bundle, changed: Bundle, options: Options) -> Bundle:
    """Emit a bundle of which the plan or linkage has changed."""
    emitted = emit(changed.module_map, changed.linkage, changed.plan, options)
    assert emitted.code != bundle.code
    return replace(changed, code=emitted.code, emitted=emitted)


def swapped(bundle: Bundle, options: Options) -> Bundle:
    """Two modules in the wrong order."""
    first, second, *rest = bundle.plan.order
    plan = replace(bundle.plan, order=(second, first, *rest))
    return again(bundle, replace(bundle, plan=plan), options)


def wrong_slot(bundle: Bundle, options: Options) -> Bundle:
    """An import joined to another slot of the module."""
    imports = list(bundle.linkage.imports)
    main = bundle.entry
    binding, slot = next(iter(imports[main].items()))
    imports[main] = {**imports[main], binding: Slot(slot.module, "other")}
    linkage = replace(bundle.linkage, imports=tuple(imports))
    return again(bundle, replace(bundle, linkage=linkage), options)


COUNTER = {
    "main.js": "import { n, inc } from './n.js';\nconsole.log(n);\ninc();\nconsole.log(n);\n",
    "n.js": "export let n = 0;\nexport let other = 9;\nexport function inc() { n++; }\n",
}
CYCLE = {
    "main.js": "import { early } from './b.js';\nexport let value = 1;\nconsole.log(early);\n",
    "b.js": "import { value } from './main.js';\nexport let early;\n"
    "try { early = value } catch (e) { early = e.name }\n",
}
SPACE = {
    "main.js": "import * as ns from './ns.js';\n"
    "const report = (f) => { try { return f() } catch (e) { return e.name } };\n"
    "console.log(Object.keys(ns), Reflect.ownKeys(ns).length, Object.isSealed(ns));\n"
    "console.log(report(() => { ns.a = 5; return ns['a'] }), report(() => delete ns.b));\n"
    "console.log(Object.getOwnPropertyDescriptor(ns, 'a'), String(ns), 'toString' in ns);\n",
    "ns.js": "export let b = 1;\nexport let a = 2;\nexport default 3;\n",
}
NAMES = {
    "main.js": "import { f as g } from './f.js';\nfunction f() {}\nlet h = () => {};\n"
    "console.log(f.name, g.name, h.name);\nexport default class {}\n",
    "f.js": "export function f() {}\nlet h = 1;\nexport default h;\n",
}
THIS = {
    "main.js": "import * as ns from './ns.js';\nconsole.log(ns.f() === ns, this === undefined);\n"
    "console.log(typeof (function () { return this })());\n",
    "ns.js": "export function f() { return this; }\n",
}
WRITE = {
    "main.js": "import { n } from './n.js';\ntry { n = 5 } catch (e) { console.log(e.name) }\n"
    "console.log(n);\n",
    "n.js": "export let n = 1;\n",
}
EXPORTS = {
    "main.js": "export let n = 1;\nexport default function () {}\nsetTimeout(() => { n = 2 });\n"
}
ORDER = {
    "main.js": "import './a.js';\nimport './b.js';\n",
    "a.js": "console.log('a');\n",
    "b.js": "console.log('b');\n",
}

MUTATIONS = {
    "let becomes var": Mutation(CYCLE, text(r"\blet value\b", "var value")),
    "const becomes let": Mutation(
        {"main.js": "const c = 1;\ntry { (() => { c = 2 })() } catch (e) { console.log(1) }\n"},
        text(r"\bconst c\b", "let c"),
    ),
    "a slot is copied": Mutation(
        COUNTER,
        text(r"^(console\.log\()n(\);\ninc\(\);\nconsole\.log\()n\)", r"const m = n;\n\1m\2m)"),
    ),
    "an import is joined to another slot": Mutation(COUNTER, wrong_slot),
    "two modules are swapped": Mutation(ORDER, swapped),
    "a module runs twice": Mutation(ORDER, text(r"^(console\.log\('a'\);)$", r"\1 \1")),
    "a module is forgotten": Mutation(ORDER, text(r"^console\.log\('a'\);$", "")),
    "a namespace can be written to": Mutation(
        SPACE,
        text(r"set: \(\) => false,", "set: (_, k, v) => { slots[k] = () => v; return true },"),
    ),
    "a namespace is not sorted": Mutation(SPACE, text(r"\.sort\(\)", ".reverse()")),
    "a namespace has no tag": Mutation(
        SPACE, text(r"^.*defineProperty\(target, Symbol\.toStringTag.*$", "")
    ),
    "a namespace inherits": Mutation(
        SPACE, text(r"const target = create\(null\);", "const target = {};")
    ),
    "a renamed function has another name": Mutation(
        NAMES, text(r"^\s*setName\(.*$", ""), global_name="Lib"
    ),
    "strict mode is lost": Mutation(THIS, text(r'"use strict";', "")),
    "this of a module is the global object": Mutation(
        THIS, text(r"const undefined\$1 = void 0;|\bundefined === undefined\b", "1 === undefined")
    ),
    "a method of a namespace loses this": Mutation(THIS, text(r"\bns\.f\(\)", "(0, ns.f)()")),
    "an import can be assigned to": Mutation(WRITE, text(r"\w+\.n = 5", "n = 5")),
    "exports are copied": Mutation(
        EXPORTS,
        text(r"^  n: \(\) => n,$", "  n: ((v) => () => v)(n),"),
        global_name="Lib",
    ),
    "an export is missing": Mutation(EXPORTS, text(r"^\s*n: \(\) => n,$", ""), "cjs"),
    "umd has no exports for require": Mutation(
        EXPORTS, text(r"factory\(exports\)", "factory({})"), "umd"
    ),
    "umd does more for AMD": Mutation(
        EXPORTS, text(r"^    define\(\[", "    console.log('more'); define(["), "umd"
    ),
    "umd does more without a loader": Mutation(
        EXPORTS, text(r"factory\(\{\}\)", "factory(console.log({}))"), "umd"
    ),
    "amd gives other exports": Mutation(
        EXPORTS, text(r"^}\);\n\Z", "return { n: 2 };\n});\n"), "amd"
    ),
    "bindings leak to the global object": Mutation(
        COUNTER, text(r"^function inc", "globalThis.inc = inc;\nfunction inc")
    ),
    "an error is swallowed": Mutation(
        {"main.js": "console.log(1);\nnull.x;\n"}, text(r"^null\.x;$", "try { null.x } catch {}")
    ),
    "a rejection is swallowed": Mutation(
        {"main.js": "Promise.reject(1);\n"}, text(r"^Promise\.reject\(1\);$", "Promise.resolve(1);")
    ),
    "a microtask too many": Mutation(
        {
            "main.js": "await 0;\nconsole.log('main');\n"
            "Promise.resolve().then(() => console.log(1)).then(() => console.log(3));\n"
            "await 0;\nconsole.log('two');\n"
        },
        text(r"^await 0;\nconsole\.log\('two'\)", "await 0;\nawait 0;\nconsole.log('two')"),
        "esm",
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_broken_emitter_is_noticed(tmp_path: Path, evaluator: Evaluator, name: str) -> None:
    mutation = MUTATIONS[name]
    for file, source in mutation.files.items():
        (tmp_path / file).write_text(source)
    options = checked(
        Options(format=mutation.format, global_name=mutation.global_name, root=str(tmp_path))
    )
    bundle = build([str(tmp_path / "main.js")], options)[0]
    assert check(bundle, options, evaluator).verdict == "same", bundle.code
    broken = mutation.mutate(bundle, options)
    verdict = check(broken, options, evaluator)
    assert verdict.verdict == "different", broken.code
    assert verdict.diagnostic is not None


@pytest.mark.parametrize(
    ("name", "place", "other"),
    [
        ("two modules are swapped", ("a.js", 1), ("bundle.js", "console.log('b');")),
        ("an export is missing", None, None),
        ("a slot is copied", ("main.js", 4), ("bundle.js", "console.log(m);")),
    ],
)
def test_a_difference_has_its_places(
    tmp_path: Path,
    evaluator: Evaluator,
    name: str,
    place: tuple[str, int] | None,
    other: tuple[str, str] | None,
) -> None:
    mutation = MUTATIONS[name]
    for file, source in mutation.files.items():
        (tmp_path / file).write_text(source)
    options = checked(Options(format=mutation.format, root=str(tmp_path)))
    bundle = build([str(tmp_path / "main.js")], options)[0]
    diagnostic = check(mutation.mutate(bundle, options), options, evaluator).diagnostic
    assert diagnostic is not None
    found, there = diagnostic.place, diagnostic.notes[1][1]
    assert (found and (found.file, found.line)) == place
    assert (there and (there.file, there.text)) == other


def test_a_slot_that_differs_is_shown_where_it_is_declared(
    tmp_path: Path, evaluator: Evaluator
) -> None:
    (tmp_path / "main.js").write_text("console.log(1);\nlet hidden = 5;\n")
    options = checked(Options(root=str(tmp_path)))
    bundle = build([str(tmp_path / "main.js")], options)[0]
    broken = text("hidden = 5", "hidden = 6")(bundle, options)
    diagnostic = check(broken, options, evaluator).diagnostic
    assert diagnostic is not None
    assert "slot hidden of main.js" in diagnostic.text
    assert diagnostic.place is not None
    assert (diagnostic.place.line, diagnostic.place.column) == (2, 5)
