"""The module record: what one file is, before anything runs.

This is the contract between the scanner and every later phase (ECMA-262, *Source
Text Module Records*). A record depends on nothing but the file's text and its
kind; it is immutable, picklable plain data, and no syntax tree stands behind it,
so it can be cached by content hash, made in another process, or made by another
scanner.

All positions are offsets into the source ``str`` (Unicode scalar values); all spans
are half open. References are stored flat, three ints each, sorted by start:
``(start, end, flags, start, end, flags, ...)``; ``flags`` is a sum of ``Ref`` values.
What the file asks for stands in request_record.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from pybundle.construct.request_record import (
    Definition,
    DynamicImport,
    LoaderConfig,
    Request,
    RequireTemplate,
)


class ModuleKind(Enum):
    """How a file's text is to be read."""

    ESM = "esm"
    COMMONJS = "commonjs"
    AMD = "amd"
    """A file for RequireJS: it calls ``define``, or the loader's ``require([…])``."""
    CMD = "cmd"
    """The same for Sea.js."""
    SCRIPT = "script"
    """An old script, whose declarations are globals."""
    JSON = "json"
    TEXT = "text"
    EMPTY = "empty"
    """A file that ``package.json`` maps to ``false``: no code, an empty object."""
    EXTERNAL = "external"
    """Not part of the bundle: stays an import."""

    @property
    def is_factory(self) -> bool:
        """Whether such a module runs in a function of its own, outside of the shared scope,
        and makes one value: any name can be imported from it (a property of the value), and
        ``default`` is what ``__esModule`` says."""
        return self in FACTORY_KINDS


FACTORY_KINDS: Final = frozenset(
    (ModuleKind.COMMONJS, ModuleKind.AMD, ModuleKind.CMD, ModuleKind.SCRIPT)
)


class BindingKind(Enum):
    """How a module-scope binding was declared."""

    VAR = "var"
    LET = "let"
    CONST = "const"
    CLASS = "class"
    FUNCTION = "function"
    IMPORT = "import"
    DEFAULT = "default"
    """The binding ``*default*`` of ``export default`` without a name."""


class Ref:
    """Flags of one reference (summed; ``READ`` is 0)."""

    READ: Final = 0
    WRITE: Final = 1
    """Target of an assignment, update, assignment pattern or for-in/of head."""
    DECLARATION: Final = 2
    """The binding identifier of a declaration (``var x`` may have many)."""
    SHORTHAND: Final = 4
    """``{x}`` in an object literal: key and value in one token."""
    PATTERN_SHORTHAND: Final = 8
    """``{x}`` or ``{x = 1}`` in an assignment or binding pattern."""
    CALLEE: Final = 16
    """``x(...)``, ``x?.(...)`` (also through parentheses: ``(x)()``), not ``new x()``."""
    TAG: Final = 32
    """``x`…```."""
    STATEMENT_START: Final = 64
    """First token of an expression statement."""
    CAPTURED_BY_CATCH: Final = 128
    """The parameter of ``catch (x) { var x }``, or a reference to it: not the slot,
    but one rename group with it (a module-scope ``var`` is declared there)."""


class Use:
    """What is done with the outermost member expression of a member chain."""

    READ: Final = 0
    CALL: Final = 1
    """Callee of a call or tag of a template: the object is ``this``."""
    WRITE: Final = 2
    """Assigned, updated, deleted, or target in a pattern or for head."""


@dataclass(frozen=True, slots=True)
class GlobalDeclaration:
    """A declaration of a script that makes the globals ``names``.

    ``start``/``end`` span it; ``name_start``/``name_end`` the name of a FUNCTION or CLASS. Of
    VAR and LET (``let`` and ``const``) ``name_start`` is where the first target starts;
    ``wrapped``: a target is a pattern, which is no statement of its own. ``nested``: a function
    in a block, which is global once the block gets there.
    """

    kind: BindingKind
    names: tuple[str, ...]
    start: int
    end: int
    name_start: int
    name_end: int
    wrapped: bool = False
    nested: bool = False


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """*ImportEntry Record*. ``import_name`` is None for ``import * as ns``."""

    request: int
    import_name: str | None
    binding: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LocalExport:
    """*ExportEntry Record* of a local binding.

    The binding may be a namespace import (``import * as ns; export { ns }``), as in
    *ParseModule*; every other export of an import is an ``IndirectExport``.
    """

    export_name: str
    binding: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class IndirectExport:
    """*ExportEntry Record* of another module's export.

    ``import_name`` is None for ``export * as ns from``.
    """

    export_name: str
    request: int
    import_name: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StarExport:
    """``export * from``."""

    request: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Member:
    """A reference to an import binding (or a global) that stands at the head of a member chain.

    For ``ns.a["b"]?.c()`` with ``ns`` imported: ``start`` is where ``ns`` starts,
    ``names`` is ``("a", "b", "c")``, ``ends[i]`` is the end of the member expression
    whose last key is ``names[i]``, and ``use`` says what is done with the outermost.
    The chain stops at the first key that is not static, and where a member expression
    stands in parentheses of its own (``(ns.a).b``).
    """

    start: int
    names: tuple[str, ...]
    ends: tuple[int, ...]
    use: int


@dataclass(frozen=True, slots=True)
class Binding:
    """One module-scope binding: the slot's local side.

    ``refs`` are all references to it (module docstring), declarations included;
    references inside a class declaration to the class's own inner binding are not.
    ``start``/``end`` span its first declaration's identifier (or the ``export default``).
    ``this_free`` is true where the value can be called without ``this`` being
    observed: a function or ``const`` function whose body has no ``this`` of its own
    and no direct eval, or an arrow; and that is never reassigned.
    """

    name: str
    kind: BindingKind
    start: int
    end: int
    refs: tuple[int, ...]
    members: tuple[Member, ...] = ()
    this_free: bool = False
    reassigned: bool = False


@dataclass(frozen=True, slots=True)
class GlobalName:
    """A free name: all references to it, and member chains that start with it."""

    name: str
    refs: tuple[int, ...]
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedSite:
    """An anonymous function or class that takes its name from a module-scope binding
    (*NamedEvaluation*). ``start``/``end`` span the function or class expression,
    without parentheses around it."""

    binding: int
    start: int
    end: int


class StatementKind(Enum):
    """What a module-level statement is, as far as emission must know."""

    IMPORT = "import"
    """Import declaration: goes."""
    EXPORT_LIST = "export-list"
    """``export {…}``, ``export … from``, ``export *``: goes."""
    EXPORT_DEFAULT = "export-default"
    """``export default`` expression or anonymous class; or, if the binding is a FUNCTION-like
    hoisted one, see EXPORT_DEFAULT_FUNCTION."""
    EXPORT_DEFAULT_FUNCTION = "export-default-function"
    """``export default function () {}`` without a name."""
    FUNCTION = "function"
    CLASS = "class"
    VARIABLES = "variables"
    DIRECTIVE = "directive"
    EXPRESSION = "expression"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Statement:
    """One module-level statement.

    ``start``/``end`` span it, ``export`` keywords and final ``;`` included, comments
    around it not. ``inner`` is where what stays after the keywords ``export`` and
    ``default`` are dropped begins: the declaration, or for EXPORT_DEFAULT the text
    after ``default`` (parentheses and comments kept); equal to ``start`` where nothing
    is dropped. ``name_at`` is, for an anonymous default function, where its name would
    stand; else -1. ``asi`` is true where the statement ends without the ``;`` it needs.
    ``declares`` and ``reads`` are indices of bindings; ``reads`` counts every reference
    in the statement that is not a declaration, nested functions included.
    ``loop`` is true where module-level code of it has a loop.
    """

    kind: StatementKind
    start: int
    end: int
    inner: int
    name_at: int
    asi: bool
    loop: bool
    declares: tuple[int, ...]
    reads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ImportMeta:
    """``import.meta``, spanned by ``start``/``end``. ``key`` is that of ``import.meta.key``, ""
    if there is no static key."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class AssetUrl:
    """``new URL(specifier, import.meta.url)`` with a constant specifier, ``URL`` being the
    global. ``argument_start``/``argument_end`` span the specifier; ``meta_start`` is where
    ``import.meta`` starts."""

    specifier: str
    argument_start: int
    argument_end: int
    meta_start: int


@dataclass(frozen=True, slots=True)
class ModuleRecord:
    """What one file is (module docstring).

    ``globals``: free names, sorted.
    ``nested``: each name that is bound in some nested scope, with the spans of all
    scopes that bind it (flat: start, end, …), for the capture check.
    ``this_starts``: starts of ``this`` where it is the module's (always 4 long).
    ``awaits``: start of each top-level ``await`` (``for await`` included);
    ``always_awaits``: one of them is reached whenever the module comes to its end.
    ``script_comments``: offsets in code of ``<!--`` and ``-->``, which a script would
    take for comments. ``cut``: spans to drop from the text wherever it goes
    (hashbang, ``sourceMappingURL`` comments).
    ``hashbang``: the first line if it is one, without its end, else "".
    ``created_requires``: spans of the calls of ``createRequire`` that give an ES module the
    ``require`` that its requests are made with.
    ``definitions`` and ``configs``: the calls of an AMD or CMD module to its loader, by place;
    ``open_ids`` are the spans of ids there that are known only when the program runs.
    ``global_declarations`` of a SCRIPT, CMD or AMD module, by place; ``prologue_end`` is where its
    directives end.
    ``may_be_sloppy``: a file that runs in a function of its own may have syntax that strict code
    has not.
    """

    kind: ModuleKind
    requests: tuple[Request, ...] = ()
    imports: tuple[ImportEntry, ...] = ()
    local_exports: tuple[LocalExport, ...] = ()
    indirect_exports: tuple[IndirectExport, ...] = ()
    star_exports: tuple[StarExport, ...] = ()
    bindings: tuple[Binding, ...] = ()
    globals: tuple[GlobalName, ...] = ()
    nested: tuple[tuple[str, tuple[int, ...]], ...] = ()
    named_sites: tuple[NamedSite, ...] = ()
    statements: tuple[Statement, ...] = ()
    this_starts: tuple[int, ...] = ()
    import_metas: tuple[ImportMeta, ...] = ()
    dynamic_imports: tuple[DynamicImport, ...] = ()
    require_templates: tuple[RequireTemplate, ...] = ()
    created_requires: tuple[tuple[int, int], ...] = ()
    direct_evals: tuple[int, ...] = ()
    awaits: tuple[int, ...] = ()
    always_awaits: bool = False
    script_comments: tuple[int, ...] = ()
    cut: tuple[tuple[int, int], ...] = ()
    hashbang: str = ""
    asset_urls: tuple[AssetUrl, ...] = ()
    definitions: tuple[Definition, ...] = ()
    configs: tuple[LoaderConfig, ...] = ()
    open_ids: tuple[tuple[int, int], ...] = ()
    global_declarations: tuple[GlobalDeclaration, ...] = ()
    prologue_end: int = 0
    may_be_sloppy: bool = False


def references(flat: tuple[int, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield ``(start, end, flags)`` of each reference in a flat tuple."""
    numbers = iter(flat)
    return zip(numbers, numbers, numbers, strict=True)
