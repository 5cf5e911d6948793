"""From a loaded module to its record, and what is said of a text that can't be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pybundle.construct.loader import Source, binary_file
from pybundle.construct.problem import Problem
from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.scanner import (
    ScanError,
    has_module_syntax,
    scan,
    scan_ambiguous,
    scan_for_cmd,
    scan_for_loader,
    scan_script,
)
from pybundle.diagnostics import Diagnostic, place_of

_COMMONJS_NAMES: Final = ("exports", "module", "require")
_SHORT_DATA: Final = re.compile(r"data:[\w/+.;=\-]*,[\w%.()=;+\-]{0,40}")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file's text is to be read where it has to say itself what it is: as CommonJS if it
    is ``required`` and has no module syntax; as what an AMD loader runs (``by_loader``), which
    is told that it is a script (``shimmed``); as a ``script``. ``cmd``: the loader is Sea.js."""

    required: bool = False
    by_loader: bool = False
    shimmed: bool = False
    script: bool = False
    cmd: bool = False


def scanned(source: Source, name: str, reading: Reading) -> ModuleRecord:
    """Return the record of a loaded module; ``name`` is for messages.

    Raises ScanError, and Problem ``binary-file``.
    """
    required = reading.required
    try:
        if reading.script:
            return scan_script(source.text)
        if reading.by_loader and reading.cmd and not source.is_certain:
            return scan_for_cmd(source.text)
        if reading.by_loader and not source.is_certain:
            return scan_for_loader(source.text, shimmed=reading.shimmed)
        if source.kind is None:
            favoured = required or bool(source.reason)
            return scan_ambiguous(source.text, favoured=favoured, cmd=reading.cmd)
        return scan(source.text, source.kind)
    except ScanError:
        if "\0" in source.text:
            raise binary_file(name) from None
        raise


def commonjs_in_module(record: ModuleRecord, source: Source, name: str) -> Diagnostic | None:
    """Warn of a file that is an ES module by its extension or ``package.json`` only, and
    uses what only CommonJS has."""
    if source.kind is not ModuleKind.ESM or has_module_syntax(record):
        return None
    for free in record.globals:
        if free.name in _COMMONJS_NAMES:
            return Diagnostic(
                "commonjs-in-module",
                "warning",
                f"{name} is an ES module, where {free.name} is not defined: it looks like CommonJS",
                place_of(name, source.text, free.refs[0], free.refs[1]),
                'Its extension .mjs, or "type": "module" in package.json, makes it an ES module.',
            )
    return None


def syntax_error(error: ScanError, source: str, name: str) -> Problem:
    """Return the problem of a text that can't be read."""
    place = place_of(name, source, error.start, error.end)
    return Problem("syntax-error", error.message, hint=error.hint, place=place)


def data_name(url: str) -> str:
    """Return a short name for a ``data:`` URL."""
    if _SHORT_DATA.fullmatch(url):
        return url
    import hashlib  # only here, and not cheap

    digest = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    media_type = re.match(r"data:[\w/+.\-]{0,40}", url)
    return f"{media_type.group() if media_type else 'data:'},…{digest}"
