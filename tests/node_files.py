"""Runs files by Node, each as in a process of its own, in less time than that takes: they are
threads of one that is warm (``node_files.mjs`` says what such a thread has of its own)."""

from __future__ import annotations

import atexit
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pytest
from tests.warm_node import WarmNode

RUNS = 500
"""Files after which the process is replaced."""
TIMEOUT = 30.0
_NODE = WarmNode(Path(__file__).with_suffix(".mjs"), runs=RUNS, timeout=TIMEOUT)
_BATCH = Path(__file__).with_name("node_batch.cjs")
_ONE_AT_A_TIME = Lock()
atexit.register(_NODE.close)

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="Node is not on PATH")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a file wrote, and its exit status. An error that nothing caught is at the end of
    ``stderr``."""

    stdout: str
    stderr: str
    code: int


def run_file(
    path: Path, *arguments: object, folder: Path, env: Mapping[str, str] | None = None
) -> Ran:
    """Run a file in ``folder``, with ``arguments`` and the variables of ``env`` (those of this
    process by default). Raises TimeoutError."""
    request = {
        "file": str(path.absolute()),
        "argv": [str(argument) for argument in arguments],
        "cwd": str(folder.absolute()),
        "env": dict(os.environ if env is None else env),
    }
    with _ONE_AT_A_TIME:
        answer = _NODE.ask(request)
    if answer is None:
        raise TimeoutError(f"{path} did not end")
    return Ran(**answer)


def run_files(programs: Sequence[Sequence[object]], *, folder: Path) -> list[Ran]:
    """Run programs (a file and its arguments) one after another in one such thread, which takes
    a fraction of the time: each starts when nothing of the one before is left to be done. They
    share the globals, and may not add any; an ES module runs once only. ``folder`` is where they
    run, and gets a file."""
    listed = folder / "programs.json"
    listed.write_text(json.dumps([[str(each) for each in program] for program in programs]))
    made = run_file(_BATCH, listed, folder=folder)
    listed.unlink()
    assert made.code == 0 and not made.stderr, made.stderr
    ran = [Ran(**json.loads(line)) for line in made.stdout.splitlines()]
    assert len(ran) == len(programs)
    return ran
