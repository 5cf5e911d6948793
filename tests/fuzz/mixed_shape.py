"""The shape of a graph that mixes CommonJS, ES modules and JSON: who asks for whom, and
which names of whom may be read how.

Two rules keep the generator to what bundles and Node both define (docs/interop.md). Names of
a CommonJS module's exports that are imported are ones that Node finds in its text. And they are
read where they have their last value: Node copies them when the module has run, bundles read
the property. So a module in a cycle is asked by name for nothing but what its first lines
export, and *loose* names, which change later, are read as properties only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

FORMS = (
    "exports", "exports", "exports", "module.exports", "object", "object", "function", "class",
    "primitive", "null", "flag", "flag", "define", "forward", "lost", "this",
)  # fmt: skip
"""How a CommonJS module exports."""
NAMES = ("a", "b", "c", "d", "s", "f", "g", "K", "o")
LOOSE = ("late", "more", "turn")
ESM_NAMES = ("a", "b", "d", "e", "f", "g", "K", "o", "x", "y")


@dataclass(slots=True)
class Part:
    """One module. ``targets`` are those that it requires or imports, ``asks`` those that an ES
    module requires by a ``require`` that it has made, ``loads`` those that it has ``import()``
    of. ``early`` names are exported by its first lines, ``names`` in its body, ``loose`` ones
    change while it is used. ``star`` and ``indirect`` are an ES module's re-exports: name here →
    module, and name there (None for the namespace). ``cyclic`` is whether it reaches itself.
    What is imported several times is ``shared``: it must not fail, since V8 lets whatever
    imports it a second time run."""

    index: int
    path: str
    system: str
    targets: list[int] = field(default_factory=list)
    asks: list[int] = field(default_factory=list)
    loads: list[int] = field(default_factory=list)
    form: str = ""
    early: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    stars: list[int] = field(default_factory=list)
    indirect: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    strict: bool = False
    throws: bool = False
    awaits: bool = False
    cyclic: bool = False
    shared: bool = False

    @property
    def silent(self) -> bool:
        """Whether the module must not assign properties of ``exports``: Node would import
        these names, and fails if ``module.exports`` is null when it does."""
        return self.form in ("forward", "primitive", "null")


@dataclass(frozen=True, slots=True)
class Shape:
    """All modules, the entry first. ``kind`` is the ``type`` of the root's package.json (None
    without one); ``folders`` those of folders. ``installed`` are the modules that are packages,
    with what their package.json says; ``inner`` those that the root's calls by a name of its
    own (``#m3``)."""

    parts: list[Part]
    kind: str | None
    folders: dict[str, str]
    installed: dict[int, dict[str, object]] = field(default_factory=dict)
    inner: list[int] = field(default_factory=list)

    def is_at_root(self, index: int) -> bool:
        """Whether the root's package.json is that of a module."""
        return "/" not in self.parts[index].path

    @property
    def hides_records(self) -> bool:
        """Whether Node may have a record of a module when a bundle has none: where a text says
        that it exports what another module does, and ES modules await."""
        return any(part.form == "forward" or part.awaits for part in self.parts)

    def visible(self, index: int) -> list[str]:
        """The names, but ``default``, by which the exports of a module may be imported."""
        return sorted(self._visible(index, set()))

    def _visible(self, index: int, seen: set[int]) -> set[str]:
        part = self.parts[index]
        if index in seen or part.system == "json":
            return set()
        seen = seen | {index}
        if part.system == "esm":
            found = set(part.names) | set(part.indirect)
            starred = [self._visible(target, seen) for target in part.stars]
            for names in starred:
                others = [other for other in starred if other is not names]
                found |= {n for n in names if not any(n in other for other in others)}
            return found - {"default"}
        if part.form == "forward":
            target = part.targets[0] if part.targets else -1
            if part.cyclic or target < 0 or self.parts[target].system != "cjs":
                return set()
            return self._visible(target, seen)
        if part.form in ("this", "lost"):
            return set(part.early)
        return set(part.early) if part.cyclic else {*part.early, *part.names} - {"default"}

    def is_open(self, index: int) -> bool:
        """Whether Node and bundles may list other names of a module's namespace: there is a
        star export of CommonJS below it."""
        seen, todo = {index}, [index]
        while todo:
            part = self.parts[todo.pop()]
            below = [*part.stars, *(part.targets if part.form == "forward" else ())]
            if any(self.parts[star].system == "cjs" for star in part.stars):
                return True
            todo += [target for target in below if target not in seen]
            seen.update(below)
        return False

    def has_default(self, index: int) -> bool:
        """Whether a module may be asked for ``default``."""
        part = self.parts[index]
        return part.system != "esm" or "default" in part.names or "default" in part.indirect


def make_shape(rng: Random) -> Shape:
    """Two to ten modules; each is reached from the entry."""
    count = min(10, 2 + int(rng.expovariate(0.32)))
    kind = rng.choice((None, "commonjs", "module", "module"))
    folders = {"lib": rng.choice(("commonjs", "module"))} if rng.random() < 0.35 else {}
    shape = Shape([], kind, folders)
    for index in range(count):
        shape.parts.append(_part(rng, index, shape))
    if rng.random() < 0.15:
        _names_of_root(rng, shape)
    _edges(rng, shape.parts)
    _mark_cycles(shape.parts)
    awaiting = 0.3 if rng.random() < 0.06 else 0.01
    for part in shape.parts:
        imports = [p.targets for p in shape.parts if p.system == "esm"]
        imports += [p.loads for p in shape.parts]
        part.shared = sum(targets.count(part.index) for targets in imports) > 1
        if part.system == "cjs":
            _commonjs(rng, part)
        elif part.system == "esm":
            part.names = rng.sample(ESM_NAMES, rng.randint(1, 4))
            if rng.random() < 0.5:
                part.names.append("default")
            part.throws = rng.random() < 0.06
            part.awaits = rng.random() < awaiting
    for part in shape.parts:
        if part.system == "esm":
            _re_exports(rng, shape, part)
    return shape


def _part(rng: Random, index: int, shape: Shape) -> Part:
    roll = rng.random()
    system = "cjs" if roll < 0.55 else "esm" if roll < 0.92 or index == 0 else "json"
    if system == "json":
        return Part(index, f"d{index}.json", system)
    if index > 0 and rng.random() < 0.06:
        return _installed(rng, index, system, shape)
    name = "main" if index == 0 else f"m{index}"
    plain, extension = shape.kind or "commonjs", ".cjs" if system == "cjs" else ".mjs"
    if "lib" in shape.folders and index > 0 and rng.random() < 0.4:
        name, plain = f"lib/m{index}", shape.folders["lib"]
    if (plain == "module") == (system == "esm") and rng.random() < 0.6:
        extension = ".js"
    return Part(index, name + extension, system)


def _installed(rng: Random, index: int, system: str, shape: Shape) -> Part:
    """A module that is a package of its own, with one of the ways in which that is said."""
    name = f"p{index}"
    kind = rng.choice((None, "commonjs", "module"))
    is_plain = (kind == "module") == (system == "esm") and rng.random() < 0.5
    extension = ".js" if is_plain else ".cjs" if system == "cjs" else ".mjs"
    file = f"m{index}{extension}"
    entries: tuple[dict[str, object], ...] = (
        {"main": file}, {"main": f"./{file}", "exports": f"./{file}"},
        {"exports": {".": {"import": f"./{file}", "require": f"./{file}"}}},
        {"exports": {"node": f"./{file}", "default": "./nowhere.js"}},
        {"exports": {"./sub": "./nowhere.js", ".": [f"./{file}"]}},
    )  # fmt: skip
    said = dict(rng.choice(entries if system == "cjs" else entries[1:]))
    shape.installed[index] = {"name": name, **said, **({"type": kind} if kind else {})}
    return Part(index, f"node_modules/{name}/{file}", system)


def _names_of_root(rng: Random, shape: Shape) -> None:
    """Give some modules names that only the root's modules can use."""
    for part in shape.parts:
        if part.system != "json" and rng.random() < 0.4:
            shape.inner.append(part.index)


def _edges(rng: Random, parts: list[Part]) -> None:
    sources = [part for part in parts if part.system != "json"]
    for part in parts[1:]:
        parent = rng.choice([source for source in sources if source.index < part.index])
        (parent.loads if rng.random() < 0.1 else parent.targets).append(part.index)
    density = rng.choice((0.1, 0.4, 0.9, 1.4))
    for part in sources:
        while rng.random() < density / (density + 1):
            target = rng.randrange(len(parts))
            chosen = part.loads if rng.random() < 0.12 else part.targets
            if target not in chosen and (target != part.index or rng.random() < 0.3):
                chosen.append(target)
        rng.shuffle(part.targets)
        if part.system == "esm" and rng.random() < 0.12:
            part.asks = rng.sample(range(len(parts)), rng.randint(1, min(2, len(parts))))


def _mark_cycles(parts: list[Part]) -> None:
    for part in parts:
        seen: set[int] = set()
        todo = [*part.targets, *part.asks]
        while todo:
            index = todo.pop()
            if index not in seen:
                seen.add(index)
                todo += [*parts[index].targets, *parts[index].asks]
        part.cyclic = part.index in seen


def _commonjs(rng: Random, part: Part) -> None:
    part.form = rng.choice(FORMS)
    if part.form == "forward" and (part.shared or not part.targets):
        part.form = "exports"
    names = rng.sample(NAMES, rng.randint(1, 5))
    cut = rng.choice((0, 0, 1, 2))
    part.early, part.names = names[:cut], names[cut:]
    if part.form == "flag" and rng.random() < 0.7:
        part.names.append("default")
    part.loose = rng.sample(LOOSE, rng.choice((0, 1, 1, 2)))
    if part.silent:
        part.early, part.names, part.loose = [], [], []
    part.strict = rng.random() < 0.3
    part.throws = rng.random() < 0.13 and not part.shared


def _re_exports(rng: Random, shape: Shape, part: Part) -> None:
    for target in part.targets:
        if shape.parts[target].system == "json" or target == part.index:
            continue
        # A name that comes round to itself doesn't link: only of later modules.
        if rng.random() < 0.15 and target > part.index:
            part.stars.append(target)
        # In a bundle the namespace object of CommonJS is there when that has run.
        is_early = part.cyclic and shape.parts[target].system == "cjs"
        if rng.random() < 0.15 and not is_early:
            part.indirect.setdefault(f"n{target}", (target, None))
        if rng.random() < 0.2 and target > part.index and shape.has_default(target):
            part.indirect.setdefault(f"d{target}", (target, "default"))
        if rng.random() < 0.3 and shape.parts[target].system == "cjs":
            for name in shape.visible(target)[:2]:
                part.indirect.setdefault(f"{name}{target}", (target, name))
