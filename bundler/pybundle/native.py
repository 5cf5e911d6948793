"""A graph as it runs natively, as data for the evaluator: its modules' URLs, which request means
which module, and what CommonJS and ES modules see of each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import unquote, urljoin

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.request_record import REQUIRES
from pybundle.link.export_tables import SEVERAL, StarIndex
from pybundle.link.linkage import MODULE_EXPORTS, Slot
from pybundle.link.resolve_export import ExportResolver
from pybundle.options import Platform
from pybundle_runtime import Graph, SourceModule
from pybundle_runtime.program import HOST
from pybundle_runtime.program import ModuleKind as SourceKind

FOLDER: Final = "pybundle/"
NO_STARS: Final = StarIndex({}, ())
NOT_FOUND: Final = "ERR_MODULE_NOT_FOUND"
SELF: Final = "pybundle:self"
KINDS: Final[Mapping[ModuleKind, SourceKind]] = {
    ModuleKind.ESM: "esm",
    ModuleKind.COMMONJS: "commonjs",
    ModuleKind.JSON: "json",
    ModuleKind.TEXT: "text",
    ModuleKind.EMPTY: "empty",
}
"""How the evaluator reads the modules that it can run."""


def has_commonjs(module_map: ModuleMap) -> bool:
    """Whether any module is CommonJS, or has a ``require``."""
    return any(
        module.record.kind is ModuleKind.COMMONJS or any(module.required())
        for module in module_map.modules
    )


def script_name(places: Iterable[str]) -> str:
    """Return the bundle's name: so many folders deep that no module, given by its URL relative
    to the bundle, lies above them all."""
    depth = max(place.split("/").count("..") for place in places)
    return f"{FOLDER * depth}bundle.js"


def native_urls(modules: Iterable[Module], script: str, places: Sequence[str]) -> list[str]:
    """Return the URLs under which the modules of the original run: they lie where ``places``,
    their URLs relative to the bundle, say. Empty for what is not part of the bundle."""
    urls: dict[str, None] = {}
    found = []
    for module, place in zip(modules, places, strict=True):
        url = urljoin(script, place) if _kind(module) is not None else ""
        found.append(module.url if url and url in urls else url)
        urls.setdefault(url)
    return found


def native_graph(
    module_map: ModuleMap,
    entry: int,
    urls: Sequence[str],
    texts: Mapping[str, str],
    platform: Platform,
) -> Graph:
    """Return the graph of ``entry``; ``texts`` are those that differ from the files, by URL."""
    modules = module_map.modules
    mixed = has_commonjs(module_map)
    resolver = ExportResolver(modules)
    hidden = _hidden_names(module_map, resolver) if mixed else {}
    names = _imported_names(module_map, resolver, hidden) if mixed else {}
    whole = _seen_whole(module_map) if mixed else frozenset()
    sources = {}
    for module in modules:
        kind = _kind(module)
        if kind is not None:
            url = urls[module.index]
            sources[url] = SourceModule(
                texts.get(url, module.source),
                kind,
                imports=tuple(_imports(module, urls)) if mixed else (),
                names=tuple(names.get(module.index, ())),
                whole=module.index in whole,
                hidden=frozenset(hidden.get(module.index, ())),
                node_mode=module.node_mode,
            )
    return Graph(
        urls[entry],
        sources,
        dict(_resolutions(modules, urls)),
        requires=_requires(modules, urls) if mixed else {},
        missing=dict(_missing(modules, urls, platform)),
        missing_code=NOT_FOUND if platform == "node" else "",
    )


def seen_from_root(graph: Graph, urls: Sequence[str], places: Sequence[str]) -> Graph:
    """Return ``graph`` with the file names that its CommonJS modules have in a bundle that
    doesn't know where it lies: as if that were the root."""
    modules = dict(graph.modules)
    for url, place in zip(urls, places, strict=True):
        if url:
            file = posixpath.normpath(f"/{unquote(place)}")
            modules[url] = replace(modules[url], file=file)
    return replace(graph, modules=modules)


def of_host(graph: Graph, script: str) -> dict[tuple[str, str], str | None]:
    """Return what a bundle at the URL ``script`` may ask its host's ``require`` for."""
    return {
        (script, specifier): HOST for (_, specifier), url in graph.requires.items() if url == HOST
    }


def _kind(module: Module) -> SourceKind | None:
    """Return how the engine is to read a module of the original; None if it isn't there."""
    if module.failure is None:
        return KINDS.get(module.record.kind)
    if not module.source:
        return None
    return "json" if (module.path or "").endswith(".json") else "esm"


def _resolutions(
    modules: Iterable[Module], urls: Sequence[str]
) -> Iterator[tuple[tuple[str, str, str], str]]:
    for module in modules:
        url = urls[module.index]
        if not url:
            continue
        for request, target in zip(module.record.requests, module.targets, strict=True):
            if target >= 0 and urls[target] and request.kind not in REQUIRES:
                kind = dict(request.attributes).get("type", "")
                yield (url, request.specifier, kind), urls[target]
        for specifier, kind, target in module.failure.requests if module.failure else ():
            if urls[target]:
                yield (url, specifier, kind), urls[target]
        for number, specifiers in module.import_maps:
            kind = dict(module.record.dynamic_imports[number].attributes).get("type", "")
            for specifier, target in specifiers:
                if urls[target]:
                    yield (url, specifier, kind), urls[target]
        yield (url, SELF, ""), url


def _missing(
    modules: Sequence[Module], urls: Sequence[str], platform: Platform
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what is asked for and isn't there, with what bundles say of it: the words are the
    host's affair."""
    for module in modules:
        requests = zip(module.record.requests, module.targets, strict=True)
        asked = [(request.specifier, target) for request, target in requests]
        if module.failure is not None:
            asked += [(specifier, target) for specifier, _, target in module.failure.requests]
            if module.failure.missing and urls[module.index]:
                asked.append((module.failure.missing, module.index))
        for specifier, target in asked:
            failure = modules[target].failure if target >= 0 else None
            if failure is not None and failure.missing == specifier:
                yield (urls[module.index], specifier), failure.said(platform)


def _requires(modules: Sequence[Module], urls: Sequence[str]) -> dict[tuple[str, str], str | None]:
    found: dict[tuple[str, str], str | None] = {}
    for module in modules:
        url = urls[module.index]
        for request in module.record.requests:
            if request.kind in REQUIRES:
                found.setdefault((url, request.specifier), None)
        for specifier, target in module.required():
            is_external = modules[target].record.kind is ModuleKind.EXTERNAL
            found[url, specifier] = HOST if is_external else urls[target]
    return found


def _imports(module: Module, urls: Sequence[str]) -> Iterator[str]:
    for request, target in zip(module.record.requests, module.targets, strict=True):
        if request.kind == "import" and target >= 0 and urls[target]:
            yield urls[target]


def _hidden_names(module_map: ModuleMap, resolver: ExportResolver) -> dict[int, set[str]]:
    """Return the names that CommonJS modules behind ``export *`` don't pass on, whether they have
    them or not: others do, or nobody since they are ambiguous without them."""
    hidden: dict[int, set[str]] = {}
    passed: dict[int, set[str]] = {}
    for module in module_map.modules:
        index = resolver.tables.index(module.index) if module.record.star_exports else NO_STARS
        for star in index.external:
            shown = resolver.tables.shown(star)
            for name, where in index.names.items():
                if where == star or (where == SEVERAL and name in shown):
                    passed.setdefault(star, set()).add(name)
                elif where != module.index:
                    hidden.setdefault(star, set()).add(name)
    stars = dict.fromkeys((*hidden, *passed))
    return {star: hidden.get(star, set()) - passed.get(star, set()) for star in stars}


def _imported_names(
    module_map: ModuleMap, resolver: ExportResolver, hidden: Mapping[int, set[str]]
) -> dict[int, list[str]]:
    """Return which exports of CommonJS modules the imports and re-exports of ES modules come
    to, sorted; what ``export *`` passes on of them is what their texts show."""
    found = {index: set(resolver.tables.shown(index)) - names for index, names in hidden.items()}
    for module in module_map.modules:
        for request, name in _named(module.record):
            if name is not None:
                slot = resolver.resolve_request(module.index, request, name)
                if isinstance(slot, Slot) and _is_commonjs(module_map, slot.module):
                    found.setdefault(slot.module, set()).add(slot.name)
    return {index: sorted(names - {"default", MODULE_EXPORTS}) for index, names in found.items()}


def _seen_whole(module_map: ModuleMap) -> frozenset[int]:
    """Return the modules of which an ES module takes all exports."""
    seen: set[int] = set()
    for module in module_map.modules:
        requests = {request for request, name in _named(module.record) if name is None}
        requests |= {star.request for star in module.record.star_exports}
        seen.update(module.targets[request] for request in requests)
        seen.update(module.dynamic_targets())
    return frozenset(seen)


def _named(record: ModuleRecord) -> Iterator[tuple[int, str | None]]:
    """Yield the request and the imported name (None for the namespace) of each import and
    re-export."""
    for entry in record.imports:
        yield entry.request, entry.import_name
    for indirect in record.indirect_exports:
        yield indirect.request, indirect.import_name


def _is_commonjs(module_map: ModuleMap, index: int) -> bool:
    return module_map.modules[index].record.kind is ModuleKind.COMMONJS
