"""Random statements: prints, calls, writes, reflection on namespaces, nested scopes."""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz.expressions import Expressions, Sym, open_statement
from tests.fuzz.model import End, Node
from tests.fuzz.names import COMMON, member
from tests.fuzz.shape import Kind

REFLECTION = (
    "Object.keys({ns})", "Object.keys({ns}).length", "Object.getOwnPropertyNames({ns})",
    "Reflect.ownKeys({ns}).map(String)", "Object.getOwnPropertyDescriptor({ns}, {key})",
    "Object.getOwnPropertyDescriptor({ns}, 'missing')",
    "Object.keys(Object.getOwnPropertyDescriptors({ns}))",
    "{key} in {ns}", "'missing' in {ns}", "Symbol.iterator in {ns}", "Reflect.has({ns}, {key})",
    "Object.hasOwn({ns}, {key})", "{ns}.missing", "{ns}[{key}]", "typeof {ns}[{key}]",
    "Object.prototype.toString.call({ns})", "{ns}[Symbol.toStringTag]", "{ns}[Symbol.iterator]",
    "Object.getOwnPropertyDescriptor({ns}, Symbol.toStringTag)",
    "Object.getPrototypeOf({ns})", "Object.isExtensible({ns})", "Object.isFrozen({ns})",
    "Object.isSealed({ns})", "Object.freeze({ns}) === {ns}", "Object.seal({ns}) === {ns}",
    "Object.preventExtensions({ns}) === {ns}", "Reflect.set({ns}, {key}, 1)",
    "Reflect.set({ns}, 'missing', 1)", "({ns}[{key}] = 1)", "({ns}.missing = 1)",
    "delete {ns}[{key}]", "delete {ns}.missing", "delete {ns}[Symbol.toStringTag]",
    "Reflect.deleteProperty({ns}, {key})", "Reflect.deleteProperty({ns}, 'missing')",
    "Object.defineProperty({ns}, {key}, {{ value: 1 }}) === {ns}",
    "Reflect.defineProperty({ns}, {key}, {{ value: {ns}[{key}] }})",
    "Reflect.defineProperty({ns}, {key}, {{ value: {ns}[{key}], writable: true, "
    "enumerable: true, configurable: false }})",
    "Reflect.defineProperty({ns}, {key}, {{ get() {{ return 1; }} }})",
    "Reflect.defineProperty({ns}, {key}, {{}})",
    "Reflect.defineProperty({ns}, {key}, {{ enumerable: false }})",
    "Reflect.defineProperty({ns}, 'missing', {{ value: 1 }})",
    "Reflect.defineProperty({ns}, Symbol.toStringTag, {{ value: 'Module' }})",
    "Reflect.defineProperty({ns}, Symbol.toStringTag, {{ value: 'Other' }})",
    "{{ ...{ns} }}", "Object.assign({{}}, {ns})", "Object.entries({ns}).length",
    "Object.values({ns}).map((v) => typeof v)", "{ns} === {other}", "new Set([{ns}, {other}]).size",
    "Object.setPrototypeOf({ns}, null) === {ns}", "Object.setPrototypeOf({ns}, {{}})",
    "Reflect.setPrototypeOf({ns}, Array.prototype)", "{ns} instanceof Object",
    "`${{{ns}}}`", "{ns} + ''",
    "Reflect.get({ns}, {key}, {{}})",
    "(({{ [{key}]: d, ...rest }}) => Object.keys(rest))({ns})", "JSON.stringify(Object.keys({ns}))",
    "((o) => o === {ns})({other})", "[{ns}].includes({other})", "typeof {ns}", "{ns}.toString",
    "{ns}.hasOwnProperty", "{ns}.__proto__", "{ns}?.[{key}]", "Object.is({ns}, {ns})",
    "((o, k) => o[k])({ns}, {key})", "{ns}[{key}]?.name", "Array.isArray({ns})",
    "((o) => {{ const r = []; for (const k in o) r.push(k); return r; }})({ns})",
    "Object.isFrozen(Object.preventExtensions({ns}))", "{ns}",
)  # fmt: skip

NAMESPACE_WRITES = (
    "{m} = 1", "{m} += 1", "{m}++", "--{m}", "{m} ??= 1", "{m} ||= 1", "{m} &&= 1", "[{m}] = [1]",
    "({{ p: {m} }} = {{ p: 1 }})", "({{ p: {m} = 2 }} = {{}})", "[...{m}] = [1]", "delete {m}",
    "for ({m} of [1, 2]) {{ }}", "for ({m} in {{ k: 1 }}) {{ }}", "({m}) = 1", "{m} **= 2",
)  # fmt: skip

IMPORT_WRITES = (
    "{x} = {v}", "{x} += 1", "{x}++", "++{x}", "--{x}", "{x} ??= {v}", "{x} ||= {v}",
    "{x} &&= {v}", "[{x}] = [1]", "[, {x} = {v}] = [1]", "[...{x}] = [1]",
    "({{ {x} }} = {{ {x}: 1 }})", "({{ {x} = 2 }} = {{}})", "({{ p: {x} }} = {{ p: {v} }})",
    "({{ ...{x} }} = {{}})", "({{ p: [{x}] }} = {{ p: [1] }})",
    "for ({x} of [1, 2]) {{ {log} }}", "for ({x} in {{ k: 1 }}) {{ {log} }}",
    "for ([{x}] of [[1]]) {{ }}", "for ({{ {x} }} of [{{ {x}: 1 }}]) {{ }}", "({x}) = {v}",
    "({x})++", "{x} = {x}", "{x} **= 2", "(({x})) = () => 1", "{x} = ({log}, 1)",
    "for ({x} = 1; false; ) {{ }}", "(() => {{ {x} = 1 }})()", "({{ [`k`]: {x} = 1 }} = {{}})",
)  # fmt: skip

FUNCTIONS: tuple[str, ...] = (
    "() => 1", "function () { return 1; }", "(function () {})", "async () => {}",
    "function* () {}", "class {}", "(class {})", "class { static s = this.name; }",
    "((function () {}))", "function own() {}", "class Own {}", "(0, function () {})",
    "class { static name() {} }",
)  # fmt: skip


class Statements(Expressions):
    """Writes statements."""

    def use(self) -> list[Node]:
        """One or two statements that show something."""
        self.depth += 1
        outer, self.careful, self._visible = self.careful, False, None
        try:
            pool = _SMALL if self.depth > 3 else _ALL
            return self.rng.choice(pool)(self)
        finally:
            self.depth -= 1
            self.careful, self._visible = outer, None

    def uses(self, low: int, high: int) -> tuple[Node, ...]:
        """Some statements."""
        return tuple(node for _ in range(self.rng.randint(low, high)) for node in self.use())

    def guard(self, *nodes: Node, bare: float = 0.03) -> list[Node]:
        """``try`` around statements; with probability ``bare``, nothing."""
        if self.features.uncaught and self.chance(bare):
            return list(nodes)
        name = self.rng.choice(("e", "e", "e", "x", "f", "ns"))
        if self.chance(0.05):
            return [Node("try {", body=nodes, tail=f"}} catch {{ {self.log()}; }}")]
        shown = self.rng.choice((f"{name}.name", f"{name}.constructor.name", f"{name}?.name"))
        tail = f"}} catch ({name}) {{ {self.log(shown)}; }}"
        if self.chance(0.05):
            tail += f" finally {{ {self.log()}; }}"
        return [Node("try {", body=nodes, tail=tail)]

    # -- prints --------------------------------------------------------------------

    def show(self) -> list[Node]:
        """Print values."""
        values = [self.value() for _ in range(self.rng.choice((1, 1, 1, 2)))]
        return self.guard(open_statement(self.log(*values)))

    def show_symbol(self) -> list[Node]:
        """Print one name's value."""
        sym = self.pick()
        return self.guard(open_statement(self.log(self.ref(sym) if sym else "0")))

    def show_namespace(self) -> list[Node]:
        """Reflection on a namespace object."""
        sym = self.pick(Kind.NAMESPACE)
        if sym is None:
            return self.show()
        self.traits.add("reflection")
        if self.chance(0.2) and sym.members:
            return self._write_member(sym)
        other = self.pick(Kind.NAMESPACE) or sym
        names = [m.name for m in sym.members] or ["x"]
        key = self.rng.choice(names)
        text = self.rng.choice(REFLECTION).format(
            ns=self.ref(sym), other=other.name, key=repr(key) if key.isascii() else f'"{key}"'
        )
        return self.guard(open_statement(self.log(text)), bare=0.02)

    def _write_member(self, sym: Sym) -> list[Node]:
        key = member(self.rng, self.rng.choice(sym.members).name)
        text = self.rng.choice(NAMESPACE_WRITES).format(m=sym.name + key)
        self.traits.add("namespace write")
        end = End.CLOSED if text.endswith("}") else End.OPEN
        return self.guard(Node(text, end), bare=0.02)

    # -- writes --------------------------------------------------------------------

    def write(self) -> list[Node]:
        """Assign to something that can be assigned."""
        sym = self.pick(where=lambda s: s.bound == "let" and s.kind != Kind.NAMESPACE)
        if sym is None:
            return self.show()
        self.traits.add("write")
        if sym.kind in (Kind.FUNCTION, Kind.CLASS):
            return self._write_function(sym)
        if sym.kind != Kind.NUMBER:
            return self.show()
        x, v = sym.name, self.number()
        form = self.rng.choice(
            ("{x} = {v}", "{x} = {v}", "{x} += 1", "{x}++", "--{x}", "{x} ??= {v}", "[{x}] = [{v}]",
             "({{ {x} }} = {{ {x}: {v} }})", "({{ p: {x} = {v} }} = {{}})", "({x}) = {v}",
             "({{ {x} = {v} }} = {{}})", "[{x} = {v}] = []", "{x} ||= {v}", "{x} &&= {v}")
        )  # fmt: skip
        return self.guard(open_statement(form.format(x=x, v=v)), *self._after(sym))

    def _after(self, sym: Sym) -> list[Node]:
        return [open_statement(self.log(sym.name))] if self.chance(0.6) else []

    def _write_function(self, sym: Sym) -> list[Node]:
        kinds = FUNCTIONS[:3] if sym.kind == Kind.FUNCTION else FUNCTIONS[5:7]
        shown = "typeof {x} === 'function' ? {x}.name : 0"
        if self.chance(0.4):
            kinds, shown = FUNCTIONS, "{x}?.name"
        self.traits.add("named evaluation")
        form = self.rng.choice(
            ("{x} = {v}", "{x} = {v}", "({x}) = {v}", "{x} ??= {v}", "{x} ||= {v}", "{x} &&= {v}",
             "[{x} = {v}] = []", "({{ {x} = {v} }} = {{}})", "({{ p: {x} = {v} }} = {{}})",
             "for ({x} of [{v}]) ;", "for ([{x} = {v}] of [[]]) ;", "{x} = ({v})", "[{x}] = [{v}]",
             "({{ p: {x} }} = {{ p: {v} }})")
        )  # fmt: skip
        if sym.name == "async":
            form = form.replace("for ({x} of", "for (({x}) of")
        text = form.format(x=sym.name, v=self.rng.choice(kinds))
        nodes = [
            Node(text, End.CLOSED if text.startswith("for") else End.OPEN),
            open_statement(self.log(shown.format(x=sym.name))),
        ]
        return self.guard(*nodes)

    def write_import(self) -> list[Node]:
        """Assign to what can't be assigned."""
        sym = self.pick(where=self._throws_on_write)
        if sym is None:
            return self.show()
        self.traits.add(f"{sym.bound} write")
        forms: tuple[str, ...] = IMPORT_WRITES
        if sym.kind not in (Kind.NUMBER, Kind.NAMESPACE):
            forms = tuple(form for form in forms if "+=" not in form)
        form = self.rng.choice(forms)
        if sym.name == "async":
            form = form.replace("for ({x} of", "for (({x}) of")
        text = form.format(x=sym.name, v=self.number(), log=self.log())
        end = End.CLOSED if text.startswith("for") else End.OPEN
        return self.guard(Node(text, end), bare=0.02)

    def _throws_on_write(self, sym: Sym) -> bool:
        """Whether to assign to it is a TypeError. (To an exported ``const`` in its TDZ
        it is a ReferenceError for the specification, a TypeError for V8: left out.)"""
        disputed = sym.exported and (self.level != 9 or sym.name in self.unready)
        return sym.bound in ("const", "import") and not disputed

    # -- calls ---------------------------------------------------------------------

    def call_statement(self) -> list[Node]:
        """Call something for its effects."""
        text = self.call() or self.instance()
        if text[0] in "{f":
            text = f"void {text}"
        return self.guard(open_statement(text))

    def job(self) -> list[Node]:
        """Something that runs after the modules have."""
        if not self.features.jobs:
            return self.show()
        self.traits.add("job")
        sym = self.pick(Kind.ASYNC, where=self.callable_here)
        if sym is not None and self.chance(0.6):
            then = f"{self.ref(sym)}().then((v) => {self.log('v')}, (r) => {self.log('r.name')})"
            return self.guard(open_statement(then))
        starts = ["(async () => { await 0;"]
        promise, queue = self.intrinsic("Promise"), self.intrinsic("queueMicrotask")
        if promise is not None:
            starts += [f"{promise}.resolve().then(() => {{"] * 2
        if queue is not None:
            starts.append(f"{queue}(() => {{")
        if self.features.timers:
            starts.append("setTimeout(() => {")
        head = self.rng.choice(starts)
        body = self.guard(*self.uses(1, 2), bare=0)
        tail = "})()" if head.startswith("(async") else "})"
        return self.guard(Node(head, End.OPEN, tuple(body), tail))

    # -- nested scopes -------------------------------------------------------------

    def scoped(self, head: str, tail: str, *syms: Sym, end: End = End.CLOSED) -> Node:
        """A block whose head binds ``syms``."""
        self.push(*syms)
        body = self.uses(1, 2)
        self.pop()
        return Node(head, end, body, tail)

    def shadow(self) -> list[Node]:
        """A nested scope that binds a name of the module's."""
        sym = self.pick()
        name = sym.name if sym and self.chance(0.6) else self.rng.choice(COMMON)
        self.traits.add("shadow")
        inner = Sym(name, Kind.NUMBER, 0, "let")
        return self.guard(self.rng.choice(_SHADOWS)(self, name, inner), bare=0.03)

    def _block(self, name: str, inner: Sym) -> Node:
        late = self.chance(0.3)
        node = self.scoped("{", "}", inner)
        declaration = open_statement(f"let {name} = {self.rng.randint(0, 9)}")
        body = (*node.body, declaration) if late else (declaration, *node.body)
        return Node("{", body=body, tail="}")

    def _function(self, name: str, inner: Sym) -> Node:
        head, tail = self.rng.choice((
            (f"(function ({name}) {{", "})(1)"), (f"(({name}) => {{", "})(2)"),
            (f"(({{ {name} }}) => {{", f"}})({{ {name}: 3 }})"),
            (f"(function ({name} = 4) {{", "})()"), (f"(function (q, [{name}] = [5]) {{", "})()"),
            (f"((...{name}) => {{", "})(6)"), (f"(async ({name}) => {{", "})(7)"),
        ))  # fmt: skip
        return self.scoped(head, tail, inner, end=End.OPEN)

    def _defaults(self, name: str, inner: Sym) -> Node:
        outer = self.value()
        head = f"(function (q = {outer}) {{ var {name} = q;"
        return self.scoped(head, "})()", Sym(name, Kind.OBJECT, 0, "const"), end=End.OPEN)

    def _var(self, name: str, inner: Sym) -> Node:
        node = self.scoped("(() => {", "})()", inner, end=End.OPEN)
        form = self.rng.choice((f"{{ var {name} = 1; }}", f"for (var {name} of [1, 2]) ;",
                                f"try {{ throw 3; }} catch ({name}) {{ var {name} = 4; }}",
                                f"if (false) {{ var {name}; }}"))  # fmt: skip
        return Node(node.text, node.end, (*node.body, Node(form)), node.tail)

    def _inner_function(self, name: str, inner: Sym) -> Node:
        node = self.scoped("{", "}", Sym(name, Kind.FUNCTION, 0, "let"))
        form = f"function {name}() {{ {self.log()}; return 5; }}"
        return Node("{", body=(*node.body, Node(form)), tail="}")

    def _named_function(self, name: str, inner: Sym) -> Node:
        syms = Sym(name, Kind.FUNCTION, self.level, "const")
        return self.scoped(f"(function {name}() {{", "})()", syms, end=End.OPEN)

    def _named_class(self, name: str, inner: Sym) -> Node:
        syms = Sym(name, Kind.CLASS, self.level, "const")
        heritage = ""
        if self.chance(0.3):
            base = self.pick(Kind.CLASS)
            heritage = f" extends {base.name}" if base else ""
        head = f"(class {name}{heritage} {{ static {{"
        return self.scoped(head, "} })", syms, end=End.OPEN)

    def _catch(self, name: str, inner: Sym) -> Node:
        thrown, pattern = self.rng.choice(
            (("1", name), (f"{{ {name}: 2 }}", f"{{ {name} }}"), ("[]", f"[{name} = 3]"))
        )
        return self.scoped(f"try {{ throw {thrown}; }} catch ({pattern}) {{", "}", inner)

    def _for(self, name: str, inner: Sym) -> Node:
        head = self.rng.choice((
            f"for (const {name} of [1, 2]) {{", f"for (let {name} of [{name}]) {{",
            f"for (let {name} = 0; {name} < 2; {name}++) {{",
            f"for (const {name} in {{ k: 1 }}) {{",
            f"for (let [{name} = 3] of [[]]) {{",
        ))  # fmt: skip
        bound = "const" if "const" in head else "counter" if "++" in head else "let"
        return self.scoped(head, "}", Sym(name, Kind.NUMBER, 0, bound))

    def _switch(self, name: str, inner: Sym) -> Node:
        outer = self.value()
        first = self.rng.choice((f"case {name}: ", "case 0: ", ""))
        head = f"switch ({outer}) {{ {first}default: let {name} = 1;"
        return self.scoped(head, "}", inner)

    def _class(self, name: str, inner: Sym) -> Node:
        node = self.scoped(f"(class {{ static {{ var {name} = 1;", "}", inner, end=End.OPEN)
        key = "k" if name in ("constructor", "prototype") else name
        tail = f"}} static {key} = typeof {name}; #{key} = 1; [typeof {name}]() {{ }} }}).name"
        return Node(node.text, node.end, node.body, tail)

    # -- others --------------------------------------------------------------------

    def label_loop(self) -> list[Node]:
        """Labels are no references."""
        sym = self.pick()
        name = sym.name if sym else "x"
        if name in self.labels:
            return self.show()
        self.labels.append(name)
        jump = self.rng.choice(("break", "continue"))
        node = self.scoped(f"{name}: for (let i = 0; i < 2; i++) {{", f"{jump} {name}; }}")
        self.labels.pop()
        return self.guard(node)

    def hazard(self) -> list[Node]:
        """A statement that starts with what could continue the one before."""
        with self.care():
            value = self.value()
        text = self.rng.choice((
            f"(() => {{ {self.log()}; }})()", f"[{value}].forEach((v) => {self.log('v')})",
            f"`${{{self.log()}}}`.length", "/x/.test('x')", f"+{self.rng.randint(1, 9)}",
            f"(0, {self.log(value)})", f"-(function () {{ {self.log()}; }})()",
        ))  # fmt: skip
        return self.guard(open_statement(text), bare=0.7)

    def pure(self) -> list[Node]:
        """An expression statement that is only an identifier, ``this``, a literal …"""
        with self.care():
            sym = self.pick()
        text = self.rng.choice((sym.name if sym else "1", "this", "'use client'", "0", "this?.x"))
        if text == "async" or text == "using":
            text = f"({text})"
        return self.guard(open_statement(text), bare=0.2)

    def throw(self) -> list[Node]:
        """An error of the program's own."""
        if not self.features.uncaught or not self.chance(0.12):
            return self.show()
        own = self.intrinsic("Error") or "RangeError"
        error = self.rng.choice(("1", "'text'", "{ name: 'Own' }", "null", "undefined",
                                 f"new {own}('m')", "new RangeError('r')"))  # fmt: skip
        return self.guard(open_statement(f"throw {error}"), bare=0.2)

    def free_name(self) -> list[Node]:
        """A name that is bound nowhere."""
        self.traits.add("free name")
        return self.guard(open_statement(self.log(self.free())), bare=0.02)


_SHADOWS: tuple[Callable[[Statements, str, Sym], Node], ...] = (
    Statements._block, Statements._function, Statements._defaults, Statements._var,
    Statements._inner_function, Statements._named_function, Statements._named_class,
    Statements._catch, Statements._for, Statements._switch, Statements._class,
)  # fmt: skip
_SMALL: tuple[Callable[[Statements], list[Node]], ...] = (
    Statements.show, Statements.show_symbol, Statements.show_symbol, Statements.write_import,
    Statements.write, Statements.call_statement,
)  # fmt: skip
_ALL: tuple[Callable[[Statements], list[Node]], ...] = (
    *_SMALL, Statements.show, Statements.show, Statements.show_namespace,
    Statements.show_namespace, Statements.show_namespace, Statements.write,
    Statements.call_statement, Statements.job, Statements.shadow, Statements.shadow,
    Statements.shadow, Statements.label_loop, Statements.hazard, Statements.pure,
    Statements.throw, Statements.free_name,
)  # fmt: skip
