"""The JavaScript helpers that a bundle carries: only those it needs.

Each is a file in ``pybundle_runtime/helpers`` that declares one constant; its first line
lists the globals that it reads, since those must not be shadowed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_GLOBALS = re.compile(r"// globals:(.*)\n")
_DECLARES = re.compile(r"^const (\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Helper:
    """One helper: the constant that it declares, the text, and the globals it reads."""

    name: str
    text: str
    globals: frozenset[str]

    def declared_as(self, name: str) -> str:
        """Return the declaration under another name."""
        return re.sub(rf"\b{self.name}\b", name.replace("\\", r"\\"), self.text)


@cache
def helper(name: str) -> Helper:
    """Return the helper in the file ``name``."""
    source = (files("pybundle_runtime") / "helpers" / f"{name}.js").read_text("utf-8")
    head, declared = _GLOBALS.match(source), _DECLARES.search(source)
    if head is None or declared is None:
        raise ValueError(f"helpers/{name}.js lacks its list of globals or its declaration")
    return Helper(declared[1], source[head.end() :].rstrip("\n"), frozenset(head[1].split()))
