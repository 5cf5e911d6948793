"""Whether two runs differ only by how long ``import()`` takes, which the host decides.

When a load ends is up to it (*HostLoadImportedModule*), and how many microtasks pass before its
promise settles is up to the engine around. A bundle has loaded all, and takes the fewest that the
specification allows; Node can't be so fast. But both can be made slower: then they must do the
same, event for event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial, reduce
from itertools import product
from typing import Final, Literal

from pybundle_runtime import (
    Evaluator,
    Event,
    Graph,
    Script,
    Trace,
    UncaughtError,
    compare,
    describe,
)
from pybundle_runtime.normalise import normalise

Timing = Literal["", "timed", "told"]

QUICK: Final = range(1, 8)
"""Microtasks before ``import()`` evaluates in Node, where the bundle is left as it is: at least
one, since it never does so inside of the call (*ContinueDynamicImport*)."""
SLOW: Final = 20
"""Those where the bundle is made as slow."""
BEFORE: Final = (SLOW - 1, SLOW - 2)
"""Further microtasks that make a bundle so slow: without top-level await, and with it."""
AFTER: Final = (6, 5, 7, 4)
"""Further microtasks in which Node's ``import()`` settles; one less after an await."""
THENABLE: Final = (0, 2)
"""Microtasks by which Node calls an exported ``then`` before it would settle: as it ends."""

_LOAD: Final = re.compile(
    r"(load(?: =|:) async \([^)]*\) => \{\n)"
    r"(.*?)(throw error === graph[^\n]*)(.*?)(return namespace;)",
    re.DOTALL,
)
"""What ``import()`` does, in ``helpers/lazyGraph.js`` and ``helpers/asyncLoad.js``."""
_AWAITED: Final = re.compile(r"await graph\.settled\(([^)]*)\);")
"""Where it waits for modules that await, in ``helpers/asyncLoad.js``."""
_ITSELF: Final = ".self = () => import(import.meta.url);"
"""Where a bundle imports itself (``emit/prelude.py``)."""
_WAITS: Final = ("({}).order", "({}).order && !early")
"""When waiting for an await makes up for one of the microtasks after: always, or where this
``import()`` has begun the evaluation."""
_OWN_FIRST: Final = (
    "m.reject?.(error);\n    for (const p of m.parents) reject(p, error);",
    "for (const p of m.parents) reject(p, error);\n    m.reject?.(error);",
)
"""The order of rejections (*AsyncModuleExecutionRejected*), and that of V8 until 2025, which Node
22 and older have: importers first."""
_COUNTED_ON: Final = (
    (
        "const finish = (m) => { m.order = 0;",
        "const finish = (m) => { if (m.order === clock) clock = 0; m.order = 0;",
    ),
    ("const execute = async (m) => {", "const execute = async (m) => { m.order = ++clock;"),
)
"""How asynchronous modules are numbered (*IncrementModuleAsyncEvaluationCount*), and how V8 does
it: from the first number again when that with the last has ended, though others have not; and
what awaits gets another number when it starts."""


def judge_timing(graph: Graph, script: Script, evaluator: Evaluator) -> Timing:
    """Return ``timed`` if the bundle does what the graph does natively where both take an equal
    time for ``import()``; ``told`` if the static graph fails, and all that differs is when that
    and what ``import()`` loads are told of (in ``esm``, ``import()`` of what the failure keeps
    from running waits for the bundle's own end); "" if neither.

    ``evaluator`` runs Node.
    """
    trace = evaluator.evaluate(script)
    natives = [evaluator.evaluate(graph)]
    for ticks in QUICK:
        natives.append(evaluator.evaluate(replace(graph, load_ticks=ticks)))
        if compare(natives[-1], trace).verdict == "same":
            return "timed"
    late = (natives[0], evaluator.evaluate(replace(graph, load_ticks=SLOW)))
    pairs = [(native, trace) for native in natives]
    of_itself: tuple[int | None, ...] = (1, 0) if _ITSELF in script.code else (None,)
    for code, own in product(slower(script.code), of_itself):
        slow = evaluator.evaluate(replace(script, code=code, load_ticks=own))
        if any(compare(native, slow).verdict == "same" for native in late):
            return "timed"
        pairs += [(native, slow) for native in late]
    if _ITSELF in script.code and any(_told_later(*pair) for pair in pairs):
        return "told"
    return ""


def _told_later(native: Trace, trace: Trace) -> bool:
    """Whether both end with one error, and all else is the same: in the same order, or, where
    that takes an ``import()`` of the bundle longer than others, in another."""
    ends = [_errors(native), _errors(trace)]
    if ends[0] != ends[1]:
        return False
    if compare(_without_end(native), _without_end(trace)).verdict == "same":
        return True
    alike = native.outcome == trace.outcome and native.namespace == trace.namespace
    return ends[0] != [] and alike and _events(native) == _events(trace)


def _ends(event: Event) -> bool:
    return isinstance(event, UncaughtError) and event.origin == "evaluation"


def _without_end(trace: Trace) -> Trace:
    return replace(trace, events=tuple(event for event in trace.events if not _ends(event)))


def _errors(trace: Trace) -> list[str]:
    errors = (event for event in trace.events if isinstance(event, UncaughtError))
    return [normalise(event.value) for event in errors if _ends(event)]


def _events(trace: Trace) -> Counter[str]:
    return Counter(normalise(describe(event)) for event in trace.events)


def slower(code: str) -> Iterator[str]:
    """Yield the bundle with ``import()`` that takes longer, before it evaluates and after; nothing
    if it has none that can be made so. Those that come last depart from the specification as V8
    does."""
    if not _LOAD.search(code):
        return
    counted = reduce(lambda text, change: text.replace(*change), _COUNTED_ON, code)
    texts = (code, code.replace(*_OWN_FIRST), counted, counted.replace(*_OWN_FIRST))
    for text in dict.fromkeys(texts):
        for after in AFTER:
            for before in BEFORE:
                for waits, then in product(_WAITS, THENABLE):
                    yield _LOAD.sub(partial(_slow, before, after, waits, then), text)


def _slow(before: int, after: int, waits: str, then: int, load: re.Match[str]) -> str:
    head, evaluates, throws, between, returns = load.groups()
    awaited = _AWAITED.search(evaluates)
    if awaited:
        module = awaited[1]
        evaluates = evaluates.replace("try {", f"const early = ({module}).order; try {{", 1)
        evaluates = _AWAITED.sub(rf"after -= {waits.format(module)} ? 1 : 0; \g<0>", evaluates)
    start = f"let after = {after}; {_wait(str(before))}{evaluates}"
    fails = f"if (error !== graph) {_wait('after')}"  # importing the bundle itself takes that long
    ends = f'if ("then" in namespace) after -= {then}; {_wait("after")}'
    return f"{head}{start}{fails}{throws}{between}{ends}{returns}"


def _wait(ticks: str) -> str:
    return f"for (let tick = 0; tick < {ticks}; tick++) await 0; "
