"""What an output needs beside the text of its modules: helpers, and what its host gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pybundle.emit.asked import loads_externals
from pybundle.emit.defined import EXPORTS, MODULE, REQUIRE
from pybundle.emit.externals import external_helpers
from pybundle.emit.names.demand import LATER, Demand
from pybundle.emit.systems.tables import table_modules
from pybundle.link.linkage import DEFAULT, Slot
from pybundle.options import Format
from pybundle.plan.wrap import Wrap

_META_HELPERS: Final[Mapping[Format, str]] = {
    "esm": "metaOfModule",
    "cjs": "metaOfFile",
    "iife": "metaOfScript",
    "umd": "metaOfDefined",
    "amd": "metaOfDefined",
}


def needed_helpers(demand: Demand, names: Mapping[Slot | str, str]) -> Iterator[str]:
    """Yield the helpers that an output needs whose slots bear ``names``, some of them twice."""
    graph = demand.graph
    if graph is not None:
        yield graph
    if graph == "asyncGraph" and demand.loaded:
        yield "asyncLoad"
    entry = demand.plan.entry
    waits = demand.plan.wraps[entry] is Wrap.ASYNC and entry in demand.recorded
    if demand.loaded and waits and len(demand.plan.order) > 1:
        yield "leaveOpen"
    if demand.gated:
        yield "asyncGate"
    if any(demand.plan.wraps[index] in LATER for index in demand.prepared):
        yield "instantiate"
    if any(True for _ in demand.import_maps()):
        yield "importFrom"
    if any(True for _ in demand.calls_with_options()):
        yield "importWith"
    if any(True for _ in demand.namespaces()):
        yield "createNamespace"
    if any(demand.stars(index) for index in demand.namespaces()):
        yield "createOpenNamespace"
    if any(True for index in demand.order for _ in renamed_functions(demand, names, index)):
        yield "setName"
    if demand.detached and not demand.script:
        yield "detach"
    if demand.shows_exports:
        yield "exposeExports" if demand.options.is_defined else "createExports"
    if demand.script:
        kinds = {external.is_factory for external in demand.externals.values() if external.star}
        yield from ("exportCommonjs" if kind else "exportStar" for kind in sorted(kinds))
    if loads_externals(demand):
        yield from ("importDefined", "namespaceOf")
    yield from external_helpers(
        external for external in demand.externals.values() if demand.script or external.is_factory
    )
    for table in table_modules(demand):
        yield table.helper
    if demand.requirers:
        yield from _commonjs_helpers(demand)
    if any(demand.is_compiled(index) for index in demand.plan.factories):
        yield "compile"
    if needs_meta(demand):
        yield _META_HELPERS[demand.options.format]


def _commonjs_helpers(demand: Demand) -> Iterator[str]:
    plan = demand.plan
    if plan.asynchronous:
        yield "requireAsync"
    at_once = any(plan.wraps[index] is Wrap.LAZY for index in plan.order)
    if demand.graph is not None:
        yield "requireInto"
    if at_once or any(index not in plan.factories for index in plan.required):
        yield "createNamespace"
    if any(demand.kind(target).is_factory for target in demand.loaded):
        yield "loadCommonjs"


def needs_create_require(demand: Demand) -> bool:
    """Whether the host's ``require`` has to be made."""
    return demand.options.format == "esm" and demand.options.platform == "node"


def needs_meta(demand: Demand) -> bool:
    """Whether an ``import.meta`` has to be made."""
    own = any(demand.own_metas(index) for index in demand.order)
    return own or bool(demand.bundle_metas())


def needed_special(demand: Demand) -> Iterator[str]:
    """Yield which of AMD's special dependencies a bundle needs, in order."""
    if not demand.options.is_defined:
        return
    if loads_externals(demand):
        yield REQUIRE
    if needs_meta(demand):
        yield MODULE
    if demand.shows_exports:
        yield EXPORTS


def renamed_functions(
    demand: Demand, names: Mapping[Slot | str, str], index: int
) -> Iterator[tuple[str, str]]:
    """Yield the name of each hoisted function of a module that isn't its author's, and
    its author's."""
    for slot, visible in demand.functions(index):
        if demand.is_detached(index) and slot.name != DEFAULT:
            continue
        name = names.get(slot)
        if name is not None and name != visible:
            yield name, visible
