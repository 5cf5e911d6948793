"""The original of a bundle: the files that the bundler resolved, as the engine's own loader
gets them, with the bundler's module map as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import IndirectExport, LocalExport
from pybundle.native import KINDS
from pybundle_runtime import Event, Graph, ModuleStarted, SourceModule, Trace

PREAMBLE = "file:///preamble.js"
START = "file:///start.js"


def original(module_map: ModuleMap, entry: int, define: Mapping[str, str]) -> Graph:
    """Return the graph of ``entry``. The names of ``define`` are globals in it."""
    modules = {
        module.url: SourceModule(module.source, KINDS[module.record.kind])
        for module in module_map.modules
    }
    resolutions = {}
    for module in module_map.modules:
        for request, target in zip(module.record.requests, module.targets, strict=True):
            kind = dict(request.attributes).get("type", "")
            key = (module.url, request.specifier, kind)
            resolutions[key] = module_map.modules[target].url
    modules[PREAMBLE] = SourceModule(_preamble(define))
    start = 'import "preamble";\nexport * from "entry";\n'
    if "default" in {export.export_name for export in exports(module_map.modules[entry])}:
        start += 'export { default } from "entry";\n'
    modules[START] = SourceModule(start)
    resolutions[START, "preamble", ""] = PREAMBLE
    resolutions[START, "entry", ""] = module_map.modules[entry].url
    return Graph(START, modules, resolutions)


def exports(module: Module) -> tuple[LocalExport | IndirectExport, ...]:
    """Return the exports that a module's own text names."""
    return (*module.record.local_exports, *module.record.indirect_exports)


def _preamble(define: Mapping[str, str]) -> str:
    lines = []
    for chain, value in define.items():
        names = chain.split(".")
        for end in range(1, len(names)):
            lines.append(f"globalThis.{'.'.join(names[:end])} ??= {{}};")
        lines.append(f"globalThis.{chain} = {value};")
    return "\n".join(lines)


def observed(trace: Trace, define: Mapping[str, str]) -> dict[str, object]:
    """Return what must be equal in the original's trace and the bundle's: the outcome, the
    events without their positions, and the globals that were added, without ``define``'s."""
    given = {chain.split(".")[0] for chain in define}
    added = [pair for pair in trace.global_additions or () if pair[0] not in given]
    return {
        "outcome": trace.outcome,
        "detail": trace.detail,
        "events": [_placeless(event) for event in trace.events],
        "globals": added,
    }


def _placeless(event: Event) -> Event:
    return event if isinstance(event, ModuleStarted) else replace(event, position="")


def as_text(seen: Mapping[str, object]) -> str:
    """Return ``observed``'s result as lines, for a readable difference."""
    events = seen["events"]
    assert isinstance(events, list)
    rest = {key: value for key, value in seen.items() if key != "events"}
    return "\n".join([*map(str, events), json.dumps(rest, indent=1, default=str)])
