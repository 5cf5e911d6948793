"""External modules that only ``import()`` leads to, in an ES module: import declarations would
load and evaluate them before everything else, and fail it all where one is missing. So they are
imported when ``import()`` asks for what needs them, and seen through their namespace objects."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from pybundle.construct.module_map import ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.emit.externals import External, external_key, import_call
from pybundle.emit.names.claims import fetch_key
from pybundle.emit.names.demand import Demand
from pybundle.emit.names.names import Claim
from pybundle.emit.names.naming import Naming
from pybundle.emit.names.words import identifier_from
from pybundle.options import Options
from pybundle.plan.order import evaluation_order
from pybundle.plan.plan import Plan


def fetched_externals(module_map: ModuleMap, plan: Plan, options: Options) -> frozenset[int]:
    """Return the external modules of an ES module output that are imported when ``import()``
    asks for what needs them: neither the static graph nor ``require()`` reaches them."""
    if options.format != "esm":
        return frozenset()
    at_once = frozenset(evaluation_order(plan.targets, (*plan.order, *plan.required)))
    return frozenset(
        index
        for index in plan.lazy
        if index not in at_once and module_map.modules[index].record.kind is ModuleKind.EXTERNAL
    )


def fetches(demand: Demand, target: int) -> tuple[External, ...]:
    """Return what ``import()`` of a module fetches first, in evaluation order."""
    if not any(external.is_fetched for external in demand.externals.values()):
        return ()
    return tuple(
        external
        for index in evaluation_order(demand.plan.targets, (target,))
        if (external := demand.externals.get(index)) is not None and external.is_fetched
    )


def fetch_claims(demand: Demand) -> Iterator[Claim]:
    """Yield the claims of the functions that fetch and load."""
    for target, places in demand.loaded.items():
        if fetches(demand, target):
            stem = identifier_from(demand.module_map.modules[target].name)
            yield Claim(fetch_key(target), f"load_{stem}", places)


def fetched_declaration(externals: Iterable[External], naming: Naming) -> str:
    """Declare what holds the namespace objects of fetched modules."""
    keys = (external_key(external.module.index) for external in externals if external.is_fetched)
    names = [naming.names[key] for key in keys if key in naming.names]
    return f"let {', '.join(names)};" if names else ""


def fetch_functions(demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> Iterator[str]:
    """Yield the functions that load a module when they have fetched what it needs."""
    graph = helpers.get(demand.graph or "", "")
    for target in demand.loaded:
        externals = fetches(demand, target)
        if externals:
            lines = [f"  {_fetch(external, naming)}" for external in externals]
            keys = (external_key(external.module.index) for external in externals)
            used = {graph, *(naming.names[key] for key in keys if key in naming.names)}
            given = ", ".join(_unlike(used, wish) for wish in ("module", "namespace"))
            body = "\n".join([*lines, f"  return await {graph}.load({given});"])
            yield f"const {naming.names[fetch_key(target)]} = async ({given}) => {{\n{body}\n}};"


def _unlike(used: Container[str], wish: str) -> str:
    while wish in used:
        wish += "$"
    return wish


def _fetch(external: External, naming: Naming) -> str:
    imported = f"await {import_call(external.module.url, external.attributes)};"
    name = naming.names.get(external_key(external.module.index))
    return f"{name} = {imported}" if name else imported
