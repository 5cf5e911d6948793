"""The child process of the V8 backend: evaluates programs in embedded V8, one fresh runtime each.

Run as a file, with the directory that holds ``pydeno`` as its argument; it imports nothing
else from this package, so that it starts quickly. Requests come as one line of JSON each on
standard input. What happens goes out as one line of JSON each on standard output; events are
written by the engine's own print while the program runs, so that none is lost when the process
dies. The last line of a request is ``["done"]``.

The prelude (``js/``) is put in a start-up snapshot. While a snapshot is built, and only then,
``Deno.core`` is visible: it tells of every unhandled rejection, drains microtasks and compiles
scripts under their own file names. Everything is driven by the synchronous ``eval``, which
spares the import of asyncio; the event loop turns once per call.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import Any

PRELUDE = (
    "host_v8",
    "intrinsics",
    "printer",
    "events",
    "clock",
    "console",
    "web_events",
    "web_encoding",
    "web_url",
    "web_url_classes",
    "web_clone",
    "web",
    "amd",
    "driver",
    "start_v8",
)
SHIM = "pybundle-shim:"
IDLE_TURNS = 4
"""Turns of the event loop without a module request after which nothing more will come: an
``import()`` takes one turn to be loaded and one to be evaluated."""


def prelude() -> str:
    """Return the prelude: all its files in one function scope."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "js")
    parts = ["(() => {\n'use strict';\n"]
    for name in PRELUDE:
        with open(os.path.join(folder, f"{name}.js"), encoding="utf-8") as file:
            parts.append(file.read())
    parts.append("})();\n")
    return "".join(parts)


class Loader:
    """Answers the engine's module loader from the request's data."""

    def __init__(self, request: dict[str, Any]) -> None:
        self.modules: dict[str, list[str]] = request["modules"]
        self.resolutions: dict[tuple[str, str], str] = {}
        self.shims: set[str] = set()
        self.calls = 0
        self.entry: str = request["entry"]
        for referrer, specifier, kind, url in request["resolutions"]:
            self.resolutions[referrer, specifier] = self._target(url, kind)

    def _target(self, url: str, kind: str) -> str:
        if url in self.modules and self.modules[url][0] in ("json", "text") and not kind:
            return SHIM + url
        return url

    def resolve(self, specifier: str, referrer: str) -> str:
        self.calls += 1
        if referrer.startswith(("<", SHIM)):
            return specifier
        try:
            return self.resolutions[referrer, specifier]
        except KeyError:
            raise LookupError(f"Cannot find module {specifier!r}") from None

    def load(self, url: str) -> str:
        self.calls += 1
        if url.startswith(SHIM):
            return shim(url[len(SHIM) :], *self.modules[url[len(SHIM) :]])
        kind, text = self.modules[url]
        return "export default {};" if kind == "empty" else text


def shim(url: str, kind: str, text: str) -> str:
    """Return a module that gives JSON or text without an import attribute, with named exports
    for the keys of a JSON object."""
    lines = [f"import value from {json.dumps(url)} with {{ type: {json.dumps(kind)} }};"]
    lines.append("export default value;")
    if kind == "json":
        try:
            value = json.loads(text)
        except ValueError:
            value = None
        keys = [key for key in value if key != "default"] if isinstance(value, dict) else []
        for i, key in enumerate(keys):
            lines.append(f"const key{i} = value[{json.dumps(key)}];")
            lines.append(f"export {{ key{i} as {json.dumps(key)} }};")
    return "\n".join(lines)


class Worker:
    """Evaluates one program after another."""

    def __init__(self) -> None:
        import pydeno

        self.pydeno = pydeno
        builder = pydeno.SnapshotBuilder()
        builder.execute_script("pybundle:prelude", prelude())
        self.snapshot = builder.build()

    def evaluate(self, request: dict[str, Any]) -> None:
        """Evaluate one program; all that is to be said of it has been written on return."""
        loader = Loader(request)
        config = self.pydeno.RuntimeConfig(
            snapshot=self.snapshot,
            max_heap_size=request["heap"],
            max_buffer_bytes=request["heap"],
        )
        runtime = self.pydeno.Runtime(config)
        try:
            runtime.set_module_resolver(loader.resolve)
            runtime.set_module_loader(loader.load)
            settings = f"{json.dumps(request['location'])}, {request['string']}"
            runtime.eval(f"__pybundle_driver__.begin({settings}); 0")
            if not runtime.eval(start(request)):
                position = self._syntax_error(runtime, request)
                runtime.eval(f"__pybundle_driver__.failAt({json.dumps(position)}); 0")
            limit = self._loop(runtime, loader, request["tasks"])
            runtime.eval(f"__pybundle_driver__.finish({'true' if limit else 'false'}); 0")
        finally:
            runtime.close()

    def _syntax_error(self, runtime: Any, request: dict[str, Any]) -> str:
        """Return where a script, known to have a syntax error, has it (or "")."""
        function = request["format"] == "cjs"
        head, tail = ("(function () {\n", "\n})") if function else ("", "")
        try:
            runtime.eval(head + request["code"] + tail)
        except self.pydeno.JavaScriptError as error:
            for frame in error.frames:
                line = frame["line_number"] - head.count("\n")
                return f"{request['entry']}:{line}:{frame['column_number']}"
        return ""

    def _loop(self, runtime: Any, loader: Loader, budget: int) -> bool:
        """Turn the event loop until nothing is left to do; true if ``budget`` timers ran and
        more are waiting."""
        while True:
            self._settle(runtime, loader)
            left = runtime.eval(f"__pybundle_driver__.turn({budget})")
            if left == 0:
                return bool(runtime.eval("__pybundle_driver__.hasTimers()"))
            if left < 0:
                return False
            budget = left

    def _settle(self, runtime: Any, loader: Loader) -> None:
        idle = 0
        while idle < IDLE_TURNS:
            calls = loader.calls
            if not runtime.eval("__pybundle_driver__.busy()"):
                return
            idle = idle + 1 if loader.calls == calls else 0


def start(request: dict[str, Any]) -> str:
    """Return the code that starts the requested program."""
    entry = json.dumps(request["entry"])
    if request["format"] == "graph":
        return f"__pybundle_driver__.module(() => import({entry})); true"
    code = json.dumps(request["code"])
    if request["format"] == "cjs":
        path = request["entry"].removeprefix("file://")
        names = f"{json.dumps(path)}, {json.dumps(os.path.dirname(path))}"
        return f"__pybundle_driver__.startCommonJS({code}, {entry}, {names})"
    if request["format"] == "amd":
        return f"__pybundle_driver__.startAmd({code}, {entry})"
    path = json.dumps(request["globalPath"])
    return f"__pybundle_driver__.startScript({code}, {entry}, {path})"


def say(*data: Any) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps(data) + "\n")
    sys.stdout.flush()


def end_with_parent(parent: int) -> None:
    """End this process when the parent has ended: a program may never come back, and then
    nobody is left to stop it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def main() -> None:
    """Answer requests until standard input ends."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash is an answer, not a file
        threading.Thread(target=end_with_parent, args=(os.getppid(),), daemon=True).start()
    worker = Worker()
    say("ready")
    for line in sys.stdin:
        try:
            worker.evaluate(json.loads(line))
        except Exception as error:
            memory = "Heap limit" in str(error)
            say("stopped", "out-of-memory" if memory else "crashed", str(error))
        say("done")


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    main()
