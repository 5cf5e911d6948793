"""What modules that run later cost: the size of the helpers, without their comments."""

from __future__ import annotations

import re

import pytest

from pybundle.emit.helpers import helper

COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "limit"), [("lazyGraph", 1000), ("asyncLoad", 1000), ("asyncGraph", 2000)]
)
def test_size(name: str, limit: int) -> None:
    """``asyncLoad`` is what ``lazyGraph`` is where modules await."""
    assert len(COMMENT.sub("", helper(name).text).encode()) < limit
