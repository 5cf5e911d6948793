"""From a specifier to a module: Node's *ESM_RESOLVE*, and what bundlers add to it.

Added are: extensions and ``index`` files, directories with a ``package.json``, the
fields ``module`` and ``browser``, externals, and files whose names read differently as
a URL (``a#b.js``). docs/resolution.md has the whole order.
"""

from __future__ import annotations

import os
import re
from typing import Final, NamedTuple

from pybundle.construct import advice
from pybundle.construct.builtins import BARE, PREFIX, is_builtin
from pybundle.construct.exports import exported_target, imported_target
from pybundle.construct.externals import Externals, is_path
from pybundle.construct.files import Directory, Files
from pybundle.construct.names import Names
from pybundle.construct.packages import Package, Packages
from pybundle.construct.problem import Problem
from pybundle.construct.record import ModuleKind
from pybundle.construct.urls import (
    data_url_key,
    decoded_path,
    file_url,
    file_url_path,
    scheme,
    split_suffix,
    trimmed,
)
from pybundle.options import Options, Platform

EXTENSIONS: Final = (".mjs", ".js", ".cjs", ".json")
"""Tried in this order after a path that names no file."""

MAIN_FIELDS: Final[dict[Platform, tuple[str, ...]]] = {
    "browser": ("browser", "module", "main"),
    "node": ("main", "module"),
    "neutral": ("module", "main"),
}
CONDITIONS: Final[dict[Platform, tuple[str, ...]]] = {
    "browser": ("import", "module", "browser"),
    "node": ("import", "module", "node"),
    "neutral": ("import", "module"),
}
"""``default`` always applies as well."""

_PLAIN_PATH: Final = re.compile(r"\.{1,2}(?:/[\w\-.@+$~!, ]*[\w\-@+$~!,])+")
_BAD_NAME: Final = re.compile(r"^\.|[\\%]|^$|/$|^@/")
_EXTERNAL_SCHEMES: Final = ("http", "https")


class Resolved(NamedTuple):
    """Where a specifier leads.

    ``url`` is the module's key. ``path`` is the real path of its file, or None.
    ``suffix`` is the query and fragment that ``url`` ends in. ``kind`` is EXTERNAL,
    EMPTY or None (then it depends on the file).
    """

    url: str
    path: str | None = None
    suffix: str = ""
    kind: ModuleKind | None = None


class Resolver:
    """Resolves for one build; remembers everything it has seen of the file system."""

    def __init__(self, options: Options, files: Files, packages: Packages, names: Names) -> None:
        self.working_directory = files.trusted(os.path.realpath(os.curdir))
        self._files = files
        self._packages = packages
        self._names = names
        self._platform = options.platform
        self._conditions = frozenset((*CONDITIONS[options.platform], *options.conditions))
        self._main_fields = MAIN_FIELDS[options.platform]
        self._externals = Externals(options.external, self.working_directory.path)
        self._known: dict[tuple[str, str], Resolved | Problem] = {}

    def resolve(self, specifier: str, base: Directory | None) -> Resolved:
        """Resolve ``specifier`` for a module in ``base`` (None: a ``data:`` module, which
        lies nowhere). Raises Problem."""
        key = (base.path if base else "", specifier)
        known = self._known.get(key)
        if known is None:
            try:
                known = self._resolve(specifier, base)
            except Problem as problem:
                known = problem
            self._known[key] = known
        if isinstance(known, Problem):
            raise known
        return known

    def entry(self, entry: str) -> Resolved:
        """Resolve an entry: a path from the working directory, or a URL. Raises Problem."""
        if scheme(entry) in ("file", "data"):
            return self._url(entry, scheme(entry))
        path = os.path.normpath(os.path.join(self.working_directory.path, entry))
        real = self._file(path)
        directory = self._files.directory(path)
        if real is None and directory is not None:
            raise advice.entry_is_directory(entry, directory)
        real = real or self._with_extension(path, [])
        if real is None:
            raise advice.no_entry(entry, path, self._files)
        return self._found(real, "")

    def _resolve(self, specifier: str, base: Directory | None) -> Resolved:
        if self._externals.specifier(specifier):
            return self._external(specifier, base)
        if base is not None and _PLAIN_PATH.fullmatch(specifier):
            return self._path(specifier, base)
        specifier = trimmed(specifier)
        if not specifier:
            raise Problem("unresolved-import", "the specifier is empty")
        protocol = scheme(specifier)
        if protocol or specifier.startswith("//"):
            return self._url(specifier, protocol)
        if base is None:
            return self._from_data(specifier)
        if is_path(specifier) or os.path.isabs(specifier):
            return self._path(specifier, base)
        return self._bare(specifier, base)

    # URLs

    def _url(self, url: str, protocol: str) -> Resolved:
        if protocol == "file":
            return self._file_url(url)
        if protocol == "data":
            return Resolved(data_url_key(url))
        if protocol in _EXTERNAL_SCHEMES or not protocol:
            return Resolved(url, kind=ModuleKind.EXTERNAL)
        if protocol == "node":
            return self._builtin(url)
        raise advice.unknown_scheme(url, protocol)

    def _file_url(self, url: str) -> Resolved:
        try:
            path, suffix = file_url_path(url)
        except ValueError as error:
            raise Problem("unresolved-import", f"{url!r} is no usable URL: {error}") from None
        path = os.path.normpath(path)
        tried: list[str] = []
        found = self._lookup(path, tried)
        if found is None:
            raise advice.no_file(url, path, tried, self._files, self._names)
        return self._finished(found, suffix)

    def _builtin(self, specifier: str) -> Resolved:
        if self._platform != "node":
            raise advice.builtin(specifier, self._platform)
        if not is_builtin(specifier):
            raise advice.unknown_builtin(specifier)
        return Resolved(specifier, kind=ModuleKind.EXTERNAL)

    def _from_data(self, specifier: str) -> Resolved:
        if specifier in BARE:
            return self._builtin(specifier)
        raise advice.from_data(specifier)

    def _external(self, specifier: str, base: Directory | None) -> Resolved:
        path = None
        if base is not None and is_path(specifier):
            path = os.path.normpath(os.path.join(base.path, specifier))
        return Resolved(specifier, path, kind=ModuleKind.EXTERNAL)

    # Paths

    def _path(self, specifier: str, base: Directory) -> Resolved:
        tried: list[str] = []
        unreadable = ""
        try:
            path, suffix = split_suffix(specifier)
            readings = [(decoded_path(path.replace("\\", "/")), suffix)]
        except ValueError as error:
            readings, unreadable = [], str(error)
        if not readings or readings[0][0] != specifier:
            readings.append((specifier, ""))
        for reading, after in readings:
            joined = os.path.join(base.path, reading)
            absolute = os.path.normpath(joined)
            if self._externals.path(absolute):
                return Resolved(specifier, absolute, kind=ModuleKind.EXTERNAL)
            found = self._lookup(absolute, tried, directory_only=reading.endswith("/"))
            if found is not None:
                return self._finished(found, after, specifier)
            mapped = self._mapped_path(absolute)
            if mapped is not None:
                return mapped
        if unreadable:
            text = f"{specifier!r} can't be resolved: {unreadable}"
            raise Problem("unresolved-import", text)
        absolute = os.path.normpath(os.path.join(base.path, readings[0][0]))
        raise advice.no_file(specifier, absolute, tried, self._files, self._names)

    def _lookup(self, path: str, tried: list[str], *, directory_only: bool = False) -> str | None:
        """Return the real path of the file that ``path`` leads to, or None: the file, one
        with an extension added, the directory's main file."""
        if not directory_only:
            found = self._file(path)
            if found is not None:
                return found
            tried.append(path)
            found = self._with_extension(path, tried)
            if found is not None:
                return found
        directory = self._files.directory(path)
        return None if directory is None else self._main(directory, tried)

    def _file(self, path: str) -> str | None:
        head, name = os.path.split(path)
        parent = self._files.directory(head)
        return None if parent is None or not name else self._files.file(parent, name)

    def _with_extension(self, path: str, tried: list[str]) -> str | None:
        for extension in EXTENSIONS:
            found = self._file(path + extension)
            if found is not None:
                return found
            tried.append(path + extension)
        return None

    def _main(self, directory: Directory, tried: list[str]) -> str | None:
        """Return the main file of a directory, or None."""
        package = self._packages.at(directory)
        if package is not None:
            for field in self._main_fields:
                main = package.main_fields.get(field)
                if main is None:
                    continue
                path = os.path.normpath(os.path.join(directory.path, main))
                found = self._file(path) or self._with_extension(path, tried)
                found = found or self._index(path, tried)
                if found is not None:
                    return found
        return self._index(directory.path, tried)

    def _index(self, path: str, tried: list[str]) -> str | None:
        return self._with_extension(os.path.join(path, "index"), tried)

    def _finished(self, real: str, suffix: str, specifier: str = "") -> Resolved:
        """Apply externals and the ``browser`` map of its own package to a found file."""
        if self._externals.path(real):
            return Resolved(specifier or file_url(real), real, kind=ModuleKind.EXTERNAL)
        if self._platform == "browser":
            mapped = self._mapped_path(real)
            if mapped is not None:
                return mapped
        return self._found(real, suffix)

    @staticmethod
    def _found(real: str, suffix: str) -> Resolved:
        return Resolved(file_url(real) + suffix, real, suffix)

    # Packages

    def _bare(self, specifier: str, base: Directory) -> Resolved:
        if specifier.startswith("#"):
            return self._private(specifier, base)
        mapped = self._mapped_package(specifier, base)
        if mapped is not None:
            return mapped
        return self._package(specifier, base)

    def _private(self, specifier: str, base: Directory) -> Resolved:
        scope = self._packages.scope(base)
        if scope is None or scope.imports is None:
            raise advice.no_imports(specifier, scope)
        target = imported_target(scope, specifier, self._conditions)
        if target.startswith("./"):
            return self._target(scope, target, specifier)
        if target.startswith(PREFIX):
            return self._builtin(target)
        if self._externals.specifier(target):
            return Resolved(target, kind=ModuleKind.EXTERNAL)
        return self._bare(target, scope.directory)

    def _package(self, specifier: str, base: Directory) -> Resolved:
        if self._platform == "node" and specifier in BARE:
            return self._builtin(specifier)
        name, subpath = _package_name(specifier)
        scope = self._packages.scope(base)
        if scope is not None and scope.exports is not None and scope.name == name:
            return self._exported(scope, subpath, specifier)
        tried: list[str] = []
        places: list[Directory] = []
        for modules in self._modules_directories(base):
            places.append(modules)
            directory = self._files.directory(os.path.join(modules.path, name))
            if directory is None:
                found = self._single_file(modules, specifier)
                if found is not None:
                    return self._finished(found, "")
                continue
            package = self._packages.at(directory)
            if package is not None and package.exports is not None:
                return self._exported(package, subpath, specifier)
            resolved = self._unexported(directory, subpath, tried)
            if resolved is not None:
                return resolved
        if is_builtin(specifier.rstrip("/")):
            raise advice.builtin(specifier, self._platform)
        raise advice.no_package(specifier, name, base, places, tried, self._files, self._names)

    def _modules_directories(self, base: Directory) -> list[Directory]:
        found = []
        for directory in base.upwards():
            if directory.name != "node_modules":
                modules = self._files.directory(os.path.join(directory.path, "node_modules"))
                if modules is not None:
                    found.append(modules)
        return found

    def _single_file(self, modules: Directory, specifier: str) -> str | None:
        path = os.path.normpath(os.path.join(modules.path, split_suffix(specifier)[0]))
        return self._file(path) or self._with_extension(path, [])

    def _unexported(self, directory: Directory, subpath: str, tried: list[str]) -> Resolved | None:
        """Resolve in a package that has no ``exports``."""
        if subpath == ".":
            found = self._main(directory, tried)
            return None if found is None else self._finished(found, "")
        for reading, suffix in _readings(subpath):
            path = os.path.normpath(os.path.join(directory.path, reading))
            found = self._lookup(path, tried, directory_only=reading.endswith("/"))
            if found is not None:
                return self._finished(found, suffix)
            mapped = self._mapped_path(path)
            if mapped is not None:
                return mapped
        return None

    def _exported(self, package: Package, subpath: str, specifier: str) -> Resolved:
        try:
            target = exported_target(package, subpath, specifier, self._conditions)
        except Problem as problem:
            plain, suffix = split_suffix(subpath)
            if not suffix or problem.code != "package-path-not-exported":
                raise
            target = exported_target(package, plain, specifier, self._conditions) + suffix
        return self._target(package, target, specifier)

    def _target(self, package: Package, target: str, specifier: str) -> Resolved:
        """Resolve a target of ``exports`` or ``imports``: a URL, exact, no lookup."""
        for reading, suffix in _readings(target):
            path = os.path.normpath(os.path.join(package.directory.path, reading))
            found = None if reading.endswith("/") else self._file(path)
            if found is not None:
                return self._finished(found, suffix)
        path = os.path.normpath(os.path.join(package.directory.path, target))
        raise advice.no_target(specifier, target, package, path, self._files)

    # The browser map

    def _mapped_package(self, specifier: str, base: Directory) -> Resolved | None:
        if self._platform != "browser":
            return None
        scope = self._packages.browser_scope(base)
        if scope is None or specifier not in scope.browser:
            return None
        return self._mapped(scope, specifier)

    def _mapped_path(self, path: str) -> Resolved | None:
        if self._platform != "browser":
            return None
        head, name = os.path.split(path)
        directory = self._files.directory(head)
        scope = self._packages.browser_scope(directory) if directory else None
        if scope is None or directory is None:
            return None
        real = os.path.join(directory.path, name)
        for key in _map_keys(os.path.relpath(real, scope.directory.path).replace(os.sep, "/")):
            if key in scope.browser:
                return self._mapped(scope, key)
        return None

    def _mapped(self, scope: Package, key: str) -> Resolved | None:
        """Return what the ``browser`` map gives for ``key``; the result isn't mapped again."""
        target = scope.browser[key]
        path = os.path.normpath(os.path.join(scope.directory.path, str(target)))
        if not isinstance(target, str):
            path = os.path.normpath(os.path.join(scope.directory.path, key))
            return Resolved(file_url(path) + "#empty", path, "", ModuleKind.EMPTY)
        if target == key:
            return None
        found = self._lookup(path, [])
        if found is not None:
            return self._found(found, "")
        if not is_path(target):
            return self._package(target, scope.directory)
        raise Problem(
            "unresolved-import",
            f"{scope.file} maps {key!r} to {target!r} in its browser field, and there is no"
            " such file",
        )


def _map_keys(relative: str) -> list[str]:
    """Return the keys of a ``browser`` map that may stand for a file, best first."""
    stems = [relative]
    stem, extension = os.path.splitext(relative)
    if extension in EXTENSIONS:
        stems.append(stem)
        if stem.endswith("/index"):
            stems.append(stem.removesuffix("/index"))
    else:
        stems += [relative + extension for extension in EXTENSIONS]
    return [prefix + stem for stem in stems for prefix in ("./", "")]


def _package_name(specifier: str) -> tuple[str, str]:
    """Split a bare specifier into the package's name and the subpath (``.``, ``./x``)."""
    parts = specifier.split("/")
    length = 2 if specifier.startswith("@") else 1
    name = "/".join(parts[:length])
    if len(parts) < length or _BAD_NAME.search(name):
        raise Problem("unresolved-import", f"{specifier!r} is not a valid package name")
    rest = "/".join(parts[length:])
    return name, f"./{rest}" if rest else "."


def _readings(path: str) -> list[tuple[str, str]]:
    """Return how a URL path may be read, best first: decoded and without its suffix, or
    as it stands; each with the suffix."""
    plain, suffix = split_suffix(path)
    try:
        readings = [(decoded_path(plain), suffix)]
    except ValueError:
        return [(path, "")]
    return readings if readings[0][0] == path else [*readings, (path, "")]
