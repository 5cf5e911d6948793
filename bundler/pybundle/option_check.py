"""Which options make sense: checked once, before a build starts, for the command and
for the library alike."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.options import FORMATS, LOADERS, PLATFORMS, Options

CODE: Final = "invalid-option"

RESERVED: Final = frozenset(
    "await break case catch class const continue debugger default delete do else enum export "
    "extends false finally for function if implements import in instanceof interface let new "
    "null package private protected public return static super switch this throw true try "
    "typeof var void while with yield".split()
)
"""Words that are no identifier in strict code (ECMA-262, *Keywords and Reserved Words*)."""

NODE_ENV: Final = "process.env.NODE_ENV"


def checked(options: Options) -> Options:
    """Return ``options`` with the platform's defaults filled in.

    For ``platform="browser"``, ``process.env.NODE_ENV`` is defined as ``"production"``
    unless ``define`` says otherwise. Raises BundleError with one ``invalid-option``
    for each thing that makes no sense.
    """
    problems = tuple(_problems(options))
    if problems:
        raise BundleError(problems)
    if options.platform == "browser" and NODE_ENV not in options.define:
        return replace(options, define={NODE_ENV: '"production"', **options.define})
    return options


def is_member_chain(text: str) -> bool:
    """Say whether ``text`` is an identifier, or identifiers joined by dots."""
    head, *keys = text.split(".")
    return _is_name(head) and head not in RESERVED and all(_is_name(key) for key in keys)


def is_expression(text: str) -> bool:
    """Say whether ``text`` may replace a defined name: a JSON literal or a member chain."""
    if is_member_chain(text):
        return True
    try:
        json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return False
    return True


def _is_name(text: str) -> bool:
    return text.replace("$", "_").isidentifier()


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _problem(text: str, hint: str = "") -> Diagnostic:
    return Diagnostic(CODE, "error", text, hint=hint)


def _problems(options: Options) -> Iterator[Diagnostic]:
    if options.format not in FORMATS:
        yield _problem(f"format is one of {', '.join(FORMATS)}, not {options.format!r}")
    if options.platform not in PLATFORMS:
        yield _problem(f"platform is one of {', '.join(PLATFORMS)}, not {options.platform!r}")
    if options.root is not None and not os.path.isdir(options.root):
        yield _problem(f"root is not a directory: {options.root}")
    if options.loader not in LOADERS:
        yield _problem(f"loader is one of {', '.join(LOADERS)}, not {options.loader!r}")
    if options.page is not None and not os.path.isdir(options.page):
        yield _problem(f"page is not a directory: {options.page}")
    yield from _globals_problems(options)
    yield from _define_problems(options)
    yield from _script_problems(options)
    if "" in options.external or "" in options.conditions:
        yield _problem("external and conditions take names, not the empty string")


def _globals_problems(options: Options) -> Iterator[Diagnostic]:
    name = options.global_name
    if name is not None and not is_member_chain(name):
        yield _problem(
            f"global-name is not a name that JavaScript can assign: {name!r}",
            "use an identifier, or identifiers joined by dots, such as MyLibrary or my.library",
        )
    if options.amd_id == "":
        yield _problem("amd-id takes a name, not the empty string")
    if options.amd_id is not None and not options.is_defined:
        yield _meaningless("amd-id", "amd or umd", options)
    if options.async_exports and options.format in ("iife", "esm"):
        yield _meaningless("async-exports", "cjs, umd or amd", options)
    if options.uses_globals:
        for specifier, value in options.globals.items():
            if not specifier or not is_member_chain(value):
                yield _problem(
                    f"globals takes SPECIFIER=NAME, not {specifier}={value}",
                    "the name is an identifier or a member chain, such as react=React",
                )
        return
    for given, what in ((name is not None, "global-name"), (bool(options.globals), "globals")):
        if given:
            yield _meaningless(what, "iife or umd", options)


def _meaningless(what: str, formats: str, options: Options) -> Diagnostic:
    return _problem(
        f"{what} has a meaning only with format {formats}, not with {options.format}",
        f"leave out {what}, or choose format {formats}",
    )


def _script_problems(options: Options) -> Iterator[Diagnostic]:
    for name, path in options.script_modules.items():
        if not is_member_chain(name) or not path:
            yield _problem(
                f"script-module takes NAME=FILE, not {name}={path}",
                "the name is the global that the script sets, such as jQuery or my.lib",
            )
    files = list(map(os.path.realpath, options.script_modules.values()))
    for path in sorted({path for path in files if files.count(path) > 1}):
        yield _problem(f"script-module names two globals for one file: {os.path.basename(path)}")


def _define_problems(options: Options) -> Iterator[Diagnostic]:
    for key, value in options.define.items():
        if not is_member_chain(key):
            yield _problem(
                f"define takes an identifier or a member chain as its key, not {key!r}",
                "for example process.env.NODE_ENV or DEBUG",
            )
        if not is_expression(value):
            quoted = json.dumps(value, ensure_ascii=False)
            yield _problem(
                f"define {key} needs a JSON literal, an identifier or a member chain, not {value}",
                f"for a string, quote it: --define '{key}={quoted}'",
            )
