"""``require`` in ES modules: where a file mixes module syntax with CommonJS, and where
``createRequire(import.meta.url)`` of ``node:module`` makes one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from pybundle.construct.record import Ref
from pybundle.construct.request_record import Request, RequireTemplate
from pybundle.construct.scan import branches
from pybundle.construct.scan.declarations import HANDLERS as DECLARATIONS
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.walk import Handler, Handlers, Walk

REQUIRE: Final = "require"
_CREATE: Final = "createRequire"
_MODULE: Final = ("module", "node:module")
_MADE: Final = re.compile(r"([\w$]+)\s*=\s*[\w$]+\s*\(\s*import\s*\.\s*meta\s*\.\s*url\s*\)")


class Loaded(NamedTuple):
    """What the ``require`` of an ES module is asked for, and the calls that make it."""

    requests: list[Request]
    templates: tuple[RequireTemplate, ...]
    created: tuple[tuple[int, int], ...]


def loader_names(source: str, *, lenient: bool) -> frozenset[str]:
    """Return what a module may call a ``require``; ``lenient``: also the free name."""
    names = set(_MADE.findall(source)) if _CREATE in source else set()
    if lenient and REQUIRE in source:
        names.add(REQUIRE)
    return frozenset(names)


def find_loaded(walk: Walk, refs: Mapping[str, list[Node]], *, lenient: bool) -> Loaded:
    """Return what the loaders of a module are asked for; ``refs`` are the references of its
    own and of free names."""
    created = {
        name: value for name, value in walk.created if _is_created(walk, refs, name, value.callee)
    }
    starts = {node.range[0] for name in created for node in refs[name]}
    if lenient and REQUIRE not in walk.declared:
        starts |= {node.range[0] for node in refs.get(REQUIRE, ())}
    requests, templates = branches.requests_of(walk, lambda node: node.range[0] in starts)
    heads = {node.range[0] for name in created for node in refs[name]}
    if not (requests or templates):
        return Loaded([], (), ())
    # What createRequire() gives finds at run time what isn't there yet.
    requests = [
        replace(request, optional=True) if request.statement_start in heads else request
        for request in requests
    ]
    spans = sorted((value.range[0], value.range[1]) for value in created.values())
    return Loaded(requests, templates, tuple(spans))


def _is_created(walk: Walk, refs: Mapping[str, list[Node]], name: str, callee: Node) -> bool:
    """Whether a module-scope variable is what ``createRequire`` gave it, and stays it."""
    written = any(walk.flags.get(node.range[0], 0) & Ref.WRITE for node in refs.get(name, ()))
    if name not in walk.declared or name in walk.redeclared or written:
        return False
    return any(
        imported == _CREATE
        and walk.requests[request].specifier in _MODULE
        and any(node is callee for node in refs[local.name])
        for request, imported, local, _ in walk.imports
    )


def _variables(walk: Walk, node: Node, scope: Scope) -> None:
    if scope is walk.module:
        for declarator in node.declarations:
            value = declarator.init
            if declarator.id.type == "Identifier" and value is not None and _makes(value):
                walk.created.append((declarator.id.name, value))
    DECLARATIONS["VariableDeclaration"](walk, node, scope)


def _makes(value: Node) -> bool:
    """Whether an expression is a call with ``import.meta.url``."""
    if value.type != "CallExpression" or value.callee.type != "Identifier":
        return False
    url = value.arguments[0] if len(value.arguments) == 1 else None
    if url is None or url.type != "MemberExpression" or url.computed:
        return False
    return bool(url.property.name == "url" and url.object.type == "MetaProperty")


HANDLERS: Final[dict[str, Handler]] = Handlers(
    {**branches.HANDLERS, "VariableDeclaration": _variables}
)
