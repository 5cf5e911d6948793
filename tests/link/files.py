"""Graphs written as files, for tests that read as documentation."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.construct.scan.scanner import scan
from pybundle.diagnostics import BundleError, Diagnostic, Place
from pybundle.link.linkage import Linkage
from pybundle.link.linker import link, link_warnings


def module_map(files: Mapping[str, str | None], *entries: str) -> ModuleMap:
    """The module map of ``files`` (name → text); the entry is the first file unless told.

    ``./x`` names a file, any other specifier an EXTERNAL module; ``.json`` and ``.txt``
    are read as such; a text of None is a file that ``package.json`` maps to ``false``.
    """
    names = list(entries) or [next(iter(files))]
    modules: list[Module] = []
    for index in count():
        if index == len(names):
            break
        name = names[index]
        text = files.get(name) or ""
        record = scan(text, _kind(name, files))
        requested = [request.specifier.removeprefix("./") for request in record.requests]
        names += [new for new in dict.fromkeys(requested) if new not in names]
        targets = tuple(names.index(target) for target in requested)
        modules.append(Module(index, name, None, name, text, record, targets))
    entry_count = len(entries) or 1
    return ModuleMap(tuple(modules), tuple(range(entry_count)))


def _kind(name: str, files: Mapping[str, str | None]) -> ModuleKind:
    if name not in files:
        return ModuleKind.EXTERNAL
    if files[name] is None:
        return ModuleKind.EMPTY
    kinds = {"json": ModuleKind.JSON, "txt": ModuleKind.TEXT}
    return kinds.get(name.rpartition(".")[2], ModuleKind.ESM)


class Linked:
    """What linking gave, with names for numbers: ``"lib.js:x"`` is slot ``x`` of
    ``lib.js``."""

    def __init__(self, files: Mapping[str, str | None], *entries: str) -> None:
        self.map = module_map(files, *entries)
        self.linkage: Linkage = link(self.map)

    def imports(self, name: str = "main.js") -> dict[str, str]:
        """Local names of the import bindings of a module → slots."""
        module = self._module(name)
        return {
            module.record.bindings[binding].name: self._slot(slot)
            for binding, slot in self.linkage.imports[module.index].items()
        }

    def exports(self, name: str = "main.js") -> dict[str, str]:
        """The exports of a module, in their order → slots."""
        exports = self.linkage.exports[self._module(name).index]
        return {export: self._slot(slot) for export, slot in exports.items()}

    def external_stars(self, name: str = "main.js") -> list[str]:
        stars = self.linkage.external_stars[self._module(name).index]
        return [self.map.modules[target].name for target in stars]

    def needed(self) -> set[str]:
        """The modules whose exports are given as a whole."""
        return {self.map.modules[index].name for index in self.linkage.exports}

    def warnings(self) -> list[str]:
        """The warnings as ``shown`` shows them."""
        return [shown(warning) for warning in link_warnings(self.map, self.linkage)]

    def _module(self, name: str) -> Module:
        return next(module for module in self.map.modules if module.name == name)

    def _slot(self, slot: tuple[int, str]) -> str:
        return f"{self.map.modules[slot[0]].name}:{slot[1]}"


def errors(files: Mapping[str, str | None], *entries: str) -> list[Diagnostic]:
    """The errors that linking ``files`` raises."""
    try:
        link(module_map(files, *entries))
    except BundleError as error:
        return list(error.diagnostics)
    return []


def shown(diagnostic: Diagnostic) -> str:
    """A diagnostic as text: code, place, text; then hint and notes, indented."""
    lines = [f"{diagnostic.code} {at(diagnostic.place)} {diagnostic.text}"]
    if diagnostic.hint:
        lines.append(f"  hint: {diagnostic.hint}")
    lines += [f"  {at(place)} {text}".rstrip() for text, place in diagnostic.notes]
    return "\n".join(lines)


def at(place: Place | None) -> str:
    """``file:line:column`` and the text that is underlined."""
    if place is None:
        return "-"
    marked = place.text[place.column - 1 : place.column - 1 + place.length]
    return f"{place.file}:{place.line}:{place.column} `{marked}`"
