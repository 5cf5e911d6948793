"""``import()`` of a template with a fixed directory: the specifiers that it may make.

A hole stands for text within one segment of the path. As with the globs of other tools,
none stands for ``node_modules``, for names that begin with a dot, or for anything across
a ``/``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import quote

from pybundle.construct.files import DIRECTORY, FILE, LINK, Directory, Files
from pybundle.construct.loader import BY_EXTENSION, JAVASCRIPT
from pybundle.construct.specifiers import EXTENSIONS
from pybundle.construct.urls import decoded_path

_HOLE: Final = "\0"
_RELATIVE: Final = ("./", "../")
_NOT_IN_PATHS: Final = re.compile(r"[?#\\\0]")
_READ_OTHERWISE: Final = re.compile(r"[%?#\\]")
_SAFE: Final = (";,/:@&=+$-_.!~*'()", "-_.!~*'()")
"""What ``encodeURI`` and ``encodeURIComponent`` leave as it is."""


class _Found(NamedTuple):
    """What the segments looked at so far lead to: the texts that programs may write for
    it, and the directory."""

    specifiers: tuple[str, ...]
    directory: Directory


def is_glob(template: tuple[str, ...]) -> bool:
    """Say whether a template (fixed parts, holes between them) stands for files below a
    fixed directory."""
    if len(template) < 2 or not template[0].startswith(_RELATIVE):
        return False
    return not any(_NOT_IN_PATHS.search(part) for part in template)


def glob_text(template: tuple[str, ...]) -> str:
    """Return a template as people write globs."""
    return "*".join(template)


def specifiers(
    template: tuple[str, ...], base: Directory, files: Files, *, any_file: bool
) -> tuple[str, ...]:
    """Return the specifiers, sorted, that ``template`` (one that ``is_glob``) may make for
    files that are there, seen from ``base``. ``any_file``: not only those that are
    modules by their names."""
    *folders, last = _HOLE.join(template).split("/")
    found = [_Found(("",), base)]
    for segment in folders:
        found = [deeper for each in found for deeper in _folders(each, segment, files)]
    made = {
        specifier for each in found for specifier in _files(each, last, files, any_file=any_file)
    }
    return tuple(sorted(made))


def _folders(found: _Found, segment: str, files: Files) -> Iterator[_Found]:
    directory = found.directory
    if segment in ("", "."):
        yield _Found(_joined(found, (f"{segment}/",)), directory)
    elif segment == "..":
        yield _Found(_joined(found, ("../",)), directory.parent or directory)
    elif _HOLE not in segment:
        deeper = files.child(directory, _decoded(segment))
        if deeper is not None:
            yield _Found(_joined(found, (f"{segment}/",)), deeper)
    else:
        for name, kind in sorted(directory.listing().items()):
            if kind not in (DIRECTORY, LINK) or name == "node_modules":
                continue
            texts = _texts(segment, name)
            deeper = files.child(directory, name) if texts else None
            if deeper is not None:
                yield _Found(_joined(found, tuple(f"{text}/" for text in texts)), deeper)


def _files(found: _Found, segment: str, files: Files, *, any_file: bool) -> Iterator[str]:
    for name, kind in found.directory.listing().items():
        if kind not in (FILE, LINK) or not (any_file or _is_module(name)):
            continue
        names = [name]
        stem, extension = os.path.splitext(name)
        if segment.endswith(_HOLE) and extension in EXTENSIONS:
            names.append(stem)
        texts = [text for each in names for text in _texts(segment, each)]
        if texts and files.file(found.directory, name) is not None:
            yield from _joined(found, texts)


def _is_module(name: str) -> bool:
    extension = os.path.splitext(name)[1].lower()
    return extension in BY_EXTENSION or (extension in JAVASCRIPT and extension != "")


def _joined(found: _Found, texts: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(specifier + text for specifier in found.specifiers for text in texts)


def _texts(segment: str, name: str) -> tuple[str, ...]:
    """Return what programs may write in a segment to mean the file ``name``; nothing if the
    segment's fixed parts are not in it."""
    parts = segment.split(_HOLE)
    if name.startswith(".") and not parts[0]:
        return ()
    pattern = "([^/]*)".join(re.escape(_decoded(part)) for part in parts)
    match = re.fullmatch(pattern, name, re.DOTALL)
    if match is None:
        return ()
    written = [] if _READ_OTHERWISE.search(name) else [list(match.groups())]
    written += ([_quoted(hole, safe) for hole in match.groups()] for safe in _SAFE)
    texts = (_filled(parts, holes) for holes in written)
    return tuple(dict.fromkeys(texts))


def _quoted(text: str, safe: str) -> str:
    return quote(text, safe=safe, errors="surrogateescape")


def _filled(parts: list[str], holes: list[str]) -> str:
    return "".join(text for pair in zip(parts, [*holes, ""], strict=True) for text in pair)


def _decoded(part: str) -> str:
    try:
        return decoded_path(part)
    except ValueError:
        return part
