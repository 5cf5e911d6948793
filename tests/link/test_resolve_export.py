"""*ResolveExport* on random graphs: against the specification's own text, and against V8."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.link import specification
from tests.link.model import Graph, Star, module_map_of
from tests.link.random_graphs import NAMES, random_graph
from tests.link.specification import ResolvedBinding, V8GivesUp

from pybundle.diagnostics import BundleError
from pybundle.link import resolve_export
from pybundle.link.linker import link
from pybundle.link.resolve_export import ExportResolver, Failure


@pytest.mark.parametrize("index_after", [64, -1], ids=["edges", "star-index"])
def test_every_export_resolves_as_the_specification_says(
    index_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolve_export, "_INDEX_AFTER", index_after)
    for seed in range(1500):
        random = Random(seed)
        graph = random_graph(random)
        resolver = ExportResolver(module_map_of(graph).modules)
        asked = [(module, name) for module in range(len(graph)) for name in (*NAMES, "absent")]
        random.shuffle(asked)  # what is kept from one search must not change the next
        for module, name in asked:
            expected = specification.resolve_export(graph, module, name)
            found = resolver.resolve(module, name)
            if isinstance(expected, tuple):
                assert found == specification.slot_of(graph, expected), (seed, module, name)
            else:
                failure = Failure.MISSING if expected is None else Failure.AMBIGUOUS
                assert found is failure, (seed, module, name)


def test_linking_gives_the_specification_s_namespaces_and_refuses_its_broken_re_exports() -> None:
    refused = 0
    for seed in range(1500):
        graph = random_graph(Random(seed))
        modules = range(len(graph))
        broken = specification.broken_re_exports(graph)
        try:
            linkage = link(module_map_of(graph, modules))
        except BundleError as error:
            assert broken, seed
            assert len(error.diagnostics) <= len(broken)
            refused += 1
            continue
        assert not broken, seed
        for module in modules:
            namespace = specification.namespace(graph, module)
            slots = [(k, specification.slot_of(graph, v)) for k, v in namespace.items()]
            assert list(linkage.exports[module].items()) == slots, (seed, module)
    assert 300 < refused < 1200  # both sorts of graph were tried


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        if os.environ.get("CI") == "true":
            pytest.fail("node is missing: in CI the linker must be compared with V8")
        pytest.skip("node is missing: the linker was not compared with V8")
    return node


def _ask_v8(questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    script = Path(__file__).with_name("link_graphs.mjs")
    answer = subprocess.run(
        [_node(), "--experimental-vm-modules", "--no-warnings", str(script)],
        input=json.dumps(questions),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    answers: list[dict[str, Any]] = json.loads(answer.stdout)
    return answers


def _v8_departs(graph: Graph, linkable: bool) -> bool:
    """True where V8 is known not to follow the specification, so that it is no judge.

    Besides what ``specification.resolve_export`` can say: V8 forgets, when it collects
    the exports of a namespace, that a name was ambiguous in a module further down.
    """
    starred = {form.target for forms in graph for form in forms if isinstance(form, Star)}
    for module in range(len(graph)):
        for name in NAMES:
            try:
                in_v8 = specification.resolve_export(graph, module, name, v8=True)
            except V8GivesUp:
                if linkable:
                    return True
                continue
            if in_v8 == "ambiguous" and (
                module in starred or specification.resolve_export(graph, module, name) != in_v8
            ):
                return True
    return False


def _as_v8_shows_it(graph: Graph, binding: ResolvedBinding) -> str:
    module, name = specification.slot_of(graph, binding)
    return f"namespace of {module}" if name == "*namespace*" else f"m{module}:{name[:-1]}"


def test_v8_links_as_the_linker_does() -> None:
    graphs, questions = [], []
    for seed in range(1500):
        graph = random_graph(Random(seed))
        if _v8_departs(graph, not specification.broken_re_exports(graph)):
            continue
        module_map = module_map_of(graph, range(len(graph)))
        probes = [
            (module, name)
            for module in range(len(graph))
            for name in NAMES
            if name not in specification.namespace(graph, module)
        ]
        graphs.append((seed, graph, module_map, probes))
        sources = [module.source for module in module_map.modules]
        questions.append({"sources": sources, "probes": probes})
    linked = ambiguous = 0
    for (seed, graph, module_map, probes), v8 in zip(graphs, _ask_v8(questions), strict=True):
        if "error" in v8:
            with pytest.raises(BundleError):
                link(module_map)
            continue
        linked += 1
        linkage = link(module_map)
        for module, namespace in enumerate(v8["namespaces"]):
            expected = [
                [name, _as_v8_shows_it(graph, slot)]
                for name, slot in linkage.exports[module].items()
            ]
            assert namespace == expected, (seed, module)
        resolver = ExportResolver(module_map.modules)
        for (module, name), message in zip(probes, v8["probes"], strict=True):
            is_ambiguous = "conflicting star exports" in message
            ambiguous += is_ambiguous
            failure = Failure.AMBIGUOUS if is_ambiguous else Failure.MISSING
            assert resolver.resolve(module, name) is failure, (seed, module, name)
    assert linked > 300
    assert ambiguous > 10
