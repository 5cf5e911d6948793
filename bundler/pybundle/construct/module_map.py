"""The module map: one module record per resolved URL, never two
(*HostLoadImportedModule*)."""

from __future__ import annotations

from dataclasses import dataclass

from pybundle.construct.record import ModuleRecord


@dataclass(frozen=True, slots=True)
class Module:
    """One entry of the module map.

    ``index`` is its place in ``ModuleMap.modules``. ``url`` is its key: a ``file:``
    URL of the real path (query and fragment included), a ``data:`` URL, or for an
    EXTERNAL the specifier as it is to be written. ``path`` is the real path, or None.
    ``name`` is what people and the output see: relative to the root, with ``/``
    (``src/a.js``, ``../lib/b.js``), never absolute. ``targets[i]`` is the module that
    ``record.requests[i]`` resolved to; -1 where it stays unresolved (an ``import()``
    that is left to the engine).
    """

    index: int
    url: str
    path: str | None
    name: str
    source: str
    record: ModuleRecord
    targets: tuple[int, ...]
    node_mode: bool = False


@dataclass(frozen=True, slots=True)
class ModuleMap:
    """All modules that the entries reach, in the order in which they are first
    requested (breadth first; requests in source order), entries first."""

    modules: tuple[Module, ...]
    entries: tuple[int, ...]
