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

from tests.fuzz.model import Graph, specifier, write

from pybundle.construct.construct import construct
from pybundle.construct.module_map import ModuleMap
from pybundle.diagnostics import BundleError
from pybundle.emit.emit import emit
from pybundle.link.linker import link
from pybundle.options import FORMATS, Format, Options
from pybundle.plan.limits import within_limits
from pybundle.plan.plan import plan
from pybundle_runtime import (
    Backend,
    ConsoleCall,
    Divergence,
    Evaluator,
    Event,
    Limits,
    Script,
    SourceModule,
    Trace,
    UncaughtError,
    UnhandledRejection,
    available_backends,
    compare,
)
from pybundle_runtime import Graph as Program

BASE = "file:///graph/"
GLOBAL_NAME = "fuzzed"
STACKS = (400, 900)
"""Sizes of a call stack, in KiB, on which a program should do the same."""
REFUSED = (("cjs", "top-level-await"), ("esm", "direct-eval"))
"""What a format can't hold, and the diagnostic that says so."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A difference. ``kind``: ``crash`` (the bundler raised what it shouldn't),
    ``rejected`` (it refuses what links natively), ``accepted`` (it builds what doesn't),
    ``syntax`` (the bundle doesn't parse), ``different`` (the traces aren't equal).
    ``key`` tells failures of one kind apart as far as that is known; ``code`` is the
    bundle."""

    kind: str
    format: Format
    key: str
    detail: str
    code: str = ""

    def signature(self) -> tuple[str, str, str]:
        """What a shrunk graph must still show."""
        return self.kind, self.format, self.key


class Judge:
    """Judges graphs, with one warm engine and one folder. A context manager."""

    def __init__(self, backend: Backend | None = None, formats: tuple[Format, ...] = FORMATS):
        self.formats = formats
        self.disputes = 0
        self.inconclusive = 0
        self.reordered = 0
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
        """The first failure of the graph, or None.

        A graph that links by the generator's *ResolveExport* and the bundler's, but not in
        V8, is a dispute: V8 reports an error where an indirect export comes back to itself
        through a star, which for the specification is one more ``null``.
        """
        trace = self.native(graph)
        fails_to_link = link_error(trace)
        shutil.rmtree(self._folder, ignore_errors=True)
        entry = str(write(graph, self._folder))
        options = Options(root=str(self._folder))
        loose = any("import(" in source for source in graph.files().values())
        for number, format in enumerate(formats or self.formats):
            try:
                if number == 0:
                    module_map, _ = construct([entry], options)
                    linkage = link(module_map)
                    planned = plan(module_map, linkage, module_map.entries[0])
                name = GLOBAL_NAME if format == "iife" else None
                chosen = replace(options, format=format, global_name=name)
                within_limits(module_map, linkage, planned, chosen)
                code = emit(module_map, linkage, planned, module_map.entries[0], chosen).code
            except BundleError as error:
                if fails_to_link or not graph.links:
                    return None
                if (format, error.diagnostics[0].code) in REFUSED:
                    continue
                return Failure("rejected", format, error.diagnostics[0].code, str(error))
            except Exception as error:
                last = traceback.extract_tb(error.__traceback__)[-1]
                place = f"{type(error).__name__} in {last.name}"
                return Failure("crash", format, place, traceback.format_exc())
            if fails_to_link and graph.links:
                self.disputes += 1
                return None
            if fails_to_link:
                return Failure("accepted", format, "", fails_to_link, code)
            free = free_names(module_map)
            failure = self._compare(graph, trace, code, format, name, loose, free)
            if failure is not None:
                return failure
        return None

    def depends_on_stack(self, graph: Graph) -> bool:
        """Whether the program, run natively, prints something else on a larger stack: it
        caught a recursion without end, and how deep that was is the engine's affair."""
        if "node" not in available_backends():
            return False
        traces = []
        for stack in STACKS:
            with Evaluator("node", Limits(timeout=10.0, stack=stack)) as evaluator:
                traces.append(evaluator.evaluate(program(graph)))
        return compare(*traces).verdict != "same"

    def _compare(
        self,
        graph: Graph,
        native: Trace,
        code: str,
        format: Format,
        global_name: str | None,
        loose: bool,
        free: Mapping[str, frozenset[str]],
    ) -> Failure | None:
        self.evaluations += 1
        trace = self._evaluator.evaluate(Script(code, format, global_name=global_name))
        comparison = compare(native, trace, free_names=free)
        if comparison.verdict == "same":
            if native.namespace and trace.outcome == "completed" and not trace.namespace:
                return Failure("different", format, "exports", "no exports to be seen", code)
            return None
        if comparison.verdict == "inconclusive":
            self.inconclusive += 1
            return None
        if self.depends_on_stack(graph):
            self.inconclusive += 1
            return None
        if loose and _unordered(native) == _unordered(trace):
            self.reordered += 1
            return None
        divergence = comparison.divergence
        assert divergence is not None
        difference = (
            f"{divergence.subject}\n  native: {divergence.original} {divergence.original_position}"
            f"\n  bundle: {divergence.bundle} {divergence.bundle_position}"
        )
        broken = link_error(trace)
        if broken:
            return Failure("syntax", format, "", f"{broken}\n{difference}", code)
        subject = divergence.subject.split(" ")[0]
        key = subject if subject != "event" else _event_key(divergence)
        return Failure("different", format, key, difference, code)


def free_names(module_map: ModuleMap) -> dict[str, frozenset[str]]:
    """The globals that each module reads, by its URL for the evaluator; without those in which
    ``eval`` may read any."""
    return {
        url(module.name): frozenset(free.name for free in module.record.globals)
        for module in module_map.modules
        if not module.record.direct_evals
    }


def _unordered(trace: Trace) -> tuple[object, ...]:
    """A trace without its order: how many microtasks pass before ``import()`` has loaded a
    module is the host's choice, and with it what comes first of things that don't wait
    for each other."""
    return sorted(map(_text, trace.events)), trace.outcome, trace.namespace


def _text(event: Event) -> str:
    if isinstance(event, UncaughtError | UnhandledRejection):
        return f"{event.name} {event.value if not event.name else ''}"
    return str(event.arguments) if isinstance(event, ConsoleCall) else str(event)


def _event_key(divergence: Divergence) -> str:
    """``error``, ``rejection`` or ``console``: what kind of event each side has."""
    words = (divergence.original.split(" ")[0], divergence.bundle.split(" ")[0])
    return "/".join(word.partition("(")[0].partition(":")[0] for word in words)


def link_error(trace: Trace) -> str:
    """The message, if the run ended with a SyntaxError before anything happened."""
    if trace.outcome == "threw" and len(trace.events) == 1:
        event = trace.events[0]
        if isinstance(event, UncaughtError) and event.name == "SyntaxError":
            return f"{event.name}: {event.message}"
    return ""


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
