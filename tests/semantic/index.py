"""The index of all cases, as docs/semantics.md has it.

``python -m tests.semantic.index`` writes it into the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.semantic.harness import Case, all_cases

PAGE = Path(__file__).parents[2] / "docs" / "semantics.md"
HEADING = "## Every case\n"


def index() -> str:
    """Return the text below ``HEADING``."""
    areas = groupby(all_cases(), lambda case: case.name.split("/")[0])
    return "\n".join(line for area, cases in areas for line in _area(area, cases))


def _area(area: str, cases: Iterator[Case]) -> Iterator[str]:
    yield f"\n### `tests/semantic/cases/{area}/`\n"
    yield "| case | what it shows | rows |"
    yield "| --- | --- | --- |"
    for case in cases:
        description = case.meta["description"].replace("|", "\\|")
        name = case.name.removeprefix(f"{area}/")
        yield f"| `{name}` | {description} | {', '.join(case.meta['covers'])} |"


if __name__ == "__main__":
    head = PAGE.read_text("utf-8").partition(HEADING)[0]
    PAGE.write_text(f"{head}{HEADING}{index()}\n", "utf-8")
