"""Random graphs, of which several files are entries: each bundle is what it is alone, byte for
byte, and so is all that is said of it; the order of the entries makes no difference."""

from __future__ import annotations

import secrets
from pathlib import Path
from random import Random

import pytest
from tests.cmd.random_programs import program
from tests.fuzz.features import parse_features
from tests.fuzz.generate import generate
from tests.fuzz.mixed import generate_mixed
from tests.fuzz.model import write
from tests.together import any_options, assert_alike, choose

LATER = parse_features("tla,dynamic,meta,timers,eval")
COUNT = 25


def _files(kind: str, seed: int, folder: Path) -> list[str]:
    """Write a program; return the names of its files."""
    if kind == "cmd":
        files = program(seed)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return list(files)
    graph = generate_mixed(seed) if kind == "mixed" else generate(seed, LATER)
    write(graph, folder)
    return list(graph.files())


@pytest.mark.parametrize("kind", ["esm", "mixed", "cmd"])
@pytest.mark.parametrize("first", [0, None], ids=["fixed", "fresh"])
def test_together_is_as_alone(
    kind: str, first: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = secrets.randbelow(10**9) if first is None else first
    print(f"seeds from {first}")
    bundles = 0
    for seed in range(first, first + COUNT):
        rng, folder = Random(seed), tmp_path / str(seed)
        folder.mkdir()
        monkeypatch.chdir(folder)
        names = _files(kind, seed, folder)
        bundles += assert_alike(choose(names, rng), any_options(str(folder), rng), rng)[0]
    assert bundles > COUNT
