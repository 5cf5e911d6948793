"""From a seed to a graph that mixes CommonJS, ES modules and JSON."""

from __future__ import annotations

import json
import posixpath
from random import Random

from tests.fuzz.mixed_commonjs import CommonJSWriter
from tests.fuzz.mixed_esm import EsmWriter
from tests.fuzz.mixed_shape import Shape, make_shape
from tests.fuzz.model import Graph, Node, Unit


def generate_mixed(seed: int) -> Graph:
    """The graph of a seed: always the same for the same seed."""
    rng = Random(seed)
    shape = make_shape(rng)
    traits = set(_shape_traits(shape))
    units = []
    for part in shape.parts:
        if part.system == "json":
            units.append(Unit(part.path, (Node(json.dumps(_data(rng, part.index))),)))
            continue
        writer = (CommonJSWriter if part.system == "cjs" else EsmWriter)(rng, shape, part)
        units.append(Unit(part.path, tuple(writer.module())))
        traits |= writer.traits
    return Graph(tuple(units), True, frozenset(traits), _packages(shape))


def _data(rng: Random, index: int) -> object:
    """What a file of JSON holds."""
    whole = {"a": index, "o": [1, None], "default": "d", "n": 0}
    marked = {"__esModule": True, "default": {"default": index}, "a": 1, "n": 2}
    return rng.choice((whole, whole, whole, marked, [index, {"a": 1}], "text", index, None, {}))


def _packages(shape: Shape) -> tuple[tuple[str, str], ...]:
    parts = shape.parts
    root: dict[str, object] = {"type": shape.kind} if shape.kind else {}
    if shape.inner:
        root["imports"] = {
            f"#m{index}": f"p{index}" if index in shape.installed else f"./{parts[index].path}"
            for index in shape.inner
        }
    said = {"package.json": root}
    said |= {f"{folder}/package.json": {"type": kind} for folder, kind in shape.folders.items()}
    for index, package in shape.installed.items():
        said[f"{posixpath.dirname(parts[index].path)}/package.json"] = package
    return tuple((path, json.dumps(package) + "\n") for path, package in said.items())


def _shape_traits(shape: Shape) -> list[str]:
    parts = shape.parts
    pairs = {(part.system, parts[t].system) for part in parts for t in part.targets}
    found = [f"{importer} asks {target}" for importer, target in sorted(pairs)]
    systems = {part.system for part in parts if part.cyclic}
    if systems:
        found.append("cycle")
    if any(
        part.cyclic and parts[target].cyclic and part.system != parts[target].system
        for part in parts
        for target in part.targets
    ):
        found.append("cycle across systems")
    found += [name for name in ("throws", "awaits") if any(getattr(p, name) for p in parts)]
    if any(part.loads for part in parts):
        found.append("import()")
    found += [name for name in ("installed", "inner") if getattr(shape, name)]
    return found
