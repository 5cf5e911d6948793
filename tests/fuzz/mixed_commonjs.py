"""Writes CommonJS modules."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.fuzz.mixed_body import CAUGHT, SPEND
from tests.fuzz.mixed_habits import Habits
from tests.fuzz.mixed_shape import Part, Shape
from tests.fuzz.model import Node

BASE = r".split(/[\\/]/).pop()"
IS_CODE = '(child) => child.filename?.endsWith("s")'
"""Node's record of JSON that an ES module imported has no file name."""


class CommonJSWriter(Habits):
    """Writes one CommonJS module."""

    def __init__(self, rng: Random, shape: Shape, part: Part) -> None:
        super().__init__(rng, shape, part)
        self._handles: list[tuple[str, int]] = []
        self._locals = 0

    def module(self) -> list[Node]:
        """All statements."""
        nodes = [Node('"use strict";')] if self.part.strict else []
        nodes += [Node(f"exports.{name} = {self.value(name)};") for name in self.part.early]
        nodes.append(Node(self.log('"enter"')))
        body = [node for target in self.part.targets for node in self._ask(target)]
        body += [node for _ in range(self.rng.randint(1, 6)) for node in self._statement()]
        body += [self.load(target) for target in self.part.loads]
        body += self._spread(self._exports(), body)
        nodes += self._shuffled(body)
        nodes.append(Node(self.log('"leave"', "typeof module.exports")))
        return nodes

    def _spread(self, exports: list[Node], body: list[Node]) -> list[Node]:
        """The exports, which keep their order, put among the other statements."""
        self._places = sorted(self.rng.randint(0, len(body)) for _ in exports)
        return exports

    def _shuffled(self, nodes: list[Node]) -> list[Node]:
        count = len(nodes) - len(self._places)
        body, exports = nodes[:count], nodes[count:]
        for place, node in reversed(list(zip(self._places, exports, strict=True))):
            body.insert(place, node)
        if self.part.throws:
            text = f"if ({SPEND}) throw {self._error()};"
            body.insert(self.rng.randint(0, len(body)), Node(text))
        return body

    def _error(self) -> str:
        index = self.part.index
        return self.rng.choice(
            (
                f'Object.assign(new RangeError("thrown"), {{ code: "E{index}" }})',
                'new TypeError("thrown")',
                f'"thrown {index}"',
                "null",
            )
        )

    def _local(self, prefix: str) -> str:
        self._locals += 1
        return f"{prefix}{self._locals}"

    # -- exports -----------------------------------------------------------------------------

    def _exports(self) -> list[Node]:
        form, names, loose = self.part.form, self.part.names, self.part.loose
        assign = [Node(f"exports.{name} = {self.value(name)};") for name in names]
        whole = [Node(f"module.exports.{name} = {self.value(name)};") for name in names]
        late = [Node(f"module.exports.{name} = {self.rng.randint(1, 9)};") for name in loose]
        self.traits.add(f"exports: {form}")
        match form:
            case "module.exports":
                return whole + late
            case "object":
                inner = ", ".join(names)
                values = [Node(f"const {n} = {self.value(n)};") for n in names]
                head = self.rng.choice(("", "exports = "))
                return [*values, Node(f"{head}module.exports = {{ {inner} }};"), *late]
            case "function":
                return [Node(f"module.exports = function F(n) {{ return {self.called()}; }};"),
                        *whole, *late]  # fmt: skip
            case "class":
                return [Node("module.exports = class C { static a = 1; m() { return 2; } };"),
                        *whole, *late]  # fmt: skip
            case "primitive":
                value = self.rng.choice(("7", '"text"', "true", "undefined", "-0", 'Symbol("y")'))
                return [Node(f"module.exports = {value};")]
            case "null":
                return [Node("module.exports = null;")]
            case "flag":
                flag = self.rng.choice((
                    'Object.defineProperty(exports, "__esModule", { value: true });',
                    "exports.__esModule = true;",
                ))  # fmt: skip
                return [Node(flag), *assign, *late]
            case "define":
                return [self._define(name) for name in names] + late
            case "forward":
                return [Node(f"module.exports = require({self.specifier(self.part.targets[0])});")]
            case "lost":
                return [Node("exports = {};"), *assign, *late]
            case "this":
                return [Node(f"this.{name} = {self.value(name)};") for name in names] + late
        return assign + late

    def _define(self, name: str) -> Node:
        value = self.value(name)
        if self.chance(0.5):
            text = f"enumerable: true, value: {value}"
        else:
            local = self._local("o")
            made = f"const {local} = {{ v: {value} }};"
            text = f"enumerable: true, get: function () {{ return {local}.v; }}"
            return Node(f"{made}\nObject.defineProperty(exports, {name!r}, {{ {text} }});")
        return Node(f"Object.defineProperty(exports, {name!r}, {{ {text} }});")

    # -- asking ------------------------------------------------------------------------------

    def _ask(self, target: int) -> list[Node]:
        """Require a module, in one of many ways."""
        call = f"require({self.specifier(target)})"
        name, prop = self._local("r"), self.property(target)
        roll = self.rng.randint(0, 11)
        if roll <= 3:
            self._handles.append((name, target))
            ask = Node(f"{name} = {call};")
            return [Node(f"let {name};"), self.guarded([ask, *self._read(name, target)])]
        if roll == 4 and not (self.part.shared or self.shape.parts[target].throws):
            self._handles.append((name, target))
            return [Node(f"const {name} = {call};")]
        if roll == 5:
            self.traits.add("late require")
            return self._late(name, target, call)
        if roll == 6:
            shown = Node(f"const {{ {prop}: {name} }} = {call}; {self.log(f'typeof {name}')}")
            return [self.guarded([shown])]
        if roll == 7:
            self.traits.add("require in a loop")
            body = self.guarded([Node(self.log("i", f"typeof {call}"))])
            return [Node("for (let i = 0; i < 2; i++) {", body=(body,), tail="}")]
        if roll == 8:
            self.traits.add("conditional require")
            condition = self.rng.choice(("globalThis.flag", "module.loaded", "!exports.a",
                                         "exports.b > 50", SPEND))  # fmt: skip
            text = f"if ({condition}) {self.log(f'typeof {call}')}"
            return [self.guarded([Node(text)])]
        if roll == 9:
            self.traits.add("module.require")
            call = call.replace("require(", "module.require(")
            loop = Node(self.log(f"{call}?.{prop}", f"typeof {self._with_require(target)}"))
            return [self.guarded([loop])]
        if roll == 10:
            self.traits.add("computed require")
            return self._computed(target)
        return [self.guarded(self._read(call, target))]

    def _with_require(self, target: int) -> str:
        return f"require({self.specifier(target)})"

    def _read(self, handle: str, target: int) -> list[Node]:
        prop = self.property(target)
        expression = f"{handle}{self.rng.choice(('.', '?.'))}{prop}"
        if self.chance(0.3):
            return [Node(self.log(f"typeof {handle}", self.probe(expression, prop)))]
        if self.chance(0.25) and not self.shape.is_open(target):
            return [Node(self.log(f"Object.keys({handle} ?? 0).join()"))]
        return [Node(self.log(self.probe(expression, prop)))]

    def _late(self, name: str, target: int, call: str) -> list[Node]:
        """A function that requires: called now, by a timer, or by who else has it."""
        shown = self.log(f"typeof {call}")
        where = self.rng.randint(0, 2)
        nodes = [Node(f"function {name}() {{ if ({SPEND}) {shown} return {call}; }}")]
        if where == 0:
            nodes.append(self.guarded([Node(self.log(f"typeof {name}()"))]))
        elif where == 1:
            guarded = f"try {{ {name}(); }} catch (error) {{ {self.log(CAUGHT)} }}"
            nodes.append(self.timer(guarded))
        elif not self.part.silent:
            nodes.append(Node(f"exports.ask = {name};"))
        return nodes

    def _computed(self, target: int) -> list[Node]:
        """A specifier that only the run knows, of a module that is named elsewhere too."""
        texts = [f"require({self.specifier(target)})"]
        plain = self.plain(target)
        cut = plain.rfind("/") + 1
        texts.append(f'require("{plain[:cut]}" + "{plain[cut:]}")')
        if self.chance(0.5):
            texts.reverse()
        return [self.guarded([Node(self.log(*(f"typeof {text}" for text in texts)))])]

    # -- other statements --------------------------------------------------------------------

    def _statement(self) -> list[Node]:
        menu: list[tuple[int, Callable[[], list[Node]]]] = [
            (6, self._use), (3, self._look_at_module), (3, self._again), (2, self._mutate),
            (1, self._shadowed), (1, self._resolve), (1, self._this), (2, self._sloppy),
            (1, self._return), (2, self._setter), (1, self._job), (1, self._cache),
            (1, self._whole), (4, self._habit),
        ]  # fmt: skip
        weights = [weight for weight, _ in menu]
        return self.rng.choices(menu, weights)[0][1]()

    def _use(self) -> list[Node]:
        if not self._handles:
            return []
        handle, target = self.rng.choice(self._handles)
        if self.shape.parts[target].system != "json" and self.chance(0.3):
            call = Node(
                f"{handle}.{self.rng.choice(('ask', 'set', 'change'))}?.({self.rng.randint(1, 9)});"
            )
            return [self.guarded([call, *self._read(handle, target)])]
        if self.chance(0.2):
            prop = self.property(target)
            shown = self.log(f"typeof {handle}?.{prop}")
            return [self.timer(f"try {{ {shown} }} catch (error) {{ {self.log(CAUGHT)} }}")]
        return [self.guarded(self._read(handle, target))]

    def _look_at_module(self) -> list[Node]:
        self.traits.add("module")
        shown = [
            "module.loaded", "module.children.length", "require.main === module",
            f"module.children.filter({IS_CODE}).map((child) => child.filename{BASE}).join()",
            f"module.children.filter({IS_CODE}).map((child) => child.loaded).join()",
            f"module.id{BASE}", f"__filename{BASE}", "this === module.exports",
            "exports === module.exports", "arguments.length", "typeof require.main",
            "require.cache[__filename] === module",
        ]  # fmt: skip
        if not self.shape.hides_records:
            shown.append(f"module.parent ? module.parent.filename{BASE} : module.parent")
            shown.append("module.parent?.children.includes(module)")
        text = self.log(*self.rng.sample(shown, 3))
        return [self.timer(text) if self.chance(0.2) else Node(text)]

    def _again(self) -> list[Node]:
        """Forget a module and require it again."""
        targets = [target for target in self.part.targets if not self._is_json(target)]
        if not targets:
            return []
        self.traits.add("run again")
        target = self.rng.choice(targets)
        asked = self.specifier(target)
        text = (
            f"if ({SPEND}) {{ const before = require({asked});"
            f" delete require.cache[require.resolve({asked})];"
            f" {self.log(f'before === require({asked})', 'module.children.length')} }}"
        )
        return [self.guarded([Node(text)])]

    def _mutate(self) -> list[Node]:
        """Change what another module exports."""
        handles = [
            (h, t) for h, t in self._handles if self.shape.parts[t].loose or self._is_json(t)
        ]
        if not handles:
            return []
        handle, target = self.rng.choice(handles)
        name = "n" if self._is_json(target) else self.rng.choice(self.shape.parts[target].loose)
        change = self.rng.choice((f"{handle}.{name} += 1;", f'{handle}.{name} = "m";',
                                  f"delete {handle}.{name};"))  # fmt: skip
        self._assigns_in_vain()
        return [self.guarded([Node(change), Node(self.log(f"{handle}.{name}"))])]

    def _is_json(self, target: int) -> bool:
        return self.shape.parts[target].system == "json"

    def _shadowed(self) -> list[Node]:
        self.traits.add("shadowed require")
        asked = '"./nowhere.cjs"'
        return [self.rng.choice((
            Node(f"(function (require) {{ {self.log(f'require({asked})')} }})((path) => path);"),
            Node(f"{{ const require = String; {self.log(f'require({asked})')} }}"),
            Node(f"{{ const ask = require; {self.log('ask === require', 'ask.length')} }}"),
            Node(f"{{ const module = {{ exports: 1 }}; {self.log('module.exports')} }}"),
        ))]  # fmt: skip

    def _resolve(self) -> list[Node]:
        if not self.part.targets:
            return []
        target = self.rng.choice(self.part.targets)
        asked = self.specifier(target)
        return [self.guarded([Node(self.log(f"require.resolve({asked}){BASE}"))])]

    def _this(self) -> list[Node]:
        if not self._handles:
            return [Node(self.log("this === exports", "typeof this"))]
        handle, target = self.rng.choice(self._handles)
        if self.shape.parts[target].system != "cjs":
            return []
        self.traits.add("this in calls")
        own = self._local("t")
        text = (
            f"{handle}.{own} = function () {{ return this === {handle}; }};"
            f" {self.log(f'{handle}.{own}()', f'(0, {handle}.{own})()')}"
            f" delete {handle}.{own};"
        )
        if not self.part.strict:
            self.traits.add("sloppy")
        return [self.guarded([Node(text)])]

    def _sloppy(self) -> list[Node]:
        """What strict code does otherwise."""
        if self.part.strict:
            text = self.log("(function () { return this; })()")
            return [Node(text), self.guarded([Node("undeclared = 1;")])]
        self.traits.add("sloppy")
        local = self._local("v")
        return [self.rng.choice((
            Node(self.log("(function () { return this === globalThis; })()")),
            Node(f"leak{self.part.index} = 1; {self.log(f'typeof leak{self.part.index}')}"),
            Node(self.log("(function (x) { arguments[0] = 2; return x; })(1)")),
            Node(f"{{ function {local}() {{ return 010; }} }} {self.log(f'{local}()')}"),
            Node(f"var {local} = 1; {self.log(f'delete {local}', local)}"),
            Node(f"with ({{ {local}: 3 }}) {self.log(local)}"),
            Node(self.log("delete module.nothing", "typeof arguments.callee")),
            Node(f"var {local} = eval('var made{local} = 1; typeof require'); {self.log(local)}"),
        ))]  # fmt: skip

    def _return(self) -> list[Node]:
        self.traits.add("top-level return")
        condition = self.rng.choice(
            ("globalThis.flag", "exports.late", "module.children.length > 3")
        )
        return [Node(f"if ({condition}) return;")]

    def _setter(self) -> list[Node]:
        """Late assignments, by a timer or by a function that others call."""
        if not self.part.loose:
            return []
        self.traits.add("late assignment")
        name = self.rng.choice(self.part.loose)
        if self.chance(0.4):
            return [self.timer(f"exports.{name} = {self.rng.randint(10, 99)};")]
        return [Node(f"exports.set = (v) => {{ exports.{name} = v; }};")]

    def _job(self) -> list[Node]:
        self.traits.add("job")
        return [Node(f"Promise.resolve().then(() => {self.log('module.loaded')[:-1]});")]

    def _cache(self) -> list[Node]:
        if self.shape.hides_records:
            return []
        self.traits.add("cache")
        targets = [target for target in self.part.targets if not self._is_json(target)]
        if targets and self.chance(0.4):
            asked = self.specifier(self.rng.choice(targets))
            cached = f"require.cache[require.resolve({asked})]"
            shown = self.log(f"typeof {cached}", f"{cached}?.loaded")
            return [self.guarded([Node(shown)])]
        # Their order is that in which files were read.
        files = 'Object.keys(require.cache).filter((file) => file.endsWith("js"))'
        listed = f"{files}.map((file) => file{BASE}).sort().join()"
        return [Node(self.log(listed))]

    def _whole(self) -> list[Node]:
        return [Node(self.log("module.exports"))]
