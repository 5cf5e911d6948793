"""The options of a build as keywords, for helpers that pass on what tests choose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from pybundle.options import Format, LoaderName, Platform


class GivenOptions(TypedDict, total=False):
    """Any of the options that ``Options`` and ``bundle`` have, but for ``root``."""

    format: Format
    platform: Platform
    global_name: str | None
    external: tuple[str, ...]
    globals: Mapping[str, str]
    conditions: tuple[str, ...]
    define: Mapping[str, str]
    outdir: str | None
    amd_config: str | None
    script_modules: Mapping[str, str]
    loader: LoaderName
    page: str | None
    defer_errors: bool
    assets: bool
    amd_id: str | None


class GivenRootedOptions(GivenOptions, total=False):
    """The same with ``root``."""

    root: str | None
