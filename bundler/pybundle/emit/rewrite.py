"""One ES module's text, rewritten for the shared scope: a list of edits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pybundle.construct.module_map import Module
from pybundle.construct.record import (
    Binding,
    BindingKind,
    NamedSite,
    Ref,
    Statement,
    StatementKind,
    references,
)
from pybundle.construct.scan.trivia import skip_trivia
from pybundle.emit.catch import is_within, shadowed_by_catch
from pybundle.emit.define import define_edits
from pybundle.emit.edits import (
    Edit,
    end_statement,
    insert_after,
    insert_before,
    replace,
    replace_whole,
)
from pybundle.emit.import_options import has_open_options, specifier_end, specifier_start
from pybundle.emit.literals import string_literal
from pybundle.emit.names.naming import Naming
from pybundle.emit.names.uses import ModuleUses
from pybundle.link.linkage import DEFAULT, Slot

_DROPPED = frozenset({StatementKind.IMPORT, StatementKind.EXPORT_LIST})


@dataclass(frozen=True, slots=True)
class Target:
    """What the text is rewritten for. ``script``: the output is a script or a CommonJS
    file, not a module. ``readonly``: the name of the object that refuses writes.
    ``undefined``: what gives undefined. ``defines``: names to replace, with their texts.
    ``unbound``: free names that mean something where the text goes, and what they become,
    which means nothing. ``require``: the name of its own ``require``, or "".
    ``loads``: for a module, the call that imports it, but for its ``)``. ``import_maps``: for
    an ``import()`` of a template, by its number, the call that it becomes, up to the specifier.
    ``import_with``: the name of what looks at the second argument of ``import()``. ``meta``: the
    name of the module's ``import.meta``; ``bundle_meta``: what is the bundle's.
    ``live``: through what own bindings are assigned. ``detached``: the text stands in a
    function of its own in which ``this`` is undefined, and its imports bear their names."""

    script: bool
    readonly: str
    undefined: str
    defines: Mapping[str, str]
    unbound: Mapping[str, str]
    require: str
    loads: Mapping[int, str]
    import_maps: Mapping[int, str]
    import_with: str
    meta: str
    bundle_meta: str
    live: Mapping[str, str]
    detached: bool


def rewrite(module: Module, uses: ModuleUses, naming: Naming, target: Target) -> list[Edit]:
    """Return the edits that make ``module``'s text refer to canonical names."""
    rewriter = _Rewriter(module, uses, naming, target)
    edits = rewriter.statements()
    edits += rewriter.references()
    edits += rewriter.named_sites()
    edits += define_edits(module, target.defines)
    edits += rewriter.unbound_names()
    edits += rewriter.script_comments()
    edits += rewriter.dynamic_imports()
    edits += rewriter.metas()
    edits += [replace(start, end, "") for start, end in module.record.cut]
    if target.script and not target.detached:
        edits += rewriter.top_level_this()
    return edits


def is_dropped(statement: Statement, module: Module, uses: ModuleUses) -> bool:
    """Whether nothing of ``statement`` stays: imports, export lists, and an ``export
    default name`` whose slot is that of ``name``."""
    if statement.kind in _DROPPED:
        return True
    if statement.kind is not StatementKind.EXPORT_DEFAULT:
        return False
    own = Slot(module.index, DEFAULT)
    return any(
        module.record.bindings[number].name == DEFAULT and uses.slots[number] != own
        for number in statement.declares
    )


class _Rewriter:
    def __init__(self, module: Module, uses: ModuleUses, naming: Naming, target: Target) -> None:
        self.module = module
        self.record = module.record
        self.source = module.source
        self.uses = uses
        self.naming = naming
        self.target = target
        self.texts = [naming.text(slot, module.index) for slot in uses.slots]
        if target.detached:
            bindings = enumerate(module.record.bindings)
            self.texts = [
                self.texts[number] if binding.name == DEFAULT else binding.name
                for number, binding in bindings
            ]

    def is_renamed(self, number: int) -> bool:
        return self.texts[number] != self.record.bindings[number].name

    # Statements

    def statements(self) -> list[Edit]:
        edits: list[Edit] = []
        statements = self.record.statements
        for position, statement in enumerate(statements):
            if is_dropped(statement, self.module, self.uses):
                edits.append(replace(*self.whole_lines(statement.start, statement.end), ""))
                continue
            edits += self.kept(statement)
            last = position + 1 == len(statements)
            if statement.asi and (
                last or is_dropped(statements[position + 1], self.module, self.uses)
            ):
                edits.append(end_statement(statement.end))
        return edits

    def kept(self, statement: Statement) -> Iterator[Edit]:
        if statement.kind is StatementKind.EXPORT_DEFAULT:
            name = self.default_text(statement)
            gap = "" if self.source[statement.inner : statement.inner + 1].isspace() else " "
            yield replace(statement.start, statement.inner, f"const {name} ={gap}")
            if self.source[statement.end - 1] != ";" and not statement.asi:
                yield end_statement(statement.end)
            return
        if statement.inner != statement.start:
            yield replace(statement.start, statement.inner, "")
        if statement.kind is StatementKind.EXPORT_DEFAULT_FUNCTION:
            place = statement.name_at
            space = 1 if self.source.startswith(" (", place) else 0
            yield replace(place, place + space, f" {self.default_text(statement)}")
        elif statement.kind is StatementKind.CLASS:
            number = self.class_binding(statement)
            if self.is_renamed(number):
                yield insert_before(statement.inner, f"let {self.texts[number]} = ")
                yield end_statement(statement.end)

    def default_text(self, statement: Statement) -> str:
        return next(
            self.texts[number]
            for number in statement.declares
            if self.record.bindings[number].name == DEFAULT
        )

    def class_binding(self, statement: Statement) -> int:
        return next(
            number
            for number in statement.declares
            if self.record.bindings[number].kind is BindingKind.CLASS
        )

    def whole_lines(self, start: int, end: int) -> tuple[int, int]:
        """Widen a span to its whole lines where nothing else stands on them."""
        source = self.source
        first, last = start, end
        while first > 0 and source[first - 1] in " \t":
            first -= 1
        while last < len(source) and source[last] in " \t\r":
            last += 1
        if (first == 0 or source[first - 1] == "\n") and source[last : last + 1] in ("\n", ""):
            return first, min(last + 1, len(source))
        return start, end

    # References

    def references(self) -> list[Edit]:
        edits: list[Edit] = []
        for number, binding in enumerate(self.record.bindings):
            slot = self.uses.slots[number]
            imported = binding.kind is BindingKind.IMPORT
            if imported and self.target.detached:
                edits += self.detached_calls(binding)
            elif self.is_renamed(number) or binding.name in self.target.live:
                member = self.naming.is_member(slot, self.module.index)
                edits += self.binding_edits(number, binding, member)
            elif imported:
                edits += self.write_edits(number, binding)
        edits += self.chain_edits()
        return edits

    def binding_edits(self, number: int, binding: Binding, member: bool) -> Iterator[Edit]:
        text = self.texts[number]
        imported = binding.kind is BindingKind.IMPORT
        is_class = binding.kind is BindingKind.CLASS
        live = self.target.live.get(binding.name)
        chains = self.uses.chains
        hidden = shadowed_by_catch(self.module, self.uses.slots[number]) if imported else ()
        refs = binding.refs
        for at in range(0, len(refs), 3):
            start, end, flags = refs[at], refs[at + 1], refs[at + 2]
            if flags & Ref.DECLARATION and (imported or is_class):
                continue
            if imported and start in chains:
                continue
            if imported and (flags & Ref.WRITE or is_within(hidden, start)):
                yield self.write_edit(number, start, end, flags)
            elif live is not None and _assigns_slot(flags):
                yield replace(start, end, self.reference(start, end, flags, live, False))
            else:
                yield replace(start, end, self.reference(start, end, flags, text, member))

    def detached_calls(self, binding: Binding) -> Iterator[Edit]:
        """A call of what a ``with`` brings into scope would pass its object as ``this``."""
        for start, end, flags in references(binding.refs):
            if flags & (Ref.CALLEE | Ref.TAG):
                text = self.reference(start, end, flags, binding.name, True)
                yield replace(start, end, text)

    def write_edits(self, number: int, binding: Binding) -> Iterator[Edit]:
        refs = binding.refs
        for at in range(0, len(refs), 3):
            if refs[at + 2] & Ref.WRITE:
                yield self.write_edit(number, refs[at], refs[at + 1], refs[at + 2])

    def write_edit(self, number: int, start: int, end: int, flags: int) -> Edit:
        slot = self.naming.text(self.uses.slots[number])
        text = readonly_reference(self.target.readonly, slot)
        member = not flags & Ref.WRITE
        return replace(start, end, self.reference(start, end, flags, text, member))

    def reference(self, start: int, end: int, flags: int, text: str, member: bool) -> str:
        if flags & (Ref.SHORTHAND | Ref.PATTERN_SHORTHAND):
            key = self.source[start:end]
            if flags & Ref.SHORTHAND and key == "__proto__":
                key = '["__proto__"]'
            return f"{key}: {text}"
        if member and flags & (Ref.CALLEE | Ref.TAG):
            text = f"(0, {text})"
            if flags & Ref.STATEMENT_START and not self.begins_safely(start):
                return f"0, {text}"
        return text

    def begins_safely(self, start: int) -> bool:
        """Whether a ``(`` at ``start`` can't continue what stands before it. What stands
        before may end without ``;``, so only a ``;`` or ``{`` proves it."""
        before = self.source[:start].rstrip()
        return before.endswith((";", "{")) or not before

    def chain_edits(self) -> Iterator[Edit]:
        for start, chain in self.uses.chains.items():
            text = self.target.undefined
            if chain.slot is not None:
                text = self.naming.text(chain.slot, self.module.index)
            yield replace(start, chain.end, text)

    # Names and goals

    def named_sites(self) -> Iterator[Edit]:
        for site in self.record.named_sites:
            binding = self.record.bindings[site.binding]
            if (
                (binding.kind is BindingKind.IMPORT and not self.target.detached)
                or self.is_renamed(site.binding)
                or binding.name in self.target.live
            ):
                yield from self.named_site(site, binding)

    def named_site(self, site: NamedSite, binding: Binding) -> Iterator[Edit]:
        name = "default" if binding.name == DEFAULT else binding.name
        head, tail = f"{{ {name}: ", f" }}.{name}"
        if name == "__proto__":
            head, tail = '{ ["__proto__"]: ', ' }["__proto__"]'
        if self.would_continue(site.end):
            tail += ";"
        yield insert_before(site.start, head)
        yield insert_after(site.end, tail, site.start)

    def would_continue(self, end: int) -> bool:
        """Whether a member expression that ends at ``end`` goes on with the next token. An
        arrow function, which can't, ends its statement there without ``;``."""
        following = skip_trivia(self.source, end)
        return self.source[following : following + 1] in tuple("([`+-/")

    def unbound_names(self) -> Iterator[Edit]:
        texts = dict(self.target.unbound)
        if self.target.require:
            texts["require"] = self.target.require
            for start, end in self.record.created_requires:
                yield replace_whole(start, end, self.target.require)
        for name in self.record.globals:
            if name.name not in texts:
                continue
            text = texts[name.name]
            for start, end, flags in references(name.refs):
                yield replace(start, end, self.reference(start, end, flags, text, False))

    def dynamic_imports(self) -> Iterator[Edit]:
        for number, dynamic in enumerate(self.record.dynamic_imports):
            opened = specifier_start(self.module, dynamic)
            call = self.target.import_maps.get(number)
            if call is not None:
                yield replace(dynamic.start, opened, call)
                continue
            if dynamic.request >= 0:
                call = self.target.loads.get(self.module.targets[dynamic.request])
            if call is None:
                continue
            if self.target.import_with and has_open_options(self.module, dynamic):
                call = f"{self.target.import_with}(() => {call})"
                yield replace(dynamic.start, specifier_end(self.module, dynamic), call)
            elif skip_trivia(self.source, opened) == dynamic.argument_start:
                yield replace(dynamic.start, dynamic.argument_end, call)
            else:  # the specifier is in parentheses of its own
                yield replace(dynamic.start, opened, f"{call}, ")

    def top_level_this(self) -> Iterator[Edit]:
        for start in self.record.this_starts:
            text = self.target.undefined
            if self.is_deleted(start):
                text = "(void 0)"
            yield replace(start, start + len("this"), text)

    def is_deleted(self, start: int) -> bool:
        """Whether what starts at ``start`` may be all that a ``delete`` is applied to,
        which strict code allows for ``this`` and not for an identifier."""
        at = self.source.rfind("delete", 0, start)
        if at < 0:
            return False
        at = skip_trivia(self.source, at + len("delete"))
        while at < start and self.source[at] == "(":
            at = skip_trivia(self.source, at + 1)
        return at == start

    def metas(self) -> Iterator[Edit]:
        """Rewrite ``import.meta``, and the names of assets: those lie beside the bundle."""
        of_bundle = set()
        for asset in self.module.assets:
            url = self.record.asset_urls[asset.number]
            of_bundle.add(url.meta_start)
            yield replace(url.argument_start, url.argument_end, string_literal(asset.url))
        for meta in self.record.import_metas:
            text = self.target.bundle_meta if meta.start in of_bundle else self.target.meta
            if text != self.source[meta.start : meta.end]:
                yield replace(meta.start, meta.end, text)

    def script_comments(self) -> Iterator[Edit]:
        for start in self.record.script_comments:
            at = start + (1 if self.source[start] == "<" else 2)
            yield replace(at, at, " ")


def _assigns_slot(flags: int) -> bool:
    return bool(flags & Ref.WRITE) and not flags & (Ref.DECLARATION | Ref.CAPTURED_BY_CATCH)


def readonly_reference(readonly: str, text: str) -> str:
    """Return the member of the object that refuses writes to the slot written ``text``."""
    return f'{readonly}["{text}"]' if "." in text else f"{readonly}.{text}"
