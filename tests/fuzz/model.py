"""What the fuzzer generates: a graph of files, each a small tree of statements.

The tree is as deep as the shrinker wants to cut: a node is one statement, or a block
(``try``, a function, a class) that holds statements. How statements are joined (``;``,
line ends, comments) is part of the model, so that a shrunk graph stays what it was.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

PACKAGES = (("package.json", '{"type": "module"}\n'),)


class End(IntEnum):
    """How a statement ends."""

    CLOSED = 0
    """With ``}``: neither ``;`` nor a line end is needed."""
    SEALED = 1
    """An import or export list: whatever starts the next line can't continue it."""
    OPEN = 2
    """An expression or a variable declaration: the next line may continue it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A statement, or a block of statements if ``tail`` is not empty.

    ``gap`` stands before it, ``comment`` after it and its ``;``; ``semi`` is whether a
    ``;`` is written.
    """

    text: str
    end: End = End.CLOSED
    body: tuple[Node, ...] = ()
    tail: str = ""
    gap: str = "\n"
    semi: bool = True
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One file. ``path`` is relative, with ``/``; other than JavaScript is one node."""

    path: str
    nodes: tuple[Node, ...]

    def source(self) -> str:
        """The file's text."""
        return render(self.nodes).lstrip("\n ") + "\n"


@dataclass(frozen=True, slots=True)
class Graph:
    """A program: the entry first. ``links`` is whether it should link natively;
    ``traits`` are words that say what is in it, for the statistics. ``packages`` are the
    paths and texts of the files that say what ``.js`` means."""

    units: tuple[Unit, ...]
    links: bool = True
    traits: frozenset[str] = field(default_factory=frozenset)
    packages: tuple[tuple[str, str], ...] = PACKAGES

    def files(self) -> dict[str, str]:
        """Path → text."""
        return {unit.path: unit.source() for unit in self.units}

    def size(self) -> int:
        """Characters, all files together."""
        return sum(len(unit.source()) for unit in self.units)


def render(nodes: Sequence[Node]) -> str:
    """The text of statements, joined so that each stays a statement of its own."""
    out: list[str] = []
    unterminated = False
    hazard = False
    for node in nodes:
        text = node.text
        if node.tail:
            text = f"{text}{render(node.body)}\n{node.tail}"
        gap = node.gap
        if unterminated and "\n" not in gap:
            gap += "\n"
        out.append(gap)
        if hazard and text[0] in "([`/+-":
            out.append(";")
        out.append(text)
        ends = node.end != End.CLOSED
        if ends and node.semi:
            out.append(";")
        out.append(node.comment)
        bare = ends and not node.semi
        unterminated = bare or node.comment.lstrip().startswith("//")
        hazard = bare and node.end == End.OPEN
    return "".join(out)


def specifier(importer: str, target: str) -> str:
    """The plain relative specifier of one file in another."""
    path = posixpath.relpath(target, posixpath.dirname(importer) or ".")
    return path if path.startswith("../") else "./" + path


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """All nodes, outer first."""
    for node in nodes:
        yield node
        yield from walk(node.body)


def write(graph: Graph, folder: Path) -> Path:
    """Write the files, and those of the packages; the entry's path."""
    for path, text in (*graph.packages, *graph.files().items()):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
    return folder / graph.units[0].path
