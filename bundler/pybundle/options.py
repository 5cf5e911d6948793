"""What the user can choose. Names are the command's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Format = Literal["iife", "esm", "cjs", "umd", "amd"]
Platform = Literal["browser", "node", "neutral"]
LoaderName = Literal["requirejs", "seajs"]

FORMATS: tuple[Format, ...] = ("iife", "esm", "cjs", "umd", "amd")
PLATFORMS: tuple[Platform, ...] = ("browser", "node", "neutral")
LOADERS: tuple[LoaderName, ...] = ("requirejs", "seajs")


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of one build.

    ``global_name``: the global (``a.b.c`` allowed) that gets the entry's exports in
    ``iife``, and in ``umd`` where there is no loader. ``external``: specifiers, packages
    (``react`` covers ``react/x``) or patterns with ``*`` that stay imports. ``globals``:
    specifier → JavaScript expression, for externals in ``iife`` and ``umd``. ``amd_id``: the
    name under which ``amd`` and ``umd`` define the bundle; default: that of its file.
    ``async_exports``: if the graph awaits, ``cjs``, ``umd`` and ``amd`` give a promise of the
    entry's namespace object in place of its exports; otherwise such graphs are refused there.
    ``conditions``: added to those of ``package.json`` ``exports`` that the platform and
    ``import`` give. ``define``: free identifier or member chain → JavaScript expression.
    ``assets``: files that ``new URL("./x.png", import.meta.url)`` names are copied beside
    the bundle, and named there.
    ``defer_errors``: what can't be loaded or linked, and only ``import()`` reaches, is a
    warning, and rejects when the program gets there.
    ``amd_config``: a file that configures RequireJS for the program: JSON, or JavaScript that
    calls ``require.config``. ``script_modules``: global → file of the old script that sets it,
    which makes the script a module with that value.
    ``loader``: whose ``define`` it is that files call, in programs that don't tell by using
    ``seajs``. ``page``: the directory of the page that RequireJS or Sea.js runs in, from which its
    addresses start; default: that of the entry or one above it, where the files are.
    ``root``: directory that names of modules in the output are relative to; default:
    the working directory. Nothing absolute gets into the output.
    ``outdir``: directory that the bundle will lie in, so that ``import.meta.url`` of each
    module can be told from the bundle's own; default: ``root``.
    """

    format: Format = "iife"
    platform: Platform = "browser"
    global_name: str | None = None
    external: tuple[str, ...] = ()
    globals: Mapping[str, str] = field(default_factory=dict)
    conditions: tuple[str, ...] = ()
    define: Mapping[str, str] = field(default_factory=dict)
    root: str | None = None
    outdir: str | None = None
    amd_config: str | None = None
    script_modules: Mapping[str, str] = field(default_factory=dict)
    loader: LoaderName = "requirejs"
    page: str | None = None
    defer_errors: bool = False
    assets: bool = False
    amd_id: str | None = None
    async_exports: bool = False

    @property
    def is_defined(self) -> bool:
        """Whether a loader gives the bundle its external modules, before it runs (AMD)."""
        return self.format in ("umd", "amd")

    @property
    def uses_globals(self) -> bool:
        """Whether external modules and the entry's exports may be globals."""
        return self.format in ("iife", "umd")

    @property
    def can_wait(self) -> bool:
        """Whether what loads the bundle waits for a promise, or gets it, or nobody needs to."""
        return self.format in ("iife", "esm") or self.async_exports
