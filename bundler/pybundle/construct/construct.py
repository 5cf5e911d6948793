"""Phase 1, *Construct*: from the entries to the whole module map.

*InnerModuleLoading* for all modules at once, breadth first and without recursion:
each module is loaded and scanned when its turn comes, and its requests are resolved to
modules that are known already or are put in line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from time import perf_counter
from typing import Final

from pybundle.construct.assets import find_assets
from pybundle.construct.drafts import UNRESOLVED, Drafts
from pybundle.construct.failures import ERROR_OF, error_of, static_reach, with_failures
from pybundle.construct.loader import Source
from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.problem import Problem, quoted
from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.reports import Reports
from pybundle.construct.request_record import LOADER_REQUESTS, REQUIRES
from pybundle.construct.scan.scanner import ParserMissing, ScanError, scan
from pybundle.construct.scanned import Reading, commonjs_in_module, syntax_error
from pybundle.construct.script_loaders.amd_program import prelude_text
from pybundle.construct.script_loaders.loader_requests import Known, LoaderRequests
from pybundle.construct.script_loaders.loader_warnings import amd_warnings, cmd_warnings
from pybundle.construct.targets import Targets
from pybundle.construct.templates import Templates
from pybundle.construct.workspace import Workspace
from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.options import Options

ROUNDS: Final = 12
"""How often a map is made anew at most: as often as a configuration leads to another."""
STDIN: Final = "-"
_NOT_READ: Final = (ModuleKind.EMPTY, ModuleKind.EXTERNAL)
_MAY_NOT_RUN: Final = (
    "Only a template given to require() leads to it: its error is thrown when it is required."
)

Observe = Callable[[str, float], None]
"""Called with ``read``, ``scan`` or ``resolve`` and the seconds that it took."""


def construct(
    entries: Sequence[str],
    options: Options,
    *,
    workspace: Workspace | None = None,
    stdin: str | None = None,
    follow_dynamic: bool = True,
    observe: Observe | None = None,
) -> tuple[ModuleMap, tuple[Diagnostic, ...]]:
    """Return the module map of everything that ``entries`` reach, and warnings.

    Entries are paths from the working directory, or ``file:`` or ``data:`` URLs; ``-``
    is ``stdin`` if that is a text (it lies in the working directory). Targets of
    ``import()`` are UNRESOLVED unless ``follow_dynamic``. ``workspace`` is what module maps
    of the same ``options`` share. Raises BundleError with every error of the whole graph, in the
    order of the module map.
    """
    workspace, known = workspace or Workspace(options), Known()
    for last in (False,) * ROUNDS + (True,):
        construction = _Construction(options, workspace, follow_dynamic, observe, known)
        try:
            roots = tuple(construction.entry(entry, stdin) for entry in entries)
            preludes = construction.preludes(options.amd_config)
            modules = construction.run()
        except ParserMissing as missing:
            raise BundleError((Diagnostic("parser-missing", "error", str(missing)),)) from None
        shown = construction.loaders.learned(modules, preludes)
        if shown == known or last:
            break
        known = shown
    lazy = construction.lazy(modules, roots)
    (construction.reports.defer if options.defer_errors else construction.reports.offer)(lazy)
    errors, warnings = construction.reports.errors, construction.reports.warnings
    if errors:
        raise BundleError((*errors, *warnings))
    modules = with_failures(modules, construction.reports.failures, shared=True)
    warnings += tuple(amd_warnings(modules, configured_by_hand=bool(preludes)))
    if options.assets:
        modules, of_assets = find_assets(modules, workspace.names)
        warnings += of_assets
    warnings += tuple(cmd_warnings(modules))
    loaders = construction.loaders
    ids, page, base_url = loaders.ids, loaders.page, loaders.base_url
    return ModuleMap(modules, roots, ids, preludes, page, base_url), warnings


class _Construction:
    """One run."""

    def __init__(
        self,
        options: Options,
        workspace: Workspace,
        follow_dynamic: bool,
        observe: Observe | None,
        known: Known,
    ) -> None:
        self._workspace = workspace
        self._resolver = workspace.resolver
        self._drafts = Drafts(workspace.files, workspace.names)
        self.reports = Reports(self._drafts)
        self.loaders = LoaderRequests(
            known,
            options,
            self._drafts,
            self.reports,
            workspace.files,
            workspace.names,
            self._resolver,
            workspace.loader,
        )
        self._targets = Targets(
            options,
            self._drafts,
            self.reports,
            self._resolver,
            workspace.loader,
            self.loaders.by_require,
            follow_dynamic=follow_dynamic,
        )
        self._templates = Templates(
            options.define, self._drafts, self.reports, workspace.files, self._targets
        )
        self._scripts = {
            os.path.realpath(path): name for name, path in options.script_modules.items()
        }
        self._observe = observe or _ignore

    def entry(self, entry: str, stdin: str | None) -> int:
        """Put an entry in line; return its index."""
        if entry == STDIN and stdin is not None:
            return self._drafts.add_text(stdin, self._resolver.working_directory)
        try:
            resolved = self._resolver.entry(entry)
        except Problem as problem:
            self.reports.fail(problem, None, None)
            return UNRESOLVED
        return self._drafts.add(resolved, None)

    def preludes(self, path: str | None) -> tuple[int, ...]:
        """Put the file that configures the loader in line, if there is one; return its index."""
        if path is None:
            return ()
        try:
            resolved = self._resolver.entry(path)
            text = prelude_text(resolved, path)
        except Problem as problem:
            self.reports.fail(problem, None, None)
            return ()
        self.loaders.reads(resolved.url)
        return (self._drafts.add(resolved, None, loader_id="config", text=text),)

    def run(self) -> tuple[Module, ...]:
        """Load, scan and resolve until nothing is in line; return the modules."""
        modules: list[Module] = []
        while len(modules) < len(self._drafts):
            modules.append(self._module(len(modules)))
        return tuple(modules)

    def lazy(self, modules: tuple[Module, ...], roots: Iterable[int]) -> frozenset[int]:
        """Return the modules that only ``import()`` reaches, if anything is wrong."""
        if not self.reports.errors:
            return frozenset()
        static = static_reach(modules, (root for root in roots if root != UNRESOLVED))
        return frozenset(range(len(modules))) - static

    def _module(self, index: int) -> Module:
        draft = self._drafts[index]
        loaded = self._loaded(index)
        record = self._scanned(index, loaded)
        loader_id = self.loaders.id_of(index, record)
        record = self.loaders.with_shim(record, loader_id)
        start = perf_counter()
        targets = self._resolved(index, record, loader_id)
        self._observe("resolve", perf_counter() - start)
        resolved = draft.resolved
        path = None if resolved.kind in _NOT_READ else resolved.path
        is_esm = record.kind is ModuleKind.ESM
        is_external = loaded.kind is ModuleKind.EXTERNAL
        return Module(
            index=index,
            url=resolved.url,
            path=path,
            name=draft.name,
            source=self._drafts.source(index),
            record=record,
            targets=targets,
            import_maps=tuple(self._templates.import_maps(index, record)),
            node_mode=is_esm and loaded.kind is ModuleKind.ESM,
            require_maps=tuple(self._templates.require_maps(index, record)),
            loader_id=loader_id,
            script_global=self._scripts.get(path or "") or self.loaders.script_global(loader_id),
            found_esm=is_external and self._targets.finds_esm(draft),
        )

    def _resolved(self, index: int, record: ModuleRecord, loader_id: str) -> tuple[int, ...]:
        """Return what the requests of a module mean."""
        guarded = {call.start for call in record.dynamic_imports if call.guarded}
        return tuple(
            [
                self.loaders.target(index, record, request, loader_id)
                if request.kind in LOADER_REQUESTS
                else self._targets.target(
                    index, request, guarded=request.statement_start in guarded
                )
                for request in record.requests
            ]
        )

    def _loaded(self, index: int) -> Source:
        """Return a module's text and kind; if it has none, an empty module's."""
        start = perf_counter()
        draft = self._drafts[index]
        source = Source("", ModuleKind.EMPTY)
        try:
            if draft.text is not None:
                source = Source(draft.text.removeprefix("\ufeff"), None)
            else:
                source = self._workspace.source(draft.resolved, draft.name)
        except Problem as problem:
            source = self._broken(problem, index, source)
        self._drafts.set_source(index, source.text)
        self._observe("read", perf_counter() - start)
        return source

    def _scanned(self, index: int, source: Source) -> ModuleRecord:
        """Return a module's record; if it has none, an empty module's."""
        start = perf_counter()
        draft = self._drafts[index]
        try:
            record = self._workspace.record(source, draft.name, self._reading(index))
            self.loaders.is_cmd |= record.kind is ModuleKind.CMD
            warning = commonjs_in_module(record, source, draft.name)
            if warning is not None:
                self.reports.warning(warning)
            return record
        except ScanError as error:
            problem = syntax_error(error, source.text, draft.name)
        except Problem as found:
            problem = found
        finally:
            self._observe("scan", perf_counter() - start)
        source = self._broken(problem, index, source._replace(kind=ModuleKind.EMPTY))
        self._drafts.set_source(index, source.text)
        assert source.kind is not None
        return scan(source.text, source.kind)

    def _reading(self, index: int) -> Reading:
        draft = self._drafts[index]
        return Reading(
            required=draft.importer is not None and draft.importer[1].kind in REQUIRES,
            by_loader=bool(draft.loader_id) or self.loaders.is_read(draft.resolved.url),
            shimmed=self.loaders.is_shimmed(draft.loader_id),
            script=draft.resolved.path in self._scripts,
            cmd=self.loaders.is_cmd,
        )

    def _broken(self, problem: Problem, index: int, source: Source) -> Source:
        """Note that a module can't be loaded; return what stands for it: ``source``, or, if
        only a template given to ``require()`` leads to it, what throws its error."""
        draft = self._drafts[index]
        if not draft.is_likely or problem.code not in ERROR_OF:
            self.reports.fail(problem, draft.importer, index)
            return source
        self.reports.leave(problem, draft.importer, _MAY_NOT_RUN)
        message = quoted(error_of(problem, None)[1])
        return Source(f"throw new SyntaxError({message});", ModuleKind.COMMONJS)


def _ignore(_stage: str, _seconds: float) -> None:
    """Observe nothing."""
