"""How a specifier, or a path in ``package.json``, may be read."""

from __future__ import annotations

import os
import re
from typing import Final

from pybundle.construct.problem import Problem, quoted
from pybundle.construct.resolve.urls import decoded_path, split_suffix

EXTENSIONS: Final = (".mjs", ".js", ".cjs", ".json")
"""Tried in this order after a path that names no file."""

REQUIRE_EXTENSIONS: Final = (".js", ".json", ".cjs", ".mjs")
"""The same for ``require()``: Node's come first."""

_BAD_NAME: Final = re.compile(r"^\s|^\.|[\\%]|^$|/$|^@/")


def is_path(specifier: str) -> bool:
    """Say whether ``specifier`` is a path and not a package's name."""
    return specifier in (".", "..") or specifier.startswith(("./", "../", "/"))


def package_name(specifier: str) -> tuple[str, str]:
    """Split a bare specifier into the package's name and the subpath (``.``, ``./x``; the
    slash of ``name/`` gives ``./``).

    Raises Problem if there is no valid name.
    """
    parts = specifier.split("/")
    length = 2 if specifier.startswith("@") else 1
    name = "/".join(parts[:length])
    if len(parts) < length or _BAD_NAME.search(name):
        raise Problem(
            "unresolved-import",
            f"{quoted(specifier)} is not a valid package name",
            hint="Packages are named name or @scope/name; a path begins with ./, ../ or /.",
        )
    rest = "/".join(parts[length:])
    return name, f"./{rest}" if len(parts) > length else "."


def readings(path: str) -> list[tuple[str, str]]:
    """Return how a URL path may be read, best first: decoded and without its suffix
    (``?query#fragment``), or as the name of a file just as it stands; each with its
    suffix. A path that Node refuses has the second reading only."""
    plain, suffix = split_suffix(path.replace("\\", "/"))
    try:
        decoded = decoded_path(plain)
    except ValueError:
        return [(path, "")]
    return [(decoded, suffix)] if decoded == path else [(decoded, suffix), (path, "")]


def map_keys(relative: str) -> list[str]:
    """Return the keys of a ``browser`` map that may stand for the file ``relative``, best
    first: with and without ``./``, an extension, and ``/index``."""
    stems = [relative]
    stem, extension = os.path.splitext(relative)
    if extension in EXTENSIONS:
        stems.append(stem)
        if stem.endswith("/index"):
            stems.append(stem.removesuffix("/index"))
    else:
        stems += [relative + extension for extension in EXTENSIONS]
    return [prefix + stem for stem in stems for prefix in ("./", "")]
