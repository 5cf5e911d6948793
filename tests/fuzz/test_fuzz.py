"""The fuzzer's own parts, and a bounded run: a fixed seed, and a fresh one that is printed."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest
from tests.changed_emit import writing
from tests.fuzz.campaign import Tally, Task, run_task
from tests.fuzz.features import Features, parse_features
from tests.fuzz.generate import generate
from tests.fuzz.harness import Judge, link_error, program
from tests.fuzz.model import End, Graph, Node, Unit, render
from tests.fuzz.shrink import Shrinker, smaller, statements

from pybundle.emit.emit import emit
from pybundle_runtime import Evaluator, available_backends

LATER = parse_features("tla,dynamic,meta,timers,eval")


def _assert_none(tally: Tally) -> None:
    reports = [f"seed {found.seed}: {found.failure.detail}" for found in tally.found]
    assert not reports, "\n".join(reports)


def test_fixed_seeds() -> None:
    _assert_none(run_task(Task(tuple(range(120)), Features(), None, 0.0)))


def test_fresh_seed() -> None:
    seed = secrets.randbelow(10**9)
    print(f"python -m tests.fuzz --seed {seed} --count 60")
    _assert_none(run_task(Task(tuple(range(seed, seed + 60)), Features(), None, 20.0)))


def test_same_seed_same_graph() -> None:
    assert generate(7, LATER) == generate(7, LATER)
    assert generate(7, LATER) != generate(8, LATER)


@pytest.mark.parametrize("features", [Features(), LATER], ids=["synchronous", "later"])
def test_graphs_link_natively_where_they_should(features: Features) -> None:
    """The generator's *ResolveExport* and the engine's agree, and programs show something."""
    shown = disputes = 0
    with Evaluator() as evaluator:
        for seed in range(1000, 1060):
            graph = generate(seed, features)
            trace = evaluator.evaluate(program(graph))
            if link_error(trace) and graph.links:
                disputes += 1
            else:
                assert bool(link_error(trace)) != graph.links, (seed, trace.events)
            shown += len(trace.console())
    assert shown > 60 * 10
    assert disputes < 3


def test_every_construct_is_generated() -> None:
    traits: set[str] = set()
    for seed in range(150):
        traits |= generate(seed, LATER).traits
    assert traits >= {
        "ambiguity", "await", "collision", "const write", "cycle", "destructuring", "free name",
        "direct eval", "heritage", "import write", "import()", "import.meta",
        "invalid", "job", "json",
        "name", "named evaluation", "namespace", "namespace call", "namespace write",
        "nested var", "no semicolons", "re-export", "reflection", "self-import", "shadow",
        "star", "write",
    }  # fmt: skip


def test_statements_are_not_joined() -> None:
    bare = Node("a", End.OPEN, semi=False)
    assert render([bare, Node("(b)", End.OPEN)]) == "\na\n;(b);"
    sealed = Node("import './x.js'", End.SEALED, semi=False, gap=" ")
    assert render([sealed, Node("(b)", End.OPEN, gap=" ")]) == " import './x.js' \n(b);"
    noted = Node("f()", End.OPEN, comment=" // c")
    assert render([noted, Node("g()", End.OPEN, gap=" ")]) == "\nf(); // c \ng();"


def test_a_difference_is_found_and_shrunk() -> None:
    """A judge that takes a word for a failure finds the one statement that has it."""
    graph = generate(3, Features())
    unit = graph.units[0]
    marked = Node("try {", body=(Node("needle(1, [2, 3])", End.OPEN),), tail="} finally { }")
    units = (replace(unit, nodes=(*unit.nodes[:3], marked, *unit.nodes[3:])), *graph.units[1:])

    def still_fails(candidate: Graph) -> bool:
        return "needle" in "".join(candidate.files().values())

    smallest = Shrinker(replace(graph, units=units), still_fails).run()
    assert statements(smallest) == 1
    assert smallest.files() == {unit.path: "needle();\n"}


def test_smaller_texts() -> None:
    texts = list(smaller("f(a, [b])"))
    assert "f( [b])" in texts and "f(a)" in texts and "f()" in texts
    assert all(len(text) <= len("f(a, [b])") for text in texts)


def test_the_judge_sees_a_bundle_that_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "let x = 1;\nconsole.log(x);\n"
    graph = Graph((Unit("main.js", (Node(source),)),))
    with Judge(formats=("iife",)) as judge:
        assert judge.judge(graph) is None
        broken = writing("console.log(x)", "console.log(2)", emit)
        monkeypatch.setattr("tests.fuzz.harness.emit", broken)
        failure = judge.judge(graph)
        assert failure is not None
        assert failure.kind == "different"
        assert "console.log(1)" in failure.detail and "console.log(2)" in failure.detail


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("let n = 0; const f = () => (n++, f()); try { f() } catch { console.log(n) }", True),
        ("const f = () => f(); try { f() } catch (e) { console.log(e.name) }", False),
    ],
)
def test_a_depth_of_recursion_is_no_difference(source: str, expected: bool) -> None:
    """What a larger stack changes natively can't be held against the bundle."""
    if "node" not in available_backends():
        pytest.skip("only Node can be told the size of its stack")
    with Judge() as judge:
        assert judge.depends_on_stack(Graph((Unit("main.js", (Node(source),)),))) is expected
