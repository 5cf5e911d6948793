"""The walk over a syntax tree: what it gathers, and the loop.

There is one walk per file, with an explicit stack of ``(node, scope)`` and a table of
handlers by node type (expressions.py, declarations.py, entries.py; branches.py and mixed.py
where ``require`` is followed). A handler notes what the record needs and pushes the
children. Flags of references are kept by the offset at which their identifier starts,
since only few identifiers turn out to refer to module-scope or global names; flags of
member expressions by the offset at which they end, which no two of them share.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pybundle.construct.record import AssetUrl, BindingKind, Ref
from pybundle.construct.request_record import DynamicImport, Request
from pybundle.construct.scan.parse import Node, ScanError
from pybundle.construct.scan.scopes import Scope

Handler = Callable[["Walk", Node, Scope], object]

ANONYMOUS: Final = ("FunctionExpression", "ArrowFunctionExpression", "ClassExpression")


_STRICT_RESERVED: Final = frozenset(
    ("implements", "interface", "package", "private", "protected", "public", "static")
)


def refuse_reserved(identifier: Node) -> None:
    """Raise ``ScanError`` if ``identifier`` is a word that strict code reserves: as
    labels and references of free names, the parser lets them pass."""
    if identifier.name in _STRICT_RESERVED:
        text = f"Syntax error: {identifier.name!r} is a reserved word in ES modules"
        raise ScanError(text, *identifier.range)


class Handlers(dict[str, Handler]):
    """Handlers by node type; an unknown type is a ``ScanError``, not a ``KeyError``."""

    def __missing__(self, kind: str) -> Handler:
        def refuse(walk: Walk, node: Node, scope: Scope) -> None:
            start, end = node.range or (0, 0)
            raise ScanError(f"Syntax that pybundle doesn't know: {kind}", start, end)

        return refuse


class Walk:
    """What the walk over one module has gathered so far.

    ``declared`` maps the name of each module-scope binding to its kind and the span of
    its first declaration. ``flags`` holds ``Ref`` flags by start of identifier.
    ``chains`` maps the start of an identifier to the outermost member expression that
    it heads. ``called`` and ``written`` are ends of member expressions. ``named``
    maps the start of a binding identifier to the anonymous function or class that
    takes its name from it. ``values`` maps the name of a module-scope
    binding to the function, arrow or class that its declaration gives it.
    ``exports`` holds export name, name of the binding and span. ``guarded`` holds the
    starts of ``import()`` whose promises are caught on the spot. ``asset_urls`` holds what
    may be one, with the start of ``URL``. ``requires`` are the
    calls of something called as one of ``loaders``, with the kind of request and whether they
    stand in a function; ``created`` the
    calls that may make such a function, with what they are called; ``branches`` hold the
    code that runs on a condition (its span, the test, the outcome), ``tries`` the spans
    of ``try`` statements that catch. ``calls`` are all calls and ``declarators`` those of
    variables (and declarations of functions) with a value, of files that run in a function of
    their own, each with the scope that it is in. ``is_sloppy``: there may be what strict code
    may not have (sloppy.py).
    """

    __slots__ = (
        "asset_urls",
        "awaits",
        "branches",
        "called",
        "calls",
        "chains",
        "created",
        "declarators",
        "declared",
        "direct_evals",
        "dynamic_imports",
        "exports",
        "flags",
        "guarded",
        "imports",
        "indirect_exports",
        "is_sloppy",
        "loaders",
        "loop",
        "meta_properties",
        "module",
        "named",
        "redeclared",
        "requests",
        "requires",
        "scopes",
        "script_comments",
        "source",
        "stack",
        "star_exports",
        "starts",
        "this_starts",
        "tries",
        "values",
        "written",
    )

    def __init__(self, source: str) -> None:
        self.source = source
        self.module = Scope(None, 0, len(source))
        self.scopes = [self.module]
        self.stack: list[tuple[Node, Scope]] = []
        self.declared: dict[str, tuple[BindingKind, int, int]] = {}
        self.redeclared: set[str] = set()
        self.values: dict[str, Node] = {}
        self.flags: dict[int, int] = {}
        self.starts: set[int] = set()
        self.chains: dict[int, Node] = {}
        self.called: set[int] = set()
        self.written: set[int] = set()
        self.named: dict[int, Node] = {}
        self.loop = False
        self.this_starts: list[int] = []
        self.meta_properties: list[tuple[Node, Node | None]] = []
        self.dynamic_imports: list[tuple[Request | None, DynamicImport]] = []
        self.guarded: set[int] = set()
        self.asset_urls: list[tuple[int, AssetUrl]] = []
        self.direct_evals: list[int] = []
        self.awaits: list[int] = []
        self.script_comments: list[int] = []
        self.requests: list[Request] = []
        self.imports: list[tuple[int, str | None, Node, Node]] = []
        self.exports: list[tuple[str, str, int, int]] = []
        self.indirect_exports: list[tuple[str, int, str | None, int, int]] = []
        self.star_exports: list[tuple[int, int, int]] = []
        self.loaders: frozenset[str] = frozenset()
        self.created: list[tuple[str, Node]] = []
        self.requires: list[tuple[Node, str, bool]] = []
        self.branches: list[tuple[int, int, Node, bool]] = []
        self.tries: list[tuple[int, int]] = []
        self.calls: list[tuple[Node, Scope]] = []
        self.declarators: list[tuple[Node, Scope]] = []
        self.is_sloppy = False

    def run(self, handlers: Handlers, node: Node) -> None:
        """Walk over ``node``, a module-level statement."""
        stack = self.stack
        stack.append((node, self.module))
        pop = stack.pop
        while stack:
            node, scope = pop()
            handlers[node.type](self, node, scope)

    def push_all(self, nodes: list[Node], scope: Scope) -> None:
        """Push those of ``nodes`` that are not None (holes of an array)."""
        self.stack += [(node, scope) for node in nodes if node is not None]

    def scope(self, parent: Scope, start: int, end: int) -> Scope:
        """Return a new scope in ``parent``."""
        scope = Scope(parent, start, end)
        self.scopes.append(scope)
        return scope

    def function_scope(self, parent: Scope, start: int, end: int) -> Scope:
        """Return a new scope of code that is called, with a ``this`` of its own."""
        scope = Scope(parent, start, end)
        scope.variables = scope.receiver = scope
        scope.top = scope.guarded = False
        self.scopes.append(scope)
        return scope

    def mark(self, identifier: Node, flag: int) -> None:
        """Add ``flag`` (of ``Ref``) to the reference by ``identifier``."""
        start = identifier.range[0]
        self.flags[start] = self.flags.get(start, 0) | flag

    def declare(self, identifier: Node, scope: Scope, kind: BindingKind) -> None:
        """Bind ``identifier`` in ``scope``, which must be the one that holds it."""
        name = identifier.name
        if scope is not self.module:
            scope.names.add(name)
            return
        start, end = identifier.range
        self.mark(identifier, Ref.DECLARATION)
        scope.refs[name].append(identifier)
        if name in self.declared:
            self.redeclared.add(name)
            if self.declared[name][1] < start:
                return
        self.declared[name] = (kind, start, end)

    def declare_variable(self, identifier: Node, scope: Scope) -> None:
        """Bind the ``var`` called ``identifier``, declared in ``scope``, where it is
        hoisted to; note the catch parameters of its name that it passes."""
        holder = scope.variables
        self.declare(identifier, holder, BindingKind.VAR)
        if holder is not self.module:
            return
        name = identifier.name
        while scope is not holder:
            parameter = scope.catch_parameter
            if parameter is not None and parameter.name == name:
                scope.captured = True
                self.mark(identifier, Ref.CAPTURED_BY_CATCH)
            assert scope.parent is not None
            scope = scope.parent

    def name_from(self, target: Node, value: Node, start: int) -> None:
        """Note *NamedEvaluation* of ``value`` for the identifier ``target``, if it is
        anonymous and ``target`` doesn't stand in parentheses: ``start`` is where the
        construct starts of which ``target`` is the left side."""
        if value.type in ANONYMOUS and value.id is None and target.range[0] == start:
            self.named[start] = value
