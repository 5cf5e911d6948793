"""One semantic case: a folder with ``main.js``, run natively and as bundles.

The original is what the bundler resolved, loaded by the engine's own module loader with
the module map as data. ``case.json`` says what the case shows; ``expected.txt`` what Node
printed when it ran ``main.js`` (``record.mjs`` writes it), so that two silent runs are
not taken for equal ones.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pybundle.build import Bundle, build
from pybundle.construct.construct import construct
from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import BindingKind, ModuleKind
from pybundle.link.linkage import DEFAULT
from pybundle.options import FORMATS, Format, Options
from pybundle_runtime import (
    ConsoleCall,
    Graph,
    Program,
    Script,
    SourceModule,
    Trace,
    UncaughtError,
    script_url,
)
from pybundle_runtime.program import ScriptFormat

CASES = Path(__file__).parent / "cases"
GLOBAL_NAME = "pybundleExports"
AMD_ID = "entry"
LIKE_CJS: tuple[Format, ...] = ("umd", "amd")
"""The formats that can hold what ``cjs`` can, and nothing else."""
EXTERNALS = "external_"
"""What the names of globals that hold external modules begin with."""


@dataclass(frozen=True)
class Case:
    """A folder below ``cases``. ``name`` is ``area/case``."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.relative_to(CASES).as_posix()

    @cached_property
    def meta(self) -> dict[str, Any]:
        """What ``case.json`` says.

        ``description``; ``covers``: rows of docs/semantics.md; ``spec``: a section of
        ECMA-262; ``formats``: all by default (``cjs`` stands for ``umd`` and ``amd``, too);
        ``error``: the code of the diagnostic that the build must give; ``refused``: the same
        for single formats, without ``async_exports``; ``externals``: bare specifiers that stay
        imports; ``defer``: it is built with ``defer_errors``;
        ``engine``: why V8 itself departs from ECMA-262 here (``expected.txt`` is then
        written by hand); ``node``: why Node does, though V8 in the evaluator does not.
        """
        data: dict[str, Any] = json.loads((self.folder / "case.json").read_text("utf-8"))
        return data

    @property
    def formats(self) -> tuple[Format, ...]:
        listed = self.meta.get("formats", FORMATS)
        return tuple(f for f in FORMATS if ("cjs" if f in LIKE_CJS else f) in listed)

    @property
    def expected(self) -> str:
        return (self.folder / "expected.txt").read_bytes().decode("utf-8")

    @property
    def externals(self) -> dict[str, Path]:
        """Specifiers that stay imports, and the files that stand for them here."""
        names = self.meta.get("externals", [])
        return {name: self.folder / "external" / f"{name}.js" for name in names}

    @cached_property
    def consumer(self) -> str | None:
        """Code that uses the entry's namespace under the name ``entry``."""
        path = self.folder / "consumer.js"
        return path.read_text("utf-8") if path.exists() else None

    @property
    def defers(self) -> bool:
        """Whether the case is built with ``defer_errors``."""
        return bool(self.meta.get("defer", False))

    def options(self, format: Format) -> Options:
        """How it is built: where nothing can wait, its exports may be a promise, unless it is to be
        refused there."""
        named = format in ("iife", "umd")
        like_cjs = format == "cjs" or format in LIKE_CJS
        return Options(
            format=format,
            root=str(self.folder),
            defer_errors=self.defers,
            global_name=GLOBAL_NAME if named and self.has_exports else None,
            external=tuple(self.externals),
            globals={n: EXTERNALS + n for n in self.externals} if named else {},
            amd_id=AMD_ID if format in LIKE_CJS and self.consumer is not None else None,
            async_exports=like_cjs and "cjs" not in self.meta.get("refused", {}),
        )

    @cached_property
    def has_exports(self) -> bool:
        record = self.module_map.modules[self.module_map.entries[0]].record
        return bool(record.local_exports or record.indirect_exports or record.star_exports)

    @cached_property
    def module_map(self) -> ModuleMap:
        options = Options(
            root=str(self.folder), external=tuple(self.externals), defer_errors=self.defers
        )
        return construct([str(self.folder / "main.js")], options)[0]

    def bundle(self, format: Format) -> Bundle:
        """Build the case, once. Raises BundleError."""
        if format not in self._bundles:
            entry = str(self.folder / "main.js")
            self._bundles[format] = build([entry], self.options(format))[0]
        return self._bundles[format]

    @cached_property
    def _bundles(self) -> dict[Format, Bundle]:
        return {}


def all_cases() -> list[Case]:
    """Return every case, sorted by name."""
    return [Case(path.parent) for path in sorted(CASES.glob("*/*/case.json"))]


def graph_of(case: Case, *, marked: frozenset[int] = frozenset()) -> Graph:
    """Return the original graph; modules in ``marked`` report their start and slots."""
    modules = case.module_map.modules
    urls = [_url(m) for m in modules]
    there = [m for m in modules if m.failure is None or m.path is not None]
    missing = {-1, *range(len(modules))} - {m.index for m in there}
    sources = {urls[m.index]: _source(case, m, m.index in marked) for m in there}
    resolutions = (
        {
            (urls[m.index], request.specifier, dict(request.attributes).get("type", "")): urls[t]
            for m in modules
            for request, t in zip(m.record.requests, m.targets, strict=True)
            if t not in missing
        }
        | {
            (urls[m.index], specifier, kind): urls[t]
            for m in there
            if m.failure is not None
            for specifier, kind, t in m.failure.requests
        }
        | {
            (urls[m.index], specifier, dict(call.attributes).get("type", "")): urls[t]
            for m in modules
            for number, specifiers in m.import_maps
            for call in [m.record.dynamic_imports[number]]
            for specifier, t in specifiers
        }
    )
    graph = Graph(urls[case.module_map.entries[0]], sources, resolutions)
    return graph if case.consumer is None else consuming(graph, case.consumer)


def graph_of_files(case: Case) -> Graph:
    """Return the graph of the case's folder, as it would be if each module requested
    whatever lies beside it: for what the bundler refuses to read."""
    folder = case.folder.as_uri()
    names = [path.name for path in case.folder.glob("*.js")]
    return Graph(
        f"{folder}/main.js",
        {
            f"{folder}/{name}": SourceModule((case.folder / name).read_text("utf-8"))
            for name in names
        },
        {(f"{folder}/{a}", f"./{b}", ""): f"{folder}/{b}" for a in names for b in names},
    )


RUN_AS: dict[Format, tuple[ScriptFormat, ...]] = {
    "iife": ("iife",),
    "esm": ("esm",),
    "cjs": ("cjs",),
    "umd": ("cjs", "iife"),
    "amd": ("amd",),
}
"""How bundles of each format are run. (That ``umd`` is ``amd``, too, tests/check shows.)"""


def programs_of(case: Case, format: Format) -> tuple[Program, ...]:
    """Return the case's bundle as the evaluator takes it, in each way in which it may run."""
    return tuple(
        program_of(case, format, run=run)
        for run in RUN_AS[format]
        if run == RUN_AS[format][0] or run in case.formats
    )


def program_of(
    case: Case, format: Format, *, run: ScriptFormat | None = None, marked: bool = False
) -> Program:
    """Return the case's bundle as the evaluator takes it, with the external modules that
    it needs and its consumer. ``run`` is the way in which it is to run; ``marked``: module
    bodies report their start and slots."""
    bundle = case.bundle(format)
    code = marked_code(bundle) if marked else bundle.code
    run = run or RUN_AS[format][0]
    if run == "esm":
        return _module_program(case, code)
    name = case.options(format).global_name if run == "iife" else None
    return Script(_prelude(case, run) + code + _postlude(case, run), run, global_name=name)


def _postlude(case: Case, run: ScriptFormat) -> str:
    """Return the text that gives the exports to the case's consumer."""
    if case.consumer is None:
        return ""
    consumer = f'((entry) => {{ "use strict";\n{case.consumer}\n}})'
    use = f"((entry) => entry instanceof Promise ? entry.then({consumer}) : {consumer}(entry))"
    if run == "amd":
        return f"\n;define([{json.dumps(AMD_ID)}], (entry) => void {use}(entry));\n"
    return f"\n;{use}({'module.exports' if run == 'cjs' else GLOBAL_NAME});\n"


def _module_program(case: Case, code: str) -> Program:
    url = script_url("bundle.js")
    modules = {
        file.as_uri(): SourceModule(file.read_text("utf-8")) for file in case.externals.values()
    }
    resolutions = {(url, name, ""): file.as_uri() for name, file in case.externals.items()}
    if case.consumer is None:
        return Script(code, "esm", modules=modules, resolutions=resolutions)
    graph = Graph(url, {url: SourceModule(code), **modules}, resolutions)
    return consuming(graph, case.consumer)


def consuming(graph: Graph, consumer: str) -> Graph:
    """Return ``graph`` with a new entry that imports its entry's namespace."""
    url = "file:///consumer.js"
    return Graph(
        url,
        {**graph.modules, url: SourceModule(f'import * as entry from "entry";\n{consumer}')},
        {**graph.resolutions, (url, "entry", ""): graph.entry},
    )


def _prelude(case: Case, run: ScriptFormat) -> str:
    """Return the text that puts the external modules where a script expects them."""
    parts = [
        build([str(file)], Options(global_name=EXTERNALS + name, root=str(case.folder)))[0].code
        for name, file in case.externals.items()
    ]
    if run == "amd":
        parts += (f"define({json.dumps(n)}, [], () => {EXTERNALS}{n});" for n in case.externals)
    if parts and run == "cjs":
        # ES modules that Node requires are namespace objects, which can't be extended.
        names = ", ".join(
            f"{json.dumps(name)}: Object.preventExtensions({EXTERNALS}{name})"
            for name in case.externals
        )
        parts = ['"use strict";', *parts, f"require = (name) => ({{ {names} }})[name];"]
    return "".join(part + "\n" for part in parts)


def marked_code(bundle: Bundle) -> str:
    """Return the bundle's code with each module body reporting its start and slots."""
    pieces: list[str] = []
    at = 0
    for segment in sorted(bundle.emitted.segments, key=lambda s: s.offset):
        module = bundle.module_map.modules[segment.module]
        if module.record.kind is ModuleKind.ESM:
            mark = mark_of(module.name, {n: segment.slots[n] for n in slot_names(module)})
            pieces += (bundle.code[at : segment.offset], mark)
            at = segment.offset
    return "".join((*pieces, bundle.code[at:]))


def marked_modules(bundle: Bundle) -> frozenset[int]:
    """Return the modules that ``marked_code`` marks."""
    modules = bundle.module_map.modules
    marked = (s.module for s in bundle.emitted.segments)
    return frozenset(m for m in marked if modules[m].record.kind is ModuleKind.ESM)


def slot_names(module: Module) -> list[str]:
    """Return the names of the slots that code in the module itself can name."""
    return [
        binding.name
        for binding in module.record.bindings
        if binding.kind is not BindingKind.IMPORT and binding.name != DEFAULT
    ]


def mark_of(name: str, slots: dict[str, str]) -> str:
    """Return the statement with which a module's body reports its start."""
    accessors = ", ".join(f"[{json.dumps(n)}]: () => {text}" for n, text in slots.items())
    return f"__pybundle_mark__({json.dumps(name)}, {{ {accessors} }});"


def _text(file: Path) -> SourceModule:
    return SourceModule(file.read_bytes().decode("utf-8"))


def _url(module: Module) -> str:
    external = module.record.kind is ModuleKind.EXTERNAL
    return f"file:///external/{module.url}.js" if external else module.url


def _source(case: Case, module: Module, marked: bool) -> SourceModule:
    if module.failure is not None:
        is_json = module.path is not None and module.path.endswith(".json")
        return SourceModule(module.source, "json" if is_json else "esm")
    match module.record.kind:
        case ModuleKind.EXTERNAL:
            return _text(case.externals[module.url])
        case ModuleKind.JSON:
            return SourceModule(module.source, "json")
        case ModuleKind.TEXT:
            return SourceModule(module.source, "text")
    if not marked:
        return SourceModule(module.source)
    at = len(module.record.hashbang)
    end = re.compile(r"\r\n|[\n\r\u2028\u2029]").search(module.source, at) if at else None
    start = end.end() if end else at
    mark = mark_of(module.name, {name: name for name in slot_names(module)})
    if at and end is None:  # nothing follows the hashbang, which would go on in the mark
        mark = f"\n{mark}"
    return SourceModule(module.source[:start] + mark + module.source[start:])


def printed(trace: Trace) -> str:
    """Return what a console would show of a trace, and how its evaluation failed."""
    lines = []
    for event in trace.events:
        match event:
            case ConsoleCall(arguments=arguments):
                lines.append(" ".join(map(_shown, arguments)))
            case UncaughtError(name="SyntaxError"):
                lines.append("Uncaught SyntaxError")
            case UncaughtError(name="", value=value):
                lines.append(f"Uncaught {_shown(value)}")
            case UncaughtError(name=name, message=message):
                lines.append(f"Uncaught {name}: {message}")
    return "".join(line + "\n" for line in lines)


def _shown(argument: str) -> str:
    return json.loads(argument) if argument.startswith('"') else argument
