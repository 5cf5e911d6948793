"""What the fixtures of these tests give: the types of ``project``, ``pybundle``, ``contents``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

Project = Callable[[Mapping[str, str | bytes]], Path]
"""Write files (name → text or bytes) into an empty working directory, and return that."""

Contents = Callable[[Path], dict[str, bytes]]
"""Read all files of a directory: relative name → bytes."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a command ended: its exit code, and what it wrote."""

    code: int
    out: str
    err: str


class Pybundle(Protocol):
    """Run the command in this process."""

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Result: ...
