"""The file system as resolution sees it, read once and remembered for one build.

Directories are listed, not probed: one ``scandir`` answers every later question about
a directory, and a name exists only as it is written, on case-insensitive systems too.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from typing import Final

FILE: Final = 1
DIRECTORY: Final = 2
LINK: Final = 3
OTHER: Final = 4


class Directory:
    """A directory by its real path. ``entries`` maps names to what the system says of them;
    it is None until it is asked for, and empty if it may not be read."""

    __slots__ = ("entries", "parent", "path", "readable")

    def __init__(self, path: str, parent: Directory | None) -> None:
        self.path = path
        self.parent = parent
        self.entries: dict[str, os.DirEntry[str]] | None = None
        self.readable = True

    @property
    def name(self) -> str:
        """The last part of its path."""
        return os.path.basename(self.path)

    def listing(self) -> dict[str, os.DirEntry[str]]:
        """Return ``entries``, read first if need be."""
        if self.entries is None:
            try:
                with os.scandir(self.path) as scan:
                    self.entries = {entry.name: entry for entry in scan}
            except OSError:
                self.entries, self.readable = {}, False
        return self.entries

    def kind(self, name: str) -> int | None:
        """Return FILE, DIRECTORY, LINK or OTHER for an entry, None if there is none."""
        entry = self.listing().get(name)
        return None if entry is None else _kind(entry)

    def upwards(self) -> Iterator[Directory]:
        """Yield this directory, its parent, and so on."""
        directory: Directory | None = self
        while directory is not None:
            yield directory
            directory = directory.parent


class Files:
    """Lookups; every path that goes in is absolute and normalised."""

    def __init__(self) -> None:
        self._directories: dict[str, Directory | None] = {}

    def trusted(self, path: str) -> Directory:
        """Return the directory of a real path, which is not looked at."""
        return self._real(path)

    def directory(self, path: str) -> Directory | None:
        """Return the directory that ``path`` leads to, links followed, or None."""
        known = self._directories.get(path, self)
        if not isinstance(known, Files):
            return known
        missing = [path]
        while True:
            above = os.path.dirname(missing[-1])
            if above == missing[-1]:
                found: Directory | None = self._real(above)
                missing.pop()
                break
            if above in self._directories:
                found = self._directories[above]
                break
            missing.append(above)
        for step in reversed(missing):
            found = found and self.child(found, os.path.basename(step))
            self._directories[step] = found
        return found

    def probed(self, parent: Directory, name: str) -> Directory | None:
        """Return the directory ``name`` in ``parent`` or None, without listing ``parent``
        if it hasn't been so far: it may be anyone's, and large."""
        path = _join(parent.path, name)
        if parent.entries is None and path not in self._directories and not os.path.isdir(path):
            self._directories[path] = None
        return self.directory(path)

    def child(self, parent: Directory, name: str) -> Directory | None:
        """Return the directory ``name`` in ``parent``, links followed, or None."""
        name = self._spelling(parent, name)
        kind = parent.kind(name)
        path = os.path.join(parent.path, name)
        if kind is None and not parent.readable and os.path.isdir(path):
            kind = LINK
        if kind == DIRECTORY:
            return self._real(path)
        if kind == LINK and os.path.isdir(path):
            return self._real(os.path.realpath(path))
        return None

    def file(self, parent: Directory, name: str) -> str | None:
        """Return the real path of the file ``name`` in ``parent``, or None if there is
        none. Devices, pipes and sockets are no files."""
        kind = parent.kind(name)
        if kind == FILE:
            return _join(parent.path, name)
        if kind is None and name.isascii() and parent.readable:
            return None
        name = self._spelling(parent, name)
        path = _join(parent.path, name)
        if parent.kind(name) == FILE:
            return path
        if (kind == LINK or not parent.readable) and os.path.isfile(path):
            return os.path.realpath(path)
        return None

    def _real(self, path: str) -> Directory:
        """Return the directory of a real path; what is above it is real as well."""
        chain = [path]
        while True:
            known = self._directories.get(chain[-1])
            if known is not None and known.path == chain[-1]:
                chain.pop()
                break
            above = os.path.dirname(chain[-1])
            if above == chain[-1]:
                known = None
                break
            chain.append(above)
        directory = known
        for step in reversed(chain):
            directory = Directory(step, directory)
            self._directories[step] = directory
        assert directory is not None
        return directory

    @staticmethod
    def _spelling(parent: Directory, name: str) -> str:
        """Return ``name`` as the directory spells it, where the system takes other
        Unicode normalisation forms of it for the same."""
        listing = parent.listing()
        if name in listing or name.isascii() or not os.path.exists(_join(parent.path, name)):
            return name
        wanted = unicodedata.normalize("NFC", name)
        for entry in listing:
            if unicodedata.normalize("NFC", entry) == wanted:
                return entry
        return name


def other_spelling(parent: Directory, name: str) -> str | None:
    """Return the entry of ``parent`` that differs from ``name`` in case only, or None."""
    wanted = name.casefold()
    for entry in sorted(parent.listing()):
        if entry != name and entry.casefold() == wanted:
            return entry
    return None


def _join(parent: str, name: str) -> str:
    return parent + name if parent.endswith(os.sep) else parent + os.sep + name


def _kind(entry: os.DirEntry[str]) -> int:
    try:
        if entry.is_symlink() or _is_junction(entry):
            return LINK
        if entry.is_dir(follow_symlinks=False):
            return DIRECTORY
        return FILE if entry.is_file(follow_symlinks=False) else OTHER
    except OSError:
        return OTHER


def _is_junction(entry: os.DirEntry[str]) -> bool:
    # Windows only; package managers make them for the packages in node_modules.
    if os.name != "nt":
        return False
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
