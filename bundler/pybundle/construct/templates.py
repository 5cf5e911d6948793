"""Templates given to ``import()`` and ``require()``, and choices between constants: the modules
that they may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pybundle.construct.constants import is_dead
from pybundle.construct.drafts import UNRESOLVED, Drafts
from pybundle.construct.globs import glob_text, is_glob, specifiers
from pybundle.construct.module_map import ImportMap
from pybundle.construct.problem import quoted
from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.reports import Reports
from pybundle.construct.request_record import DynamicImport, Request, RequireTemplate
from pybundle.construct.resolve.files import Directory, Files
from pybundle.construct.resolve.resolver import Resolved
from pybundle.construct.resolve.specifiers import is_path
from pybundle.construct.targets import Targets
from pybundle.diagnostics import Diagnostic


class Templates:
    """Looks up what templates may mean, and puts that in line. ``define`` is what decides
    conditions around calls."""

    def __init__(
        self,
        define: Mapping[str, str],
        drafts: Drafts,
        reports: Reports,
        files: Files,
        targets: Targets,
    ) -> None:
        self._define = define
        self._drafts = drafts
        self._reports = reports
        self._files = files
        self._targets = targets

    def import_maps(self, index: int, record: ModuleRecord) -> Iterator[ImportMap]:
        """Yield what the templates and choices that a module gives to ``import()`` may mean."""
        base = self._drafts[index].base
        if base is None or not self._targets.follows_dynamic:
            return
        for number, call in enumerate(record.dynamic_imports):
            if not (call.choices or is_glob(call.template)):
                continue
            found = []
            for specifier in call.choices or self._imported(call, base):
                at = (call.argument_start, call.argument_end, call.start, call.end)
                request = Request(specifier, call.attributes, "dynamic", *at)
                target = self._targets.target(index, request, guarded=call.guarded)
                if call.choices and target == UNRESOLVED and not is_path(specifier):
                    left = Resolved(specifier, kind=ModuleKind.EXTERNAL)  # to the engine
                    target = self._drafts.add_external(left, (index, request))
                found.append((specifier, target))
            if not found:
                self._reports.warning(self._empty_map(index, call))
            yield number, tuple(pair for pair in found if pair[1] != UNRESOLVED)

    def _imported(self, call: DynamicImport, base: Directory) -> tuple[str, ...]:
        any_file = "type" in dict(call.attributes)
        return specifiers(call.template, base, self._files, any_file=any_file)

    def require_maps(self, index: int, record: ModuleRecord) -> Iterator[ImportMap]:
        """The same for ``require()`` and ``require.resolve()``."""
        for number, call in enumerate(record.require_templates):
            if not is_glob(call.template, by_require=True) or is_dead(call.guards, self._define):
                continue
            found = tuple(self._required(index, call))
            if not found and not call.optional:
                self._reports.warning(self._empty_map(index, call))
            yield number, found

    def _required(self, index: int, call: RequireTemplate) -> Iterator[tuple[str, int]]:
        base = self._drafts[index].base
        if base is None:
            return
        spans = (call.start, call.end, call.statement_start, call.statement_end)
        for specifier in specifiers(call.template, base, self._files, by_require=True):
            target = self._targets.likely(index, Request(specifier, (), call.kind, *spans))
            if target is not None:
                yield specifier, target

    def _empty_map(self, index: int, call: DynamicImport | RequireTemplate) -> Diagnostic:
        if isinstance(call, DynamicImport):
            fails, start, end = "import() rejects", call.argument_start, call.argument_end
        else:
            fails, start, end = "require() throws", call.start, call.end
        text = f"no module matches {quoted(glob_text(call.template))}, so this {fails}"
        hint = "A ${hole} stands for text without a slash, in the name of a file that is there."
        place = self._drafts.place(index, start, end)
        return Diagnostic("import-matches-nothing", "warning", text, place, hint)
