"""``python -m tests.fuzz``: random graphs, native against bundle in every format."""

from __future__ import annotations

import argparse
import itertools
import secrets
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from time import monotonic

from tests.fuzz.campaign import Tally, graph_of, keep, keep_mixed, run
from tests.fuzz.features import Features, parse_features
from tests.fuzz.harness import FORMATS
from tests.fuzz.model import write

from pybundle.options import FORMATS as EVERY_FORMAT
from pybundle.options import Format


def main() -> int:
    """Run; 0 if no graph failed."""
    options = _arguments()
    features = replace(parse_features(options.features), mixed=options.mixed)
    keep_found = keep_mixed if options.mixed else keep
    if options.write is not None:
        print(write(graph_of(options.seed or 0, features), options.write))
        return 0
    seed = options.seed if options.seed is not None else secrets.randbelow(10**9)
    count = options.count or (None if options.seconds else 500)
    seeds = itertools.islice(itertools.count(seed), count)
    chosen = "mixed" if options.mixed else options.features or "default"
    print(f"seed {seed}, features {chosen}", flush=True)
    reported: Counter[str] = Counter()
    last = monotonic()

    def progress(tally: Tally) -> None:
        nonlocal last
        for found in tally.found[reported["found"] :]:
            place = keep_found(found, options.save)
            print(f"\nseed {found.seed}: {found.failure.kind} in {found.failure.format}, {place}")
            print(found.failure.detail[-1500:], flush=True)
        reported["found"] = len(tally.found)
        if monotonic() - last > 20:
            last = monotonic()
            print(_line(tally), flush=True)

    tally = run(
        seeds, features, jobs=options.jobs, backend=options.backend, seconds=options.seconds,
        shrink=options.shrink, formats=options.formats, progress=progress,
    )  # fmt: skip
    print(_line(tally))
    print(_distribution(tally, features))
    return 1 if tally.found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, help="first seed (default: a fresh one, printed)")
    parser.add_argument("--count", type=int, help="how many graphs (default: 500)")
    parser.add_argument("--seconds", type=float, help="how long")
    parser.add_argument("--features", default="", help="e.g. tla,dynamic,-json")
    parser.add_argument(
        "--mixed", action="store_true", help="graphs with CommonJS modules, compared with Node"
    )
    parser.add_argument(
        "--formats", type=_formats, default=FORMATS, help="e.g. umd,amd (default: iife,esm,cjs)"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--backend", choices=("v8", "node"), help="engine (default: both)")
    parser.add_argument("--shrink", type=float, default=60.0, help="seconds for each failure")
    parser.add_argument("--save", type=Path, default=Path("tests/fuzz/found"), help="failures")
    parser.add_argument("--write", type=Path, help="only write the graph of --seed to a folder")
    options = parser.parse_args()
    if options.mixed and "amd" in options.formats:
        parser.error("Node runs no amd: --mixed is for the other formats")
    return options


def _formats(text: str) -> tuple[Format, ...]:
    wanted = text.split(",")
    unknown = [word for word in wanted if word not in EVERY_FORMAT]
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown format {unknown[0]!r}")
    return tuple(format for format in EVERY_FORMAT if format in wanted)


def _line(tally: Tally) -> str:
    rate = tally.graphs / tally.seconds if tally.seconds else 0.0
    return (
        f"{tally.graphs} graphs ({tally.modules} modules, {tally.evaluations} evaluations),"
        f" {rate:.1f} a second: {len(tally.found)} failed, {tally.inconclusive} inconclusive,"
        f" {tally.timed} with import() as it is natively if it takes another time,"
        f" {tally.told} with import() in esm that waits for how the bundle ends,"
        f" {tally.reordered} with import() in another order,"
        f" {tally.unreached} with import() of what a failure kept from running,"
        f" {tally.disputes} that V8 refuses against the specification"
    )


def _distribution(tally: Tally, features: Features) -> str:
    parts = [f"{trait} {100 * n // tally.graphs} %" for trait, n in tally.traits.most_common()]
    return "graphs with: " + ", ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
