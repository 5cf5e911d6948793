"""From a resolved module to its text and kind.

The text is the file's bytes as UTF-8, with nothing translated; a byte order mark at its
start is dropped, as Node drops it. The kind is decided as Node decides it: by
extension, then by the ``type`` of ``package.json``, then by what the text is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from pybundle.construct.names import Names
from pybundle.construct.problem import Problem, quoted
from pybundle.construct.record import ModuleKind
from pybundle.construct.resolve.packages import Packages
from pybundle.construct.resolve.resolver import Resolved
from pybundle.construct.resolve.urls import data_url, file_url
from pybundle.diagnostics import place_of

BY_EXTENSION: Final[Mapping[str, ModuleKind]] = {
    ".mjs": ModuleKind.ESM,
    ".cjs": ModuleKind.COMMONJS,
    ".json": ModuleKind.JSON,
    ".txt": ModuleKind.TEXT,
}
JAVASCRIPT: Final = frozenset(("", ".js", ".es", ".es6", ".esm", ".jsm"))
"""Extensions whose kind ``package.json`` or the text decides."""

COMPILED: Final[Mapping[str, str]] = {
    ".ts": "TypeScript",
    ".mts": "TypeScript",
    ".cts": "TypeScript",
    ".tsx": "TypeScript with JSX",
    ".jsx": "JSX",
    ".vue": "a Vue component",
    ".svelte": "a Svelte component",
    ".coffee": "CoffeeScript",
}
BY_ATTRIBUTE: Final[Mapping[str, ModuleKind]] = {
    "json": ModuleKind.JSON,
    "text": ModuleKind.TEXT,
}
_SCRIPT_TYPES: Final = frozenset(
    (
        *(f"application/{name}" for name in ("ecmascript", "javascript", "x-javascript")),
        *(f"text/{name}" for name in ("ecmascript", "javascript", "x-javascript", "jscript")),
    )
)
_JSON_TYPE: Final = re.compile(r"(?:application|text)/json|\w[^/]*/[^/]+\+json")
_SIGNATURES: Final = (b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF")


class Source(NamedTuple):
    """A module's text and its kind; None where the text has to decide between ES module
    and CommonJS. ``reason`` says what speaks for CommonJS, if anything does; ``is_certain`` is
    whether a file's own name says its kind."""

    text: str
    kind: ModuleKind | None
    reason: str = ""
    is_certain: bool = False


class Loader:
    """Reads files and ``data:`` URLs."""

    def __init__(self, packages: Packages, names: Names) -> None:
        self._packages = packages
        self._names = names

    def requested(self, resolved: Resolved, attributes: tuple[tuple[str, str], ...]) -> Resolved:
        """Return ``resolved`` as the kind that the attributes ask for.

        A file that is read as another kind than its own is another module: its URL gets
        a fragment that says so. A query or fragment makes no other module of a CommonJS file.
        Raises Problem ``unsupported-import-attribute``.
        """
        path = resolved.path if resolved.kind is None and resolved.suffix else None
        if path is not None and self._is_commonjs(path):
            resolved = resolved._replace(url=file_url(path), suffix="")
        if resolved.kind is not None or not attributes:
            return resolved
        for key, value in attributes:
            if key != "type":
                text = f"the import attribute {quoted(key)} is not supported"
                raise Problem(
                    "unsupported-import-attribute",
                    text,
                    hint='Only "type" is: with { type: "json" }, or "text".',
                )
            if value not in BY_ATTRIBUTE:
                text = f"modules of type {quoted(value)} are not supported"
                hint = f"The attribute type may be {' or '.join(BY_ATTRIBUTE)}."
                raise Problem("unsupported-import-attribute", text, hint=hint)
        value = attributes[0][1]
        if BY_ATTRIBUTE[value] is _own_kind(resolved):
            return resolved
        return resolved._replace(url=f"{resolved.url}#type={value}", kind=BY_ATTRIBUTE[value])

    def _is_commonjs(self, path: str) -> bool:
        """Whether Node takes a file for CommonJS, whatever it holds."""
        extension = os.path.splitext(path)[1].lower()
        if extension not in JAVASCRIPT:
            return BY_EXTENSION.get(extension) is ModuleKind.COMMONJS
        package = self._packages.scope_of(path)
        return package is not None and package.type == "commonjs"

    def load(self, resolved: Resolved, name: str) -> Source:
        """Return the text and the kind of a module; ``name`` is for messages.

        Raises Problem: ``unreadable-file``, ``is-directory``, ``not-utf8``,
        ``binary-file``, ``unknown-file-type``, ``invalid-package-json``.
        """
        kind, reason = resolved.kind, ""
        if kind in (ModuleKind.EXTERNAL, ModuleKind.EMPTY):
            return Source("", kind)
        if resolved.path is None:
            return _from_data(resolved.url, kind, name)
        is_certain = kind is not None or is_plain(resolved.path)
        if kind is None:
            kind, reason = self._kind_of(resolved.path, name)
        return Source(decoded(_read(resolved.path, name), name), kind, reason, is_certain)

    def _kind_of(self, path: str, name: str) -> tuple[ModuleKind | None, str]:
        extension = os.path.splitext(path)[1].lower()
        kind = BY_EXTENSION.get(extension)
        if kind is not None:
            return kind, f"its extension is {extension}"
        if extension not in JAVASCRIPT:
            raise _unknown_type(name, extension)
        package = self._packages.scope_of(path)
        if package is None or package.type not in ("module", "commonjs"):
            return None, ""
        if package.type == "module":
            return ModuleKind.ESM, ""
        return None, f'{package.file} says "type": "commonjs"'


def is_plain(path: str) -> bool:
    """Whether the extension of a file says what it is, whatever it holds."""
    return os.path.splitext(path)[1].lower() in BY_EXTENSION


def decoded(data: bytes, name: str) -> str:
    """Return ``data`` as text; ``name`` is its file's, for messages.

    Raises Problem ``not-utf8`` or ``binary-file``.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_text(data, name, error) from None
    return text.removeprefix("\ufeff")


def _read(path: str, name: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except IsADirectoryError:
        raise Problem("is-directory", f"{name} is a directory, not a file") from None
    except OSError as error:
        text = f"{name} can't be read: {error.strerror or error}"
        hint = "Check that it is there, and its permissions."
        raise Problem("unreadable-file", text, hint=hint) from None


def _from_data(url: str, kind: ModuleKind | None, name: str) -> Source:
    try:
        media_type, body = data_url(url)
    except ValueError as error:
        raise Problem("unresolved-import", f"{name} is no usable data: URL: {error}") from None
    kind = kind or _kind_of_data(media_type)
    if kind is None:
        text = f"{name}: data of the type {media_type} can't be bundled"
        hint = "It may be text/javascript, application/json or text/plain."
        raise Problem("unknown-file-type", text, hint=hint)
    return Source(decoded(body, name), kind)


def _kind_of_data(media_type: str) -> ModuleKind | None:
    if media_type in _SCRIPT_TYPES:
        return ModuleKind.ESM
    if _JSON_TYPE.fullmatch(media_type):
        return ModuleKind.JSON
    return ModuleKind.TEXT if media_type == "text/plain" else None


def _own_kind(resolved: Resolved) -> ModuleKind | None:
    """Return the kind that a module has without attributes, as far as its name says."""
    if resolved.path is not None:
        return BY_EXTENSION.get(os.path.splitext(resolved.path)[1].lower())
    try:
        return _kind_of_data(data_url(resolved.url).media_type)
    except ValueError:
        return None


def _unknown_type(name: str, extension: str) -> Problem:
    source = COMPILED.get(extension)
    if source is not None:
        text = f"{name} is {source}, which is not JavaScript"
        return Problem("unknown-file-type", text, hint="Compile it to JavaScript first.")
    return Problem(
        "unknown-file-type",
        f"{name} can't be bundled: files ending in {extension} are not JavaScript, JSON or text",
        hint='Import it as text (with { type: "text" }), or leave the import out of the bundle'
        f" (--external '*{extension}').",
    )


def _not_text(data: bytes, name: str, error: UnicodeDecodeError) -> Problem:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, hint = f"{name} is UTF-16, not UTF-8", "Save it as UTF-8."
        return Problem("not-utf8", text, hint=hint)
    if b"\0" in data or data.startswith(_SIGNATURES):
        return binary_file(name)
    bad = error.start
    text = f"{name} is not UTF-8: byte {bad} is 0x{data[bad]:02x}"
    before = data[:bad].decode("utf-8")
    shown = data[: bad + 200].decode("utf-8", "replace")
    return Problem(
        "not-utf8", text, hint="Save the file as UTF-8.", place=place_of(name, shown, len(before))
    )


def binary_file(name: str) -> Problem:
    """A file that holds no text."""
    return Problem("binary-file", f"{name} is a binary file, not text")
