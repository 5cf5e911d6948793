"""What the requests of AMD and CMD modules lead to.

What ids mean depends on all that the program configures, and that is in its modules. So the
module map is made anew as long as it teaches something new: ``Known`` is what one round tells
the next.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from pybundle.construct.constants import is_dead
from pybundle.construct.drafts import UNRESOLVED, Drafts, Importer
from pybundle.construct.loader import Loader
from pybundle.construct.module_map import Module
from pybundle.construct.names import Names
from pybundle.construct.problem import Problem
from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.reports import Reports
from pybundle.construct.request_record import Request
from pybundle.construct.resolve.externals import Externals
from pybundle.construct.resolve.files import Files
from pybundle.construct.resolve.resolver import Resolved, Resolver
from pybundle.construct.scan.cmd_calls import NOT_AMD
from pybundle.construct.script_loaders.amd import Found
from pybundle.construct.script_loaders.amd_program import (
    AmdKnown,
    AmdRequests,
    amd_learned,
    defined_id,
    upwards,
)
from pybundle.construct.script_loaders.cmd_program import CmdKnown, CmdRequests, cmd_learned
from pybundle.options import Options

_MAY_FAIL: Final = "The call has an errback: it is called when it runs."


@dataclass(frozen=True, slots=True)
class Known:
    """What a module map has shown of the programs of each loader."""

    amd: AmdKnown = field(default_factory=AmdKnown)
    cmd: CmdKnown = field(default_factory=CmdKnown)


class LoaderRequests:
    """Resolves requests in one round, and puts what they mean in line."""

    def __init__(
        self,
        known: Known,
        options: Options,
        drafts: Drafts,
        reports: Reports,
        files: Files,
        names: Names,
        resolver: Resolver,
        loader: Loader,
    ) -> None:
        self.is_cmd = options.loader == "seajs" or known.cmd.is_used
        """Whether the loader of files that don't tell is Sea.js."""
        self._known = known
        self._page = None if options.page is None else os.path.realpath(options.page)
        self._define = options.define
        self._drafts = drafts
        self._reports = reports
        self._files = files
        self._names = names
        self._resolver = resolver
        self._loader = loader
        self._externals = Externals(options.external, resolver.working_directory.path)
        self._ids: dict[str, int] = {}
        self._read: set[str] = set()
        """The URLs of the files that a loader reads."""

    def learned(self, modules: Sequence[Module], preludes: Sequence[int]) -> Known:
        """Return what the module map of this round shows; ``preludes`` are the modules that the
        user has given to configure the loader."""
        return Known(amd_learned(modules, preludes, frozenset(self._read)), cmd_learned(modules))

    @property
    def ids(self) -> tuple[tuple[str, int], ...]:
        """The ids that AMD modules ask for, with what they mean."""
        return tuple(self._ids.items())

    @property
    def page(self) -> str:
        """The directory of the page that Sea.js runs in, relative to the root; "" if there is
        no CMD module."""
        return self._names.of(self._cmd.page) or os.curdir if self._known.cmd.is_used else ""

    @property
    def base_url(self) -> str:
        """Where the ids of AMD modules start before the program configures anything: seen from
        the page, the directory of the entry. "" if there is no AMD program."""
        if "_amd" not in self.__dict__:
            return ""
        start = os.path.relpath(self._directory, self._page or self._names.root)
        return "" if start == os.curdir else f"{start.replace(os.sep, '/')}/"

    def is_read(self, url: str) -> bool:
        """Whether a loader has been seen to read a file, in the round before."""
        return url in self._known.amd.files

    def reads(self, url: str) -> None:
        """Note that a loader reads a file."""
        self._read.add(url)

    def by_require(self, specifier: str) -> Resolved | None:
        """Return the file that an AMD program's configuration names, for a CommonJS module that
        requires it."""
        return self._amd.by_require(specifier) if self._known.amd.is_configured else None

    def is_shimmed(self, loader_id: str) -> bool:
        """Whether the configuration of an AMD program says something about a script."""
        return bool(loader_id) and not self.is_cmd and self._amd.site.shim(loader_id) is not None

    def script_global(self, loader_id: str) -> str:
        """Return the global that the configuration says to hold the value of a script, or ""."""
        shim = self._amd.site.shim(loader_id) if loader_id else None
        return shim.exports if shim is not None else ""

    def id_of(self, index: int, record: ModuleRecord) -> str:
        """Return the id of an AMD module or script: that by which it has been asked for, or one
        that means it. An entry has its file's name, as if it were ``data-main``."""
        draft = self._drafts[index]
        if self.is_cmd:
            return ""
        if record.kind not in (ModuleKind.AMD, ModuleKind.SCRIPT) or draft.loader_id:
            return draft.loader_id
        path = draft.resolved.path
        if path is None:
            return ""
        found = self._amd.site.id_of(path)
        if draft.importer is None:
            found = os.path.splitext(os.path.basename(path))[0]
        return defined_id(record, found)

    def with_shim(self, record: ModuleRecord, loader_id: str) -> ModuleRecord:
        """Return the record of an AMD module or script with what the configuration says that it
        needs; others as they are."""
        if record.kind not in (ModuleKind.AMD, ModuleKind.SCRIPT):
            return record
        return self._amd.with_shim(record, loader_id)

    def target(self, index: int, record: ModuleRecord, request: Request, loader_id: str) -> int:
        """Return the module that a request of the module ``index`` means, whose id is
        ``loader_id``; UNRESOLVED if none does."""
        define: Mapping[str, str] = self._define
        if record.kind is ModuleKind.CMD:
            define = {**define, **NOT_AMD}
        if is_dead(request.guards, define):
            return UNRESOLVED
        try:
            found = self._found(index, record, request, loader_id)
            target = self._enqueued(found, (index, request))
        except Problem as problem:
            if request.optional:
                self._reports.leave(problem, (index, request), _MAY_FAIL)
            else:
                self._reports.fail(problem, (index, request), index)
            return UNRESOLVED
        if target != UNRESOLVED and record.kind is not ModuleKind.CMD:
            self._ids.setdefault(found.id, target)
        return target

    def _found(self, index: int, record: ModuleRecord, request: Request, loader_id: str) -> Found:
        draft = self._drafts[index]
        if record.kind is ModuleKind.CMD:
            return self._cmd.resolve(record, request, draft.resolved.path, draft.base)
        return self._amd.resolve(record, request, loader_id, draft.base)

    def _enqueued(self, found: Found, importer: Importer) -> int:
        resolved = found.resolved
        if resolved is None:
            return UNRESOLVED
        if resolved.kind is ModuleKind.EXTERNAL:
            return self._drafts.add_external(resolved, importer)
        if resolved.kind is not None:
            attributes = (("type", resolved.kind.value),)
            resolved = self._loader.requested(resolved._replace(kind=None), attributes)
        if found.by_loader:
            self.reads(resolved.url)
        return self._drafts.add(resolved, importer, loader_id=found.id if found.by_loader else "")

    @property
    def _directory(self) -> str:
        """Where the first entry lies."""
        base = self._drafts[0].base if self._drafts else None
        return (base or self._resolver.working_directory).path

    @property
    def _pages(self) -> tuple[str, ...]:
        """The directories that the page may lie in, best first."""
        return upwards(self._directory, self._names.root) if self._page is None else (self._page,)

    @cached_property
    def _amd(self) -> AmdRequests:
        return AmdRequests(
            self._known.amd,
            self._directory,
            self._pages,
            self._files,
            self._names,
            self._resolver,
            self._externals,
        )

    @cached_property
    def _cmd(self) -> CmdRequests:
        return CmdRequests(
            self._known.cmd,
            self._pages,
            self._files,
            self._names,
            self._resolver,
            self._externals,
        )
