"""Handlers for import and export declarations (ECMA-262, *ParseModule*)."""

from __future__ import annotations

from typing import Final

from pybundle.construct.record import BindingKind
from pybundle.construct.scan.declarations import declare_variables
from pybundle.construct.scan.parse import Node, ScanError
from pybundle.construct.scan.requests import static_request
from pybundle.construct.scan.scopes import Scope
from pybundle.construct.scan.trivia import skip_trivia
from pybundle.construct.scan.walk import ANONYMOUS, Handler, Handlers, Walk

DEFAULT: Final = "*default*"


def _import(walk: Walk, node: Node, scope: Scope) -> None:
    request = static_request(walk, node)
    for specifier in node.specifiers:
        if specifier.type == "ImportNamespaceSpecifier":
            name = None
        elif specifier.type == "ImportDefaultSpecifier":
            name = "default"
        else:
            name = _name(specifier.imported)
        walk.declare(specifier.local, scope, BindingKind.IMPORT)
        walk.imports.append((request, name, specifier.local, specifier))


def _export_named(walk: Walk, node: Node, scope: Scope) -> None:
    declaration = node.declaration
    if declaration is not None:
        if declaration.type == "VariableDeclaration":
            identifiers = declare_variables(walk, declaration, scope)
        else:
            identifiers = [declaration.id]
            walk.stack.append((declaration, scope))
        for identifier in identifiers:
            walk.exports.append((identifier.name, identifier.name, *identifier.range))
        return
    request = None if node.source is None else static_request(walk, node)
    for specifier in node.specifiers:
        if specifier.type != "ExportSpecifier":
            raise ScanError("Syntax error: expected '{' or '*' after 'export'", *specifier.range)
        exported, local = _name(specifier.exported), _name(specifier.local)
        if request is None:
            walk.exports.append((exported, local, *specifier.range))
        else:
            walk.indirect_exports.append((exported, request, local, *specifier.range))


def _export_all(walk: Walk, node: Node, scope: Scope) -> None:
    request = static_request(walk, node)
    if node.exported is None:
        walk.star_exports.append((request, *node.range))
    else:
        walk.indirect_exports.append((_name(node.exported), request, None, *node.exported.range))


def _export_default(walk: Walk, node: Node, scope: Scope) -> None:
    declaration = node.declaration
    kind = declaration.type
    walk.stack.append((declaration, scope))
    named = kind in ("FunctionDeclaration", "ClassDeclaration") and declaration.id is not None
    if named:
        walk.exports.append(("default", declaration.id.name, *declaration.id.range))
        return
    start, end = node.range[0], after_default(walk.source, node.range[0])
    walk.exports.append(("default", DEFAULT, start, end))
    hoisted = kind == "FunctionDeclaration"
    binding_kind = BindingKind.FUNCTION if hoisted else BindingKind.DEFAULT
    walk.declared[DEFAULT] = (binding_kind, start, end)
    if hoisted or kind == "ClassDeclaration" or kind in ANONYMOUS:
        walk.values[DEFAULT] = declaration
        if not hoisted and declaration.id is None:
            walk.named[start] = declaration


def after_default(source: str, start: int) -> int:
    """Return the offset behind the keywords ``export default`` that begin at ``start``."""
    return skip_trivia(source, start + len("export")) + len("default")


def _name(node: Node) -> str:
    """Return the *ModuleExportName* that ``node``, identifier or string, stands for."""
    return str(node.name if node.type == "Identifier" else node.value)


HANDLERS: Final[dict[str, Handler]] = Handlers(
    ExportAllDeclaration=_export_all,
    ExportDefaultDeclaration=_export_default,
    ExportNamedDeclaration=_export_named,
    ImportDeclaration=_import,
)
