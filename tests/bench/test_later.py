"""Planning and emitting modules that run later takes time in proportion to their number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from pybundle.construct.construct import construct
from pybundle.emit.emit import emit
from pybundle.link.linker import link
from pybundle.options import Options
from pybundle.plan.plan import plan

FEW, MANY = 300, 2_400

ALLOWED = 2.5
"""By how much the share of one module may be larger among many; quadratic work makes it 8."""

pytestmark = pytest.mark.bench


def leaves(count: int) -> dict[str, str]:
    """Modules that one other asks for, each with a name that others have too."""
    files = {f"m{i}.js": f"export const v = {i};\nexport function f() {{}}\n" for i in range(count)}
    return {"main.js": _asks(range(count)), **files}


def cycle(count: int) -> dict[str, str]:
    """One cycle that is entered at two places."""
    files = {
        f"m{i}.js": f'import {{ f as g }} from "./m{(i + 1) % count}.js";\n'
        "export const f = () => g();\n"
        for i in range(count)
    }
    return {"main.js": _asks((0, count // 2)), **files}


def joined_cycle(count: int) -> dict[str, str]:
    """One cycle that is entered at one place."""
    return {**cycle(count), "main.js": _asks((0,))}


def awaiting_cycle(count: int) -> dict[str, str]:
    """One cycle of modules that all await, in the static graph."""
    files = {
        name: text + "export const v = await 0;\n"
        for name, text in cycle(count).items()
        if name != "main.js"
    }
    return {"main.js": 'import "./m0.js";\n', **files}


def factories(count: int) -> dict[str, str]:
    """CommonJS modules that ES modules ask for, which another requires."""
    files = {f"c{i}.cjs": f"exports.v = {i};\n" for i in range(count // 2)}
    files |= {
        f"m{i}.js": f'import {{ v }} from "./c{i}.cjs";\nexport {{ v as w }};\n'
        for i in range(count // 2)
    }
    return {"main.js": _asks(range(count // 2)), **files}


def _asks(targets: range | tuple[int, ...]) -> str:
    calls = "".join(f'  () => import("./m{i}.js"),\n' for i in targets)
    return f"export const loads = [\n{calls}];\n"


def seconds_per_module(root: Path, files: dict[str, str], form: str) -> float:
    root.mkdir()
    for name, text in files.items():
        (root / name).write_text(text)
    options = Options(format="esm" if form == "esm" else "iife", root=str(root))
    module_map, _ = construct([str(root / "main.js")], options)
    linkage = link(module_map)
    times = []
    for _ in range(3):
        start = process_time()
        planned = plan(module_map, linkage, module_map.entries[0])
        emit(module_map, linkage, planned, options)
        times.append(process_time() - start)
    return min(times) / len(files)


@pytest.mark.parametrize("form", ["esm", "iife"])
@pytest.mark.parametrize("shape", [leaves, cycle, joined_cycle, awaiting_cycle, factories])
def test_many_modules_cost_no_more_than_a_few_each(
    shape: Callable[[int], dict[str, str]], form: str, tmp_path: Path
) -> None:
    few, many = (
        seconds_per_module(tmp_path / str(count), shape(count), form) for count in (FEW, MANY)
    )
    assert many < few * ALLOWED
