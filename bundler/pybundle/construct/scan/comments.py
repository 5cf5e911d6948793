"""What is cut from a module's text, wherever it goes: hashbang and magic comments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final

from pybundle.construct.scan.parse import Node, parse_module, parser
from pybundle.construct.scan.trivia import hashbang, magic_offsets

Parse = Callable[..., Node]

_HTML_COMMENTS: Final = ("<!--", "-->")
_LITERALS: Final = ("Literal", "TemplateElement")
_QUOTES: Final = "\"'`"
_PART: Final = re.compile(r"""["'`]|//[^\n\r\u2028\u2029]*|/\*[\s\S]*?\*/""")


def cut_spans(
    source: str, body: list[Node], parse: Parse = parse_module
) -> tuple[tuple[int, int], ...]:
    """Return the spans of the hashbang and of ``sourceMappingURL`` and ``sourceURL``
    comments, sorted; ``body`` holds the module's statements, which ``parse`` gave.

    Call it within ``parsing()``: in some cases a comment inside of a statement needs a second
    parse.
    """
    first = len(hashbang(source))
    cut = [(0, first)] if first else []
    offsets = magic_offsets(source)
    if offsets:
        cut += _magic_comments(source, body, offsets, first, parse)
    return tuple(cut)


def _magic_comments(
    source: str, body: list[Node], offsets: list[int], first: int, parse: Parse
) -> list[tuple[int, int]]:
    starts = [node.range[0] for node in body]
    wanted = set(offsets)
    gaps = set()
    for offset in offsets:
        before = bisect_right(starts, offset) - 1
        if before >= 0 and offset < body[before].range[1]:
            if any(mark in source for mark in _HTML_COMMENTS):
                return _all_comments(source, wanted, parse)
            gap = _gap(body[before], offset)
            if gap is not None:
                gaps.add(gap)
        else:
            start = body[before].range[1] if before >= 0 else first
            end = starts[before + 1] if before + 1 < len(starts) else len(source)
            gaps.add((start, end))
    found = []
    for start, end in sorted(gaps):
        inner = _comments_between(source, start, end)
        if inner is None:
            return _all_comments(source, wanted, parse)
        found += [span for span in inner if span[0] in wanted]
    return found


def _gap(node: Node, offset: int) -> tuple[int, int] | None:
    """Return the part of the smallest node around an offset that is none of its children's, and
    that the offset is in; None if that is inside of a literal."""
    while True:
        start, end = node.range
        inner = None
        for child in _children(node):
            first, last = child.range
            if last <= offset:
                start = max(start, last)
            elif first > offset:
                end = min(end, first)
            else:
                inner = child
        if inner is None:
            return None if node.type in _LITERALS else (start, end)
        node = inner


def _children(node: Node) -> Iterator[Node]:
    for value in vars(node).values():
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, parser().nodes.Node) and each.range is not None:
                yield each


def _comments_between(source: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """Return the spans of the comments of ``source[start:end]``, which holds punctuators and
    words, but no literals; None if it can't be told."""
    found = []
    at = start
    while (match := _PART.search(source, at, end)) is not None:
        if match[0] in _QUOTES:
            return None
        found.append(match.span())
        at = match.end()
    return found


def _all_comments(source: str, wanted: set[int], parse: Parse) -> list[tuple[int, int]]:
    tree = parse(source, comment=True)
    found = [(comment.range[0], comment.range[1]) for comment in tree.comments]
    return [span for span in found if span[0] in wanted]
