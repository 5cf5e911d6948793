"""Which imports ``--external`` keeps out of the bundle."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from pybundle.construct.resolve.builtins import PREFIX, is_builtin
from pybundle.construct.resolve.specifiers import is_path


class Externals:
    """Compiled patterns.

    A pattern without ``*`` covers the specifier itself and, for a package, what lies
    below it (``react`` covers ``react/jsx-runtime``); ``fs`` and ``node:fs`` are one, and
    ``node:*`` covers all that Node has.
    ``*`` stands for any characters. A pattern that is a path (``./x``, ``../x``,
    ``/x``) covers specifiers spelled so and the files that it names from ``directory``.
    """

    def __init__(self, patterns: Iterable[str], directory: str) -> None:
        specifiers, paths = [], []
        for pattern in patterns:
            if is_path(pattern) or os.path.isabs(pattern):
                specifiers.append(_expression(pattern, below=False))
                absolute = os.path.normpath(os.path.join(directory, pattern))
                paths.append(_expression(absolute, below=False))
            else:
                bare = pattern if "*" in pattern else pattern.removeprefix(PREFIX)
                specifiers.append(_expression(bare, below=True))
        self._specifiers = re.compile("|".join(specifiers), re.DOTALL) if specifiers else None
        self._paths = re.compile("|".join(paths), re.DOTALL) if paths else None

    def specifier(self, specifier: str) -> bool:
        """Say whether ``specifier`` itself is external."""
        pattern = self._specifiers
        if pattern is None:
            return False
        spellings = [specifier, specifier.removeprefix(PREFIX)]
        if is_builtin(specifier):
            spellings.append(PREFIX + spellings[1])
        return any(map(pattern.fullmatch, spellings))

    def path(self, path: str) -> bool:
        """Say whether the file at the absolute ``path`` is external."""
        return self._paths is not None and self._paths.fullmatch(path) is not None


def _expression(pattern: str, *, below: bool) -> str:
    expression = ".*".join(map(re.escape, pattern.split("*")))
    return f"{expression}(?:/.*)?" if below and "*" not in pattern else expression
