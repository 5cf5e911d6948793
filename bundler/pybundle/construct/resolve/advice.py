"""What to say when a specifier leads nowhere: what was tried, and what to do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from pybundle.construct.names import Names
from pybundle.construct.problem import Note, Problem, quoted, shown
from pybundle.construct.resolve.files import DIRECTORY, Directory, Files, other_spelling
from pybundle.construct.resolve.packages import Package
from pybundle.options import Platform

UNRESOLVED: Final = "unresolved-import"
_SHOWN: Final = 8


def no_file(specifier: str, path: str, tried: Sequence[str], files: Files, names: Names) -> Problem:
    """There is no file for a relative or absolute specifier."""
    wrong = _misspelt(path, files)
    if wrong is not None:
        given, real = wrong
        return Problem(
            "case-mismatch",
            f"{quoted(specifier)} can't be resolved: the name is {quoted(real)},"
            f" not {quoted(given)}",
            hint=f"Write {quoted(real)}: names that differ in case are two modules.",
        )
    directory = files.directory(path)
    if directory is not None:
        return Problem(
            "is-directory",
            f"{quoted(specifier)} is a directory without an index file or a main file",
            hint="Import one of its files by name.",
            notes=_tried(tried, names),
        )
    return Problem(
        UNRESOLVED,
        f"{quoted(specifier)} can't be resolved: there is no such file",
        hint=_close_file(specifier, path, files, directories=True),
        notes=_tried(tried, names),
    )


def no_entry(entry: str, path: str, files: Files) -> Problem:
    """There is no file for an entry."""
    if os.path.exists(path) and files.directory(os.path.dirname(path)):
        wrong = _misspelt(path, files)
        if wrong is not None:
            text = f"{shown(entry)}: the name is {quoted(wrong[1])}, not {quoted(wrong[0])}"
            return Problem("case-mismatch", text, hint=f"Write {quoted(wrong[1])}.")
        text = f"{shown(entry)} is not a regular file"
        return Problem("not-found", text, hint="Pass - to read the entry from standard input.")
    if entry.startswith(("http:", "https:")):
        text = f"{shown(entry)} is an address; an entry is a file"
        return Problem("not-found", text, hint="Download it first.")
    return Problem(
        "not-found", f"{shown(entry)}: no such file", hint=_close_file(entry, path, files)
    )


def entry_is_directory(entry: str, directory: Directory) -> Problem:
    """An entry is a directory."""
    hint = "Name the file in it where the program starts."
    for name in ("index.js", "index.mjs", "main.js", "main.mjs"):
        if name in directory.listing():
            hint = f"Did you mean {shown(entry.rstrip('/'))}/{name}?"
            break
    return Problem("is-directory", f"{shown(entry)} is a directory, not a file", hint=hint)


def builtin(specifier: str, platform: Platform) -> Problem:
    """A module that Node carries is imported for another platform."""
    return Problem(
        UNRESOLVED,
        f"{quoted(specifier)} is built into Node, and the platform is {platform}",
        hint="Build for Node (--platform node), leave the import to whoever runs the bundle"
        f" (--external {shown(specifier)}), or install a package that replaces it.",
    )


def unknown_builtin(specifier: str) -> Problem:
    """``node:`` is followed by no name that Node has."""
    return Problem(
        UNRESOLVED,
        f"Node has no module {quoted(specifier)}",
        hint=f"If a newer one has it, add --external {shown(specifier)}.",
    )


def unknown_scheme(specifier: str, scheme: str) -> Problem:
    """A URL that names nothing that could be read."""
    return Problem(
        UNRESOLVED,
        f"{quoted(specifier)} can't be resolved: {scheme}: is no scheme that can be bundled",
        hint=f"Leave the import to whoever runs the bundle: --external {shown(specifier)}.",
    )


def from_data(specifier: str) -> Problem:
    """A data: module imports what only a place could resolve."""
    return Problem(
        UNRESOLVED,
        f"{quoted(specifier)} can't be resolved: a data: module lies in no directory",
        hint="Import an absolute URL there.",
    )


def no_imports(specifier: str, scope: Package | None) -> Problem:
    """``#x`` where no package.json has ``imports``."""
    where = "there is no package.json" if scope is None else f"{scope.file} has no imports"
    return Problem(
        "package-import-not-defined",
        f"{quoted(specifier)} can't be resolved: {where}",
        hint='A specifier that starts with # is a key of "imports" in package.json.',
    )


def no_target(specifier: str, target: str, package: Package, path: str, files: Files) -> Problem:
    """``exports`` or ``imports`` leads to a file that isn't there."""
    return Problem(
        UNRESOLVED,
        f"{quoted(specifier)} can't be resolved: {package.file} maps it to {quoted(target)},"
        " and there is no such file",
        hint=_close_file(target, path, files)
        or "Install the package again, or report it to its authors.",
    )


def no_mapped(specifier: str, scope: Package, key: str, target: str) -> Problem:
    """The ``browser`` map leads to a file that isn't there."""
    return Problem(
        UNRESOLVED,
        f"{quoted(specifier)} can't be resolved: the browser field of {scope.file} maps"
        f" {quoted(key)} to {quoted(target)}, and there is no such file",
        hint="Install the package again, or report it to its authors.",
    )


def no_package(
    specifier: str,
    name: str,
    base: Directory,
    places: Sequence[Directory],
    tried: Sequence[str],
    files: Files,
    names: Names,
) -> Problem:
    """A bare specifier that no ``node_modules`` has."""
    notes = _tried(tried, names)
    if tried:
        text = f"{quoted(specifier)} can't be resolved: the package {quoted(name)} has no such file"
        return Problem(UNRESOLVED, text, hint=_close_file(specifier, tried[0], files), notes=notes)
    path = os.path.normpath(os.path.join(base.path, specifier))
    local = next((p for p in (path, path + ".js", path + ".mjs") if os.path.isfile(p)), None)
    if local:
        relative = os.path.relpath(local, base.path).replace(os.sep, "/")
        hint = f"Did you mean {quoted('./' + relative)}?"
    else:
        hint = (
            f"Install the package (npm install {shown(name)}), or leave the import to whoever runs"
        )
        hint += f" the bundle (--external {shown(name)})."
        installed = sorted({entry for place in places for entry in place.listing()})
        close = get_close_matches(name, installed, 1, 0.8)
        hint = f"Did you mean {quoted(close[0])}?" if close else hint
    return Problem(
        UNRESOLVED,
        f"{quoted(specifier)} can't be resolved: there is no package {quoted(name)}",
        hint=hint,
        notes=(_searched(places, names),),
    )


def _searched(places: Sequence[Directory], names: Names) -> Note:
    if not places:
        return "there is no node_modules directory here or in any directory above", None
    return f"searched {', '.join(names.of(place.path) for place in places)}", None


def _tried(tried: Sequence[str], names: Names) -> tuple[Note, ...]:
    if not tried:
        return ()
    shown = [names.of(path) for path in dict.fromkeys(tried)]
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ((f"tried {', '.join(shown[:_SHOWN])}{more}", None),)


def _misspelt(path: str, files: Files) -> tuple[str, str] | None:
    """Return the first part of ``path`` that is written in another case than on disk, and
    how it is there; None if that isn't why the path leads nowhere."""
    if not os.path.exists(path):
        return None
    below: list[str] = []
    head = path
    while files.directory(head) is None and os.path.dirname(head) != head:
        below.append(head)
        head = os.path.dirname(head)
    parent = files.directory(head)
    name = os.path.basename(below[-1]) if below else ""
    real = other_spelling(parent, name) if parent and name else None
    return (name, real) if real else None


def _close_file(specifier: str, path: str, files: Files, *, directories: bool = False) -> str:
    """Suggest a file beside ``path`` that is called almost so (or a directory)."""
    head, name = os.path.split(path)
    directory = files.directory(head)
    if directory is None or not name:
        return ""
    there = sorted(directory.listing())
    entries = [entry for entry in there if directories or directory.kind(entry) != DIRECTORY]
    stems = {os.path.splitext(entry)[0]: entry for entry in reversed(entries)}
    close = [entry for entry in entries if entry.casefold() == name.casefold()]
    close += get_close_matches(name, entries, 1, 0.75)
    close += [stems[s] for s in get_close_matches(os.path.splitext(name)[0], stems, 1, 0.75)]
    if not close:
        return ""
    prefix = specifier[: len(specifier) - len(name)] if specifier.endswith(name) else ""
    return f"Did you mean {quoted(prefix + close[0])}?"
