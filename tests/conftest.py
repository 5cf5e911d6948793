"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pybundle_runtime import Evaluator


@pytest.fixture(scope="session")
def evaluator() -> Iterator[Evaluator]:
    """One warm engine for all tests of a process."""
    with Evaluator() as warm:
        yield warm
