"""All errors and warnings of construction, each thing that is wrong said once."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import Final

from pybundle.construct.problem import Note
from pybundle.diagnostics import Diagnostic, Place

_PLACES: Final = 8
"""Further places that one error shows at most."""


class Reports:
    """Collects diagnostics; gives them in the order in which they first came."""

    def __init__(self) -> None:
        self._errors: dict[object, Diagnostic] = {}
        self._owners: dict[object, set[int | None]] = {}
        self._also: dict[object, dict[Place, None]] = {}
        self._warnings: dict[Diagnostic, None] = {}

    def error(self, found: Diagnostic, owner: int | None, *, of_file: bool) -> None:
        """Add an error, which makes the module ``owner`` fail (None: the build).

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

    def defer(self, modules: Container[int | None], codes: Container[str]) -> None:
        """Make warnings of the errors with ``codes`` that make none but ``modules`` fail."""
        for key, found in list(self._errors.items()):
            if found.code in codes and all(owner in modules for owner in self._owners[key]):
                notes = found.notes + _places(self._also.get(key, {}))
                self.warning(deferred(replace(found, notes=notes)))
                del self._errors[key]

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


def deferred(error: Diagnostic) -> Diagnostic:
    """Return an error as the warning that it is with ``defer_errors``."""
    note = ("only import() leads here, so it is the program's to deal with", None)
    return replace(error, severity="warning", notes=(*error.notes, note))


def _places(places: dict[Place, None]) -> tuple[Note, ...]:
    notes: list[Note] = [("also imported here", place) for place in list(places)[:_PLACES]]
    if len(places) > _PLACES:
        notes.append((f"and in {len(places) - _PLACES} more places", None))
    return tuple(notes)
