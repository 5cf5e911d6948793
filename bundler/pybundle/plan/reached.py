"""What else a static graph reaches: through ``import()`` and through ``require()``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.plan.order import evaluation_order

_EXTERNAL: Final = ModuleKind.EXTERNAL


@dataclass(frozen=True, slots=True)
class Reached:
    """``imported`` are the targets of all ``import()`` that can be reached. ``required`` are
    those of ``require()``, of which ``required_modules`` stand in the shared scope and can
    be evaluated at once, and ``asynchronous`` can't. ``lazy`` are the modules that are
    reached so alone, in evaluation order; ``factories`` those that ``require()`` or a loader
    runs."""

    imported: tuple[int, ...]
    required: tuple[int, ...]
    required_modules: tuple[int, ...]
    asynchronous: frozenset[int]
    lazy: tuple[int, ...]
    factories: tuple[int, ...]


def has_await(module_map: ModuleMap, index: int) -> bool:
    """[[HasTLA]]."""
    return bool(module_map.modules[index].record.awaits)


def has_slots(module_map: ModuleMap, index: int) -> bool:
    """Whether the module's slots stand in the bundle: it is neither EXTERNAL nor a factory."""
    kind = module_map.modules[index].record.kind
    return kind is not ModuleKind.EXTERNAL and not kind.is_factory


def _preludes(module_map: ModuleMap) -> tuple[int, ...]:
    """The modules that configure a loader, if there is anything that it loads: its modules, or
    scripts that need others."""
    loaders = (ModuleKind.AMD, ModuleKind.CMD)
    others = (m.record for m in module_map.modules if m.index not in module_map.preludes)
    is_used = any(r.kind in loaders or (r.kind is ModuleKind.SCRIPT and r.requests) for r in others)
    return module_map.preludes if is_used else ()


def find_reached(
    module_map: ModuleMap, targets: Sequence[Sequence[int]], order: Iterable[int]
) -> Reached:
    """Follow all requests from the static graph ``order``."""
    modules = module_map.modules
    imported: dict[int, None] = {}
    required: dict[int, None] = {}
    asynchronous: set[int] = set()
    found = dict.fromkeys(order)
    seen = set(found)
    lazy: list[int] = []
    preludes = _preludes(module_map)
    pending = [*found, *preludes]
    while pending:
        asked: list[int] = []
        functions: list[int] = []
        for index in pending:
            module = modules[index]
            for target in module.dynamic_targets():
                if target not in imported and modules[target].record.kind is not _EXTERNAL:
                    imported[target] = None
                    asked.append(target)
            for _, target in module.required():
                kind = modules[target].record.kind
                if target not in required and kind is not _EXTERNAL:
                    required[target] = None
                    if kind is not ModuleKind.ESM:
                        functions.append(target)
                    elif any(has_await(module_map, i) for i in evaluation_order(targets, [target])):
                        asynchronous.add(target)
                    else:
                        asked.append(target)
        added = [index for index in evaluation_order(targets, asked) if index not in found]
        found.update(dict.fromkeys(added))
        lazy += added
        pending = [index for index in dict.fromkeys((*added, *functions)) if index not in seen]
        seen.update(pending)
    in_scope = (i for i in required if i in found and has_slots(module_map, i))
    return Reached(
        tuple(imported),
        tuple(required),
        tuple(index for index in in_scope if index not in asynchronous),
        frozenset(asynchronous),
        tuple(lazy),
        tuple(_factories(module_map, found, (*required, *preludes))),
    )


def _factories(
    module_map: ModuleMap, in_scope: Collection[int], asked: Iterable[int]
) -> Iterator[int]:
    """Yield the modules that ``require()`` or a loader runs: of those ``in_scope`` the factories,
    of others that are ``asked`` for all but ES modules."""
    for index in dict.fromkeys((*in_scope, *asked)):
        kind = module_map.modules[index].record.kind
        if kind.is_factory or (index not in in_scope and kind is not ModuleKind.ESM):
            yield index
