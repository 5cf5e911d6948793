"""The formats: what stands around the modules, and how exports leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pybundle.emit.defined import EXPORTS, Loaded, opening
from pybundle.emit.literals import member, property_key, quoted_key, string_literal
from pybundle.emit.names.words import RESERVED, is_identifier
from pybundle.options import Options


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the modules: ``open`` is the first text of the file, ``before``
    comes after the helpers and before the first body, ``close`` is the last text. If there
    are functions that must stand outside, they come then, and ``outside`` after them."""

    open: str
    before: str
    close: str
    outside: str = ""


@dataclass(frozen=True, slots=True)
class Stars:
    """What the entry re-exports whole. ``specifiers`` maps the constants of external modules to
    their specifiers, those of CommonJS modules to ""; ``ambiguous`` are the names that CommonJS
    modules can't supply."""

    specifiers: Mapping[str, str] = field(default_factory=dict)
    ambiguous: tuple[str, ...] = ()

    def added(self, helpers: Mapping[str, str], exports: str, star: str) -> str:
        """Return the call that adds all that a module exports, named by its constant."""
        if self.specifiers[star]:
            return f"{helpers['exportStar']}({exports}, {star})"
        hidden = f", {accessors({}, self.ambiguous)}" if self.ambiguous else ""
        return f"{helpers['exportCommonjs']}({exports}, {star}{hidden})"


def frame(
    options: Options,
    exports: Mapping[str, str],
    helpers: Mapping[str, str],
    *,
    is_async: bool,
    stars: Stars,
    failure: str,
    waits: str,
    detached: str,
    whole: str = "",
    loaded: Loaded | None = None,
) -> Frame:
    """Return the frame of ``options.format`` for an entry that exports ``exports`` (name
    to text of the slot), and ``stars``. ``is_async`` is
    true if an await stands outside all functions; ``failure`` is the variable that gets what
    stops the flat modules, or empty; ``waits`` is the promise of the entry's evaluation, if
    that doesn't end with the text, or empty. ``detached`` are the parameters for what has to
    stand outside of the shared scope, or empty; ``whole`` is what holds all exports of an
    entry that is a CommonJS module, or of which there is a promise, or empty; ``loaded`` is
    what a loader gives, in the formats that have one."""
    is_async = is_async or bool(waits)
    if options.format == "esm":
        made = Frame("", "", _export_declaration(exports))
    elif options.format == "cjs" and is_async:
        made = _script_frame("module.exports = ", whole, is_async, failure, waits)
    elif options.format == "cjs":
        made = _cjs_frame(exports, helpers, stars, failure, whole)
    elif loaded is not None and is_async:
        made = _promising_frame(options, whole, failure, waits, loaded)
    elif loaded is not None:
        made = _defined_frame(options, exports, helpers, stars, failure, whole, loaded)
    elif options.global_name is not None:
        value = whole or _exports_object(exports, helpers, stars)
        target = f"{_global_target(options.global_name)} = "
        made = _script_frame(target, value, is_async, failure, waits)
    else:
        made = _script_frame("", "", is_async, failure, waits)
    return _around(made, detached, options) if detached else made


def _script_frame(target: str, value: str, is_async: bool, failure: str, waits: str) -> Frame:
    """The frame of a script; ``value`` is what is given to what the text ``target`` assigns, if
    there is such: a promise of it, if anything in the graph awaits. That rejects also with what
    is thrown before."""
    arrow = "async () => {" if is_async else "() => {"
    opening, closing = f'({arrow}\n"use strict";', "})();"
    if failure:
        opening, closing = _guarded(opening, closing, failure, is_async=is_async)
    ends = [f"await {waits};"] if waits else []
    if value:
        ends.append(f"return {value};")
    return Frame(f"{target}{opening}", "", "\n".join((*ends, closing)))


def _around(inner: Frame, detached: str, options: Options) -> Frame:
    """Return the frame where some functions must stand outside: they are passed in."""
    if options.format == "cjs" or options.is_defined:
        return Frame(
            f"(({detached}) => {{\n{inner.open}", inner.before, f"{inner.close}\n}})({{", "});"
        )
    opening = inner.open.replace("() => {", f"({detached}) => {{", 1)
    return Frame(opening, inner.before, inner.close.removesuffix("();") + "({", "});")


def _guarded(
    opening: str, closing: str, failure: str, result: str = "return ", *, is_async: bool = False
) -> tuple[str, str]:
    """Keep what stops the flat modules, for those that ``import()`` them later. The
    ``try`` stands around their function: inside, it would change their scoping."""
    called = f"{result}await (async () => {{" if is_async else f"{result}(() => {{"
    return (
        f"{opening}\n\nlet {failure};\ntry {{\n{called}",
        f"}})();\n}} catch (error) {{\n{failure} = error;\nthrow error;\n}}\n{closing}",
    )


def _exports_object(
    exports: Mapping[str, str],
    helpers: Mapping[str, str],
    stars: Stars,
    marks: str = "",
) -> str:
    made = f"{helpers['createExports']}({accessors(exports)}{marks})"
    for star in stars.specifiers:
        made = stars.added(helpers, made, star)
    return made


def _export_declaration(exports: Mapping[str, str]) -> str:
    specifiers = [
        text if text == name else f"{text} as {quoted_key(name)}" for name, text in exports.items()
    ]
    return f"export {{ {', '.join(specifiers)} }};" if specifiers else ""


def _cjs_frame(
    exports: Mapping[str, str],
    helpers: Mapping[str, str],
    stars: Stars,
    failure: str,
    whole: str,
) -> Frame:
    opening, closing = '"use strict";', ""
    if failure:
        opening, closing = _guarded(opening, closing, failure, "")
    if whole:
        return Frame(opening, "", "\n".join((f"module.exports = {whole};", closing)).strip())
    if not exports and not stars.specifiers:
        return Frame(opening, "", closing)
    marks = ", { __esModule: { __proto__: null, value: true } }"
    if "__esModule" in exports:
        marks = ""
    made = f"module.exports = {_exports_object(exports, helpers, Stars(), marks)};"
    tail = [f"{stars.added(helpers, 'module.exports', star)};" for star in stars.specifiers]
    tail += [closing] if closing else []
    tail += _name_annotation(exports, stars)
    return Frame(opening, made, "\n".join(tail))


def _defined_frame(
    options: Options,
    exports: Mapping[str, str],
    helpers: Mapping[str, str],
    stars: Stars,
    failure: str,
    whole: str,
    loaded: Loaded,
) -> Frame:
    """The frame of ``amd`` and ``umd``."""
    strict, closing = '"use strict";', ""
    if failure:
        strict, closing = _guarded(strict, closing, failure, "return " if whole else "")
    tail = [closing] if closing else []
    made, annotation = "", ""
    own = loaded.special.get(EXPORTS)
    if whole:
        tail.insert(0, f"return {whole};")
    elif own:
        made = f"{helpers['exposeExports']}({own}, {accessors(exports)});"
        tail[:0] = (f"{stars.added(helpers, own, star)};" for star in stars.specifiers)
    if options.format == "umd" and not whole:
        annotation = "\n\n" + "\n".join(_name_annotation(exports, stars))
    start = opening(options, loaded, returns=bool(whole))
    close = "\n".join((*tail, f"}});{annotation}")).rstrip("\n")
    return Frame(f"{start}\n{strict}", made, close)


def _promising_frame(
    options: Options, whole: str, failure: str, waits: str, loaded: Loaded
) -> Frame:
    """The frame of ``amd`` and ``umd`` where the bundle's function returns a promise."""
    strict, closing = '"use strict";', ""
    if failure:
        strict, closing = _guarded(strict, closing, failure, is_async=True)
    ends = [f"await {waits};"] if waits else []
    ends += [f"return {whole};", *([closing] if closing else []), "})());"]
    start = opening(options, loaded, returns=True, is_async=True)
    return Frame(f"{start}\n{strict}", "", "\n".join(ends))


def _name_annotation(exports: Iterable[str], stars: Stars) -> Iterator[str]:
    """Yield statements that never run, in which Node's import of CommonJS finds the names
    of the exports (the grammar that it reads is cjs-module-lexer's)."""
    plain: list[str] = []
    odd: list[str] = []
    for name in exports:
        if is_identifier(name) and name not in RESERVED:
            plain.append(name)
        elif name != "default":
            odd.append(f"exports{member(name)}")
    plain += (
        f"...require({string_literal(specifier)})"
        for specifier in stars.specifiers.values()
        if specifier
    )
    if plain or odd:
        yield "// The names of the exports, for Node's import of CommonJS."
    if plain:
        yield f"0 && (module.exports = {{ {', '.join(plain)} }});"
    if odd:
        yield f"0 && ({' = '.join(odd)} = 0);"


def _global_target(name: str) -> str:
    parts = name.split(".")
    if len(parts) == 1:
        return f"var {name}"
    lines = [f"var {parts[0]} = {parts[0]} || {{}};"]
    for depth in range(2, len(parts)):
        path = ".".join(parts[:depth])
        lines.append(f"{path} = {path} || {{}};")
    return "\n".join([*lines, name])


def accessors(exports: Mapping[str, str], ambiguous: Iterable[str] = ()) -> str:
    """Return an object literal with a function for each export that reads its slot, and null for
    names that no star can supply."""
    lines = [f"  {property_key(name)}: () => {text}," for name, text in exports.items()]
    lines += [f"  {property_key(name)}: null," for name in ambiguous]
    return "{\n" + "\n".join(lines) + "\n}" if lines else "{}"
