"""What a bundle is made of, as data: for ``Bundle.modules`` and ``--json``."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.link.linkage import Linkage
from pybundle.link.namespaces import in_code_unit_order
from pybundle.plan.plan import Plan
from pybundle.plan.wrap import Wrap


@dataclass(frozen=True, slots=True)
class BundledModule:
    """One module of a bundle.

    ``order`` is its place in evaluation order, from 0 (modules that only ``import()``
    reaches come last), and ``wrap`` where its body stands (a ``Wrap``'s value: ``flat``,
    ``isolated``, ``lazy``, ``joined``, ``async``, ``factory``). ``kind`` is a ``ModuleKind``'s
    value (``esm``, ``json``, ``external`` ...). ``size`` is that of its text in bytes.
    ``imports`` are the names of the modules that it requests, in source order, each
    once. ``exports`` are the names that its own text exports, in code unit order;
    for an entry also those that come in through ``export *``.
    """

    name: str
    kind: str
    size: int
    order: int
    wrap: str
    imports: tuple[str, ...]
    exports: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the description as JSON-serialisable data (keys as the fields')."""
        return asdict(self)


def describe(module_map: ModuleMap, linkage: Linkage, plan: Plan) -> tuple[BundledModule, ...]:
    """Describe the modules of the planned bundle, in evaluation order."""
    modules = module_map.modules
    return tuple(
        BundledModule(
            name=modules[index].name,
            kind=modules[index].record.kind.value,
            size=len(modules[index].source.encode("utf-8", "surrogatepass")),
            order=position,
            wrap=_wrap(modules[index], plan),
            imports=_imports(modules[index], modules),
            exports=_exports(modules[index], linkage, plan.entry),
        )
        for position, index in enumerate(_all(plan))
    )


def _all(plan: Plan) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*plan.order, *plan.lazy, *plan.factories)))


def _wrap(module: Module, plan: Plan) -> str:
    if module.record.kind.is_factory:
        return Wrap.FACTORY.value
    return plan.wraps[module.index].value


def _imports(module: Module, modules: tuple[Module, ...]) -> tuple[str, ...]:
    targets = [*(target for target in module.targets if target >= 0), *module.dynamic_targets()]
    return tuple(dict.fromkeys(modules[target].name for target in targets))


def _exports(module: Module, linkage: Linkage, entry: int) -> tuple[str, ...]:
    if module.index == entry:
        return tuple(linkage.exports[entry])
    record = module.record
    names = [export.export_name for export in record.local_exports]
    names += [export.export_name for export in record.indirect_exports]
    return tuple(in_code_unit_order(names))
