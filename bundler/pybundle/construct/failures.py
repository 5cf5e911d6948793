"""Modules that can't be loaded or linked, where ``import()`` alone reaches them: what
native engines find out when they get there, and then reject the promise for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from pybundle.construct.module_map import Failure, Module
from pybundle.construct.problem import Problem
from pybundle.construct.record import ModuleKind, ModuleRecord

SYNTAX_ERROR: Final = "SyntaxError"
TYPE_ERROR: Final = "TypeError"

ERROR_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(("binary-file", "syntax-error"), SYNTAX_ERROR),
    **dict.fromkeys(
        (
            "case-mismatch",
            "invalid-package-json",
            "invalid-package-target",
            "is-directory",
            "not-found",
            "package-import-not-defined",
            "package-path-not-exported",
            "unknown-file-type",
            "unreadable-file",
            "unresolved-import",
            "unsupported-import-attribute",
        ),
        TYPE_ERROR,
    ),
}
"""Which error engines give for what the diagnostic of a code says. Other problems are this
bundler's own, and can't be left to the run."""


_MISSING: Final = ("case-mismatch", "not-found", "unresolved-import")


class Cause(NamedTuple):
    """Why a module fails: the name of the error's constructor, its message, and the specifier
    for which there is no file, if that is why. ``is_found``: it is a module, if a broken one,
    and not what ``import()`` doesn't find."""

    error: str
    message: str
    missing: str = ""
    is_found: bool = True


def error_of(problem: Problem, specifier: str | None) -> Cause:
    """Return the error that stands for a problem with a code in ``ERROR_OF``: of a specifier
    that leads nowhere, or (None) of a file."""
    error = ERROR_OF[problem.code]
    if specifier is not None:
        missing = specifier if problem.code in _MISSING else ""
        return Cause(error, f"Failed to resolve module specifier '{specifier}'", missing)
    message = problem.text.removeprefix("Syntax error: ")
    return Cause(error, message[:1].upper() + message[1:])


def static_reach(modules: Sequence[Module], roots: Iterable[int]) -> set[int]:
    """Return the modules that ``roots`` reach by static imports and ``require()``, themselves
    included."""
    seen = set(roots)
    pending = list(seen)
    while pending:
        module = modules[pending.pop()]
        statics = zip(module.record.requests, module.targets, strict=True)
        found = [target for request, target in statics if request.kind == "import"]
        for target in (*found, *(target for _, target in module.required())):
            if target >= 0 and target not in seen:
                seen.add(target)
                pending.append(target)
    return seen


def with_failures(
    modules: Sequence[Module], failures: Mapping[int, Cause], *, shared: bool
) -> tuple[Module, ...]:
    """Return the modules with those in ``failures`` marked. What imports one of them statically,
    or requires it, fails with it: with the one error of it, if these are ``shared``, as those of
    parsing are and those of linking are not."""
    importers: dict[int, list[int]] = {}
    for module in modules:
        for request, target in zip(module.record.requests, module.targets, strict=True):
            if request.kind != "dynamic" and target >= 0:
                importers.setdefault(target, []).append(module.index)
    found = dict(failures)
    origins = {index: index for index in failures}
    pending = sorted(failures)
    for index in pending:
        for importer in importers.get(index, ()):
            if importer not in found:
                found[importer] = found[index]
                origins[importer] = origins[index] if shared else importer
                pending.append(importer)
    return tuple(
        _failed(module, found[module.index], origins[module.index])
        if module.index in found
        else module
        for module in modules
    )


def _failed(module: Module, cause: Cause, origin: int) -> Module:
    if module.failure is not None:
        return module
    record = module.record
    requests = tuple(
        (request.specifier, dict(request.attributes).get("type", ""), target)
        for request, target in zip(record.requests, module.targets, strict=True)
        if target >= 0
    )
    lasting = origin if cause.is_found else None
    failure = Failure(cause.error, cause.message, requests, cause.missing, lasting)
    empty = ModuleRecord(ModuleKind.EMPTY)
    return replace(module, record=empty, targets=(), import_maps=(), failure=failure)
