"""Export graphs as data: a graph of forms, from which both the JavaScript text and the
module records are made, so that an engine and the linker can be asked the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import (
    Binding,
    BindingKind,
    ImportEntry,
    IndirectExport,
    LocalExport,
    ModuleKind,
    ModuleRecord,
    StarExport,
)
from pybundle.construct.request_record import Request


@dataclass(frozen=True, slots=True)
class Local:
    """``const name_ = …; export { name_ as name }``; ``default`` too."""

    name: str


@dataclass(frozen=True, slots=True)
class Namespace:
    """``import * as name_ from target; export { name_ as name }``."""

    name: str
    target: int


@dataclass(frozen=True, slots=True)
class Indirect:
    """``export { import_name as name } from target``; all of it if ``import_name`` is
    None."""

    name: str
    target: int
    import_name: str | None


@dataclass(frozen=True, slots=True)
class Star:
    """``export * from target``."""

    target: int


@dataclass(frozen=True, slots=True)
class Import:
    """``import { import_name as local } from target``; all of it if ``import_name`` is
    None."""

    local: str
    target: int
    import_name: str | None


Form = Local | Namespace | Indirect | Star | Import
Graph = Sequence[Sequence[Form]]


def local_name(export_name: str) -> str:
    """The binding behind an export: never the exported name itself, never reserved."""
    return f"{export_name}_"


@dataclass(slots=True)
class _Text:
    """Statements as they are written, and where each begins and ends."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, statement: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(statement)
        self.length += len(statement) + 1
        return start, start + len(statement)


def module_of(index: int, forms: Sequence[Form]) -> Module:
    """One module of a graph, text and record; its value for export ``x`` is ``"m0:x"``."""
    text = _Text()
    requests: list[Request] = []
    targets: list[int] = []
    bindings: list[Binding] = []
    imports: list[ImportEntry] = []
    local: list[LocalExport] = []
    indirect: list[IndirectExport] = []
    stars: list[StarExport] = []

    def request(target: int, span: tuple[int, int]) -> int:
        targets.append(target)
        requests.append(Request(f"./m{target}.js", (), "import", *span, *span))
        return len(requests) - 1

    def bind(name: str, kind: BindingKind, span: tuple[int, int]) -> int:
        bindings.append(Binding(name, kind, *span, ()))
        return len(bindings) - 1

    for form in forms:
        match form:
            case Local(name):
                bound = local_name(name)
                span = text.add(
                    f'const {bound} = "m{index}:{name}"; export {{ {bound} as {name} }};'
                )
                local.append(LocalExport(name, bind(bound, BindingKind.CONST, span), *span))
            case Namespace(name, target):
                bound = local_name(name)
                span = text.add(
                    f'import * as {bound} from "./m{target}.js"; export {{ {bound} as {name} }};'
                )
                binding = bind(bound, BindingKind.IMPORT, span)
                imports.append(ImportEntry(request(target, span), None, binding, *span))
                local.append(LocalExport(name, binding, *span))
            case Indirect(name, target, import_name):
                what = f"* as {name}" if import_name is None else f"{{ {import_name} as {name} }}"
                span = text.add(f'export {what} from "./m{target}.js";')
                indirect.append(IndirectExport(name, request(target, span), import_name, *span))
            case Star(target):
                span = text.add(f'export * from "./m{target}.js";')
                stars.append(StarExport(request(target, span), *span))
            case Import(bound, target, import_name):
                what = f"* as {bound}" if import_name is None else f"{{ {import_name} as {bound} }}"
                span = text.add(f'import {what} from "./m{target}.js";')
                binding = bind(bound, BindingKind.IMPORT, span)
                imports.append(ImportEntry(request(target, span), import_name, binding, *span))
    record = ModuleRecord(
        kind=ModuleKind.ESM,
        requests=tuple(requests),
        imports=tuple(imports),
        local_exports=tuple(local),
        indirect_exports=tuple(indirect),
        star_exports=tuple(stars),
        bindings=tuple(bindings),
    )
    source = "\n".join(text.parts) + "\n"
    name = f"m{index}.js"
    return Module(index, f"file:///{name}", f"/{name}", name, source, record, tuple(targets))


def module_map_of(graph: Graph, entries: Sequence[int] = (0,)) -> ModuleMap:
    """The module map of a graph; module 0 is the entry unless told otherwise."""
    modules = tuple(module_of(index, forms) for index, forms in enumerate(graph))
    return ModuleMap(modules, tuple(entries))
