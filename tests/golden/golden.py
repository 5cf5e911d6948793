"""Golden cases: folders that pin the text of a bundle and what it prints.

``cases/<name>/`` holds ``input/`` with ``main.js``, ``options.json`` (the formats to pin,
and other keyword arguments of ``pybundle.bundle``), one ``expected.<format>.js`` for each
format, and ``expected.txt``, what the bundle prints. ``python -m tests.golden.golden``
writes the expected files anew: read the difference before you commit it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pybundle import bundle
from pybundle.options import Format
from pybundle_runtime import ConsoleCall, Evaluator, Script, Trace, UncaughtError

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Golden:
    """One folder of ``cases``."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def options(self) -> dict[str, Any]:
        path = self.folder / "options.json"
        given: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return given

    @property
    def formats(self) -> list[Format]:
        return list(self.options.get("formats", ["iife"]))

    def expected(self, format: Format) -> Path:
        return self.folder / f"expected.{format}.js"

    @property
    def output(self) -> Path:
        return self.folder / "expected.txt"

    def bundle(self, format: Format) -> str:
        """Build the case."""
        root = self.folder / "input"
        options = {key: value for key, value in self.options.items() if key != "formats"}
        if format not in ("iife", "umd"):
            options.pop("global_name", None)
        if format not in ("umd", "amd"):
            options.pop("amd_id", None)
        return bundle(root / "main.js", format=format, root=str(root), **options).code

    def run(self, evaluator: Evaluator, format: Format, code: str) -> str:
        """Return what the bundle prints, a line for each console call and each error."""
        name = self.options.get("global_name") if format == "iife" else None
        trace = evaluator.evaluate(Script(code, format, global_name=name))
        return printed(trace)


def printed(trace: Trace) -> str:
    """Return a trace's console calls and errors as text."""
    lines = []
    for event in trace.events:
        if isinstance(event, ConsoleCall):
            lines.append(" ".join(event.arguments))
        elif isinstance(event, UncaughtError):
            lines.append(f"uncaught {event.name}")
    return "".join(f"{line}\n" for line in lines)


def all_cases() -> list[Golden]:
    """Return every case, sorted by name."""
    return [Golden(path.parent) for path in sorted(CASES.glob("*/input"))]


def write_expected() -> None:
    """Write the expected files of all cases anew."""
    with Evaluator() as evaluator:
        for case in all_cases():
            for format in case.formats:
                code = case.bundle(format)
                case.expected(format).write_text(code, "utf-8", newline="\n")
                case.output.write_text(case.run(evaluator, format, code), "utf-8", newline="\n")


if __name__ == "__main__":
    write_expected()
