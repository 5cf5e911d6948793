"""Phase 1, *Construct*: from the entries to the whole module map.

*InnerModuleLoading* for all modules at once, breadth first and without recursion:
each module is loaded and scanned when its turn comes, and its requests are resolved to
modules that are known already or are put in line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from time import perf_counter
from typing import Final, NamedTuple

from pybundle.construct.assets import find_assets
from pybundle.construct.builtins import is_builtin
from pybundle.construct.cmd_calls import NOT_AMD
from pybundle.construct.cmd_program import cmd_warnings
from pybundle.construct.constants import is_dead
from pybundle.construct.externals import Externals
from pybundle.construct.failures import ERROR_OF, error_of, static_reach, with_failures
from pybundle.construct.files import Directory, Files
from pybundle.construct.globs import glob_text, is_glob, specifiers
from pybundle.construct.loader import Loader, Source
from pybundle.construct.loaders import (
    ROUNDS,
    Known,
    Loaders,
    defined_id,
    learned,
    loader_warnings,
    prelude_text,
)
from pybundle.construct.module_map import ImportMap, Module, ModuleMap
from pybundle.construct.names import Names, data_name, printable
from pybundle.construct.packages import Packages
from pybundle.construct.problem import Note, Problem, quoted
from pybundle.construct.record import (
    LOADER_REQUESTS,
    REQUIRES,
    DynamicImport,
    ModuleKind,
    ModuleRecord,
    Request,
    RequireTemplate,
)
from pybundle.construct.reports import Reports
from pybundle.construct.resolver import Resolved, Resolver
from pybundle.construct.scanned import Reading, commonjs_in_module, scanned, syntax_error
from pybundle.construct.scanner import ParserMissing, ScanError, scan
from pybundle.construct.specifiers import is_path
from pybundle.construct.urls import file_url
from pybundle.diagnostics import BundleError, Diagnostic, place_of
from pybundle.options import Options

STDIN: Final = "-"
_NOT_READ: Final = (ModuleKind.EMPTY, ModuleKind.EXTERNAL)
STDIN_NAME: Final = "<stdin>"
UNRESOLVED: Final = -1

_MAY_REJECT: Final = (
    "It is left to the engine: where that can't resolve it, the promise is rejected."
)
_MAY_FAIL: Final = "The call has an errback: it is called when it runs."
_MAY_THROW: Final = "It throws MODULE_NOT_FOUND when it runs, which the program may expect."
_MAY_NOT_RUN: Final = (
    "Only a template given to require() leads to it: its error is thrown when it is required."
)

Observe = Callable[[str, float], None]
"""Called with ``read``, ``scan`` or ``resolve`` and the seconds that it took."""


def construct(
    entries: Sequence[str],
    options: Options,
    *,
    stdin: str | None = None,
    follow_dynamic: bool = True,
    observe: Observe | None = None,
) -> tuple[ModuleMap, tuple[Diagnostic, ...]]:
    """Return the module map of everything that ``entries`` reach, and warnings.

    Entries are paths from the working directory, or ``file:`` or ``data:`` URLs; ``-``
    is ``stdin`` if that is a text (it lies in the working directory). Targets of
    ``import()`` are UNRESOLVED unless ``follow_dynamic``. Raises BundleError with every
    error of the whole graph, in the order of the module map.
    """
    known, scans = Known(), dict[_ScanKey, ModuleRecord]()
    for last in (False,) * ROUNDS + (True,):
        try:
            construction = _Construction(options, follow_dynamic, observe, known, scans)
        except FileNotFoundError:
            text = "the working directory does not exist any more"
            raise BundleError((Diagnostic("not-found", "error", text),)) from None
        try:
            roots = tuple(construction.entry(entry, stdin) for entry in entries)
            preludes = construction.preludes(options.amd_config)
            modules = construction.run()
        except ParserMissing as missing:
            raise BundleError((Diagnostic("parser-missing", "error", str(missing)),)) from None
        shown = learned(modules, preludes, construction.loader_files)
        if shown == known or last:
            break
        known = shown
    if options.defer_errors:
        construction.defer(modules, roots)
    errors, warnings = construction.reports.errors, construction.reports.warnings
    if errors:
        raise BundleError((*errors, *warnings))
    modules = with_failures(modules, construction.failures)
    warnings += tuple(loader_warnings(modules, configured_by_hand=bool(preludes)))
    if options.assets:
        modules, of_assets = find_assets(modules, construction.names)
        warnings += of_assets
    warnings += tuple(cmd_warnings(modules))
    page = construction.page
    base_url = construction.base_url
    return ModuleMap(modules, roots, construction.ids, preludes, page, base_url), warnings


_ScanKey = tuple[str, ModuleKind | None, Reading]
"""What a record depends on: a text, and how it is read."""


class _Draft(NamedTuple):
    """A module that has been requested: by ``requests[importer[1]]`` of the module
    ``importer[0]``, or by nobody (an entry). ``base`` is the directory that its own
    requests are resolved from, None for ``data:`` URLs. ``text`` is standard input's.
    ``is_likely``: nothing but a template given to ``require()`` led to it first, so that it
    may be wrong and never be required. ``loader_id`` is the id by which an AMD loader has
    asked for it, if it reads it."""

    resolved: Resolved
    name: str
    base: Directory | None
    importer: tuple[int, Request] | None
    text: str | None = None
    is_likely: bool = False
    loader_id: str = ""


class _Construction:
    """One run. ``drafts`` is both the queue and the order of the module map."""

    def __init__(
        self,
        options: Options,
        follow_dynamic: bool,
        observe: Observe | None,
        known: Known,
        scans: dict[_ScanKey, ModuleRecord],
    ) -> None:
        self._files = Files()
        self.names = Names(options.root)
        packages = Packages(self._files, self.names)
        self._resolver = Resolver(options, self._files, packages, self.names)
        self._loader = Loader(packages, self.names)
        self._follow = ("import", *REQUIRES, *(("dynamic",) if follow_dynamic else ()))
        self._options = options
        self._known = known
        self._scans = scans
        self._scripts = {
            os.path.realpath(path): name for name, path in options.script_modules.items()
        }
        self.loader_files: frozenset[str] = frozenset()
        """The URLs of the files that an AMD loader reads."""
        self._define = options.define
        self._observe = observe or _ignore
        self._drafts: list[_Draft] = []
        self._sources: list[str] = []
        self._index: dict[object, int] = {}
        self._external_files: dict[str, str | None] = {}
        self._defers = options.defer_errors
        self._is_cmd = options.loader == "seajs" or known.cmd.is_used
        self._requires_externals = options.format == "cjs"
        self.reports = Reports()
        self.failures: dict[int, tuple[str, str]] = {}
        """The modules that can't be loaded, or whose imports can't, and for which error."""

    def entry(self, entry: str, stdin: str | None) -> int:
        """Put an entry in line; return its index."""
        if entry == STDIN and stdin is not None:
            return self._stdin(stdin)
        try:
            resolved = self._resolver.entry(entry)
        except Problem as problem:
            self._fail(problem, None, None)
            return UNRESOLVED
        return self._enqueue(resolved, None)

    def preludes(self, path: str | None) -> tuple[int, ...]:
        """Put the file that configures the loader in line, if there is one; return its index."""
        if path is None:
            return ()
        try:
            resolved = self._resolver.entry(path)
            text = prelude_text(resolved, path)
        except Problem as problem:
            self._fail(problem, None, None)
            return ()
        index = self._enqueue(resolved, None, loader_id="config", text=text)
        self.loader_files |= {resolved.url}
        return (index,)

    @property
    def ids(self) -> tuple[tuple[str, int], ...]:
        """The ids that AMD modules ask for, with what they mean."""
        return tuple(self._loaders.ids.items())

    @property
    def page(self) -> str:
        """The directory of the page that Sea.js runs in, relative to the root; "" if there is
        no CMD module."""
        if not self._known.cmd.is_used:
            return ""
        return self.names.of(self._loaders.cmd.page) or os.curdir

    @property
    def base_url(self) -> str:
        """Where the ids of AMD modules start, if there are any."""
        return self._loaders.base_url if "_loaders" in self.__dict__ else ""

    @cached_property
    def _loaders(self) -> Loaders:
        """What resolves for AMD modules, from where the first entry lies."""
        base = self._drafts[0].base if self._drafts else None
        directory = (base or self._resolver.working_directory).path
        externals = Externals(self._options.external, self._resolver.working_directory.path)
        page = self._options.page
        return Loaders(
            self._known,
            directory,
            self._files,
            self.names,
            self._resolver,
            externals,
            None if page is None else os.path.realpath(page),
        )

    def run(self) -> tuple[Module, ...]:
        """Load, scan and resolve until nothing is in line; return the modules."""
        modules: list[Module] = []
        while len(modules) < len(self._drafts):
            modules.append(self._module(len(modules)))
        return tuple(modules)

    def defer(self, modules: tuple[Module, ...], roots: Iterable[int]) -> None:
        """Leave to the run what fails of modules that only ``import()`` reaches."""
        static = static_reach(modules, (root for root in roots if root != UNRESOLVED))
        lazy = frozenset(range(len(modules))) - static
        self.reports.defer(lazy, ERROR_OF)

    def _module(self, index: int) -> Module:
        draft = self._drafts[index]
        resolved = draft.resolved
        loaded = self._loaded(index)
        record, kind = self._scanned(index, loaded), loaded.kind
        loader_id = self._loader_id(index, record)
        if record.kind in (ModuleKind.AMD, ModuleKind.SCRIPT):
            record = self._loaders.with_shim(record, loader_id)
        start = perf_counter()
        guarded = {call.start for call in record.dynamic_imports if call.guarded}
        targets = tuple(
            [
                self._asked(index, record, request, loader_id)
                if request.kind in LOADER_REQUESTS
                else self._target(index, request, request.statement_start in guarded)
                for request in record.requests
            ]
        )
        self._observe("resolve", perf_counter() - start)
        path = None if resolved.kind in _NOT_READ else resolved.path
        source = self._sources[index]
        is_esm = record.kind is ModuleKind.ESM
        maps = tuple(self._import_maps(index, record)) if record.dynamic_imports else ()
        return Module(
            index=index,
            url=resolved.url,
            path=path,
            name=draft.name,
            source=source,
            record=record,
            targets=targets,
            import_maps=maps,
            node_mode=is_esm and kind is ModuleKind.ESM,
            require_maps=tuple(self._require_maps(index, record)),
            loader_id=loader_id,
            script_global=self._script_global(path, loader_id),
            found_esm=kind is ModuleKind.EXTERNAL and self._finds_esm(draft),
        )

    def _finds_esm(self, draft: _Draft) -> bool:
        if not self._requires_externals or draft.importer is None:
            return False
        return self._resolver.finds_esm(draft.resolved, self._drafts[draft.importer[0]].base)

    def _loader_id(self, index: int, record: ModuleRecord) -> str:
        """Return the id of an AMD module or script: that by which it has been asked for, or one
        that means it. An entry has its file's name, as if it were ``data-main``."""
        draft = self._drafts[index]
        if self._is_cmd:
            return ""
        if record.kind not in (ModuleKind.AMD, ModuleKind.SCRIPT) or draft.loader_id:
            return draft.loader_id
        path = draft.resolved.path
        if path is None:
            return ""
        found = self._loaders.site.id_of(path)
        if draft.importer is None:
            found = os.path.splitext(os.path.basename(path))[0]
        return defined_id(record, found)

    def _script_global(self, path: str | None, loader_id: str) -> str:
        """Return the global that holds the value of a script, "" if none is known."""
        given = self._scripts.get(path or "", "")
        shim = self._loaders.site.shim(loader_id) if loader_id else None
        return given or (shim.exports if shim is not None else "")

    def _asked(self, index: int, record: ModuleRecord, request: Request, loader_id: str) -> int:
        """Return the target of a request that AMD's rules resolve."""
        is_cmd = record.kind is ModuleKind.CMD
        define = {**self._define, **NOT_AMD} if is_cmd else self._define
        if is_dead(request.guards, define):
            return UNRESOLVED
        try:
            base = self._drafts[index].base
            if is_cmd:
                path = self._drafts[index].resolved.path
                found = self._loaders.cmd.resolve(record, request, path, base)
            else:
                found = self._loaders.resolve(record, request, loader_id, base)
            resolved = found.resolved
            if resolved is None:
                return UNRESOLVED
            if resolved.kind is ModuleKind.EXTERNAL:
                target = self._external(resolved, (index, request))
            else:
                if resolved.kind is not None:
                    attributes = (("type", resolved.kind.value),)
                    resolved = self._loader.requested(resolved._replace(kind=None), attributes)
                if found.by_loader:
                    self.loader_files |= {resolved.url}
                asked = found.id if found.by_loader else ""
                target = self._enqueue(resolved, (index, request), loader_id=asked)
        except Problem as problem:
            if request.optional:
                self._leave(problem, (index, request), _MAY_FAIL)
            else:
                self._fail(problem, (index, request), index)
            return UNRESOLVED
        if not is_cmd:
            self._loaders.ids.setdefault(found.id, target)
        return target

    def _loaded(self, index: int) -> Source:
        """Return a module's text and kind; if it has none, an empty module's."""
        start = perf_counter()
        draft = self._drafts[index]
        source = Source("", ModuleKind.EMPTY)
        try:
            if draft.text is not None:
                source = Source(draft.text.removeprefix("\ufeff"), None)
            else:
                source = self._loader.load(draft.resolved, draft.name)
        except Problem as problem:
            source = self._broken(problem, index, source)
        self._sources.append(source.text)
        self._observe("read", perf_counter() - start)
        return source

    def _scanned(self, index: int, source: Source) -> ModuleRecord:
        """Return a module's record; if it has none, an empty module's."""
        start = perf_counter()
        draft = self._drafts[index]
        try:
            resolved = draft.resolved
            reading = Reading(
                required=draft.importer is not None and draft.importer[1].kind in REQUIRES,
                by_loader=bool(draft.loader_id) or resolved.url in self._known.files,
                shimmed=bool(draft.loader_id) and self._loaders.is_shimmed(draft.loader_id),
                script=resolved.path in self._scripts,
                cmd=self._is_cmd,
            )
            key = (source.text, source.kind, reading)
            record = self._scans.get(key) or scanned(source, draft.name, reading)
            self._scans[key] = record
            self._is_cmd = self._is_cmd or record.kind is ModuleKind.CMD
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
        self._sources[index] = source.text
        assert source.kind is not None
        return scan(source.text, source.kind)

    def _broken(self, problem: Problem, index: int, source: Source) -> Source:
        """Note that a module can't be loaded; return what stands for it: ``source``, or, if
        only a template given to ``require()`` leads to it, what throws its error."""
        draft = self._drafts[index]
        if not draft.is_likely or problem.code not in ERROR_OF:
            self._fail(problem, draft.importer, index)
            return source
        found = self._diagnostic(problem, draft.importer)
        self.reports.warning(replace(found, severity="warning", hint=_MAY_NOT_RUN))
        message = quoted(error_of(problem, None)[1])
        return Source(f"throw new SyntaxError({message});", ModuleKind.COMMONJS)

    def _target(self, index: int, request: Request, guarded: bool) -> int:
        if request.kind not in self._follow or is_dead(request.guards, self._define):
            return UNRESOLVED
        by_require = request.kind in REQUIRES
        try:
            base = self._drafts[index].base
            resolved = self._resolved(request.specifier, base, by_require=by_require)
            resolved = self._loader.requested(resolved, request.attributes)
            if resolved.kind is ModuleKind.EXTERNAL:
                return self._external(resolved, (index, request))
        except Problem as problem:
            if request.kind == "dynamic":
                return self._unresolved(problem, (index, request), guarded)
            if by_require and self._may_fail(index, request):
                self._leave(problem, (index, request), _MAY_THROW)
            else:
                self._fail(problem, (index, request), index)
            return UNRESOLVED
        known = self._index.get(resolved.url)
        return self._enqueue(resolved, (index, request)) if known is None else known

    def _resolved(self, specifier: str, base: Directory | None, *, by_require: bool) -> Resolved:
        """Resolve by Node's rules; what is required in an AMD program, and isn't found so, by
        the program's configuration."""
        try:
            return self._resolver.resolve(specifier, base, by_require=by_require)
        except Problem:
            configured = by_require and (self._known.configs or self._known.preludes)
            found = self._loaders.by_require(specifier) if configured else None
            if found is None:
                raise
            return found

    def _may_fail(self, index: int, request: Request) -> bool:
        """Whether a program may do without what ``require()`` doesn't find: packages ask so for
        others that their users need not install."""
        draft = self._drafts[index]
        in_package = request.deferred and "node_modules" in draft.name.split("/")
        peer = in_package and not is_path(request.specifier) and not is_builtin(request.specifier)
        return request.optional or draft.is_likely or peer

    def _unresolved(self, problem: Problem, importer: tuple[int, Request], guarded: bool) -> int:
        """Return what stands for the target of an ``import()`` that leads nowhere."""
        specifier = importer[1].specifier
        if not is_path(specifier):
            self._leave(problem, importer, _MAY_REJECT)
            return UNRESOLVED
        if problem.code not in ERROR_OF or not (guarded or self._defers):
            self._fail(problem, importer, None)
            return UNRESOLVED
        found = self._diagnostic(problem, importer)
        hint = "The import() is rejected, as natively."
        self.reports.warning(replace(found, severity="warning", hint=found.hint or hint))
        resolved = Resolved(specifier, kind=ModuleKind.EMPTY)
        index = self._enqueue(resolved, importer, (UNRESOLVED, importer[0], specifier))
        self.failures[index] = error_of(problem, specifier)
        return index

    def _import_maps(self, index: int, record: ModuleRecord) -> Iterator[ImportMap]:
        """Yield what the templates given to ``import()`` may mean, and put that in line."""
        base = self._drafts[index].base
        if base is None or "dynamic" not in self._follow:
            return
        for number, call in enumerate(record.dynamic_imports):
            if not is_glob(call.template):
                continue
            found = []
            any_file = "type" in dict(call.attributes)
            for specifier in specifiers(call.template, base, self._files, any_file=any_file):
                at = (call.argument_start, call.argument_end, call.start, call.end)
                request = Request(specifier, call.attributes, "dynamic", *at)
                found.append((specifier, self._target(index, request, call.guarded)))
            if not found:
                self.reports.warning(self._empty_map(index, call))
            yield number, tuple(pair for pair in found if pair[1] != UNRESOLVED)

    def _empty_map(self, index: int, call: DynamicImport | RequireTemplate) -> Diagnostic:
        name, source = self._drafts[index].name, self._sources[index]
        if isinstance(call, DynamicImport):
            fails, start, end = "import() rejects", call.argument_start, call.argument_end
        else:
            fails, start, end = "require() throws", call.start, call.end
        text = f"no module matches {quoted(glob_text(call.template))}, so this {fails}"
        hint = "A ${hole} stands for text without a slash, in the name of a file that is there."
        place = place_of(name, source, start, end)
        return Diagnostic("import-matches-nothing", "warning", text, place, hint)

    def _require_maps(self, index: int, record: ModuleRecord) -> Iterator[ImportMap]:
        """The same for ``require()``."""
        base = self._drafts[index].base
        for number, call in enumerate(record.require_templates):
            if not is_glob(call.template, by_require=True) or is_dead(call.guards, self._define):
                continue
            found: list[tuple[str, int]] = []
            if base is not None:
                found += self._likely(index, base, call)
            if not found and not call.optional:
                self.reports.warning(self._empty_map(index, call))
            yield number, tuple(found)

    def _likely(
        self, index: int, base: Directory, call: RequireTemplate
    ) -> Iterator[tuple[str, int]]:
        for specifier in specifiers(call.template, base, self._files, by_require=True):
            spans = (call.start, call.end, call.statement_start, call.statement_end)
            request = Request(specifier, (), call.kind, *spans)
            try:
                resolved = self._resolver.resolve(specifier, base, by_require=True)
            except Problem:  # a directory without a main file
                continue
            known = self._index.get(resolved.url)
            if resolved.kind is ModuleKind.EXTERNAL:
                known = self._external(resolved, (index, request))
            if known is None:
                known = self._enqueue(resolved, (index, request), is_likely=True)
            yield specifier, known

    def _external(self, resolved: Resolved, importer: tuple[int, Request]) -> int:
        """Return the index of an external. It is a file, or a specifier with attributes;
        what a relative specifier means must not depend on who imports it."""
        first = self._external_files.setdefault(resolved.url, resolved.path)
        if first != resolved.path:
            raise Problem(
                "external-conflict",
                f"{quoted(resolved.url)} is external and names different files in different"
                " modules, which one import in the output can't",
                hint="Import one of them by a specifier that is the same everywhere.",
            )
        key = (resolved.path or resolved.url, importer[1].attributes)
        known = self._index.get(key)
        return self._enqueue(resolved, importer, key) if known is None else known

    def _enqueue(
        self,
        resolved: Resolved,
        importer: tuple[int, Request] | None,
        key: object = None,
        *,
        loader_id: str = "",
        text: str | None = None,
        is_likely: bool = False,
    ) -> int:
        """Put a module in line, if it isn't known; return its index. What ``is_likely``
        requires is no more certain."""
        key = key or resolved.url
        if key in self._index:
            return self._index[key]
        base = None
        if resolved.path is not None:
            base = self._files.trusted(os.path.dirname(resolved.path))
        index = self._index[key] = len(self._drafts)
        is_likely |= importer is not None and self._drafts[importer[0]].is_likely
        draft = _Draft(resolved, self._name(resolved), base, importer, text, is_likely, loader_id)
        self._drafts.append(draft)
        return index

    def _stdin(self, text: str) -> int:
        directory = self._resolver.working_directory
        resolved = Resolved(file_url(os.path.join(directory.path, STDIN_NAME)))
        if resolved.url not in self._index:
            self._index[resolved.url] = len(self._drafts)
            self._drafts.append(_Draft(resolved, STDIN_NAME, directory, None, text))
        return self._index[resolved.url]

    def _name(self, resolved: Resolved) -> str:
        if resolved.kind is ModuleKind.EXTERNAL:
            return printable(resolved.url)
        if resolved.path is not None:
            return self.names.of(resolved.path) + resolved.suffix
        return data_name(resolved.url)

    def _fail(
        self, problem: Problem, importer: tuple[int, Request] | None, owner: int | None
    ) -> None:
        """Note an error, for which the module ``owner`` fails."""
        of_file = problem.place is not None
        self.reports.error(self._diagnostic(problem, importer), owner, of_file=of_file)
        if owner is not None and problem.code in ERROR_OF:
            asked = importer[1].specifier if importer is not None and importer[0] == owner else None
            self.failures.setdefault(owner, error_of(problem, asked))

    def _leave(self, problem: Problem, importer: tuple[int, Request], hint: str) -> None:
        """Note a request that stays unresolved: programs ask so for what only some hosts
        have."""
        found = self._diagnostic(problem, importer)
        self.reports.warning(replace(found, severity="warning", hint=hint))

    def _diagnostic(self, problem: Problem, importer: tuple[int, Request] | None) -> Diagnostic:
        """Without a place of its own, a problem is at the import that led to it."""
        place = None
        if importer is not None:
            index, request = importer
            name, source = self._drafts[index].name, self._sources[index]
            place = place_of(name, source, request.start, request.end)
        notes: tuple[Note, ...] = ()
        if problem.place is not None and place is not None:
            notes = (("imported here", place),)
        return problem.diagnostic(place, notes)


def _ignore(_stage: str, _seconds: float) -> None:
    """Observe nothing."""
