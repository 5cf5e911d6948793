"""*ResolveExport* and *GetExportedNames*, transcribed from ECMA-262 (16.2.1.7.2): slow,
recursive and with a [[ResolveSet]], as the text has it. What the linker is held against.

``v8=True`` is V8 where it departs from that text and the difference is easily said: it
makes a cell in each module for ``export * as ns`` where the specification compares the
namespaces; and it gives up (``V8GivesUp``) on a circle of re-exports that it meets
through a star, where the specification goes on with the next star.
"""

from __future__ import annotations

from typing import Literal

from tests.link.model import Graph, Indirect, Local, Namespace, Star, local_name

ResolvedBinding = tuple[int, str]
Resolution = ResolvedBinding | Literal["ambiguous"] | None


class V8GivesUp(Exception):
    """V8 throws a SyntaxError."""


def resolve_export(
    graph: Graph,
    module: int,
    name: str,
    resolve_set: list[tuple[int, str]] | None = None,
    *,
    v8: bool = False,
) -> Resolution:
    if resolve_set is None:
        resolve_set = []
    if (module, name) in resolve_set:
        return None
    resolve_set.append((module, name))
    for form in graph[module]:
        match form:
            case Local(export_name) | Namespace(export_name, _) if export_name == name:
                return module, local_name(name)
    for form in graph[module]:
        match form:
            case Indirect(export_name, target, import_name) if export_name == name:
                if import_name is None:
                    return (module, f"*{name}*") if v8 else (target, "*namespace*")
                found = resolve_export(graph, target, import_name, resolve_set, v8=v8)
                if found is None and v8:
                    raise V8GivesUp
                return found
    if name == "default":
        return None
    star_resolution: ResolvedBinding | None = None
    for form in graph[module]:
        if not isinstance(form, Star):
            continue
        resolution = resolve_export(graph, form.target, name, resolve_set, v8=v8)
        if resolution == "ambiguous":
            return "ambiguous"
        if resolution is not None:
            if star_resolution is None:
                star_resolution = resolution
            elif resolution != star_resolution:
                return "ambiguous"
    return star_resolution


def exported_names(
    graph: Graph, module: int, export_star_set: list[int] | None = None
) -> list[str]:
    if export_star_set is None:
        export_star_set = []
    if module in export_star_set:
        return []
    export_star_set.append(module)
    names = [form.name for form in graph[module] if isinstance(form, Local | Namespace | Indirect)]
    for form in graph[module]:
        if isinstance(form, Star):
            for name in exported_names(graph, form.target, export_star_set):
                if name != "default" and name not in names:
                    names.append(name)
    return names


def slot_of(graph: Graph, binding: ResolvedBinding) -> ResolvedBinding:
    """What is read through a binding: of one that holds a namespace, that namespace."""
    module, name = binding
    for form in graph[module]:
        if isinstance(form, Namespace) and local_name(form.name) == name:
            return form.target, "*namespace*"
    return binding


def namespace(graph: Graph, module: int, *, v8: bool = False) -> dict[str, ResolvedBinding]:
    """*GetModuleNamespace*: exported names in code unit order → bindings."""
    found = {}
    for name in sorted(exported_names(graph, module)):
        resolution = resolve_export(graph, module, name, v8=v8)
        if isinstance(resolution, tuple):
            found[name] = resolution
    return found


def broken_re_exports(graph: Graph) -> set[tuple[int, str]]:
    """*InitializeEnvironment*, step 1: indirect exports that do not resolve."""
    return {
        (module, form.name)
        for module, forms in enumerate(graph)
        for form in forms
        if isinstance(form, Indirect)
        and not isinstance(resolve_export(graph, module, form.name), tuple)
    }
