"""``catch (x) { var x }``: the ``var`` is the module's, the assignment the parameter's."""

from __future__ import annotations

from collections.abc import Sequence

from pybundle.construct.module_map import Module
from pybundle.construct.record import Ref
from pybundle.link.linkage import Slot


def shadowed_by_catch(module: Module, slot: Slot) -> Sequence[int]:
    """The spans (start, end, ...) in which ``catch (x) { var x }`` hides the module's own
    slot ``x``, whatever its name, from imports that are joined to it through a cycle."""
    own = (binding for binding in module.record.bindings if binding.name == slot.name)
    if slot.module != module.index or not any(
        flags & Ref.CAPTURED_BY_CATCH for binding in own for flags in binding.refs[2::3]
    ):
        return ()
    return next((spans for name, spans in module.record.nested if name == slot.name), ())


def is_within(spans: Sequence[int], start: int) -> bool:
    """Whether ``start`` lies in one of the spans."""
    return any(spans[i] <= start < spans[i + 1] for i in range(0, len(spans), 2))
