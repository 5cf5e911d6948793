"""The check as a step of the command: an engine that gets ready while the build runs, one
verdict for each bundle, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal, Self

from pybundle.diagnostics import Diagnostic
from pybundle.options import Options

if TYPE_CHECKING:
    from pybundle.build import Bundle
    from pybundle.check import Check
    from pybundle_runtime import Evaluator

Mode = Literal["on", "strict", "off"]
MODES: Final[tuple[Mode, ...]] = ("on", "strict", "off")

STRICT_HINT: Final = "without --check=strict this is no error"


class Checker:
    """Checks bundles, as ``mode`` says: ``on``, ``strict`` (what is inconclusive is an error
    too) or ``off``. A context manager; from its start the engine's process gets ready."""

    def __init__(self, mode: Mode) -> None:
        self.mode = mode
        self.missing = ""
        self._evaluator: Evaluator | None = None

    def __enter__(self) -> Self:
        if self.mode != "off":
            from pybundle_runtime import Evaluator, NoEngine

            try:
                self._evaluator = Evaluator()
                self._evaluator.start()
            except NoEngine as error:
                self.missing = str(error)
        return self

    def __exit__(self, *_: object) -> None:
        if self._evaluator is not None:
            self._evaluator.close()

    def check(self, bundles: Sequence[Bundle], options: Options) -> tuple[Check, ...]:
        """Return a verdict for each bundle; none if the check is off."""
        if self.mode == "off":
            return ()
        from pybundle.check import Check, check

        if self._evaluator is None:
            return tuple(Check("not checked", self.missing) for _ in bundles)
        return tuple(check(bundle, options, self._evaluator) for bundle in bundles)

    def errors(self, checks: Sequence[Check]) -> tuple[Diagnostic, ...]:
        """Return the errors that the verdicts are."""
        return tuple(found for check in checks if (found := error_of(check, self.mode)) is not None)


def error_of(check: Check, mode: Mode) -> Diagnostic | None:
    """Return the error that a verdict is in ``mode``, or None."""
    if check.verdict == "different":
        return check.diagnostic
    if check.verdict == "same" or mode != "strict":
        return None
    text = f"the bundle could not be compared with the original: {check.reason}"
    if check.verdict == "not checked":
        return Diagnostic("not-checked", "error", text, hint=STRICT_HINT)
    return Diagnostic("check-inconclusive", "error", text, hint=STRICT_HINT)


def verdict_line(checks: Sequence[Check]) -> str:
    """Return what people are told of verdicts that are no errors: one line, without its end."""
    odd = next((check for check in checks if check.verdict != "same"), None)
    if odd is None:
        return "checked: does what the original does"
    if odd.verdict == "inconclusive":
        return f"checked: inconclusive, {odd.reason}"
    return f"{odd.verdict}: {odd.reason}"
