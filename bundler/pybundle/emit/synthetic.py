"""The text of modules that are not JavaScript: JSON, text, and files mapped to nothing.

They are *Synthetic Module Records*: their slots are initialised with undefined when the
graph is linked, not in the TDZ, hence ``var``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container

from pybundle.construct.module_map import Module
from pybundle.construct.record import ModuleKind
from pybundle.emit.names.naming import Naming
from pybundle.emit.names.words import is_identifier
from pybundle.link.linkage import DEFAULT, Slot

_STRING_AS_KEY = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?', re.DOTALL)


def synthetic_body(module: Module, naming: Naming, used: Container[Slot]) -> str:
    """Return the statements that give ``module``'s slots their values."""
    default = naming.text(Slot(module.index, DEFAULT), module.index)
    if module.record.kind is ModuleKind.JSON:
        value = json_expression(module.source)
    elif module.record.kind is ModuleKind.TEXT:
        value = string_literal(module.source)
    else:
        value = "{}"
    lines = [f"var {default} = {value};"]
    for binding in module.record.bindings:
        slot = Slot(module.index, binding.name)
        if binding.name != DEFAULT and slot in used:
            key = binding.name
            member = f".{key}" if is_identifier(key) else f"[{string_literal(key)}]"
            lines.append(f"var {naming.text(slot, module.index)} = {default}{member};")
    return "\n".join(lines)


def json_expression(source: str) -> str:
    """Return JSON text as an expression of the same value: JSON is a subset of
    ECMAScript but for the key ``__proto__``, which would set the prototype."""
    text = source.strip("\ufeff \t\r\n")
    if "__proto__" not in text and "\\u" not in text:
        return text
    return _STRING_AS_KEY.sub(_safe_key, text)


def _safe_key(match: re.Match[str]) -> str:
    string, colon = match.groups()
    if colon and json.loads(string, strict=False) == "__proto__":
        return f'["__proto__"]{colon}'
    return match.group()


def string_literal(value: str) -> str:
    """Return ``value`` as a JavaScript string literal; lone surrogates stay escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\ud800-\udfff\u2028\u2029]", lambda m: f"\\u{ord(m.group()):04x}", text)
