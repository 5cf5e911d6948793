"""What constants decide: whether code behind a condition can run in this build."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from pybundle.construct.request_record import Condition, Guard

_UNKNOWN: Final = object()
_WORDS: Final[Mapping[str, Any]] = {"true": True, "false": False, "null": None}
_STRING: Final = re.compile(r"""'[^'\\\n]*'|"[^"\\\n]*\"""")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


def is_dead(guards: Iterable[Guard], define: Mapping[str, str]) -> bool:
    """Whether code behind ``guards`` never runs, given the constants of ``define`` (name or
    member chain → JavaScript expression)."""
    return any(_outcome(guard.condition, define) is (not guard.taken) for guard in guards)


def _outcome(condition: Condition, define: Mapping[str, str]) -> bool | None:
    value = _value(condition, define)
    return None if value is _UNKNOWN else _truth(value)


def _truth(value: object) -> bool:
    return value is not _UNDEFINED and bool(value)


_UNDEFINED: Final = object()


def _value(condition: Condition, define: Mapping[str, str]) -> Any:
    kind, *operands = condition
    if kind == "value":
        return operands[0]
    if kind == "name":
        return _constant(define.get(operands[0]))
    if kind == "typeof":
        value = _constant(define.get(operands[0]))
        return _UNKNOWN if value is _UNKNOWN else _type(value)
    if kind == "?":
        return _UNKNOWN
    values = [_value(operand, define) for operand in operands]
    if kind in ("&&", "||"):
        left, right = values
        if left is not _UNKNOWN:
            return left if _truth(left) is (kind == "||") else right
        if right is not _UNKNOWN and _truth(right) is (kind == "||"):
            return right  # either way the whole is as true as it is
        return _UNKNOWN
    if _UNKNOWN in values:
        return _UNKNOWN
    if kind == "!":
        return not _truth(values[0])
    alike = type(values[0]) is type(values[1])
    if len(kind) == len("==") and not alike:
        return _UNKNOWN
    return (alike and values[0] == values[1]) is kind.startswith("=")


def _constant(text: str | None) -> Any:
    """Return the value of a simple JavaScript expression."""
    if text is None:
        return _UNKNOWN
    text = text.strip()
    if text in _WORDS:
        return _WORDS[text]
    if text in ("undefined", "void 0"):
        return _UNDEFINED
    if _NUMBER.fullmatch(text):
        return float(text)
    if _STRING.fullmatch(text):
        return text[1:-1]
    try:
        value = json.loads(text)
    except ValueError:
        return _UNKNOWN
    return value if isinstance(value, str) else _UNKNOWN


def _type(value: object) -> str:
    if value is _UNDEFINED:
        return "undefined"
    names = {bool: "boolean", str: "string", float: "number"}
    return names.get(type(value), "object")
