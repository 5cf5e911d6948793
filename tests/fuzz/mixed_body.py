"""What bodies of both systems have: prints, values, calls, timers, ``import()``."""

from __future__ import annotations

from random import Random

from tests.fuzz.mixed_shape import Part, Shape
from tests.fuzz.model import Node, specifier
from tests.fuzz.names import quote

SPEND = "(globalThis.budget = (globalThis.budget ?? 40) - 1) > 0"
"""True a few times in a run: what could go on for ever asks it first."""
CAUGHT = "error?.name ?? error, error?.code"


class Body:
    """Writes one module. ``traits`` are words for what it used."""

    def __init__(self, rng: Random, shape: Shape, part: Part) -> None:
        self.rng = rng
        self.shape = shape
        self.part = part
        self.traits: set[str] = set()
        self._tags = 0

    def chance(self, probability: float) -> bool:
        """True with a probability."""
        return self.rng.random() < probability

    def tag(self) -> str:
        """A string literal that no other print of the program begins with."""
        self._tags += 1
        return f'"{self.part.index}.{self._tags}"'

    def log(self, *values: str) -> str:
        """A call that prints values."""
        return f"console.log({', '.join((self.tag(), *values))});"

    def specifier(self, target: int) -> str:
        """A quoted specifier of a module."""
        return quote(self.plain(target))

    def plain(self, target: int) -> str:
        """A specifier of a module: its path, or a name of it that this one may use."""
        shape = self.shape
        if target in shape.inner and shape.is_at_root(self.part.index) and self.chance(0.5):
            return f"#m{target}"
        if target in shape.installed and self.chance(0.8):
            return f"p{target}"
        return specifier(self.part.path, shape.parts[target].path)

    def guarded(self, nodes: list[Node]) -> Node:
        """The statements, where an error is printed and forgotten."""
        caught = f"}} catch (error) {{ {self.log(CAUGHT)} }}"
        return Node("try {", body=tuple(nodes), tail=caught)

    def value(self, name: str) -> str:
        """An expression for an export of that name: its first letter says of what kind."""
        number = self.rng.randint(1, 99)
        match name[0]:
            case "f" | "g":
                return f"function (n) {{ return {self.called()}; }}"
            case "K":
                return f"class K {{ constructor() {{ this.k = {number}; }} }}"
            case "o":
                return f"{{ o: {number}, in: [{number}] }}"
            case "s":
                return f'"s{number}"'
        return str(number)

    def called(self) -> str:
        """What a function returns; ``n`` is its argument."""
        texts = ("n + 1", "typeof this", "[n, this === undefined]", "arguments.length")
        text = self.rng.choice(texts)
        if "this" in text and self.part.system == "cjs" and not self.part.strict:
            self.traits.add("sloppy")
        return text

    def probe(self, expression: str, name: str) -> str:
        """An expression that shows a value that should be of the kind of ``name``."""
        match name[0]:
            case "f" | "g":
                shown = (f"{expression}(1)", f"{expression}?.(2)", f"typeof {expression}")
                return self.rng.choice(shown)
            case "K":
                return self.rng.choice((f"typeof {expression}", f"{expression}?.name"))
        return self.rng.choice((expression, expression, f"typeof {expression}"))

    def property(self, target: int) -> str:
        """A name that the exports of a module may have."""
        part = self.shape.parts[target]
        if part.system == "json":
            return self.rng.choice(("a", "o", "default", "n", "length"))
        names = [*part.early, *part.names, *part.loose, *part.indirect]
        return self.rng.choice(names or ["a"]) if self.chance(0.93) else "nothing"

    def timer(self, text: str) -> Node:
        """Do something when the rest has run."""
        return Node(f"setTimeout(() => {{ {text} }}, {self.rng.randint(1, 30)});")

    def load(self, target: int) -> Node:
        """``import()`` of a module; what it gives is printed. A timer asks for it: what comes
        first of that and of promise jobs is the host's choice."""
        part = self.shape.parts[target]
        options = ', { with: { type: "json" } }' if part.system == "json" else ""
        shown = ["typeof ns"]
        if self.shape.has_default(target):
            shown.append("ns.default" if part.system == "json" else "typeof ns.default")
        shown += [f"typeof ns.{name}" for name in self.shape.visible(target)[:3]]
        call = (
            f"import({self.specifier(target)}{options}).then("
            f"(ns) => {self.log(*shown)[:-1]}, (error) => {self.log(CAUGHT)[:-1]});"
        )
        return self.timer(call)
