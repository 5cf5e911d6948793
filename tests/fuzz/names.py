"""The names that programs are made of: few, so that they collide, and nasty ones."""

from __future__ import annotations

from random import Random

COMMON = ("a", "b", "c", "x", "y", "f", "g", "K", "e", "ns")
NASTY = (
    "a$1", "x$1", "f$1", "K$1", "K$2", "ns$1", "$", "_", "x_1", "a1",
    "module", "exports", "require", "define", "self", "window",
    "Object", "Symbol", "Promise", "Proxy", "Reflect", "TypeError", "Error", "Array",
    "globalThis", "undefined", "NaN", "Infinity", "queueMicrotask",
    "async", "of", "get", "set", "as", "target", "meta", "name", "type", "using",
    "_default", "main_default", "m1_default", "m2", "m1$1", "default_1", "ns_m1", "m3_ns",
    "__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf", "then",
    "readonly", "ro", "namespace", "__export", "key", "log", "ünï", "𝒳",
)  # fmt: skip
"""Bindings. Not ``console`` (everything prints), not ``from`` (it continues ``export {}``)."""

EXPORT_ONLY = (
    "class", "await", "let", "static", "null", "arguments", "eval", "from", "console", "yield",
    "a b", "", "0", "1", "9", "x-y", "😀", "*default*", "*namespace*", "*", "import",
    "\\u0061", "'", "Z", "name", "length", "caller",
)  # fmt: skip
"""Export names that can't be bindings, or shouldn't be."""

GLOBALS = (
    "Object", "Symbol", "Promise", "Proxy", "Reflect", "TypeError", "Error", "Array",
    "globalThis", "undefined", "NaN", "Infinity", "queueMicrotask",
)  # fmt: skip
"""Names that the programs read as globals where nobody binds them."""

FREE = ("a", "x", "f", "K", "ns", "a$1", "x$1", "f$1", "K$1", "ns$1", "_default", "main_default",
        "m1_default", "ro", "readonly", "namespace", "define", "default_1", "x$2")  # fmt: skip
"""Names to read where they are bound nowhere: a renamer must not bind them."""

_IDENTIFIERS = frozenset(COMMON) | frozenset(NASTY)
_KEYWORDS = frozenset(
    ("class", "await", "let", "static", "null", "import", "yield", "default", "arguments", "eval",
     "from", "console", "Z", "length", "caller")
)  # fmt: skip


def binding_name(rng: Random, taken: frozenset[str] | set[str]) -> str:
    """A name to bind that is not taken."""
    while True:
        name = rng.choice(COMMON) if rng.random() < 0.6 else rng.choice(NASTY)
        if name not in taken:
            return name
        if rng.random() < 0.2:
            name += "$" + str(rng.randint(1, 3))
            if name not in taken:
                return name


def export_name(rng: Random) -> str:
    """Any export name."""
    roll = rng.random()
    if roll < 0.5:
        return rng.choice(COMMON)
    return rng.choice(NASTY) if roll < 0.75 else rng.choice(EXPORT_ONLY)


def quote(text: str) -> str:
    """A JavaScript string literal."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def module_export_name(rng: Random, name: str) -> str:
    """*ModuleExportName*: an identifier name where that is possible, or a string."""
    if (name in _IDENTIFIERS or name in _KEYWORDS or is_derived(name)) and rng.random() < 0.93:
        return name
    return quote(name)


def member(rng: Random, name: str) -> str:
    """``.name`` or ``["name"]``."""
    if name in _IDENTIFIERS or name in _KEYWORDS or is_derived(name):
        roll = rng.random()
        if roll < 0.85:
            return "." + name
        if roll < 0.9:
            return "[`" + name + "`]"
    return f"[{quote(name)}]"


def is_derived(name: str) -> bool:
    """Whether it is one of ``binding_name``'s names with ``$n`` appended."""
    return name.rpartition("$")[0] in _IDENTIFIERS


def reference(rng: Random, name: str) -> str:
    """The identifier; now and then with an escape."""
    if rng.random() < 0.006:
        return f"\\u{{{ord(name[0]):x}}}{name[1:]}"
    return name
