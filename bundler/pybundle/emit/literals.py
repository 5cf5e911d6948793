"""The text of values: JavaScript literals, and how the properties of objects are named."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from pybundle.emit.names.words import is_identifier

_STRING_AS_KEY = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?', re.DOTALL)


def string_literal(value: str) -> str:
    """Return ``value`` as a JavaScript string literal; lone surrogates stay escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\ud800-\udfff\u2028\u2029]", lambda m: f"\\u{ord(m.group()):04x}", text)


def quoted_key(name: str) -> str:
    """Return ``name`` as an identifier if it is a plain one, else as a string literal."""
    return name if is_identifier(name) else string_literal(name)


def property_key(name: str) -> str:
    """Return ``name`` as the key of an object literal's own property."""
    return '["__proto__"]' if name == "__proto__" else quoted_key(name)


def member(name: str) -> str:
    """Return what stands after an expression to read its property ``name``."""
    return f".{name}" if is_identifier(name) else f"[{string_literal(name)}]"


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


def property_groups(groups: Iterable[tuple[str, Iterable[str]]]) -> list[str]:
    """Return a property for each name whose properties are not none: an object of these, on
    lines of their own."""
    parts = []
    for name, properties in groups:
        text = ",\n".join(f"  {each}" for each in properties)
        if text:
            parts.append(f"{name}: {{\n{text}\n}}")
    return parts


def object_literal(properties: Iterable[str]) -> str:
    """Return an object of properties, on lines of their own."""
    text = "".join(f"{each},\n" for each in properties)
    return f"{{\n{text}}}" if text else "{}"
