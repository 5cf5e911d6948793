"""What is cut from a module's text, wherever it goes: hashbang and magic comments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from pybundle.construct.scan.parse import Node, parse_module
from pybundle.construct.scan.trivia import comments, hashbang, magic_offsets

Parse = Callable[..., Node]


def cut_spans(
    source: str, body: list[Node], parse: Parse = parse_module
) -> tuple[tuple[int, int], ...]:
    """Return the spans of the hashbang and of ``sourceMappingURL`` and ``sourceURL``
    comments, sorted; ``body`` holds the module's statements, which ``parse`` gave.

    Call it within ``parsing()``: a comment inside of a statement needs a second parse.
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
            return _all_comments(source, wanted, parse)
        gaps.add(before)
    found = []
    for before in sorted(gaps):
        start = body[before].range[1] if before >= 0 else first
        end = starts[before + 1] if before + 1 < len(starts) else len(source)
        found += [span for span in comments(source, start, end) if span[0] in wanted]
    return found


def _all_comments(source: str, wanted: set[int], parse: Parse) -> list[tuple[int, int]]:
    tree = parse(source, comment=True)
    found = [(comment.range[0], comment.range[1]) for comment in tree.comments]
    return [span for span in found if span[0] in wanted]
