"""Makes a failing graph small: drops files, statements and pieces of text as long as the
same failure stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import monotonic

from tests.fuzz.model import Graph, Node, Unit, specifier, walk

StillFails = Callable[[Graph], bool]


class Shrinker:
    """Shrinks one graph; ``best`` is the smallest so far. Ends at a fixed point, after
    ``budget`` tries, or after ``seconds``."""

    def __init__(
        self, graph: Graph, still_fails: StillFails, budget: int = 3000, seconds: float = 90
    ) -> None:
        self.best = graph
        self.tries = 0
        self._still_fails = still_fails
        self._budget = budget
        self._deadline = monotonic() + seconds
        self._known: set[tuple[tuple[str, str], ...]] = set()

    def run(self) -> Graph:
        """The smallest graph found."""
        passes = (self._files, self._statements, self._blocks, self._style, self._pieces)
        while True:
            before = self.best
            for step in passes:
                step()
            if self.best == before or self._over():
                return self.best

    def _over(self) -> bool:
        return self.tries >= self._budget or monotonic() > self._deadline

    def _try(self, graph: Graph) -> bool:
        key = tuple(sorted(graph.files().items()))
        if self._over() or key in self._known:
            return False
        self._known.add(key)
        self.tries += 1
        if self._still_fails(graph):
            self.best = graph
            return True
        return False

    # -- files -----------------------------------------------------------------------

    def _files(self) -> None:
        for path in [unit.path for unit in self.best.units[:0:-1]]:
            self._try(without(self.best, path))

    # -- statements ------------------------------------------------------------------

    def _statements(self) -> None:
        """Delta debugging on the statements of each block, outer blocks first."""
        for index in range(len(self.best.units)):
            done: set[tuple[int, ...]] = set()
            while True:
                path = next((p for p in block_paths(self._unit(index)) if p not in done), None)
                if path is None or self._over():
                    break
                done.add(path)
                self._drop_chunks(index, path)

    def _unit(self, index: int) -> Unit:
        return self.best.units[index]

    def _drop_chunks(self, index: int, path: tuple[int, ...]) -> None:
        size = len(children(self._unit(index), path))
        chunk = max(1, size // 2)
        while True:
            start = size - chunk
            while start > -chunk and not self._over():
                low, high = max(0, start), start + chunk
                body = children(self._unit(index), path)
                if low < len(body):
                    self._put(index, path, body[:low] + body[high:])
                start -= chunk
            if chunk == 1:
                return
            chunk //= 2

    def _put(self, index: int, path: tuple[int, ...], body: tuple[Node, ...]) -> bool:
        unit = self._unit(index)
        return self._try(self._with(index, with_children(unit, path, body)))

    def _with(self, index: int, unit: Unit) -> Graph:
        units = (*self.best.units[:index], unit, *self.best.units[index + 1 :])
        return replace(self.best, units=units)

    # -- blocks ----------------------------------------------------------------------

    def _blocks(self) -> None:
        """Put the statements of a block in its place."""
        for index in range(len(self.best.units)):
            for path in list(block_paths(self._unit(index)))[:0:-1]:
                parent = children(self._unit(index), path[:-1])
                if path[-1] < len(parent) and parent[path[-1]].tail:
                    block = parent[path[-1]]
                    body = parent[: path[-1]] + block.body + parent[path[-1] + 1 :]
                    self._put(index, path[:-1], body)

    # -- style -----------------------------------------------------------------------

    def _style(self) -> None:
        """Plain style: everywhere, or by statement."""
        everywhere = replace(
            self.best,
            units=tuple(replace(u, nodes=plain_all(u.nodes)) for u in self.best.units),
        )
        if everywhere == self.best or self._try(everywhere):
            return
        for index in range(len(self.best.units)):
            for path in list(block_paths(self._unit(index))):
                for place, node in enumerate(children(self._unit(index), path)):
                    body = children(self._unit(index), path)
                    if plain(node) != node:
                        self._put(index, path, (*body[:place], plain(node), *body[place + 1 :]))

    # -- text ------------------------------------------------------------------------

    def _pieces(self) -> None:
        """Smaller text in each statement."""
        for index in range(len(self.best.units)):
            for path in list(block_paths(self._unit(index))):
                for place in range(len(children(self._unit(index), path))):
                    self._shrink_text(index, path, place)

    def _shrink_text(self, index: int, path: tuple[int, ...], place: int) -> None:
        changed = True
        while changed and not self._over():
            changed = False
            body = children(self._unit(index), path)
            if place >= len(body):
                return
            for text in smaller(body[place].text):
                node = replace(body[place], text=text)
                if self._put(index, path, (*body[:place], node, *body[place + 1 :])):
                    changed = True
                    break


def without(graph: Graph, path: str) -> Graph:
    """The graph without a file and without the statements that name it."""
    units = []
    for unit in graph.units:
        if unit.path == path:
            continue
        name = specifier(unit.path, path).removeprefix("./")
        marks = (f"/{name}'", f'/{name}"')
        units.append(replace(unit, nodes=_drop_naming(unit.nodes, marks)))
    return replace(graph, units=tuple(units))


def _drop_naming(nodes: tuple[Node, ...], marks: tuple[str, ...]) -> tuple[Node, ...]:
    return tuple(
        replace(node, body=_drop_naming(node.body, marks))
        for node in nodes
        if not any(mark in node.text for mark in marks)
    )


def block_paths(unit: Unit) -> Iterator[tuple[int, ...]]:
    """Paths of all lists of statements, outer first; ``()`` is the file's own."""
    todo: list[tuple[tuple[int, ...], tuple[Node, ...]]] = [((), unit.nodes)]
    for path, nodes in todo:
        yield path
        todo.extend(((*path, i), node.body) for i, node in enumerate(nodes) if node.tail)


def children(unit: Unit, path: tuple[int, ...]) -> tuple[Node, ...]:
    """The statements at a path; none where the path has gone."""
    nodes = unit.nodes
    for index in path:
        if index >= len(nodes):
            return ()
        nodes = nodes[index].body
    return nodes


def with_children(unit: Unit, path: tuple[int, ...], body: tuple[Node, ...]) -> Unit:
    """The file with other statements at a path."""
    return replace(unit, nodes=_with_children(unit.nodes, path, body))


def _with_children(
    nodes: tuple[Node, ...], path: tuple[int, ...], body: tuple[Node, ...]
) -> tuple[Node, ...]:
    if not path:
        return body
    if path[0] >= len(nodes):
        return nodes
    inner = nodes[path[0]]
    inner = replace(inner, body=_with_children(inner.body, path[1:], body))
    return (*nodes[: path[0]], inner, *nodes[path[0] + 1 :])


def plain(node: Node) -> Node:
    """The statement on a line of its own, with ``;`` and without a comment."""
    return replace(node, gap="\n", semi=True, comment="")


def plain_all(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """All statements, nested ones too, in plain style."""
    return tuple(replace(plain(node), body=plain_all(node.body)) for node in nodes)


PAIRS = {"(": ")", "[": "]", "{": "}"}


def smaller(text: str) -> Iterator[str]:
    """Shorter texts: a list without one of its elements, brackets without what is in them,
    what is in brackets alone, an initialiser ``0``, a tail dropped."""
    for start, end in brackets(text):
        inner = text[start + 1 : end]
        elements = split(inner)
        if len(elements) > 1:
            for skip in range(len(elements)):
                kept = ",".join(e for i, e in enumerate(elements) if i != skip)
                yield f"{text[: start + 1]}{kept}{text[end:]}"
        if inner.strip():
            yield f"{text[: start + 1]}{text[end:]}"
            yield f"{text[:start]}0{text[end + 1 :]}"
            yield f"{text[:start]}{inner}{text[end + 1 :]}"
    for mark in (" = ", "default ", " extends "):
        at = text.find(mark)
        if at >= 0 and text[at + len(mark) :] not in ("0", "null"):
            yield text[: at + len(mark)] + ("0" if "ex" not in mark else "null")
            yield text[:at]
    for mark in (" = ", "export ", "default ", "async ", "static ", "void ", "typeof "):
        if mark in text:
            yield text.replace(mark, "" if mark != " = " else "; ", 1)


def brackets(text: str) -> list[tuple[int, int]]:
    """Where brackets open and close (strings aren't told apart: a try is cheap)."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for index, char in enumerate(text):
        if char in PAIRS:
            stack.append((PAIRS[char], index))
        elif stack and char == stack[-1][0]:
            found.append((stack.pop()[1], index))
    return sorted(found)


def split(text: str) -> list[str]:
    """Split at the commas that stand in no inner brackets."""
    parts, depth, start = [], 0, 0
    for index, char in enumerate(text):
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def statements(graph: Graph) -> int:
    """How many statements a graph has, nested ones counted."""
    return sum(1 for unit in graph.units for _ in walk(unit.nodes))
