"""What ``pybundle build`` does once its words are understood: build, write, report.

The result goes to standard output, everything that is said to people to standard error.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from pybundle.checker import Checker, Mode, verdict_line
from pybundle.diagnostics import BundleError, Diagnostic, merged
from pybundle.option_check import CODE as INVALID_OPTION
from pybundle.options import Options
from pybundle.output import check_directory, check_target, write_files

if TYPE_CHECKING:
    from pybundle.build import Bundle

BUILT: Final = 0
FAILED: Final = 1
MISUSED: Final = 2
INTERRUPTED: Final = 130

STDIN: Final = "-"
STDOUT: Final = "-"


@dataclass(frozen=True, slots=True)
class Job:
    """One call of ``pybundle build``. ``output`` is a path or ``-``; ``outdir``, where
    it is given, takes its place. ``check`` says whether bundles are compared with their
    originals before anything is written."""

    entries: tuple[str, ...]
    options: Options
    output: str
    outdir: str | None
    as_json: bool
    timing: bool
    no_color: bool
    check: Mode = "off"


def run(job: Job) -> int:
    """Do ``job`` and return the exit code."""
    start = perf_counter()
    try:
        paths = targets(job)
        with Checker(job.check) as checker:
            bundles = _build(job)
            built = perf_counter()
            checks = checker.check(bundles, job.options)
            checked = perf_counter() - built
            if errors := checker.errors(checks):
                raise BundleError([*_warnings(bundles), *errors])
        wrote = perf_counter()
        write(bundles, paths)
    except BundleError as error:
        show(error.diagnostics, as_json=job.as_json, no_color=job.no_color)
        misused = all(diagnostic.code == INVALID_OPTION for diagnostic in error.diagnostics)
        return MISUSED if misused else FAILED
    from pybundle.build import total_timings

    stages = total_timings(bundles)
    if checks:
        stages["check"] = checked
    stages["write"] = perf_counter() - wrote
    warnings = _warnings(bundles)
    if job.as_json:
        outputs = [described(*pair) for pair in zip(bundles, paths, strict=True)]
        for output, check in zip(outputs, checks, strict=False):
            output["check"] = check.to_json()
        print_json(outputs, warnings, stages)
    else:
        show(warnings, no_color=job.no_color)
        summarize(bundles, paths, perf_counter() - start)
        if checks:
            sys.stderr.write(f"{verdict_line(checks)}\n")
        print_code(bundles, paths)
    if job.timing:
        sys.stderr.write(timing_table(stages))
    return BUILT


def targets(job: Job) -> list[str | None]:
    """Return the output path of each entry, None for standard output.

    Raises BundleError where it is plain before the build that a path can't be written.
    """
    if job.outdir is None:
        if job.output == STDOUT:
            return [None]
        check_target(job.output)
        return [job.output]
    check_directory(job.outdir)
    paths: dict[str, str] = {}
    for entry in job.entries:
        path = os.path.join(job.outdir, output_name(entry))
        if path in paths:
            text = f"{paths[path]} and {entry} would both be written to {path}"
            hint = "build them in two calls, or rename one"
            raise BundleError([Diagnostic("output-clash", "error", text, hint=hint)])
        paths[path] = entry
        check_target(path)
    return list(paths)


def output_name(entry: str) -> str:
    """Return the name of an entry's file in ``--outdir``: its own, ending in ``.js``."""
    if entry == STDIN:
        return "stdin.js"
    name = os.path.basename(entry.partition("?")[0].partition("#")[0].rstrip("/\\"))
    return f"{os.path.splitext(name)[0]}.js"


def _warnings(bundles: Sequence[Bundle]) -> tuple[Diagnostic, ...]:
    return merged(w for bundle in bundles for w in bundle.warnings)


def _build(job: Job) -> tuple[Bundle, ...]:
    from pybundle.build import build  # not before it is needed: it loads the parser

    stdin = read_stdin() if STDIN in job.entries else None
    return build(job.entries, job.options, stdin=stdin)


def read_stdin() -> str:
    """Return standard input as text. Raises BundleError if it is not UTF-8."""
    from pybundle.construct.loader import decoded
    from pybundle.construct.problem import Problem

    try:
        return decoded(sys.stdin.buffer.read(), "<stdin>")
    except Problem as problem:
        raise BundleError([problem.diagnostic(None)]) from None


def write(bundles: Sequence[Bundle], paths: Sequence[str | None]) -> None:
    """Write the bundles that go to files, none before all are known to be writable."""
    from pybundle.build import output_files

    write_files(output_files(bundles, paths))


def print_code(bundles: Sequence[Bundle], paths: Sequence[str | None]) -> None:
    """Print the bundle that goes to standard output, if one does."""
    from pybundle.build import encoded

    for bundle, path in zip(bundles, paths, strict=True):
        if path is None:
            sys.stdout.buffer.write(encoded(bundle.code))
            sys.stdout.buffer.flush()


def described(bundle: Bundle, path: str | None) -> dict[str, Any]:
    """Return one output as JSON data; ``code`` is there only if no file has it."""
    from pybundle.build import encoded

    output: dict[str, Any] = {
        "entry": bundle.module_map.modules[bundle.entry].name,
        "file": path,
        "size": len(encoded(bundle.code)),
        "modules": [module.to_json() for module in bundle.modules],
        "assets": [{"name": asset.name, "source": asset.source} for asset in bundle.assets],
    }
    return output if path is not None else {**output, "code": bundle.code}


def print_json(
    outputs: Sequence[Mapping[str, Any]],
    diagnostics: Sequence[Diagnostic],
    timings: Mapping[str, float] | None = None,
) -> None:
    """Print the machine-readable result (README, *JSON*) on standard output."""
    result = {
        "ok": all(diagnostic.severity != "error" for diagnostic in diagnostics),
        "outputs": list(outputs),
        "diagnostics": [diagnostic.to_json() for diagnostic in diagnostics],
        "timings": dict(timings or {}),
    }
    sys.stdout.write(json.dumps(result, indent=2) + "\n")
    sys.stdout.flush()


def show(
    diagnostics: Sequence[Diagnostic], *, as_json: bool = False, no_color: bool = False
) -> None:
    """Say ``diagnostics`` to a machine on standard output, or to people on standard error."""
    if as_json:
        print_json([], diagnostics)
        return
    if not diagnostics:
        return
    from pybundle.report import show as show_report

    terminal = sys.stderr.isatty()
    plain = no_color or not terminal or os.environ.get("NO_COLOR") or _is_dumb()
    width = shutil.get_terminal_size().columns if terminal else 100
    show_report(diagnostics, sys.stderr, color=not plain, width=width)


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"


def summarize(bundles: Sequence[Bundle], paths: Sequence[str | None], seconds: float) -> None:
    """Print one line for each file that was written: path, size, modules, time of it all."""
    for bundle, path in zip(bundles, paths, strict=True):
        if path is None:
            continue
        plan = bundle.plan
        number = len({*plan.order, *plan.lazy, *plan.factories})
        modules = "1 module" if number == 1 else f"{number} modules"
        size = readable_size(os.path.getsize(path))
        sys.stderr.write(f"{path}  {size}  {modules}  {seconds * 1000:.0f} ms\n")


def readable_size(size: int) -> str:
    """Return bytes as people read them: ``512 B``, ``12.3 kB``, ``1.2 MB``."""
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def timing_table(stages: Mapping[str, float]) -> str:
    """Return a line for each stage: name, milliseconds, share of the total."""
    total = sum(stages.values())
    rows = [*stages.items(), ("total", total)]
    width = max(len(name) for name, _ in rows)
    return "".join(
        f"{name:<{width}} {seconds * 1000:9.1f} ms {seconds / (total or 1):6.1%}\n"
        for name, seconds in rows
    )


def internal_error(error: Exception) -> Diagnostic:
    """Return what to say about an exception that is a bug of pybundle's own."""
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Diagnostic(
        "internal-error",
        "error",
        f"pybundle failed on this input, which is a bug in pybundle: {text}",
        hint="run the command again with PYBUNDLE_DEBUG=1 in the environment, and report "
        "the traceback that it prints, with the input, to the project's issue tracker",
    )
