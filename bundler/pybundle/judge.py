"""What ``pybundle check`` and ``pybundle run`` do once their words are understood."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from pybundle import command
from pybundle.checker import Mode, error_of, verdict_line
from pybundle.command import BUILT, FAILED, MISUSED, STDIN
from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.option_check import CODE as INVALID_OPTION
from pybundle.options import Format, Options

if TYPE_CHECKING:
    from pybundle.check import Check
    from pybundle.construct.module_map import ModuleMap
    from pybundle.instrument import Text
    from pybundle_runtime import Evaluator, Graph, Trace

AUTO: Final = "auto"
ERRORS: Final = frozenset(("error", "warn", "trace", "assert"))
"""Console methods that write to standard error."""
UNPRINTED: Final = frozenset(("groupEnd", "clear", "profile", "profileEnd", "timeStamp"))


@dataclass(frozen=True, slots=True)
class Task:
    """One call of ``check`` or ``run``. ``format`` is a ``Format`` or ``auto``; ``timeout``
    is in seconds."""

    entry: str
    format: str
    options: Options
    timeout: float
    as_json: bool
    no_color: bool


def check_files(task: Task, path: str, mode: Mode) -> int:
    """Compare the graph of an entry with the bundle in the file ``path``; return the exit
    code."""
    try:
        script, options = _script(task, path)
        module_map = _graph(task)
        with _evaluator(task) as evaluator:
            check = _check(module_map, script, options, evaluator)
    except BundleError as error:
        return _failed(error.diagnostics, task)
    found = error_of(check, mode)
    if task.as_json:
        diagnostics = [found.to_json()] if found else []
        _print_json({"ok": found is None, **check.to_json(), "diagnostics": diagnostics})
        return FAILED if found else BUILT
    if found:
        command.show([found], no_color=task.no_color)
        return FAILED
    sys.stdout.write(f"{verdict_line([check])}\n")
    return BUILT


def run_graph(task: Task) -> int:
    """Run the graph of an entry and print what it prints; return the exit code."""
    from pybundle.check import unknown_module
    from pybundle.instrument import original
    from pybundle.option_check import checked

    try:
        module_map = _graph(task)
        unknown = unknown_module(module_map)
        if unknown:
            raise BundleError([Diagnostic("not-checked", "error", f"can't run: {unknown}")])
        graph, texts = original(module_map, module_map.entries[0], checked(task.options))
        with _evaluator(task) as evaluator:
            trace = _run(graph, evaluator)
    except BundleError as error:
        return _failed(error.diagnostics, task)
    if task.as_json:
        _print_json({"ok": _ended_well(trace), **trace.to_json()})
    else:
        for text, is_error in _lines(trace):
            (sys.stderr if is_error else sys.stdout).write(f"{text}\n")
        sys.stdout.flush()
        problems = tuple(_problems(trace, texts))
        command.show(problems, no_color=task.no_color)
    return BUILT if _ended_well(trace) else FAILED


def _run(graph: Graph, evaluator: Evaluator) -> Trace:
    from pybundle.check import has_second, needs_node
    from pybundle_runtime import Evaluator

    trace = evaluator.evaluate(graph)
    if has_second(evaluator) and needs_node(trace):
        with Evaluator("node", evaluator.limits) as second:
            return second.evaluate(graph)
    return trace


def _check(module_map: ModuleMap, script: Text, options: Options, evaluator: Evaluator) -> Check:
    from pybundle.check import check_any

    return check_any(module_map, module_map.entries[0], script, options, evaluator)


def _graph(task: Task) -> ModuleMap:
    from pybundle.construct.construct import construct
    from pybundle.option_check import checked

    stdin = command.read_stdin() if task.entry == STDIN else None
    options = checked(task.options)
    return construct([task.entry], options, stdin=stdin, follow_dynamic=True)[0]


def _evaluator(task: Task) -> Evaluator:
    from pybundle_runtime import Evaluator, Limits, NoEngine

    try:
        return Evaluator(limits=Limits(timeout=task.timeout, string=1 << 28))
    except NoEngine as error:
        raise BundleError([Diagnostic("no-engine", "error", str(error))]) from None


def _script(task: Task, path: str) -> tuple[Text, Options]:
    """Return the bundle's text, and the options with its format."""
    from pybundle.construct.loader import decoded
    from pybundle.construct.problem import Problem
    from pybundle.instrument import Text

    try:
        with open(path, "rb") as file:
            code = decoded(file.read(), path)
    except OSError as error:
        text = f"can't read {path}: {error.strerror or error}"
        raise BundleError([Diagnostic("unreadable-file", "error", text)]) from None
    except Problem as problem:
        raise BundleError([problem.diagnostic(None)]) from None
    wanted = task.format if task.format != AUTO else format_of(path, code)
    options = replace(task.options, format=cast(Format, wanted))
    return Text(path, code, ()), options


def format_of(path: str, code: str) -> Format:
    """Return how a bundle is meant to be run: as its extension says; else as a module if it
    has syntax that only modules have, as CommonJS if it uses a free ``module``, ``exports``
    or ``require``, as AMD if it uses a free ``define``, and as a script otherwise."""
    if path.endswith((".mjs", ".cjs")):
        return "esm" if path.endswith(".mjs") else "cjs"
    from pybundle.construct.record import ModuleKind
    from pybundle.construct.scan.scanner import ScanError, scan

    try:
        record = scan(code, ModuleKind.ESM)
    except ScanError:
        return "iife"
    static = any(request.kind == "import" for request in record.requests)
    if static or record.local_exports or record.awaits or record.import_metas:
        return "esm"
    free = {name.name for name in record.globals}
    if free & {"module", "exports", "require"}:
        return "cjs"
    return "amd" if "define" in free else "iife"


def _lines(trace: Trace) -> Iterator[tuple[str, bool]]:
    """Yield what the console shows, one text for each call, and whether it is an error."""
    depth = 0
    for event in trace.console():
        if event.method == "groupEnd":
            depth = max(0, depth - 1)
        if event.method not in UNPRINTED:
            text = " ".join(map(_shown, event.arguments))
            indent = "  " * depth
            yield indent + text.replace("\n", f"\n{indent}"), event.method in ERRORS
        if event.method in ("group", "groupCollapsed"):
            depth += 1


def _shown(argument: str) -> str:
    if not argument.startswith('"') or not argument.endswith('"'):
        return argument
    text: str = json.loads(argument)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _problems(trace: Trace, texts: dict[str, Text]) -> Iterator[Diagnostic]:
    """Yield what nobody caught, and why the run was stopped."""
    from pybundle.instrument import place_of_position
    from pybundle_runtime import UncaughtError, UnhandledRejection

    for event in trace.events:
        if isinstance(event, UncaughtError | UnhandledRejection):
            what = "uncaught" if isinstance(event, UncaughtError) else "unhandled rejection"
            text = f"{event.name}: {event.message}" if event.name else event.value
            place = place_of_position(event.position, texts)
            yield Diagnostic("uncaught-error", "error", f"{what}: {text}", place)
    if trace.outcome not in ("completed", "threw"):
        text = f"the run did not end: {trace.outcome} {trace.detail}".rstrip()
        yield Diagnostic("not-ended", "error", text)


def _ended_well(trace: Trace) -> bool:
    from pybundle_runtime import ConsoleCall, ModuleStarted

    quiet = all(isinstance(event, ConsoleCall | ModuleStarted) for event in trace.events)
    return trace.outcome == "completed" and quiet


def _failed(diagnostics: tuple[Diagnostic, ...], task: Task) -> int:
    command.show(diagnostics, as_json=task.as_json, no_color=task.no_color)
    misused = all(diagnostic.code == INVALID_OPTION for diagnostic in diagnostics)
    return MISUSED if misused else FAILED


def _print_json(data: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(data, indent=2) + "\n")
    sys.stdout.flush()
