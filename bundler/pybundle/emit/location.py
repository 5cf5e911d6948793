"""Where modules lie, seen from the bundle: relative URLs, never absolute ones."""

from __future__ import annotations

import os

from pybundle.construct.module_map import Module
from pybundle.construct.resolve.urls import file_url, split_suffix
from pybundle.options import Options

_MODULES = "/node_modules/"


def bundle_directory(options: Options) -> str:
    """Return the real path of the directory that the bundle will lie in."""
    return os.path.realpath(options.outdir or options.root or os.curdir)


def root_from_bundle(options: Options) -> str:
    """Return the path, with ``/``, of the root that modules are named from, relative to the
    directory of the bundle; "" where that is the root, or lies too far away to be told."""
    root, here = os.path.realpath(options.root or os.curdir), bundle_directory(options)
    try:
        common = os.path.commonpath((root, here))
    except ValueError:
        return ""
    if root == here or (os.path.dirname(common) == common and common not in (root, here)):
        return ""
    return os.path.relpath(root, here).replace(os.sep, "/")


def relative_url(module: Module, directory: str) -> str:
    """Return a module's URL relative to ``directory`` (a real path); that of a ``data:``
    module as it is. What a module's URL ends in (``?query#fragment``) stays.

    A file that shares no directory with the bundle but the topmost (or none: another
    drive) would be told by its whole absolute path; it is told by what follows its last
    ``node_modules``, else by its last part, as if it lay beside the bundle.
    """
    if not module.url.startswith("file:"):
        return module.url
    path, suffix = split_suffix(module.url)
    there, here = path.split("/"), file_url(directory).removesuffix("/").split("/")
    common = 0
    while common < min(len(there) - 1, len(here)) and there[common] == here[common]:
        common += 1
    if common < _SHARED and common < len(here):
        at = path.rfind(_MODULES)
        return _plain(path[at + 1 :] if at >= 0 else there[-1]) + suffix
    return _plain("/".join([".."] * (len(here) - common) + there[common:])) + suffix


_SHARED = len("file:///x".split("/"))
"""Parts of the URLs of two files that share the topmost directory and one more."""


def _plain(path: str) -> str:
    """Return ``path`` so that no part of it is taken for a scheme."""
    return f"./{path}" if ":" in path.split("/")[0] else path
