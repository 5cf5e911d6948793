"""A warm Node: one process that answers many requests, each a line of JSON, and is replaced
when it does not answer."""

from __future__ import annotations

import json
import os
import select
import subprocess
from pathlib import Path
from time import monotonic
from typing import Any


class WarmNode:
    """Runs ``script``, for ``runs`` requests in one process; close it. An answer must come in
    ``timeout`` seconds."""

    def __init__(self, script: Path, *, runs: int, timeout: float) -> None:
        self.timeout = timeout
        self._script = script
        self._limit = runs
        self._process: subprocess.Popen[bytes] | None = None
        self._runs = 0

    def ask(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """Return the answer, or None if there is none: the process is gone."""
        process = self._ready()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()
        line = self._line(process.stdout.fileno())
        if line is None:
            self.close()
            return None
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _ready(self) -> subprocess.Popen[bytes]:
        self._runs += 1
        if self._process is None or self._runs > self._limit:
            self.close()
            self._runs = 1
            self._process = subprocess.Popen(
                ["node", "--no-warnings", str(self._script)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _line(self, source: int) -> bytes | None:
        """The next line, or None if there is none in time."""
        deadline = monotonic() + self.timeout
        parts: list[bytes] = []
        while not (parts and parts[-1].endswith(b"\n")):
            left = deadline - monotonic()
            if left <= 0 or not select.select([source], [], [], left)[0]:
                return None
            parts.append(os.read(source, 1 << 16))
            if not parts[-1]:
                return None
        return b"".join(parts)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
