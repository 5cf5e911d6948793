"""The JavaScript helpers that a bundle carries: only those it needs.

Each is a file in ``pybundle_runtime/helpers`` that declares one constant of the file's
name; its first line lists the globals that it reads, since those must not be shadowed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_GLOBALS = re.compile(r"// globals:(.*)\n")


@dataclass(frozen=True, slots=True)
class Helper:
    """One helper: its declaration's text and the globals it reads."""

    name: str
    text: str
    globals: frozenset[str]

    def declared_as(self, name: str) -> str:
        """Return the declaration under another name."""
        return re.sub(rf"\b{self.name}\b", name.replace("\\", r"\\"), self.text)


@cache
def helper(name: str) -> Helper:
    """Return the helper called ``name``."""
    source = (files("pybundle_runtime") / "helpers" / f"{name}.js").read_text("utf-8")
    head = _GLOBALS.match(source)
    if head is None:
        raise ValueError(f"helpers/{name}.js does not say which globals it reads")
    return Helper(name, source[head.end() :].rstrip("\n"), frozenset(head[1].split()))
