"""``import()`` or ``require()`` of a template with a fixed directory: the specifiers that it
may make.

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

from pybundle.construct.loader import BY_EXTENSION, JAVASCRIPT
from pybundle.construct.resolve.files import DIRECTORY, FILE, LINK, Directory, Files
from pybundle.construct.resolve.specifiers import EXTENSIONS, REQUIRE_EXTENSIONS
from pybundle.construct.resolve.urls import decoded_path

_HOLE: Final = "\0"
_RELATIVE: Final = ("./", "../")
_NOT_IN_PATHS: Final = re.compile(r"[?#\\\0]")
_READ_OTHERWISE: Final = re.compile(r"[%?#\\]")
_SAFE: Final = (";,/:@&=+$-_.!~*'()", "-_.!~*'()")
"""What ``encodeURI`` and ``encodeURIComponent`` leave as it is."""


class _Rules(NamedTuple):
    """``any_file``: not only those that are modules by their names. ``by_require``: the
    specifiers are paths, not URLs; they may name directories, and of the files without
    their extension only JavaScript and JSON."""

    files: Files
    any_file: bool
    by_require: bool


class _Found(NamedTuple):
    """What the segments looked at so far lead to: the texts that programs may write for
    it, and the directory."""

    specifiers: tuple[str, ...]
    directory: Directory


def is_glob(template: tuple[str, ...], *, by_require: bool = False) -> bool:
    """Say whether a template (fixed parts, holes between them) stands for files below a
    fixed directory."""
    if len(template) < 2 or not template[0].startswith(_RELATIVE):
        return False
    if by_require:
        return not any(_HOLE in part for part in template)
    return not any(_NOT_IN_PATHS.search(part) for part in template)


def glob_text(template: tuple[str, ...]) -> str:
    """Return a template as people write globs."""
    return "*".join(template)


def specifiers(
    template: tuple[str, ...],
    base: Directory,
    files: Files,
    *,
    any_file: bool = False,
    by_require: bool = False,
) -> tuple[str, ...]:
    """Return the specifiers, sorted, that ``template`` (one that ``is_glob``) may make for
    files that are there, seen from ``base``. ``any_file``: not only those that are
    modules by their names. ``by_require``: it is given to ``require()``, so that it may also
    name directories (it has to be seen whether they lead to a file)."""
    rules = _Rules(files, any_file, by_require)
    *folders, last = _HOLE.join(template).split("/")
    found = [_Found(("",), base)]
    for segment in folders:
        found = [deeper for each in found for deeper in _folders(each, segment, rules)]
    made = {specifier for each in found for specifier in _files(each, last, rules)}
    return tuple(sorted(made))


def _folders(found: _Found, segment: str, rules: _Rules) -> Iterator[_Found]:
    directory = found.directory
    if segment in ("", "."):
        yield _Found(_joined(found, (f"{segment}/",)), directory)
    elif segment == "..":
        yield _Found(_joined(found, ("../",)), directory.parent or directory)
    elif _HOLE not in segment:
        name = segment if rules.by_require else _decoded(segment)
        deeper = rules.files.child(directory, name)
        if deeper is not None:
            yield _Found(_joined(found, (f"{segment}/",)), deeper)
    else:
        for name in sorted(directory.listing()):
            if directory.kind(name) not in (DIRECTORY, LINK) or name == "node_modules":
                continue
            texts = _texts(segment, name, rules)
            deeper = rules.files.child(directory, name) if texts else None
            if deeper is not None:
                yield _Found(_joined(found, tuple(f"{text}/" for text in texts)), deeper)


def _files(found: _Found, segment: str, rules: _Rules) -> Iterator[str]:
    files, directory = rules.files, found.directory
    for name in directory.listing():
        kind = directory.kind(name)
        if rules.by_require and kind in (DIRECTORY, LINK) and name != "node_modules":
            texts = _texts(segment, name, rules)
            if texts and files.child(directory, name) is not None:
                yield from _joined(found, texts)
        if kind not in (FILE, LINK) or not _is_meant(name, segment, rules):
            continue
        stem, extension = os.path.splitext(name)
        extensions = REQUIRE_EXTENSIONS if rules.by_require else EXTENSIONS
        names = [name]
        if extension in extensions and (rules.by_require or segment.endswith(_HOLE)):
            names.append(stem)
        found_texts = [text for each in names for text in _texts(segment, each, rules)]
        if found_texts and files.file(directory, name) is not None:
            yield from _joined(found, found_texts)


def _is_meant(name: str, segment: str, rules: _Rules) -> bool:
    """Whether a file may be what a template means."""
    if not rules.by_require:
        return rules.any_file or _is_module(name)
    extension = os.path.splitext(name)[1]
    return extension in REQUIRE_EXTENSIONS or (
        _is_module(name) and segment.rpartition(_HOLE)[2].endswith(extension)
    )


def _is_module(name: str) -> bool:
    extension = os.path.splitext(name)[1].lower()
    return extension in BY_EXTENSION or (extension in JAVASCRIPT and extension != "")


def _joined(found: _Found, texts: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(specifier + text for specifier in found.specifiers for text in texts)


def _texts(segment: str, name: str, rules: _Rules) -> tuple[str, ...]:
    """Return what programs may write in a segment to mean the file ``name``; nothing if the
    segment's fixed parts are not in it."""
    parts = segment.split(_HOLE)
    if name.startswith(".") and not parts[0]:
        return ()
    fixed = parts if rules.by_require else map(_decoded, parts)
    pattern = "([^/]*)".join(map(re.escape, fixed))
    match = re.fullmatch(pattern, name, re.DOTALL)
    if match is None:
        return ()
    if rules.by_require:
        return (name,)
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
