"""AMD programs while the module map is made: what one round of it shows of the configuration,
and what requests mean in the next."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pybundle.construct.module_map import Module
from pybundle.construct.names import Names
from pybundle.construct.problem import Problem
from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.request_record import Request
from pybundle.construct.resolve.externals import Externals
from pybundle.construct.resolve.files import Directory, Files
from pybundle.construct.resolve.resolver import Resolved, Resolver
from pybundle.construct.script_loaders.amd import AmdResolver, Found, Site, base_directory
from pybundle.construct.script_loaders.amd_config import AmdConfig, configured, is_url


@dataclass(frozen=True, slots=True)
class AmdKnown:
    """What a module map has shown: ``configs`` are what configures the loader, as JSON;
    ``preludes`` the same from files of the command line, with their paths. ``defined`` are
    ids that files define by name, and the paths of these; ``files`` the URLs of the files that
    a loader reads."""

    configs: tuple[str, ...] = ()
    preludes: tuple[tuple[str, str], ...] = ()
    defined: tuple[tuple[str, str], ...] = ()
    files: frozenset[str] = frozenset()

    @property
    def is_configured(self) -> bool:
        """Whether anything configures the loader."""
        return bool(self.configs or self.preludes)


def amd_learned(
    modules: Sequence[Module], preludes: Sequence[int], files: frozenset[str]
) -> AmdKnown:
    """Return what a module map shows, in which ``preludes`` are the files of the command line,
    and ``files`` the URLs of what a loader reads."""
    given: list[tuple[str, str]] = []
    configs: list[str] = []
    defined: dict[str, str] = {}
    for module in modules:
        if module.record.kind is ModuleKind.CMD:
            continue
        for config in module.record.configs:
            if module.index in preludes:
                given.append((module.path or "", config.value))
            else:
                configs.append(config.value)
        if module.record.kind is ModuleKind.AMD and module.path is not None:
            for definition in module.record.definitions:
                if definition.name:
                    defined.setdefault(definition.name, module.path)
    return AmdKnown(tuple(configs), tuple(given), tuple(defined.items()), files)


def defined_id(record: ModuleRecord, id_: str) -> str:
    """Return the id of the module that a file means for those who don't ask by an id: ``id_``,
    or the last that it defines where all have names of their own and it doesn't start anything
    itself."""
    names = [definition.name for definition in record.definitions]
    starts = record.configs or any(request.definition < 0 for request in record.requests)
    return id_ if starts or not names or not all(names) or id_ in names else names[-1]


class AmdRequests:
    """Resolves the requests of AMD modules in one round. The entry lies in ``directory``, the
    page in one of ``pages``."""

    def __init__(
        self,
        known: AmdKnown,
        directory: str,
        pages: tuple[str, ...],
        files: Files,
        names: Names,
        resolver: Resolver,
        externals: Externals,
    ) -> None:
        self.site = _site(known, directory, pages, names.root)
        self._amd = AmdResolver(self.site, files, names)
        self._resolver = resolver
        self._externals = externals

    def resolve(
        self, record: ModuleRecord, request: Request, asked: str, base: Directory | None
    ) -> Found:
        """Return what a request means in a module whose id is ``asked``. Raises Problem."""
        parent = asked if request.definition >= 0 else ""
        if 0 <= request.definition < len(record.definitions):
            parent = record.definitions[request.definition].name or asked
        own = frozenset(definition.name for definition in record.definitions)
        if self._externals.specifier(request.specifier):
            return Found(request.specifier, Resolved(request.specifier, kind=ModuleKind.EXTERNAL))
        try:
            found = self._amd.resolve(request.specifier, parent, own - {""})
        except Problem as problem:
            package = self._package(request.specifier, base, problem)
            if package is None:
                raise
            return package
        if self._externals.specifier(found.id):
            return Found(found.id, Resolved(found.id, kind=ModuleKind.EXTERNAL))
        return found

    def _package(self, name: str, base: Directory | None, problem: Problem) -> Found | None:
        """Return what Node would give for an id that names no file, as RequireJS does there."""
        plain = problem.code == "unresolved-import" and "!" not in name and not is_url(name)
        if base is None or name.startswith(".") or not plain:
            return None
        try:
            resolved = self._resolver.resolve(name, base, by_require=True)
        except Problem:
            return None
        return Found(name, resolved, False)

    def by_require(self, specifier: str) -> Resolved | None:
        """Return the file of a module that the program's configuration names, for a CommonJS
        module that requires it."""
        try:
            return self._amd.resolve(specifier, "", frozenset()).resolved
        except Problem:
            return None

    def with_shim(self, record: ModuleRecord, asked: str) -> ModuleRecord:
        """Return the record with what the configuration says that the script needs."""
        shim = self.site.shim(asked)
        if shim is None or not shim.deps:
            return record
        needed = tuple(Request(name, (), "define", 0, 0, 0, 0, definition=0) for name in shim.deps)
        return replace(record, requests=(*record.requests, *needed))


def _site(known: AmdKnown, directory: str, page: tuple[str, ...], root: str) -> Site:
    config, base_url = AmdConfig(), ""
    for path, value in known.preludes:
        given = json.loads(value)
        config = configured(config, given)
        if given.get("baseUrl"):
            page, base_url = upwards(os.path.dirname(path), root), config.base_url
    for value in known.configs:
        config = configured(config, json.loads(value))
    if base_url:
        config = replace(config, base_url=base_url)
    return Site(config, page, base_directory(config.base_url, page, directory), dict(known.defined))


def upwards(directory: str, root: str) -> tuple[str, ...]:
    """Return a directory and those above it, up to the root; it alone where it lies elsewhere."""
    found = [directory]
    while found[-1] != root:
        above = os.path.dirname(found[-1])
        if above == found[-1]:
            return (directory,)
        found.append(above)
    return tuple(found)


def prelude_text(resolved: Resolved, name: str) -> str | None:
    """Return the text of a file that configures the loader and is JSON, as a program; None if
    it is one. Raises Problem."""
    path = resolved.path or ""
    if not path.endswith(".json"):
        return None
    try:
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        value = json.loads(text)
    except (OSError, ValueError) as error:
        raise _bad_config(f"{name} can't be read as JSON: {error}") from None
    if not isinstance(value, dict):
        raise _bad_config(f"{name} holds no object")
    return f"require.config({text.strip()});\n"


def _bad_config(text: str) -> Problem:
    hint = "It is JSON, or JavaScript that calls require.config({…})."
    return Problem("loader-config", text, hint=hint)
