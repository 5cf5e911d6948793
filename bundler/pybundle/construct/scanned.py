"""From a loaded module to its record, and what is to be said about its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pybundle.construct.loader import Source, binary_file
from pybundle.construct.problem import Problem
from pybundle.construct.record import GlobalName, ModuleKind, ModuleRecord
from pybundle.construct.request_record import REQUIRES
from pybundle.construct.scan.scanner import (
    ScanError,
    has_module_syntax,
    scan,
    scan_ambiguous,
    scan_for_loader,
    scan_script,
)
from pybundle.diagnostics import Diagnostic, place_of

_COMMONJS_NAMES: Final = ("exports", "module", "require")
_TYPEOF: Final = re.compile(r"\btypeof[\s(]*\Z")
_LONGEST_TYPEOF: Final = 20
"""Characters before a name in which its ``typeof`` is looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file's text is to be read where it has to say itself what it is: as CommonJS if it
    is ``required`` and has no module syntax; as what a loader runs (``by_loader``), which may be
    told that it is a script (``shimmed``); as a ``script``. ``cmd``: the loader is Sea.js."""

    required: bool = False
    by_loader: bool = False
    shimmed: bool = False
    script: bool = False
    cmd: bool = False


def scanned(source: Source, name: str, reading: Reading) -> ModuleRecord:
    """Return the record of a loaded module; ``name`` is for messages.

    Raises ScanError, and Problem ``binary-file``.
    """
    try:
        if reading.script:
            return scan_script(source.text)
        if reading.by_loader and not source.is_certain:
            return scan_for_loader(source.text, cmd=reading.cmd, shimmed=reading.shimmed)
        if source.kind is None:
            favoured = reading.required or bool(source.reason)
            return scan_ambiguous(source.text, favoured=favoured, cmd=reading.cmd)
        return scan(source.text, source.kind)
    except ScanError:
        if "\0" in source.text:
            raise binary_file(name) from None
        raise


def commonjs_in_module(record: ModuleRecord, source: Source, name: str) -> Diagnostic | None:
    """Warn of an ES module that uses what only CommonJS has, and doesn't ask first whether it
    is there (``typeof``)."""
    if record.kind is not ModuleKind.ESM:
        return None
    used = [
        free
        for free in record.globals
        if free.name in _COMMONJS_NAMES and not _is_asked_for(free, source.text)
    ]
    if not used:
        return None
    free = min(used, key=lambda free: free.refs[0])
    text, hint = _words(record, source, name, free.name)
    place = place_of(name, source.text, free.refs[0], free.refs[1])
    return Diagnostic("commonjs-in-module", "warning", text, place, hint)


def _words(record: ModuleRecord, source: Source, name: str, free: str) -> tuple[str, str]:
    text = f"{name} is an ES module, where {free} is not defined"
    hint = (
        "It is one by its import or export: import what it needs, or write all of it as CommonJS."
    )
    follows = bool(record.require_templates)
    follows |= any(request.kind in REQUIRES for request in record.requests)
    if source.kind is None and free == "require" and follows:
        return f"{text} natively: in the bundle it is", hint
    if has_module_syntax(record):
        return text, hint
    hint = 'Its extension .mjs, or "type": "module" in package.json, makes it an ES module.'
    return f"{text}: it looks like CommonJS", hint


def _is_asked_for(free: GlobalName, source: str) -> bool:
    return any(
        _TYPEOF.search(source[max(start - _LONGEST_TYPEOF, 0) : start]) for start in free.refs[::3]
    )


def syntax_error(error: ScanError, source: str, name: str) -> Problem:
    """Return a scanner's error as a problem in the file ``name``."""
    place = place_of(name, source, error.start, error.end)
    return Problem("syntax-error", error.message, hint=error.hint, place=place)
