"""Native against bundle: builds a graph in every output format, runs both, compares."""

from __future__ import annotations

import posixpath
import shutil
import tempfile
import traceback
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self
from urllib.parse import quote

from tests.fuzz.model import Graph, specifier, write
from tests.fuzz.unreached import without_reach
from tests.semantic.harness import printed

from pybundle.check import exported_names
from pybundle.construct.construct import construct
from pybundle.construct.module_map import ModuleMap
from pybundle.diagnostics import BundleError
from pybundle.emit.emit import emit
from pybundle.instrument import RUN_AS
from pybundle.link.linker import link
from pybundle.options import Format, Options
from pybundle.plan.limits import within_limits
from pybundle.plan.plan import Plan, plan
from pybundle.timing import judge_timing
from pybundle_runtime import (
    Backend,
    Divergence,
    Evaluator,
    Event,
    Limits,
    Script,
    SourceModule,
    Trace,
    UncaughtError,
    available_backends,
    compare,
    spied,
)
from pybundle_runtime import Graph as Program
from pybundle_runtime.program import ScriptFormat

BASE = "file:///graph/"
GLOBAL_NAME = "fuzzed"
FORMATS: tuple[Format, ...] = ("iife", "esm", "cjs")
"""What is judged unless others are asked for."""
STACKS = (400, 900)
"""Sizes of a call stack, in KiB, on which a program should do the same."""
PROMISING: tuple[Format, ...] = ("cjs", "umd", "amd")
"""Formats whose exports are a promise where a graph awaits (``async_exports``)."""
REFUSED = (("esm", "direct-eval"),)
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


class AnyJudge(ABC):
    """What judges have in common: the formats, one folder, and what they have counted. A context
    manager."""

    def __init__(self, formats: tuple[Format, ...]) -> None:
        self.formats = formats
        self.disputes = 0
        self.inconclusive = 0
        self.timed = 0
        self.told = 0
        self.reordered = 0
        self.unreached = 0
        self.evaluations = 0
        self._folder = Path(tempfile.mkdtemp(prefix="pybundle-fuzz-")).resolve()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    @abstractmethod
    def close(self) -> None:
        """End the engine's process."""

    @abstractmethod
    def expected(self, graph: Graph) -> str:
        """What a console would show of the native run, and how that failed: as
        ``expected.txt`` has it."""

    @abstractmethod
    def judge(self, graph: Graph, formats: tuple[Format, ...] | None = None) -> Failure | None:
        """The first failure of the graph, or None."""


class Judge(AnyJudge):
    """Judges graphs of ES modules, with one warm engine."""

    def __init__(self, backend: Backend | None = None, formats: tuple[Format, ...] = FORMATS):
        super().__init__(formats)
        self._evaluator = Evaluator(backend, Limits(timeout=10.0))
        is_node = self._evaluator.backend == "node" or not has_node()
        self._node = self._evaluator if is_node else Evaluator("node", self._evaluator.limits)

    def close(self) -> None:
        self._evaluator.close()
        self._node.close()

    def expected(self, graph: Graph) -> str:
        return printed(self.native(graph))

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
        entry = write(graph, self._folder)
        options = Options(root=str(self._folder))
        loose = any("import(" in source for source in graph.files().values())
        for format, made in bundled(entry, options, formats or self.formats):
            if isinstance(made, Failure):
                if made.kind == "rejected" and (fails_to_link or not graph.links):
                    return None
                if made.kind == "rejected" and (format, made.key) in REFUSED:
                    continue
                return made
            if fails_to_link and graph.links:
                self.disputes += 1
                return None
            if fails_to_link:
                return Failure("accepted", format, "", fails_to_link, made.code)
            failure = self._compare(graph, trace, made, format, loose)
            if failure is not None:
                return failure
        return None

    def _is_timing(self, graph: Program, script: Script) -> bool:
        """Whether all that differs is how long ``import()`` takes."""
        found = judge_timing(graph, script, self._node)
        self.timed += found == "timed"
        self.told += found == "told"
        return bool(found)

    def _is_unreached(self, graph: Program, built: Built, script: Script, trace: Trace) -> bool:
        """Whether all that differs is that the static graph has failed, and of its modules that
        had not run by then ``import()`` natively evaluates what doesn't lead to the failed one,
        and the bundle nothing."""
        if not any(_is_end(event) for event in trace.events):
            return False
        modules = built.module_map.modules
        return any(
            judge_timing(limited, script, self._node) != ""
            for limited in without_reach(graph, modules, built.plan, url)
        )

    def depends_on_stack(self, graph: Graph) -> bool:
        """Whether the program, run natively, prints something else on a larger stack: it
        caught a recursion without end, and how deep that was is the engine's affair."""
        if not has_node():
            return False
        traces = []
        for stack in STACKS:
            with Evaluator("node", Limits(timeout=10.0, stack=stack)) as evaluator:
                traces.append(evaluator.evaluate(program(graph)))
        return compare(*traces).verdict != "same"

    def _compare(
        self, graph: Graph, native: Trace, built: Built, format: Format, loose: bool
    ) -> Failure | None:
        runs = (self._compare_run(graph, native, built, run, loose) for run in RUN_AS[format])
        failure = next((found for found in runs if found is not None), None)
        return None if failure is None else replace(failure, format=format)

    def _compare_run(
        self, graph: Graph, native: Trace, built: Built, format: ScriptFormat, loose: bool
    ) -> Failure | None:
        """Judge the bundle where it runs as ``format`` says."""
        self.evaluations += 1
        code = built.code
        name = GLOBAL_NAME if format == "iife" else None
        script = Script(code, format, global_name=name)
        trace = self._evaluator.evaluate(script)
        comparison = compare(native, trace)
        spying = program(graph)
        if comparison.verdict == "different":
            names = exported_names(built.module_map)
            spying, native = spied(spying, native, names, self._evaluator)
            comparison = compare(native, trace)
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
        if has_node() and loose and self._is_timing(spying, script):
            return None
        if has_node() and built.plan.tracked and self._is_unreached(spying, built, script, trace):
            self.unreached += 1
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


def has_node() -> bool:
    """Whether Node can run programs."""
    return "node" in available_backends()


def _is_end(event: Event) -> bool:
    """Whether an event is the failure of the static graph."""
    return isinstance(event, UncaughtError) and event.origin == "evaluation"


@dataclass(frozen=True, slots=True)
class Built:
    """A bundle, and what it was made from."""

    code: str
    module_map: ModuleMap
    plan: Plan


def bundled(
    entry: Path, options: Options, formats: Sequence[Format]
) -> Iterator[tuple[Format, Built | Failure]]:
    """The bundle of an entry in each format, or why there is none: ``rejected`` (the key is
    the diagnostic's code) or ``crash``. Phases that formats share run once; if these fail,
    that is all."""
    try:
        module_map, _ = construct([str(entry)], options)
        linkage = link(module_map)
        planned = plan(module_map, linkage, module_map.entries[0])
    except Exception as error:
        yield formats[0], _failure(error, formats[0])
        return
    for format in formats:
        name = GLOBAL_NAME if "iife" in RUN_AS[format] else None
        chosen = replace(
            options, format=format, global_name=name, async_exports=format in PROMISING
        )
        made: Built | Failure
        try:
            within_limits(module_map, linkage, planned, chosen)
            emitted = emit(module_map, linkage, planned, chosen)
            made = Built(emitted.code, module_map, planned)
        except Exception as error:
            made = _failure(error, format)
        yield format, made


def _failure(error: Exception, format: Format) -> Failure:
    if isinstance(error, BundleError):
        return Failure("rejected", format, error.diagnostics[0].code, str(error))
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} in {last.name}"
    return Failure("crash", format, place, traceback.format_exc())


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
