"""What the judge expects of graphs whose static part has failed (``unreached.py``)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fuzz.unreached import without_reach
from tests.semantic.harness import printed

from pybundle.build import build
from pybundle.options import Options
from pybundle_runtime import Evaluator, Graph, SourceModule, available_backends

FILES = {
    "main.js": (
        "import './asks.js'; import './kept.js'; import './named.js';"
        "import { back } from './leads.js';"
    ),
    "asks.js": (
        "const ask = (name, load) => load.then("
        "(ns) => console.log(name, ns.kept), (error) => console.log(name, error));"
        "ask('kept', import('./kept.js')); ask('needs', import('./needs.js'));"
        "ask('leads', import('./leads.js')); throw 'failed';"
    ),
    "kept.js": "export const kept = 'kept runs';",
    "needs.js": "export * from './kept.js'; import { named } from './named.js';",
    "named.js": "export const named = 1;",
    "leads.js": "import './asks.js'; export let back;",
}
RUNS = ["kept kept runs", "leads failed", "needs kept runs"]
FAILS = ["kept failed", "leads failed", "needs failed"]


def url(name: str) -> str:
    return f"file:///{name}"


@pytest.mark.skipif("node" not in available_backends(), reason="no Node")
def test_flat_modules_after_a_failure_fail_with_it(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    (bundle,) = build([str(tmp_path / "main.js")], Options(root=str(tmp_path)))
    resolutions = {(url(a), f"./{b}", ""): url(b) for a in FILES for b in FILES}
    modules = {url(name): SourceModule(text, "esm") for name, text in FILES.items()}
    graph = Graph(url("main.js"), modules, resolutions, load_ticks=4)
    found = bundle.module_map.modules
    limited = next(without_reach(graph, found, bundle.plan, url))
    with Evaluator("node") as evaluator:
        native, shown = (printed(evaluator.evaluate(each)) for each in (graph, limited))
    assert sorted(native.split("\n")) == ["", "Uncaught failed", *RUNS]
    assert sorted(shown.split("\n")) == ["", "Uncaught failed", *FAILS]
