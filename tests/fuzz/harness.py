"""Native against bundle: builds a graph in every output format, runs both, compares."""

from __future__ import annotations

import posixpath
import shutil
import tempfile
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from pybundle.construct.construct import construct
from pybundle.diagnostics import BundleError
from pybundle.emit.emit import emit
from pybundle.link.linker import link
from pybundle.options import FORMATS, Format, Options
from pybundle.plan.plan import plan
from pybundle_runtime import (
    Backend,
    ConsoleCall,
    Evaluator,
    Limits,
    ModuleStarted,
    Script,
    SourceModule,
    Trace,
    UncaughtError,
)
from pybundle_runtime import Graph as Program
from tests.fuzz.model import Graph, specifier, write

BASE = "file:///graph/"
GLOBAL_NAME = "fuzzed"
ENGINE_DISPUTES = ("Detected cycle while resolving name",)
"""Link errors of V8 for graphs that link by the specification: an indirect export that
comes back to itself through a star is one more ``null`` there, an error in V8."""

Observation = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A difference. ``kind``: ``crash`` (the bundler raised what it shouldn't),
    ``rejected`` (it refuses what links natively), ``accepted`` (it builds what doesn't),
    ``syntax`` (the bundle doesn't parse), ``different`` (the traces aren't equal).
    ``key`` tells failures of one kind apart as far as that is known; ``code`` is the
    bundle."""

    kind: str
    format: str
    key: str
    detail: str
    code: str = ""

    def signature(self) -> tuple[str, str, str]:
        """What a shrunk graph must still show."""
        return self.kind, self.format, self.key


def observe(trace: Trace) -> list[Observation]:
    """What is compared of a trace. Engine errors are compared by name alone: their
    messages hold identifiers, which a bundle may have renamed."""
    seen: list[Observation] = []
    for event in trace.events:
        if isinstance(event, ConsoleCall):
            seen.append((event.method, *event.arguments))
        elif not isinstance(event, ModuleStarted):
            origin = event.origin if isinstance(event, UncaughtError) else "rejection"
            engines = event.name in ("ReferenceError", "TypeError", "SyntaxError")
            what = "" if engines else event.message or event.value
            seen.append(("error", origin, event.name, what))
    seen.append(("outcome", trace.outcome))
    return seen


def namespace(trace: Trace) -> list[Observation]:
    """The entry's exports at the end."""
    return [("export", *pair) for pair in trace.namespace or ()]


def first_difference(left: list[Observation], right: list[Observation]) -> str:
    """Where two lists part, for people; "" if they don't."""
    for index in range(max(len(left), len(right))):
        a = left[index] if index < len(left) else ("nothing",)
        b = right[index] if index < len(right) else ("nothing",)
        if a != b:
            return f"observation {index + 1}\n  native: {' '.join(a)}\n  bundle: {' '.join(b)}"
    return ""


class Judge:
    """Judges graphs, with one warm engine and one folder. A context manager."""

    def __init__(self, backend: Backend | None = None, formats: tuple[Format, ...] = FORMATS):
        self.formats = formats
        self.disputes = 0
        self.evaluations = 0
        self._evaluator = Evaluator(backend, Limits(timeout=10.0))
        self._folder = Path(tempfile.mkdtemp(prefix="pybundle-fuzz-"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._evaluator.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def native(self, graph: Graph) -> Trace:
        """The graph's trace, by the engine's own loader."""
        self.evaluations += 1
        return self._evaluator.evaluate(program(graph))

    def judge(self, graph: Graph, formats: tuple[Format, ...] | None = None) -> Failure | None:
        """The first failure of the graph, or None."""
        trace = self.native(graph)
        if disputed(trace):
            self.disputes += 1
            return None
        fails_to_link = link_error(trace)
        shutil.rmtree(self._folder, ignore_errors=True)
        entry = str(write(graph, self._folder))
        options = Options(root=str(self._folder))
        for number, format in enumerate(formats or self.formats):
            try:
                if number == 0:
                    module_map, _ = construct([entry], options)
                    linkage = link(module_map)
                    planned = plan(module_map, linkage, module_map.entries[0])
                name = GLOBAL_NAME if format == "iife" else None
                chosen = replace(options, format=format, global_name=name)
                code = emit(module_map, linkage, planned, module_map.entries[0], chosen).code
            except BundleError as error:
                if fails_to_link:
                    return None
                return Failure("rejected", format, error.diagnostics[0].code, str(error))
            except Exception as error:
                last = traceback.extract_tb(error.__traceback__)[-1]
                place = f"{type(error).__name__} in {last.name}"
                return Failure("crash", format, place, traceback.format_exc())
            if fails_to_link:
                return Failure("accepted", format, "", fails_to_link, code)
            failure = self._compare(trace, code, format, name)
            if failure is not None:
                return failure
        return None

    def _compare(
        self, native: Trace, code: str, format: Format, global_name: str | None
    ) -> Failure | None:
        self.evaluations += 1
        trace = self._evaluator.evaluate(Script(code, format, global_name=global_name))
        left, right = observe(native), observe(trace)
        if native.outcome == trace.outcome == "completed":
            left, right = left + namespace(native), right + namespace(trace)
        difference = first_difference(left, right)
        if not difference:
            return None
        broken = link_error(trace)
        if broken:
            return Failure("syntax", format, "", f"{broken}\n{difference}", code)
        return Failure("different", format, "", difference, code)


def link_error(trace: Trace) -> str:
    """The message, if the run ended with a SyntaxError before anything happened."""
    if trace.outcome == "threw" and len(trace.events) == 1:
        event = trace.events[0]
        if isinstance(event, UncaughtError) and event.name == "SyntaxError":
            return f"{event.name}: {event.message}"
    return ""


def disputed(trace: Trace) -> bool:
    """Whether the engine refuses what the specification allows."""
    message = link_error(trace)
    return any(text in message for text in ENGINE_DISPUTES)


def program(graph: Graph) -> Program:
    """The graph as the evaluator takes it: every file may ask for every other."""
    modules: Mapping[str, SourceModule] = {
        url(unit.path): SourceModule(unit.source(), "json" if is_json(unit.path) else "esm")
        for unit in graph.units
    }
    resolutions = {}
    for importer in graph.units:
        for target in graph.units:
            plain = specifier(importer.path, target.path)
            for text in (plain, "././" + plain.removeprefix("./")):
                attribute = "json" if is_json(target.path) else ""
                resolutions[url(importer.path), text, attribute] = url(target.path)
    return Program(url(graph.units[0].path), modules, resolutions)


def url(path: str) -> str:
    """A file's URL for the evaluator."""
    return BASE + quote(path, safe="/$")


def is_json(path: str) -> bool:
    """Whether a file is a JSON module."""
    return posixpath.splitext(path)[1] == ".json"
