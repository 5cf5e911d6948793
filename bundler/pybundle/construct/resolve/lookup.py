"""From a path without or with extension, or a directory, to a file: what bundlers (and
CommonJS in Node, *LOAD_AS_FILE*, *LOAD_AS_DIRECTORY*) add to ES module resolution."""

from __future__ import annotations

import os
from collections.abc import Sequence

from pybundle.construct.resolve.files import Directory, Files
from pybundle.construct.resolve.packages import Packages
from pybundle.construct.resolve.specifiers import EXTENSIONS, REQUIRE_EXTENSIONS


class Lookup:
    """Paths are absolute and normalised; results are real paths. Every path that named
    no file is added to ``tried``. ``main_fields`` are those of ``package.json`` that name
    a package's main file, best first; so are ``extensions``. Where ``main`` of a package lacks
    its extension, or is not there, the order is always that of ``require``, as in Node
    (*LegacyMainResolve*)."""

    def __init__(
        self,
        files: Files,
        packages: Packages,
        main_fields: Sequence[str],
        extensions: Sequence[str] = EXTENSIONS,
    ) -> None:
        self._files = files
        self._packages = packages
        self._main_fields = main_fields
        self._extensions = extensions
        self._as_it_is = ("", *extensions)

    def path(self, path: str, tried: list[str], *, directory_only: bool = False) -> str | None:
        """Return the file that ``path`` leads to, or None: the file, one with an
        extension added, the directory's main file."""
        if not directory_only:
            found = self._first(path, self._as_it_is, tried)
            if found is not None:
                return found
        directory = self._files.directory(path)
        return None if directory is None else self.main(directory, tried)

    def file(self, path: str, tried: list[str]) -> str | None:
        """Return the file ``path``, or None."""
        return self._first(path, ("",), tried)

    def with_extension(self, path: str, tried: list[str]) -> str | None:
        """Return the first file that is ``path`` and an extension, or None."""
        return self._first(path, self._extensions, tried)

    def main(self, directory: Directory, tried: list[str]) -> str | None:
        """Return the main file of a directory, or None."""
        for field, path in self._main_paths(directory):
            order = REQUIRE_EXTENSIONS if field == "main" else self._extensions
            found = self._first(path, ("", *order), tried) or self._index(path, order, tried)
            if found is not None:
                return found
        order = self._extensions if self._packages.at(directory) is None else REQUIRE_EXTENSIONS
        return self._index(directory.path, order, tried)

    def mains(self, directory: Directory) -> list[str]:
        """Return the paths that the main file of a directory may have, extensions left out
        where ``package.json`` leaves them out, whether there is such a file or not."""
        found = [path for _, path in self._main_paths(directory)]
        return [*found, os.path.join(directory.path, "index")]

    def _main_paths(self, directory: Directory) -> list[tuple[str, str]]:
        package = self._packages.at(directory)
        fields = package.main_fields if package is not None else {}
        return [
            (field, os.path.normpath(os.path.join(directory.path, fields[field])))
            for field in self._main_fields
            if field in fields
        ]

    def _first(self, path: str, extensions: Sequence[str], tried: list[str]) -> str | None:
        head, name = os.path.split(path)
        parent = self._files.directory(head) if name else None
        for extension in extensions:
            found = parent and self._files.file(parent, name + extension)
            if found:
                return found
            tried.append(path + extension)
        return None

    def _index(self, path: str, extensions: Sequence[str], tried: list[str]) -> str | None:
        return self._first(os.path.join(path, "index"), extensions, tried)
