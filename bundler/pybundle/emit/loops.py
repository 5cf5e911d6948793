"""Loops at the top of a module that shares its scope with others.

V8 compiles a running loop with the whole function around it: in a scope of hundreds of
modules that takes longer than the loop, which meanwhile runs unoptimized. So a statement
with such a loop stands in an arrow function of its own, where nobody can tell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pybundle.construct.module_map import Module
from pybundle.construct.record import ModuleRecord, Statement, StatementKind
from pybundle.emit.edits import Edit, end_statement, insert_after, insert_before
from pybundle.emit.names.uses import ModuleUses
from pybundle.emit.rewrite import is_dropped


def loop_edits(module: Module, uses: ModuleUses) -> Iterator[Edit]:
    """Yield the edits that put the module's top-level loops into functions."""
    statements = module.record.statements
    for position, statement in enumerate(statements):
        if not _can_move(module.record, statement):
            continue
        before = statements[position - 1] if position else None
        if before and before.asi and not is_dropped(before, module, uses):
            yield end_statement(before.end)
        yield insert_before(statement.start, "(() => {\n")
        yield insert_after(statement.end, "\n})();", statement.start)


def _can_move(record: ModuleRecord, statement: Statement) -> bool:
    """Whether a statement has a loop and means the same in an arrow function: it declares
    no ``var``, does not await, and has no direct eval, which could see the difference."""
    return (
        statement.loop
        and statement.kind is StatementKind.OTHER
        and not statement.declares
        and not _any_in(record.awaits, statement)
        and not _any_in(record.direct_evals, statement)
    )


def _any_in(starts: Sequence[int], statement: Statement) -> bool:
    at = bisect_left(starts, statement.start)
    return at < len(starts) and starts[at] < statement.end
