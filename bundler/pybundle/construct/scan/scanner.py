"""The scanner: a file's text in, its module record out.

Only this module and those it is made of know that there is a syntax tree: parse and repairs;
walk with its handlers, and scopes; records, and what it puts into them (members, statements,
comments, scripts); definitions and cmd_calls, with bindings and literals.
"""

from __future__ import annotations

import re
from typing import Final

from pybundle.construct.record import (
    ModuleKind,
    ModuleRecord,
    Ref,
)
from pybundle.construct.scan import branches, declarations, entries, expressions, mixed
from pybundle.construct.scan.cmd_calls import LOADER as SEAJS
from pybundle.construct.scan.cmd_calls import CmdScan
from pybundle.construct.scan.data import scan_data
from pybundle.construct.scan.definitions import LoaderScan
from pybundle.construct.scan.parse import (
    Node,
    ParserMissing,
    ScanError,
    parse_as_function_body,
    parse_module,
    parsing,
)
from pybundle.construct.scan.records import (
    AMD_NAMES,
    CMD_WRAPPER_NAMES,
    COMMONJS_NAMES,
    amd_record,
    cmd_record,
    commonjs_record,
    module_record,
    script_record,
)
from pybundle.construct.scan.repairs import parse_body
from pybundle.construct.scan.scopes import release, resolve
from pybundle.construct.scan.sloppy import may_be_sloppy, noticing
from pybundle.construct.scan.walk import Handlers, Walk

__all__ = ["ParserMissing", "ScanError", "has_module_syntax", "scan", "scan_ambiguous"]

_HANDLERS: Final = Handlers(expressions.HANDLERS | declarations.HANDLERS | entries.HANDLERS)
_LOADING_HANDLERS: Final = Handlers(_HANDLERS | mixed.HANDLERS)
_COMMONJS_HANDLERS: Final = Handlers(
    noticing(expressions.HANDLERS | declarations.HANDLERS | branches.HANDLERS | branches.SLOPPY)
)
_HTML_COMMENTS: Final = ("<!--", "-->")
_FACTORY_NAMES: Final = COMMONJS_NAMES | AMD_NAMES | {SEAJS}
_ADAPTING: Final = frozenset(("exports", "module"))
"""What a file that can be a CommonJS module looks at."""
_MODULE_STATEMENT: Final = re.compile(
    r"(?:\A|[\n\r\u2028\u2029;}]|\*/)\s*(?:import\b(?!\s*\()|export\b)"
)
"""What most likely are declarations that only modules have."""


def scan(source: str, kind: ModuleKind) -> ModuleRecord:
    """Return the record of a file with the text ``source`` that is read as ``kind``.

    Each import and export declaration has a request of its own, also where several
    name one module; requests (``import()`` included) are in source order. The names in
    ``export { x }`` and the keys of import specifiers are no references; the local
    names of import specifiers are, as declarations.

    Raises ``ScanError`` where the text is not what ``kind`` says, ``ParserMissing``
    where the parser cannot be used.
    """
    if kind is ModuleKind.ESM:
        return _scan_module(source)
    if kind is ModuleKind.COMMONJS:
        return _scan_commonjs(source)
    return scan_data(source, kind)


def scan_for_loader(source: str, *, cmd: bool = False, shimmed: bool = False) -> ModuleRecord:
    """Return the record of a file that an AMD loader, or Sea.js (``cmd``), asks for by an id.

    It is an AMD or CMD module if it calls the loader; else an ES module if it has syntax that
    only modules have; else a CommonJS module if it uses ``exports`` or ``module`` (with Sea.js
    also ``require``) without asking whether they are there, and the loader is not told otherwise
    (``shimmed``); else an old script. Raises ``ScanError``.
    """
    try:
        with parsing():
            return _asked_record(*_walked_commonjs(source), cmd, shimmed)
    except ScanError as error:
        try:
            return _scan_module(source)
        except ScanError:
            raise error from None


def _asked_record(walk: Walk, body: list[Node], cmd: bool, shimmed: bool) -> ModuleRecord:
    if cmd:
        calls = CmdScan(walk, hoisted=True).run()
        if calls.asks:
            return cmd_record(walk, body, calls)
    else:
        calls = LoaderScan(walk, hoisted=True).run()
        if calls.definitions or (calls.asks and not shimmed):
            return amd_record(walk, body, calls)
    free = walk.module.refs.keys() - walk.declared.keys()
    used = free & (COMMONJS_NAMES if cmd else _ADAPTING)
    if used and not shimmed and not _asks_whether(walk):
        return commonjs_record(walk, body)
    return script_record(walk, body)


def scan_script(source: str) -> ModuleRecord:
    """Return the record of an old script, which makes globals. Raises ``ScanError``."""
    with parsing():
        return script_record(*_walked_commonjs(source))


def scan_ambiguous(source: str, *, favoured: bool = False, cmd: bool = False) -> ModuleRecord:
    """Return the record of a ``.js`` file that no ``package.json`` calls an ES module.

    It is an ES module if it has syntax that only modules have (``import``, ``export``,
    ``import.meta``, top-level ``await``), where ``require`` is followed all the same, or if it
    parses as one and has no free ``require``, ``module``, ``exports`` or ``define``. Without
    module syntax it is an AMD module if it calls an AMD loader and has no free ``module`` or
    ``exports``, a CMD module if it uses ``seajs``, or ``define`` where ``define`` is that of CMD
    (``cmd``). Else it is a CommonJS module; so it is if CommonJS is ``favoured``.

    Raises ``ScanError``, that of the module, if it is neither.
    """
    if _MODULE_STATEMENT.search(source) is None:
        record = _commonjs_at_first_sight(source, favoured, cmd)
        if record is not None:
            return record
    try:
        record = _scan_module(source, lenient=True)
    except ScanError as error:
        try:
            return _scan_sloppy(source, cmd)
        except ScanError:
            raise error from None
    if has_module_syntax(record):
        return record
    if favoured or any(free.name in _FACTORY_NAMES for free in record.globals):
        found = _scan_sloppy(source, cmd)
        is_known = found.kind is not ModuleKind.COMMONJS or favoured
        if is_known or any(free.name in COMMONJS_NAMES for free in record.globals):
            return found
    return record


def _commonjs_at_first_sight(source: str, favoured: bool, cmd: bool) -> ModuleRecord | None:
    """Return the record of a file if it is certain that it is no ES module: it is parsed once.
    What parses as CommonJS can have no module syntax but ``await (x)``."""
    if not (favoured or any(name in source for name in _FACTORY_NAMES)):
        return None
    try:
        walk, body = _walked_commonjs(source)
    except ScanError:
        return None
    free = walk.module.refs.keys() - walk.declared.keys()
    if "await" not in free and (favoured or free & _FACTORY_NAMES):
        record = _sloppy_record(walk, body, cmd)
        if favoured or free & COMMONJS_NAMES or record.kind is not ModuleKind.COMMONJS:
            return record
        return None
    release(walk.scopes)
    return None


def _sloppy_record(walk: Walk, body: list[Node], cmd: bool) -> ModuleRecord:
    """Return the record of a file without module syntax."""
    free = walk.module.refs.keys() - walk.declared.keys()
    if SEAJS in free or (cmd and free & CMD_WRAPPER_NAMES):
        with parsing():
            calls = CmdScan(walk, hoisted=False).run()
        if calls.asks:
            return cmd_record(walk, body, calls)
    if free & AMD_NAMES:
        with parsing():
            calls = LoaderScan(walk, hoisted=False).run()
        if calls.asks and (calls.is_program or not free & _ADAPTING):
            return amd_record(walk, body, calls)
    return commonjs_record(walk, body)


def _scan_sloppy(source: str, cmd: bool) -> ModuleRecord:
    with parsing():
        return _sloppy_record(*_walked_commonjs(source), cmd)


def has_module_syntax(record: ModuleRecord) -> bool:
    """Whether the file has syntax that only ES modules have, as Node detects it."""
    return bool(
        record.awaits
        or record.import_metas
        or record.local_exports
        or any(request.kind == "import" for request in record.requests)
        or any(statement.kind.value == "export-list" for statement in record.statements)
    )


def _asks_whether(walk: Walk) -> bool:
    """Whether a file asks by ``typeof`` for ``exports`` or ``module``."""
    return any(
        walk.source[: node.range[0]].rstrip("( \t\r\n").endswith("typeof")
        for name in _ADAPTING
        for node in walk.module.refs.get(name, ())
    )


def _scan_module(source: str, *, lenient: bool = False) -> ModuleRecord:
    """Return the record of an ES module; ``lenient``: its free ``require`` is that of
    CommonJS."""
    with parsing():
        body = parse_body(source)
        walk = Walk(source)
        walk.loaders = mixed.loader_names(source, lenient=lenient)
        handlers = _LOADING_HANDLERS if walk.loaders else _HANDLERS
        loops = []
        for node in body:
            walk.loop = False
            walk.run(handlers, node)
            loops.append(walk.loop)
        for captured in resolve(walk.scopes):
            walk.mark(captured, Ref.CAPTURED_BY_CATCH)
        record = module_record(walk, body, loops, lenient)
        release(walk.scopes)
        return record


def _scan_commonjs(source: str) -> ModuleRecord:
    with parsing():
        return commonjs_record(*_walked_commonjs(source))


def strict_error(source: str) -> ScanError | None:
    """Return why the text of a CommonJS file can't stand in a function of an ES module, or
    None if it can."""
    head = "(function () {"
    source = f"//{source[2:]}" if source.startswith("#!") else source
    with parsing():
        try:
            parse_module(f"{head}{source}\n}})")
        except ScanError as error:
            start, end = (
                min(max(at - len(head), 0), len(source)) for at in (error.start, error.end)
            )
            return ScanError(error.message, start, end, error.hint)
        return _html_comment(source)


def _html_comment(source: str) -> ScanError | None:
    """Return an error at the first comment that only scripts may have."""
    if not any(mark in source for mark in _HTML_COMMENTS):
        return None
    for comment in parse_as_function_body(source, comment=True).comments:
        start, end = comment.range
        if source.startswith(_HTML_COMMENTS, start):
            return ScanError("HTML comments are not allowed in modules", start, end)
    return None


def _walked_commonjs(source: str) -> tuple[Walk, list[Node]]:
    with parsing():
        body: list[Node] = parse_as_function_body(source).body
        walk = Walk(source)
        walk.loaders = frozenset((mixed.REQUIRE,))
        for node in body:
            walk.run(_COMMONJS_HANDLERS, node)
        walk.is_sloppy = may_be_sloppy(walk)
        resolve(walk.scopes)
        return walk, body
