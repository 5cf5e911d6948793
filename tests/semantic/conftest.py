"""One warm engine for all semantic tests of a process; records are shared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.shared_records import shared_records

from pybundle_runtime import Evaluator

__all__ = ["evaluator", "shared_records"]


@pytest.fixture(scope="session")
def evaluator() -> Iterator[Evaluator]:
    with Evaluator() as evaluator:
        yield evaluator
