"""Time and memory of a command, measured from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: wall time in seconds, peak resident memory in bytes, standard output.

    ``inner`` is a time in seconds that the command itself reported, or None.
    """

    seconds: float
    memory: int
    output: str
    inner: float | None = None


class Failed(Exception):
    """A command ended with an exit code other than 0; the text is what it wrote."""


def run(command: Sequence[str | Path], cwd: Path | None = None, stdin: str = "") -> Sample:
    """Run ``command`` once. Raises Failed.

    The peak memory is that of the child itself, as ``wait4`` gives it.
    """
    words = [os.fspath(word) for word in command]
    started = time.perf_counter()
    with subprocess.Popen(
        words,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(python_path())},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as child:
        assert child.stdin is not None and child.stdout is not None
        child.stdin.write(stdin.encode())
        child.stdin.close()
        output = child.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise Failed(f"{' '.join(words)}\nended with {child.returncode}:\n{output[-2000:]}")
    return Sample(seconds, usage.ru_maxrss * RSS_UNIT, output)


def python_path() -> list[str]:
    """Where this tree's packages are found, installed or not."""
    return [str(ROOT), str(ROOT / "bundler"), str(ROOT / "runtime")]


def interleaved(runs: Mapping[str, Callable[[], Sample]], repeats: int) -> dict[str, list[Sample]]:
    """Run each of ``runs`` ``repeats`` times, in turn, so that a slow moment of the machine
    hits all of them."""
    samples: dict[str, list[Sample]] = {name: [] for name in runs}
    for _ in range(repeats):
        for name, once in runs.items():
            samples[name].append(once())
    return samples


def middle(samples: Sequence[Sample]) -> Sample:
    """Return the medians of the samples' numbers, with the first one's output."""
    inner = [sample.inner for sample in samples if sample.inner is not None]
    return Sample(
        median(sample.seconds for sample in samples),
        int(median(sample.memory for sample in samples)),
        samples[0].output,
        median(inner) if inner else None,
    )
