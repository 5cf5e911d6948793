"""What is given a name beside slots: the keys under which names are claimed, and looked up."""

from __future__ import annotations

from pybundle.link.linkage import Slot

BUNDLE_META = "bundle meta"
"""Key of the ``import.meta`` of the bundle itself."""

BUNDLE_LOAD = "bundle load"
"""Key of what asks an AMD loader for external modules when the program runs."""

FAILURE = "failure"
"""Key of the variable that holds what stopped the flat modules."""


def record_key(index: int) -> str:
    """The claim of a module's record of how to evaluate it."""
    return f"record {index}"


def fetch_key(index: int) -> str:
    """The claim of the function that loads a module when it has fetched what it needs."""
    return f"fetch {index}"


def cycle_key(last: int) -> str:
    """The claim of the records of a cycle, known by the module that is evaluated last."""
    return f"cycle {last}"


def slots_key(index: int) -> str:
    """The claim of the object through which a wrapped module's slots are seen."""
    return f"slots {index}"


def meta_key(index: int) -> str:
    """The claim of a module's ``import.meta``."""
    return f"meta {index}"


def require_key(index: int) -> str:
    """The claim of an ES module's ``require``."""
    return f"require {index}"


def live_key(index: int) -> str:
    """The claim of the object through which a module assigns its exported slots."""
    return f"live {index}"


def copy_key(slot: Slot) -> str:
    """The claim of the copy of a wrapped module's slot that the output exports."""
    return f"copy {slot.module} {slot.name}"


def imports_key(index: int, number: int) -> str:
    """The claim of the map of what the ``import()`` of that number in a module may mean."""
    return f"imports {index} {number}"


def body_key(index: int) -> str:
    """The claim of the body of a detached module."""
    return f"body {index}"


def text_key(index: int) -> str:
    """The claim of the text of a detached module, in an ES module."""
    return f"text {index}"


def detached_key() -> str:
    """The claim of the object that holds the functions of detached modules."""
    return "detached"


def helper_key(name: str) -> str:
    """The claim of a helper."""
    return f"helper {name}"
