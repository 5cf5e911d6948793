"""A warm Node that runs programs on disk by its own loaders, and tells what they print."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

RUNNER = Path(__file__).with_name("node_runner.mjs")
RUNS = 400
"""Programs after which a process is replaced: Node never forgets an ES module."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a run printed, a line for each call of the console; how it failed is the last
    line but for those that name the globals which it made. ``problem`` is the message of
    the SyntaxError that ended it, if one did."""

    lines: tuple[str, ...]
    problem: str = ""

    def text(self) -> str:
        """All lines, as a console has them."""
        return "".join(line + "\n" for line in self.lines)


def has_node() -> bool:
    """Whether there is a Node to ask."""
    return shutil.which("node") is not None


class NodeProcess:
    """Runs one program at a time; close it."""

    def __init__(self, timeout: float = 10.0) -> None:
        self._timeout = timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._runs = 0

    def run(self, entry: Path, folder: Path, *, commonjs: bool, native: bool) -> Shown:
        """Run the program of ``entry``, below ``folder``, whose path is cut from what is
        printed. ``native`` says that it is no bundle; a folder is good for one such run: ES
        modules stay loaded."""
        process = self._ready()
        assert process.stdin is not None and process.stdout is not None
        request = {
            "entry": str(entry), "folder": str(folder), "commonjs": commonjs, "isNative": native,
        }  # fmt: skip
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()
        answer = self._line(process.stdout.fileno())
        if answer is None:
            self.close()
            return Shown(("stopped",))
        made = json.loads(answer)
        return Shown(tuple(made["lines"]), made["problem"])

    def _ready(self) -> subprocess.Popen[bytes]:
        self._runs += 1
        if self._process is None or self._runs > RUNS:
            self.close()
            self._runs = 1
            self._process = subprocess.Popen(
                ["node", "--no-warnings", str(RUNNER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _line(self, source: int) -> bytes | None:
        """The next line, or None if there is none in time."""
        deadline = monotonic() + self._timeout
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
