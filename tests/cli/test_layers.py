"""Import direction: cli → build → emit → plan → link → construct, and a runtime that
shares no code with what it judges."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUNDLER = ROOT / "bundler"
RUNTIME = ROOT / "runtime"

LAYERS = [
    {"diagnostics", "options"},
    {"option_check", "output", "report"},
    {"construct"},
    {"link"},
    {"plan"},
    {"emit"},
    {"describe"},
    {"build"},
    {"native"},
    {"instrument", "timing"},
    {"departures"},
    {"check"},
    {"checker"},
    {"command"},
    {"judge"},
    {"cli_options"},
    {"cli_check"},
    {"cli"},
    {"__main__"},
]
HEIGHT = {name: height for height, layer in enumerate(LAYERS) for name in layer}
PARSER = {"construct/scan/parse.py"}


def modules(root: Path) -> list[Path]:
    return sorted(root.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Every dotted name that a file imports, at its top or inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def part_of(dotted: str) -> str | None:
    """The layer's name in ``pybundle.link.linker.link``; None outside of pybundle."""
    package, _, rest = dotted.partition(".")
    return rest.partition(".")[0] if package == "pybundle" else None


@pytest.mark.parametrize("path", modules(BUNDLER), ids=lambda p: p.relative_to(BUNDLER).as_posix())
def test_imports_point_down(path: Path) -> None:
    relative = path.relative_to(BUNDLER / "pybundle")
    own = relative.parts[0].removesuffix(".py")
    if own == "__init__":
        return
    assert own in HEIGHT, f"{own} is in no layer: say in this test where it stands"
    for name in imported(path):
        part = part_of(name)
        if part is None or part in (own, "__version__"):
            continue
        assert HEIGHT[part] < HEIGHT[own], f"{relative} imports {name}"


def test_only_the_parsers_module_knows_the_parser() -> None:
    knowing = {
        path.relative_to(BUNDLER / "pybundle").as_posix()
        for path in modules(BUNDLER)
        if any(name.partition(".")[0] == "esprima" for name in imported(path))
    }
    assert knowing == PARSER


def test_the_runtime_shares_no_code_with_the_bundler() -> None:
    for path in modules(RUNTIME):
        assert not {name for name in imported(path) if part_of(name) is not None}, path


def test_the_bundler_needs_nothing_of_the_tests() -> None:
    for path in modules(BUNDLER) + modules(RUNTIME):
        assert not {name for name in imported(path) if name.partition(".")[0] == "tests"}, path


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import pybundle", {"click", "rich", "esprima", "typing", "dataclasses", "pydeno"}),
        ("import pybundle.cli", {"rich", "esprima", "pydeno", "pybundle.build"}),
        ("import pybundle.build", {"rich", "click", "pydeno"}),
    ],
)
def test_start_loads_only_what_it_needs(statement: str, unwanted: set[str]) -> None:
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not unwanted & set(done.stdout.split())


def test_the_public_names_are_there() -> None:
    import pybundle

    assert set(pybundle.__all__) <= set(dir(pybundle))
    for name in pybundle.__all__:
        assert getattr(pybundle, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        pybundle.no_such_name  # noqa: B018


def test_a_version_alone_needs_nearly_nothing() -> None:
    code = (
        "import sys; sys.argv = ['pybundle', '--version']; from pybundle.__main__ import main; "
        "main(); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"click", "esprima", "rich", "pybundle.cli"} & set(done.stdout.split())
