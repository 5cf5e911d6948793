"""Phase 1, *Construct*: from the entries to the whole module map.

*InnerModuleLoading* for all modules at once, breadth first and without recursion:
each module is loaded and scanned when its turn comes, and its requests are resolved to
modules that are known already or are put in line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from time import perf_counter
from typing import Final, NamedTuple

from pybundle.construct.assets import find_assets
from pybundle.construct.builtins import is_builtin
from pybundle.construct.constants import is_dead
from pybundle.construct.failures import ERROR_OF, error_of, static_reach, with_failures
from pybundle.construct.files import Directory, Files
from pybundle.construct.globs import glob_text, is_glob, specifiers
from pybundle.construct.loader import Loader, Source
from pybundle.construct.module_map import ImportMap, Module, ModuleMap
from pybundle.construct.names import Names, data_name, printable
from pybundle.construct.packages import Packages
from pybundle.construct.problem import Note, Problem, quoted
from pybundle.construct.record import (
    REQUIRES,
    DynamicImport,
    ModuleKind,
    ModuleRecord,
    Request,
    RequireTemplate,
)
from pybundle.construct.reports import Reports
from pybundle.construct.resolver import Resolved, Resolver
from pybundle.construct.scanned import commonjs_in_module, scanned, syntax_error
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
    try:
        construction = _Construction(options, follow_dynamic, observe)
    except FileNotFoundError:
        text = "the working directory does not exist any more"
        raise BundleError((Diagnostic("not-found", "error", text),)) from None
    try:
        roots = tuple(construction.entry(entry, stdin) for entry in entries)
        modules = construction.run()
    except ParserMissing as missing:
        raise BundleError((Diagnostic("parser-missing", "error", str(missing)),)) from None
    if options.defer_errors:
        construction.defer(modules, roots)
    errors, warnings = construction.reports.errors, construction.reports.warnings
    if errors:
        raise BundleError((*errors, *warnings))
    modules = with_failures(modules, construction.failures)
    if options.assets:
        modules, of_assets = find_assets(modules, construction.names)
        warnings += of_assets
    return ModuleMap(modules, roots), warnings


class _Draft(NamedTuple):
    """A module that has been requested: by ``requests[importer[1]]`` of the module
    ``importer[0]``, or by nobody (an entry). ``base`` is the directory that its own
    requests are resolved from, None for ``data:`` URLs. ``text`` is standard input's.
    ``is_likely``: nothing but a template given to ``require()`` led to it first, so that it
    may be wrong and never be required."""

    resolved: Resolved
    name: str
    base: Directory | None
    importer: tuple[int, Request] | None
    text: str | None = None
    is_likely: bool = False


class _Construction:
    """One run. ``drafts`` is both the queue and the order of the module map."""

    def __init__(self, options: Options, follow_dynamic: bool, observe: Observe | None) -> None:
        self._files = Files()
        self.names = Names(options.root)
        packages = Packages(self._files, self.names)
        self._resolver = Resolver(options, self._files, packages, self.names)
        self._loader = Loader(packages, self.names)
        self._follow = ("import", *REQUIRES, *(("dynamic",) if follow_dynamic else ()))
        self._define = options.define
        self._observe = observe or _ignore
        self._drafts: list[_Draft] = []
        self._sources: list[str] = []
        self._index: dict[object, int] = {}
        self._external_files: dict[str, str | None] = {}
        self._defers = options.defer_errors
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
        start = perf_counter()
        guarded = {call.start for call in record.dynamic_imports if call.guarded}
        targets = tuple(
            [
                self._target(index, request, request.statement_start in guarded)
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
            found_esm=kind is ModuleKind.EXTERNAL and self._finds_esm(draft),
        )

    def _finds_esm(self, draft: _Draft) -> bool:
        if not self._requires_externals or draft.importer is None:
            return False
        return self._resolver.finds_esm(draft.resolved, self._drafts[draft.importer[0]].base)

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
            required = draft.importer is not None and draft.importer[1].kind in REQUIRES
            record = scanned(source, draft.name, required=required)
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
            resolved = self._resolver.resolve(request.specifier, base, by_require=by_require)
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
        name = self._name(resolved)
        self._drafts.append(_Draft(resolved, name, base, importer, is_likely=is_likely))
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
