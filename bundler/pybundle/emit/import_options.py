"""The second argument of ``import()`` (ECMA-262, *Import Calls*): where it is not plain
attributes, the program may find when it runs that it is refused."""

from __future__ import annotations

import re
from typing import Final

from pybundle.construct.module_map import Module
from pybundle.construct.request_record import DynamicImport
from pybundle.construct.scan.trivia import skip_trivia

_PAIR: Final = r"""\s*(?:[A-Za-z]+|"[^"\\]*"|'[^'\\]*')\s*:\s*(?:"[^"\\]*"|'[^'\\]*')\s*"""
_PLAIN: Final = re.compile(
    rf"\{{\s*(?:(?:with|assert)\s*:\s*\{{(?:{_PAIR}(?:,{_PAIR})*,?)?\s*\}}\s*,?)?\s*\}}\s*,?\s*\)"
)


def has_open_options(module: Module, call: DynamicImport) -> bool:
    """Whether ``call`` has a second argument that is more than constant attributes."""
    at = specifier_end(module, call)
    if at + 1 == call.end:
        return False
    at = skip_trivia(module.source, at + 1)
    return module.source[at] != ")" and _PLAIN.fullmatch(module.source, at, call.end) is None


def specifier_start(module: Module, call: DynamicImport) -> int:
    """Return where the first argument begins, with the parentheses that it may be in: after
    the ``(`` of the call."""
    return skip_trivia(module.source, call.start + len("import")) + len("(")


def specifier_end(module: Module, call: DynamicImport) -> int:
    """Return where the first argument ends, with the parentheses that it may be in: at the
    ``,`` or ``)`` that follows."""
    at = skip_trivia(module.source, call.argument_end)
    while module.source[at] == ")" and at + 1 < call.end:
        at = skip_trivia(module.source, at + 1)
    return at
