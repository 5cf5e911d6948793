"""Random graphs of export forms: small, and dense in stars, cycles and clashes."""

from __future__ import annotations

from random import Random

from tests.link.model import Form, Indirect, Local, Namespace, Star

NAMES = ("a", "b", "default")


def random_graph(random: Random) -> list[list[Form]]:
    """One graph of 2 to 6 modules. No module exports a name twice."""
    size = random.randint(2, 6)
    stars = random.choice((0.15, 0.3, 0.5))
    return [_module(random, size, stars) for _ in range(size)]


def _module(random: Random, size: int, stars: float) -> list[Form]:
    forms: list[Form] = []
    for name in NAMES:
        target = random.randrange(size)
        match random.choices(
            ("none", "local", "indirect", "star as", "namespace"), (55, 20, 12, 8, 5)
        )[0]:
            case "local":
                forms.append(Local(name))
            case "indirect":
                forms.append(Indirect(name, target, random.choice((name, name, *NAMES))))
            case "star as":
                forms.append(Indirect(name, target, None))
            case "namespace":
                forms.append(Namespace(name, target))
    forms += [Star(target) for target in range(size) if random.random() < stars]
    random.shuffle(forms)
    return forms
