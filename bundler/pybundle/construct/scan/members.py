"""Member chains: what is taken from an import binding, a global or ``import.meta``."""

from __future__ import annotations

from pybundle.construct.record import ImportMeta, Member, Use
from pybundle.construct.scan.parse import Node
from pybundle.construct.scan.walk import Walk


def members(walk: Walk, identifiers: list[Node]) -> tuple[Member, ...]:
    """Return the chains that those of ``identifiers`` (sorted by start) head."""
    found = []
    for identifier in identifiers:
        outermost = walk.chains.get(identifier.range[0])
        if outermost is not None:
            member = _chain(walk, identifier, outermost)
            if member is not None:
                found.append(member)
    return tuple(found)


def _chain(walk: Walk, identifier: Node, outermost: Node) -> Member | None:
    start = identifier.range[0]
    links = []
    node = outermost
    while node is not identifier:
        links.append(node)
        node = node.object
    names: list[str] = []
    ends: list[int] = []
    for node in reversed(links):
        key = _static_key(node)
        # A member expression starts before its object only where that is in parentheses.
        if key is None or node.range[0] != start:
            break
        names.append(key)
        ends.append(node.range[1])
    if not names:
        return None
    return Member(start, tuple(names), tuple(ends), _use(walk, ends[-1]))


def _static_key(node: Node) -> str | None:
    key = node.property
    if not node.computed:
        return key.name if key.type == "Identifier" else None
    if key.type == "Literal" and isinstance(key.value, str) and key.regex is None:
        return key.value
    return None


def _use(walk: Walk, end: int) -> int:
    if end in walk.called:
        return Use.CALL
    return Use.WRITE if end in walk.written else Use.READ


def import_metas(walk: Walk) -> tuple[ImportMeta, ...]:
    """Return each ``import.meta``, by start; one whose key is written has no key."""
    found = []
    for meta, member in walk.meta_properties:
        start, end = meta.range
        key = None
        if member is not None and member.range[0] == start and member.range[1] not in walk.written:
            key = _static_key(member)
        found.append(ImportMeta(start, end, key or ""))
    return tuple(sorted(found, key=lambda meta: meta.start))
