"""Bundle the two modules beside this file, run the bundle in V8, show what it prints."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pybundle
from pybundle_runtime import ConsoleCall, Script, evaluate

HERE = Path(__file__).parent


def main() -> int:
    """Return 0 if the bundle prints what ``expected.txt`` says."""
    bundle = pybundle.bundle(HERE / "main.js", root=HERE)
    out = HERE / "out" / "live-bindings.js"
    bundle.write(out)
    print(f"--- the bundle of {', '.join(m.name for m in bundle.modules)}, in {relative(out)}:\n")
    print(bundle.code)
    trace = evaluate(Script(bundle.code))
    printed = "".join(text(event) for event in trace.events if isinstance(event, ConsoleCall))
    print(f"--- it prints:\n\n{printed}")
    if printed != (HERE / "expected.txt").read_text(encoding="utf-8"):
        print(f"That is not what expected.txt says; the run {trace.outcome}.", file=sys.stderr)
        return 1
    return 0


def text(call: ConsoleCall) -> str:
    """Return the line that a console call with strings prints (the trace has them quoted)."""
    return " ".join(json.loads(argument) for argument in call.arguments) + "\n"


def relative(path: Path) -> Path:
    """Return ``path`` as seen from the working directory, if it lies there."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


if __name__ == "__main__":
    sys.exit(main())
