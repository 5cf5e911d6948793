"""The child process of the V8 backend: evaluates programs in embedded V8, one fresh runtime each.

Run as a file, with the directory that holds ``pydeno`` and the id of the process that it ends
with as its arguments; it imports nothing else from this package, so that it starts quickly.
Requests come as one line of JSON each on standard input. What happens goes out as one line of
JSON each on standard output; events are written by the engine's own print while the program
runs, so that none is lost when the process dies. The last line of a request is ``["done"]``.

The prelude (``js/``) is put in a start-up snapshot, with the code that its functions were
compiled to as far as they have run (``warm_v8.js``). While a snapshot is built, and only then,
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
from collections.abc import Sequence
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
    "wasm",
    "commonjs",
    "modules_v8",
    "amd",
    "driver",
    "start_v8",
    "warm_v8",
)
OWN = "pybundle-"
"""How the URLs of the modules begin that are made here."""
SHIM = f"{OWN}shim:"
BEGIN = f"{OWN}begin:"
REQUIRE = f"{OWN}require:"
NODE_MODULE = f"{OWN}module:"
IMPORTED = {True: f"{OWN}imported-by-node:", False: f"{OWN}imported:"}
DRIVER = "__pybundle_driver__"
IDLE_TURNS = 4
"""Turns of the event loop without a module request after which nothing more will come: an
``import()`` takes one turn to be loaded and one to be evaluated."""
COMPILING = 0.001
"""Seconds between two looks at whether WebAssembly has been compiled."""


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
        self.commonjs: dict[str, Any] = request["commonjs"] or {"requires": (), "nodeMode": ()}
        self.resolutions: dict[tuple[str, str], str] = {}
        self.calls = 0
        self.entry: str = request["entry"]
        self.natives = frozenset(request["natives"])
        self.follows = any(url and self._is_esm(url) for _, _, url in self.commonjs["requires"])
        self.missing = {(referrer, name): text for referrer, name, text in request["missing"]}
        for referrer, specifier, kind, url in request["resolutions"]:
            self.resolutions[referrer, specifier] = self._target(referrer, url, kind)

    def _is_esm(self, url: str) -> bool:
        return url in self.modules and self.modules[url][0] == "esm"

    def _target(self, referrer: str, url: str, kind: str) -> str:
        found = self.modules[url][0] if url in self.modules else ""
        if found in ("json", "text") and not kind:
            return SHIM + url
        if found == "commonjs":
            return IMPORTED[referrer in self.commonjs["nodeMode"]] + url
        return url

    def resolve(self, specifier: str, referrer: str) -> str:
        self.calls += 1
        if specifier.startswith(REQUIRE):
            return specifier[len(REQUIRE) :]
        if referrer.startswith(("<", OWN)) or specifier.startswith(OWN):
            return specifier
        try:
            return self.resolutions[referrer, specifier]
        except KeyError:
            if (referrer, specifier) in self.missing:
                raise LookupError(self.missing[referrer, specifier]) from None
            if specifier in ("module", "node:module"):
                return NODE_MODULE
            if specifier.removeprefix("node:") in self.natives:
                say("lacks", specifier)
            else:
                say("lost" if specifier.startswith((".", "/")) else "package", specifier)
            raise LookupError(f"Cannot find module {specifier!r}") from None

    def load(self, url: str) -> str:
        self.calls += 1
        if url.startswith(OWN):
            return self._own(url)
        kind, text = self.modules[url]
        if kind == "empty":
            return "export default {};"
        if kind == "esm" and self.follows:
            return f"{text}\nimport {json.dumps(BEGIN + url)};"
        return text

    def _own(self, own: str) -> str:
        """Return the text of a module that is made here."""
        scheme, _, url = own.partition(":")
        name = json.dumps(url)
        if scheme == SHIM[:-1]:
            return shim(url, *self.modules[url])
        if own.startswith(BEGIN):
            return f"{DRIVER}.moduleBegins({name});"
        if own == NODE_MODULE:
            return f"export const createRequire = {DRIVER}.createRequire;"
        if scheme == f"{OWN}space":
            return f"import * as value from {name}; export {{ value }};"
        if scheme == f"{OWN}facade":
            name = json.dumps(url.partition(":")[2])
            return (
                f"export * from {name}; export {{ default }} from {name};"
                "export const __esModule = true;"
            )
        if scheme == f"{OWN}data":
            kind = self.modules[url][0]
            options = "" if kind == "empty" else f" with {{ type: {json.dumps(kind)} }}"
            return f"import value from {name}{options}; export {{ value }};"
        return imported(url, self.commonjs["names"].get(url, ()), own.startswith(IMPORTED[True]))


def imported(url: str, names: Sequence[str], as_node: bool) -> str:
    """Return a module that runs a CommonJS module and exports what ES modules import of it.
    Nobody finds its exports in the TDZ."""
    keys = ["default", *(name for name in names if name != "default")]
    exports = ", ".join(f"value{i} as {json.dumps(key)}" for i, key in enumerate(keys))
    values = ", ".join(f"value{i} = found[{json.dumps(key)}]" for i, key in enumerate(keys))
    call = f"{json.dumps(url)}, {json.dumps(keys[1:])}, {json.dumps(as_node)}"
    return f"export {{ {exports} }};\nconst found = {DRIVER}.importCommonjs({call});\nvar {values};"


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
            settings = (json.dumps(request[key]) for key in ("location", "string", "changes"))
            runtime.eval(f"{DRIVER}.begin({', '.join(settings)}); 0")
            if request["commonjs"]:
                data = json.dumps(json.dumps(request["commonjs"]))
                runtime.eval(f"{DRIVER}.prepare({data}); 0")
            if not runtime.eval(start(request)):
                position = self._syntax_error(runtime, request)
                runtime.eval(f"{DRIVER}.failAt({json.dumps(position)}); 0")
            limit = self._loop(runtime, loader, request["tasks"])
            runtime.eval(f"{DRIVER}.finish({'true' if limit else 'false'}); 0")
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
            left = runtime.eval(f"{DRIVER}.turn({budget})")
            if left == 0:
                return bool(runtime.eval(f"{DRIVER}.hasTimers()"))
            if left < 0:
                return False
            budget = left

    def _settle(self, runtime: Any, loader: Loader) -> None:
        idle = 0
        while idle < IDLE_TURNS:
            calls = loader.calls
            if not runtime.eval(f"{DRIVER}.busy()"):
                return
            if runtime.eval(f"{DRIVER}.compiles()"):
                time.sleep(COMPILING)
                idle = 0
            else:
                idle = idle + 1 if loader.calls == calls else 0


def start(request: dict[str, Any]) -> str:
    """Return the code that starts the requested program."""
    entry = json.dumps(request["entry"])
    if request["format"] == "graph":
        if request["modules"][request["entry"]][0] == "commonjs":
            return f"{DRIVER}.main({entry}, {json.dumps(request['asModule'])}); true"
        return f"{DRIVER}.module(() => import({entry})); true"
    code = json.dumps(request["code"])
    if request["format"] == "cjs":
        return f"{DRIVER}.startCommonJS({code}, {entry})"
    if request["format"] == "amd":
        return f"{DRIVER}.startAmd({code}, {entry})"
    path = json.dumps(request["globalPath"])
    return f"{DRIVER}.startScript({code}, {entry}, {path})"


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
        threading.Thread(target=end_with_parent, args=(int(sys.argv[2]),), daemon=True).start()
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
