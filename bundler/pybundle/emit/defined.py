"""The formats ``amd`` and ``umd``: a loader gives a bundle what it depends on, as parameters of
its function.

External modules run before the whole bundle, as in ``esm``, in the order of the dependencies.
The exports go onto the object that the loader gives for them, so that who is in a cycle with
the bundle sees them too; only an entry that is a CommonJS module returns its own, and one that
waits a promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pybundle.emit.literals import string_literal
from pybundle.options import Options

REQUIRE: Final = "require"
MODULE: Final = "module"
EXPORTS: Final = "exports"
SPECIAL: Final = (REQUIRE, MODULE, EXPORTS)
"""The dependencies that AMD has beside modules, in the order in which bundles take them."""

_ROOT: Final = (
    'typeof globalThis === "object" ? globalThis : typeof self === "object" ? self : this'
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a loader is asked for: ``special`` maps those of ``SPECIAL`` that are needed to
    their parameters, ``externals`` are the specifiers of external modules with theirs, both in
    order."""

    special: Mapping[str, str]
    externals: tuple[tuple[str, str], ...]

    def parameters(self) -> str:
        """The parameters of the bundle's function."""
        return ", ".join((*self.special.values(), *(name for _, name in self.externals)))

    def specifiers(self) -> tuple[str, ...]:
        """The specifiers of the external modules."""
        return tuple(specifier for specifier, _ in self.externals)

    def dependencies(self) -> str:
        """The dependencies, as ``define`` takes them."""
        return f"[{', '.join(map(string_literal, (*self.special, *self.specifiers())))}]"


def special_key(name: str) -> str:
    """The claim of the parameter for one of ``SPECIAL``."""
    return f"loader {name}"


def opening(options: Options, loaded: Loaded, *, returns: bool, is_async: bool = False) -> str:
    """Return what stands before the body of the bundle's function; ``});`` stands after it.
    ``returns`` says whether the function returns all exports; ``is_async`` that what it
    returns is a promise, which is the value of a script that leaves it nowhere: that of an async
    function, which follows and ``})());`` ends. (RequireJS takes no async function for one.)"""
    function = f"({loaded.parameters()}) => {'(async () => {' if is_async else '{'}"
    name = f"{string_literal(options.amd_id)}, " if options.amd_id else ""
    define = f"define({name}{loaded.dependencies()}, "
    if options.format == "amd":
        return f"{define}{function}"
    root, factory, library = _free_names(options)
    required = (f"require({string_literal(specifier)})" for specifier in loaded.specifiers())
    commonjs = f"{factory}({_arguments(loaded, MODULE, EXPORTS, required)});"
    held = (options.globals.get(specifier, "void 0") for specifier in loaded.specifiers())
    target = f"{root}.{options.global_name}" if options.global_name else ""
    lines = [
        f"(({root}, {factory}) => {{",
        '  if (typeof exports === "object" && typeof module === "object") {',
        f"    module.exports = {commonjs}" if returns else f"    {commonjs}",
        '  } else if (typeof define === "function" && define.amd) {',
        f"    {define}{factory});",
        "  } else {",
    ]
    if target and not returns:
        lines.append(f"    const {library} = {{}};")
        call = f"{factory}({_arguments(loaded, 'void 0', library, held)});"
        value = f"{library};"
    else:
        call = value = f"{factory}({_arguments(loaded, 'void 0', '{}', held)});"
    if not (target and returns):
        lines.append(f"    return {call}" if is_async else f"    {call}")
    if target:
        lines += (f"    {line}" for line in _objects_above(target))
        lines.append(f"    {target} = {value}")
    return "\n".join([*lines, "  }", f"}})({_ROOT}, {function}"])


def _arguments(loaded: Loaded, module: str, exports: str, externals: Iterable[str]) -> str:
    values = {MODULE: module, EXPORTS: exports}
    return ", ".join((*(values[name] for name in loaded.special), *externals))


def _objects_above(target: str) -> Iterator[str]:
    """Yield statements that make the objects which hold a global ``root.a.b.c``."""
    parts = target.split(".")
    for depth in range(2, len(parts)):
        path = ".".join(parts[:depth])
        yield f"{path} = {path} || {{}};"


def _free_names(options: Options) -> tuple[str, ...]:
    """Return names for the function's own variables that hide no global which it reads."""
    read = {expression.split(".")[0] for expression in options.globals.values()}
    names = []
    for name in ("root", "factory", "library"):
        while name in read:
            name += "$"
        names.append(name)
    return tuple(names)
