"""What differs only in how long ``import()`` takes is told from what differs otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pybundle.build import build
from pybundle.check import Check, check
from pybundle.emit.helpers import helper
from pybundle.option_check import checked
from pybundle.options import Format, Options
from pybundle.timing import _COUNTED_ON, _OWN_FIRST, SLOW, slower
from pybundle_runtime import (
    Evaluator,
    Graph,
    Script,
    SourceModule,
    available_backends,
    compare,
)

pytestmark = pytest.mark.skipif("node" not in available_backends(), reason="no Node")

LAZY = 'console.log("lazy");\n'
BEFORE_IT_EVALUATES = (
    "setTimeout(() => 0);\n"
    "Promise.resolve().then(() => 0).then(() => console.log('another job'));\n"
    "await import('./lazy.js');\nconsole.log('end');\n"
)
BEFORE_IT_SETTLES = (
    "import('./lazy.js').then(() => console.log('settled'));\n"
    "(async () => { for (let i = 0; i < 4; i++) await 0; console.log('another job'); })();\n"
)
WAITS = "import './waits.js';\n"
REJECTS = (
    "for (const load of [() => import('./parent.js'), () => import('./rejects.js')]) {\n"
    "  load().catch((error) => console.log(error));\n}\n"
    "import('./rejects.js').catch(() => console.log('once more'));\n"
)
ENDS_TOGETHER = (
    "const show = (what) => () => console.log(what);\n"
    "import('./slow.js').then(show('slow'));\n"
    "(async () => {\n  await 0;\n  import('./lazy.js').then(show('lazy'));\n"
    "  import('./slow.js').then(show('slow, asked later'));\n})();\n"
)


STARTS_LATE = {
    "main": "await import('./lazy.js');\n",
    "lazy": "import './waits.js';import './starts.js';import './asks.js';console.log('lazy');\n",
    "waits": "await import('./quick.js');\n",
    "quick": "console.log('quick');\n",
    "starts": "import './first.js';\nawait 0;\n",
    "first": "await 0;\n",
    "asks": "import('./newer.js');\n",
    "newer": "import './waits.js';\nconsole.log('newer');\nawait 0;\n",
}
"""What awaits, and starts late, ends before another module is numbered."""


def verdict(folder: Path, main: str, format: Format, broken: tuple[str, str] = ("", "")) -> Check:
    """What the check says of a bundle in which a text was replaced."""
    files = {
        "main": main,
        "lazy": LAZY,
        "waits": "await 0;\n",
        "slow": "await 0;\nexport default 1;\n",
        "parent": "import './rejects.js';\n",
        "rejects": "await 0;\nthrow 'rejected';\n",
    }
    for name, text in files.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    options = checked(Options(root=str(folder), format=format))
    (bundle,) = build([str(folder / "main.js")], options)
    old, new = broken
    assert old in bundle.code
    code = bundle.code.replace(old, new) if old else bundle.code
    with Evaluator("node") as evaluator:
        return check(replace(bundle, code=code), options, evaluator)


@pytest.mark.parametrize("format", ["iife", "esm"])
@pytest.mark.parametrize(
    "main",
    [BEFORE_IT_EVALUATES, BEFORE_IT_SETTLES, WAITS + BEFORE_IT_SETTLES, REJECTS, ENDS_TOGETHER],
)
def test_time_is_no_difference(tmp_path: Path, main: str, format: Format) -> None:
    assert verdict(tmp_path, main, format) == Check("same")


@pytest.mark.parametrize("main", [BEFORE_IT_EVALUATES, BEFORE_IT_SETTLES])
def test_other_order_is(tmp_path: Path, main: str) -> None:
    late = ('console.log("lazy");', 'setTimeout(() => console.log("lazy"), 1);')
    assert verdict(tmp_path, main, "esm", late).verdict != "same"


def test_other_output_is(tmp_path: Path) -> None:
    assert verdict(tmp_path, BEFORE_IT_SETTLES, "esm", ('"lazy"', '"l"')).verdict == "different"


@pytest.mark.parametrize("old", [_OWN_FIRST[0], *(old for old, _ in _COUNTED_ON)])
def test_what_is_made_as_v8_has_it_stands_in_the_helper(old: str) -> None:
    assert old in helper("asyncGraph").text


def test_modules_are_numbered_as_the_engine_does(tmp_path: Path) -> None:
    for name, text in STARTS_LATE.items():
        (tmp_path / f"{name}.js").write_text(text, "utf-8")
    (bundle,) = build([str(tmp_path / "main.js")], Options(root=str(tmp_path)))
    modules = {f"file:///{name}.js": SourceModule(text) for name, text in STARTS_LATE.items()}
    resolutions = {
        (url, f"./{name}.js", ""): f"file:///{name}.js" for url in modules for name in STARTS_LATE
    }
    graph = Graph("file:///main.js", modules, resolutions, load_ticks=SLOW)
    with Evaluator("node") as evaluator:
        native = evaluator.evaluate(graph)
        slow = (evaluator.evaluate(Script(text, "iife")) for text in slower(bundle.code))
        assert any(compare(native, trace).verdict == "same" for trace in slow)


@pytest.mark.parametrize(("name", "ways"), [("lazyGraph", 16), ("asyncLoad", 32)])
def test_helpers_can_be_made_slower(name: str, ways: int) -> None:
    text = helper(name).text
    assert len({made for made in slower(text) if made != text}) == ways


def test_a_bundle_that_loads_nothing_cannot_be_slower() -> None:
    assert list(slower("console.log(1);")) == []
