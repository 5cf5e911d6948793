"""From an id in an AMD module to a file, as RequireJS would load it; and, as it does on Node,
to a package where there is no such file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from pybundle.construct.loader import is_plain
from pybundle.construct.names import Names
from pybundle.construct.problem import Problem, quoted
from pybundle.construct.record import ModuleKind
from pybundle.construct.resolve.files import Files
from pybundle.construct.resolve.resolver import Resolved
from pybundle.construct.resolve.urls import file_url
from pybundle.construct.scan.definitions import SPECIAL
from pybundle.construct.script_loaders.amd_config import (
    EMPTY,
    AmdConfig,
    ModuleId,
    Shim,
    is_elsewhere,
    is_url,
    module_id,
    urls,
)

PLUGINS: Final[Mapping[str, ModuleKind]] = {"text": ModuleKind.TEXT, "json": ModuleKind.JSON}
"""Plugins that are known, and what they read."""


class Found(NamedTuple):
    """What an id means: itself, normalised, and the file; ``resolved`` is None where a file
    that is there already defines it, or nothing has to be loaded. ``by_loader`` says whether
    the loader reads the file, as a script."""

    id: str
    resolved: Resolved | None
    by_loader: bool = True


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of an AMD program before it is put together.

    ``config`` is all that it configures. ``page`` are the directories that addresses may be
    relative to, best first: where the configuration lies, and those above it, up to the root.
    ``directory`` is the one that ids start from. ``defined`` maps ids to the path of the file
    that defines them by name.
    """

    config: AmdConfig
    page: tuple[str, ...]
    directory: str
    defined: Mapping[str, str] = field(default_factory=dict)

    def id_of(self, path: str) -> str:
        """Return an id that means the file at ``path``, for one that nobody has asked for by
        an id: by ``paths`` if one leads there, else seen from ``baseUrl``."""
        stem = path.removesuffix(".js")
        for name, choices in self.config.paths.items():
            for choice in choices:
                if os.path.normpath(os.path.join(self.directory, choice)) == stem:
                    return name
        return os.path.relpath(stem, self.directory).replace(os.sep, "/")

    def shim(self, name: str) -> Shim | None:
        """Return what is configured for a script."""
        return self.config.shim.get(name)


def base_directory(base_url: str, page: Sequence[str], default: str) -> str:
    """Return the directory that ids start from: ``baseUrl``, seen from the first of ``page``
    where there is such a directory."""
    if not base_url or is_elsewhere(base_url):
        return default
    if base_url.startswith("/"):
        return os.path.normpath(os.path.join(page[-1], base_url.lstrip("/")))
    found = [os.path.normpath(os.path.join(directory, base_url)) for directory in page]
    return next((path for path in found if os.path.isdir(path)), found[0])


class AmdResolver:
    """Resolves ids in one build."""

    def __init__(self, site: Site, files: Files, names: Names) -> None:
        self.site = site
        self._files = files
        self._names = names

    def resolve(self, name: str, parent: str, own: frozenset[str]) -> Found:
        """Return what the id ``name`` means in the module ``parent``, whose file defines
        ``own`` by name. Raises Problem."""
        config = self.site.config
        found = module_id(config, name, parent)
        if found.prefix:
            return self._resource(name, found)
        if found.name in SPECIAL or found.name in own:
            return Found(found.name, None)
        tried: list[str] = []
        for url in urls(config, found.name):
            if url == EMPTY or is_elsewhere(url):
                continue
            path = self._path(found.name, url, tried)
            if path is not None:
                return Found(found.name, Resolved(file_url(path), path))
        path = self._as_written(found.name, tried)
        if path is not None:
            return Found(found.name, Resolved(file_url(path), path))
        if found.name in self.site.defined:
            path = self.site.defined[found.name]
            return Found(found.name, Resolved(file_url(path), path))
        outside = [url for url in urls(config, found.name) if url == EMPTY or is_elsewhere(url)]
        if outside:
            return Found(found.name, Resolved(found.name, kind=ModuleKind.EXTERNAL))
        raise self._missing(name, found.name, tried)

    def _as_written(self, name: str, tried: list[str]) -> str | None:
        """Return the file of an id, or of its ``paths``, that has its extension (``x.mjs``):
        RequireJS would add ``.js``."""
        for url in urls(self.site.config, name, None):
            if is_plain(url) and not is_elsewhere(url):
                return self._path(name, url, tried)
        return None

    def _resource(self, name: str, found: ModuleId) -> Found:
        kind = PLUGINS.get(found.prefix.rpartition("/")[2])
        if kind is None:
            raise Problem(
                "amd-plugin",
                f"{quoted(name)} needs the loader plugin {quoted(found.prefix)}, which runs in the"
                " loader and can't be bundled",
                hint="Only text! and json! are known. Load what it gives in another way, or keep it"
                f" out of the bundle: --external '{found.prefix}!*'.",
            )
        path, _, _ = found.name.partition("!")
        tried: list[str] = []
        for url in urls(self.site.config, path, None):
            file = self._path(path, url, tried)
            if file is not None:
                return Found(found.text, Resolved(file_url(file), file, kind=kind), False)
        raise self._missing(name, path, tried)

    def _path(self, name: str, url: str, tried: list[str]) -> str | None:
        """Return the file at an address, or None."""
        url = url.partition("?")[0]
        for path in self._places(name, url):
            head, last = os.path.split(path)
            parent = self._files.directory(head) if last else None
            found = parent and self._files.file(parent, last)
            if found:
                return found
            if path not in tried:
                tried.append(path)
        return None

    def _places(self, name: str, url: str) -> Iterator[str]:
        if url.startswith("/"):
            yield os.path.normpath(os.path.join(self.site.page[-1], url.lstrip("/")))
        elif is_url(name):
            for page in self.site.page:
                yield os.path.normpath(os.path.join(page, url))
        else:
            yield os.path.normpath(os.path.join(self.site.directory, url))

    def _missing(self, name: str, id_: str, tried: list[str]) -> Problem:
        shown = id_ if id_ == name else f"{name} ({id_})"
        notes = tuple((f"looked for {self._names.of(path)}", None) for path in tried)
        base = self._names.of(self.site.directory)
        return Problem(
            "unresolved-import",
            f"{quoted(shown)} can't be resolved: no file is there for this AMD module",
            hint=f"Ids start from the directory {quoted(base)}. Set baseUrl, paths or packages in"
            " the program, or in a file that --amd-config names.",
            notes=notes,
        )
