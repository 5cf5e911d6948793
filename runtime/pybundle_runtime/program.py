"""What can be evaluated: a graph of modules, or one script.

Both are plain data. The evaluator never resolves a specifier and never reads a file: which
module a request means is given with the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ModuleKind = Literal["esm", "json", "text", "empty"]
ScriptFormat = Literal["iife", "esm", "cjs", "amd"]
Resolutions = Mapping[tuple[str, str, str], str]
"""``(referrer URL, specifier, value of the attribute "type" or "")`` → URL."""


@dataclass(frozen=True, slots=True)
class SourceModule:
    """One module: its text, and how it is read.

    ``json`` and ``text``: imported with ``type: "json"`` or ``"text"`` it has the
    standard's one export ``default``; imported without, JSON has also one export for
    each top-level key, with the value that it had at first (as bundlers give them);
    both ways it is the same value. ``empty``: ``default`` is an empty object, whatever
    the text is.
    """

    text: str
    kind: ModuleKind = "esm"


@dataclass(frozen=True, slots=True)
class Graph:
    """A module graph, to be loaded, linked and evaluated by the engine's own loader.

    ``entry`` and the keys of ``modules`` are URLs (any stable ones, such as
    ``file:///pybundle/main.js``; programs see them in ``import.meta.url``).
    ``location``, if given, is the ``href`` of a global ``location`` (the page's).
    """

    entry: str
    modules: Mapping[str, SourceModule]
    resolutions: Resolutions = field(default_factory=dict)
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """One file of code.

    ``format``: ``iife`` is a classic script; ``esm`` a module; ``cjs`` the body of a
    CommonJS function; ``amd`` a script that calls ``define``: its last call is what is
    evaluated, those before are modules that it may depend on. ``name`` is its file name, as
    the last part of its URL.
    ``global_name`` (``a.b.c`` allowed) is the global in which an ``iife`` leaves its
    exports. ``modules`` and ``resolutions`` give what it imports (its own URL is
    ``script_url(name)``, which an ``esm`` script may import). ``location`` as in ``Graph``.
    """

    code: str
    format: ScriptFormat = "iife"
    name: str = "bundle.js"
    global_name: str | None = None
    modules: Mapping[str, SourceModule] = field(default_factory=dict)
    resolutions: Resolutions = field(default_factory=dict)
    location: str | None = None


Program = Graph | Script


def script_url(name: str) -> str:
    """Return the URL under which a script named ``name`` runs."""
    return f"file:///pybundle/{name}"


def request_of(program: Program) -> dict[str, object]:
    """Return ``program`` as JSON-serialisable data, for a worker.

    Raises ``ValueError`` where one module requests the same specifier with and without an
    import attribute: no embedded engine's loader can tell such requests apart.
    """
    seen: dict[tuple[str, str], str] = {}
    for referrer, specifier, kind in program.resolutions:
        if seen.setdefault((referrer, specifier), kind) != kind:
            raise ValueError(
                f"{referrer} requests {specifier!r} with and without import attributes"
            )
    if isinstance(program, Graph):
        return {
            "format": "graph",
            "entry": program.entry,
            "modules": _modules(program.modules),
            "resolutions": _resolutions(program.resolutions),
            "location": program.location,
        }
    url = script_url(program.name)
    resolutions = _resolutions(program.resolutions)
    modules = _modules(program.modules)
    if program.format == "esm":
        modules[url] = ["esm", program.code]
        resolutions.append([url, url, "", url])
    return {
        "format": "graph" if program.format == "esm" else program.format,
        "entry": url,
        "code": program.code,
        "globalPath": program.global_name.split(".") if program.global_name else None,
        "modules": modules,
        "resolutions": resolutions,
        "location": program.location,
    }


def _modules(modules: Mapping[str, SourceModule]) -> dict[str, list[str]]:
    return {url: [module.kind, module.text] for url, module in modules.items()}


def _resolutions(resolutions: Resolutions) -> list[list[str]]:
    return [[*key, url] for key, url in resolutions.items()]
