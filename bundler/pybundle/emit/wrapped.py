"""The text around the bodies of modules that do not stand in the shared scope."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pybundle.construct.module_map import Failure
from pybundle.construct.record import ModuleKind
from pybundle.emit.externals import declared_values, external_value, require_values
from pybundle.emit.literals import string_literal
from pybundle.emit.names.claims import FAILURE, copy_key, cycle_key, live_key, record_key, slots_key
from pybundle.emit.names.demand import LATER, Demand
from pybundle.emit.names.naming import Naming
from pybundle.emit.names.needed import renamed_functions
from pybundle.emit.systems.tables import COMMONJS, runner_key
from pybundle.link.linkage import Slot
from pybundle.options import Platform
from pybundle.plan.wrap import Wrap


def set_names(demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int) -> str:
    """Return the calls that give a module's renamed functions their visible names: what
    is hoisted must have them before any body runs."""
    return "\n".join(
        f"{helpers['setName']}({name}, {string_literal(visible)});"
        for name, visible in renamed_functions(demand, naming.names, index)
    )


def record_frame(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int
) -> tuple[str, str]:
    """Return what stands before and after the body of a wrapped module, and those of the
    modules that share its function.

    If its functions and slots may be seen before it runs, the body is a generator that
    has stopped once, having instantiated itself.
    """
    awaits = bool(demand.module_map.modules[index].record.awaits)
    prepared = index in demand.prepared
    graph = helpers[demand.graph or ""]
    lines = _record_lines(demand, naming, index)
    keyword = "async " if awaits else ""
    opening = f"{keyword}function* () {{" if prepared else f"{keyword}() => {{"
    lines.append(f"  run: {helpers['instantiate']}({opening}" if prepared else f"  run: {opening}")
    head = (_slots_object(demand, naming, index), _live(demand, naming, index))
    names = (set_names(demand, naming, helpers, member) for member in _together(demand, index))
    lines += [part for part in (*head, *names, "yield;" if prepared else "") if part]
    after = "}),\n};" if prepared else "},\n};"
    if demand.opens_gate(index):
        after = f"{graph}.end({naming.names[record_key(index)]});\n{after}"
    return "\n".join(lines), after


def _record_lines(demand: Demand, naming: Naming, index: int) -> list[str]:
    plan = demand.plan
    lines = [f"const {naming.names[record_key(index)]} = {{"]
    if _is_linked(demand, index):
        lines.append("  linked: true,")
    lines.append(f"  dependencies: () => [{', '.join(_dependencies(demand, naming, index))}],")
    if demand.module_map.modules[index].record.awaits:
        lines.append("  awaits: true,")
    if index in plan.cycles and plan.wraps[index] is Wrap.ASYNC:
        lines.append(f"  cycle: () => {naming.names[cycle_key(plan.cycles[index][-1])]},")
    return lines


def cycle_lines(demand: Demand, naming: Naming) -> str:
    """Return the declarations of the cycles of modules that await, or wait: each has its
    members in evaluation order."""
    lines = []
    for index in demand.plan.order:
        if cycle_key(index) in naming.names:
            members = (naming.names[record_key(m)] for m in demand.plan.cycles[index])
            lines.append(f"const {naming.names[cycle_key(index)]} = [{', '.join(members)}];")
    return "\n".join(lines)


def detached_record(
    demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int, body: str
) -> str:
    """Return the record of a module that runs later and whose body stands elsewhere."""
    if index in demand.prepared:
        body = f"{helpers['instantiate']}({body})"
    return "\n".join([*_record_lines(demand, naming, index), f"  run: {body},", "};"])


def gate_record(demand: Demand, naming: Naming, index: int) -> str:
    """Return the record of an entry that waits where it stands."""
    return "\n".join([*_record_lines(demand, naming, index), "};"])


def flat_record(demand: Demand, naming: Naming, graph: str, index: int) -> str:
    """Return the record of a flat module: others may only find it evaluated, or not."""
    name = naming.names[record_key(index)]
    thrown = naming.names.get(FAILURE, graph)
    linked = "linked: true, " if _is_linked(demand, index) else ""
    return f"const {name} = {{ {linked}dependencies: () => {{ throw {thrown}; }} }};"


def _is_linked(demand: Demand, index: int) -> bool:
    """Whether ``require()`` has to be told that the module is linked before anything runs."""
    return (
        bool(demand.requirers)
        and index in demand.plan.order
        and demand.kind(demand.plan.entry) is not ModuleKind.COMMONJS
    )


def failure_record(demand: Demand, naming: Naming, index: int, failure: Failure) -> str:
    """Return the record of a module that can't be loaded or linked. Its error is one with that of
    the modules that fail for the same cause; of what isn't there it is another each time."""
    name = naming.names[record_key(index)]
    error = _failure_error(failure, demand.options.platform)
    if failure.origin is None:
        fresh = f"get error() {{ return {error}; }}"
        return f"const {name} = {{ failure: {{ {fresh} }}, set promise(_) {{}} }};"
    first = _first_failing(demand, failure.origin)
    if first != index:
        return f"const {name} = {{ failure: {naming.names[record_key(first)]}.failure }};"
    return f"const {name} = {{ failure: {{ error: {error} }} }};"


def _first_failing(demand: Demand, origin: int) -> int:
    """Return the first module with a record that fails with the error of ``origin``."""
    modules = demand.module_map.modules
    return next(
        index
        for index in demand.order
        if index in demand.recorded
        and (failure := modules[index].failure) is not None
        and failure.origin == origin
    )


def _failure_error(failure: Failure, platform: Platform) -> str:
    """What a module that isn't there is rejected with is up to the host: programs for Node look
    at its ``code``."""
    message = string_literal(failure.said(platform))
    if platform == "node" and failure.missing:
        return f'Object.assign(new Error({message}), {{ code: "ERR_MODULE_NOT_FOUND" }})'
    return f"new {failure.error}({message})"


def external_record(demand: Demand, naming: Naming, helpers: Mapping[str, str], index: int) -> str:
    """Return the declarations and the record of an external module that is required
    when ``import()`` asks for what needs it."""
    name = naming.names[record_key(index)]
    external = demand.externals[index]
    values = dict(require_values(external, naming, helpers, demand.options, imported=True))
    lines = [declared_values(external, values)] if values else []
    given = (f"{target} = {value};" for target, value in values.items())
    steps = " ".join((*given, *copy_lines(demand, naming, index)))
    if not values and (demand.options.format == "cjs" or external.is_factory):
        steps = f"{external_value(external, naming, demand.options, imported=True)};"
    fields = "linked: true, " if _is_linked(demand, index) else ""
    if demand.kind(index) is ModuleKind.COMMONJS:
        key = string_literal(naming.keys[index])
        fields += f"link: () => {naming.names[runner_key(COMMONJS)]}.link({key}), "
    run = f"run: () => {{ {steps} }}"
    lines.append(f"const {name} = {{ {fields}dependencies: () => [], {run} }};")
    return "\n".join(lines)


def copy_lines(demand: Demand, naming: Naming, index: int) -> tuple[str, ...]:
    """Return the statements that give the exported copies of a CommonJS module's members
    their values."""
    return tuple(
        f"{naming.names[copy_key(slot)]} = {naming.text(slot)};"
        for slot in demand.copied
        if slot.module == index
    )


def slots_declaration(demand: Demand, naming: Naming) -> str:
    """Declare the objects through which wrapped modules' slots are seen."""
    names = [
        naming.names[slots_key(index)]
        for index in demand.order
        if slots_key(index) in naming.names and _visible(demand, naming, index)
    ]
    return f"let {', '.join(names)};" if names else ""


def _visible(demand: Demand, naming: Naming, index: int) -> dict[Slot, str]:
    return {
        Slot(member, binding.name): naming.names[Slot(member, binding.name)]
        for member in _together(demand, index)
        for binding in demand.module_map.modules[member].record.bindings
        if Slot(member, binding.name) in naming.outside
    }


def _together(demand: Demand, index: int) -> tuple[int, ...]:
    """The modules that stand in the function of a module, in order."""
    group = demand.plan.groups.get(index)
    return group.members if group else (index,)


def _slots_object(demand: Demand, naming: Naming, index: int) -> str:
    visible = _visible(demand, naming, index)
    if not visible:
        return ""
    getters = ",\n".join(f"  get {name}() {{ return {name}; }}" for name in visible.values())
    return f"{naming.names[slots_key(index)]} = {{\n{getters},\n}};"


def live_targets(demand: Demand, naming: Naming, index: int) -> dict[str, str]:
    """For the bindings of a module that are exported as copies: how they are assigned."""
    live = naming.names.get(live_key(index), "")
    return {
        slot.name: f"{live}.{naming.names[slot]}"
        for slot in demand.written_through
        if slot.module == index
    }


def _live(demand: Demand, naming: Naming, index: int) -> str:
    """The object that assigns a slot and its exported copy."""
    lines = []
    for slot in demand.written_through:
        if slot.module == index:
            name, copy = naming.names[slot], naming.names[copy_key(slot)]
            value = next(word for word in ("_", "$", "value") if word not in (name, copy))
            lines.append(
                f"  get {name}() {{ return {name}; }},\n"
                f"  set {name}({value}) {{ {name} = {value}; {copy} = {name}; }},"
            )
    if not lines:
        return ""
    return f"const {naming.names[live_key(index)]} = {{\n" + "\n".join(lines) + "\n};"


def _dependencies(demand: Demand, naming: Naming, index: int) -> list[str]:
    group = demand.plan.groups.get(index)
    targets = group.steps[0][0] if group else demand.plan.targets[index]
    return [naming.names[record_key(target)] for target in targets if target in demand.recorded]


def visits(demand: Demand, naming: Naming, graph: str, targets: Iterable[int]) -> str:
    """Return what evaluates modules in the middle of the function of others; flat ones can
    only have been evaluated, or have failed."""
    lines = []
    for target in targets:
        if target in demand.recorded:
            record = naming.names[record_key(target)]
            is_flat = demand.plan.wraps[target] not in LATER
            lines.append(
                f"{record}.root || {record}.dependencies();"
                if is_flat
                else f"{graph}.evaluate({record});"
            )
    return "\n".join(lines)
