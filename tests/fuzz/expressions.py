"""Random expressions over the names in scope."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random

from tests.fuzz.features import Features
from tests.fuzz.model import End, Node
from tests.fuzz.names import COMMON, FREE, GLOBALS, member, quote, reference
from tests.fuzz.shape import Kind

CALLABLE = (Kind.FUNCTION, Kind.ASYNC, Kind.GENERATOR)


@dataclass(frozen=True, slots=True)
class Sym:
    """A name in scope. ``bound`` is what may be done to it: ``"let"`` (assign),
    ``"const"`` or ``"import"`` (throws), ``"counter"`` (leave alone).
    ``members`` are a namespace's exports. ``exported``: it may be an exported binding of
    this module."""

    name: str
    kind: Kind
    level: int
    bound: str
    members: tuple[Sym, ...] = ()
    exported: bool = False


class Expressions:
    """Writes expressions. ``level`` bounds what may be called, ``depth`` nesting.

    ``unready`` are the module's names that may be in the TDZ where the writer is."""

    def __init__(self, rng: Random, module: int, features: Features) -> None:
        self.rng = rng
        self.place = module
        self.features = features
        self.scopes: list[dict[str, Sym]] = []
        self.level = 9
        self.depth = 0
        self.counter = 0
        self.traits: set[str] = set()
        self.lazy: list[tuple[str, Sym]] = []
        self.labels: list[str] = []
        self.unready: set[str] = set()
        self.careful = False
        self._visible: list[Sym] | None = None

    # -- scope ---------------------------------------------------------------------

    def push(self, *syms: Sym) -> None:
        """Enter a scope that binds ``syms``."""
        self.scopes.append({sym.name: sym for sym in syms})
        self._visible = None

    def pop(self) -> None:
        """Leave the innermost scope."""
        self.scopes.pop()
        self._visible = None

    def visible(self) -> list[Sym]:
        """All symbols that are not shadowed."""
        if self._visible is None:
            merged: dict[str, Sym] = {}
            for scope in self.scopes:
                merged.update(scope)
            if self.careful:
                for name in self.unready:
                    if merged.get(name) is self.scopes[0].get(name):
                        merged.pop(name, None)
            self._visible = list(merged.values())
        return self._visible

    @contextmanager
    def care(self) -> Iterator[None]:
        """Mostly avoid module-level names that may be in the TDZ: nothing catches."""
        outer, self.careful = self.careful, self.chance(0.985)
        self._visible = None
        yield
        self.careful, self._visible = outer, None

    def lookup(self, name: str) -> Sym | None:
        """What ``name`` means here; None for a global."""
        for scope in reversed(self.scopes):
            if name in scope:
                return scope[name]
        return None

    def pick(self, *kinds: Kind, where: Callable[[Sym], bool] | None = None) -> Sym | None:
        """A visible symbol of one of these kinds (any, if none are given)."""
        found = [
            sym
            for sym in self.visible()
            if (not kinds or sym.kind in kinds) and (where is None or where(sym))
        ]
        return self.rng.choice(found) if found else None

    def free(self) -> str:
        """A name that is bound nowhere here."""
        for _ in range(9):
            name = self.rng.choice(FREE)
            if self.lookup(name) is None:
                return name
        return "nowhere"

    def intrinsic(self, name: str) -> str | None:
        """A global by its name, or by ``globalThis`` where somebody has bound it; None
        where that is bound too."""
        if self.lookup(name) is None:
            return name
        return f"globalThis.{name}" if self.lookup("globalThis") is None else None

    # -- small things --------------------------------------------------------------

    def chance(self, probability: float) -> bool:
        """True with that probability."""
        return self.rng.random() < probability

    def label(self) -> str:
        """A string literal that no other print has."""
        self.counter += 1
        return f'"{self.place}.{self.counter}"'

    def log(self, *parts: str) -> str:
        """A print."""
        return f"console.log({', '.join((self.label(), *parts))})"

    def ref(self, sym: Sym) -> str:
        """The symbol's identifier."""
        return reference(self.rng, sym.name)

    def callable_here(self, sym: Sym) -> bool:
        """Whether calling it keeps the program finite."""
        return sym.level < self.level

    # -- expressions ---------------------------------------------------------------

    def literal(self) -> str:
        """A primitive."""
        return self.rng.choice(
            ("0", "1", "2", "-0", "3.5", "'s'", '"t"', "null", "true", "void 0", "undefined",
             "NaN", "10n", "`u`", "''")
        )  # fmt: skip

    def number(self) -> str:
        """An expression that is safe to compute with (nothing prints source text)."""
        roll = self.rng.random()
        if roll < 0.45:
            return str(self.rng.randint(0, 99))
        sym = self.pick(Kind.NUMBER)
        if sym is not None and roll < 0.7:
            return self.ref(sym)
        if sym is not None and roll < 0.76:
            return f"({self.ref(sym)} ?? {self.rng.randint(0, 9)})"
        if sym is not None and roll < 0.82:
            return f"`{self.rng.choice('pq')}${{{self.ref(sym)}}}`"
        if roll < 0.92:
            return self.call() or "7"
        return f"{self.rng.randint(1, 9)} + {self.rng.randint(1, 9)}"

    def call(self) -> str | None:
        """A call of a function in scope or in a namespace that gives a number."""
        sym = self.pick(Kind.FUNCTION, where=self.callable_here)
        if sym is None:
            return self.namespace_call()
        name = self.ref(sym)
        roll = self.rng.random()
        argument = self.rng.choice(("", "", "1", "'z'", "...[1, 2]"))
        if roll < 0.7:
            return f"{name}({argument})"
        if roll < 0.75:
            return f"{name}?.({argument})"
        if roll < 0.8:
            return f"(0, {name})({argument})"
        if roll < 0.85:
            return f"({name})({argument})"
        if roll < 0.9:
            return f"{name}.call({{ t: 1 }}, 1)"
        if roll < 0.95:
            return f"{name}`s${{1}}t`"
        return f"[1].map({name})[0]"

    def namespace_member(self, *kinds: Kind) -> tuple[Sym, Sym] | None:
        """A namespace in scope and one of its members."""
        space = self.pick(Kind.NAMESPACE, where=lambda s: any(m.kind in kinds for m in s.members))
        if space is None:
            return None
        return space, self.rng.choice([m for m in space.members if m.kind in kinds])

    def namespace_call(self) -> str | None:
        """``ns.f()`` and its kin."""
        found = self.namespace_member(Kind.FUNCTION)
        if found is None or not self.callable_here(found[1]):
            return None
        self.traits.add("namespace call")
        space, key = self.ref(found[0]), member(self.rng, found[1].name)
        forms = (
            f"{space}{key}()", f"{space}{key}()", f"{space}{key}(1)", f"({space}{key})()",
            f"(0, {space}{key})()", f"{space}{key}`t`", f"{space}{key}?.()",
            f"{space}?.{key.removeprefix('.')}()", f"{space}{key}.call(null)",
        )  # fmt: skip
        return self.rng.choice(forms)

    def value(self) -> str:
        """Any expression."""
        rng = self.rng
        self.depth += 1
        try:
            roll = rng.random()
            if self.depth > 4 or roll < 0.18:
                return self.literal()
            if roll < 0.4:
                return self.number()
            if roll < 0.6:
                sym = self.pick()
                return self.ref(sym) if sym else self.literal()
            return str(rng.choice(_VALUES)(self))
        finally:
            self.depth -= 1

    def array(self) -> str:
        """An array literal."""
        rest = ", ".join(self.value() for _ in range(self.rng.randint(0, 2)))
        return f"[{rest}]"

    def object(self) -> str:
        """An object literal with shorthands, getters and odd keys."""
        parts = []
        for _ in range(self.rng.randint(0, 3)):
            sym = self.pick()
            roll = self.rng.random()
            if sym is not None and roll < 0.45:
                parts.append(sym.name)
            elif roll < 0.55:
                parts.append(f"get p() {{ {self.log()}; return {self.rng.randint(0, 9)}; }}")
            elif roll < 0.62:
                parts.append(f"[`k{self.rng.randint(0, 9)}`]: {self.value()}")
            elif roll < 0.7 and sym is not None:
                parts.append(f"{sym.name}() {{ return typeof {self.ref(sym)}; }}")
            elif roll < 0.75:
                parts.append(f"...{{ s: {self.value()} }}")
            else:
                parts.append(f"{self.rng.choice(COMMON)}: {self.value()}")
        return "{ " + ", ".join(parts) + " }" if parts else "{}"

    def type_of(self) -> str:
        """``typeof`` of anything, TDZ and undeclared names included."""
        sym = self.pick()
        if sym is None or self.chance(0.15):
            self.traits.add("free name")
            return f"typeof {self.free()}"
        return f"typeof {self.ref(sym)}"

    def condition(self) -> str:
        """A conditional or logical expression."""
        form = self.rng.choice(("{} ? {} : {}", "{} && [{}] || [{}]", "[{}, {}, {}]"))
        return form.format(self.rng.choice(("true", "false", "0", "1")), self.value(), self.value())

    def arrow(self) -> str:
        """An arrow or function expression; its body is run by who calls it."""
        return self.rng.choice(
            ("() => 1", "(p) => p", "function () { return 2; }", "function q() { return 3; }",
             "async () => {}", "function* () { yield 1; }", "class {}", "class Q {}",
             "() => this", "class { static name = 'own'; }", "class { static s = this.name; }")
        )  # fmt: skip

    def named(self) -> str:
        """The name of a function or class."""
        sym = self.pick(Kind.FUNCTION, Kind.ASYNC, Kind.GENERATOR, Kind.CLASS)
        if sym is None:
            return "'none'"
        self.traits.add("name")
        return f"{self.ref(sym)}.name"

    def instance(self) -> str:
        """``new K``, or a static member."""
        found = self.namespace_member(Kind.CLASS)
        if found is not None and self.callable_here(found[1]) and self.chance(0.4):
            return f"new {self.ref(found[0])}{member(self.rng, found[1].name)}()"
        sym = self.pick(Kind.CLASS, where=self.callable_here)
        if sym is None:
            return "{}" if self.depth > 3 else "[]"
        name = self.ref(sym)
        return self.rng.choice((f"new {name}", f"new {name}()", f"new {name}().v", f"{name}.s",
                                f"new {name}(1) instanceof {name}", f"{name}.prototype.m",
                                f"{name}.length"))  # fmt: skip

    def property(self) -> str:
        """A member of an object or a namespace."""
        found = self.namespace_member(*Kind)
        if found is not None and self.chance(0.7):
            return f"{self.ref(found[0])}{member(self.rng, found[1].name)}"
        sym = self.pick(Kind.OBJECT)
        if sym is None:
            return "({ p: 1 }).p"
        return f"{self.ref(sym)}{self.rng.choice(('.p', '?.q', '.missing', '[`p`]'))}"

    def generated(self) -> str:
        """What a generator function yields."""
        sym = self.pick(Kind.GENERATOR, where=self.callable_here)
        return f"[...{self.ref(sym)}()]" if sym else "[...[1]]"

    def regular(self) -> str:
        """Regular expressions and templates: text that only looks like names."""
        sym = self.pick()
        name = sym.name if sym else "x"
        return self.rng.choice(
            (f"/{'x' if not name.isascii() or '$' in name else name}[/]/g.source",
             f"`{name} ${{typeof {name}}}`", quote(name), "String.raw`\\{}${'v'}`",
             "`<!-- ${1} -->`", "/=/.test('=')", f"({{ {name}: 1 }}).{name}",
             f"`a${{`b${{typeof {name}}}`}}c`")
        )  # fmt: skip

    def this(self) -> str:
        """``this`` where it may be the module's."""
        return self.rng.choice(
            ("typeof this", "this === undefined", "(() => typeof this)()", "[this].length",
             "typeof (() => this)()", "this?.x", "`${typeof this}`")
        )  # fmt: skip

    def globals(self) -> str:
        """A global, or what is bound in its place."""
        return f"typeof {self.rng.choice(GLOBALS)}"

    def meta(self) -> str:
        """``import.meta``."""
        if not self.features.meta:
            return self.this()
        self.traits.add("import.meta")
        return self.rng.choice(("typeof import.meta", "import.meta === import.meta",
                                "typeof import.meta.own", "(import.meta.own ??= 1)",
                                "import.meta.missing"))  # fmt: skip

    def direct_eval(self) -> str:
        """Direct eval, which sees its module's names under their own. It sees what the bundle
        calls a default export, too (docs/semantics.md, known deviations)."""
        if not self.features.eval:
            return self.type_of()
        self.traits.add("direct eval")
        sym = self.pick()
        free = [name for name in FREE if not name.endswith("_default")]
        name = sym.name if sym else self.rng.choice(free)
        writable = sym is not None and sym.bound == "let" and sym.kind == Kind.NUMBER
        forms = [name, f"typeof {name}", f"typeof {self.rng.choice(free)}", "typeof this",
                 f"var {name} = 1; typeof {name}", f"(() => typeof {name})()",
                 f"{{ let {name} = 2; {name} }}", "typeof"]  # fmt: skip
        if writable:
            forms += [f"{name} = {self.rng.randint(0, 9)}", f"{name}++", f"typeof ({name} = 1)"]
        return f"eval({quote(self.rng.choice(forms))})"

    def dynamic(self) -> str:
        """An ``import()`` whose outcome is printed; not awaited."""
        if not self.lazy:
            return self.this()
        return self.load(*self.rng.choice(self.lazy))

    def load(self, text: str, space: Sym) -> str:
        """An ``import()`` of one module."""
        self.traits.add("import()")
        shown = "typeof n"
        if space.members and self.chance(0.6):
            shown = "n" + member(self.rng, self.rng.choice(space.members).name)
        elif self.chance(0.5):
            shown = "Object.keys(n)"
        known = self.pick(Kind.NAMESPACE)
        if known is not None and self.chance(0.3):
            shown = f"n === {known.name}"
        failed = self.log("r?.name")
        settle = f"(n) => {self.log(shown)}"
        if self.chance(0.4):
            return f"import({text}).then({settle}, (r) => {failed}) && 0"
        return f"import({text}).then({settle}).catch((r) => {failed}) && 0"

    def arrow_call(self) -> str:
        """A function called on the spot, with parameters that shadow."""
        name = self.rng.choice(COMMON)
        default = self.value()
        self.push(Sym(name, Kind.NUMBER, 0, "let"))
        inner = self.value()
        self.pop()
        return self.rng.choice(
            (f"(({name}) => [{inner}])({self.rng.randint(0, 9)})",
             f"(({name} = {self.rng.randint(0, 9)}) => [{inner}])()",
             f"(({{ {name} }}) => [{inner}])({{ {name}: 1 }})",
             f"(function ({name}) {{ return [{inner}]; }})(1)",
             f"((q = [{default}]) => q)()")
        )  # fmt: skip


_VALUES: tuple[Callable[[Expressions], str], ...] = (
    Expressions.array, Expressions.object, Expressions.type_of, Expressions.type_of,
    Expressions.condition, Expressions.arrow, Expressions.named, Expressions.named,
    Expressions.instance, Expressions.property, Expressions.property, Expressions.generated,
    Expressions.regular, Expressions.this, Expressions.globals, Expressions.meta,
    Expressions.dynamic,
    Expressions.direct_eval,
    Expressions.arrow_call, Expressions.arrow_call,
)  # fmt: skip


def open_statement(text: str) -> Node:
    """An expression or variable statement."""
    return Node(text, End.OPEN)
