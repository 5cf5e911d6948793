"""Emission: one file from the plan.

The order of its text is that of what happens: what instantiating makes before anything
runs (namespace objects, names of functions), then each module's body in evaluation
order, then the exports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import BindingKind, ModuleKind, Ref
from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.emit.define import is_inline
from pybundle.emit.edits import Edit, apply
from pybundle.emit.externals import (
    External,
    external_claims,
    find_externals,
    import_lines,
    member_texts,
    missing_globals,
    needed_helpers,
    require_lines,
)
from pybundle.emit.formats import Frame, accessors, frame
from pybundle.emit.helpers import helper
from pybundle.emit.names import Claim, NestedScopes, Occurrence, canonical_names
from pybundle.emit.naming import READONLY, UNDEFINED, Naming, Occurrences, slot_claims
from pybundle.emit.rewrite import Target, readonly_reference, rewrite
from pybundle.emit.synthetic import string_literal, synthetic_body
from pybundle.emit.uses import find_uses
from pybundle.emit.words import identifier_from
from pybundle.link.linkage import DEFAULT, NAMESPACE, Linkage, Slot
from pybundle.options import Options
from pybundle.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Segment:
    """Where one module's body stands in the code: ``offset`` is where its first
    statement may begin (a statement can be inserted there), ``end`` where its text
    ends. ``slots`` maps its bindings, by local name, to what they are written as.
    ``edits`` made the text between from the source."""

    module: int
    offset: int
    end: int
    slots: Mapping[str, str]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Emitted:
    """The code of one bundle, and where things stand in it (offsets into ``code``)."""

    code: str
    warnings: tuple[Diagnostic, ...]
    segments: tuple[Segment, ...]


def emit(
    module_map: ModuleMap, linkage: Linkage, plan: Plan, entry: int, options: Options
) -> Emitted:
    """Write the bundle of ``entry``. Raises BundleError where the format can't hold it."""
    return _Emitter(module_map, linkage, plan, entry, options).run()


class _Emitter:
    def __init__(
        self, module_map: ModuleMap, linkage: Linkage, plan: Plan, entry: int, options: Options
    ) -> None:
        self.module_map = module_map
        self.linkage = linkage
        self.plan = plan
        self.entry = module_map.modules[entry]
        self.options = options
        self.exports = {
            name: plan.aliases.get(slot, slot) for name, slot in linkage.exports[entry].items()
        }
        self.exposed = options.format != "iife" or options.global_name is not None
        exported = tuple(self.exports.values()) if self.exposed else ()
        self.uses = find_uses(
            module_map, linkage, plan.aliases, plan.order, exported, options.format != "esm"
        )
        self.occurrences = Occurrences(module_map, self.uses)
        stars = linkage.external_stars.get(entry, ())
        self.externals = find_externals(
            module_map, plan.order, self.occurrences, stars if self.exposed else (), exported
        )
        self.used = self._used_slots(exported)
        self.assigned = self._assigned_imports()
        self.undefined_captured = self._undefined_captured()

    def run(self) -> Emitted:
        if self.options.format == "iife":
            errors = tuple(missing_globals(self.module_map, self.externals, self.options))
            if errors:
                raise BundleError(errors)
        naming, helpers = self._named()
        writer = _Writer()
        shell = self._frame(naming, helpers)
        writer.text(self.entry.record.hashbang)
        writer.text(shell.open)
        writer.text(self._prelude(naming, helpers))
        writer.text(shell.before)
        segments = [self._body(writer, index, naming, helpers) for index in self.plan.order]
        writer.text(shell.close)
        code = writer.code()
        return Emitted(code, (), tuple(segment for segment in segments if segment is not None))

    # Names

    def _named(self) -> tuple[Naming, dict[str, str]]:
        """Choose all names. Which helpers are needed depends on what is renamed, and
        what can be named on the globals that helpers read: repeat until both stand."""
        wanted: tuple[str, ...] = ()
        while True:
            names = canonical_names(
                self._claims(wanted), self._taken(wanted), NestedScopes(self.module_map)
            )
            needed = tuple(self._needed_helpers(names))
            if set(needed) <= set(wanted):
                helpers = {name: names[f"helper {name}"] for name in needed}
                return Naming(names, member_texts(self._member_externals(), names)), helpers
            wanted = (*wanted, *(name for name in needed if name not in wanted))

    def _claims(self, helpers: tuple[str, ...]) -> Iterator[Claim]:
        for claim in slot_claims(
            self.module_map, self.uses, self.entry.index, self.plan.order, self.occurrences
        ):
            if not isinstance(claim.key, Slot) or self._is_declared(claim.key):
                yield claim
        yield from external_claims(self.externals, self.occurrences, self.options.format)
        for name in helpers:
            yield Claim(f"helper {name}", name, ())
        if self.assigned:
            places = tuple(o for occurrences in self.assigned.values() for o in occurrences)
            yield Claim(READONLY, READONLY, places)
        if self.undefined_captured:
            yield Claim(UNDEFINED, "nothing", self.undefined_captured)
        for key, expression in self.options.define.items():
            if not is_inline(expression):
                yield Claim(
                    f"define {key}", identifier_from(key.replace(".", "-")), self._defined(key)
                )

    def _is_declared(self, slot: Slot) -> bool:
        """Synthetic modules declare only the slots that somebody reads."""
        kind = self.module_map.modules[slot.module].record.kind
        return kind is ModuleKind.ESM or slot.name in (DEFAULT, NAMESPACE) or slot in self.used

    def _taken(self, helpers: tuple[str, ...]) -> set[str]:
        taken = {
            name.name
            for index in self.plan.order
            for name in self.module_map.modules[index].record.globals
        }
        for name in helpers:
            taken |= helper(name).globals
        if self.options.format == "cjs":
            taken |= {"exports", "require", "module", "__filename", "__dirname", "Object"}
        if self.options.global_name:
            taken.add(self.options.global_name.split(".")[0])
        for expression in self.options.globals.values():
            taken.add(expression.split(".")[0])
        return taken

    def _member_externals(self) -> tuple[External, ...]:
        return () if self.options.format == "esm" else self.externals

    def _used_slots(self, exported: tuple[Slot, ...]) -> frozenset[Slot]:
        used = set(exported)
        for index, uses in self.uses.modules.items():
            used.update(slot for slot in uses.slots if slot.module != index)
            used.update(chain.slot for chain in uses.chains.values() if chain.slot is not None)
        for index in self.uses.namespaces:
            used.update(self.linkage.exports.get(index, {}).values())
        return frozenset(used)

    def _assigned_imports(self) -> dict[Slot, list[Occurrence]]:
        """The slots that some importer assigns, with where that happens."""
        assigned: dict[Slot, list[Occurrence]] = {}
        for index, uses in self.uses.modules.items():
            bindings = self.module_map.modules[index].record.bindings
            for binding, slot in zip(bindings, uses.slots, strict=True):
                if binding.kind is not BindingKind.IMPORT:
                    continue
                refs = binding.refs
                starts = [refs[i] for i in range(0, len(refs), 3) if refs[i + 2] & Ref.WRITE]
                if starts:
                    assigned.setdefault(slot, []).append(Occurrence(index, "", starts, 1))
        return assigned

    def _undefined_captured(self) -> tuple[Occurrence, ...]:
        """Where the text ``undefined`` would mean a binding of the module's own."""
        captured = []
        for index, uses in self.uses.modules.items():
            record = self.module_map.modules[index].record
            starts = [*record.this_starts]
            starts += (start for start, chain in uses.chains.items() if chain.slot is None)
            if starts and any(name == "undefined" for name, _ in record.nested):
                captured.append(Occurrence(index, "", starts, 1))
        return tuple(captured)

    def _defined(self, key: str) -> tuple[Occurrence, ...]:
        """Where a name that ``--define`` replaces stands."""
        first = key.split(".")[0]
        return tuple(
            Occurrence(index, "", name.refs, 3)
            for index in self.plan.order
            for name in self.module_map.modules[index].record.globals
            if name.name == first
        )

    def _needed_helpers(self, names: Mapping[Slot | str, str]) -> Iterator[str]:
        if any(
            self.module_map.modules[index].record.kind is not ModuleKind.EXTERNAL
            for index in self.uses.namespaces
        ):
            yield "createNamespace"
        if any(True for _ in self._renamed_functions(names)):
            yield "setName"
        if self.options.format != "esm" and self.exposed:
            yield "createExports"
            if any(external.star for external in self.externals):
                yield "exportStar"
        if self.options.format != "esm":
            yield from dict.fromkeys(needed_helpers(self.externals))

    def _renamed_functions(self, names: Mapping[Slot | str, str]) -> Iterator[tuple[str, str]]:
        """Yield each hoisted function whose name isn't its author's, and that."""
        for index in self.plan.order:
            for binding in self.module_map.modules[index].record.bindings:
                if binding.kind is BindingKind.FUNCTION:
                    name = names.get(Slot(index, binding.name))
                    visible = "default" if binding.name == DEFAULT else binding.name
                    if name is not None and name != visible:
                        yield name, visible

    # Text

    def _frame(self, naming: Naming, helpers: Mapping[str, str]) -> Frame:
        return frame(
            self.options,
            {name: naming.text(slot) for name, slot in self.exports.items()},
            helpers,
            is_async=bool(self.entry.record.awaits),
            stars=tuple(
                naming.names[external.key]
                for external in self.externals
                if external.star and self.options.format != "esm"
            ),
        )

    def _prelude(self, naming: Naming, helpers: Mapping[str, str]) -> str:
        """What instantiation makes: all that must be there before the first body."""
        parts: list[str] = []
        if self.options.format == "esm":
            lines = [line for e in self.externals for line in import_lines(e, naming)]
            parts += ["\n".join(lines)] if lines else []
        parts += [helper(name).declared_as(own) for name, own in helpers.items()]
        renamed = [
            f"{helpers['setName']}({name}, {string_literal(visible)});"
            for name, visible in self._renamed_functions(naming.names)
        ]
        parts += ["\n".join(renamed)] if renamed else []
        parts += [
            self._namespace(index, naming, helpers)
            for index in self.uses.namespaces
            if self.module_map.modules[index].record.kind is not ModuleKind.EXTERNAL
        ]
        if self.assigned:
            parts.append(self._readonly(naming))
        parts += self._constants(naming)
        return "\n\n".join(parts)

    def _constants(self, naming: Naming) -> Iterator[str]:
        if UNDEFINED in naming.names:
            yield f"const {naming.names[UNDEFINED]} = void 0;"
        for key, expression in self.options.define.items():
            if f"define {key}" in naming.names:
                yield f"const {naming.names[f'define {key}']} = {expression};"

    def _namespace(self, index: int, naming: Naming, helpers: Mapping[str, str]) -> str:
        exports = {
            name: naming.text(self.plan.aliases.get(slot, slot))
            for name, slot in self.linkage.exports[index].items()
        }
        name = naming.names[Slot(index, NAMESPACE)]
        return f"const {name} = {helpers['createNamespace']}({accessors(exports)});"

    def _readonly(self, naming: Naming) -> str:
        """The object through which imports are assigned: reads their slots, and throws
        the TypeError of an assignment to a constant, by making one."""
        name = naming.names[READONLY]
        lines = []
        for slot in self.assigned:
            text = naming.text(slot)
            key = readonly_reference("", text).removeprefix(".")
            lines.append(f"  get {key}() {{ return {text}; }},\n  set {key}(_) {{ {name} = _; }},")
        return f"const {name} = {{\n" + "\n".join(lines) + "\n};"

    def _body(
        self, writer: _Writer, index: int, naming: Naming, helpers: Mapping[str, str]
    ) -> Segment | None:
        module = self.module_map.modules[index]
        edits: list[Edit] = []
        if module.record.kind is ModuleKind.EXTERNAL:
            if self.options.format != "esm":
                external = next(e for e in self.externals if e.module.index == index)
                value = self._external_value(external)
                if value:
                    writer.text("\n".join(require_lines(external, naming, helpers, value)))
            return None
        if module.record.kind is ModuleKind.ESM:
            edits = rewrite(module, self.uses.modules[index], naming, self._target(naming))
            text = apply(module.source, edits, 0, len(module.source)).strip()
        else:
            text = synthetic_body(module, naming, self.used)
        offset = writer.module(_comment(module), text)
        slots = {
            binding.name: naming.text(slot)
            for binding, slot in zip(
                module.record.bindings, self.uses.modules[index].slots, strict=True
            )
            if slot == Slot(index, binding.name) and slot in naming.names
        }
        return Segment(index, offset, offset + len(text), slots, tuple(edits))

    def _target(self, naming: Naming) -> Target:
        return Target(
            script=self.options.format != "esm",
            readonly=naming.names.get(READONLY, READONLY),
            undefined=naming.names.get(UNDEFINED, "undefined"),
            defines={
                key: naming.names.get(f"define {key}", expression)
                for key, expression in self.options.define.items()
            },
        )

    def _external_value(self, external: External) -> str:
        if self.options.format == "cjs":
            return f"require({string_literal(external.module.url)})"
        return self.options.globals.get(external.module.url, "")


def _comment(module: Module) -> str:
    name = "".join(char if char.isprintable() else "?" for char in module.name)
    return f"// {name}"


class _Writer:
    """Text in pieces with a blank line between, and the length so far."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def text(self, text: str) -> int:
        """Add a piece (nothing if empty); return where its text begins."""
        if not text:
            return self._length
        gap = "\n" if self._length else ""
        self._parts.append(f"{gap}{text}\n")
        start = self._length + len(gap)
        self._length += len(self._parts[-1])
        return start

    def module(self, comment: str, text: str) -> int:
        """Add a module's body under its comment; return where the body begins."""
        if not text:
            return self._length
        return self.text(f"{comment}\n{text}") + len(comment) + 1

    def code(self) -> str:
        return "".join(self._parts)
