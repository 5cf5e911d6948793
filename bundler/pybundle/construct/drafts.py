"""The modules that have been requested, each once, in the order of the module map
(*HostLoadImportedModule*: one key, one module)."""

from __future__ import annotations

import os
from typing import Final, NamedTuple

from pybundle.construct.names import Names, data_name, printable
from pybundle.construct.problem import Problem, quoted
from pybundle.construct.record import ModuleKind
from pybundle.construct.request_record import Request
from pybundle.construct.resolve.files import Directory, Files
from pybundle.construct.resolve.resolver import Resolved
from pybundle.construct.resolve.urls import file_url
from pybundle.diagnostics import Place, place_of

STDIN_NAME: Final = "<stdin>"
UNRESOLVED: Final = -1

Importer = tuple[int, Request]
"""A module that asks, by its index, and its request."""


class Draft(NamedTuple):
    """A module that has been requested by ``importer``, or by nobody (an entry). ``base`` is
    the directory that its own requests are resolved from, None for ``data:`` URLs. ``text`` is
    what stands for its file's, where that is known. ``is_likely``: nothing but a template given
    to ``require()`` led to it first, so that it may be wrong and never be required.
    ``loader_id`` is the id by which an AMD or CMD loader has asked for it, if it reads it."""

    resolved: Resolved
    name: str
    base: Directory | None
    importer: Importer | None
    text: str | None = None
    is_likely: bool = False
    loader_id: str = ""


class Drafts:
    """Both the queue and the order of the module map."""

    def __init__(self, files: Files, names: Names) -> None:
        self._files = files
        self._names = names
        self._drafts: list[Draft] = []
        self._sources: dict[int, str] = {}
        self._index: dict[object, int] = {}
        self._external_files: dict[str, str | None] = {}

    def __len__(self) -> int:
        return len(self._drafts)

    def __getitem__(self, index: int) -> Draft:
        return self._drafts[index]

    def add(
        self,
        resolved: Resolved,
        importer: Importer | None,
        key: object = None,
        *,
        loader_id: str = "",
        text: str | None = None,
        is_likely: bool = False,
    ) -> int:
        """Put a module in line, if none has its ``key`` (default: the URL); return its index.
        What ``is_likely`` requires is no more certain."""
        key = key or resolved.url
        known = self._index.get(key)
        if known is not None:
            return known
        base = None
        if resolved.path is not None:
            base = self._files.trusted(os.path.dirname(resolved.path))
        is_likely |= importer is not None and self._drafts[importer[0]].is_likely
        draft = Draft(resolved, self._name(resolved), base, importer, text, is_likely, loader_id)
        return self._append(key, draft)

    def add_external(self, resolved: Resolved, importer: Importer) -> int:
        """The same for an external. It is a file, or a specifier with attributes; what a
        relative specifier means must not depend on who imports it. Raises Problem."""
        first = self._external_files.setdefault(resolved.url, resolved.path)
        if first != resolved.path:
            raise Problem(
                "external-conflict",
                f"{quoted(resolved.url)} is external and names different files in different"
                " modules, which one import in the output can't",
                hint="Import one of them by a specifier that is the same everywhere.",
            )
        return self.add(resolved, importer, (resolved.path or resolved.url, importer[1].attributes))

    def add_text(self, text: str, directory: Directory) -> int:
        """Put the text of standard input in line, as a file in ``directory``."""
        resolved = Resolved(file_url(os.path.join(directory.path, STDIN_NAME)))
        known = self._index.get(resolved.url)
        if known is not None:
            return known
        return self._append(resolved.url, Draft(resolved, STDIN_NAME, directory, None, text))

    def source(self, index: int) -> str:
        """Return the text of a module that has been loaded."""
        return self._sources[index]

    def set_source(self, index: int, text: str) -> None:
        """Note what the text of a module is."""
        self._sources[index] = text

    def place(self, index: int, start: int, end: int) -> Place:
        """Return a place in a module that has been loaded."""
        return place_of(self._drafts[index].name, self._sources[index], start, end)

    def _append(self, key: object, draft: Draft) -> int:
        index = self._index[key] = len(self._drafts)
        self._drafts.append(draft)
        return index

    def _name(self, resolved: Resolved) -> str:
        if resolved.kind is ModuleKind.EXTERNAL:
            return printable(resolved.url)
        if resolved.path is not None:
            return self._names.of(resolved.path) + resolved.suffix
        return data_name(resolved.url)
