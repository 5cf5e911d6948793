"""Trees of files to construct module maps from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Unpack

from tests.given_options import GivenRootedOptions

from pybundle.construct.construct import construct
from pybundle.construct.module_map import Module, ModuleMap
from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.options import Options

Files = Mapping[str, Any]
"""Path → text, bytes, or what is written as JSON."""


def write(root: Path, files: Files) -> Path:
    """Write ``files`` below ``root``; return ``root``."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content)
            path.write_text(text, encoding="utf-8", newline="")
    return root


def module_map(*entries: str, **options: Unpack[GivenRootedOptions]) -> ModuleMap:
    """Construct from the working directory; fail on errors, ignore warnings."""
    return construct(entries, Options(**options))[0]


def errors(*entries: str, **options: Unpack[GivenRootedOptions]) -> list[Diagnostic]:
    """Return the errors that construction stops with."""
    try:
        construct(entries, Options(**options))
    except BundleError as error:
        return [d for d in error.diagnostics if d.severity == "error"]
    raise AssertionError("no error")


def error(*entries: str, **options: Unpack[GivenRootedOptions]) -> Diagnostic:
    """Return the only error that construction stops with."""
    (found,) = errors(*entries, **options)
    return found


def names(graph: ModuleMap) -> list[str]:
    """Return the modules' names in order."""
    return [module.name for module in graph.modules]


def module(graph: ModuleMap, name: str) -> Module:
    """Return the module called ``name``."""
    (found,) = [module for module in graph.modules if module.name == name]
    return found


def imported(specifier: str, **options: Unpack[GivenRootedOptions]) -> str:
    """Return the name of what ``specifier`` leads to from main.js."""
    Path("main.js").write_text(f'import {{}} from "{specifier}";', encoding="utf-8")
    graph = module_map("main.js", **options)
    return graph.modules[graph.modules[0].targets[0]].name


def package(name: str, files: Files, **manifest: Any) -> None:
    """Install a package."""
    manifest = {"name": name, **manifest}
    write(Path("node_modules", name), {"package.json": manifest, **files})
