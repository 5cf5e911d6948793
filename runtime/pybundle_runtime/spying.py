"""Which errors ``x is not defined`` come of a global, and which of a slot in the TDZ.

V8 has these words for both: for a slot where it reads the property of a namespace object to
describe it (``Object.isFrozen(ns)``, ``{...ns}``), rather than for its value. Where the error
stands doesn't tell. So the program is run again, with globals of these names that say so when
they are read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pybundle_runtime.compare import AS_GLOBAL, describe
from pybundle_runtime.evaluator import Evaluator
from pybundle_runtime.program import Graph
from pybundle_runtime.trace import Trace


def spied(
    graph: Graph, trace: Trace, exported: Iterable[str], evaluator: Evaluator
) -> tuple[Graph, Trace]:
    """Return ``graph`` and its trace with the names among ``exported`` (by any module) spied on
    that ``trace`` calls not defined; as they are if there are none, or if the program notices.
    """
    texts = "\n".join(_texts(trace))
    names = tuple(sorted(name for name in set(exported) if f"{name} is not defined" in texts))
    if not names:
        return graph, trace
    watched = replace(graph, spied=names)
    again = evaluator.evaluate(watched)
    if [text.replace(AS_GLOBAL, "") for text in _texts(again)] != _texts(trace):
        return graph, trace
    return watched, again


def _texts(trace: Trace) -> list[str]:
    """Return all that a trace holds, as texts."""
    slots = [pair for _, pairs in trace.slots or () for pair in pairs]
    ends = [*slots, *(trace.namespace or ()), *(trace.global_additions or ())]
    return [trace.outcome, *map(describe, trace.events), *(text for _, text in ends)]
