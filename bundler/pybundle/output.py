"""Writing what was built: whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from typing import Final

from pybundle.diagnostics import BundleError, Diagnostic

STDOUT: Final = "-"


def check_target(path: str, inputs: Iterable[str] = ()) -> None:
    """Refuse a path that can't be written to, or that is one of ``inputs``.

    Raises BundleError with ``output-is-directory``, ``output-parent-not-directory`` or
    ``output-is-input``. Touches nothing.
    """
    if os.path.isdir(path) or path.endswith(("/", os.sep)):
        raise _error(
            "output-is-directory",
            f"the output path is a directory: {path}",
            "name a file inside it, or use --outdir",
        )
    check_directory(os.path.dirname(path))
    real = os.path.realpath(path)
    if any(os.path.realpath(name) == real for name in inputs):
        raise _error(
            "output-is-input",
            f"the output would overwrite one of the modules that it is built from: {path}",
            "choose another output path",
        )


def check_directory(path: str) -> None:
    """Refuse a directory that is not there and can't be made because a file is in the way."""
    parent = path
    while parent and not os.path.lexists(parent):
        parent, child = os.path.dirname(parent), parent
        if parent == child:
            return
    if parent and not os.path.isdir(parent):
        raise _error(
            "output-parent-not-directory",
            f"can't write into {path}: {parent} is not a directory",
            "choose another output path, or move that file away",
        )


def check_asset(path: str, source: str, outputs: Iterable[str]) -> None:
    """Refuse to copy the asset ``source`` to ``path`` if that is one of ``outputs``, however
    its name is written. Raises BundleError with ``output-clash``."""
    real = os.path.realpath(path).lower()
    for output in outputs:
        if os.path.realpath(output).lower() == real:
            text = f"the asset {source} and the bundle would both be written to {output}"
            raise _error("output-clash", text, "choose another output path, or rename the asset")


def read_asset(path: str, source: str) -> bytes:
    """Return the bytes of the asset ``source``. Raises BundleError with
    ``unreadable-file``."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError as error:
        text = f"{source} can't be read: {error.strerror or error}"
        raise _error("unreadable-file", text) from error


def write_files(files: Mapping[str, bytes]) -> None:
    """Write each content to its path; either all files are replaced, or none.

    Each is written beside its target and then renamed, so that nobody ever sees half
    of one. Missing directories are made. A file that is there keeps its mode; a new
    one that starts with ``#!`` is executable. A symbolic link stays one; a device or
    pipe is written to as it is. Raises BundleError with ``cannot-write``.
    """
    staged: list[tuple[str, str]] = []
    path = ""
    try:
        for path, content in files.items():
            target = os.path.realpath(path)
            if os.path.exists(target) and not os.path.isfile(target):
                with open(target, "wb") as file:
                    file.write(content)
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            staged.append((f"{target}.{os.getpid()}.tmp", target))
            _write_new(staged[-1][0], target, content)
        while staged:
            path = staged[0][1]
            os.replace(*staged[0])
            staged.pop(0)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _error("cannot-write", f"can't write {path}: {reason}") from error
    finally:
        for temporary, _ in staged:
            if os.path.lexists(temporary):
                os.unlink(temporary)


def _write_new(temporary: str, target: str, content: bytes) -> None:
    mode = 0o777 if content.startswith(b"#!") else 0o666
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _binary(), mode)
    with open(handle, "wb") as file:
        file.write(content)
    if os.path.exists(target):
        os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))


def _binary() -> int:
    return getattr(os, "O_BINARY", 0)


def _error(code: str, text: str, hint: str = "") -> BundleError:
    return BundleError((Diagnostic(code, "error", text, hint=hint),))
