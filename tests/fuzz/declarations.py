"""Declarations: variables, functions, classes and default exports of every form."""

from __future__ import annotations

from collections.abc import Sequence

from tests.fuzz.expressions import Sym, open_statement
from tests.fuzz.model import End, Node
from tests.fuzz.names import COMMON
from tests.fuzz.shape import DEFAULT, Decl, Kind
from tests.fuzz.statements import Statements

PREFIX = {Kind.FUNCTION: "function ", Kind.ASYNC: "async function ", Kind.GENERATOR: "function* "}


def _own_this(body: Sequence[Node]) -> bool:
    """Whether a function's body can't be an arrow's."""
    return any("arguments" in node.text or "new.target" in node.text for node in body)


class Declarations(Statements):
    """Writes declarations. At module level ``level`` is 9, in a body the function's."""

    def declare(self, decl: Decl) -> list[Node]:
        """The statements that declare ``decl``, exported if it is inline."""
        with self.care():
            nodes = self._declare(decl)
        self.unready.discard(decl.name)
        return nodes

    def _declare(self, decl: Decl) -> list[Node]:
        export = "export " if decl.inline else ""
        if decl.as_default:
            export = "export default "
        if decl.name == DEFAULT:
            return [self._default(decl)]
        if decl.keyword == "function":
            return [self._function_node(decl, f"{export}{PREFIX[decl.kind]}{decl.name}")]
        if decl.keyword == "class":
            return [self._class_node(decl, f"{export}class {decl.name}")]
        if decl.keyword == "var" and not export and self.chance(0.35):
            return self._scattered_var(decl)
        return [self._variable(decl, export)]

    # -- variables -----------------------------------------------------------------

    def _variable(self, decl: Decl, export: str) -> Node:
        head = f"{export}{decl.keyword} "
        if decl.kind == Kind.FUNCTION:
            return self._function_value(decl, head)
        if decl.kind == Kind.CLASS:
            return self._class_value(decl, head)
        value = self.number() if decl.kind == Kind.NUMBER else self.record(decl)
        x = decl.name
        if self.chance(0.55):
            if decl.keyword != "const" and self.chance(0.12):
                return open_statement(f"{head}{x}")
            return open_statement(f"{head}{x} = {value}")
        self.traits.add("destructuring")
        form = self.rng.choice(
            ("{{ {x} }} = {{ {x}: {v} }}", "[{x}] = [{v}]", "{{ p: {x} }} = {{ p: {v} }}",
             "{{ {x} = {v} }} = {{}}", "[{x} = {v}] = []", "{{ p: [, {x}] }} = {{ p: [0, {v}] }}",
             "{{ [`k`]: {x} = {v} }} = {{}}")
        )  # fmt: skip
        if decl.kind == Kind.OBJECT and self.chance(0.2):
            form = "{{ q: {{}}, ...{x} }} = {{ q: 1, p: {v} }}"
        return open_statement(head + form.format(x=x, v=value))

    def record(self, decl: Decl) -> str:
        """An object with a getter that shows, a method and a value."""
        getter = f"get p() {{ {self.log()}; return {self.rng.randint(0, 9)}; }}"
        method = f"q() {{ return typeof {decl.name if decl.name != DEFAULT else 'this'}; }}"
        return f"{{ {getter}, {method}, r: {self.number()} }}"

    def group(self, decls: Sequence[Decl]) -> Node:
        """One statement that declares several variables of one keyword."""
        self.traits.add("destructuring")
        head = ("export " if decls[0].inline else "") + decls[0].keyword + " "
        names = [decl.name for decl in decls]
        with self.care():
            text = self._group(head, names)
        self.unready.difference_update(names)
        return open_statement(text)

    def _group(self, head: str, names: list[str]) -> str:
        roll = self.rng.random()
        if roll < 0.4:
            return head + ", ".join(f"{x} = {self.number()}" for x in names)
        if roll < 0.7:
            source = ", ".join(f"{x}: {self.number()}" for x in names)
            pattern = ", ".join(f"{x} = 1" if self.chance(0.3) else x for x in names)
            return f"{head}{{ {pattern} }} = {{ {source} }}"
        values = ", ".join(self.number() for _ in names)
        return f"{head}[{', '.join(names)}] = [{values}]"

    def _scattered_var(self, decl: Decl) -> list[Node]:
        self.traits.add("nested var")
        x = decl.name
        value = self.number() if decl.kind == Kind.NUMBER else "() => 1"
        form = self.rng.choice(
            ("{{ var {x} = {v}; }}", "for (var {x} of [{v}]) {{ }}", "if (true) var {x} = {v};",
             "try {{ throw 1; }} catch ({x}) {{ var {x} = {v}; {log}; }}",
             "try {{ throw {{ p: 1 }}; }} catch ({{ p: q }}) {{ var {x} = q; }}",
             "for (var {x} = 0; {x} < 2; {x}++) ;", "for (var {x} in {{ k: {v} }}) {{ }}",
             "{{ {{ var [{x}] = [{v}]; }} }}", "switch (1) {{ case 1: var {x} = {v}; }}",
             "do {{ var {x} = {v}; }} while (false)", "l: {{ var {x} = {v}; break l; }}")
        )  # fmt: skip
        node = Node(form.format(x=x, v=value, log=self.log(x)))
        if self.chance(0.25):
            return [node, open_statement(f"var {x}, {x} = {self.number()}")]
        return [node]

    # -- functions -----------------------------------------------------------------

    def _inside(self, decl: Decl, parameters: str, *syms: Sym) -> tuple[Node, ...]:
        """A function's body; it returns a number, or yields."""
        outer, self.level = self.level, decl.level
        labels, self.labels = self.labels, []
        self.depth += 2
        self.push(*syms)
        nodes = list(self.uses(0, 2))
        if self.chance(0.3):
            this = self.rng.choice(("typeof this", "this === undefined", "arguments.length",
                                    "new.target === undefined"))  # fmt: skip
            nodes.insert(0, open_statement(self.log(this)))
        elif self.chance(0.6):
            nodes.insert(0, open_statement(self.log()))
        if decl.kind == Kind.ASYNC and self.chance(0.5):
            nodes.insert(self.rng.randint(0, len(nodes)), open_statement("await 0"))
        if decl.kind == Kind.GENERATOR:
            nodes.append(open_statement(f"yield {self.number()}"))
        else:
            nodes.append(open_statement(f"return {self.number()}"))
        self.pop()
        self.depth -= 2
        self.level, self.labels = outer, labels
        return tuple(nodes)

    def _parameters(self, decl: Decl) -> tuple[str, tuple[Sym, ...]]:
        if self.chance(0.6):
            return "", ()
        name = self.rng.choice((*COMMON, decl.name if decl.name != DEFAULT else "p"))
        inner = Sym(name, Kind.OBJECT, 0, "let")
        outer, self.level = self.level, decl.level
        default = self.number()
        self.level = outer
        text = self.rng.choice((name, f"{name} = {default}", f"...{name}", f"q = {default}, {name}",
                                f"{{ {name} }} = {{}}", f"{name}, q = () => {name}"))  # fmt: skip
        return text, (inner,)

    def _function_node(self, decl: Decl, head: str) -> Node:
        parameters, syms = self._parameters(decl)
        return Node(
            f"{head}({parameters}) {{", body=self._inside(decl, parameters, *syms), tail="}"
        )

    def _function_value(self, decl: Decl, head: str) -> Node:
        x = decl.name
        parameters, syms = self._parameters(decl)
        body = self._inside(decl, parameters, *syms)
        start, end = self.rng.choice((
            ("{x} = function ({p}) {{", "}}"), ("{x} = ({p}) => {{", "}}"),
            ("{x} = (function ({p}) {{", "}})"), ("{x} = function own({p}) {{", "}}"),
            ("{x} = (0, function ({p}) {{", "}})"), ("{{ {x} = ({p}) => {{", "}} }} = {{}}"),
            ("[{x} = function ({p}) {{", "}}] = []"),
            ("{{ p: {x} = function ({p}) {{", "}} }} = {{}}"),
            ("{x} = {{ m({p}) {{", "}} }}.m"), ("{x} = {{ {x}: function ({p}) {{", "}} }}[{k}]"),
        ))  # fmt: skip
        if "=>" in start and _own_this(body):
            start, end = "{x} = function ({p}) {{", "}}"
        text = start.format(x=x, p=parameters)
        return Node(head + text, End.OPEN, body, end.format(x=x, k=repr(x)))

    # -- classes -------------------------------------------------------------------

    def _heritage(self) -> str:
        if self.chance(0.65):
            return ""
        sym = self.pick(Kind.CLASS)
        roll = self.rng.random()
        if sym is None or roll < 0.12:
            return " extends (class { s2 = 1 })"
        if roll < 0.2:
            return " extends null"
        self.traits.add("heritage")
        return f" extends ({self.log()}, {sym.name})" if roll < 0.35 else f" extends {sym.name}"

    def _class_body(self, decl: Decl) -> tuple[Node, ...]:
        name = decl.name if decl.name != DEFAULT else ""
        nodes: list[Node] = []
        if self.chance(0.5):
            nodes.append(open_statement(f"static s = {self.number()}"))
        if name and self.chance(0.3 if decl.keyword == "class" else 0.03):
            own = self.rng.choice((f"static t = {name}", f"static t = typeof {name}",
                                   f"static self() {{ return {name}; }}"))  # fmt: skip
            nodes.append(
                open_statement(own) if own.endswith(name) or "typeof" in own else Node(own)
            )
        if self.chance(0.25):
            nodes.append(open_statement("static n = this.name"))
        if self.chance(0.2):
            own_name = name and decl.keyword == "class"
            binding = (Sym(name, Kind.CLASS, decl.level, "const"),) if own_name else ()
            labels, self.labels = self.labels, []
            nodes.append(self.scoped("static {", "}", *binding))
            self.labels = labels
        if self.chance(0.2):
            nodes.append(Node(f"[({self.log()}, `k{self.rng.randint(0, 9)}`)]() {{ }}"))
        if self.chance(0.15):
            key = self.type_of()
            nodes.append(open_statement(f"static [{key}] = 1"))
        outer, self.level = self.level, decl.level
        if self.chance(0.5):
            nodes.append(open_statement(f"v = {self.number()}"))
        if self.chance(0.2):
            nodes.append(open_statement(f"#p = {self.number()}"))
        self.level = outer
        if self.chance(0.4):
            body = self._inside(decl, "")
            nodes.append(Node("m() {", body=body, tail="}"))
        if self.chance(0.06):
            nodes.append(Node("static name() { }"))
        return tuple(nodes)

    def _class_node(self, decl: Decl, head: str) -> Node:
        text = f"{head}{self._heritage()} {{"
        return Node(text, body=self._class_body(decl), tail="}")

    def _class_value(self, decl: Decl, head: str) -> Node:
        x = decl.name
        start, end = self.rng.choice((
            ("{x} = class{h} {{", "}}"), ("{x} = (class{h} {{", "}})"),
            ("{x} = class Own{h} {{", "}}"), ("{{ {x} = class{h} {{", "}} }} = {{}}"),
            ("[{x} = class{h} {{", "}}] = []"), ("{x} = class {x}{h} {{", "}}"),
        ))  # fmt: skip
        text = start.format(x=x, h=self._heritage())
        return Node(head + text, End.OPEN, self._class_body(decl), end.format())

    # -- default exports -----------------------------------------------------------

    def _default(self, decl: Decl) -> Node:
        head = "export default "
        if decl.keyword == "function":
            return self._function_node(decl, head + PREFIX[decl.kind])
        same = self.pick(decl.kind, where=lambda s: s.level <= decl.level)
        if same is not None and same.name not in ("async", "using") and self.chance(0.4):
            return open_statement(head + same.name)
        if decl.kind in PREFIX:
            return self._default_function(decl, head)
        if decl.kind == Kind.CLASS:
            roll = self.rng.random()
            if roll < 0.6:
                return self._class_node(decl, head + "class")
            name = " Own" if roll < 0.8 else ""
            node = self._class_node(decl, f"{head}(class{name}")
            return Node(node.text, End.OPEN, node.body, "})")
        if decl.kind == Kind.OBJECT:
            value = self.record(decl)
            return open_statement(head + self.rng.choice((value, f"({value})", f"Object({value})")))
        sym = self.pick(Kind.NUMBER)
        simple = sym.name if sym and sym.name not in ("async", "using") else "1"
        form = self.rng.choice((simple, simple, self.number(), f"({self.number()}, {simple})",
                                f"`t${{{simple}}}`", "/* c */ -1", f"({simple})", "'text'",
                                "void 0", f"typeof {simple}"))  # fmt: skip
        return open_statement(head + form)

    def _default_function(self, decl: Decl, head: str) -> Node:
        body = self._inside(decl, "")
        anonymous = PREFIX[decl.kind].strip() + " ("
        forms = [f"({anonymous}", f"(0, {anonymous}", f"({PREFIX[decl.kind]}own("]
        if decl.kind != Kind.GENERATOR and not _own_this(body):
            forms += ["async (" if decl.kind == Kind.ASYNC else "("] * 3
        start = self.rng.choice(forms)
        if start in ("(", "async ("):
            return Node(f"{head}{start}q) => {{", End.OPEN, body, "}")
        return Node(f"{head}{start}) {{", End.OPEN, body, "})")
