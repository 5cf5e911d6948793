"""The evaluator: runs a program in a real engine and gives its trace."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Self, cast

from pybundle_runtime.engines import (
    Backend,
    NoEngine,
    available_backends,
    choose_backend,
    worker_command,
)
from pybundle_runtime.program import Graph, Program, request_of, with_names
from pybundle_runtime.trace import Event, Outcome, Trace, event_of, trace_of
from pybundle_runtime.worker import Limits, Worker, WorkerDied

RECYCLE = {"v8": 500, "node": 200}
"""Evaluations after which a worker is replaced."""
PASSES = 4
"""How often a graph is run at most to find the names of what CommonJS modules export: what it
does may depend on them."""


class Evaluator:
    """A warm engine for many evaluations, each in a fresh realm that shares nothing with the
    others. Use it as a context manager, or call ``close``."""

    def __init__(self, backend: Backend | None = None, limits: Limits | None = None) -> None:
        self.backend = choose_backend(backend)
        self._may_change = backend is None
        self.limits = limits or Limits()
        self._worker: Worker | None = None

    def start(self) -> None:
        """Start the engine's process without waiting for it, so that it gets ready while the
        caller does something else."""
        if self._worker is None:
            limits = self.limits
            self._worker = Worker(worker_command(self.backend, limits.heap, limits.stack))

    def evaluate(self, program: Program, *, timeout: float | None = None) -> Trace:
        """Evaluate ``program`` and return its trace. ``timeout`` (seconds) overrides the
        limit for this evaluation. Whatever the program does, this returns a trace.

        Raises ``ValueError`` for a program that can't be loaded (``program.request_of``; in
        embedded V8 also one with ``load_ticks``), and
        ``NoEngine`` if the engine doesn't start and there is no other.
        """
        if self.backend == "v8" and program.load_ticks is not None:
            raise ValueError("how long import() takes can be chosen in Node alone")
        trace = self._evaluate(program, timeout)
        for _ in range(PASSES - 1):
            known = program
            if isinstance(program, Graph):
                program = with_names(program, dict(trace.exports))
            if program is known:
                break
            trace = self._evaluate(program, timeout)
        return trace

    def _evaluate(self, program: Program, timeout: float | None) -> Trace:
        limits = self.limits
        if timeout is not None:
            limits = replace(limits, timeout=timeout)
        self.start()
        worker = self._worker
        assert worker is not None
        request = request_of(program)
        request |= {"heap": limits.heap, "tasks": limits.tasks, "string": limits.string}
        lines: list[Any] = []
        try:
            worker.ask(request, limits, lines)
        except WorkerDied as death:
            self._worker = None
            if not worker.ready:
                self._give_up(death)
                return self._evaluate(program, timeout)
            lines.append(["stopped", death.reason, death.detail])
        if worker.evaluations >= RECYCLE[self.backend] or ["natives"] in lines:
            self.close()
        trace = _trace(self.backend, lines)
        if isinstance(program, Graph):
            missing = tuple(program.missing.values())
            trace = replace(trace, spied=program.spied, missing=missing)
        return trace

    def _give_up(self, death: WorkerDied) -> None:
        """Change to the other engine, where this one is installed but doesn't start (a wheel
        for another C library)."""
        if not (self._may_change and self.backend == "v8" and "node" in available_backends()):
            raise NoEngine(f"the {self.backend} engine doesn't start: {death.detail}") from death
        self.backend = "node"

    def close(self) -> None:
        """End the engine's process. The next evaluation starts another."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def evaluate(
    program: Program,
    *,
    backend: Backend | None = None,
    timeout: float | None = None,
    limits: Limits | None = None,
) -> Trace:
    """Evaluate one program in a process of its own and return its trace.

    Raises ``NoEngine`` if ``backend`` (None: any) isn't available.
    """
    with Evaluator(backend, limits) as evaluator:
        return evaluator.evaluate(program, timeout=timeout)


def _trace(backend: str, lines: list[Any]) -> Trace:
    events: list[Event] = []
    asked: dict[str, list[tuple[str, int]]] = {"lacks": [], "lost": []}
    packages: dict[str, None] = {}
    stopped: list[str] | None = None
    end: dict[str, Any] | None = None
    for line in lines:
        if line[0] == "end":
            end = line[1]
        elif line[0] == "stopped":
            stopped = line
        elif line[0] in asked:
            asked[line[0]].append((line[1], len(events)))
        elif line[0] == "package":
            packages[line[1]] = None
        elif line[0] != "natives":
            events.append(event_of(line))
    lacks, lost = map(tuple, asked.values())
    if stopped is not None:
        outcome = cast(Outcome, stopped[1])
        detail = stopped[2]
        return Trace(backend, outcome, tuple(events), detail=detail, lacks=lacks, lost=lost)
    if end is None:
        return Trace(backend, "crashed", tuple(events), detail="no end")
    return replace(trace_of(backend, events, end, lacks, tuple(packages)), lost=lost)
