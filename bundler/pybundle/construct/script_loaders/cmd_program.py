"""CMD programs while the module map is made: what one round of it shows of the configuration,
and what requests mean in the next."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass

from pybundle.construct.module_map import Module
from pybundle.construct.names import Names
from pybundle.construct.problem import Problem
from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.request_record import LOADER_REQUESTS, Request
from pybundle.construct.resolve.externals import Externals
from pybundle.construct.resolve.files import Directory, Files
from pybundle.construct.resolve.resolver import Resolved, Resolver
from pybundle.construct.resolve.urls import file_url
from pybundle.construct.script_loaders.amd import Found
from pybundle.construct.script_loaders.cmd import resolve_id, site_path, site_uri
from pybundle.construct.script_loaders.cmd_resolver import CmdResolver, CmdSite, find_page


@dataclass(frozen=True, slots=True)
class CmdKnown:
    """What a module map has shown: ``configs`` are what configures Sea.js, as JSON; ``defined``
    ids that files define by name, and the paths of these; ``asked`` ids that start from the
    page or ``base``; ``is_used`` is whether there is a CMD module."""

    configs: tuple[str, ...] = ()
    defined: tuple[tuple[str, str], ...] = ()
    asked: tuple[str, ...] = ()
    is_used: bool = False


def cmd_learned(modules: Sequence[Module]) -> CmdKnown:
    """Return what a module map shows."""
    configs: list[str] = []
    defined: dict[str, str] = {}
    asked: dict[str, None] = {}
    is_used = False
    for module in modules:
        if module.record.kind is not ModuleKind.CMD:
            continue
        is_used = True
        configs += (config.value for config in module.record.configs)
        for definition in module.record.definitions:
            if definition.name and module.path is not None:
                defined.setdefault(definition.name, module.path)
        for request in module.record.requests:
            from_page = request.definition < 0 or not request.specifier.startswith(".")
            if from_page and request.kind in LOADER_REQUESTS:
                asked[request.specifier] = None
    return CmdKnown(tuple(configs), tuple(defined.items()), tuple(asked), is_used)


class CmdRequests:
    """Resolves the requests of CMD modules in one round. The page lies in one of ``pages``."""

    def __init__(
        self,
        known: CmdKnown,
        pages: Sequence[str],
        files: Files,
        names: Names,
        resolver: Resolver,
        externals: Externals,
    ) -> None:
        values = [json.loads(config) for config in known.configs]
        asked = [(name, "") for name in known.asked]
        self.config = find_page(values, pages, names.root, asked, files, names)
        defined = {resolve_id(self.config, name): file_url(path) for name, path in known.defined}
        self._cmd = CmdResolver(CmdSite(self.config, defined), files, names)
        self._resolver = resolver
        self._externals = externals

    @property
    def page(self) -> str:
        """The directory of the page."""
        return os.path.normpath(site_path(self.config.cwd) or os.curdir)

    def resolve(
        self, record: ModuleRecord, request: Request, path: str | None, base: Directory | None
    ) -> Found:
        """Return what a request means in the module at ``path``. Raises Problem."""
        own = {
            definition.name: resolve_id(self.config, definition.name)
            for definition in record.definitions
            if definition.name
        }
        referrer = ""
        if request.definition >= 0:
            name = record.definitions[request.definition].name
            referrer = own.get(name, site_uri(path) if path is not None else "")
        specifier = request.specifier
        if self._externals.specifier(specifier):
            uri = resolve_id(self.config, specifier, referrer)
            return Found(uri, Resolved(specifier, kind=ModuleKind.EXTERNAL))
        try:
            return self._cmd.resolve(specifier, referrer, frozenset(own.values()))
        except Problem as problem:
            found = self._otherwise(specifier, base, problem)
            if found is None:
                raise
            return found

    def _otherwise(self, specifier: str, base: Directory | None, problem: Problem) -> Found | None:
        """Return what an id that names no file means to other modules: a package, say."""
        if base is None or problem.code != "unresolved-import":
            return None
        try:
            resolved = self._resolver.resolve(specifier, base, by_require=True)
        except Problem:
            return None
        return Found(specifier, resolved, False)
