"""The text of one module's body in the output, and what its bindings are called there."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from pybundle.construct.module_map import Module
from pybundle.construct.record import ModuleKind
from pybundle.emit.edits import Edit, apply
from pybundle.emit.import_options import has_open_options
from pybundle.emit.loops import loop_edits
from pybundle.emit.names.claims import BUNDLE_META, imports_key, meta_key, require_key
from pybundle.emit.names.demand import Demand
from pybundle.emit.names.naming import READONLY, UNDEFINED, Naming
from pybundle.emit.rewrite import Target, rewrite
from pybundle.emit.synthetic import synthetic_body
from pybundle.emit.systems.loads import load_calls
from pybundle.emit.wrapped import live_targets
from pybundle.link.linkage import DEFAULT, Slot
from pybundle.plan.wrap import Wrap


def body(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int
) -> tuple[str, tuple[Edit, ...]]:
    """Return the text of a module's body, and the edits that made it from the source (none if
    the module is data)."""
    module, uses = demand.module_map.modules[index], demand.uses.modules[index]
    if module.record.kind is not ModuleKind.ESM:
        return synthetic_body(module, naming, demand.used), ()
    edits = rewrite(module, uses, naming, _target(demand, naming, helpers, index))
    if _has_company(demand, index):
        edits += loop_edits(module, uses)
    return apply(module.source, edits, 0, len(module.source)).strip(), tuple(edits)


def _has_company(demand: Demand, index: int) -> bool:
    """Whether other modules stand in the same scope."""
    if index in demand.plan.homes:
        return True
    bodies = (other for other in demand.order if demand.kind(other) is ModuleKind.ESM)
    return demand.plan.wraps[index] is Wrap.FLAT and len(tuple(islice(bodies, 2))) > 1


def slot_texts(demand: Demand, naming: Naming, index: int) -> dict[str, str]:
    """Return what a module's own bindings, by their local names, are written as in its body."""
    return {
        binding.name: binding.name
        if demand.is_detached(index) and binding.name != DEFAULT
        else naming.names[slot]
        for binding, slot in zip(
            demand.module_map.modules[index].record.bindings,
            demand.uses.modules[index].slots,
            strict=True,
        )
        if slot == Slot(index, binding.name) and slot in naming.names
    }


def _target(demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int) -> Target:
    names = naming.names
    needs_name = BUNDLE_META in names and (demand.script or demand.is_detached(index))
    return Target(
        script=demand.script,
        readonly=names.get(READONLY, READONLY),
        undefined=names.get(UNDEFINED, "undefined"),
        defines={
            key: names.get(f"define {key}", expression)
            for key, expression in demand.options.define.items()
        },
        unbound={word: names[f"unbound {word}"] for word in demand.unbound(index)},
        require=names.get(require_key(index), ""),
        loads=load_calls(demand, naming, helpers, index),
        import_maps=_map_calls(demand, naming, helpers, index),
        import_with=helpers.get("importWith", ""),
        meta=names.get(meta_key(index), ""),
        bundle_meta=names[BUNDLE_META] if needs_name else "import.meta",
        live=live_targets(demand, naming, index),
        detached=demand.is_detached(index),
    )


def _map_calls(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int
) -> dict[int, str]:
    """For each ``import()`` of a template in a module, the call that it becomes, up to
    the specifier."""
    module = demand.module_map.modules[index]
    calls = {}
    for number, _ in module.import_maps:
        function, name = helpers["importFrom"], naming.names[imports_key(index, number)]
        if has_open_options(module, module.record.dynamic_imports[number]):
            calls[number] = f"{helpers['importWith']}({function}, {name}, "
        else:
            calls[number] = f"{function}({name}, "
    return calls


def comment(module: Module) -> str:
    """Return the comment that names a module."""
    name = module.name
    if not name.isprintable():
        name = "".join(char if char.isprintable() else "?" for char in name)
    return f"// {name}"
