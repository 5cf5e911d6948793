"""The trace: what an observer of one run sees, in order. Plain data.

Values are printed structurally by ``js/printer.js``; equal texts mean values that look
alike in every respect that the printer shows (docs/evaluator.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Outcome = Literal[
    "completed",
    "threw",
    "never-settled",
    "task-limit",
    "timeout",
    "out-of-memory",
    "output-limit",
    "crashed",
    "unsupported",
]
"""How a run ended.

``completed``: the main evaluation ended normally (unhandled rejections and errors in timers
are events, not outcomes). ``threw``: the main evaluation failed, at link time or later.
``never-settled``: it waits for something that will never come. ``task-limit``: timers would
have gone on for ever. The last five: the run was stopped from outside (``unsupported``: the
program needs what this engine's embedding can't do); ``slots``, ``namespace`` and
``global_additions`` are then unknown (None).
"""


@dataclass(frozen=True, slots=True)
class ModuleStarted:
    """The body of a module began (a call of ``__pybundle_mark__``, at ``position``, which is
    no part of an event's equality)."""

    module: str
    position: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ConsoleCall:
    """A call of a console method, with its arguments as printed. ``position`` is where the
    call stands, ``URL:line:column`` (or "")."""

    method: str
    arguments: tuple[str, ...]
    position: str = ""


@dataclass(frozen=True, slots=True)
class UncaughtError:
    """An error that nobody caught.

    ``origin``: ``evaluation`` (of the program's main body, link errors included),
    ``task`` (a timer's callback) or ``microtask``. ``name`` and ``message`` are "" where
    what was thrown is no Error; ``value`` is it, printed. ``position`` is
    ``URL:line:column`` (or "").
    """

    origin: str
    name: str
    message: str
    position: str
    value: str


@dataclass(frozen=True, slots=True)
class UnhandledRejection:
    """A promise was rejected and nobody took notice while its microtasks ran."""

    name: str
    message: str
    position: str
    value: str


Event = ModuleStarted | ConsoleCall | UncaughtError | UnhandledRejection


@dataclass(frozen=True, slots=True)
class Trace:
    """One run.

    ``slots``: for each module whose body started, in that order, its name and the values
    of its slots at the end (``<TDZ>`` for one without value). ``namespace``: the entry's
    exports, sorted by name; None where there are none to see. ``global_additions``: names
    that the run added to, replaced in or deleted from the global object, with their values.
    ``detail``: what is known of a run that was stopped.

    ``lacks``: the modules that were asked for and that the evaluator has not, each with the
    number of events before; ``packages``: the packages that ``import`` asked for, by any path
    into them, and that it has not. ``exports``: for each CommonJS module (by URL) that ES modules
    imported, the names of its exports at the end; ``stale``: which of those that they
    imported by name, if any, are something else by then (module, name). ``spied`` as in ``Graph``,
    ``missing`` the messages that it has for what isn't there. ``lost``: the paths that were asked
    for and that the evaluator knows nothing of, each with the number of events before.
    """

    backend: str
    outcome: Outcome
    events: tuple[Event, ...]
    slots: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] | None = None
    namespace: tuple[tuple[str, str], ...] | None = None
    global_additions: tuple[tuple[str, str], ...] | None = None
    detail: str = ""
    lacks: tuple[tuple[str, int], ...] = ()
    packages: tuple[str, ...] = ()
    exports: tuple[tuple[str, tuple[str, ...]], ...] = ()
    stale: tuple[tuple[str, str], ...] = ()
    spied: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    lost: tuple[tuple[str, int], ...] = ()

    def console(self) -> tuple[ConsoleCall, ...]:
        """Return the console calls alone, in order."""
        return tuple(event for event in self.events if isinstance(event, ConsoleCall))

    def modules(self) -> tuple[str, ...]:
        """Return the names of the modules whose bodies started, in order."""
        return tuple(event.module for event in self.events if isinstance(event, ModuleStarted))

    def to_json(self) -> dict[str, Any]:
        """Return the trace as JSON-serialisable data."""
        return {
            "backend": self.backend,
            "outcome": self.outcome,
            "events": [_event_json(event) for event in self.events],
            "slots": None if self.slots is None else {m: dict(s) for m, s in self.slots},
            "namespace": None if self.namespace is None else dict(self.namespace),
            "globalAdditions": (
                None if self.global_additions is None else dict(self.global_additions)
            ),
            "detail": self.detail,
            "lacks": [module for module, _ in self.lacks],
        }


def event_of(data: list[Any]) -> Event:
    """Return the event that a worker's line stands for (``js/events.js``)."""
    match data:
        case ["module", name, position]:
            return ModuleStarted(name, position)
        case ["console", method, arguments, position]:
            return ConsoleCall(method, tuple(arguments), position)
        case ["error", origin, name, message, position, value]:
            return UncaughtError(origin, name, message, position, value)
        case ["rejection", _, name, message, position, value]:
            return UnhandledRejection(name, message, position, value)
    raise ValueError(f"unknown event: {data!r}")


def trace_of(
    backend: str,
    events: list[Event],
    end: dict[str, Any],
    lacks: tuple[tuple[str, int], ...],
    packages: tuple[str, ...],
) -> Trace:
    """Return the trace of a run that the worker saw to its end."""
    namespace = end["namespace"]
    return Trace(
        backend=backend,
        outcome=end["outcome"],
        events=tuple(events),
        slots=tuple((name, _pairs(slots)) for name, slots in end["slots"]),
        namespace=None if namespace is None else _pairs(namespace),
        global_additions=_pairs(end["globals"]),
        lacks=lacks,
        packages=packages,
        exports=tuple((url, tuple(names)) for url, names in end["exports"]),
        stale=_pairs(end["stale"]),
    )


def _pairs(data: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in data)


def _event_json(event: Event) -> dict[str, Any]:
    match event:
        case ModuleStarted(module, position):
            return {"event": "module", "module": module, "position": position}
        case ConsoleCall(method, arguments, position):
            return {
                "event": "console",
                "method": method,
                "arguments": list(arguments),
                "position": position,
            }
    kind = "error" if isinstance(event, UncaughtError) else "rejection"
    return {
        "event": kind,
        **({"origin": event.origin} if isinstance(event, UncaughtError) else {}),
        "name": event.name,
        "message": event.message,
        "position": event.position,
        "value": event.value,
    }
