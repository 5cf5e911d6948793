"""Writes the ES modules of graphs that have CommonJS too."""

from __future__ import annotations

from tests.fuzz.mixed_body import CAUGHT, SPEND, Body
from tests.fuzz.model import Node


class EsmWriter(Body):
    """Writes one ES module."""

    def module(self) -> list[Node]:
        """All statements."""
        self._read: list[str] = []
        self._namespaces: list[tuple[str, int]] = []
        self._wholes: list[tuple[str, int]] = []
        imports = [node for target in self.part.targets for node in self._import(target)]
        nodes = [*imports, *self._re_exports()]
        body = [Node(self.log('"enter"')), *self._declarations()]
        body += [node for _ in range(self.rng.randint(1, 5)) for node in self._statement()]
        body += [self.load(target) for target in self.part.loads]
        if self.part.asks:
            nodes.insert(0, Node('import { createRequire } from "node:module";'))
            body.insert(1, Node("const ask = createRequire(import.meta.url);"))
            body += [self._ask(target) for target in self.part.asks]
        if self.part.throws:
            text = f'if ({SPEND}) throw new RangeError("thrown");'
            body.insert(self.rng.randint(0, len(body)), Node(text))
        if self.part.awaits:
            body.insert(self.rng.randint(0, len(body)), Node("await 0;"))
        if "default" in self.part.names:
            body.insert(self.rng.randint(1, len(body)), self._default())
        return [*nodes, *body, Node(self.log('"leave"'))]

    # -- imports -------------------------------------------------------------------------------

    def _import(self, target: int) -> list[Node]:
        asked, is_json = self.specifier(target), self.shape.parts[target].system == "json"
        end = f'{asked} with {{ type: "json" }};' if is_json else f"{asked};"
        nodes = []
        if self.shape.has_default(target) and self.chance(0.7):
            self._wholes.append((f"w{target}", target))
            text = self.rng.choice((f"w{target}", f"{{ default as w{target} }}"))
            nodes.append(Node(f"import {text} from {end}"))
        names = [] if is_json else self.shape.visible(target)
        chosen = self.rng.sample(names, min(len(names), self.rng.randint(0, 3)))
        if chosen:
            inner = ", ".join(f"{name} as {name}_{target}" for name in chosen)
            self._read += [self.probe(f"{name}_{target}", name) for name in chosen]
            nodes.append(Node(f"import {{ {inner} }} from {end}"))
        if self.chance(0.3):
            self._namespaces.append((f"ns{target}", target))
            nodes.append(Node(f"import * as ns{target} from {end}"))
        if not nodes or self.chance(0.1):
            nodes.append(Node(f"import {end}"))
        return nodes

    def _re_exports(self) -> list[Node]:
        nodes = [Node(f"export * from {self.specifier(target)};") for target in self.part.stars]
        for name, (target, imported) in self.part.indirect.items():
            what = f"* as {name}" if imported is None else f"{{ {imported} as {name} }}"
            nodes.append(Node(f"export {what} from {self.specifier(target)};"))
        return nodes

    # -- body ----------------------------------------------------------------------------------

    def _declarations(self) -> list[Node]:
        nodes = []
        for name in self.part.names:
            if name == "default":
                continue
            value = self.value(name)
            if name in ("f", "g"):
                nodes.append(Node(f"export function {name}(n) {{ return {self._returned()}; }}"))
            elif name == "K":
                nodes.append(Node(f"export {value}"))
            else:
                keyword = self.rng.choice(("let", "let", "const", "var"))
                nodes.append(Node(f"export {keyword} {name} = {value};"))
                if keyword == "let" and name in "abdexy" and self.chance(0.6):
                    nodes.append(Node(f"export function change(v) {{ {name} = v; }}"))
                    if any("function change" in node.text for node in nodes[:-1]):
                        nodes.pop()
        self.rng.shuffle(nodes)
        if self.chance(0.05):
            self.traits.add("module.exports of an ES module")
            nodes.append(Node('const all = { all: 1 };\nexport { all as "module.exports" };'))
        elif self.chance(0.06):
            nodes.append(Node("export const __esModule = true;"))
        return nodes

    def _returned(self) -> str:
        if self._wholes and self.chance(0.4):
            whole, target = self.rng.choice(self._wholes)
            return f"[n, typeof {whole}?.{self.property(target)}]"
        if self._read and self.chance(0.4):
            return f"[n, {self.rng.choice(self._read)}]"
        return self.called()

    def _default(self) -> Node:
        texts = ('"whole";', "class {}", "function (n) { return n; }", "{ d: [1] };")
        return Node(f"export default {self.rng.choice(texts)}")

    def _statement(self) -> list[Node]:
        roll = self.rng.random()
        if roll < 0.35 and self._read:
            return [self.guarded([Node(self.log(self.rng.choice(self._read)))])]
        if roll < 0.6 and self._wholes:
            return self._whole()
        if roll < 0.8 and self._namespaces:
            return self._namespace()
        if roll < 0.85:
            return [Node(self.log("this"))]
        if roll < 0.9 and self._read:
            text = self.log(self.rng.choice(self._read))
            return [self.timer(f"try {{ {text} }} catch (error) {{ {self.log(CAUGHT)} }}")]
        if roll < 0.93:
            return [Node(f"Promise.resolve().then(() => {self.log()[:-1]});")]
        return []

    def _ask(self, target: int) -> Node:
        """Require a module, now or by a timer."""
        self.traits.add("createRequire")
        call = f"ask({self.specifier(target)})"
        prop = self.property(target)
        shown = (f"typeof {call}", f"{call} === {call}", self.probe(f"{call}?.{prop}", prop),
                 f"ask.resolve({self.specifier(target)}).split(/[\\\\/]/).pop()")  # fmt: skip
        node = self.guarded([Node(self.log(self.rng.choice(shown)))])
        if self.chance(0.2):
            return self.timer(f"{node.text} {node.body[0].text} {node.tail}")
        return node

    def _whole(self) -> list[Node]:
        whole, target = self.rng.choice(self._wholes)
        prop = self.property(target)
        roll = self.rng.random()
        if roll < 0.2 and self.shape.parts[target].system != "esm":
            name = self.rng.choice(self.shape.parts[target].loose or ["n"])
            change = Node(f"{whole}.{name} = {self.rng.randint(10, 99)};")
            return [self.guarded([change, Node(self.log(f"{whole}.{name}"))])]
        if roll < 0.27:
            return [self.guarded([Node(self.log(f"typeof {whole}?.default?.default"))])]
        if roll < 0.35:
            called = f"{whole}.{self.rng.choice(('ask', 'set', 'change'))}?.(5);"
            return [self.guarded([Node(called)])]
        if roll < 0.5:
            return [self.guarded([Node(self.log(whole))])]
        return [self.guarded([Node(self.log(self.probe(f"{whole}.{prop}", prop)))])]

    def _namespace(self) -> list[Node]:
        namespace, target = self.rng.choice(self._namespaces)
        names = self.shape.visible(target)
        shown = [f"typeof {namespace}"]
        if names:
            name = self.rng.choice(names)
            shown = [self.rng.choice((f"{namespace}.{name}", f'"{name}" in {namespace}'))]
            if self.shape.parts[target].system == "cjs" or self.shape.is_open(target):
                shown = [f"{namespace}.{name}"]
            if self.chance(0.3):
                self.traits.add("computed member")
                shown = [f'{namespace}[["{name}"][0]]']
        if self.shape.has_default(target) and self.chance(0.5):
            shown.append(f"typeof {namespace}.default")
        return [self.guarded([Node(self.log(*shown))])]
