"""Assets: files that ``new URL("./x.png", import.meta.url)`` names, to be copied beside the
bundle."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from pybundle.construct.loader import JAVASCRIPT
from pybundle.construct.module_map import Asset, Module, ModuleMap
from pybundle.construct.names import Names
from pybundle.construct.problem import quoted
from pybundle.construct.record import AssetUrl
from pybundle.construct.resolve.urls import decoded_path, scheme, split_suffix
from pybundle.diagnostics import Diagnostic, place_of

_DIGITS: Final = 8
"""Of the hash in the name of an asset that shares its name with another."""


def find_assets(
    modules: Sequence[Module], names: Names
) -> tuple[tuple[Module, ...], tuple[Diagnostic, ...]]:
    """Return the modules with their assets, and warnings of those that are not there, or
    that are modules themselves.

    An asset keeps its file's name. Where files with different content share one, the first
    (in the order of the module map) keeps it; the others get a hash of their content.
    """
    places = _Places(names)
    warnings: list[Diagnostic] = []
    found = []
    for module in modules:
        assets = []
        for number, url in enumerate(module.record.asset_urls):
            path = _path(module, url)
            if path is None or os.path.isdir(path):
                continue
            if not os.path.isfile(path):
                warnings.append(_missing(module, url))
                continue
            if _is_script(path):
                warnings.append(_script(module, url))
            suffix = split_suffix(url.specifier)[1]
            assets.append(places.asset(number, os.path.realpath(path), suffix))
        found.append(replace(module, assets=tuple(assets)) if assets else module)
    return tuple(found), tuple(warnings)


class _Places:
    """Which file has which name beside the bundle. ``_taken`` maps names, in lower case (not
    every file system tells cases apart), to the file that has them."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._known: dict[str, str] = {}
        self._taken: dict[str, str] = {}

    def asset(self, number: int, path: str, suffix: str) -> Asset:
        name = self._known.get(path)
        if name is None:
            name = self._known[path] = self._name(path)
        return Asset(number, path, self._names.of(path), name, _url(name) + suffix)

    def _name(self, path: str) -> str:
        name = os.path.basename(path)
        other = self._taken.setdefault(name.lower(), path)
        if other == path:
            return name
        if os.path.basename(other) == name and _digest(other) == _digest(path):
            return name
        name = _with_digest(path)
        self._taken.setdefault(name.lower(), path)
        return name


def told_apart(maps: Sequence[ModuleMap]) -> tuple[ModuleMap, ...]:
    """Return the module maps of bundles that will lie in one directory, with a hash in the name
    of each asset that would have the name of a file with other content there. Which of the
    bundles comes first makes no difference."""
    contents: dict[str, set[tuple[str, str]]] = {}
    paths = {(asset.name, asset.path) for each in maps for asset in _assets(each)}
    for name, path in paths:
        contents.setdefault(name.lower(), set()).add((name, _digest(path)))
    contested = {name for name, found in contents.items() if len(found) > 1}
    return tuple(_renamed(each, contested) for each in maps) if contested else tuple(maps)


def _assets(module_map: ModuleMap) -> Iterator[Asset]:
    for module in module_map.modules:
        yield from module.assets


def _renamed(module_map: ModuleMap, contested: Container[str]) -> ModuleMap:
    modules = tuple(
        replace(module, assets=tuple(_told_apart(asset, contested) for asset in module.assets))
        if module.assets
        else module
        for module in module_map.modules
    )
    return replace(module_map, modules=modules)


def _told_apart(asset: Asset, contested: Container[str]) -> Asset:
    if asset.name.lower() not in contested:
        return asset
    name = _with_digest(asset.path)
    suffix = asset.url.removeprefix(_url(asset.name))
    return replace(asset, name=name, url=_url(name) + suffix)


def _with_digest(path: str) -> str:
    stem, extension = os.path.splitext(os.path.basename(path))
    return f"{stem}-{_digest(path)}{extension}"


def _url(name: str) -> str:
    """Return the URL of a file, relative to its directory."""
    url = quote(name, safe="!$&'()*+,-.;=@_~:", errors="surrogateescape")
    return f"./{url}" if ":" in url else url


def _path(module: Module, url: AssetUrl) -> str | None:
    """Return the path that a URL relative to a module's names, or None."""
    plain, _ = split_suffix(url.specifier)
    if module.path is None or not plain or scheme(plain) or plain.startswith(("/", "\\")):
        return None
    try:
        decoded = decoded_path(plain)
    except ValueError:
        return None
    return os.path.normpath(os.path.join(os.path.dirname(module.path), decoded))


def _digest(path: str) -> str:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()[:_DIGITS]
    except OSError:
        return "0" * _DIGITS


def _is_script(path: str) -> bool:
    extension = os.path.splitext(path)[1].lower()
    return extension in (".mjs", ".cjs") or (extension in JAVASCRIPT and extension != "")


def _missing(module: Module, url: AssetUrl) -> Diagnostic:
    text = f"{quoted(url.specifier)} names no file, so it is left as it is"
    hint = "It is relative to the module, and will be found only if it lies there at run time."
    place = place_of(module.name, module.source, url.argument_start, url.argument_end)
    return Diagnostic("missing-asset", "warning", text, place, hint)


def _script(module: Module, url: AssetUrl) -> Diagnostic:
    text = f"{quoted(url.specifier)} is copied as it is: what it imports is not bundled"
    hint = "Bundle it as an entry of its own, and name that file."
    place = place_of(module.name, module.source, url.argument_start, url.argument_end)
    return Diagnostic("script-asset", "warning", text, place, hint)
