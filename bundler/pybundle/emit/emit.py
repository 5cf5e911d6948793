"""Emission: one file from the plan.

The order of its text is that of what happens: what instantiating makes before anything
runs (namespace objects, names of functions, the functions of modules that run later),
then each module's body in evaluation order, then the exports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pybundle.construct.module_map import ModuleMap
from pybundle.diagnostics import BundleError
from pybundle.emit.asked import dependencies
from pybundle.emit.bodies import body, comment, slot_texts
from pybundle.emit.defined import Loaded, special_key
from pybundle.emit.detached import body_call, body_frame, static_run
from pybundle.emit.externals import (
    external_key,
    external_value,
    missing_globals,
    require_lines,
    require_values,
)
from pybundle.emit.formats import Frame, Stars, frame
from pybundle.emit.names.choose import choose_names
from pybundle.emit.names.claims import FAILURE, copy_key, detached_key, record_key
from pybundle.emit.names.demand import LATER, Demand
from pybundle.emit.names.naming import Naming
from pybundle.emit.names.needed import needed_special
from pybundle.emit.names.references import find_demand
from pybundle.emit.prelude import prelude
from pybundle.emit.systems.factories import write_runners, write_table
from pybundle.emit.systems.tables import (
    files_key,
    table_modules,
)
from pybundle.emit.wrapped import (
    copy_lines,
    cycle_lines,
    detached_record,
    external_record,
    failure_record,
    flat_record,
    gate_record,
    record_frame,
    set_names,
    visits,
)
from pybundle.emit.writer import Segment, Writer
from pybundle.link.linkage import MODULE_EXPORTS, NAMESPACE, Linkage, Slot
from pybundle.options import Options
from pybundle.plan.plan import Plan
from pybundle.plan.wrap import Wrap


@dataclass(frozen=True, slots=True)
class Emitted:
    """The code of one bundle, and where things stand in it (offsets into ``code``)."""

    code: str
    segments: tuple[Segment, ...]


def emit(module_map: ModuleMap, linkage: Linkage, plan: Plan, options: Options) -> Emitted:
    """Write the bundle of the plan's entry. Raises BundleError where the format
    can't hold it."""
    demand = find_demand(module_map, linkage, plan, options)
    if options.uses_globals:
        errors = tuple(missing_globals(module_map, demand.externals.values(), options))
        if errors:
            raise BundleError(errors)
    naming, helpers = choose_names(demand)
    return _Emitter(demand, naming, helpers).run()


class _Emitter:
    """One output being written; ``helpers`` maps those that it carries to their names."""

    def __init__(self, demand: Demand, naming: Naming, helpers: Mapping[str, str]) -> None:
        self.demand = demand
        self.naming = naming
        self.helpers = helpers
        self.tables = table_modules(demand)
        self.writer = Writer()

    @property
    def _graph(self) -> str:
        """The name of what evaluates records, in an output that has some."""
        return self.helpers[self.demand.graph or ""]

    def _settled(self, index: int) -> str:
        """The promise that settles when a module's evaluation has ended."""
        return f"{self._graph}.settled({self.naming.names[record_key(index)]})"

    def run(self) -> Emitted:
        shell = self._frame()
        self.writer.text(self.demand.entry.record.hashbang)
        self.writer.text(shell.open)
        for part in prelude(self.demand, self.naming, self.helpers):
            self.writer.text(part)
        write_runners(self.writer, self.demand, self.naming, self.helpers, self.tables)
        self._records()
        self.writer.text(cycle_lines(self.demand, self.naming))
        if "leaveOpen" in self.helpers:
            entry = self.naming.names[record_key(self.demand.plan.entry)]
            self.writer.text(f"{self.helpers['leaveOpen']}({self._graph}, {entry});")
        self.writer.text(shell.before)
        if self.demand.parked:
            self.writer.text("await 0;\nawait 0;")
        for index in self.demand.plan.order:
            self._in_order(index)
        if not self.demand.script:
            self._detached()
        self.writer.text(shell.close)
        if shell.outside:
            self._outside()
            self.writer.text(shell.outside)
        return Emitted(self.writer.code(), tuple(self.writer.segments))

    def _outside(self) -> None:
        """Write the functions that must not see the shared scope."""
        self._detached()
        for number, (table, indices) in enumerate(self.tables.items()):
            if self.demand.detached or number:
                self.writer.text("}, {")
            write_table(self.writer, self.demand, self.naming, table, indices)

    def _detached(self) -> None:
        """Write the functions of modules with direct eval."""
        for index in self.demand.order:
            if self.demand.is_detached(index):
                frame = body_frame(self.demand, self.naming, self.helpers, index)
                self._module(index, *frame)

    def _frame(self) -> Frame:
        demand, naming = self.demand, self.naming
        stars = {
            naming.names[external.key]: "" if external.is_factory else external.module.url
            for external in demand.externals.values()
            if external.star and demand.script
        }
        entry = demand.plan.entry
        waits = demand.plan.wraps[entry] is Wrap.ASYNC and not demand.gated
        return frame(
            demand.options,
            {name: self._exported(slot) for name, slot in demand.exports.items()},
            self.helpers,
            is_async=bool(demand.plan.trailing) or demand.parked,
            stars=Stars(stars, demand.linkage.ambiguous.get(entry, ())),
            failure=naming.names.get(FAILURE, ""),
            waits=self._settled(entry) if waits else "",
            detached=", ".join(self._outside_parameters()),
            whole=self._whole(entry),
            loaded=self._loaded() if demand.options.is_defined else None,
        )

    def _whole(self, entry: int) -> str:
        """What holds all that the entry exports, if that is promised, or if it is a factory that
        exports anything; a global has to be given something."""
        demand = self.demand
        if demand.promised:
            return self.naming.text(Slot(entry, NAMESPACE))
        if not demand.kind(entry).is_factory:
            return ""
        has_value = bool(demand.linkage.exports[entry]) or demand.options.format == "iife"
        return self.naming.text(Slot(entry, MODULE_EXPORTS)) if has_value else ""

    def _loaded(self) -> Loaded:
        """What a loader gives the bundle."""
        demand, names = self.demand, self.naming.names
        externals = (
            (demand.module_map.modules[index].url, names[external_key(index)])
            for index in dependencies(demand)
        )
        special = {name: names[special_key(name)] for name in needed_special(demand)}
        return Loaded(special, tuple(externals))

    def _outside_parameters(self) -> list[str]:
        """The names of what stands outside of the shared scope, as parameters of a script's
        function."""
        names = self.naming.names
        keys = (detached_key(), *map(files_key, self.tables)) if self.demand.script else ()
        return [names[key] for key in keys if key in names]

    def _exported(self, slot: Slot) -> str:
        return self.naming.names.get(copy_key(slot)) or self.naming.text(slot)

    def _records(self) -> None:
        """Write the modules that run later, and what they ask of flat ones."""
        demand = self.demand
        for index in demand.order:
            if index not in demand.recorded:
                continue
            failure = demand.module_map.modules[index].failure
            if failure is not None:
                self.writer.text(failure_record(demand, self.naming, index, failure))
            elif index in demand.externals:
                if demand.plan.wraps[index] in LATER:
                    self.writer.text(external_record(demand, self.naming, self.helpers, index))
            elif demand.gated and index == demand.plan.entry:
                self.writer.text(gate_record(demand, self.naming, index))
                record = self.naming.names[record_key(index)]
                self.writer.text(f"{self.helpers['asyncGate']}({self._graph}, {record});")
            elif demand.is_detached(index) and demand.plan.wraps[index] in LATER:
                call = body_call(demand, self.naming, self.helpers, index)
                self.writer.text(detached_record(demand, self.naming, self.helpers, index, call))
            elif demand.is_wrapped(index) and not demand.is_detached(index):
                self._wrapped(index)
            else:
                self.writer.text(flat_record(demand, self.naming, self._graph, index))

    def _wrapped(self, index: int) -> None:
        """Write a wrapped module, and those that share its function."""
        demand = self.demand
        before, after = record_frame(demand, self.naming, self.helpers, index)
        if index not in demand.plan.groups:
            self._module(index, before, after)
            return
        self.writer.text(before)
        first, *steps = demand.plan.groups[index].steps
        self._module(first[1], "", "")
        for outside, member in steps:
            end = after if member == index else ""
            self._module(member, visits(demand, self.naming, self._graph, outside), end)

    # Bodies

    def _in_order(self, index: int) -> None:
        """Write what stands at a module's place in evaluation order."""
        demand, plan = self.demand, self.demand.plan
        if plan.wraps[index] is Wrap.LAZY:
            if index in demand.recorded:
                self._evaluate(index)
        elif index in demand.externals:
            external = demand.externals[index]
            if external.is_factory or demand.options.format in ("iife", "cjs"):
                required = require_lines(external, self.naming, self.helpers, demand.options)
                copied = copy_lines(demand, self.naming, index)
                self.writer.text("\n".join((*required, *copied)))
        elif plan.wraps[index] is Wrap.ASYNC:
            graph, record = self._graph, self.naming.names[record_key(index)]
            if demand.is_wrapped(index):
                self.writer.text(f"{graph}.begin({record});")
                if index == plan.entry and not demand.script:
                    self.writer.text(f"await {self._settled(index)};")
                    self.writer.text("\n".join(self._copies(demand.written_through)))
            else:
                copies = self._copies(demand.written_through)
                enter = f"if ({graph}.enter()) {graph}.pass(await {graph}.gate);"
                before = "\n".join([enter, *copies])
                self._module(index, before, "")
        elif demand.is_detached(index):
            own = (slot for slot in demand.written_through if slot.module == index)
            self.writer.text(static_run(demand, self.naming, index))
            self.writer.text("\n".join(self._copies(own)))
        else:
            lines = ["await 0;"] if self._follows_await(index) else []
            isolated = plan.wraps[index] is Wrap.ISOLATED
            if isolated:
                names = set_names(demand, self.naming, self.helpers, index)
                lines += ["(() => {", names] if names else ["(() => {"]
            self._module(index, "\n".join(lines), "})();" if isolated else "")
        self._done(index)

    def _copies(self, slots: Iterable[Slot]) -> Iterator[str]:
        """Give the exported copies of slots their values."""
        for slot in slots:
            yield f"{self.naming.names[copy_key(slot)]} = {self.naming.text(slot)};"

    def _evaluate(self, index: int) -> None:
        """Evaluate a module that ``require()`` may have evaluated before, unless that is
        done by the one through which the graph comes to it."""
        demand, naming = self.demand, self.naming
        parent = demand.plan.parents.get(index)
        if parent is None:  # a CommonJS entry, which nothing has imported yet
            external = demand.externals[index]
            values = dict(require_values(external, naming, self.helpers, demand.options))
            steps = [f"{name} = {value};" for name, value in values.items()]
            steps = steps or [f"{external_value(external, naming, demand.options)};"]
            self.writer.text("\n".join((*steps, *copy_lines(demand, naming, index))))
        elif demand.plan.wraps[parent] is not Wrap.LAZY:
            self.writer.text(f"{self._graph}.descend({naming.names[record_key(index)]});")

    def _follows_await(self, index: int) -> bool:
        """Whether the module before, on which this one waits, awaits: what waits runs a
        microtask after it has ended (*AsyncModuleExecutionFulfilled*)."""
        trailing = self.demand.plan.trailing
        if index not in trailing[1:]:
            return False
        before = trailing[trailing.index(index) - 1]
        return bool(self.demand.module_map.modules[before].record.awaits)

    def _done(self, index: int) -> None:
        """Mark flat modules as evaluated, those of a cycle together."""
        plan = self.demand.plan
        members = plan.cycles.get(index, (index,))
        if members[-1] != index:
            return
        marks = [
            f"{record}.root = {record};"
            for record in (
                self.naming.names[record_key(member)]
                for member in members
                if member in self.demand.recorded
                and (member in plan.tracked or self._ends_later(member))
            )
        ]
        self.writer.text("\n".join(marks))

    def _ends_later(self, index: int) -> bool:
        """Whether a module that ``require()`` may ask for is evaluated when the entry is,
        with which it is in a cycle."""
        plan = self.demand.plan
        is_lazy = plan.wraps[index] is Wrap.LAZY
        return is_lazy and index != plan.entry and plan.entry in plan.cycles.get(index, ())

    def _module(self, index: int, before: str, after: str) -> None:
        demand, naming = self.demand, self.naming
        text, edits = body(demand, naming, self.helpers, index)
        heading = comment(demand.module_map.modules[index])
        slots = slot_texts(demand, naming, index)
        self.writer.module(index, heading, before, text, after, edits, slots)
