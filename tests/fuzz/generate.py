"""From a seed to a graph: the shape, then the body of each module."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.fuzz.declarations import Declarations
from tests.fuzz.expressions import Sym, open_statement
from tests.fuzz.features import Features
from tests.fuzz.model import End, Graph, Node, Unit, specifier
from tests.fuzz.names import module_export_name, quote
from tests.fuzz.shape import (
    DEFAULT,
    NAMESPACE,
    Decl,
    Import,
    Kind,
    Plan,
    evaluation_order,
    exported_names,
    make_shape,
    resolve,
    symbol,
)

LEXICAL = ("let", "const", "class", "expression")


def late(decl: Decl) -> bool:
    """Whether using it before its line has run throws."""
    return decl.keyword in LEXICAL or (decl.keyword == "var" and decl.kind != Kind.NUMBER)


def generate(seed: int, features: Features) -> Graph:
    """The graph of a seed: the same for the same seed and features."""
    rng = Random(seed)
    plans = make_shape(rng, features)
    links = True
    if features.invalid and rng.random() < 0.03:
        links = not break_link(rng, plans)
    units: list[Unit] = []
    traits: set[str] = set(shape_traits(plans))
    for plan in plans:
        if plan.json:
            text = '{ "a": 1, "x": [2, null], "__proto__": { "b": 3 }, "default": 4, "-0": -0 }'
            units.append(Unit(plan.path, (Node(text),)))
            continue
        writer = Writer(rng, plans, plan, features)
        units.append(Unit(plan.path, writer.module()))
        traits |= writer.traits
    if not links:
        traits.add("invalid")
    return Graph(tuple(units), links, frozenset(traits))


def break_link(rng: Random, plans: list[Plan]) -> bool:
    """Add an import or re-export that doesn't resolve; whether that was possible."""
    plan = rng.choice([p for p in plans if p.requests] or [plans[0]])
    if not plan.requests:
        return False
    target = rng.choice(plan.requests)
    ambiguous = [n for n in exported_names(plans, target) if resolve(plans, target, n) is None]
    name = rng.choice(ambiguous) if ambiguous and rng.random() < 0.6 else "nowhere"
    roll = rng.random()
    if roll < 0.3 and "loop" not in plan.exports() | plans[target].exports():
        plan.indirect["loop"] = (target, "loop")
        plans[target].indirect["loop"] = (plan.index, "loop")
        if plans[target].json or plan.index not in plans[target].requests:
            plans[target].indirect.pop("loop")
    elif roll < 0.6 and name not in plan.exports():
        plan.indirect[name] = (target, name)
    else:
        plan.imports.append(Import(target, name, "nowhere"))
    return True


def shape_traits(plans: list[Plan]) -> list[str]:
    """What the shape has in it."""
    traits = []
    reached: dict[int, set[int]] = {}
    for plan in plans:
        seen: set[int] = set()
        todo = list(plan.requests)
        while todo:
            index = todo.pop()
            if index not in seen:
                seen.add(index)
                todo.extend(plans[index].requests)
        reached[plan.index] = seen
    if any(plan.index in plan.requests for plan in plans):
        traits.append("self-import")
    if any(plan.index in reached[t] for plan in plans for t in plan.requests if t != plan.index):
        traits.append("cycle")
    if any(plan.stars for plan in plans):
        traits.append("star")
    if any(
        resolve(plans, plan.index, name) == "ambiguous"
        for plan in plans
        if plan.stars
        for name in exported_names(plans, plan.index)
    ):
        traits.append("ambiguity")
    if any(plan.indirect for plan in plans):
        traits.append("re-export")
    if any(entry.imported is None for plan in plans for entry in plan.imports):
        traits.append("namespace")
    if any(plan.json for plan in plans):
        traits.append("json")
    names = [name for plan in plans for name in plan.decls if name != DEFAULT]
    if len(names) != len(set(names)):
        traits.append("collision")
    return traits


class Writer(Declarations):
    """Writes one module."""

    def __init__(self, rng: Random, plans: list[Plan], plan: Plan, features: Features) -> None:
        super().__init__(rng, plan.index, features)
        self.plans = plans
        self.plan = plan
        self.push(*self._symbols())
        self.unready |= {d.name for d in plan.decls.values() if late(d)}
        order = evaluation_order(plans)
        ready = set(order[: order.index(plan.index)] if plan.index in order else ())
        for entry in plan.imports:
            found = resolve(plans, entry.target, entry.imported or "")
            if entry.imported is None or not isinstance(found, tuple) or found[0] in ready:
                continue
            slot = plans[found[0]].decls.get(found[1])
            if slot is not None and late(slot):
                self.unready.add(entry.local)
        for target in plan.lazy:
            space = Sym("", Kind.NAMESPACE, 0, "const", self._members(target))
            text = quote(self._specifier(target))
            if plans[target].json:
                text += ", { with: { type: 'json' } }"
            self.lazy.append((text, space))

    def module(self) -> tuple[Node, ...]:
        """Its statements."""
        nodes = self._body()
        for clause in (*self._imports(), *self._exports()):
            place = 0 if self.chance(0.6) else self.rng.randint(0, len(nodes))
            nodes.insert(place, clause)
        return self._style(nodes)

    # -- what is in scope ------------------------------------------------------------

    def _symbols(self) -> list[Sym]:
        syms = []
        for decl in self.plan.decls.values():
            if decl.name != DEFAULT:
                bound = "const" if decl.keyword == "const" else "let"
                exported = bound == "const" and decl.name in self.plan.local_exports.values()
                syms.append(Sym(decl.name, decl.kind, decl.level, bound, (), exported))
        for entry in self.plan.imports:
            kind, level = symbol(self.plans, entry.target, entry.imported)
            members: tuple[Sym, ...] = ()
            if kind == Kind.NAMESPACE:
                members = self._members(self._namespace_of(entry))
            syms.append(Sym(entry.local, kind, level, "import", members))
        return syms

    def _namespace_of(self, entry: Import) -> int:
        if entry.imported is None:
            return entry.target
        found = resolve(self.plans, entry.target, entry.imported)
        if not isinstance(found, tuple):
            return entry.target
        module, name = found
        if name == NAMESPACE:
            return module
        return next((i.target for i in self.plans[module].imports if i.local == name), module)

    def _members(self, module: int) -> tuple[Sym, ...]:
        members = []
        for name in exported_names(self.plans, module):
            if isinstance(resolve(self.plans, module, name), tuple):
                kind, level = symbol(self.plans, module, name)
                members.append(Sym(name, kind, level, "const"))
        return tuple(members)

    # -- the body ----------------------------------------------------------------------

    def _body(self) -> list[Node]:
        nodes: list[Node] = [open_statement(self.log("'start'"))]
        for decls in self._groups():
            if self.chance(0.5):
                nodes.extend(self.use())
            nodes.extend(self.declare(decls[0]) if len(decls) == 1 else [self.group(decls)])
        for _ in range(self.rng.randint(1, 4)):
            nodes.extend(self.use())
        if self.features.tla and self.chance(0.35):
            nodes.insert(self.rng.randint(0, len(nodes)), self._await())
        for text, space in self.lazy:
            if self.chance(0.6):
                nodes.insert(self.rng.randint(0, len(nodes)), self._load(text, space))
        if self.features.jobs and self.plan.exports() and self.chance(0.15):
            nodes.append(self._setter())
        nodes.append(open_statement(self.log("'end'")))
        return nodes

    def _groups(self) -> list[list[Decl]]:
        decls = list(self.plan.decls.values())
        self.rng.shuffle(decls)
        groups: list[list[Decl]] = []
        for decl in decls:
            last = groups[-1][-1] if groups else None
            alike = (
                last is not None
                and decl.kind == last.kind == Kind.NUMBER
                and (decl.keyword, decl.inline) == (last.keyword, last.inline)
                and decl.keyword in ("var", "let", "const")
            )
            if alike and self.chance(0.6):
                groups[-1].append(decl)
            else:
                groups.append([decl])
        return groups

    def _setter(self) -> Node:
        """Updates of bindings from a function that anybody may call later."""
        sym = self.pick(Kind.NUMBER, where=lambda s: s.bound == "let")
        target = f"{sym.name} = 5, {self.log(sym.name)}" if sym else self.log()
        return open_statement(f"(async () => {{ await 1; {target} }})()")

    def _await(self) -> Node:
        """Top-level await in one of its positions."""
        self.traits.add("await")
        promise = self.intrinsic("Promise") or "(async () => {})().constructor"
        forms = ["await 0", f"await {promise}.resolve()", "await null; await 0",
                 f"for await (const v of [1, {promise}.resolve(2)]) {self.log('v')};",
                 self.log("await 3"), "(class extends (await class {}) { [await 'k']() { } })",
                 f"if ({self.number()}) {{ await 0; }}",
                 f"try {{ await {promise}.reject(new Error('r')); }} "
                 f"catch (e) {{ {self.log('e.name')}; }}"]  # fmt: skip
        if self.features.timers:
            forms.append(f"await new {promise}((r) => setTimeout(r, {self.rng.randint(0, 3)}))")
        if self.features.uncaught and self.chance(0.1):
            forms = [f"await {promise}.reject(new RangeError('r'))"]
        if self.lazy and self.chance(0.5):
            forms = self._awaited(self.rng.choice(self.lazy)[0])
        return self._statement(self.rng.choice(forms))

    def _load(self, text: str, space: Sym) -> Node:
        """An ``import()``, sometimes awaited."""
        if self.features.tla and self.chance(0.4):
            return self._statement(self.rng.choice(self._awaited(text)))
        return open_statement(self.load(text, space))

    def _awaited(self, text: str) -> list[str]:
        self.traits.update(("await", "import()"))
        return [f"try {{ {self.log(f'typeof await import({text})')}; }} catch (e) "
                f"{{ {self.log('e?.name')}; }}",
                f"await import({text})"]  # fmt: skip

    def _statement(self, text: str) -> Node:
        return Node(text, End.CLOSED if text.endswith(("}", ";")) else End.OPEN)

    # -- imports and exports -------------------------------------------------------------

    def _specifier(self, target: int) -> str:
        path = specifier(self.plan.path, self.plans[target].path)
        if self.chance(0.03):
            path = "././" + path.removeprefix("./")
        return path

    def _from(self, target: int) -> str:
        mark = self.rng.choice(("'", '"'))
        text = f"{mark}{self._specifier(target)}{mark}"
        return text + " with { type: 'json' }" if self.plans[target].json else text

    def _imports(self) -> list[Node]:
        nodes = []
        plan = self.plan
        requested = set(plan.requests)
        for target in plan.requests:
            entries = [entry for entry in plan.imports if entry.target == target]
            if entries and target in requested:
                nodes.extend(self._import_entries(target, entries))
                requested.discard(target)
            elif self.chance(0.4) or not self._reexports(target):
                nodes.append(Node(f"import {self._from(target)}", End.SEALED))
        return nodes

    def _reexports(self, target: int) -> bool:
        return target in self.plan.stars or any(
            found == target for found, _ in self.plan.indirect.values()
        )

    def _import_entries(self, target: int, entries: list[Import]) -> list[Node]:
        nodes = []
        spaces = [entry for entry in entries if entry.imported is None]
        named = [entry for entry in entries if entry.imported is not None]
        default = next((entry for entry in named if entry.imported == "default"), None)
        if default is not None and self.chance(0.7):
            named.remove(default)
        else:
            default = None
        for space in spaces:
            head = f"import * as {space.local}"
            if default is not None and self.chance(0.5):
                head = f"import {default.local}, * as {space.local}"
                default = None
            nodes.append(Node(f"{head} from {self._from(target)}", End.SEALED))
        self.rng.shuffle(named)
        cut = self.rng.randint(0, len(named)) if self.chance(0.2) else len(named)
        for part in (named[:cut], named[cut:]):
            if not part and default is None:
                continue
            clauses = [default.local] if default is not None else []
            default = None
            if part:
                clauses.append("{ " + ", ".join(map(self._import_specifier, part)) + " }")
            text = f"import {', '.join(clauses)} from {self._from(target)}"
            nodes.append(Node(text, End.SEALED))
        return nodes

    def _import_specifier(self, entry: Import) -> str:
        assert entry.imported is not None
        if entry.imported == entry.local and self.chance(0.9):
            return entry.local
        return f"{module_export_name(self.rng, entry.imported)} as {entry.local}"

    def _exports(self) -> list[Node]:
        nodes = []
        plan = self.plan
        lists: list[str] = []
        for exported, local in plan.local_exports.items():
            decl = plan.decls.get(local)
            if decl is not None and decl.as_default and exported == "default":
                continue
            if decl is not None and decl.inline and exported == local:
                continue
            lists.append(self._export_specifier(local, exported))
        self.rng.shuffle(lists)
        while lists:
            count = self.rng.randint(1, len(lists))
            part, lists = lists[:count], lists[count:]
            nodes.append(Node("export { " + ", ".join(part) + " }", End.SEALED))
        if self.chance(0.04):
            nodes.append(Node("export {}", End.SEALED))
        for exported, (target, imported) in plan.indirect.items():
            name = module_export_name(self.rng, exported)
            if imported is None:
                text = f"export * as {name} from {self._from(target)}"
            else:
                first = module_export_name(self.rng, imported)
                both = first if first == name else f"{first} as {name}"
                text = f"export {{ {both} }} from {self._from(target)}"
            nodes.append(Node(text, End.SEALED))
        for target in plan.stars:
            nodes.append(Node(f"export * from {self._from(target)}", End.SEALED))
        return nodes

    def _export_specifier(self, local: str, exported: str) -> str:
        if local == exported and self.chance(0.9):
            return local
        return f"{local} as {module_export_name(self.rng, exported)}"

    # -- style -----------------------------------------------------------------------------

    def _style(self, nodes: list[Node]) -> tuple[Node, ...]:
        """Without ``;``, with comments, several statements on a line: by module."""
        bare = self.rng.choice((0.0, 0.0, 0.5, 1.0))
        dense = self.rng.choice((0.0, 0.0, 0.1, 0.6))
        comments = self.rng.choice((0.0, 0.1))
        if bare == 1.0:
            self.traits.add("no semicolons")
        return tuple(self._styled(node, bare, dense, comments) for node in nodes)

    def _styled(self, node: Node, bare: float, dense: float, comments: float) -> Node:
        random = self.rng.random
        comment = ""
        if comments and random() < comments:
            comment = self.rng.choice((" // c", " /* c */", " // ' `", " /* \n */", "// <!-- x"))
            if node.end != End.CLOSED and "\n" in comment:
                comment = ""
        body = tuple(self._styled(inner, bare, dense, comments) for inner in node.body)
        gap = " " if dense and random() < dense else "\n"
        return replace(node, gap=gap, semi=random() >= bare, comment=comment, body=body)
