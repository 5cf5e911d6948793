"""Whether two runs differ only by how long ``import()`` takes, which the host decides.

When a load ends is up to it (*HostLoadImportedModule*), and how many microtasks pass before its
promise settles is up to the engine around. A bundle has loaded all, and takes the fewest that the
specification allows; Node can't be so fast. But both can be made slower: then they must do the
same, event for event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, Literal

from pybundle_runtime import (
    Comparison,
    ConsoleCall,
    Evaluator,
    Event,
    Graph,
    Script,
    Trace,
    UncaughtError,
    UnhandledRejection,
)

Timing = Literal["", "timed", "reordered"]
Same = Callable[[Trace, Trace], Comparison]

QUICK: Final = range(8)
"""Microtasks before ``import()`` evaluates in Node, where the bundle is left as it is."""
SLOW: Final = 20
"""Those where the bundle is made as slow."""
BEFORE: Final = (SLOW - 1, SLOW - 2)
"""Further microtasks that make a bundle so slow: without top-level await, and with it."""
AFTER: Final = (6, 5, 4, 7)
"""Further microtasks in which Node's ``import()`` settles."""

_LOAD: Final = re.compile(
    r"(load(?: =|:) async \([^)]*\) => \{\n)"
    r"(.*?)(throw error === graph[^\n]*)(.*?)(return namespace;)",
    re.DOTALL,
)
"""What ``import()`` does, in ``helpers/lazyGraph.js`` and ``helpers/asyncLoad.js``."""


def judge_timing(graph: Graph, script: Script, same: Same, evaluator: Evaluator) -> Timing:
    """Return ``timed`` if the bundle does what the graph does natively where both take an equal
    time for ``import()``; ``reordered`` if it does so in another order; "" if neither.

    ``evaluator`` runs Node, and ``same`` compares the graph's trace with the bundle's.
    """
    trace = evaluator.evaluate(script)
    natives = [evaluator.evaluate(graph)]
    for ticks in QUICK:
        natives.append(evaluator.evaluate(replace(graph, load_ticks=ticks)))
        if same(natives[-1], trace).verdict == "same":
            return "timed"
    late = evaluator.evaluate(replace(graph, load_ticks=SLOW))
    for slowed in slower(script.code):
        slow = evaluator.evaluate(replace(script, code=slowed))
        if any(same(each, slow).verdict == "same" for each in (late, natives[0])):
            return "timed"
    reordered = any(_unordered(each) == _unordered(trace) for each in (*natives, late))
    return "reordered" if reordered else ""


def slower(code: str) -> Iterator[str]:
    """Yield the bundle with ``import()`` that takes longer, before it evaluates and after; nothing
    if it has none that can be made so."""
    if not _LOAD.search(code):
        return
    for after in AFTER:
        for before in BEFORE:
            slow = rf"\g<1>{_wait(before)}\g<2>{_wait(after)}\g<3>\g<4>{_wait(after)}\g<5>"
            yield _LOAD.sub(slow, code)


def _wait(ticks: int) -> str:
    return f"for (let tick = 0; tick < {ticks}; tick++) await 0; "


def _unordered(trace: Trace) -> tuple[object, ...]:
    return sorted(map(_text, trace.events)), trace.outcome, trace.namespace


def _text(event: Event) -> str:
    if isinstance(event, UncaughtError | UnhandledRejection):
        return f"{event.name} {event.value if not event.name else ''}"
    return str(event.arguments) if isinstance(event, ConsoleCall) else str(event)
