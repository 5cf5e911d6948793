"""AMD programs do as bundles what RequireJS makes of their files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.amd.harness import CASES, EXPECTED, needs_loader, run, run_loader, value_of
from tests.commonjs.harness import Case, Run, read_case, write_case

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


@cache
def case_of(name: str) -> Case:
    """Read a case once."""
    return read_case(CASES / f"{name}.txt")


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
    if format_ == "amd":
        return run_loader("node", folder, path.name)
    return run(["node", "--no-warnings", path], folder)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_the_bundle_prints_what_the_loader_prints(
    name: str, format_: Format, tmp_path: Path
) -> None:
    case = case_of(name)
    if f"no-{format_}" in case.words:
        pytest.skip("not for this format: " + case.description.splitlines()[0])
    write_case(case, tmp_path)
    made = run_bundle(case, tmp_path, format_)
    if EXPECTED in case.files:
        assert made.output == case.files[EXPECTED]
        return
    assert made.output, made.error
    for mode in ("page", "node"):
        if f"no-{mode}" not in case.words:
            assert run_loader(mode, tmp_path, case.entry, value_of(case, "config")) == made, mode
