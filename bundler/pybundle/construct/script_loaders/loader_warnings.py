"""What of AMD and CMD programs is known only when they run, so that the build can't go by it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pybundle.construct.module_map import Module
from pybundle.construct.record import ModuleKind
from pybundle.construct.request_record import LoaderConfig
from pybundle.construct.script_loaders import cmd
from pybundle.construct.script_loaders.js_regex import made_rule
from pybundle.diagnostics import Diagnostic, place_of

_READ: Final = {
    ModuleKind.AMD: ("baseUrl", "paths", "map", "packages", "shim", "bundles", "deps"),
    ModuleKind.CMD: cmd.KNOWN,
}
"""The parts of a configuration that the build goes by."""
_OTHERWISE: Final = {
    ModuleKind.AMD: "Say it in a file of its own (--amd-config FILE), as it will be.",
    ModuleKind.CMD: "Write it as a constant, so that the build can read it.",
}

_Unknown = tuple[str, int, int]
"""A part of a configuration, as in ``LoaderConfig.unknown``."""


def amd_warnings(modules: Sequence[Module], *, configured_by_hand: bool) -> Iterator[Diagnostic]:
    """Yield what AMD programs leave open; ``configured_by_hand``: the user has said what they
    configure."""
    for module in modules:
        if module.record.kind is ModuleKind.AMD:
            for config in () if configured_by_hand else module.record.configs:
                yield from _open_parts(module, config.unknown)
            yield from _open_ids(module)


def cmd_warnings(modules: Sequence[Module]) -> Iterator[Diagnostic]:
    """Yield what CMD programs leave open."""
    for module in modules:
        if module.record.kind is ModuleKind.CMD:
            for config in module.record.configs:
                yield from _open_parts(module, (*config.unknown, *_open_rules(config)))
            yield from _open_ids(module)


def _open_ids(module: Module) -> Iterator[Diagnostic]:
    for start, end in module.record.open_ids:
        text = "what is asked for here is known only when it runs"
        hint = "It is found if something else asks for it by a constant id."
        place = place_of(module.name, module.source, start, end)
        yield Diagnostic("loader-open-id", "warning", text, place, hint)


def _open_parts(module: Module, unknown: Iterable[_Unknown]) -> Iterator[Diagnostic]:
    kind = module.record.kind
    for path, start, end in unknown:
        if path and path.split(".")[0] not in _READ[kind]:
            continue
        what = f"{path} of the loader's configuration" if path else "the loader's configuration"
        place = place_of(module.name, module.source, start, end)
        text = f"{what} is known only when it runs: ids are resolved without it"
        yield Diagnostic("loader-config", "warning", text, place, _OTHERWISE[kind])


def _open_rules(config: LoaderConfig) -> Iterator[_Unknown]:
    """Rules of ``map`` that are constant, but can't be applied: functions."""
    if any(path.startswith("map") for path, _, _ in config.unknown):
        return
    for number, rule in enumerate(json.loads(config.value).get("map") or ()):
        if made_rule(rule) is None:
            yield f"map.{number}", config.start, config.end
