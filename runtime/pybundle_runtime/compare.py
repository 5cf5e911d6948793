"""Compares the trace of the original with that of the bundle."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from pybundle_runtime.normalise import EARLY, normalise
from pybundle_runtime.trace import (
    ConsoleCall,
    Event,
    ModuleStarted,
    Trace,
    UncaughtError,
    UnhandledRejection,
)

Verdict = Literal["same", "different", "inconclusive"]

STOPPED = ("timeout", "out-of-memory", "output-limit", "crashed", "unsupported", "task-limit")
WHY_STOPPED = {
    "timeout": "it took longer than the time limit",
    "out-of-memory": "it took more memory than the limit",
    "output-limit": "it printed more than the limit",
    "task-limit": "its timers would go on for ever",
}
AS_GLOBAL = " as a global"
"""What errors say of a global that was spied on, after ``x is not defined``."""
HOST_NAMES = frozenset(
    """alert Buffer caches cancelAnimationFrame clients customElements CustomEvent document
    Element frames getComputedStyle global history HTMLElement Image importScripts indexedDB
    IntersectionObserver localStorage location matchMedia MutationObserver navigator Node
    Notification parent process requestAnimationFrame requestIdleCallback require
    ResizeObserver screen self sessionStorage SVGElement top WebSocket window Worker
    XMLHttpRequest XMLSerializer DOMParser Bun Deno __dirname __filename exports module""".split()
)
"""Globals that hosts have and the evaluator has not."""


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first difference of two traces.

    ``subject`` says what differs (``event 3``, ``slot count of a.js``, ``export x``,
    ``global y``, ``outcome``); ``original`` and ``bundle`` what each side has, as one line of
    text; the positions are ``URL:line:column`` or "". ``slot`` is the module and the name
    where a slot differs.
    """

    subject: str
    original: str
    bundle: str
    original_position: str = ""
    bundle_position: str = ""
    slot: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two traces. ``divergence`` is there if it is ``different``, ``reason``
    if it is ``inconclusive``."""

    verdict: Verdict
    divergence: Divergence | None = None
    reason: str = ""


def compare(original: Trace, bundle: Trace) -> Comparison:
    """Compare the trace of ``original`` with that of ``bundle``.

    *same*: every event, the outcome, and at the end all slots, exports and global additions
    that both know are equal up to ``normalise``. *inconclusive*: all that was seen is equal,
    but the runs were stopped, or ended for lack of something that the evaluator hasn't.

    Where V8 reads the property of a namespace object whose slot is in the TDZ to describe it,
    rather than for its value, it says ``x is not defined``, as of a global. If the original was
    run with ``x`` among ``Graph.spied``, the two are known apart.
    """
    divergence = _first_divergence(original, bundle)
    if divergence is None:
        return _agreement(original, bundle)
    if _overflowed(original):
        reason = "the original ran out of stack, and where that happens is the engine's affair"
        return Comparison("inconclusive", reason=reason)
    reason = _lacking(original, bundle) or _missing_module(original, original.missing)
    reason = reason or _missing_module(bundle, original.missing) or _stale(original)
    if reason:
        return Comparison("inconclusive", reason=reason)
    return Comparison("different", divergence)


def _agreement(original: Trace, bundle: Trace) -> Comparison:
    if original.outcome in STOPPED:
        why = WHY_STOPPED.get(original.outcome, _outcome(original))
        return Comparison("inconclusive", reason=f"the original was stopped: {why}")
    for event in original.events:
        name = _undefined_name(event)
        if name in HOST_NAMES:
            return Comparison("inconclusive", reason=f"both ended where `{name}` is missing")
    reason = _lacking(original, bundle) or _missing_module(original, original.missing)
    if reason:
        return Comparison("inconclusive", reason=reason)
    return Comparison("same")


def _first_divergence(original: Trace, bundle: Trace) -> Divergence | None:
    """Return the first difference. Of a run that was stopped only what it did is known: one
    that goes on longer, or was stopped elsewhere, need not differ from it."""
    for i, (left, right) in enumerate(zip(original.events, bundle.events, strict=False)):
        if _key(left) != _key(right) and _early(left, original.spied) != _key(right):
            return _events_differ(i, left, right)
    missing = len(original.events) - len(bundle.events)
    if missing > 0 and bundle.outcome not in STOPPED:
        return _events_differ(len(bundle.events), original.events[len(bundle.events)], None, bundle)
    if original.outcome in STOPPED:
        return None
    if missing < 0:
        extra = bundle.events[len(original.events)]
        return _events_differ(len(original.events), None, extra, original)
    if missing > 0 or original.outcome != bundle.outcome:
        return Divergence("outcome", _outcome(original), _outcome(bundle))
    return _ends_differ(original, bundle)


def _ends_differ(original: Trace, bundle: Trace) -> Divergence | None:
    if original.slots is not None and bundle.slots is not None:
        others = dict(bundle.slots)
        for module, slots in original.slots:
            if module in others:
                found = _pairs_differ(slots, others[module], original.spied, common=True)
                if found:
                    subject = f"slot {found[0]} of {module}"
                    return Divergence(subject, found[1], found[2], slot=(module, found[0]))
    if original.namespace is not None and bundle.namespace is not None:
        found = _pairs_differ(original.namespace, bundle.namespace, original.spied)
        if found:
            return Divergence(f"export {found[0]}", found[1], found[2])
    if original.global_additions is not None and bundle.global_additions is not None:
        found = _pairs_differ(original.global_additions, bundle.global_additions, original.spied)
        if found:
            return Divergence(f"global {found[0]}", found[1], found[2])
    return None


def _pairs_differ(
    left: tuple[tuple[str, str], ...],
    right: tuple[tuple[str, str], ...],
    spied: tuple[str, ...],
    common: bool = False,
) -> tuple[str, str, str] | None:
    lefts, rights = dict(left), dict(right)
    for name in sorted(lefts.keys() | rights.keys()):
        if common and (name not in lefts or name not in rights):
            continue
        a, b = lefts.get(name, "<absent>"), rights.get(name, "<absent>")
        if normalise(b) not in (normalise(a), _told_apart(normalise(a), spied)):
            return name, a, b
    return None


def _events_differ(
    index: int, left: Event | None, right: Event | None, ended: Trace | None = None
) -> Divergence:
    """Return the divergence at an event; ``ended`` is the run that has it no more."""
    nothing = f"nothing more ({_outcome(ended)})" if ended else ""
    return Divergence(
        f"event {index + 1}",
        describe(left) if left else nothing,
        describe(right) if right else nothing,
        left.position if left else "",
        right.position if right else "",
    )


def describe(event: Event) -> str:
    """Return one line of text for an event."""
    match event:
        case ModuleStarted(module=module):
            return f"the body of {module} starts"
        case ConsoleCall(method=method, arguments=arguments):
            return f"console.{method}({', '.join(arguments)})"
        case UncaughtError():
            where = "" if event.origin == "evaluation" else f" in a {event.origin}"
            return f"uncaught{where}: {event.value}"
        case UnhandledRejection():
            return f"unhandled rejection: {event.value}"


def _key(event: Event) -> tuple[str, ...]:
    match event:
        case ModuleStarted(module=module):
            return ("module", module)
        case ConsoleCall(method=method, arguments=arguments):
            return ("console", method, *map(normalise, arguments))
        case UncaughtError():
            return (
                "error",
                event.origin,
                event.name,
                normalise(event.message),
                normalise(event.value),
            )
        case UnhandledRejection():
            return ("rejection", event.name, normalise(event.message), normalise(event.value))


def _early(event: Event, spied: tuple[str, ...]) -> tuple[str, ...]:
    """Return the key of an event of the original, with the words for a slot in the TDZ where
    V8 uses those for a global, and those for a global where it was one."""
    return tuple(_told_apart(text, spied) for text in _key(event)) if spied else _key(event)


def _told_apart(text: str, spied: tuple[str, ...]) -> str:
    for name in spied:
        words = re.compile(rf"(?<![\w$]){re.escape(name)} is not defined({AS_GLOBAL})?")
        text = words.sub(_usual, text)
    return text


def _usual(words: re.Match[str]) -> str:
    return words[0].removesuffix(AS_GLOBAL) if words[1] else EARLY


def _outcome(trace: Trace) -> str:
    return f"{trace.outcome}: {trace.detail}" if trace.detail else trace.outcome


def _overflowed(trace: Trace) -> bool:
    return any(
        "Maximum call stack size exceeded" in text
        for event in trace.events
        for text in (_key(event))
    )


def _undefined_name(event: Event) -> str:
    if isinstance(event, UncaughtError | UnhandledRejection) and event.name == "ReferenceError":
        found = re.fullmatch(r"(.+) is not defined", event.message, re.DOTALL)
        return found[1] if found else ""
    return ""


def _lacking(original: Trace, bundle: Trace) -> str:
    """Return that the original asked for a module that the evaluator has not, if the bundle did
    the same until then."""
    if not original.lacks:
        return ""
    name, count = original.lacks[0]
    before = [_key(event) for event in original.events[:count]]
    if [_key(event) for event in bundle.events[:count]] != before:
        return ""
    return f"the original asks for `{name}`, which the evaluator has not"


def _stale(original: Trace) -> str:
    """Return that an export of a CommonJS module is not what it was when ES modules imported
    it, if so: in Node they keep what they got, or can't import it, in bundles they see what it
    is."""
    if not original.stale:
        return ""
    url, name = original.stale[0]
    file = url.rpartition("/")[2]
    return f"`{name}` of {file} is not what it was when it was imported, which bundles see"


def _missing_module(trace: Trace, missing: Collection[str]) -> str:
    """Return which module the evaluator has not, if the run ended for want of it; of what is
    ``missing`` (messages) natively, too, that is the right end."""
    for event in trace.events:
        if isinstance(event, UncaughtError) and event.origin == "evaluation":
            found = re.search(r"Cannot find module '([^']*)'", event.message)
            if found and normalise(event.message) not in missing:
                return f"the evaluator has no module `{found[1]}`"
    return ""
