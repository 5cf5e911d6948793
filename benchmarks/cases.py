"""What is bundled: packages from npm, and generated graphs."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from benchmarks import graphs

HERE = Path(__file__).resolve().parent
PACKAGES = ("three", "lodash-es", "d3", "rxjs", "date-fns")


@dataclass(frozen=True, slots=True)
class Case:
    """One graph to bundle. ``rivals`` is false where other bundlers are known to overflow."""

    name: str
    entry: Path
    rivals: bool = True


def package_cases() -> list[Case]:
    """Return the packages that ``npm ci`` in this folder has installed."""
    cases = []
    for name in PACKAGES:
        entry = HERE / "entries" / f"{name}.js"
        if name == "three":
            entry = HERE / "node_modules/three/build/three.module.js"
        if (HERE / "node_modules" / name).is_dir():
            cases.append(Case("three.js" if name == "three" else name, entry))
    return cases


def generated_cases(directory: Path) -> list[Case]:
    """Write the graphs below ``directory`` and return them."""
    return [
        Case("1,000 modules", graphs.small_modules(directory / "small-1000", 1_000)),
        Case("5,000 modules", graphs.small_modules(directory / "small-5000", 5_000)),
        Case("chain of 10,000", graphs.chain(directory / "chain", 10_000), rivals=False),
        Case("10,000 deep", graphs.nested(directory / "nested", 10_000), rivals=False),
    ]


def hot_cases(directory: Path) -> list[Case]:
    """Write the graphs with a hot loop in their entry, of 10, 100 and 1,000 modules."""
    cases = []
    for kind, count in product(graphs.LOOPS, (10, 100, 1_000)):
        entry = graphs.hot_loop(directory / f"hot-{kind}-{count}", count, kind)
        (entry.parent / "package.json").write_text('{"type": "module"}\n', encoding="utf-8")
        cases.append(Case(f"{kind} loop, {count:,} modules", entry, rivals=False))
    return cases


def rival_commands(entry: Path, output: Path) -> dict[str, list[str | Path]]:
    """Return the commands by which the other installed bundlers do the same."""
    found = HERE / "node_modules" / ".bin"
    rollup: list[str | Path] = [found / "rollup", entry, "--format", "esm", "--file", output]
    esbuild: list[str | Path] = [found / "esbuild", entry, "--bundle", f"--outfile={output}"]
    commands: dict[str, list[str | Path]] = {
        "esbuild": [*esbuild, "--format=esm", "--tree-shaking=false", "--log-level=error"],
        "rollup": [*rollup, "--silent", "--plugin", "node-resolve", "--no-treeshake"],
        "rolldown": [found / "rolldown", entry, "--format", "esm", "--file", output],
    }
    commands["rolldown"].append("--no-treeshake")
    return {name: words for name, words in commands.items() if shutil.which(str(words[0]))}
