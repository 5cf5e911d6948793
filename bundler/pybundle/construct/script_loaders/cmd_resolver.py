"""From an id in a CMD module to a file, as Sea.js would load it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pybundle.construct.names import Names
from pybundle.construct.problem import Problem, quoted
from pybundle.construct.record import ModuleKind
from pybundle.construct.resolve.files import Files
from pybundle.construct.resolve.resolver import Resolved
from pybundle.construct.resolve.urls import file_url
from pybundle.construct.script_loaders.amd import Found
from pybundle.construct.script_loaders.cmd import (
    CmdConfig,
    configured,
    initial_config,
    resolve_id,
    site_path,
)

_TEXTS: Final = (".tpl", ".html", ".htm", ".handlebars", ".txt")
"""What the plugin seajs-text gives as text."""
_ADDED: Final = ".js"


@dataclass(frozen=True, slots=True)
class CmdSite:
    """What is known of a CMD program before it is put together: its configuration, and the
    URLs of the files that define modules by name, by the URIs of these."""

    config: CmdConfig
    defined: Mapping[str, str] = field(default_factory=dict)


class CmdResolver:
    """Resolves ids in one build."""

    def __init__(self, site: CmdSite, files: Files, names: Names) -> None:
        self.site = site
        self._files = files
        self._names = names

    def resolve(self, name: str, referrer: str, own: frozenset[str]) -> Found:
        """Return what the id ``name`` means in the module at the URI ``referrer`` ("": in none),
        whose file defines the URIs ``own``. Raises Problem."""
        uri = resolve_id(self.site.config, name, referrer)
        path = site_path(uri)
        if uri in own:
            return Found(uri, None)
        if path is None:
            return Found(uri, Resolved(uri, kind=ModuleKind.EXTERNAL))
        file = self._file(path)
        if file is not None:
            return Found(uri, Resolved(file_url(file), file))
        if uri in self.site.defined:
            return Found(uri, Resolved(self.site.defined[uri]))
        if path.endswith(_ADDED):
            plain = path.removesuffix(_ADDED)
            if plain.endswith(".css"):
                raise _stylesheet(name)
            found = self._file(plain)
            if found is not None:
                kind = ModuleKind.TEXT if plain.endswith(_TEXTS) else None
                return Found(uri, Resolved(file_url(found), found, kind=kind), False)
        raise self._missing(name, path)

    def leads_to_a_file(self, name: str, referrer: str) -> bool:
        """Whether there is a file for an id."""
        path = site_path(resolve_id(self.site.config, name, referrer))
        return path is not None and self._file(path) is not None

    def _file(self, path: str) -> str | None:
        head, name = os.path.split(os.path.normpath(path))
        parent = self._files.directory(head) if name else None
        return self._files.file(parent, name) if parent is not None else None

    def _shown(self, uri: str) -> str:
        """Return a directory's URI as people see it."""
        path = site_path(uri)
        if path is None:
            return uri
        name = self._names.of(os.path.normpath(path))
        return "the root" if name in ("", os.curdir) else name

    def _missing(self, name: str, path: str) -> Problem:
        page, base = self._shown(self.site.config.cwd), self._shown(self.site.config.base)
        return Problem(
            "unresolved-import",
            f"{quoted(name)} can't be resolved: no file is there for this CMD module",
            hint=f"The page is taken to lie in {page} (--page says where), and other ids than ./x"
            f" and /x start from {base}: set base, alias or paths by seajs.config.",
            notes=((f"looked for {self._names.of(os.path.normpath(path))}", None),),
        )


def find_page(
    values: Iterable[Mapping[str, object]],
    pages: Sequence[str],
    root: str,
    asked: Iterable[tuple[str, str]],
    files: Files,
    names: Names,
) -> CmdConfig:
    """Return the configuration that ``values`` make one after the other, where the page lies in
    the first directory of ``pages`` from which most of ``asked`` (ids and who asks) lead to
    files."""
    values, asked = tuple(values), tuple(asked)
    best, most = initial_config(pages[0], root), -1
    for page in pages:
        config = initial_config(page, root)
        for value in values:
            config = configured(config, value)
        resolver = CmdResolver(CmdSite(config), files, names)
        count = sum(resolver.leads_to_a_file(name, referrer) for name, referrer in asked)
        if count > most:
            best, most = config, count
    return best


def _stylesheet(name: str) -> Problem:
    return Problem(
        "stylesheet",
        f"{quoted(name)} is a stylesheet, which a script can't hold",
        hint="Link it in the page, and keep it out of the bundle (--external '*.css'): then it is"
        " a module without a value.",
    )
