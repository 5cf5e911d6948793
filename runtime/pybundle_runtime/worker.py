"""A worker: one child process that evaluates programs, and what becomes of it.

The parent survives whatever the child does: it kills a child that takes too long or says too
much, and takes its death for an answer.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

START_TIMEOUT = 60.0
"""Seconds until a child must have said that it is ready (a loaded machine is slow)."""


class WorkerDied(Exception):
    """The child ended, or was killed. ``reason`` is ``timeout``, ``output-limit``,
    ``out-of-memory`` or ``crashed``; ``detail`` what it said at last."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one evaluation: ``timeout`` in seconds of wall clock, ``heap`` and ``output``
    in bytes, ``tasks`` in timer callbacks, ``string`` in code units: longer strings are printed
    by their beginning, length and hash. ``stack`` is the size of the call stack in KiB, which
    only Node can be told (None: the engine's own)."""

    timeout: float = 10.0
    heap: int = 512 << 20
    output: int = 16 << 20
    tasks: int = 10_000
    string: int = 10_000
    stack: int | None = None


class Worker:
    """A running child."""

    def __init__(self, command: Sequence[str]) -> None:
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the worker)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=_environment(),
            start_new_session=os.name == "posix",
        )
        self._lines: queue.Queue[bytes | None] = queue.Queue(1000)
        threading.Thread(target=self._read, daemon=True).start()
        self.evaluations = 0
        self.ready = False

    def _read(self) -> None:
        stdout = self._process.stdout
        assert stdout is not None
        for line in stdout:
            self._lines.put(line)
        self._lines.put(None)

    def ask(self, request: dict[str, object], limits: Limits, lines: list[Any]) -> None:
        """Send a request and append each line of the answer, parsed, to ``lines``.

        Raises ``WorkerDied``; ``lines`` then holds what was said until then, and the worker is
        closed.
        """
        self._wait_ready()
        self.evaluations += 1
        deadline = time.monotonic() + limits.timeout
        sender = threading.Thread(target=self._send, args=(request,), daemon=True)
        sender.start()
        size = 0
        while True:
            line = self._next(deadline)
            size += len(line)
            if size > limits.output:
                self.close()
                raise WorkerDied("output-limit", f"more than {limits.output} bytes")
            data = json.loads(line)
            if data == ["done"]:
                sender.join()
                return
            lines.append(data)

    def _wait_ready(self) -> None:
        if not self.ready:
            line = self._next(time.monotonic() + START_TIMEOUT)
            if json.loads(line) != ["ready"]:
                self.close()
                raise WorkerDied("crashed", f"unexpected start: {line[:200]!r}")
            self.ready = True

    def _send(self, request: dict[str, object]) -> None:
        stdin = self._process.stdin
        assert stdin is not None
        try:
            stdin.write(json.dumps(request).encode() + b"\n")
            stdin.flush()
        except (OSError, ValueError):
            return  # the child is gone: the reader will tell

    def _next(self, deadline: float) -> bytes:
        try:
            line = self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            self.close()
            raise WorkerDied("timeout") from None
        if line is None or not line.endswith(b"\n"):
            raise self._death()
        return line

    def _death(self) -> WorkerDied:
        status = self._process.wait()
        self._errors.seek(0)
        errors = self._errors.read(1 << 20).decode(errors="replace")
        self.close()
        memory = any(
            word in errors for word in ("out of memory", "heap limit", "Allocation failed")
        )
        lines = [line.strip() for line in errors.splitlines() if line.strip(" #<->")]
        detail = lines[-1 if lines and lines[0].startswith("Traceback") else 0] if lines else ""
        return WorkerDied(
            "out-of-memory" if memory else "crashed", f"exit status {status}: {detail}"
        )

    def close(self) -> None:
        """End the child at once. May be called more than once."""
        self._process.kill()
        while self._process.poll() is None:
            self._drain()
            try:
                self._process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
        self._drain()
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue

    def _drain(self) -> None:
        try:
            while True:
                self._lines.get_nowait()
        except queue.Empty:
            return


def _environment() -> dict[str, str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("NODE_", "PYTHON"))}
    environment.update(TZ="UTC", LC_ALL="C.UTF-8", LANG="C.UTF-8")
    return environment
