"""The module map: one module record per resolved URL, never two
(*HostLoadImportedModule*)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.request_record import FACTORY_REQUESTS, REQUIRES
from pybundle.options import Platform

ImportMap = tuple[int, tuple[tuple[str, int], ...]]
"""The index of an ``import()`` (or of a ``require()`` of a template) in its module's record,
and the specifiers that it may be given, sorted, each with the module that it means."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a module can't be loaded or linked, so that ``import()`` of it is rejected.

    ``error`` is the name of the error's constructor, ``message`` its message. ``requests``
    (specifier, attribute ``type`` or "", module) are what it asks for natively. ``missing`` is
    the specifier for which there is no file, if that is why. ``origin`` is the module to which
    the one error belongs that all of its importers are rejected with; None where hosts make
    another error each time.
    """

    error: str
    message: str
    requests: tuple[tuple[str, str, int], ...]
    missing: str = ""
    origin: int | None = None

    def said(self, platform: Platform) -> str:
        """Return the message that programs for ``platform`` see."""
        if platform == "node" and self.missing:
            return f"Cannot find module '{self.missing}'"
        return self.message


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that a module names by ``record.asset_urls[number]``, and that is to be copied
    beside the bundle: from ``path``, which people see as ``source``, to ``name``. ``url``
    is its URL relative to the bundle, with what the specifier ends in
    (``?query#fragment``)."""

    number: int
    path: str
    source: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Module:
    """One entry of the module map.

    ``index`` is its place in ``ModuleMap.modules``. ``url`` is its key: a ``file:``
    URL of the real path (query and fragment included), a ``data:`` URL, or for an
    EXTERNAL the specifier as it is to be written. ``path`` is the real path, or None.
    ``name`` is what people and the output see: relative to the root, with ``/``
    (``src/a.js``, ``../lib/b.js``), never absolute. ``targets[i]`` is the module that
    ``record.requests[i]`` resolved to; -1 where it stays unresolved (an ``import()``
    that is left to the engine). ``import_maps`` has an entry for each ``import()``
    whose specifier is a template with a fixed directory, or a choice between constants.
    ``failure`` is set where
    ``import()`` alone reaches a module and must reject; nothing of it is in ``record``.
    ``node_mode``: it is an ES module by its extension or ``package.json``, and sees CommonJS
    as Node shows it. ``assets`` are the files to be copied, where that is asked for.
    ``require_maps`` has an entry for each of ``record.require_templates`` with a fixed
    directory. ``found_esm``: an EXTERNAL module is there, and to Node's ``import`` it is an
    ES module (only known where the output requires it). ``loader_id`` is the id of an AMD
    module or script, as far as its file doesn't name it; ``script_global`` is the global that
    holds a script's value, "" if none does.
    """

    index: int
    url: str
    path: str | None
    name: str
    source: str
    record: ModuleRecord
    targets: tuple[int, ...]
    import_maps: tuple[ImportMap, ...] = ()
    failure: Failure | None = None
    assets: tuple[Asset, ...] = ()
    node_mode: bool = False
    require_maps: tuple[ImportMap, ...] = ()
    loader_id: str = ""
    script_global: str = ""
    found_esm: bool = False

    @property
    def requires(self) -> bool:
        """Whether it is an ES module with a ``require`` of its own."""
        if self.record.kind is not ModuleKind.ESM:
            return False
        made = self.record.created_requires or self.record.require_templates
        return bool(made) or any(request.kind in REQUIRES for request in self.record.requests)

    def required(self) -> Iterator[tuple[str, int]]:
        """Yield the specifiers that ``require()`` and ``require.resolve()`` are given here, or
        may be, or that its loader is asked for, and the modules that they mean, EXTERNAL ones
        included."""
        for request, target in zip(self.record.requests, self.targets, strict=True):
            if request.kind in FACTORY_REQUESTS and target >= 0:
                yield request.specifier, target
        for _, specifiers in self.require_maps:
            yield from specifiers

    def dynamic_targets(self) -> Iterator[int]:
        """Yield the modules that its ``import()`` may mean, EXTERNAL ones included."""
        for request, target in zip(self.record.requests, self.targets, strict=True):
            if request.kind == "dynamic" and target >= 0:
                yield target
        for _, specifiers in self.import_maps:
            for _, target in specifiers:
                yield target


@dataclass(frozen=True, slots=True)
class ModuleMap:
    """All modules that the entries reach, in the order in which they are first
    requested (breadth first; requests in source order), entries first.

    ``ids`` are those by which AMD modules ask for others, ``preludes`` the modules that
    configure their loader before any of them runs. ``page`` is the directory of the page that
    Sea.js runs in, relative to the root ("." is the root), "" without CMD modules;
    ``base_url`` is where the ids of AMD modules start before the program configures it."""

    modules: tuple[Module, ...]
    entries: tuple[int, ...]
    ids: tuple[tuple[str, int], ...] = ()
    preludes: tuple[int, ...] = ()
    page: str = ""
    base_url: str = ""
