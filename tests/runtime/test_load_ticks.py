"""How long ``import()`` takes in Node: a macrotask, or as many microtasks as a graph says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.runtime.programs import printed

from pybundle_runtime import Evaluator, Graph, SourceModule, available_backends

MAIN, LAZY = "file:///graph/main.js", "file:///graph/lazy.js"
GRAPH = Graph(
    MAIN,
    {
        MAIN: SourceModule(
            """
            globalThis.ticks = 0;
            (async () => { for (; ticks < 50; ticks++) await 0; })();
            import("./lazy.js");
            """
        ),
        LAZY: SourceModule("console.log(ticks);"),
    },
    {(MAIN, "./lazy.js", ""): LAZY},
)
needs_node = pytest.mark.skipif("node" not in available_backends(), reason="no Node")


@needs_node
@pytest.mark.parametrize(("ticks", "evaluated"), [(1, "1"), (5, "5"), (None, "50")])
def test_import_takes_as_long_as_the_graph_says(ticks: int | None, evaluated: str) -> None:
    with Evaluator("node") as evaluator:
        assert printed(evaluator.evaluate(replace(GRAPH, load_ticks=ticks))) == [evaluated]


@needs_node
def test_what_cannot_be_linked_is_found_when_it_is_imported() -> None:
    broken = {**GRAPH.modules, LAZY: SourceModule("import { gone } from './lazy.js';")}
    resolutions = {**GRAPH.resolutions, (LAZY, "./lazy.js", ""): LAZY}
    graph = replace(GRAPH, modules=broken, resolutions=resolutions, load_ticks=3)
    with Evaluator("node") as evaluator:
        (event,) = evaluator.evaluate(graph).events
    assert "UnhandledRejection" in repr(event)
    assert "SyntaxError" in repr(event)


def test_the_embedded_engine_has_no_such_choice() -> None:
    if "v8" not in available_backends():
        pytest.skip("no embedded V8")
    with Evaluator("v8") as evaluator, pytest.raises(ValueError, match="Node alone"):
        evaluator.evaluate(replace(GRAPH, load_ticks=1))
