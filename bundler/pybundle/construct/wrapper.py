"""The dependencies of a simplified CommonJS wrapper, as RequireJS and Sea.js find them: in
the text of the function, by regular expressions.

These are the loader's own rules, so that a bundle has the modules that the loader would
load: neither more nor fewer.
"""

from __future__ import annotations

import re
from typing import Final

_LINE_END: Final = "\n\r\u2028\u2029"
_SPACE: Final = "\\t\\v\\f \u00a0\ufeff\u1680\u2000-\u200a\u202f\u205f\u3000\n\r\u2028\u2029"
_COMMENT: Final = re.compile(
    rf"/\*[\s\S]*?\*/|([^:\"'=]|(?:^|(?<=[{_LINE_END}])))//[^{_LINE_END}]*"
)
_REQUIRE: Final = re.compile(
    rf"[^.][{_SPACE}]*require[{_SPACE}]*\([{_SPACE}]*[\"']([^'\"{_SPACE}]+)[\"'][{_SPACE}]*\)"
)


def required_in_text(function: str) -> tuple[str, ...]:
    """Return the ids that RequireJS takes for dependencies of a factory with the source text
    ``function``, in order; repeated ones are there as often as they are found."""
    text = _COMMENT.sub(lambda found: found[1] or "", function)
    return tuple(found[1] for found in _REQUIRE.finditer(text))
