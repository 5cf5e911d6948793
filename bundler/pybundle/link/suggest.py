""" "Did you mean …?": what to do about an export that is not there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Final

_LISTED: Final = 8
_COMPARED: Final = 50_000
"""Pairs of names that are compared for likeness at most: it takes about 20 µs each."""


class Suggestions:
    """Finds likely names, within a bound on the work: a build with thousands of wrong
    names gets its messages at once, the later of them without a likeness."""

    def __init__(self) -> None:
        self._left = _COMPARED

    def closest(self, name: str, names: Collection[str]) -> str | None:
        """Return the one of ``names`` most like ``name``, ``default`` never: equal but for
        case, ``_``, ``-`` or ``$`` first, then by difflib's ratio; None if none is."""
        plain = _plain(name)
        candidates = [other for other in names if other != "default"]
        for other in candidates:
            if _plain(other) == plain:
                return other
        self._left -= len(candidates)
        near = get_close_matches(name, candidates, 1) if self._left >= 0 else None
        return near[0] if near else None

    def instead_of_default(self, local: str, names: Collection[str]) -> str | None:
        """Return the one of ``names`` that ``local`` was hardly meant not to be."""
        return next(iter(names)) if len(names) == 1 else self.closest(local, names)


def hint_for_missing(
    name: str,
    local: str,
    statement: str,
    specifier: str,
    names: Collection[str],
    suggestions: Suggestions,
) -> str:
    """Return what to do where ``name`` is asked of a module that exports ``names``
    (in the order in which to list them).

    ``local`` is the name that it is to have, in the ``statement`` ``"import"`` or
    ``"export"``; ``specifier`` is how the module is asked for.
    """
    if not names:
        return "it exports nothing"
    if name == "default":
        likely = suggestions.instead_of_default(local, names)
    else:
        likely = suggestions.closest(name, names)
    if likely is not None:
        written = written_name(likely)
        if local not in (likely, name):
            written += f" as {written_name(local)}"
        return f"did you mean {statement} {{ {written} }} from {quoted(specifier)}?"
    if name != "default" and "default" in names:
        form = f"import {local}" if statement == "import" else f"export {{ default as {local} }}"
        return f"it has a default export: did you mean {form} from {quoted(specifier)}?"
    hint = f"it exports {listed(list(names))}"
    if name == "default" and statement == "import":
        return f"{hint}: name one of them in braces, or import * as {local}"
    return hint


def written_name(name: str) -> str:
    """Return an export name as it is written in an export list: a string literal where
    it is no identifier name."""
    return name if _is_identifier_name(name) else quoted(name)


def member_path(head: str, name: str) -> str:
    """Return the member expression that reads ``name`` from ``head``."""
    return f"{head}.{name}" if _is_identifier_name(name) else f"{head}[{quoted(name)}]"


def listed(names: Sequence[str]) -> str:
    """Return the first names, comma-separated, and how many more there are."""
    text = ", ".join(names[:_LISTED])
    more = len(names) - _LISTED
    return f"{text} and {more} more" if more > 0 else text


def quoted(text: str) -> str:
    """Return ``text`` as it stands in a message: in double quotes, on one line."""
    escaped = text.translate(_ESCAPES)
    return f'"{escaped}"'


_ESCAPES: Final = {
    **{code: f"\\u{code:04x}" for code in (*range(32), 127, 0x2028, 0x2029)},
    **{code: f"\\u{code:04x}" for code in range(0xD800, 0xE000)},
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
    ord('"'): '\\"',
    ord("\\"): "\\\\",
}


def _plain(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "").replace("$", "")


def _is_identifier_name(name: str) -> bool:
    return name.replace("$", "_").isidentifier()
