"""Programs for the tests of the evaluator."""

from __future__ import annotations

import re

from pybundle_runtime import ConsoleCall, Graph, Script, SourceModule, Trace, UncaughtError
from pybundle_runtime.program import ModuleKind

BASE = "file:///pybundle/"
_REQUEST = re.compile(r"""(?:from|import)\s*\(?\s*['"]\./([^'"]+)['"](\s*with\s*\{\s*type)?""")
_KINDS: dict[str, ModuleKind] = {"json": "json", "txt": "text"}


def graph(modules: dict[str, str], entry: str = "main.js") -> Graph:
    """A graph of files beside each other that request each other as ``./name``."""
    resolutions = {}
    sources = {}
    for name, text in modules.items():
        sources[BASE + name] = SourceModule(text, _KINDS.get(name.rpartition(".")[2], "esm"))
        for target, attribute in _REQUEST.findall(text):
            if target in modules:
                wanted = "text" if target.endswith(".txt") else "json"
                key = (BASE + name, f"./{target}", wanted if attribute else "")
                resolutions[key] = BASE + target
    return Graph(BASE + entry, sources, resolutions)


def module(code: str) -> Script:
    """One ES module."""
    return Script(code, "esm")


def printed(trace: Trace) -> list[str]:
    """What console.log was given, one text for each call."""
    return [" ".join(e.arguments) for e in trace.events if isinstance(e, ConsoleCall)]


def uncaught(trace: Trace) -> UncaughtError:
    """The error that a run ended with."""
    event = trace.events[-1]
    assert isinstance(event, UncaughtError)
    return event
