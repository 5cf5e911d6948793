"""All errors and warnings of construction, each thing that is wrong said once."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import Final

from pybundle.construct.drafts import Drafts, Importer
from pybundle.construct.failures import ERROR_OF, Cause, error_of
from pybundle.construct.problem import Note, Problem
from pybundle.diagnostics import Diagnostic, Place

LINK_ERRORS: Final = ("ambiguous-export", "circular-reexport", "missing-export")
_PLACES: Final = 8
"""Further places that one error shows at most."""


class Reports:
    """Collects diagnostics; gives them in the order in which they first came.

    ``failures`` are the modules that can't be loaded, or whose imports can't, each with the
    constructor's name and the message of the error that it then is to the program."""

    def __init__(self, drafts: Drafts) -> None:
        self.failures: dict[int, Cause] = {}
        self._drafts = drafts
        self._errors: dict[object, Diagnostic] = {}
        self._owners: dict[object, set[int | None]] = {}
        self._also: dict[object, dict[Place, None]] = {}
        self._warnings: dict[Diagnostic, None] = {}

    def fail(self, problem: Problem, importer: Importer | None, owner: int | None) -> None:
        """Add a problem as an error, for which the module ``owner`` fails (None: the build)."""
        found = self.diagnostic(problem, importer)
        if owner is None and importer is not None and importer[1].kind == "dynamic":
            found = deferrable(found)
        self._error(found, owner, of_file=problem.place is not None)
        if owner is not None and problem.code in ERROR_OF:
            asked = importer[1].specifier if importer is not None and importer[0] == owner else None
            self.failures.setdefault(owner, error_of(problem, asked))

    def leave(self, problem: Problem, importer: Importer | None, hint: str) -> None:
        """Add a problem as a warning: it is left to the run, as ``hint`` says."""
        found = self.diagnostic(problem, importer)
        advice = f"{found.hint} {hint}" if found.hint.startswith("Did you mean") else hint
        self.warning(replace(found, severity="warning", hint=advice))

    def diagnostic(self, problem: Problem, importer: Importer | None) -> Diagnostic:
        """Return a problem as an error: without a place of its own, at the request that led to
        it."""
        place = None
        if importer is not None:
            index, request = importer
            place = self._drafts.place(index, request.start, request.end)
        notes: tuple[Note, ...] = ()
        if problem.place is not None and place is not None:
            notes = (("imported here", place),)
        return problem.diagnostic(place, notes)

    def _error(self, found: Diagnostic, owner: int | None, *, of_file: bool) -> None:
        """Add an error.

        One that is ``of_file`` is at its place in a broken file, however many import it.
        Others are at an import; of those that say the same, the first gets the places of
        the rest as notes.
        """
        if of_file:
            at_place = (found.code, found.text, found.place)
            self._errors.setdefault(at_place, found)
            self._owners.setdefault(at_place, set()).add(owner)
            return
        key = (found.code, found.text, found.hint, found.notes)
        first = self._errors.setdefault(key, found)
        self._owners.setdefault(key, set()).add(owner)
        if found.place is not None and found.place != first.place:
            self._also.setdefault(key, {})[found.place] = None

    def warning(self, found: Diagnostic) -> None:
        """Add a warning."""
        self._warnings[found] = None

    def defer(self, modules: Container[int | None]) -> None:
        """Make warnings of the errors that engines find, too, and that make none but
        ``modules`` fail."""
        for key, found in list(self._errors.items()):
            if found.code in ERROR_OF and all(owner in modules for owner in self._owners[key]):
                notes = found.notes + _places(self._also.get(key, {}))
                self.warning(deferred(replace(found, notes=notes)))
                del self._errors[key]

    def offer(self, modules: Container[int | None]) -> None:
        """Say of errors that make none but ``modules`` fail that they could be left to the run."""
        for key, found in self._errors.items():
            if found.code in ERROR_OF and all(owner in modules for owner in self._owners[key]):
                self._errors[key] = deferrable(found)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """All errors."""
        return tuple(
            replace(found, notes=found.notes + _places(self._also.get(key, {})))
            for key, found in self._errors.items()
        )

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """All warnings."""
        return tuple(self._warnings)


def deferrable(error: Diagnostic) -> Diagnostic:
    """Return an error that ``defer_errors`` would leave to the run, with a note that says so."""
    if error.code not in ERROR_OF and error.code not in LINK_ERRORS:
        return error
    note = ("only import() leads here: with --defer-errors its promise is rejected instead", None)
    return replace(error, notes=(*error.notes, note))


def deferred(error: Diagnostic) -> Diagnostic:
    """Return an error as the warning that it is with ``defer_errors``."""
    note = ("only import() leads here, so it is the program's to deal with", None)
    return replace(error, severity="warning", notes=(*error.notes, note))


def _places(places: dict[Place, None]) -> tuple[Note, ...]:
    notes: list[Note] = [("also imported here", place) for place in list(places)[:_PLACES]]
    if len(places) > _PLACES:
        notes.append((f"and in {len(places) - _PLACES} more places", None))
    return tuple(notes)
