"""From an id to a URI as Sea.js 3 does (``seajs.resolve``, its util-path.js), on a site that is
made of directories of this machine.

URIs of the site are ``SITE`` and an absolute path with ``/``. All functions take the
configuration as a value: ``configured`` returns the one that a call of ``seajs.config`` makes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from pybundle.construct.script_loaders.js_regex import Rule, made_rule, replaced

SITE: Final = "cmd://site"
"""What stands before the path of a file of the site."""

_DIRECTORY: Final = re.compile(r"[^?#]*/")
_PARENT: Final = re.compile(r"/[^/]+/\.\./")
_PATHS: Final = re.compile(r"([^/:]+)(/.+)", re.DOTALL)
_VARS: Final = re.compile(r"\{([^{]+)\}")
_ABSOLUTE: Final = re.compile(r"^//.|:/", re.DOTALL)
_SUFFIX: Final = re.compile(r"[?#].*", re.DOTALL)
KNOWN: Final = frozenset(("alias", "base", "map", "paths", "vars"))
"""Keys of a configuration that ids depend on."""


@dataclass(frozen=True, slots=True)
class CmdConfig:
    """What ``seajs.data`` says of ids. ``cwd`` (the page's directory), ``base`` and ``root``
    (what ``/`` means) are URIs that end in ``/``."""

    cwd: str
    base: str
    root: str
    alias: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    vars: Mapping[str, str] = field(default_factory=dict)
    map: tuple[Rule, ...] = ()


def site_uri(path: str) -> str:
    """Return the URI of the file or directory at an absolute path."""
    path = path.replace(os.sep, "/")
    return f"{SITE}{path if path.startswith('/') else f'/{path}'}"


def site_path(uri: str) -> str | None:
    """Return the path of a URI of the site, without its query and fragment; None for URIs
    of other sites."""
    if not uri.startswith(SITE):
        return None
    path = _SUFFIX.sub("", uri[len(SITE) :])
    if re.match(r"/[A-Za-z]:/", path):
        path = path[1:]
    return path.replace("/", os.sep)


def initial_config(directory: str, root: str) -> CmdConfig:
    """Return the configuration before any call of ``seajs.config``: the page and Sea.js lie in
    ``directory``; ``root`` is the directory that ``/`` means."""
    page = site_uri(directory).rstrip("/") + "/"
    return CmdConfig(page, page, site_uri(root).rstrip("/") + "/")


def configured(config: CmdConfig, value: Mapping[str, Any]) -> CmdConfig:
    """Return ``config`` after ``seajs.config(value)``: tables are merged, rules are added."""
    if isinstance(value.get("base"), str):
        config = replace(config, base=_based(config, _with_slash(value["base"]), ""))
    config = replace(
        config,
        alias={**config.alias, **_strings(value.get("alias"))},
        paths={**config.paths, **_strings(value.get("paths"))},
        vars={**config.vars, **_strings(value.get("vars"))},
    )
    rules = value.get("map")
    if isinstance(rules, list):
        made = (made_rule(rule) for rule in rules)
        added = tuple(rule for rule in made if rule is not None)
        config = replace(config, map=(*config.map, *added))
    return config


def resolve_id(config: CmdConfig, id_: str, referrer: str = "") -> str:
    """Return the URI that ``id_`` means in the module at the URI ``referrer`` (``""``: in no
    module, as in ``seajs.use``). ``id2Uri``."""
    if not id_:
        return ""
    alias = config.alias
    id_ = alias.get(id_, id_)
    match = _PATHS.fullmatch(id_)
    if match is not None and match[1] in config.paths:
        id_ = config.paths[match[1]] + match[2]
    id_ = alias.get(id_, id_)
    if config.vars:
        id_ = _VARS.sub(lambda found: config.vars.get(found[1], found[0]), id_)
    id_ = alias.get(id_, id_)
    id_ = _normalized(id_)
    id_ = alias.get(id_, id_)
    uri = _based(config, id_, referrer)
    uri = alias.get(uri, uri)
    for rule in config.map:
        mapped = replaced(rule, uri)
        if mapped != uri:
            return mapped
    return uri


def _strings(table: Any) -> dict[str, str]:
    """Return what counts of a table: only strings do."""
    if not isinstance(table, Mapping):
        return {}
    return {name: text for name, text in table.items() if isinstance(text, str)}


def _with_slash(text: str) -> str:
    return text if text.endswith("/") else f"{text}/"


def _normalized(path: str) -> str:
    """``normalize``: ``.js`` is added, unless the end says that it is not wanted."""
    if path.endswith("#"):
        return path[:-1]
    complete = path.endswith((".js", "/")) or path.find("?") > 0
    return path if complete else f"{path}.js"


def _based(config: CmdConfig, id_: str, referrer: str) -> str:
    """``addBase``."""
    if _ABSOLUTE.search(id_):
        uri = id_
    elif id_.startswith("."):
        match = _DIRECTORY.match(referrer) if referrer else None
        uri = (match[0] if match else config.cwd) + id_
    elif id_.startswith("/"):
        uri = config.root + id_[1:]
    else:
        uri = config.base + id_
    return _realpath(f"https:{uri}" if uri.startswith("//") else uri)


def _realpath(path: str) -> str:
    path = path.replace("/./", "/")
    path = re.sub(r"([^:/])/+/", r"\1/", path)
    while True:
        shorter = _PARENT.sub("/", path, count=1)
        if shorter == path:
            return path
        path = shorter
