"""Records that builds share: what several bundles contain is scanned once in a process.

A record depends on nothing but the text and how it is to be read, and can't be changed
(``tests/construct`` shows what scanning makes of texts, and shares nothing).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

import pytest

from pybundle.construct import workspace
from pybundle.construct.loader import Source
from pybundle.construct.record import ModuleRecord
from pybundle.construct.scanned import Reading, scanned

CAPACITY = 12_000_000
"""Characters of source whose records are kept."""
_RECORDS: OrderedDict[tuple[Source, Reading], ModuleRecord] = OrderedDict()
_size = 0


def _remembered(source: Source, name: str, reading: Reading) -> ModuleRecord:
    """Do what ``scanned`` does, once for each source and reading; errors are not kept."""
    global _size
    key = source, reading
    found = _RECORDS.get(key)
    if found is not None:
        _RECORDS.move_to_end(key)
        return found
    record = _RECORDS[key] = scanned(source, name, reading)
    _size += len(source.text)
    while _size > CAPACITY:
        (oldest, _), _ = _RECORDS.popitem(last=False)
        _size -= len(oldest.text)
    return record


@pytest.fixture(scope="module", autouse=True)
def shared_records() -> Iterator[None]:
    """For the tests of a folder whose ``conftest.py`` imports this fixture."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workspace, "scanned", _remembered)
        yield
