"""The benchmarks: ``python -m benchmarks [--quick] [--json] [--assert] [--only TEXT]``.

For each graph: the time and peak memory of the whole command ``pybundle ENTRY -o OUT``,
interpreter start included, beside those of ``esprima.parseModule(source, range=True)`` alone
over the same files, and beside the other bundlers that ``npm ci`` in this folder installs.
For the hot loops: the loop's time in the bundle beside that in the original modules, in Node.
All numbers are medians; the runs of one graph take turns.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.cases import (
    HERE,
    Case,
    generated_cases,
    hot_cases,
    package_cases,
    rival_commands,
)
from benchmarks.measure import Failed, Sample, interleaved, middle, run

MEGABYTE = 1024 * 1024
PARSE = HERE / "parse_alone.py"
NODE_FLAG = "--no-concurrent-osr"
"""Compile running loops on the main thread: else it matters whether another core is free."""


@dataclass(frozen=True, slots=True)
class Row:
    """One graph's medians: seconds, bytes, and how many modules of how many bytes it has.

    ``parse_seconds`` is what the parser alone takes; ``parse_memory`` the peak of the
    process that parses alone. ``rivals`` are the seconds of the other bundlers.
    """

    name: str
    modules: int
    size: int
    seconds: float
    memory: int
    parse_seconds: float
    parse_memory: int
    rivals: dict[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """The whole command's time over that of parsing alone."""
        return self.seconds / self.parse_seconds

    @property
    def memory_ratio(self) -> float:
        """The whole command's peak memory over that of parsing alone."""
        return self.memory / self.parse_memory


@dataclass(frozen=True, slots=True)
class HotRow:
    """One hot loop's medians in milliseconds: in the bundle and in the original."""

    name: str
    format: str
    bundle: float
    native: float

    @property
    def ratio(self) -> float:
        """The loop's time in the bundle over that in the original modules."""
        return self.bundle / self.native


@dataclass(frozen=True, slots=True)
class Bound:
    """One promise: ``value`` is to be at most ``limit``."""

    what: str
    value: float
    limit: float

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.value <= self.limit


def pybundle_command(entry: Path, output: Path, *words: str) -> list[str | Path]:
    """Return the command that bundles ``entry``, as a user would run it."""
    return [sys.executable, "-m", "pybundle", entry, "-o", output, "--no-check", *words]


def measure_case(case: Case, scratch: Path, repeats: int, *, rivals: bool = True) -> Row:
    """Measure one graph. Raises Failed if pybundle or the parser can't do it."""
    output = scratch / "out.js"
    top = case.entry.resolve().parent
    build = pybundle_command(case.entry.resolve(), output, "--format", "esm")
    report = json.loads(run([*build, "--json"], cwd=top).output)
    files = [top / module["name"] for module in report["outputs"][0]["modules"]]
    names = "\n".join(map(str, files))

    def parse() -> Sample:
        sample = run([sys.executable, PARSE], stdin=names)
        return Sample(sample.seconds, sample.memory, "", inner=float(sample.output))

    runs: dict[str, Callable[[], Sample]] = {
        "pybundle": lambda: run(build, cwd=top),
        "parse": parse,
    }
    others = rival_commands(case.entry, scratch / "other.js") if rivals and case.rivals else {}
    for name, words in others.items():
        runs[name] = partial(run, words, cwd=HERE)
    medians = {name: middle(samples) for name, samples in interleaved(runs, repeats).items()}
    parsed = medians["parse"]
    assert parsed.inner is not None
    return Row(
        case.name,
        len(files),
        sum(path.stat().st_size for path in files),
        medians["pybundle"].seconds,
        medians["pybundle"].memory,
        parsed.inner,
        parsed.memory,
        {name: medians[name].seconds for name in others},
    )


def measure_hot(case: Case, scratch: Path, repeats: int, form: str) -> HotRow:
    """Measure a hot loop in Node: in the bundle, and in the modules as they are."""
    node = shutil.which("node")
    if node is None:
        raise Failed("the hot loops are timed in Node, which is not on PATH")
    output = scratch / ("hot.mjs" if form == "esm" else "hot.cjs")
    words = ["--format", form]
    if form == "iife" and "export let" in case.entry.read_text(encoding="utf-8"):
        words += ["--global-name", "lib"]
    run(pybundle_command(case.entry, output, *words), cwd=case.entry.parent)

    def timed(script: Path) -> Sample:
        sample = run([node, NODE_FLAG, script])
        return Sample(sample.seconds, sample.memory, "", float(sample.output.split()[1]))

    runs = {"bundle": lambda: timed(output), "native": lambda: timed(case.entry)}
    medians = {name: middle(samples) for name, samples in interleaved(runs, repeats).items()}
    bundle, native = medians["bundle"].inner, medians["native"].inner
    assert bundle is not None and native is not None
    return HotRow(case.name, form, bundle, native)


def bounds(rows: Sequence[Row], hot: Sequence[HotRow]) -> list[Bound]:
    """Return the promises that the measured rows allow to judge."""
    by_name = {row.name: row for row in rows}
    found = []
    three, many, few = (by_name.get(n) for n in ("three.js", "5,000 modules", "1,000 modules"))
    if three:
        found.append(Bound("three.js: whole command / parsing alone", three.ratio, 1.5))
        found.append(Bound("three.js: memory / that of parsing alone", three.memory_ratio, 2.5))
    if many:
        found.append(Bound("5,000 modules: whole command / parsing alone", many.ratio, 3.5))
    if many and few:
        growth = many.seconds / few.seconds
        found.append(Bound("5,000 modules / 1,000 modules", growth, 5.5))
    found += [Bound(f"{row.name} ({row.format}): bundle / native", row.ratio, 1.3) for row in hot]
    return found


def table(rows: Sequence[Row], hot: Sequence[HotRow], promises: Sequence[Bound]) -> str:
    """Return the results as aligned text."""
    names = list(dict.fromkeys(name for row in rows for name in row.rivals))
    head = ["graph", "modules", "KB", "pybundle s", "parse s", "ratio", "MB", "parse MB", "ratio"]
    lines = [[*head, *(f"{name} s" for name in names)]]
    for row in rows:
        rivals = [f"{row.rivals[n]:.2f}" if n in row.rivals else "-" for n in names]
        numbers = [f"{row.seconds:.2f}", f"{row.parse_seconds:.2f}", f"{row.ratio:.2f}"]
        memory = [f"{row.memory / MEGABYTE:.0f}", f"{row.parse_memory / MEGABYTE:.0f}"]
        size = [f"{row.modules:,}", f"{row.size / 1000:,.0f}"]
        lines.append([row.name, *size, *numbers, *memory, f"{row.memory_ratio:.2f}", *rivals])
    text = _aligned(lines) if rows else ""
    if hot:
        lines = [["loop", "format", "bundle ms", "native ms", "ratio"]]
        for h in hot:
            lines.append([h.name, h.format, f"{h.bundle:.0f}", f"{h.native:.0f}", f"{h.ratio:.2f}"])
        text += "\n" + _aligned(lines)
    if promises:
        lines = [["promise", "measured", "at most", ""]]
        for p in promises:
            lines.append([p.what, f"{p.value:.2f}", f"{p.limit:g}", "kept" if p.kept else "MISSED"])
        text += "\n" + _aligned(lines)
    return text


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    text = ""
    for line in lines:
        first, *rest = (cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        text += "  ".join([first.strip().ljust(widths[0]), *rest]).rstrip() + "\n"
    return text


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit code: 1 if ``--assert`` finds a promise missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure pybundle.")
    parser.add_argument("--quick", action="store_true", help="one run of each, no other bundlers")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    parser.add_argument("--assert", action="store_true", dest="check", help="fail if one is missed")
    parser.add_argument("--only", metavar="TEXT", default="", help="graphs whose name has TEXT")
    chosen = parser.parse_args(arguments)
    repeats = 1 if chosen.quick else 5
    with tempfile.TemporaryDirectory() as directory:
        rows, hot = _measure_all(Path(directory), chosen.only, repeats, rivals=not chosen.quick)
    promises = bounds(rows, hot)
    if chosen.json:
        print(json.dumps(_data(rows, hot, promises), indent=2))
    else:
        print(table(rows, hot, promises), end="")
    return 1 if chosen.check and not all(promise.kept for promise in promises) else 0


def _measure_all(
    scratch: Path, only: str, repeats: int, *, rivals: bool
) -> tuple[list[Row], list[HotRow]]:
    packages = package_cases()
    if not packages:
        print("the packages are left out: run `npm ci` in benchmarks/", file=sys.stderr)
    rows = []
    for case in [*packages, *generated_cases(scratch)]:
        if only in case.name:
            print(f"{case.name} ...", file=sys.stderr)
            rows.append(measure_case(case, scratch, repeats, rivals=rivals))
    hot = []
    for case in hot_cases(scratch):
        if only in case.name and shutil.which("node"):
            print(f"{case.name} ...", file=sys.stderr)
            hot += [measure_hot(case, scratch, repeats, form) for form in ("iife", "esm")]
    return rows, hot


def _data(rows: Sequence[Row], hot: Sequence[HotRow], promises: Sequence[Bound]) -> object:
    return {
        "graphs": [{**asdict(r), "ratio": r.ratio, "memory_ratio": r.memory_ratio} for r in rows],
        "loops": [{**asdict(row), "ratio": row.ratio} for row in hot],
        "promises": [{**asdict(promise), "kept": promise.kept} for promise in promises],
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
