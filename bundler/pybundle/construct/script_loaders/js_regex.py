"""What ``text.replace(pattern, replacement)`` gives in JavaScript, for patterns that a
configuration has: strings, and regular expressions that Python reads alike."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

PATTERN: Final = "pattern"
FLAGS: Final = "flags"
"""The keys of the object that stands for a regular expression in constant data."""

_DOLLAR: Final = re.compile(r"\$(?:(\$)|(&)|(`)|(')|(\d{1,2}))")
_NAMED: Final = re.compile(r"\(\?<(?![=!])")
_ANYTHING: Final = re.compile(r"\[\^\]")
_MAP_PAIR: Final = 2


class Rule(NamedTuple):
    """Text or regular expression, what stands for it, and whether for all places."""

    pattern: str | re.Pattern[str]
    replacement: str
    everywhere: bool


def made_rule(data: Any) -> Rule | None:
    """Return the rule of ``[pattern, replacement]``, None if that is not one that can be
    applied before the program runs."""
    if not isinstance(data, list) or len(data) < _MAP_PAIR:
        return None
    pattern, replacement = data[:_MAP_PAIR]
    if not isinstance(replacement, str):
        return None
    if isinstance(pattern, str):
        return Rule(pattern, replacement, False)
    if not isinstance(pattern, dict) or PATTERN not in pattern:
        return None
    flags = pattern.get(FLAGS, "")
    compiled = _compiled(pattern[PATTERN], flags)
    return None if compiled is None else Rule(compiled, replacement, "g" in flags)


def replaced(rule: Rule, text: str) -> str:
    """Return ``text`` with the first place (all places) that ``rule`` finds replaced."""
    pattern = rule.pattern
    if isinstance(pattern, str):
        pattern = re.compile(re.escape(pattern))
    count = 0 if rule.everywhere else 1
    return pattern.sub(lambda match: _expanded(rule.replacement, match), text, count=count)


def _compiled(pattern: str, flags: str) -> re.Pattern[str] | None:
    source = _ANYTHING.sub(r"[\\s\\S]", _NAMED.sub("(?P<", pattern)).replace(r"\/", "/")
    options = re.ASCII
    for flag, option in (("i", re.IGNORECASE), ("m", re.MULTILINE), ("s", re.DOTALL)):
        if flag in flags:
            options |= option
    try:
        return re.compile(source, options)
    except re.error:
        return None


def _expanded(replacement: str, match: re.Match[str]) -> str:
    """*GetSubstitution*, but for named groups."""

    def substitute(found: re.Match[str]) -> str:
        if found[1]:
            return "$"
        if found[2]:
            return match[0]
        if found[3]:
            return match.string[: match.start()]
        if found[4]:
            return match.string[match.end() :]
        return _group(match, found[5], found[0])

    return _DOLLAR.sub(substitute, replacement)


def _group(match: re.Match[str], digits: str, written: str) -> str:
    groups = match.re.groups
    if 0 < int(digits) <= groups:
        return match[int(digits)] or ""
    if len(digits) > 1 and 0 < int(digits[0]) <= groups:
        return (match[int(digits[0])] or "") + digits[1]
    return written
