"""``exports`` and ``imports`` of ``package.json`` (Node: *PACKAGE_EXPORTS_RESOLVE*,
*PACKAGE_IMPORTS_RESOLVE*, *PACKAGE_TARGET_RESOLVE*).

Only the maps are looked at here: what comes out is a target as written, patterns
filled in, relative to the package's directory (``./…``), or for ``imports`` also the
specifier of another package.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Final

from pybundle.construct.problem import Problem, quoted, shown
from pybundle.construct.resolve.packages import Package

_DEPTH: Final = 100
_INVALID_SEGMENT: Final = re.compile(
    r"(?:^|[\\/])(?:(?:\.|%2e){1,2}|"
    + "".join(f"(?:{c}|%{ord(c):02x}|%{ord(c.upper()):02x})" for c in "node_modules")
    + r")(?:[\\/]|$)",
    re.IGNORECASE,
)
_INDEX: Final = re.compile(r"0|[1-9][0-9]*")
_SHOWN: Final = 12


class _Undefined:
    """No condition applied; not the same as null, which forbids the subpath."""


_UNDEFINED: Final = _Undefined()


class _InvalidTarget(Exception):
    """An array of targets goes on to its next element; anything else fails."""


def exported_target(
    package: Package, subpath: str, specifier: str, conditions: frozenset[str]
) -> str:
    """Return the target of ``subpath`` (``.`` or ``./x``) in ``package.exports``.

    Raises Problem: ``package-path-not-exported``, ``invalid-package-target``,
    ``invalid-package-json`` (keys of both forms).
    """
    exports = package.exports if isinstance(package.exports, (str, list, dict)) else {}
    table = _exports_table(package)
    resolve = _Resolution(package, conditions, imports=False)
    if subpath == ".":
        main = exports if table is None else table.get(".", _UNDEFINED)
        found = resolve.target(main, ".", None)
    else:
        found = _UNDEFINED if table is None else resolve.match(subpath, table)
    if isinstance(found, str):
        return found
    raise _not_exported(package, subpath, specifier, table, conditions)


def imported_target(package: Package, specifier: str, conditions: frozenset[str]) -> str:
    """Return the target of ``specifier`` (``#x``) in ``package.imports``.

    Raises Problem: ``package-import-not-defined``, ``invalid-package-target``.
    """
    imports = package.imports
    if isinstance(imports, dict) and specifier != "#" and not specifier.endswith("/"):
        found = _Resolution(package, conditions, imports=True).match(specifier, imports)
        if isinstance(found, str):
            return found
    keys = sorted(imports) if isinstance(imports, dict) else []
    raise Problem(
        "package-import-not-defined",
        f"{package.file} defines no import {quoted(specifier)}"
        + (_for_conditions(conditions) if specifier in keys else ""),
        hint=_suggestion(specifier, keys),
        notes=((f"it defines: {_some(keys)}", None),) if keys else (),
    )


class _Resolution:
    """One lookup in one package's map. ``path`` names the key, for messages."""

    def __init__(self, package: Package, conditions: frozenset[str], *, imports: bool) -> None:
        self._package = package
        self._conditions = conditions
        self._imports = imports

    def match(self, key: str, table: Mapping[str, Any]) -> str | _Undefined | None:
        """*PACKAGE_IMPORTS_EXPORTS_RESOLVE*, but that a pattern may match what ends in a
        slash, as Node lets it."""
        if key in table and "*" not in key and not key.endswith("/"):
            return self.target(table[key], key, None)
        for pattern in sorted((k for k in table if k.count("*") == 1), key=_pattern_order):
            base, _, trailer = pattern.partition("*")
            if key.startswith(base) and key != base and _trails(key, pattern, trailer):
                matched = key[len(base) : len(key) - len(trailer)]
                return self.target(table[pattern], pattern, matched)
        return None

    def target(self, target: Any, key: str, matched: str | None) -> str | _Undefined | None:
        """*PACKAGE_TARGET_RESOLVE*, errors as Problem."""
        try:
            return self._target(target, key, matched, 0)
        except _InvalidTarget as invalid:
            field = "imports" if self._imports else "exports"
            raise Problem(
                "invalid-package-target",
                f"{self._package.file} maps {quoted(key)} in its {field} to an invalid"
                f" target, {invalid}",
                hint='A target starts with "./" and stays inside its package.',
            ) from None

    def _target(
        self, target: Any, key: str, matched: str | None, depth: int
    ) -> str | _Undefined | None:
        if target is None or isinstance(target, _Undefined):
            return target
        if depth > _DEPTH:
            raise _InvalidTarget("conditions nested too deep")
        if isinstance(target, str):
            return self._string(target, matched)
        if isinstance(target, list):
            return self._first(target, key, matched, depth)
        if isinstance(target, dict):
            return self._conditional(target, key, matched, depth)
        raise _InvalidTarget(quoted(target))

    def _string(self, target: str, matched: str | None) -> str:
        if not target.startswith("./"):
            leaves = target.startswith(("../", "/"))
            url = re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:", target)
            if not self._imports or leaves or (url and url.group() != "node:"):
                raise _InvalidTarget(quoted(target))
            return target if matched is None else target.replace("*", matched)
        if _INVALID_SEGMENT.search(target[2:]):
            raise _InvalidTarget(quoted(target))
        if matched is None:
            return target
        if _INVALID_SEGMENT.search(matched):
            raise Problem(
                "unresolved-import",
                f"{quoted(matched)}, which stands for the * of {quoted(target)}, leaves its"
                " directory",
            )
        return target.replace("*", matched)

    def _first(
        self, targets: list[Any], key: str, matched: str | None, depth: int
    ) -> str | _Undefined | None:
        last: _InvalidTarget | _Undefined | None = _UNDEFINED
        for target in targets:
            try:
                found = self._target(target, key, matched, depth + 1)
            except _InvalidTarget as invalid:
                last = invalid
                continue
            if isinstance(found, str):
                return found
            if found is None:
                last = None
        if isinstance(last, _InvalidTarget):
            raise last
        return last if targets else None

    def _conditional(
        self, targets: dict[str, Any], key: str, matched: str | None, depth: int
    ) -> str | _Undefined | None:
        if any(_INDEX.fullmatch(condition) for condition in targets):
            raise _invalid_json(f"{quoted(key)} has conditions that are numbers", self._package)
        for condition, target in targets.items():
            if condition == "default" or condition in self._conditions:
                found = self._target(target, key, matched, depth + 1)
                if not isinstance(found, _Undefined):
                    return found
        return _UNDEFINED


def _pattern_order(pattern: str) -> tuple[int, int]:
    """*PATTERN_KEY_COMPARE*: longest base first, then longest key."""
    return -pattern.index("*"), -len(pattern)


def _trails(key: str, pattern: str, trailer: str) -> bool:
    return not trailer or (key.endswith(trailer) and len(key) >= len(pattern))


def _exports_table(package: Package) -> dict[str, Any] | None:
    """Return ``exports`` as a map of subpaths; None if it is a target itself."""
    exports = package.exports
    if not isinstance(exports, dict):
        return None if isinstance(exports, (str, list)) else {}
    subpaths = sum(key.startswith(".") for key in exports)
    if not subpaths:
        return {} if not exports else None
    if subpaths != len(exports):
        raise _invalid_json("exports mix subpaths (keys with a dot) and conditions", package)
    return exports


def _invalid_json(what: str, package: Package) -> Problem:
    text = f"{package.file} is invalid: {what}"
    hint = "Correct the file, or install the package again."
    return Problem("invalid-package-json", text, hint=hint)


def _not_exported(
    package: Package,
    subpath: str,
    specifier: str,
    table: Mapping[str, Any] | None,
    conditions: frozenset[str],
) -> Problem:
    keys = [".", *()] if table is None else list(table)
    listed = subpath in keys
    what = "its main module" if subpath == "." else quoted(subpath)
    text = f"{quoted(specifier)} is not exported: {package.file} does not export {what}"
    if listed:
        target = package.exports if table is None else table[subpath]
        text += " (it maps it to null)" if target is None else _for_conditions(conditions)
    return Problem(
        "package-path-not-exported",
        text,
        hint=_suggestion(subpath, keys, package.name or ""),
        notes=((f"it exports: {_some(keys)}", None),),
    )


def _for_conditions(conditions: frozenset[str]) -> str:
    return f" under the conditions {', '.join(sorted(conditions | {'default'}))}"


def _suggestion(wanted: str, keys: list[str], package: str = "") -> str:
    plain = [key for key in keys if "*" not in key and key != wanted]
    close = get_close_matches(wanted, plain, 1, 0.75)
    if not close and f"{wanted}.js" in plain:
        close = [f"{wanted}.js"]
    if not close:
        return ""
    return f"Did you mean {quoted(package + close[0].removeprefix('.'))}?"


def _some(keys: list[str]) -> str:
    listed = ", ".join(map(shown, keys[:_SHOWN])) or "nothing"
    return listed if len(keys) <= _SHOWN else f"{listed} and {len(keys) - _SHOWN} more"
