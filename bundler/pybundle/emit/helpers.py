"""The JavaScript helpers that a bundle carries: only those it needs.

Each is a file in ``pybundle_runtime/helpers`` that declares one constant; its first line
lists the globals that it reads, since those must not be shadowed.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

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
def _folder() -> str:
    """Where the helpers are: found without importing the evaluator beside them, nor
    ``importlib.resources``, which takes longer than a small build."""
    spec = find_spec("pybundle_runtime")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pybundle_runtime is not installed beside pybundle")
    return os.path.join(os.path.dirname(spec.origin), "helpers")


@cache
def helper(name: str) -> Helper:
    """Return the helper in the file ``name``."""
    with open(os.path.join(_folder(), f"{name}.js"), encoding="utf-8") as file:
        source = file.read()
    head, declared = _GLOBALS.match(source), _DECLARES.search(source)
    if head is None or declared is None:
        raise ValueError(f"helpers/{name}.js lacks its list of globals or its declaration")
    return Helper(declared[1], source[head.end() :].rstrip("\n"), frozenset(head[1].split()))
