"""Entries built together and each alone: what has to be the same."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from pybundle.build import Bundle, build
from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.options import FORMATS, Options

KINDS = (".js", ".mjs", ".cjs", ".json")
MOST = 4
"""Entries that are built together at most."""


@dataclass(frozen=True)
class Shown:
    """All that a build shows of one entry."""

    code: str
    warnings: tuple[Diagnostic, ...]
    modules: tuple[dict[str, object], ...]
    inputs: tuple[str, ...]
    assets: tuple[tuple[str, str], ...]


def shown(bundle: Bundle) -> Shown:
    """What a bundle shows but for how long it took."""
    modules = tuple(module.to_json() for module in bundle.modules)
    assets = tuple((asset.name, asset.source) for asset in bundle.assets)
    return Shown(bundle.code, bundle.warnings, modules, bundle.inputs, assets)


def alone(entry: str, options: Options) -> Shown | tuple[Diagnostic, ...]:
    """What a build of one entry shows, or the diagnostics that it fails with."""
    try:
        (bundle,) = build([entry], options)
    except BundleError as error:
        return error.diagnostics
    return shown(bundle)


def together(entries: Sequence[str], options: Options) -> list[Shown] | tuple[Diagnostic, ...]:
    """What a build of all entries shows, or the diagnostics that it fails with."""
    try:
        return [shown(bundle) for bundle in build(entries, options)]
    except BundleError as error:
        return error.diagnostics


def assert_alike(entries: Sequence[str], options: Options, rng: Random) -> tuple[int, int]:
    """Fail where an entry's bundle, or what is said of it, depends on the entries beside it, or
    on their order. Return how many bundles there are, and how many entries that fail."""
    lone = {entry: alone(entry, options) for entry in entries}
    good = {entry: each for entry, each in lone.items() if isinstance(each, Shown)}
    bad = {entry: each for entry, each in lone.items() if not isinstance(each, Shown)}
    order = sorted(good)
    rng.shuffle(order)
    found = together(order, options)
    assert isinstance(found, list), (order, found)
    for entry, beside in zip(order, found, strict=True):
        assert beside == good[entry], (order, entry, options)
    if bad:
        said = [each.warnings if isinstance(each, Shown) else each for each in lone.values()]
        everything = list(lone)
        rng.shuffle(everything)
        failed = together(everything, options)
        assert not isinstance(failed, list), everything
        assert_said_once(said, failed)
    return len(good), len(bad)


def assert_said_once(said: Sequence[Sequence[Diagnostic]], together: Sequence[Diagnostic]) -> None:
    """Fail unless all that is ``said`` of each entry alone is said ``together``, each thing once:
    as an error if it is one somewhere, and with the chain of each entry that it is said of."""
    every = list(itertools.chain(*said))
    errors = {_thing(each) for each in every if each.severity == "error"}
    expected = {
        _thing(each) for each in every if each.severity == "error" or _thing(each) not in errors
    }
    got = {_thing(each): each for each in together}
    assert len(got) == len(together), together
    assert got.keys() == expected
    for each in every:
        one = got[_thing(each)]
        assert (one.severity == "error") == (_thing(each) in errors)
        assert one.severity != each.severity or {*each.notes} <= {*one.notes}
    first_warning = next((i for i, d in enumerate(together) if d.severity != "error"), None)
    assert first_warning is None or all(d.severity != "error" for d in together[first_warning:])


def _thing(found: Diagnostic) -> object:
    return found.code, found.text, found.place


def choose(names: Sequence[str], rng: Random) -> list[str]:
    """Choose the entries among the files of a case."""
    scripts = sorted(name for name in names if name.endswith(KINDS) and "package" not in name)
    return rng.sample(scripts, min(len(scripts), rng.randint(2, MOST)))


def any_options(root: str, rng: Random) -> Options:
    """Choose what bundles differ by."""
    options = Options(
        root=root,
        format=rng.choice(FORMATS),
        platform=rng.choice(("browser", "node", "neutral")),
        defer_errors=rng.random() < 0.3,
        assets=False,
    )
    named = options.format in ("iife", "umd") and rng.random() < 0.5
    return replace(options, global_name="exported") if named else options
