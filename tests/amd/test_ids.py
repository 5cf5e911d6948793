"""Ids mean what they mean to RequireJS: random ones, in random configurations."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

from tests.amd.harness import LOADER, needs_loader

from pybundle.construct.script_loaders.amd_config import (
    AmdConfig,
    configured,
    is_elsewhere,
    is_url,
    urls,
)
from pybundle.construct.script_loaders.amd_config import module_id as pybundle_id

SEGMENTS = ("a", "b", "c", "..", ".", "x.js", "lib")
NAMES = ("a", "b", "c", "lib")


def name(rng: random.Random, segments: tuple[str, ...] = NAMES) -> str:
    return "/".join(rng.choice(segments) for _ in range(rng.randint(1, 4)))


def config(rng: random.Random) -> dict[str, Any]:
    """Return a random configuration."""
    made: dict[str, Any] = {"baseUrl": rng.choice(("js", "./", "../q/"))}
    if rng.random() < 0.6:
        choices = (name(rng), ["//cdn/x", name(rng)], "http://h/x", "/abs/y", "../up")
        made["paths"] = {name(rng): rng.choice(choices) for _ in range(2)}
    if rng.random() < 0.6:
        made["map"] = {
            rng.choice(("*", name(rng))): {
                name(rng): rng.choice((name(rng), "text!q")) for _ in range(2)
            }
            for _ in range(2)
        }
    if rng.random() < 0.4:
        main = rng.choice(("./m", "m.js", "q"))
        package = {"name": name(rng), "location": name(rng), "main": main}
        made["packages"] = [rng.choice((name(rng), package))]
    if rng.random() < 0.3:
        made["bundles"] = {name(rng): [name(rng), name(rng)]}
    made["nodeIdCompat"] = rng.random() < 0.2
    return made


@needs_loader
def test_random_ids_mean_the_same(tmp_path: Path) -> None:
    rng = random.Random(20)
    cases = [
        (
            config(rng),
            ("text!" if rng.random() < 0.1 else "") + name(rng, SEGMENTS),
            rng.choice(("", name(rng), name(rng))),
        )
        for _ in range(3000)
    ]
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(cases))
    command = ["node", str(Path(__file__).parent / "ids.cjs"), str(LOADER.resolve()), str(path)]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    for (given, asked, parent), expected in zip(cases, json.loads(made.stdout), strict=True):
        known = configured(AmdConfig(), given)
        found = pybundle_id(known, asked, parent)
        url = "" if found.prefix else address(known, found.name)
        if found.prefix and expected[2]:
            expected[2] = ""  # an id that is mapped to a plugin's: the address isn't used
        assert [found.prefix, found.name, url] == expected, (given, asked, parent)


def address(known: AmdConfig, id_: str) -> str:
    """Return the first address of an id, with ``baseUrl``."""
    first = next(urls(known, id_))
    own, seen = id_, set[str]()
    while own not in seen:
        seen.add(own)
        own = known.packages.get(own, own)
        own = known.bundles.get(own, own)
    whole = is_url(own) or first.startswith("/") or is_elsewhere(first)
    return first if whole else known.base_url + first
