"""``package.json`` files: read once, found from any directory (Node: *READ_PACKAGE_JSON*,
*LOOKUP_PACKAGE_SCOPE*)."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pybundle.construct.names import Names
from pybundle.construct.problem import Problem
from pybundle.construct.resolve.files import Directory, Files
from pybundle.diagnostics import place_of

MANIFEST: Final = "package.json"


@dataclass(frozen=True, slots=True, eq=False)
class Package:
    """One ``package.json``, as far as resolution reads it.

    ``file`` is the manifest's name for messages. ``main_fields`` holds the fields
    ``main``, ``module`` and ``browser`` that are strings; ``browser`` is the map form of
    that field, values being strings or False. ``exports`` and ``imports`` are as
    written; ``exports`` is None where it is absent or null.
    """

    directory: Directory
    file: str
    name: str | None = None
    type: str | None = None
    main_fields: Mapping[str, str] = field(default_factory=dict)
    browser: Mapping[str, str | bool] = field(default_factory=dict)
    exports: Any = None
    imports: Any = None


class Packages:
    """All packages of one build. Methods raise Problem for a manifest that can't be read."""

    def __init__(self, files: Files, names: Names) -> None:
        self._files = files
        self._names = names
        self._own: dict[str, Package | Problem | None] = {}
        self._scopes: dict[str, Package | None] = {}
        self._browser: dict[str, Package | None] = {}

    def scope_of(self, path: str) -> Package | None:
        """Return the package that the file with the real path ``path`` belongs to."""
        return self.scope(self._files.trusted(os.path.dirname(path)))

    def at(self, directory: Directory) -> Package | None:
        """Return the package whose manifest lies in ``directory``, or None."""
        known = self._own.get(directory.path, self)
        if isinstance(known, Packages):
            try:
                known = self._read(directory)
            except Problem as problem:
                known = problem
            self._own[directory.path] = known
        if isinstance(known, Problem):
            raise known
        return known

    def scope(self, directory: Directory) -> Package | None:
        """Return the package that files in ``directory`` belong to, or None."""
        return self._nearest(directory, self._scopes, browser=False)

    def browser_scope(self, directory: Directory) -> Package | None:
        """Return the nearest package with a ``browser`` map that covers ``directory``."""
        return self._nearest(directory, self._browser, browser=True)

    def _nearest(
        self, directory: Directory, known: dict[str, Package | None], *, browser: bool
    ) -> Package | None:
        if directory.path in known:
            return known[directory.path]
        found, passed = None, []
        for above in directory.upwards():
            if above.path in known:
                found = known[above.path]
                break
            if above.name == "node_modules":
                break
            passed.append(above.path)
            package = self.at(above)
            if package is not None and (package.browser or not browser):
                found = package
                break
        for path in passed:
            known[path] = found
        return found

    def _read(self, directory: Directory) -> Package | None:
        path = os.path.join(directory.path, MANIFEST)
        entries = directory.entries
        if entries is not None and directory.readable and MANIFEST not in entries:
            return None
        try:
            with open(path, "rb") as stream:
                data = stream.read()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except PermissionError as error:
            if not directory.readable or not os.path.isfile(path):
                return None
            name = self._names.of(path)
            text = f"{name} can't be read: {error.strerror}"
            raise Problem("unreadable-file", text, hint="Check its permissions.") from None
        return _package(directory, self._names.of(path), data)


def _package(directory: Directory, file: str, data: bytes) -> Package:
    manifest = _parsed(file, data)
    main_fields = {
        key: value
        for key in ("main", "module", "browser")
        if isinstance(value := manifest.get(key), str) and value
    }
    browser = manifest.get("browser")
    return Package(
        directory,
        file,
        _string(manifest.get("name")),
        _string(manifest.get("type")),
        main_fields,
        _browser_map(browser) if isinstance(browser, dict) else {},
        manifest.get("exports"),
        manifest.get("imports"),
    )


def _parsed(file: str, data: bytes) -> dict[str, Any]:
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    try:
        manifest = json.loads(text)
    except json.JSONDecodeError as error:
        place = place_of(file, text, error.pos)
        raise _invalid(f"{file} is not valid JSON: {error.msg}", place) from None
    except (ValueError, RecursionError):
        raise _invalid(f"{file} is nested too deep or has a number too long", None) from None
    if not isinstance(manifest, dict):
        raise _invalid(f"{file} must hold a JSON object", place_of(file, text, 0))
    return manifest


def _invalid(text: str, place: Any) -> Problem:
    hint = "Correct the file, or install the package again."
    return Problem("invalid-package-json", text, hint=hint, place=place)


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _browser_map(value: dict[str, Any]) -> dict[str, str | bool]:
    return {key: to for key, to in value.items() if isinstance(to, str) or to is False}
