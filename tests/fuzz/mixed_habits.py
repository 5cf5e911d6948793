"""What CommonJS programs do with the modules that they have: compilers' interoperation, getters,
exports that are replaced, caches that are written, specifiers without extensions."""

from __future__ import annotations

from tests.fuzz.mixed_body import SPEND, Body
from tests.fuzz.model import Node

DEFAULT_OF = "(m) => m && m.__esModule ? m.default : m"
"""What compilers make of a default import."""


class Habits(Body):
    """Statements of one CommonJS module. ``_handles`` are the variables that hold what it has
    required, with the modules."""

    _handles: list[tuple[str, int]]

    def _habit(self) -> list[Node]:
        """One of them."""
        habits = (
            self._interop, self._interop, self._getter, self._getter, self._replaced,
            self._extensionless, self._cached_exports, self._forgotten, self._thenable,
            self._chain,
        )  # fmt: skip
        return self.rng.choice(habits)()

    def _asked(self, *systems: str) -> int | None:
        """A module that this one requires."""
        targets = [t for t in self.part.targets if self.shape.parts[t].system in systems]
        return self.rng.choice(targets) if targets else None

    def _assigns_in_vain(self) -> None:
        """Note that something may be assigned that can't be: strict code throws then."""
        if not self.part.strict:
            self.traits.add("sloppy")

    def _interop(self) -> list[Node]:
        """The default export, as compilers find it."""
        target = self._asked("cjs", "esm", "json")
        if target is None:
            return []
        self.traits.add("interop")
        text = f"const d = ({DEFAULT_OF})(require({self.specifier(target)}));"
        shown = self.log("typeof d", "typeof d?.default", "typeof d?.default?.default")
        return [self.guarded([Node(text), Node(shown)])]

    def _getter(self) -> list[Node]:
        """A property that is computed, or can't be, each time it is read."""
        if not self.part.loose or (self.part.strict and self.part.shared):
            return []
        self.traits.add("getter")
        self._assigns_in_vain()
        name = self.rng.choice(self.part.loose)
        value = self.rng.choice((
            "return this === module.exports;", "return module.loaded;",
            'throw new RangeError("thrown");', f"return {SPEND};",
        ))  # fmt: skip
        flags = self.rng.choice(("", "enumerable: true, ", "configurable: true, "))
        form = self.rng.choice(("exports", "module.exports"))
        text = f'Object.defineProperty({form}, "{name}", {{ {flags}get() {{ {value} }} }});'
        return [self.guarded([Node(text)])]

    def _replaced(self) -> list[Node]:
        """All exports anew, while others may have the old ones."""
        if self.part.silent or self.part.cyclic:
            return []
        self.traits.add("replaced exports")
        text = self.rng.choice((
            "module.exports = { ...module.exports };",
            "exports = module.exports = Object.assign({}, module.exports);",
        ))  # fmt: skip
        return [self.guarded([Node(text)]), Node(self.log("this === module.exports"))]

    def _extensionless(self) -> list[Node]:
        """A specifier to which Node adds the extension."""
        targets = [
            t for t in self.part.targets if self.shape.parts[t].path.endswith((".js", ".json"))
        ]
        if not targets:
            return []
        self.traits.add("no extension")
        asked = self.specifier(self.rng.choice(targets))
        plain = asked.replace(".json", "").replace(".js", "")
        same = self.log(f"require({plain}) === require({asked})")
        found = self.log(f"require.resolve({plain}) === require.resolve({asked})")
        return [self.guarded([Node(self.rng.choice((same, found)))])]

    def _cached_exports(self) -> list[Node]:
        """Give a module that has ended other exports, in the cache."""
        target = self._asked("cjs")
        if target is None or self.shape.hides_records:
            return []
        self.traits.add("written cache")
        asked = self.specifier(target)
        text = (
            f"const found = require.cache[require.resolve({asked})];"
            f" if (found?.loaded && {SPEND}) found.exports = {{ more: 1, was: found.exports }};"
        )
        shown = self.log(f"require({asked})?.more", f"typeof require({asked})?.was")
        return [self.guarded([Node(text), Node(shown)])]

    def _forgotten(self) -> list[Node]:
        """Forget this very module; who requires it next runs it again."""
        if self.shape.hides_records or self.part.cyclic or self.part.shared:
            return []
        self.traits.add("forgets itself")
        text = f"if ({SPEND}) delete require.cache[__filename];"
        return [Node(text), Node(self.log("__filename in require.cache", "module.loaded"))]

    def _thenable(self) -> list[Node]:
        """Exports that ``import()`` takes for a promise."""
        if self.part.silent or self.part.cyclic or self.part.shared or self.chance(0.6):
            return []
        self.traits.add("thenable")
        return [Node(f"exports.then = (done) => {{ {self.log('typeof done')} done(1); }};")]

    def _chain(self) -> list[Node]:
        """Who has whom in the tree of modules."""
        if self.shape.hides_records:
            return []
        code = '(each) => each.filename?.endsWith("s")'
        shown = self.rng.sample((
            f"module.children.filter({code}).every((each) => each.parent)",
            f"module.children.filter({code}).map((each) => typeof each.exports).join()",
            "module.parent?.loaded", "module.paths.length > 0", "module.path === __dirname",
            "require.main?.filename?.split(/[\\\\/]/).pop()", "module.constructor.name",
            "Object.keys(require).join()", "Object.keys(module).join()",
        ), 2)  # fmt: skip
        return [Node(self.log(*shown))]
