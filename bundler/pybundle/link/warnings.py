"""What links, but is hardly meant: the warnings of linking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import Binding, ImportEntry, Member, ModuleKind, Ref, Use, references
from pybundle.diagnostics import Diagnostic, place_of
from pybundle.link.export_tables import SEVERAL, Node
from pybundle.link.linkage import NAMESPACE, Linkage, Slot
from pybundle.link.resolve_export import ExportResolver, Failure
from pybundle.link.suggest import Suggestions, listed, member_path, quoted


def link_warnings(module_map: ModuleMap, linkage: Linkage) -> tuple[Diagnostic, ...]:
    """Return, in the order of the module map and then by position, what throws or is
    ``undefined`` when it runs although linking allows it:

    * ``assign-to-import``: an import binding is the target of an assignment;
    * ``assign-to-namespace``: a member of a namespace is (also of ``delete``);
    * ``missing-namespace-member``: a namespace has no export that is read from it;
    * ``import-from-empty``: a name is imported from a file that ``package.json`` maps to
      ``false``;
    * ``external-star-conflict``: a name may come from several EXTERNAL modules;
    * ``v8-drops-star-namespace``, ``v8-keeps-ambiguous-star``: V8 departs from the
      specification, so that the original does not run there as it should.
    """
    resolver = ExportResolver(module_map.modules)
    warnings = _Warnings(module_map.modules, linkage, resolver, Suggestions())
    found: list[Diagnostic] = []
    for module in module_map.modules:
        if module.record.imports:
            found += sorted(warnings.of_imports(module), key=_position)
    return (*found, *warnings.of_re_exports())


@dataclass(frozen=True, slots=True)
class _Warnings:
    modules: tuple[Module, ...]
    linkage: Linkage
    resolver: ExportResolver
    """Asked again only where the linkage does not say by which way a slot was found."""
    suggestions: Suggestions

    def of_imports(self, module: Module) -> Iterator[Diagnostic]:
        slots = self.linkage.imports[module.index]
        bindings = module.record.bindings
        for entry in module.record.imports:
            slot = slots[entry.binding]
            binding = bindings[entry.binding]
            if any(flags & Ref.WRITE for flags in binding.refs[2::3]):
                yield from _assignments(module, binding)
            if slot.name == NAMESPACE:
                for member in binding.members:
                    yield from self._member(module, binding, slot, member)
            elif self._is_empty(slot) and slot.name == entry.import_name != "default":
                yield self._from_empty(module, entry, slot)

    def of_re_exports(self) -> Iterator[Diagnostic]:
        """What came through stars to an EXTERNAL module or a namespace."""
        resolver = self.resolver
        guessed: dict[tuple[int, str], tuple[Module, ImportEntry]] = {}
        for module in self.modules:
            for entry in module.record.imports:
                slot = self.linkage.imports[module.index][entry.binding]
                target = module.targets[entry.request]
                if entry.import_name is not None and target != slot.module:
                    external = self.modules[slot.module].record.kind is ModuleKind.EXTERNAL
                    if external or slot.name == NAMESPACE:
                        resolver.resolve(target, entry.import_name)
                        guessed.setdefault((target, entry.import_name), (module, entry))
        for index, exports in self.linkage.exports.items():
            if self.modules[index].record.star_exports:
                yield from self._of_stars(index, exports)
        for node, (module, entry) in guessed.items():
            candidates = resolver.guesses.get(node, ())
            if len(candidates) > 1:
                yield self._external_conflict(module, entry, candidates)
        for index, name in sorted(resolver.v8_conflicts):
            yield self._v8_conflict(index, name)

    def _of_stars(self, index: int, exports: Mapping[str, Slot]) -> Iterator[Diagnostic]:
        resolver = self.resolver
        for name, slot in exports.items():
            if slot.name == NAMESPACE:
                resolver.resolve(index, name)
        for name, where in resolver.tables.index(index).names.items():
            if where == SEVERAL and name not in exports and _meets_again(resolver, (index, name)):
                yield self._v8_ambiguity(index, name)

    def _member(
        self, module: Module, binding: Binding, slot: Slot, member: Member
    ) -> Iterator[Diagnostic]:
        exports: Mapping[str, Slot] | None = self.linkage.exports.get(slot.module)
        path = binding.name
        last = len(member.names) - 1
        for i, name in enumerate(member.names):
            if exports is None or self._is_empty(slot):
                return
            head, path = path, member_path(path, name)
            if i == last and member.use == Use.WRITE:
                text = f"{path} is changed, but the members of a namespace are read-only"
                hint = f"it throws a TypeError when it runs; change it in {self._name(slot)}"
                place = place_of(module.name, module.source, member.start, member.ends[i])
                yield Diagnostic("assign-to-namespace", "warning", text, place, hint)
                return
            found = exports.get(name)
            if found is None:
                if not self.linkage.external_stars.get(slot.module):
                    yield self._missing_member(module, slot, member, i, head)
                return
            if found.name != NAMESPACE:
                return
            slot, exports = found, self.linkage.exports.get(found.module)

    def _missing_member(
        self, module: Module, slot: Slot, member: Member, depth: int, head: str
    ) -> Diagnostic:
        exports = self.linkage.exports[slot.module]
        name = member.names[depth]
        likely = self.suggestions.closest(name, exports)
        if self.resolver.resolve(slot.module, name) is Failure.AMBIGUOUS:
            why = f"{quoted(name)} is ambiguous in {self._name(slot)}"
            hint = f"export it from {self._name(slot)} by name"
        else:
            why = f"{self._name(slot)} has no export named {quoted(name)}"
            hint = f"it exports {listed(list(exports))}" if exports else "it exports nothing"
            if likely is not None:
                hint = f"did you mean {member_path(head, likely)}?"
        text = f"{member_path(head, name)} is undefined: {why}"
        place = place_of(module.name, module.source, member.start, member.ends[depth])
        return Diagnostic("missing-namespace-member", "warning", text, place, hint)

    def _from_empty(self, module: Module, entry: ImportEntry, slot: Slot) -> Diagnostic:
        text = (
            f"{quoted(slot.name)} is undefined: "
            f"package.json replaces {self._name(slot)} by an empty module on this platform"
        )
        place = place_of(module.name, module.source, entry.start, entry.end)
        hint = "a platform other than browser has the module"
        return Diagnostic("import-from-empty", "warning", text, place, hint)

    def _external_conflict(
        self, module: Module, entry: ImportEntry, candidates: tuple[Slot, ...]
    ) -> Diagnostic:
        names = [self._name(slot) for slot in candidates]
        text = (
            f"{quoted(entry.import_name or '')} may come from any of the external modules "
            f"{listed(names)}, all of which {self.modules[module.targets[entry.request]].name} "
            f"re-exports; {names[0]} is taken"
        )
        place = place_of(module.name, module.source, entry.start, entry.end)
        return Diagnostic(
            "external-star-conflict", "warning", text, place, "import it from the right one by name"
        )

    def _v8_conflict(self, index: int, name: str) -> Diagnostic:
        module = self.modules[index]
        text = (
            f"{module.name} gets the namespace {quoted(name)} by more than one `export *`; to the "
            "specification they are one export, but V8 (Chrome, Node) takes it for ambiguous and "
            "leaves it out"
        )
        return self._departure("v8-drops-star-namespace", text, module, name)

    def _v8_ambiguity(self, index: int, name: str) -> Diagnostic:
        module = self.modules[index]
        text = (
            f"{quoted(name)} is ambiguous in {module.name}, so its namespace leaves it out; but a "
            "module that it re-exports is ambiguous too, which V8 (Chrome, Node) forgets: there "
            "the namespace may have it"
        )
        return self._departure("v8-keeps-ambiguous-star", text, module, name)

    def _departure(self, code: str, text: str, module: Module, name: str) -> Diagnostic:
        star = module.record.star_exports[-1]
        place = place_of(module.name, module.source, star.start, star.end)
        hint = f"export {quoted(name)} from {module.name} by name"
        return Diagnostic(code, "warning", text, place, hint)

    def _is_empty(self, slot: Slot) -> bool:
        return self.modules[slot.module].record.kind is ModuleKind.EMPTY

    def _name(self, slot: Slot) -> str:
        return self.modules[slot.module].name


def _position(diagnostic: Diagnostic) -> tuple[int, int]:
    place = diagnostic.place
    return (place.line, place.column) if place else (0, 0)


def _assignments(module: Module, binding: Binding) -> Iterator[Diagnostic]:
    for start, end, flags in references(binding.refs):
        if flags & Ref.WRITE:
            text = f"{binding.name} is assigned to, but import bindings are read-only"
            hint = "it throws a TypeError when it runs; let the exporting module change it"
            place = place_of(module.name, module.source, start, end)
            yield Diagnostic("assign-to-import", "warning", text, place, hint)


def _meets_again(resolver: ExportResolver, ambiguous: Node) -> bool:
    """Return whether, on the ways of an ambiguous name, an ambiguous re-export stands
    beside one that resolves."""
    seen = {ambiguous}
    stack = [ambiguous]
    while stack:
        children = resolver.tables.edges(stack.pop())
        answers = [resolver.binding(*child) for child in children]
        if Failure.AMBIGUOUS in answers and any(isinstance(a, Slot) for a in answers):
            return True
        unseen = [child for child in children if child not in seen]
        seen.update(unseen)
        stack += unseen
    return False
