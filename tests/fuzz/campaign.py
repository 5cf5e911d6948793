"""Many graphs, on several processes; failures are shrunk and kept as folders."""

from __future__ import annotations

import hashlib
import itertools
import json
import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from tests.fuzz.features import Features
from tests.fuzz.generate import generate
from tests.fuzz.harness import FORMATS, AnyJudge, Failure, Judge
from tests.fuzz.mixed import generate_mixed
from tests.fuzz.mixed_judge import MixedJudge
from tests.fuzz.model import Graph, write
from tests.fuzz.shrink import Shrinker

from pybundle.options import Format
from pybundle_runtime import Backend, available_backends

CHUNK = 25
"""Graphs that a process takes at a time."""


@dataclass(frozen=True, slots=True)
class Task:
    """Seeds to try, in ``formats``. ``shrink`` is the seconds that one failure's shrinking may
    take."""

    seeds: tuple[int, ...]
    features: Features
    backend: Backend | None
    shrink: float
    formats: tuple[Format, ...] = FORMATS


@dataclass(slots=True)
class Found:
    """A failure: its seed, the smallest graph that shows it, the native run of that."""

    seed: int
    failure: Failure
    graph: Graph
    expected: str


@dataclass(slots=True)
class Tally:
    """What a run came to. ``traits`` counts graphs by what is in them."""

    graphs: int = 0
    modules: int = 0
    evaluations: int = 0
    disputes: int = 0
    inconclusive: int = 0
    timed: int = 0
    told: int = 0
    reordered: int = 0
    unreached: int = 0
    seconds: float = 0.0
    traits: Counter[str] = field(default_factory=Counter)
    found: list[Found] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.graphs += other.graphs
        self.modules += other.modules
        self.evaluations += other.evaluations
        self.disputes += other.disputes
        self.inconclusive += other.inconclusive
        self.timed += other.timed
        self.told += other.told
        self.reordered += other.reordered
        self.unreached += other.unreached
        self.traits += other.traits
        self.found += other.found


def run_task(task: Task) -> Tally:
    """Judge the graphs of some seeds; shrink what fails."""
    tally = Tally()
    with (
        MixedJudge(task.formats) if task.features.mixed else Judge(task.backend, task.formats)
    ) as judge:
        for seed in task.seeds:
            graph = graph_of(seed, task.features)
            tally.graphs += 1
            tally.modules += len(graph.units)
            tally.traits.update(graph.traits)
            failure = judge.judge(graph)
            if failure is not None:
                tally.found.append(shrunk(judge, seed, graph, failure, task.shrink))
        tally.evaluations = judge.evaluations
        tally.disputes = judge.disputes
        tally.inconclusive = judge.inconclusive
        tally.timed = judge.timed
        tally.told = judge.told
        tally.reordered = judge.reordered
        tally.unreached = judge.unreached
    return tally


def graph_of(seed: int, features: Features) -> Graph:
    """The graph of a seed."""
    return generate_mixed(seed) if features.mixed else generate(seed, features)


def shrunk(judge: AnyJudge, seed: int, graph: Graph, failure: Failure, seconds: float) -> Found:
    """The failure on the smallest graph that shows it."""
    signature = failure.signature()
    formats = (failure.format,)

    def still_fails(candidate: Graph) -> bool:
        found = judge.judge(candidate, formats)
        return found is not None and found.signature() == signature

    if seconds > 0:
        graph = Shrinker(graph, still_fails, seconds=seconds).run()
        failure = judge.judge(graph, formats) or failure
    return Found(seed, failure, graph, judge.expected(graph))


def run(
    seeds: Iterator[int],
    features: Features,
    *,
    jobs: int,
    backend: Backend | None = None,
    seconds: float | None = None,
    shrink: float = 60.0,
    formats: tuple[Format, ...] = FORMATS,
    progress: Callable[[Tally], None] | None = None,
) -> Tally:
    """Judge graphs until the seeds, or the seconds, are used up.

    Without a ``backend`` Node, where there is one, judges most: it takes less than half of
    the time. Each eighth chunk is embedded V8's, but none that has ``import()``: there it is
    fulfilled too early by a module that still awaits.
    """
    start = monotonic()
    total = Tally()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        engines = itertools.cycle([backend] if backend is not None else _mix(features))
        tasks = (Task(c, features, next(engines), shrink, formats) for c in _chunks(seeds))
        running = {pool.submit(run_task, task) for task in itertools.islice(tasks, jobs)}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                total.add(future.result())
            total.seconds = monotonic() - start
            if progress is not None:
                progress(total)
            if seconds is None or total.seconds < seconds:
                running |= {pool.submit(run_task, t) for t in itertools.islice(tasks, len(done))}
    return total


def _mix(features: Features) -> list[Backend]:
    available = list(available_backends())
    if features.dynamic:
        available = available[-1:]
    return [available[0], *available[1:] * 7]


def _chunks(seeds: Iterator[int]) -> Iterator[tuple[int, ...]]:
    while chunk := tuple(itertools.islice(seeds, CHUNK)):
        yield chunk


def keep(found: Found, folder: Path) -> Path:
    """Write a failure as a semantic case: files, ``case.json``, ``expected.txt`` (what the
    native run prints), and beside it the bundle that went wrong. The folder's path."""
    place = folder / _name(found)
    entry = write(found.graph, place)
    if entry.name != "main.js" or entry.parent != place:
        target = "./" + entry.relative_to(place).as_posix()
        (place / "main.js").write_text(f"export * from {json.dumps(target)};\n", "utf-8")
    case = {"description": f"Found by the fuzzer: {found.failure.detail.splitlines()[0]}"}
    (place / "case.json").write_text(json.dumps(case, indent=2) + "\n", "utf-8")
    (place / "expected.txt").write_text(found.expected, "utf-8")
    report = f"seed {found.seed}, {found.failure.format}\n{found.failure.detail}\n"
    (place / "failure.txt").write_text(report, "utf-8")
    if found.failure.code:
        (place / "bundle.txt").write_text(found.failure.code, "utf-8")
    return place


def keep_mixed(found: Found, folder: Path) -> Path:
    """Write a failure of a graph that has CommonJS as a case of ``tests/commonjs``: one text.
    Its path; beside it lies the bundle that went wrong."""
    detail = found.failure.detail.replace("\n", "\n  ")
    parts = [f"Found by the fuzzer, seed {found.seed}, {found.failure.format}: {detail}\n"]
    parts += [
        f"-- {path} --\n{text}"
        for path, text in (*found.graph.files().items(), *found.graph.packages)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{_name(found)}.txt"
    place.write_text("".join(parts), "utf-8")
    if found.failure.code:
        place.with_suffix(".bundle").write_text(found.failure.code, "utf-8")
    return place


def _name(found: Found) -> str:
    files = sorted(found.graph.files().items())
    digest = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:8]
    return f"{found.failure.kind}-{digest}"
