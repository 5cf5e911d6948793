"""Which re-export is to blame for an export that does not resolve.

Where a re-export is broken, every re-export and import that leads to it fails too. One
of them is the root: the last re-export on the way to where the name is not found, or the
first, in the order of linking, of those that go round in a circle.
"""

from __future__ import annotations

from collections.abc import Callable

from pybundle.link.export_tables import Node
from pybundle.link.resolve_export import ExportResolver, Failure


class Blame:
    """Finds roots; ``circles`` holds, for each circular root, the re-exports of its
    circle in order, root first. ``position`` orders re-exports as they are linked."""

    def __init__(
        self, resolver: ExportResolver, position: Callable[[Node], tuple[int, int]]
    ) -> None:
        self.circles: dict[Node, tuple[Node, ...]] = {}
        self._resolver = resolver
        self._tables = resolver.tables
        self._position = position
        self._roots: dict[Node, Node] = {}
        self._next: dict[Node, Node | None] = {}

    def root_of_request(self, asked: Node | None) -> Node | None:
        """Return the broken re-export because of which ``asked`` does not resolve; None
        if there is none, so that whoever asks is to blame."""
        failing = self._first_failing(asked) if asked is not None else None
        return None if failing is None else self.root(failing)

    def root(self, failing: Node) -> Node:
        """Return the root of the re-export ``failing``; often itself."""
        path: dict[Node, None] = {}
        at = failing
        while at not in self._roots:
            if at in path:
                nodes = list(path)
                circle = nodes[nodes.index(at) :]
                first = circle.index(min(circle, key=self._position))
                self.circles[circle[first]] = tuple(circle[first:] + circle[:first])
                self._roots[at] = circle[first]
                break
            path[at] = None
            edges = self._tables.edges(at)
            following = self._first_failing(edges[0]) if edges else None
            if following is None:
                self._roots[at] = at
                break
            at = following
        root = self._roots[at]
        self._roots.update(dict.fromkeys(path, root))
        return root

    def _first_failing(self, asked: Node) -> Node | None:
        """Return the first re-export that fails on the ways from ``asked``, which fails:
        itself, or one that stars lead to."""
        if asked in self._next:
            return self._next[asked]
        ambiguous = self._resolver.resolve(*asked) is Failure.AMBIGUOUS
        found = None
        seen = {asked}
        stack = [asked]
        while stack:
            node = stack.pop()
            if node[1] in self._tables.indirect(node[0]):
                found = node
                break
            for child in reversed(self._tables.edges(node)):
                answer = self._resolver.resolve(*child)
                wanted = Failure.AMBIGUOUS if ambiguous else Failure.MISSING
                if answer is wanted and child not in seen:
                    seen.add(child)
                    stack.append(child)
        self._next[asked] = found
        return found
