"""Graphs in which what a failure of the static graph keeps from running can't run later either, as
in bundles (docs/semantics.md, known deviations)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

from pybundle.construct.module_map import Module
from pybundle.link.namespaces import exports_of
from pybundle.link.resolve_export import ExportResolver
from pybundle.plan.order import evaluation_order
from pybundle.plan.plan import Plan
from pybundle_runtime import Graph, SourceModule

_FAILED = "fuzz:failed"


def without_reach(
    graph: Graph,
    modules: tuple[Module, ...],
    plan: Plan,
    url: Callable[[str], str],
) -> Iterator[Graph]:
    """Yield the graph as it is if one of its static modules has failed, for each that may have:
    the flat modules that come later, and don't lead to it, fail as it did. ``url`` gives that of
    a module by its name."""
    resolver = ExportResolver(modules)
    for place, failed in enumerate(plan.order):
        kept = [
            index
            for index in plan.order[place + 1 :]
            if index in plan.tracked and failed not in evaluation_order(plan.targets, (index,))
        ]
        if not kept:
            continue
        stubs = {url(modules[i].name): SourceModule(_stub(resolver, i), "esm") for i in kept}
        to_failed = dict.fromkeys(
            ((stub, _FAILED, "") for stub in stubs), url(modules[failed].name)
        )
        yield replace(
            graph,
            modules={**graph.modules, **stubs},
            resolutions={**graph.resolutions, **to_failed},
        )


def _stub(resolver: ExportResolver, index: int) -> str:
    """The text of a module that exports what another does, and fails as what it imports."""
    names = ", ".join(f"slot as {json.dumps(name)}" for name in exports_of(resolver, index))
    return f"import {json.dumps(_FAILED)}; let slot; export {{ {names} }};"
