"""One warm engine of each kind for all tests of the evaluator."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pybundle_runtime import Backend, Evaluator, Limits, available_backends


@pytest.fixture(scope="session", params=["v8", "node"])
def evaluator(request: pytest.FixtureRequest) -> Iterator[Evaluator]:
    backend: Backend = request.param
    if backend not in available_backends():
        pytest.skip(f"the {backend} engine isn't available here")
    with Evaluator(backend, Limits(timeout=60)) as warm:
        yield warm
