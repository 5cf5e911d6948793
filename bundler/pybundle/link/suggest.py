""" "Did you mean …?": what to do about an export that is not there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Final

from pybundle.link.namespaces import in_code_unit_order

_LISTED: Final = 8
_COMPARED: Final = 2000
"""Names that are compared for likeness at most: it takes about 10 µs each."""


def closest(name: str, names: Collection[str]) -> str | None:
    """Return the name most like ``name``: equal but for case, ``_``, ``-`` or ``$`` first,
    then by difflib's ratio; None if nothing is like it."""
    plain = _plain(name)
    ordered = in_code_unit_order(names)
    for other in ordered:
        if other != "default" and _plain(other) == plain:
            return other
    near = get_close_matches(name, [n for n in ordered if n != "default"][:_COMPARED], 1, 0.7)
    return near[0] if near else None


def hint_for_missing(
    name: str, local: str | None, names: Collection[str], specifier: str, statement: str
) -> str:
    """Return what to do where ``name`` is asked of a module that exports ``names``.

    ``local`` is the name that it is to have (None in a re-export), ``specifier`` how the
    module is asked for, ``statement`` ``"import"`` or ``"export"``.
    """
    if not names:
        return "it exports nothing"
    likely = _instead_of_default(local, names) if name == "default" else closest(name, names)
    if likely is not None:
        written = likely if local in (None, likely) or local == name else f"{likely} as {local}"
        return f"did you mean {statement} {{ {written} }} from {quoted(specifier)}?"
    if name != "default" and "default" in names:
        form = f"import {local or name}" if statement == "import" else "export { default }"
        return f"it has a default export: did you mean {form} from {quoted(specifier)}?"
    return f"it exports {listed(in_code_unit_order(names))}"


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


def _instead_of_default(local: str | None, names: Collection[str]) -> str | None:
    if len(names) == 1:
        return next(iter(names))
    return closest(local, names) if local is not None else None


def _plain(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "").replace("$", "")
