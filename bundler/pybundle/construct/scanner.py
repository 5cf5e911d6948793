"""The scanner: a file's text in, its module record out.

Only this module and those it is made of (parse, walk and the handlers, scopes,
members, statements, comments, data) know that there is a syntax tree.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from pybundle.construct import branches, declarations, entries, expressions, mixed
from pybundle.construct.cmd_calls import LOADER as SEAJS
from pybundle.construct.cmd_calls import CmdScan
from pybundle.construct.comments import cut_spans
from pybundle.construct.data import scan_data
from pybundle.construct.definitions import LoaderCalls, LoaderScan
from pybundle.construct.members import import_metas, members
from pybundle.construct.parse import (
    Node,
    ParserMissing,
    ScanError,
    parse_as_function_body,
    parse_module,
    parsing,
)
from pybundle.construct.record import (
    AssetUrl,
    Binding,
    BindingKind,
    DynamicImport,
    GlobalName,
    ImportEntry,
    IndirectExport,
    LocalExport,
    ModuleKind,
    ModuleRecord,
    NamedSite,
    Ref,
    Request,
    StarExport,
)
from pybundle.construct.repairs import parse_body
from pybundle.construct.scopes import nested_names, release, resolve
from pybundle.construct.scripts import global_declarations, prologue_end
from pybundle.construct.statements import statements
from pybundle.construct.trivia import hashbang
from pybundle.construct.walk import Handlers, Walk, refuse_reserved

__all__ = ["ParserMissing", "ScanError", "has_module_syntax", "scan", "scan_ambiguous"]

_HANDLERS: Final = Handlers(expressions.HANDLERS | declarations.HANDLERS | entries.HANDLERS)
_LOADING_HANDLERS: Final = Handlers(_HANDLERS | mixed.HANDLERS)
_COMMONJS_HANDLERS: Final = Handlers(
    expressions.HANDLERS | declarations.HANDLERS | branches.HANDLERS | branches.SLOPPY
)
_COMMONJS_NAMES: Final = frozenset(("exports", "module", "require"))
_WRAPPER_NAMES: Final = _COMMONJS_NAMES | {"__filename", "__dirname", "arguments"}
"""What the function around a CommonJS file binds."""
_HTML_COMMENTS: Final = ("<!--", "-->")
_AMD_NAMES: Final = frozenset(("define", "require", "requirejs"))
_AMD_WRAPPER_NAMES: Final = _AMD_NAMES | {"arguments"}
"""The same for an AMD file."""
_CMD_WRAPPER_NAMES: Final = frozenset(("arguments", "define", SEAJS))
"""The same for a CMD file."""
_FACTORY_NAMES: Final = _COMMONJS_NAMES | _AMD_NAMES | {SEAJS}
_ADAPTING: Final = frozenset(("exports", "module"))
"""What a file that can be a CommonJS module looks at."""
_MODULE_WORDS: Final = re.compile(r"\b(?:import|export|await)\b")


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


def scan_for_loader(source: str, *, shimmed: bool = False) -> ModuleRecord:
    """Return the record of a file that an AMD loader asks for by its id.

    It is an AMD module if it calls the loader; else an ES module if it has syntax that only
    modules have; else a CommonJS module if it uses ``exports`` or ``module`` without asking
    whether they are there, and the loader is not told otherwise (``shimmed``); else an old
    script. Raises ``ScanError``.
    """
    try:
        with parsing():
            walk, body = _walked_commonjs(source)
            calls = LoaderScan(walk, hoisted=True).run()
            if calls.definitions or (calls.asks and not shimmed):
                return _amd_record(walk, body, calls)
            free = walk.module.refs.keys() - walk.declared.keys()
            if free & _ADAPTING and not shimmed and not _asks_whether(walk):
                return _commonjs_record(walk, body)
            return _script_record(walk, body)
    except ScanError as error:
        try:
            return _scan_module(source)
        except ScanError:
            raise error from None


def scan_for_cmd(source: str) -> ModuleRecord:
    """Return the record of a file that Sea.js is asked for by an id.

    It is a CMD module if it calls Sea.js or, where nothing speaks against it, ``define``; else
    an ES module if it has syntax that only modules have; else a CommonJS module if it uses
    ``require``, ``exports`` or ``module`` without asking whether they are there; else an old
    script. Raises ``ScanError``.
    """
    try:
        with parsing():
            walk, body = _walked_commonjs(source)
            calls = CmdScan(walk, hoisted=True).run()
            if calls.asks:
                return _cmd_record(walk, body, calls)
            free = walk.module.refs.keys() - walk.declared.keys()
            if free & _COMMONJS_NAMES and not _asks_whether(walk):
                return _commonjs_record(walk, body)
            return _script_record(walk, body)
    except ScanError as error:
        try:
            return _scan_module(source)
        except ScanError:
            raise error from None


def scan_script(source: str) -> ModuleRecord:
    """Return the record of an old script, which makes globals. Raises ``ScanError``."""
    with parsing():
        return _script_record(*_walked_commonjs(source))


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
    if _MODULE_WORDS.search(source) is None:
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
        if is_known or any(free.name in _COMMONJS_NAMES for free in record.globals):
            return found
    return record


def _commonjs_at_first_sight(source: str, favoured: bool, cmd: bool) -> ModuleRecord | None:
    """Return the record of a file that has no word of module syntax if it is CommonJS: it
    is parsed once."""
    if not (favoured or any(name in source for name in _FACTORY_NAMES)):
        return None
    try:
        walk, body = _walked_commonjs(source)
    except ScanError:
        return None
    free = walk.module.refs.keys() - walk.declared.keys()
    if favoured or free & _FACTORY_NAMES:
        record = _sloppy_record(walk, body, cmd)
        if favoured or free & _COMMONJS_NAMES or record.kind is not ModuleKind.COMMONJS:
            return record
        return None
    release(walk.scopes)
    return None


def _sloppy_record(walk: Walk, body: list[Node], cmd: bool) -> ModuleRecord:
    """Return the record of a file without module syntax."""
    free = walk.module.refs.keys() - walk.declared.keys()
    if SEAJS in free or (cmd and free & _CMD_WRAPPER_NAMES):
        with parsing():
            calls = CmdScan(walk, hoisted=False).run()
        if calls.asks:
            return _cmd_record(walk, body, calls)
    if free & _AMD_NAMES:
        with parsing():
            calls = LoaderScan(walk, hoisted=False).run()
        if calls.asks and (calls.is_program or not free & _ADAPTING):
            return _amd_record(walk, body, calls)
    return _commonjs_record(walk, body)


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
        record = _record(walk, body, loops, lenient)
        release(walk.scopes)
        return record


def _scan_commonjs(source: str) -> ModuleRecord:
    with parsing():
        return _commonjs_record(*_walked_commonjs(source))


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
        resolve(walk.scopes)
        return walk, body


def _commonjs_record(walk: Walk, body: list[Node]) -> ModuleRecord:
    """Return the record of a CommonJS file."""
    free = walk.module.refs
    own = (free.get(name, []) for name in ("require", "module") if name not in walk.declared)
    starts = {identifier.range[0] for identifiers in own for identifier in identifiers}
    required, templates = branches.requests_of(walk, lambda node: node.range[0] in starts)
    walk.requests += required
    record = _factory_record(walk, body, ModuleKind.COMMONJS, _WRAPPER_NAMES)
    return replace(record, require_templates=templates)


def _amd_record(walk: Walk, body: list[Node], calls: LoaderCalls) -> ModuleRecord:
    """Return the record of a file that calls the AMD loader: a script, on a page."""
    declarations = tuple(
        declaration
        for declaration in global_declarations(body)
        if declaration.kind in (BindingKind.VAR, BindingKind.FUNCTION)
        and _AMD_NAMES.isdisjoint(declaration.names)
    )
    prologue = prologue_end(body)
    walk.requests += calls.requests
    record = _factory_record(walk, body, ModuleKind.AMD, _AMD_WRAPPER_NAMES)
    return replace(
        record,
        definitions=calls.definitions,
        configs=calls.configs,
        open_ids=calls.open_ids,
        global_declarations=declarations,
        prologue_end=prologue,
    )


def _cmd_record(walk: Walk, body: list[Node], calls: LoaderCalls) -> ModuleRecord:
    """Return the record of a file that calls Sea.js, a script like all that it loads."""
    declarations, prologue = global_declarations(body), prologue_end(body)
    walk.requests += calls.requests
    record = _factory_record(walk, body, ModuleKind.CMD, _CMD_WRAPPER_NAMES)
    return replace(
        record,
        definitions=calls.definitions,
        configs=calls.configs,
        open_ids=calls.open_ids,
        global_declarations=declarations,
        prologue_end=prologue,
    )


def _script_record(walk: Walk, body: list[Node]) -> ModuleRecord:
    """Return the record of an old script."""
    declarations, prologue = global_declarations(body), prologue_end(body)
    record = _factory_record(walk, body, ModuleKind.SCRIPT, frozenset(("arguments",)))
    return replace(record, global_declarations=declarations, prologue_end=prologue)


def _factory_record(
    walk: Walk, body: list[Node], kind: ModuleKind, wrapper: frozenset[str]
) -> ModuleRecord:
    """Return the record of a file that runs in a function of its own, which binds ``wrapper``:
    nobody else sees its bindings, so it has none."""
    source, free = walk.source, walk.module.refs
    requests, _ = _requests(walk)
    names = sorted(free.keys() - walk.declared.keys() - wrapper)
    nodes = {name: sorted(free[name], key=lambda node: node.range[0]) for name in names}
    with parsing():
        cut = cut_spans(source, body, parse_as_function_body)
    record = ModuleRecord(
        kind=kind,
        requests=requests,
        globals=tuple(
            GlobalName(name, _flat(walk, nodes[name]), members(walk, nodes[name])) for name in names
        ),
        dynamic_imports=_dynamic_imports(walk, requests),
        cut=cut,
        hashbang=hashbang(source),
    )
    release(walk.scopes)
    return record


def _record(walk: Walk, body: list[Node], loops: list[bool], lenient: bool) -> ModuleRecord:
    source = walk.source
    refs: dict[str, list[Node]] = {
        name: sorted(nodes, key=lambda node: node.range[0])
        for name, nodes in walk.module.refs.items()
    }
    bindings = _bindings(walk, refs)
    index = {binding.name: i for i, binding in enumerate(bindings)}
    free = sorted(refs.keys() - index.keys())
    for name in free:
        refuse_reserved(refs[name][0])
    required = mixed.find_loaded(walk, refs, lenient=lenient)
    walk.requests += required.requests
    requests, order = _requests(walk)
    return ModuleRecord(
        kind=ModuleKind.ESM,
        requests=requests,
        **_entries(walk, index, order),
        bindings=bindings,
        globals=tuple(
            GlobalName(name, _flat(walk, refs[name]), members(walk, refs[name])) for name in free
        ),
        nested=nested_names(walk.scopes[1:]),
        named_sites=_named_sites(walk, refs, index),
        statements=statements(source, body, loops, bindings),
        this_starts=tuple(sorted(walk.this_starts)),
        import_metas=import_metas(walk),
        dynamic_imports=_dynamic_imports(walk, requests),
        require_templates=required.templates,
        created_requires=required.created,
        direct_evals=tuple(sorted(walk.direct_evals)),
        awaits=tuple(sorted(walk.awaits)),
        script_comments=tuple(sorted(walk.script_comments)),
        cut=cut_spans(source, body),
        hashbang=hashbang(source),
        asset_urls=_asset_urls(walk, refs, index),
    )


def _asset_urls(
    walk: Walk, refs: dict[str, list[Node]], index: dict[str, int]
) -> tuple[AssetUrl, ...]:
    if not walk.asset_urls or "URL" in index:
        return ()
    free = {node.range[0] for node in refs.get("URL", ())}
    found = [url for start, url in walk.asset_urls if start in free]
    return tuple(sorted(found, key=lambda url: url.argument_start))


def _flat(walk: Walk, identifiers: list[Node]) -> tuple[int, ...]:
    flags, starts = walk.flags, walk.starts
    flat: list[int] = []
    for identifier in identifiers:
        start, end = identifier.range
        flag = flags.get(start, 0)
        if start in starts:
            flag |= Ref.STATEMENT_START
        flat += (start, end, flag)
    return tuple(flat)


def _bindings(walk: Walk, refs: dict[str, list[Node]]) -> tuple[Binding, ...]:
    """Return the module-scope bindings, by the place of their first declaration."""
    receivers = {scope.end for scope in walk.scopes if scope.uses_this}
    found = []
    for name, (kind, start, end) in sorted(walk.declared.items(), key=lambda item: item[1][1]):
        flat = _flat(walk, refs.get(name, []))
        reassigned = name in walk.redeclared or any(flag & Ref.WRITE for flag in flat[2::3])
        if walk.direct_evals and kind is not BindingKind.CONST and kind is not BindingKind.DEFAULT:
            reassigned = True
        chains = members(walk, refs[name]) if kind is BindingKind.IMPORT else ()
        this_free = not reassigned and _this_free(walk, name, kind, receivers)
        found.append(Binding(name, kind, start, end, flat, chains, this_free, reassigned))
    return tuple(found)


def _this_free(walk: Walk, name: str, kind: BindingKind, receivers: set[int]) -> bool:
    if kind is BindingKind.CLASS:
        return True  # a call of it throws before any code of it runs
    value = walk.values.get(name)
    if value is None:
        return False
    if value.type in ("FunctionExpression", "FunctionDeclaration"):
        return value.range[1] not in receivers
    return True


def _requests(walk: Walk) -> tuple[tuple[Request, ...], list[int]]:
    """Return all requests in source order, and for each static one its index there."""
    dynamic = [request for request, _ in walk.dynamic_imports if request is not None]
    ordered = sorted(walk.requests + dynamic, key=lambda request: request.statement_start)
    index = {request.statement_start: i for i, request in enumerate(ordered)}
    return tuple(ordered), [index[request.statement_start] for request in walk.requests]


def _entries(walk: Walk, index: dict[str, int], order: list[int]) -> dict[str, Any]:
    imports = [
        ImportEntry(order[request], name, index[local.name], *specifier.range)
        for request, name, local, specifier in walk.imports
    ]
    by_binding = {entry.binding: entry for entry in imports}
    local: list[LocalExport] = []
    indirect = [
        IndirectExport(exported, order[request], name, start, end)
        for exported, request, name, start, end in walk.indirect_exports
    ]
    for exported, name, start, end in walk.exports:
        binding = index[name]
        entry = by_binding.get(binding)
        if entry is None or entry.import_name is None:
            local.append(LocalExport(exported, binding, start, end))
        else:
            indirect.append(IndirectExport(exported, entry.request, entry.import_name, start, end))
    return {
        "imports": tuple(imports),
        "local_exports": tuple(sorted(local, key=lambda entry: entry.start)),
        "indirect_exports": tuple(sorted(indirect, key=lambda entry: entry.start)),
        "star_exports": tuple(
            StarExport(order[request], start, end) for request, start, end in walk.star_exports
        ),
    }


def _named_sites(
    walk: Walk, refs: dict[str, list[Node]], index: dict[str, int]
) -> tuple[NamedSite, ...]:
    if not walk.named:
        return ()
    found = [
        NamedSite(index[name], *walk.named[identifier.range[0]].range)
        for name in index
        for identifier in refs.get(name, ())
        if identifier.range[0] in walk.named
    ]
    if entries.DEFAULT in index:
        value = walk.named.get(walk.declared[entries.DEFAULT][1])
        if value is not None:
            found.append(NamedSite(index[entries.DEFAULT], *value.range))
    return tuple(sorted(found, key=lambda site: site.start))


def _dynamic_imports(walk: Walk, requests: tuple[Request, ...]) -> tuple[DynamicImport, ...]:
    index = {request.statement_start: i for i, request in enumerate(requests)}
    found = []
    for request, call in walk.dynamic_imports:
        i = -1 if request is None else index[request.statement_start]
        found.append(replace(call, request=i))
    return tuple(sorted(found, key=lambda call: call.start))
