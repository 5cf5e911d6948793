"""From a specifier to a module: Node's *ESM_RESOLVE*, and what bundlers add to it.

Added are: extensions and ``index`` files, directories with a ``package.json``, the
fields ``module`` and ``browser``, externals, and files whose names read differently as
a URL (``a#b.js``). docs/resolution.md has the whole order.
"""

from __future__ import annotations

import os
import re
from copy import copy
from typing import Final, NamedTuple

from pybundle.construct.names import Names
from pybundle.construct.problem import Problem, quoted
from pybundle.construct.record import ModuleKind
from pybundle.construct.resolve import advice
from pybundle.construct.resolve.builtins import BARE, PREFIX, is_builtin
from pybundle.construct.resolve.exports import exported_target, imported_target
from pybundle.construct.resolve.externals import Externals
from pybundle.construct.resolve.files import Directory, Files
from pybundle.construct.resolve.lookup import Lookup
from pybundle.construct.resolve.packages import Package, Packages
from pybundle.construct.resolve.specifiers import (
    REQUIRE_EXTENSIONS,
    is_path,
    map_keys,
    package_name,
    readings,
)
from pybundle.construct.resolve.urls import (
    data_url_key,
    decoded_path,
    file_url,
    file_url_path,
    scheme,
    split_suffix,
    trimmed,
)
from pybundle.options import Options, Platform

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
"""Those of ``import``; ``default`` always applies as well. ``require`` has ``require`` in
place of ``import``, and ``module`` only where it isn't Node's: there it is given the file that
Node gives it."""

_PLAIN_PATH: Final = re.compile(r"\.{1,2}(?:/[\w\-.@+$~!, ]*[\w\-@+$~!,])+")


class Resolved(NamedTuple):
    """Where a specifier leads.

    ``url`` is the module's key. ``path`` is the real path of its file, or None; for an
    EXTERNAL that is written as a path it is the file that is meant. ``suffix`` is the
    query and fragment that ``url`` ends in. ``kind`` is EXTERNAL, EMPTY or None (then it
    depends on the file).
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
        self._given = options.conditions
        self._conditions = frozenset((*CONDITIONS[options.platform], *options.conditions))
        fields = MAIN_FIELDS[options.platform]
        self._lookup = Lookup(files, packages, fields)
        self._externals = Externals(options.external, self.working_directory.path)
        self._known: dict[tuple[str, str], Resolved | Problem] = {}
        self._required: Resolver | None = None

    def resolve(
        self, specifier: str, base: Directory | None, *, by_require: bool = False
    ) -> Resolved:
        """Resolve ``specifier`` for a module in ``base`` (None: a ``data:`` module, which
        lies nowhere). Raises Problem."""
        if by_require:
            return self._for_require().resolve(specifier, base)
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

    def _for_require(self) -> Resolver:
        """Return the resolver of ``require()``: other conditions, ``main`` as the main
        file, ``.js`` before other extensions."""
        if self._required is None:
            made = self._required = copy(self)
            made._known = {}
            made._conditions = self._conditions - {"import"} | {"require"}
            if self._platform == "node":
                made._conditions -= {"module"} - {*self._given}
            fields = [field for field in MAIN_FIELDS[self._platform] if field != "module"]
            made._lookup = Lookup(self._files, self._packages, fields, REQUIRE_EXTENSIONS)
        return self._required

    def finds_esm(self, external: Resolved, base: Directory | None) -> bool:
        """Whether Node's ``import`` of an external module, from ``base``, leads to a file that is
        an ES module by its extension or ``package.json``."""
        path = external.path
        if path is None:
            native = copy(self)
            native._platform = "node"
            native._known = {}
            native._conditions = frozenset(("import", "node"))
            native._externals = Externals((), self.working_directory.path)
            native._lookup = Lookup(self._files, self._packages, ("main",), REQUIRE_EXTENSIONS)
            try:
                path = native.resolve(external.url, base).path
            except Problem:
                return False
        extension = os.path.splitext(path or "")[1]
        if path is None or extension != ".js":
            return extension == ".mjs"
        package = self._packages.scope_of(path)
        return package is not None and package.type == "module"

    def entry(self, entry: str) -> Resolved:
        """Resolve an entry: a path from the working directory, or a ``file:`` or ``data:``
        URL. Raises Problem."""
        protocol = scheme(entry)
        if protocol in ("file", "data"):
            return self._url(entry, protocol)
        path = os.path.normpath(os.path.join(self.working_directory.path, entry))
        real = self._lookup.file(path, [])
        directory = self._files.directory(path)
        if real is None and directory is not None:
            raise advice.entry_is_directory(entry, directory)
        real = real or self._lookup.with_extension(path, [])
        if real is None:
            raise advice.no_entry(entry, path, self._files)
        return _file(real)

    def _resolve(self, specifier: str, base: Directory | None) -> Resolved:
        if self._externals.specifier(specifier):
            return _external(specifier, base)
        if base is not None and _PLAIN_PATH.fullmatch(specifier):
            return self._path(specifier, base, [(specifier, "")])
        # Whether it is a path is seen before a URL parser drops white space.
        path_like = is_path(specifier) or os.path.isabs(specifier)
        url = trimmed(specifier)
        if not url:
            raise Problem("unresolved-import", "the specifier is empty")
        protocol = scheme(url)
        if protocol or (path_like and url.startswith("//")):
            return self._url(url, protocol)
        if base is None:
            return self._from_data(url)
        if path_like:
            return self._path(url, base, readings(url))
        if specifier.startswith("#"):
            return self._private(specifier, base)
        return self._bare(specifier, base)

    # URLs

    def _url(self, url: str, protocol: str) -> Resolved:
        if protocol == "file":
            return self._file_url(url)
        if protocol == "data":
            return Resolved(data_url_key(url))
        if protocol in ("http", "https", ""):
            return Resolved(url, kind=ModuleKind.EXTERNAL)
        if protocol == "node":
            return self._builtin(url)
        raise advice.unknown_scheme(url, protocol)

    def _file_url(self, url: str) -> Resolved:
        try:
            path, suffix = file_url_path(url)
        except ValueError as error:
            raise Problem("unresolved-import", f"{quoted(url)} is no usable URL: {error}") from None
        path = os.path.normpath(path)
        tried: list[str] = []
        found = self._lookup.path(path, tried)
        if found is None:
            raise advice.no_file(url, path, tried, self._files, self._names)
        return self._finished(url, found, suffix)

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

    # Paths

    def _path(self, specifier: str, base: Directory, as_read: list[tuple[str, str]]) -> Resolved:
        tried: list[str] = []
        for reading, suffix in as_read:
            found = self._at(specifier, base, reading, suffix, tried)
            if found is not None:
                return found
        path = split_suffix(specifier)[0]
        try:
            path = decoded_path(path)
        except ValueError as error:
            text = f"{quoted(specifier)} can't be resolved: {error}"
            raise Problem("unresolved-import", text) from None
        absolute = os.path.normpath(os.path.join(base.path, path))
        raise advice.no_file(specifier, absolute, tried, self._files, self._names)

    def _at(
        self, specifier: str, directory: Directory, path: str, suffix: str, tried: list[str]
    ) -> Resolved | None:
        """Resolve a relative path with everything that bundlers try; None if it leads
        nowhere."""
        absolute = os.path.normpath(os.path.join(directory.path, path))
        if self._externals.path(absolute):
            return Resolved(specifier, absolute, kind=ModuleKind.EXTERNAL)
        directory_only = path.endswith("/")
        found = self._lookup.path(absolute, tried, directory_only=directory_only)
        if found is not None:
            return self._finished(specifier, found, suffix)
        return self._mapped_path(specifier, absolute)

    def _finished(self, specifier: str, real: str, suffix: str) -> Resolved:
        """Apply externals and the ``browser`` map of its own package to a found file."""
        if self._externals.path(real):
            return Resolved(specifier, real, kind=ModuleKind.EXTERNAL)
        return self._mapped_path(specifier, real) or _file(real, suffix)

    # Packages

    def _private(self, specifier: str, base: Directory) -> Resolved:
        """*PACKAGE_IMPORTS_RESOLVE*."""
        scope = self._packages.scope(base)
        if scope is None or scope.imports is None:
            raise advice.no_imports(specifier, scope)
        target = imported_target(scope, specifier, self._conditions)
        if target.startswith("./"):
            return self._target(scope, target, specifier)
        if self._externals.specifier(target):
            return Resolved(target, kind=ModuleKind.EXTERNAL)
        if target.startswith(PREFIX):
            return self._builtin(target)
        return self._bare(target, scope.directory)

    def _bare(self, specifier: str, base: Directory) -> Resolved:
        scope = self._browser_scope(base)
        if scope is not None and specifier in scope.browser:
            mapped = self._mapped(specifier, scope, specifier)
            if mapped is not None:
                return mapped
        return self._package(specifier, base)

    def _package(self, specifier: str, base: Directory) -> Resolved:
        """*PACKAGE_RESOLVE*."""
        if self._platform == "node" and specifier in BARE:
            return self._builtin(specifier)
        name, subpath = package_name(specifier)
        scope = self._packages.scope(base)
        if scope is not None and scope.exports is not None and scope.name == name:
            return self._exported(scope, subpath, specifier)
        tried: list[str] = []
        searched = self._modules_directories(base)
        for modules in searched:
            resolved = self._installed(modules, name, subpath, specifier, tried)
            if resolved is not None:
                return resolved
        if is_builtin(specifier.rstrip("/")):
            raise advice.builtin(specifier, self._platform)
        raise advice.no_package(specifier, name, base, searched, tried, self._files, self._names)

    def _modules_directories(self, base: Directory) -> list[Directory]:
        found = []
        for directory in base.upwards():
            if directory.name != "node_modules":
                modules = self._files.probed(directory, "node_modules")
                if modules is not None:
                    found.append(modules)
        return found

    def _installed(
        self, modules: Directory, name: str, subpath: str, specifier: str, tried: list[str]
    ) -> Resolved | None:
        """Resolve in one ``node_modules`` directory; None if the next one may have it."""
        directory = self._files.directory(os.path.join(modules.path, *name.split("/")))
        if directory is None:
            return self._at_file(modules, specifier)
        package = self._packages.at(directory)
        if package is not None and package.exports is not None:
            return self._exported(package, subpath, specifier)
        if subpath in (".", "./"):
            found = self._lookup.main(directory, tried)
            if found is not None:
                return self._finished(specifier, found, "")
            mapped = (self._mapped_path(specifier, path) for path in self._lookup.mains(directory))
            return next((resolved for resolved in mapped if resolved is not None), None)
        for reading, suffix in readings(subpath):
            resolved = self._at(specifier, directory, reading, suffix, tried)
            if resolved is not None:
                return resolved
        return None

    def _at_file(self, modules: Directory, specifier: str) -> Resolved | None:
        """Resolve to a file that lies in ``node_modules`` itself."""
        for reading, suffix in readings(specifier):
            path = os.path.normpath(os.path.join(modules.path, reading))
            found = self._lookup.file(path, []) or self._lookup.with_extension(path, [])
            if found is not None:
                return self._finished(specifier, found, suffix)
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
        for reading, suffix in readings(target):
            path = os.path.normpath(os.path.join(package.directory.path, reading))
            found = None if reading.endswith("/") else self._lookup.file(path, [])
            if found is not None:
                return self._finished(specifier, found, suffix)
        path = os.path.normpath(os.path.join(package.directory.path, target))
        raise advice.no_target(specifier, target, package, path, self._files)

    # The browser field in its map form

    def _browser_scope(self, directory: Directory | None) -> Package | None:
        if self._platform != "browser" or directory is None:
            return None
        return self._packages.browser_scope(directory)

    def _mapped_path(self, specifier: str, path: str) -> Resolved | None:
        """Return what the map of the package around ``path`` gives for it, or None."""
        head, name = os.path.split(path)
        directory = self._files.directory(head)
        scope = self._browser_scope(directory)
        if scope is None or directory is None:
            return None
        relative = os.path.relpath(os.path.join(directory.path, name), scope.directory.path)
        for key in map_keys(relative.replace(os.sep, "/")):
            if key in scope.browser:
                return self._mapped(specifier, scope, key)
        return None

    def _mapped(self, specifier: str, scope: Package, key: str) -> Resolved | None:
        """Return what a map gives for ``key``; a file that it gives isn't mapped again."""
        target = scope.browser[key]
        if not isinstance(target, str):
            path = os.path.normpath(os.path.join(scope.directory.path, key))
            return Resolved(f"{file_url(path)}#empty", path, "", ModuleKind.EMPTY)
        if target == key:
            return None
        path = os.path.normpath(os.path.join(scope.directory.path, target))
        found = self._lookup.path(path, [])
        if found is not None and self._externals.path(found):
            return Resolved(specifier, found, kind=ModuleKind.EXTERNAL)
        if found is not None:
            return _file(found)
        if not is_path(target):
            return self._package(target, scope.directory)
        raise advice.no_mapped(specifier, scope, key, target)


def _file(real: str, suffix: str = "") -> Resolved:
    return Resolved(file_url(real) + suffix, real, suffix)


def _external(specifier: str, base: Directory | None) -> Resolved:
    path = None
    if base is not None and is_path(specifier):
        path = os.path.normpath(os.path.join(base.path, specifier))
    return Resolved(specifier, path, kind=ModuleKind.EXTERNAL)
