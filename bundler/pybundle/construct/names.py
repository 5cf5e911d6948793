"""Names of files as people and the output see them: relative to the root, with ``/``,
never absolute."""

from __future__ import annotations

import json
import os
import re
from typing import Final

_MODULES: Final = "/node_modules/"
_SHORT_DATA: Final = re.compile(r"data:[\w/+.;=\-]*,[\w%.()=;+\-]{0,40}")


class Names:
    """``root`` is the directory that names are relative to; default: the working
    directory. Symbolic links in it are resolved, as those in modules' paths are."""

    def __init__(self, root: str | None) -> None:
        self.root = os.path.realpath(root or os.curdir)
        self._prefix = os.path.join(self.root, "")

    def of(self, path: str) -> str:
        """Return the name of an absolute path.

        A file that shares no directory with the root but the topmost (or none: another
        drive) would be named by its whole absolute path; it is named by what follows
        its last ``node_modules``, else by its last part.
        """
        if path.startswith(self._prefix):
            name = path[len(self._prefix) :]
            return printable(name if os.sep == "/" else name.replace(os.sep, "/"))
        try:
            common = os.path.commonpath((path, self.root))
        except ValueError:
            return self._far(path)
        if os.path.dirname(common) == common and common != self.root:
            return self._far(path)
        return printable(os.path.relpath(path, self.root).replace(os.sep, "/"))

    @staticmethod
    def _far(path: str) -> str:
        path = path.replace(os.sep, "/")
        at = path.rfind(_MODULES)
        return printable(path[at + 1 :] if at >= 0 else path.rsplit("/", 1)[1] or path)


def printable(name: str) -> str:
    """Return ``name`` on one line: line ends and the like, and bytes that are not UTF-8
    (lone surrogates to Python), escaped."""
    return name if name.isprintable() else json.dumps(name)[1:-1]


def data_name(url: str) -> str:
    """Return a short name for a ``data:`` URL."""
    if _SHORT_DATA.fullmatch(url):
        return url
    import hashlib  # only here, and not cheap

    digest = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    media_type = re.match(r"data:[\w/+.\-]{0,40}", url)
    return f"{media_type.group() if media_type else 'data:'},…{digest}"
