"""RequireJS' configuration, and what it makes of ids: ``configure``, ``normalize`` and
``nameToUrl`` of require.js, on values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

EMPTY: Final = "empty:"
"""What r.js has as the path of a module that is not to be bundled."""
_URL: Final = re.compile(r"^/|:|\?|\.js$")
_PROTOCOL: Final = re.compile(r"[\w+.\-]+:|//")
_JS: Final = re.compile(r"\.js$")


class Shim(NamedTuple):
    """What is said of a script that doesn't call ``define``: what it needs, and the global
    that is its value ("": none, or ``init`` alone makes it)."""

    deps: tuple[str, ...]
    exports: str


class ModuleId(NamedTuple):
    """An id as the loader sees it: the plugin's id ("" without) and what is left."""

    prefix: str
    name: str

    @property
    def text(self) -> str:
        """The whole id."""
        return f"{self.prefix}!{self.name}" if self.prefix else self.name


@dataclass(frozen=True, slots=True)
class AmdConfig:
    """What has been configured: ``packages`` maps names to main modules, ``bundles`` ids to the
    module whose file defines them. ``base_url`` ends in ``/`` or is ""; then none was given."""

    base_url: str = ""
    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    map: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    packages: Mapping[str, str] = field(default_factory=dict)
    shim: Mapping[str, Shim] = field(default_factory=dict)
    bundles: Mapping[str, str] = field(default_factory=dict)
    node_ids: bool = False


def configured(config: AmdConfig, value: Mapping[str, Any]) -> AmdConfig:
    """Return ``config`` after ``require.config(value)``."""
    base = value.get("baseUrl")
    if isinstance(base, str) and base:
        config = replace(config, base_url=base if base.endswith("/") else f"{base}/")
    paths = dict(config.paths)
    for name, path in _table(value, "paths"):
        choices = [path] if isinstance(path, str) else path
        if isinstance(choices, list):
            paths[name] = tuple(each for each in choices if isinstance(each, str))
    maps = {key: dict(each) for key, each in config.map.items()}
    for key, table in _table(value, "map"):
        if isinstance(table, dict):
            strings = {name: to for name, to in table.items() if isinstance(to, str)}
            maps.setdefault(key, {}).update(strings)
    bundles = dict(config.bundles)
    for bundle, ids in _table(value, "bundles"):
        bundles.update((each, bundle) for each in _strings(ids) if each != bundle)
    shims = dict(config.shim)
    shims.update((name, _shim(each)) for name, each in _table(value, "shim"))
    packages = dict(config.packages)
    for package in value.get("packages") or ():
        made = {"name": package} if isinstance(package, str) else package
        if isinstance(made, dict) and isinstance(made.get("name"), str):
            name = made["name"]
            if isinstance(made.get("location"), str):
                paths[name] = (made["location"],)
            main = made.get("main") if isinstance(made.get("main"), str) else "main"
            packages[name] = f"{name}/{_JS.sub('', str(main).removeprefix('./'))}"
    return replace(
        config,
        paths=paths,
        map=maps,
        bundles=bundles,
        shim=shims,
        packages=packages,
        node_ids=bool(value.get("nodeIdCompat", config.node_ids)),
    )


def module_id(config: AmdConfig, name: str, parent: str) -> ModuleId:
    """Return what ``name``, asked for in the module ``parent`` ("": in none), means.
    ``makeModuleMap``."""
    if "!" in name:
        prefix, _, rest = name.partition("!")
        if "!" not in rest:
            rest = normalized(config, rest, parent) if rest else ""
        return ModuleId(normalized(config, prefix, parent), rest)
    found = normalized(config, name, parent)
    prefix, bang, rest = found.partition("!")
    return ModuleId(prefix, rest) if bang else ModuleId("", found)


def normalized(config: AmdConfig, name: str, parent: str) -> str:
    """``normalize`` of a dependency."""
    parts = name.split("/")
    if config.node_ids:
        parts[-1] = _JS.sub("", parts[-1])
    base = parent.split("/") if parent else []
    if parts[0].startswith(".") and base:
        parts = base[:-1] + parts
    _trim_dots(parts)
    name = _mapped(config.map, parts, base) if config.map else "/".join(parts)
    return config.packages.get(name, name)


def _trim_dots(parts: list[str]) -> None:
    at = 0
    while at < len(parts):
        if parts[at] == ".":
            del parts[at]
            continue
        keeps = at == 0 or (at == 1 and parts[2:3] == [".."]) or parts[at - 1] == ".."
        if parts[at] == ".." and not keeps:
            del parts[at - 1 : at + 1]
            at -= 2
        at += 1


def _mapped(maps: Mapping[str, Mapping[str, str]], parts: list[str], base: list[str]) -> str:
    star = maps.get("*")
    by_star: tuple[str, int] | None = None
    for length in range(len(parts), 0, -1):
        segment = "/".join(parts[:length])
        for depth in range(len(base), 0, -1):
            found = maps.get("/".join(base[:depth]), {}).get(segment)
            if found:
                return "/".join([found, *parts[length:]])
        if by_star is None and star and star.get(segment):
            by_star = (star[segment], length)
    if by_star is not None:
        return "/".join([by_star[0], *parts[by_star[1] :]])
    return "/".join(parts)


def is_url(name: str) -> bool:
    """Whether an id is an address: of a file seen from the page, not from ``baseUrl``."""
    return _URL.search(name) is not None


def is_elsewhere(url: str) -> bool:
    """Whether an address has a protocol or host of its own."""
    return _PROTOCOL.match(url) is not None


def urls(config: AmdConfig, name: str, extension: str | None = ".js") -> Iterator[str]:
    """Yield the addresses that an id may have, likeliest first, ``base_url`` not put before
    them. ``nameToUrl``; ``extension`` is None for names that have their own."""
    seen = set()
    while name not in seen:
        seen.add(name)
        name = config.packages.get(name, name)
        name = config.bundles.get(name, name)
    if is_url(name):
        yield name
        return
    parts = name.split("/")
    for length in range(len(parts), 0, -1):
        choices = config.paths.get("/".join(parts[:length]))
        if choices:
            for choice in choices:
                yield _with_extension("/".join([choice, *parts[length:]]), extension)
            return
    yield _with_extension(name, extension)


def _with_extension(url: str, extension: str | None) -> str:
    has_own = extension is None or url.startswith(("data:", "blob:")) or "?" in url
    return url if has_own or url == EMPTY else f"{url}{extension}"


def _shim(value: Any) -> Shim:
    if isinstance(value, list):
        return Shim(_strings(value), "")
    if not isinstance(value, dict):
        return Shim((), "")
    exports = value.get("exports")
    return Shim(_strings(value.get("deps")), exports if isinstance(exports, str) else "")


def _table(value: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
    table = value.get(key)
    if isinstance(table, dict):
        yield from table.items()


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(e for e in value if isinstance(e, str)) if isinstance(value, list) else ()
