"""One semantic case: a folder with ``main.js``, run natively and as bundles.

The original is what the bundler resolved, loaded by the engine's own module loader with
the module map as data. ``case.json`` says what the case shows; ``expected.txt`` what Node
printed when it ran ``main.js`` (``record.mjs`` writes it), so that two silent runs are
not taken for equal ones.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
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
    Script,
    SourceModule,
    Trace,
    UncaughtError,
)

CASES = Path(__file__).parent / "cases"
GLOBAL_NAME = "pybundleExports"


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
        ECMA-262; ``formats``: all by default; ``error``: the code of the diagnostic that
        the build must give; ``engine``: why V8 itself departs from the specification here
        (``expected.txt`` is then written by hand); ``node``: why Node does, though V8 in
        the evaluator does not.
        """
        data: dict[str, Any] = json.loads((self.folder / "case.json").read_text("utf-8"))
        return data

    @property
    def formats(self) -> tuple[Format, ...]:
        return tuple(f for f in FORMATS if f in self.meta.get("formats", FORMATS))

    @property
    def expected(self) -> str:
        return (self.folder / "expected.txt").read_bytes().decode("utf-8")

    def options(self, format: Format) -> Options:
        global_name = GLOBAL_NAME if format == "iife" and self.has_exports else None
        return Options(format=format, root=str(self.folder), global_name=global_name)

    @cached_property
    def has_exports(self) -> bool:
        record = self.module_map.modules[self.module_map.entries[0]].record
        return bool(record.local_exports or record.indirect_exports or record.star_exports)

    @cached_property
    def module_map(self) -> ModuleMap:
        return construct([str(self.folder / "main.js")], Options(root=str(self.folder)))[0]

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


def graph_of(module_map: ModuleMap, *, marked: frozenset[int] = frozenset()) -> Graph:
    """Return the original graph; modules in ``marked`` report their start and slots."""
    modules = module_map.modules
    return Graph(
        entry=modules[module_map.entries[0]].url,
        modules={m.url: _source(m, m.index in marked) for m in modules},
        resolutions={
            (m.url, request.specifier, dict(request.attributes).get("type", "")): modules[t].url
            for m in modules
            for request, t in zip(m.record.requests, m.targets, strict=True)
        },
    )


def script_of(bundle: Bundle, options: Options) -> Script:
    """Return a bundle as the evaluator takes it."""
    return Script(bundle.code, options.format, global_name=options.global_name)


def marked_script_of(bundle: Bundle, options: Options) -> Script:
    """Return a bundle whose module bodies report their start and slots."""
    pieces: list[str] = []
    at = 0
    for segment in sorted(bundle.emitted.segments, key=lambda s: s.offset):
        module = bundle.module_map.modules[segment.module]
        if module.record.kind is ModuleKind.ESM:
            mark = mark_of(module.name, {n: segment.slots[n] for n in slot_names(module)})
            pieces += (bundle.code[at : segment.offset], mark)
            at = segment.offset
    code = "".join((*pieces, bundle.code[at:]))
    return replace(script_of(bundle, options), code=code)


def marked_modules(bundle: Bundle) -> frozenset[int]:
    """Return the modules that ``marked_script_of`` marks."""
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


def _source(module: Module, marked: bool) -> SourceModule:
    match module.record.kind:
        case ModuleKind.JSON:
            return SourceModule(module.source, "json")
        case ModuleKind.TEXT:
            return SourceModule(module.source, "text")
    if not marked:
        return SourceModule(module.source)
    at = len(module.record.hashbang)
    end = re.compile(r"\r\n|[\n\r\u2028\u2029]|\Z").search(module.source, at) if at else None
    start = end.end() if end else 0
    mark = mark_of(module.name, {name: name for name in slot_names(module)})
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
