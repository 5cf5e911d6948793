"""What can be evaluated: a graph of modules, or one script.

Both are plain data. The evaluator never resolves a specifier and never reads a file: which
module a request means is given with the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal
from urllib.parse import unquote, urlsplit

ModuleKind = Literal["esm", "commonjs", "json", "text", "empty"]
ScriptFormat = Literal["iife", "esm", "cjs", "amd", "umd"]
Resolutions = Mapping[tuple[str, str, str], str]
"""``(referrer URL, specifier, value of the attribute "type" or "")`` → URL."""
Alteration = Literal["stacks", "texts"]
"""``stacks`` show no frames, and the ``texts`` of functions end in an empty comment."""
Requires = Mapping[tuple[str, str], str | None]
"""``(URL of a module or script, specifier given to its require)`` → URL; HOST for what the host
has; None for what nobody has. What is not in it is looked for among the files of the graph."""

HOST: Final = ""
NATIVES: Final = frozenset(
    """assert assert/strict buffer events os path path/posix path/win32 punycode querystring
    string_decoder url util util/types""".split()
)
"""Node's own modules that programs find in Node: those that reach nothing outside."""


@dataclass(frozen=True, slots=True)
class SourceModule:
    """One module: its text, and how it is read.

    ``json`` and ``text``: imported with ``type: "json"`` or ``"text"`` it has the
    standard's one export ``default``; imported without, JSON has also one export for
    each top-level key, with the value that it had at first (as bundlers give them);
    both ways it is the same value. ``empty``: ``default`` is an empty object, whatever
    the text is. ``require`` gives the value of all three.

    ``commonjs``: the body of a function of Node's five names. ``names`` are the exports that
    ES modules look for; where they see all (``whole``: ``import *``, ``export *``,
    ``import()``), the evaluator finds the rest by running the graph twice, but for those that
    are ``hidden``.

    ``file`` is what is ``__filename`` in it (the path of its URL, if empty). Of ES modules,
    ``imports`` are the URLs of its static imports, in graphs that have CommonJS;
    ``node_mode`` says that it is one to Node, so that what it imports by default
    from CommonJS is ``module.exports`` whatever ``__esModule`` says.
    """

    text: str
    kind: ModuleKind = "esm"
    file: str = ""
    imports: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    whole: bool = False
    hidden: frozenset[str] = frozenset()
    node_mode: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """A module graph, to be loaded, linked and evaluated by the engine's own loader.

    ``entry`` and the keys of ``modules`` are URLs (any stable ones, such as
    ``file:///pybundle/main.js``; programs see them in ``import.meta.url``).
    ``location``, if given, is the ``href`` of a global ``location`` (the page's).
    ``load_ticks`` is how many microtasks ``import()`` takes before it evaluates what it loads
    (None: it does in a macrotask of its own): the host's choice, which the Node backend alone
    leaves to us. ``requires`` is for ``require``. The exports of an entry that is CommonJS are
    those of ``module.exports``; with ``as_module`` it is an ES module's one export, ``default``.
    ``spied`` are names of globals that are not there: where a program reads or assigns one, the
    error says `` is not defined as a global``, which engines leave out. ``altered`` is what of the
    engine's affairs is made otherwise. ``missing`` has, by
    referrer and specifier, the message of the error for what is known not to be there: what it
    says, and whether it is a TypeError or an Error with ``missing_code``, is up to the host; in
    embedded V8 it is a TypeError.
    """

    entry: str
    modules: Mapping[str, SourceModule]
    resolutions: Resolutions = field(default_factory=dict)
    location: str | None = None
    requires: Requires = field(default_factory=dict)
    as_module: bool = False
    load_ticks: int | None = None
    spied: tuple[str, ...] = ()
    altered: tuple[Alteration, ...] = ()
    missing: Mapping[tuple[str, str], str] = field(default_factory=dict)
    missing_code: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """One file of code.

    ``format``: ``iife`` is a classic script; ``esm`` a module; ``cjs`` the body of a
    CommonJS function; ``amd`` a script that calls ``define``: its last call is what is
    evaluated, those before are modules that it may depend on; ``umd`` runs as ``cjs`` (say
    ``amd`` or ``iife`` for its other ways). ``name`` is its file name, as the last part of its
    URL.
    ``global_name`` (``a.b.c`` allowed) is the global in which an ``iife`` leaves its
    exports. ``modules`` and ``resolutions`` give what it imports (its own URL is
    ``script_url(name)``, which an ``esm`` script may import). ``location``, ``requires`` and
    ``load_ticks`` as in ``Graph``.
    """

    code: str
    format: ScriptFormat = "iife"
    name: str = "bundle.js"
    global_name: str | None = None
    modules: Mapping[str, SourceModule] = field(default_factory=dict)
    resolutions: Resolutions = field(default_factory=dict)
    location: str | None = None
    requires: Requires = field(default_factory=dict)
    load_ticks: int | None = None


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
            "commonjs": _commonjs(program.modules, program.requires, None, program.entry),
            "asModule": program.as_module,
            "loadTicks": program.load_ticks,
            "natives": sorted(NATIVES),
            "changes": {"spied": program.spied, "altered": program.altered},
            "missing": [[*key, message] for key, message in program.missing.items()],
            "missingCode": program.missing_code,
        }
    url = script_url(program.name)
    resolutions = _resolutions(program.resolutions)
    modules = _modules(program.modules)
    if program.format == "esm":
        modules[url] = ["esm", program.code]
        resolutions.append([url, url, "", url])
    return {
        "loadTicks": program.load_ticks,
        "changes": {"spied": (), "altered": ()},
        "missing": (),
        "missingCode": "",
        "format": {"esm": "graph", "umd": "cjs"}.get(program.format, program.format),
        "entry": url,
        "code": program.code,
        "globalPath": program.global_name.split(".") if program.global_name else None,
        "modules": modules,
        "resolutions": resolutions,
        "location": program.location,
        "commonjs": _commonjs(program.modules, program.requires, url),
        "natives": sorted(NATIVES),
    }


def with_names(graph: Graph, exports: Mapping[str, tuple[str, ...]]) -> Graph:
    """Return ``graph`` with the names of all ``exports`` that its CommonJS modules (by URL) were
    found to have, where ES modules see all of them."""
    modules = dict(graph.modules)
    for url, names in exports.items():
        module = modules[url]
        if module.whole:
            shown = (n for n in names if n not in module.hidden and not _is_lone(n))
            modules[url] = replace(module, names=tuple(sorted({*module.names, *shown})))
    return graph if modules == graph.modules else replace(graph, modules=modules)


def _is_lone(name: str) -> bool:
    """Whether a name has a lone surrogate, so that it can't be imported."""
    return any("\ud800" <= char <= "\udfff" for char in name)


def _modules(modules: Mapping[str, SourceModule]) -> dict[str, list[str]]:
    return {
        url: [module.kind, "" if module.kind == "commonjs" else module.text]
        for url, module in modules.items()
    }


def _resolutions(resolutions: Resolutions) -> list[list[str]]:
    return [[*key, url] for key, url in resolutions.items()]


def _commonjs(
    modules: Mapping[str, SourceModule],
    requires: Requires,
    script: str | None,
    entry: str | None = None,
) -> dict[str, object] | None:
    """Return what the evaluator's CommonJS is to know; None for a graph that has none."""
    mixed = requires or any(module.kind == "commonjs" for module in modules.values())
    if script is None and not mixed:
        return None
    return {
        "modules": [
            {
                "url": url,
                "kind": module.kind,
                "file": module.file or unquote(urlsplit(url).path),
                "text": module.text if module.kind == "commonjs" else "",
                "imports": module.imports,
            }
            for url, module in modules.items()
        ],
        "requires": [[*key, url] for key, url in requires.items()],
        "names": {url: module.names for url, module in modules.items()},
        "nodeMode": [
            url for url, module in modules.items() if module.node_mode or module.kind == "commonjs"
        ],
        "script": script,
        "entry": entry,
    }
