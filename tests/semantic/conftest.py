"""One warm engine for all semantic tests of a process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pybundle_runtime import Evaluator


@pytest.fixture(scope="session")
def evaluator() -> Iterator[Evaluator]:
    with Evaluator() as evaluator:
        yield evaluator
