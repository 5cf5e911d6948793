"""What the requests of a module lead to by Node's rules: static imports, ``import()``,
``require()`` (*HostLoadImportedModule*)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pybundle.construct.constants import is_dead
from pybundle.construct.drafts import UNRESOLVED, Draft, Drafts, Importer
from pybundle.construct.failures import ERROR_OF, error_of
from pybundle.construct.loader import Loader
from pybundle.construct.problem import Problem
from pybundle.construct.record import ModuleKind
from pybundle.construct.reports import Reports
from pybundle.construct.request_record import REQUIRES, Request
from pybundle.construct.resolve.builtins import is_builtin
from pybundle.construct.resolve.files import Directory
from pybundle.construct.resolve.resolver import Resolved, Resolver
from pybundle.construct.resolve.specifiers import is_path
from pybundle.options import Options

_MAY_REJECT: Final = (
    "It is left to the engine: where that can't resolve it, the promise is rejected."
)
_MAY_THROW: Final = "It throws MODULE_NOT_FOUND when it runs, which the program may expect."


class Targets:
    """Resolves requests and puts what they mean in line. ``otherwise`` says what a specifier
    means that is required and that Node's rules don't find (None: nothing)."""

    def __init__(
        self,
        options: Options,
        drafts: Drafts,
        reports: Reports,
        resolver: Resolver,
        loader: Loader,
        otherwise: Callable[[str], Resolved | None],
        *,
        follow_dynamic: bool,
    ) -> None:
        self.follows_dynamic = follow_dynamic
        self._follow = ("import", *REQUIRES, *(("dynamic",) if follow_dynamic else ()))
        self._define = options.define
        self._defers = options.defer_errors
        self._requires_externals = options.format == "cjs"
        self._drafts = drafts
        self._reports = reports
        self._resolver = resolver
        self._loader = loader
        self._otherwise = otherwise

    def target(self, index: int, request: Request, *, guarded: bool) -> int:
        """Return the module that a request of the module ``index`` means, UNRESOLVED if none
        does. ``guarded``: the program expects that it may be rejected."""
        if request.kind not in self._follow or is_dead(request.guards, self._define):
            return UNRESOLVED
        importer = (index, request)
        try:
            resolved = self._resolved(request, self._drafts[index].base)
            resolved = self._loader.requested(resolved, request.attributes)
            if resolved.kind is ModuleKind.EXTERNAL:
                return self._drafts.add_external(resolved, importer)
        except Problem as problem:
            if request.kind == "dynamic":
                return self._unresolved(problem, importer, guarded)
            if request.kind in REQUIRES and self._may_fail(importer):
                self._reports.leave(problem, importer, _MAY_THROW)
            else:
                self._reports.fail(problem, importer, index)
            return UNRESOLVED
        return self._drafts.add(resolved, importer)

    def likely(self, index: int, request: Request) -> int | None:
        """Return the module that a request means which a template given to ``require()`` may
        make; None if it means nothing (a directory without a main file)."""
        try:
            base = self._drafts[index].base
            resolved = self._resolver.resolve(request.specifier, base, by_require=True)
        except Problem:
            return None
        if resolved.kind is not ModuleKind.EXTERNAL:
            return self._drafts.add(resolved, (index, request), is_likely=True)
        try:
            return self._drafts.add_external(resolved, (index, request))
        except Problem as problem:
            self._reports.fail(problem, (index, request), index)
            return None

    def finds_esm(self, draft: Draft) -> bool:
        """Whether an external module, which the output requires, is an ES module to Node's
        ``import``."""
        if not self._requires_externals or draft.importer is None:
            return False
        return self._resolver.finds_esm(draft.resolved, self._drafts[draft.importer[0]].base)

    def _resolved(self, request: Request, base: Directory | None) -> Resolved:
        by_require = request.kind in REQUIRES
        try:
            return self._resolver.resolve(request.specifier, base, by_require=by_require)
        except Problem:
            found = self._otherwise(request.specifier) if by_require else None
            if found is None:
                raise
            return found

    def _may_fail(self, importer: Importer) -> bool:
        """Whether a program may do without what ``require()`` doesn't find: packages ask so for
        others that their users need not install."""
        draft, request = self._drafts[importer[0]], importer[1]
        in_package = request.deferred and "node_modules" in draft.name.split("/")
        peer = in_package and not is_path(request.specifier) and not is_builtin(request.specifier)
        return request.optional or draft.is_likely or peer

    def _unresolved(self, problem: Problem, importer: Importer, guarded: bool) -> int:
        """Return what stands for the target of an ``import()`` that leads nowhere."""
        specifier = importer[1].specifier
        if not is_path(specifier):
            self._reports.leave(problem, importer, _MAY_REJECT)
            return UNRESOLVED
        if problem.code not in ERROR_OF or not (guarded or self._defers):
            self._reports.fail(problem, importer, None)
            return UNRESOLVED
        found = self._reports.diagnostic(problem, importer)
        hint = "The import() is rejected, as natively."
        self._reports.warning(replace(found, severity="warning", hint=found.hint or hint))
        resolved = Resolved(specifier, kind=ModuleKind.EMPTY)
        index = self._drafts.add(resolved, importer, (UNRESOLVED, importer[0], specifier))
        self._reports.failures[index] = error_of(problem, specifier)._replace(is_found=False)
        return index
