"""From what a walk found in a file to its module record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from pybundle.construct.record import (
    AssetUrl,
    Binding,
    BindingKind,
    GlobalDeclaration,
    GlobalName,
    ImportEntry,
    IndirectExport,
    LocalExport,
    ModuleKind,
    ModuleRecord,
    NamedSite,
    Ref,
    StarExport,
)
from pybundle.construct.request_record import DynamicImport, Request
from pybundle.construct.scan import branches, entries, mixed
from pybundle.construct.scan.awaits import always_awaits
from pybundle.construct.scan.cmd_calls import LOADER as SEAJS
from pybundle.construct.scan.comments import cut_spans
from pybundle.construct.scan.definitions import LoaderCalls
from pybundle.construct.scan.members import import_metas, members
from pybundle.construct.scan.parse import Node, parse_as_function_body, parsing
from pybundle.construct.scan.scopes import nested_names, release
from pybundle.construct.scan.scripts import global_declarations, prologue_end
from pybundle.construct.scan.statements import statements
from pybundle.construct.scan.trivia import hashbang
from pybundle.construct.scan.walk import Walk, refuse_reserved

COMMONJS_NAMES: Final = frozenset(("exports", "module", "require"))
WRAPPER_NAMES: Final = COMMONJS_NAMES | {"__filename", "__dirname", "arguments"}
"""What the function around a CommonJS file binds."""
AMD_NAMES: Final = frozenset(("define", "require", "requirejs"))
AMD_WRAPPER_NAMES: Final = AMD_NAMES | {"arguments"}
"""The same for an AMD file."""
CMD_WRAPPER_NAMES: Final = frozenset(("arguments", "define", SEAJS))
"""The same for a CMD file."""


def commonjs_record(walk: Walk, body: list[Node]) -> ModuleRecord:
    """Return the record of a CommonJS file."""
    free = walk.module.refs
    own = (free.get(name, []) for name in ("require", "module") if name not in walk.declared)
    starts = {identifier.range[0] for identifiers in own for identifier in identifiers}
    required, templates = branches.requests_of(walk, lambda node: node.range[0] in starts)
    walk.requests += required
    record = _factory_record(walk, body, ModuleKind.COMMONJS, WRAPPER_NAMES)
    return replace(record, require_templates=templates)


def amd_record(walk: Walk, body: list[Node], calls: LoaderCalls) -> ModuleRecord:
    """Return the record of a file that calls the AMD loader: a script, on a page."""
    declarations = tuple(
        declaration
        for declaration in global_declarations(body)
        if declaration.kind in (BindingKind.VAR, BindingKind.FUNCTION)
        and AMD_WRAPPER_NAMES.isdisjoint(declaration.names)
    )
    walk.requests += calls.requests
    record = _factory_record(walk, body, ModuleKind.AMD, AMD_WRAPPER_NAMES)
    return _with_calls(record, calls, declarations, prologue_end(body))


def cmd_record(walk: Walk, body: list[Node], calls: LoaderCalls) -> ModuleRecord:
    """Return the record of a file that calls Sea.js, a script like all that it loads."""
    declarations, prologue = global_declarations(body), prologue_end(body)
    walk.requests += calls.requests
    record = _factory_record(walk, body, ModuleKind.CMD, CMD_WRAPPER_NAMES)
    return _with_calls(record, calls, declarations, prologue)


def _with_calls(
    record: ModuleRecord,
    calls: LoaderCalls,
    declarations: tuple[GlobalDeclaration, ...],
    prologue: int,
) -> ModuleRecord:
    """Return the record with what its file asks of a loader, and the globals that it makes."""
    return replace(
        record,
        definitions=calls.definitions,
        configs=calls.configs,
        open_ids=calls.open_ids,
        global_declarations=declarations,
        prologue_end=prologue,
    )


def script_record(walk: Walk, body: list[Node]) -> ModuleRecord:
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
        direct_evals=tuple(sorted(walk.direct_evals)),
        may_be_sloppy=walk.is_sloppy,
    )
    release(walk.scopes)
    return record


def module_record(walk: Walk, body: list[Node], loops: list[bool], lenient: bool) -> ModuleRecord:
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
        always_awaits=bool(walk.awaits) and always_awaits(body),
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
