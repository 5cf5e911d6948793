"""The pipeline: construct, link, plan, emit; and ``bundle``, the same for Python programs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter
from typing import NamedTuple

from pybundle.construct.assets import told_apart
from pybundle.construct.construct import construct
from pybundle.construct.module_map import Asset, ModuleMap
from pybundle.construct.workspace import Workspace
from pybundle.describe import BundledModule, describe
from pybundle.diagnostics import BundleError, Diagnostic, merged
from pybundle.emit.emit import Emitted, emit
from pybundle.link.deferral import defer_link_errors
from pybundle.link.linkage import Linkage
from pybundle.link.linker import link, link_warnings
from pybundle.option_check import checked
from pybundle.options import Format, LoaderName, Options, Platform
from pybundle.output import check_asset, check_target, read_asset, write_files
from pybundle.plan.limits import within_limits
from pybundle.plan.plan import Plan, plan


@dataclass(frozen=True, slots=True)
class Bundle:
    """One entry's script, and what it was made of.

    ``warnings`` are all diagnostics that did not stop the build. ``timings`` maps each
    stage to the seconds that it took, in order; of several entries built together, what they
    share is read and scanned for the first.
    """

    code: str
    warnings: tuple[Diagnostic, ...]
    timings: Mapping[str, float]
    entry: int = field(repr=False)
    module_map: ModuleMap = field(repr=False)
    linkage: Linkage = field(repr=False)
    plan: Plan = field(repr=False)
    emitted: Emitted = field(repr=False)

    @property
    def modules(self) -> tuple[BundledModule, ...]:
        """What is in the bundle, in evaluation order."""
        return describe(self.module_map, self.linkage, self.plan)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The real paths of all files that were read for modules."""
        return tuple(module.path for module in self.module_map.modules if module.path)

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The files that are to lie beside the bundle, each ``name`` once."""
        found: dict[str, Asset] = {}
        for index in (*self.plan.order, *self.plan.lazy):
            for asset in self.module_map.modules[index].assets:
                found.setdefault(asset.name, asset)
        return tuple(found.values())

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the code to ``path``, and the assets beside it, whole or not at all. Raises
        BundleError."""
        write_files(output_files([self], [os.fspath(path)]))


def output_files(bundles: Sequence[Bundle], paths: Sequence[str | None]) -> dict[str, bytes]:
    """Return what is to be written where, for the bundles that go to files. Raises
    BundleError where it must not be written."""
    files: dict[str, bytes] = {}
    inputs = dict.fromkeys(path for bundle in bundles for path in bundle.inputs)
    for bundle, path in zip(bundles, paths, strict=True):
        if path is not None:
            check_target(path, inputs)
            files[path] = encoded(bundle.code)
    copied: dict[str, bytes] = {}
    for bundle, path in zip(bundles, paths, strict=True):
        for asset in bundle.assets if path is not None else ():
            target = os.path.join(os.path.dirname(path or ""), asset.name)
            if os.path.realpath(target) == asset.path:
                continue
            check_asset(target, asset.source, files)
            check_target(target, inputs)
            copied[target] = read_asset(asset.path, asset.source)
    return {**copied, **files}


def build(
    entries: Sequence[str], options: Options, *, stdin: str | None = None
) -> tuple[Bundle, ...]:
    """Build an independent bundle for each entry, in order: what it is alone, whatever is built
    beside it.

    ``stdin`` is the text of the entry ``-``. Raises BundleError with what each entry has to say
    for itself: where one fails, all errors of the first phase that has any.
    """
    options = checked(options)
    workspace = Workspace(options)
    constructed: dict[int, _Constructed] = {}
    bundles: dict[int, Bundle] = {}
    failures: dict[int, BundleError] = {}
    for number, entry in enumerate(entries):
        with _kept(failures, number):
            constructed[number] = _construct(entry, options, workspace, stdin)
    apart = iter(told_apart([each.module_map for each in constructed.values()]))
    for number, each in constructed.items():
        with _kept(failures, number):
            bundles[number] = _bundle(each._replace(module_map=next(apart)), options)
    if failures:
        said = {number: bundle.warnings for number, bundle in bundles.items()}
        said |= {number: error.diagnostics for number, error in failures.items()}
        raise BundleError(merged(found for number in sorted(said) for found in said[number]))
    return tuple(bundles.values())


class _Constructed(NamedTuple):
    """What the first phase has made for an entry; ``timings`` are the seconds of its stages."""

    module_map: ModuleMap
    warnings: tuple[Diagnostic, ...]
    timings: dict[str, float]


@contextmanager
def _kept(failures: dict[int, BundleError], number: int) -> Iterator[None]:
    """Note under ``number`` that the block fails."""
    try:
        yield
    except BundleError as error:
        failures[number] = error


def _construct(
    entry: str, options: Options, workspace: Workspace, stdin: str | None
) -> _Constructed:
    timings: dict[str, float] = {}
    observe = partial(add_seconds, timings)
    made = construct([entry], options, workspace=workspace, stdin=stdin, observe=observe)
    return _Constructed(*made, timings)


def _bundle(constructed: _Constructed, options: Options) -> Bundle:
    module_map, warnings, timings = constructed
    with stage(timings, "link"):
        if options.defer_errors:
            module_map, deferred = defer_link_errors(module_map)
            warnings += deferred
        linkage = link(module_map)
        warnings += link_warnings(module_map, linkage)
    (root,) = module_map.entries
    with stage(timings, "plan"):
        planned = plan(module_map, linkage, root)
        warnings += within_limits(module_map, linkage, planned, options)
    with stage(timings, "emit"):
        emitted = emit(module_map, linkage, planned, options)
    return Bundle(emitted.code, warnings, timings, root, module_map, linkage, planned, emitted)


@contextmanager
def stage(timings: dict[str, float], name: str) -> Iterator[None]:
    """Add the seconds that the block takes to ``timings[name]``."""
    start = perf_counter()
    try:
        yield
    finally:
        add_seconds(timings, name, perf_counter() - start)


def add_seconds(timings: dict[str, float], name: str, seconds: float) -> None:
    """Add ``seconds`` to those of the stage ``name``."""
    timings[name] = timings.get(name, 0.0) + seconds


def total_timings(bundles: Sequence[Bundle]) -> dict[str, float]:
    """Return the seconds of each stage of one build."""
    totals: dict[str, float] = {}
    for bundle in bundles:
        for name, seconds in bundle.timings.items():
            add_seconds(totals, name, seconds)
    return totals


def encoded(code: str) -> bytes:
    """Return the bytes of an output file. Only a file name can have characters that
    UTF-8 has no bytes for; they stand in comments and become question marks."""
    return code.encode("utf-8", "replace")


def bundle(
    entry: str | os.PathLike[str],
    *,
    format: Format = "iife",
    platform: Platform = "browser",
    global_name: str | None = None,
    external: Sequence[str] = (),
    globals: Mapping[str, str] | None = None,
    conditions: Sequence[str] = (),
    define: Mapping[str, str] | None = None,
    root: str | os.PathLike[str] | None = None,
    outdir: str | os.PathLike[str] | None = None,
    amd_config: str | os.PathLike[str] | None = None,
    script_modules: Mapping[str, str | os.PathLike[str]] | None = None,
    loader: LoaderName = "requirejs",
    page: str | os.PathLike[str] | None = None,
    defer_errors: bool = False,
    assets: bool = False,
    amd_id: str | None = None,
    async_exports: bool = False,
) -> Bundle:
    """Bundle the graph of ``entry`` into one script.

    The keywords are the command's options (class ``Options`` says what they mean).
    Raises BundleError, whose ``diagnostics`` say everything that is wrong.
    """
    options = Options(
        format=format,
        platform=platform,
        global_name=global_name,
        external=tuple(external),
        globals=dict(globals or {}),
        conditions=tuple(conditions),
        define=dict(define or {}),
        root=None if root is None else os.fspath(root),
        outdir=None if outdir is None else os.fspath(outdir),
        amd_config=None if amd_config is None else os.fspath(amd_config),
        script_modules={name: os.fspath(path) for name, path in (script_modules or {}).items()},
        loader=loader,
        page=None if page is None else os.fspath(page),
        defer_errors=defer_errors,
        assets=assets,
        amd_id=amd_id,
        async_exports=async_exports,
    )
    return build([os.fspath(entry)], options)[0]
