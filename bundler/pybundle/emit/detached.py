"""Modules with direct eval: their bodies stand outside of the bundle's scope.

What ``eval`` is given may use any name that is in scope where it is called. So such a
module keeps all its names, in a function that stands outside of the function that
holds the others, where none of their names can be seen. Its imports are properties of
an object that a ``with`` puts into its scope: live, and TypeErrors to assign. The
function is made in sloppy code, which ``with`` needs, and strict within. An ES module has
no place for it: there it stands at the end, never called, and its text is compiled once more
as a function of the global scope.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pybundle.construct.module_map import Module
from pybundle.construct.record import BindingKind
from pybundle.emit.literals import property_key, string_literal
from pybundle.emit.names.claims import (
    body_key,
    detached_key,
    meta_key,
    record_key,
    require_key,
    slots_key,
    text_key,
)
from pybundle.emit.names.demand import LATER, Demand
from pybundle.emit.names.naming import Naming
from pybundle.link.linkage import DEFAULT, Slot

_CALLED: Final = frozenset({"setName", "lazyGraph", "asyncGraph", "importFrom", "importWith"})
"""The helpers that modules' texts call."""


def body_call(demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int) -> str:
    """Return the call that gives a detached module its scope; its value is its body, a
    function as of a wrapped module."""
    module = demand.module_map.modules[index]
    slots = naming.names[slots_key(index)]
    is_static = demand.plan.wraps[index] not in LATER
    constant = naming.names[body_key(index) if is_static else record_key(index)]
    getters = []
    for name, text, is_import in _scope(demand, naming, helpers, index):
        key = property_key(name)
        getters.append(f"  get {key}() {{ return {text}; }},")
        if is_import:
            # An assignment throws what one to a constant does: it becomes one.
            getters.append(f"  set {key}(_) {{ {constant} = _; }},")
    scope = "\n".join(["{", "  __proto__: null,", *getters, "}"])
    made = (
        f"{helpers['detach']}({naming.names[text_key(index)]})"
        if not demand.script
        else (f"{naming.names[detached_key()]}[{string_literal(module.name)}]")
    )
    told = [f"{slots} = slots;"] if any(_getters(demand, naming, index)) else []
    if demand.opens_gate(index):
        end = f"{helpers['asyncGraph']}.end({constant});"
        told = [f"if (slots) {told[0]} else {end}" if told else end]
    return f"{made}({scope}, (slots) => {{ {told[0]} }})" if told else f"{made}({scope})"


def static_body(demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int) -> str:
    """Return the declaration of a detached module's body that runs at its place."""
    name = naming.names[body_key(index)]
    call = body_call(demand, naming, helpers, index)
    if index in demand.prepared:
        return f"const {name} = {call}();\n{name}.next();"
    return f"const {name} = {call};"


def static_run(demand: Demand, naming: Naming, index: int) -> str:
    """Return what runs it."""
    name = naming.names[body_key(index)]
    return f"{name}.next();" if index in demand.prepared else f"{name}();"


def body_frame(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int
) -> tuple[str, str]:
    """Return what stands before and after the text of a detached module."""
    module = demand.module_map.modules[index]
    prepared = index in demand.prepared
    keyword = "async " if module.record.awaits else ""
    opening = f"return {keyword}function* () {{" if prepared else f"return {keyword}() => {{"
    scope, expose = _parameters(module)
    function = f'{{ "use strict"; {opening}'
    if demand.script:
        key = string_literal(module.name)
        outer = f"{key}: function ({scope}, {expose}) {{ with ({scope})"
        lines, end = [f"{outer} return (function () {function}"], "};\n})(); },"
    else:
        lines, end = [f"function {naming.names[text_key(index)]}({expose}) {function}"], "};\n}"
    getters = " ".join(_getters(demand, naming, index))
    if getters:
        lines.append(f"{expose}({{ {getters} }});")
    default = naming.names.get(Slot(index, DEFAULT))
    hoisted = any(
        binding.name == DEFAULT and binding.kind is BindingKind.FUNCTION
        for binding in module.record.bindings
    )
    if default and hoisted:
        lines.append(f'{helpers["setName"]}({default}, "default");')
    if prepared:
        lines.append("yield;")
    return "\n".join(lines), f"{expose}();\n{end}" if demand.opens_gate(index) else end


def _parameters(module: Module) -> tuple[str, str]:
    """Return names for the object of the scope and for what takes the slots that others see: none
    that the module's text uses."""
    names = {binding.name for binding in module.record.bindings}
    names |= {free.name for free in module.record.globals}
    suffix = ""
    while not names.isdisjoint((f"$scope{suffix}", f"$expose{suffix}")):
        suffix += "$"
    return f"$scope{suffix}", f"$expose{suffix}"


def local_name(naming: Naming, index: int, name: str) -> str:
    """What a detached module calls its binding: its own name, if it has one."""
    return naming.names[Slot(index, DEFAULT)] if name == DEFAULT else name


def _getters(demand: Demand, naming: Naming, index: int) -> Iterator[str]:
    for binding in demand.module_map.modules[index].record.bindings:
        slot = Slot(index, binding.name)
        if slot in naming.outside:
            name = local_name(naming, index, binding.name)
            yield f"get {naming.names[slot]}() {{ return {name}; }},"


def _scope(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int
) -> Iterator[tuple[str, str, bool]]:
    """Yield what a detached module sees, and what it is written as: its imports (true), and
    what the emitter writes."""
    module = demand.module_map.modules[index]
    slots = demand.uses.modules[index].slots
    for binding, slot in zip(module.record.bindings, slots, strict=True):
        if binding.kind is BindingKind.IMPORT:
            yield binding.name, naming.text(slot), True
    keys = (meta_key(index), require_key(index))
    own = [naming.names[key] for key in keys if key in naming.names]
    own += [text for key, text in helpers.items() if key in _CALLED]
    own += [text for key, text in naming.names.items() if _is_emitted(key, demand, module.index)]
    for text in own:
        yield text, text, False


def _is_emitted(key: Slot | str, demand: Demand, index: int) -> bool:
    if isinstance(key, Slot):
        return key.name == "*namespace*" and key.module in _asked(demand, index)
    kind, _, rest = key.partition(" ")
    if kind == "imports":
        return rest.startswith(f"{index} ")
    if kind in ("record", "fetch"):
        return int(rest) in _asked(demand, index)
    return kind in ("define", "undefined", "bundle")


def _asked(demand: Demand, index: int) -> set[int]:
    """The modules that a module's ``import()`` asks for."""
    return {
        target
        for target, places in demand.loaded.items()
        if any(place.module == index for place in places)
    }
