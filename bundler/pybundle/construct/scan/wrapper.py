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


_CMD_TOKEN: Final = re.compile(
    r'"(?:\\"|[^"])*"|'
    r"'(?:\\'|[^'])*'|"
    r"/\*[\S\s]*?\*/|"
    r"/(?:\\/|[^/\r\n])+/(?=[^/])|"
    rf"//[^{_LINE_END}]*|"
    rf"\.[{_SPACE}]*require|"
    rf"(?:^|[^$])\brequire[{_SPACE}]*\([{_SPACE}]*([\"'])([^{_LINE_END}]+?)\1[{_SPACE}]*\)",
    re.ASCII,
)


def required_in_cmd_text(function: str) -> tuple[str, ...]:
    """The same for Sea.js: it takes no parameters for a sign, and knows strings, comments
    and regular expressions when it sees them."""
    text = function.replace("\\\\", "")
    return tuple(found[2] for found in _CMD_TOKEN.finditer(text) if found[2])
