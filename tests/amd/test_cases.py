"""AMD programs do as bundles what RequireJS makes of their files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.amd.harness import CASES, EXPECTED, needs_loader, run, run_loader, value_of
from tests.commonjs.harness import Case, Run, preparing

from pybundle.build import bundle
from pybundle.options import FORMATS, Format, Platform

pytestmark = needs_loader

NAMES = sorted(path.stem for path in CASES.glob("*.txt"))
EXTENSIONS: dict[Format, str] = {
    "cjs": "cjs",
    "iife": "cjs",
    "esm": "mjs",
    "umd": "cjs",
    "amd": "js",
}


def run_bundle(case: Case, folder: Path, format_: Format) -> Run:
    """Bundle a case and run what comes of it."""
    scripts = (value_of(case, "script") or "").split(":")
    platform: Platform = "browser" if "browser" in case.words else "node"
    made = bundle(
        folder / case.entry,
        format=format_,
        platform=platform,
        root=folder,
        amd_config=str(folder / value) if (value := value_of(case, "config")) else None,
        page=str(folder / value) if (value := value_of(case, "page")) else None,
        script_modules={scripts[0]: str(folder / scripts[1])} if len(scripts) > 1 else {},
    )
    path = folder / f"bundle-{format_}.{EXTENSIONS[format_]}"
    made.write(path)
    try:
        if format_ == "amd":
            return run_loader("node", folder, path.name)
        return run(path, folder=folder)
    finally:
        path.unlink()


Prepared = tuple[Case, Path, dict[str, Run]]


def originals(case: Case, folder: Path) -> dict[str, Run]:
    """Run a case in every way in which a loader can."""
    has_runs = EXPECTED not in case.files
    modes = [mode for mode in ("page", "node") if has_runs and f"no-{mode}" not in case.words]
    config = value_of(case, "config")
    return {mode: run_loader(mode, folder, case.entry, config) for mode in modes}


@pytest.fixture(scope="module")
def prepare(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Prepared]:
    """Run a case by its loader, once for all formats."""
    return preparing(CASES, tmp_path_factory, originals)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_the_bundle_prints_what_the_loader_prints(
    name: str, format_: Format, prepare: Callable[[str], Prepared]
) -> None:
    case, folder, runs = prepare(name)
    if f"no-{format_}" in case.words:
        pytest.skip("not for this format: " + case.description.splitlines()[0])
    made = run_bundle(case, folder, format_)
    if EXPECTED in case.files:
        assert made.output == case.files[EXPECTED]
        return
    assert made.output, made.error
    assert runs == dict.fromkeys(runs, made)
