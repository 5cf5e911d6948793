"""A warm Node that runs programs on disk by its own loaders, and tells what they print."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.warm_node import WarmNode

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
        self.node = WarmNode(RUNNER, runs=RUNS, timeout=timeout)

    def run(self, entry: Path, folder: Path, *, commonjs: bool, native: bool) -> Shown:
        """Run the program of ``entry``, below ``folder``, whose path is cut from what is
        printed. ``native`` says that it is no bundle; a folder is good for one such run: ES
        modules stay loaded."""
        request = {
            "entry": str(entry), "folder": str(folder), "commonjs": commonjs, "isNative": native,
        }  # fmt: skip
        made = self.node.ask(request)
        if made is None:
            return Shown(("stopped",))
        return Shown(tuple(made["lines"]), made["problem"])

    def close(self) -> None:
        """End the process."""
        self.node.close()
