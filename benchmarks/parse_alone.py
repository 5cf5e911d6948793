"""The yardstick: ``esprima.parseModule(source, range=True)`` over files, and nothing else.

Standard input names the files, one a line; standard output is the sum of the times that
the parser took, in seconds. Reading, importing and the interpreter's start don't count.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import esprima


def main() -> None:
    """Parse each file that standard input names and print the seconds."""
    sys.setrecursionlimit(200_000)
    total = 0.0
    for name in sys.stdin.read().splitlines():
        source = Path(name).read_text(encoding="utf-8")
        started = perf_counter()
        esprima.parseModule(source, range=True)
        total += perf_counter() - started
    print(total)


main()
