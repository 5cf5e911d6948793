"""The reference evaluator: runs module graphs and scripts in a real engine.

    from pybundle_runtime import Graph, Script, SourceModule, Evaluator, evaluate

    graph = Graph(
        entry="file:///pybundle/main.js",
        modules={
            "file:///pybundle/main.js": SourceModule("import { a } from './a.js'; console.log(a)"),
            "file:///pybundle/a.js": SourceModule("export let a = 1"),
        },
        resolutions={("file:///pybundle/main.js", "./a.js", ""): "file:///pybundle/a.js"},
    )
    trace = evaluate(graph)                      # a process of its own
    with Evaluator() as evaluator:               # one warm process, a fresh realm each
        evaluator.evaluate(graph)
        evaluator.evaluate(Script("(() => { console.log(1) })()", format="iife"))

In programs the evaluator defines a global ``__pybundle_mark__(name, {slot: () => slot})``,
to be called at the start of a module's body: it makes a ``ModuleStarted`` event, and at the end
each accessor is called for ``Trace.slots``. It isn't counted among the additions to the
global object. This package imports nothing from ``pybundle``: the judge shares no code with
the judged.
"""

from pybundle_runtime.compare import Comparison, Divergence, compare, describe
from pybundle_runtime.engines import Backend, NoEngine, available_backends
from pybundle_runtime.evaluator import Evaluator, evaluate
from pybundle_runtime.program import NATIVES, Graph, Program, Script, SourceModule, script_url
from pybundle_runtime.spying import spied
from pybundle_runtime.trace import (
    ConsoleCall,
    Event,
    ModuleStarted,
    Trace,
    UncaughtError,
    UnhandledRejection,
)
from pybundle_runtime.worker import Limits

__all__ = [
    "NATIVES",
    "Backend",
    "Comparison",
    "ConsoleCall",
    "Divergence",
    "Evaluator",
    "Event",
    "Graph",
    "Limits",
    "ModuleStarted",
    "NoEngine",
    "Program",
    "Script",
    "SourceModule",
    "Trace",
    "UncaughtError",
    "UnhandledRejection",
    "available_backends",
    "compare",
    "describe",
    "evaluate",
    "script_url",
    "spied",
]
