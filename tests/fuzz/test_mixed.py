"""The fuzzer of graphs with CommonJS modules: its judge, and a bounded run with a fixed seed."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

import pytest
from tests.changed_emit import writing
from tests.fuzz.campaign import Found, Task, keep_mixed, run_task
from tests.fuzz.features import Features
from tests.fuzz.mixed import generate_mixed
from tests.fuzz.mixed_judge import MixedJudge, refusals_alike
from tests.fuzz.mixed_shape import FORMS
from tests.fuzz.model import Graph, Node, Unit
from tests.fuzz.node_process import has_node

from pybundle.emit.emit import emit

pytestmark = pytest.mark.skipif(not has_node(), reason="no Node to compare with on PATH")
MIXED = Features(mixed=True)
PACKAGE = (("package.json", "{}\n"),)


def _graph(**files: str) -> Graph:
    """Files by name without extension; ``a_`` makes ``a.mjs`` of ``a``."""
    units = tuple(
        Unit(name.replace("_", ".mjs") if "_" in name else f"{name}.cjs", (Node(text),))
        for name, text in files.items()
    )
    return Graph(units, packages=PACKAGE)


def _shown(graph: Graph) -> list[str]:
    with MixedJudge() as judge:
        return judge.expected(graph).splitlines()


@pytest.mark.parametrize("seed", [0, None], ids=["fixed", "fresh"])
def test_no_difference(seed: int | None) -> None:
    first = secrets.randbelow(10**9) if seed is None else seed
    print(f"python -m tests.fuzz --mixed --seed {first} --count 25")
    tally = run_task(Task(tuple(range(first, first + 25)), MIXED, None, 10.0))
    reports = [f"seed {found.seed}: {found.failure.detail}" for found in tally.found]
    assert not reports, "\n".join(reports)
    assert tally.graphs == 25
    assert tally.disputes == 0
    assert tally.inconclusive < 5


def test_same_seed_same_graph() -> None:
    assert generate_mixed(7) == generate_mixed(7)
    assert generate_mixed(7) != generate_mixed(8)


def test_every_construct_is_generated() -> None:
    traits: set[str] = set()
    for seed in range(200):
        traits |= generate_mixed(seed).traits
    assert traits >= {f"exports: {form}" for form in FORMS}
    assert traits >= {
        "awaits", "cache", "computed member", "computed require", "conditional require",
        "createRequire", "cycle", "cycle across systems", "forgets itself", "getter", "import()",
        "inner", "installed", "interop", "job", "late assignment", "late require", "module",
        "module.exports of an ES module", "module.require", "no extension", "replaced exports",
        "require in a loop", "run again", "shadowed require", "sloppy", "thenable",
        "this in calls", "throws", "top-level return", "written cache",
    }  # fmt: skip
    assert traits >= {f"{importer} asks {target}" for importer in ("cjs", "esm")
                      for target in ("cjs", "esm", "json")}  # fmt: skip


def test_node_runs_what_is_there() -> None:
    assert _shown(
        _graph(
            main="console.log(require.main === module, require('./m.mjs').b);"
            "leak = 1; setTimeout(() => { console.log('later'); throw new RangeError(); }, 5);"
            "Promise.resolve().then(() => console.log('job'));",
            m_="export const b = [1, -0, 's', null];",
        )
    ) == ['true [1, -0, "s", null]', "job", "later", "Uncaught RangeError", "global leak: 1"]


def test_what_a_program_leaves_is_gone_in_the_next() -> None:
    graph = _graph(main="globalThis.seen = (globalThis.seen ?? 0) + 1; console.log(seen);")
    with MixedJudge() as judge:
        first, second = judge.expected(graph), judge.expected(graph)
    assert first == second == "1\nglobal seen: 1\n"


def test_a_program_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    with MixedJudge() as judge:
        monkeypatch.setattr(judge._node.node, "timeout", 1.0)
        assert judge.judge(_graph(main="for (;;);")) is None
        assert judge.inconclusive == 1
        assert judge.expected(_graph(main="console.log(1);")) == "1\n"


def test_what_node_stumbles_over_is_nobodys_failure() -> None:
    graph = _graph(
        main_="import './a.cjs';"
        "setTimeout(() => import('./b.mjs').catch((e) => console.log(e.code)), 5);",
        a="try { require('./d.mjs'); } catch (error) { console.log(error.code); }",
        b_="import './c.mjs'; import './main.mjs';",
        c_="import './d.mjs';",
        d_="import './b.mjs';",
    )
    assert _shown(graph) == ["ERR_REQUIRE_CYCLE_MODULE", "ERR_INTERNAL_ASSERTION"]
    with MixedJudge() as judge:
        assert judge.judge(graph) is None
        assert judge.inconclusive == 1


def test_a_bundle_that_differs_is_found_and_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    graph = _graph(main="console.log(require('./m.cjs'));", m="module.exports = 'right';")

    with MixedJudge(("esm",)) as judge:
        assert judge.judge(graph) is None
        monkeypatch.setattr("tests.fuzz.harness.emit", writing("right", "wrong", emit))
        failure = judge.judge(graph)
    assert failure is not None
    assert failure.signature() == ("different", "esm", "right / wrong")
    kept = keep_mixed(Found(3, failure, graph, "right\n"), tmp_path).read_text("utf-8")
    assert kept.startswith("Found by the fuzzer, seed 3, esm: line 1\n")
    assert "-- m.cjs --\nmodule.exports = 'right';\n-- package.json --\n{}\n" in kept


def test_what_does_not_link_natively_must_not_build() -> None:
    graph = _graph(main_="import { nothing } from './m.mjs';", m_="export {};")
    with MixedJudge() as judge:
        assert judge.judge(replace(graph, links=False)) is None
        assert judge.judge(graph) is None
        assert judge.disputes == 1


def test_why_require_refuses_is_one() -> None:
    lines = ("1 Error ERR_REQUIRE_ASYNC_MODULE", "2 Error ERR_REQUIRE_ESM")
    assert refusals_alike(lines) == ("1 Error refused", "2 Error ERR_REQUIRE_ESM")
