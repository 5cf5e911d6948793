"""The shape of a graph: who declares, exports, re-exports and imports what.

Bodies come later (``body.py``); here it is made sure that a graph that is meant to link
does, with *ResolveExport* of the generator's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from random import Random

from tests.fuzz.features import Features
from tests.fuzz.names import binding_name, export_name

NAMESPACE = "*namespace*"
DEFAULT = "*default*"


class Kind(IntEnum):
    """What a binding holds."""

    NUMBER = 0
    OBJECT = 1
    FUNCTION = 2
    ASYNC = 3
    GENERATOR = 4
    CLASS = 5
    NAMESPACE = 6


@dataclass(slots=True)
class Decl:
    """A declaration. ``level`` bounds what its code may call: only lower levels, so
    that every program ends. ``inline`` and ``as_default`` are how it is exported."""

    name: str
    keyword: str
    kind: Kind
    level: int = 0
    inline: bool = False
    as_default: bool = False


@dataclass(slots=True)
class Import:
    """An import binding; ``imported`` is None for a namespace."""

    target: int
    imported: str | None
    local: str


@dataclass(slots=True)
class Plan:
    """One module's part of the shape. A ``json`` one has nothing but a default
    export. ``lazy`` are targets of ``import()``."""

    index: int
    path: str
    requests: list[int] = field(default_factory=list)
    lazy: list[int] = field(default_factory=list)
    decls: dict[str, Decl] = field(default_factory=dict)
    imports: list[Import] = field(default_factory=list)
    local_exports: dict[str, str] = field(default_factory=dict)
    indirect: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    stars: list[int] = field(default_factory=list)
    json: bool = False

    def taken(self) -> set[str]:
        """Names bound at module level."""
        return set(self.decls) | {entry.local for entry in self.imports}

    def exports(self) -> set[str]:
        """Names exported otherwise than by a star."""
        return set(self.local_exports) | set(self.indirect)


Resolution = tuple[int, str] | str | None


def resolve(plans: list[Plan], module: int, name: str) -> Resolution:
    """*ResolveExport*: the slot, ``"ambiguous"``, or None."""
    return _resolve(plans, module, name, set())


def _resolve(plans: list[Plan], module: int, name: str, seen: set[tuple[int, str]]) -> Resolution:
    if (module, name) in seen:
        return None
    seen.add((module, name))
    plan = plans[module]
    local = plan.local_exports.get(name)
    if local is not None:
        entry = next((i for i in plan.imports if i.local == local), None)
        if entry is not None and entry.imported is not None:
            return _resolve(plans, entry.target, entry.imported, seen)
        return module, local
    if name in plan.indirect:
        target, imported = plan.indirect[name]
        if imported is None:
            return target, NAMESPACE
        return _resolve(plans, target, imported, seen)
    if name == "default":
        return None
    found: Resolution = None
    for target in plan.stars:
        resolution = _resolve(plans, target, name, seen)
        if resolution == "ambiguous":
            return resolution
        if resolution is not None:
            if found is None:
                found = resolution
            elif found != resolution:
                return "ambiguous"
    return found


def exported_names(plans: list[Plan], module: int) -> list[str]:
    """*GetExportedNames*, sorted, ambiguous ones included."""
    names: set[str] = set()
    seen: set[int] = set()
    todo = [module]
    while todo:
        index = todo.pop()
        if index in seen:
            continue
        seen.add(index)
        names |= plans[index].exports() - (set() if index == module else {"default"})
        todo.extend(plans[index].stars)
    return sorted(names)


def symbol(plans: list[Plan], module: int, imported: str | None) -> tuple[Kind, int]:
    """Kind and level of what an import gives."""
    if imported is None:
        return Kind.NAMESPACE, 0
    found = resolve(plans, module, imported)
    if not isinstance(found, tuple):
        return Kind.NUMBER, 0
    decl = plans[found[0]].decls.get(found[1])
    return (decl.kind, decl.level) if decl else (Kind.NAMESPACE, 0)


PATHS = ("m{}.js", "m{}.js", "m{}.mjs", "lib/m{}.js", "lib/x{}/index.js", "ns{}.js", "x${}.js",
         "a b{}.js", "{}.js", "default{}.js", "ünï{}.mjs", "class{}.js")  # fmt: skip


def make_shape(rng: Random, features: Features) -> list[Plan]:
    """Plans of 2 to 12 modules; the entry is first. They link."""
    count = min(12, 2 + int(rng.expovariate(0.38)))
    plans = [Plan(0, rng.choice(("main.js", "main.mjs", "src/main.js")))]
    for index in range(1, count):
        plans.append(Plan(index, rng.choice(PATHS).format(index)))
        plans[index].json = features.json and rng.random() < 0.04
        if plans[index].json:
            plans[index].path = f"data{index}.json"
            plans[index].local_exports["default"] = DEFAULT
            plans[index].decls[DEFAULT] = Decl(DEFAULT, "const", Kind.OBJECT)
    _edges(rng, plans, features)
    for plan in plans:
        if not plan.json:
            _declare(rng, plan)
            _export_locals(rng, plan)
    for plan in plans:
        _stars(rng, plans, plan)
    for _ in range(2):
        for plan in plans:
            _indirect(rng, plans, plan)
    _imports(rng, plans)
    for plan in plans:
        _export_imports(rng, plans, plan)
    prune(plans)
    return plans


def _edges(rng: Random, plans: list[Plan], features: Features) -> None:
    sources = [plan for plan in plans if not plan.json]
    for plan in plans[1:]:
        earlier = [source for source in sources if source.index < plan.index]
        if features.dynamic and rng.random() < 0.3:
            rng.choice(earlier).lazy.append(plan.index)
        else:
            rng.choice(earlier).requests.append(plan.index)
    for plan in sources:
        while features.dynamic and rng.random() < 0.2:
            plan.lazy.append(rng.randrange(len(plans)))
    density = rng.choice((0.0, 0.5, 1.0, 1.6))
    for plan in sources:
        while rng.random() < density / (density + 1):
            target = rng.choice(plans).index
            if target != plan.index or rng.random() < 0.5:
                plan.requests.append(target)
        rng.shuffle(plan.requests)


KEYWORDS = ("var", "let", "let", "const", "const", "function", "function", "function", "class",
            "class")  # fmt: skip


def _declare(rng: Random, plan: Plan) -> None:
    for _ in range(rng.randint(1, 6)):
        name = binding_name(rng, plan.taken())
        keyword = rng.choice(KEYWORDS)
        if keyword == "function":
            kind = rng.choice((Kind.FUNCTION,) * 5 + (Kind.ASYNC, Kind.GENERATOR))
        elif keyword == "class":
            kind = Kind.CLASS
        else:
            kind = rng.choice((Kind.NUMBER,) * 5 + (Kind.FUNCTION, Kind.OBJECT, Kind.CLASS))
        level = rng.randint(1, 4) if kind > Kind.OBJECT else 0
        plan.decls[name] = Decl(name, keyword, kind, level)


def _export_locals(rng: Random, plan: Plan) -> None:
    for decl in list(plan.decls.values()):
        if rng.random() < 0.55:
            plan.local_exports[decl.name] = decl.name
            decl.inline = rng.random() < 0.6
        while rng.random() < 0.2:
            plan.local_exports.setdefault(export_name(rng), decl.name)
    if rng.random() < 0.55 and "default" not in plan.local_exports:
        hoistable = [d for d in plan.decls.values() if d.keyword in ("function", "class")]
        roll = rng.random()
        if roll < 0.25 and hoistable:
            decl = rng.choice(hoistable)
            if not decl.inline:
                decl.as_default = True
                plan.local_exports["default"] = decl.name
        elif roll < 0.4 and plan.decls:
            plan.local_exports["default"] = rng.choice(list(plan.decls))
        else:
            kind = Kind(rng.randint(0, 5))
            keyword = "expression"
            if kind in (Kind.FUNCTION, Kind.ASYNC, Kind.GENERATOR) and rng.random() < 0.6:
                keyword = "function"
            level = rng.randint(1, 4) if kind > Kind.OBJECT else 0
            plan.decls[DEFAULT] = Decl(DEFAULT, keyword, kind, level, True, True)
            plan.local_exports["default"] = DEFAULT


def _stars(rng: Random, plans: list[Plan], plan: Plan) -> None:
    for target in plan.requests:
        if rng.random() < 0.22:
            plan.stars.append(target)


def _indirect(rng: Random, plans: list[Plan], plan: Plan) -> None:
    for target in plan.requests:
        if rng.random() > 0.3:
            continue
        if rng.random() < 0.3:
            plan_name = export_name(rng)
            if plan_name not in plan.exports():
                plan.indirect[plan_name] = (target, None)
            continue
        names = exported_names(plans, target)
        for name in rng.sample(names, min(len(names), rng.randint(1, 3))):
            alias = name if rng.random() < 0.5 else export_name(rng)
            if rng.random() < 0.1:
                alias = "default"
            if alias not in plan.exports():
                plan.indirect[alias] = (target, name)


def _imports(rng: Random, plans: list[Plan]) -> None:
    for plan in plans:
        for target in plan.requests:
            if rng.random() < 0.3:
                local = binding_name(rng, plan.taken())
                plan.imports.append(Import(target, None, local))
            names = exported_names(plans, target)
            for name in rng.sample(names, min(len(names), rng.choice((0, 1, 2, 2, 3, 4)))):
                if name in plan.taken() or rng.random() < 0.35 or not _bindable(name):
                    local = binding_name(rng, plan.taken())
                else:
                    local = name
                plan.imports.append(Import(target, name, local))


def _bindable(name: str) -> bool:
    return name.isidentifier() and name not in (
        "class await let static null arguments eval yield import default from console".split()
    )


def _export_imports(rng: Random, plans: list[Plan], plan: Plan) -> None:
    for entry in plan.imports:
        if rng.random() < 0.13:
            alias = entry.local if rng.random() < 0.5 else export_name(rng)
            if alias not in plan.exports():
                plan.local_exports[alias] = entry.local


def prune(plans: list[Plan]) -> None:
    """Drop what doesn't resolve until everything does."""
    changed = True
    while changed:
        changed = False
        for plan in plans:
            for alias, (target, name) in list(plan.indirect.items()):
                if name is not None and not isinstance(resolve(plans, target, name), tuple):
                    del plan.indirect[alias]
                    changed = True
            for entry in list(plan.imports):
                if entry.imported is None:
                    continue
                if isinstance(resolve(plans, entry.target, entry.imported), tuple):
                    continue
                plan.imports.remove(entry)
                for alias in [a for a, n in plan.local_exports.items() if n == entry.local]:
                    del plan.local_exports[alias]
                changed = True
        changed = _drop_engine_disputes(plans) or changed


def _drop_engine_disputes(plans: list[Plan]) -> bool:
    """Drop what V8 does otherwise than the specification: such graphs have no reference.

    Two stars that meet ``export * as ns`` of one module are no ambiguity, but V8 drops the
    name. A name that is ambiguous already in one of two starred modules is ambiguous, but
    V8's namespace objects have it; so they may where the stars come back to the module. Names
    like integers come first in them, not in code unit
    order. An entry that exports ``then`` can't be loaded with ``import()``.
    """
    changed = plans[0].local_exports.pop("then", None) is not None
    if "then" in plans[0].decls:
        plans[0].decls["then"].inline = False
    changed = plans[0].indirect.pop("then", None) is not None or changed
    if any(name < "0" for plan in plans for name in plan.exports()):
        for plan in plans:
            for name in plan.exports() & {"0", "1", "9"}:
                plan.local_exports.pop(name, None)
                plan.indirect.pop(name, None)
                changed = True
    if resolve(plans, 0, "then") is not None:
        plans[0].stars.clear()
        changed = True
    for plan in plans:
        if len(plan.stars) < 2:
            continue
        for name in exported_names(plans, plan.index):
            if name in plan.exports():
                continue
            hits = [resolve(plans, target, name) for target in plan.stars]
            spaces = [hit for hit in hits if isinstance(hit, tuple) and hit[1] == NAMESPACE]
            nested = "ambiguous" in hits and len(set(hits) - {None}) > 1
            own = resolve(plans, plan.index, name)
            circular = own == "ambiguous" and _reaches_itself(plans, plan.index)
            if len(spaces) > 1 or nested or circular:
                plan.stars.pop()
                changed = True
                break
    return changed


def _reaches_itself(plans: list[Plan], module: int) -> bool:
    """Whether the module's stars lead back to it."""
    seen: set[int] = set()
    todo = list(plans[module].stars)
    while todo:
        index = todo.pop()
        if index == module:
            return True
        if index not in seen:
            seen.add(index)
            todo.extend(plans[index].stars)
    return False


def evaluation_order(plans: list[Plan]) -> list[int]:
    """Modules in post-order (as far as the statements' order is known here)."""
    order: list[int] = []
    seen = {0}
    stack = [(0, iter(plans[0].requests))]
    while stack:
        module, requests = stack[-1]
        target = next(requests, None)
        if target is None:
            order.append(module)
            stack.pop()
        elif target not in seen:
            seen.add(target)
            stack.append((target, iter(plans[target].requests)))
    return order
