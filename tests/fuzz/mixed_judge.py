"""Node on the files against Node on the bundle, for graphs that have CommonJS modules: the
engine that the evaluator embeds has none. Both sides are compared by what they print."""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path

from tests.fuzz.harness import FORMATS, AnyJudge, Failure, bundled
from tests.fuzz.model import Graph, write
from tests.fuzz.node_process import NodeProcess, Shown

from pybundle.options import Format, Options

EXTENSIONS: dict[Format, str] = {"cjs": "cjs", "iife": "cjs", "esm": "mjs", "umd": "cjs"}
REFUSED = frozenset(
    {("esm", "sloppy-code")} | {(format, "external-without-global") for format in ("iife", "umd")}
)
"""What a format can't hold, and the diagnostic that says so."""
NODES_OWN = re.compile("ERR_INTERNAL_ASSERTION|ERR_VM_MODULE_LINK_FAILURE")
"""What Node says where it can't go on: a module was forgotten between link and evaluation, or
linked again when part of what it leads to had been linked to it, when that had failed."""


class MixedJudge(AnyJudge):
    """Judges graphs, with one warm Node. ``disputes`` counts the graphs that don't link natively,
    whatever the generator thinks."""

    def __init__(self, formats: tuple[Format, ...] = FORMATS) -> None:
        super().__init__(formats)
        self._node = NodeProcess()
        self._graphs = 0

    def close(self) -> None:
        self._node.close()

    def expected(self, graph: Graph) -> str:
        shown = self._native(graph)[1]
        shutil.rmtree(self._place())
        return shown.text()

    def judge(self, graph: Graph, formats: tuple[Format, ...] | None = None) -> Failure | None:
        entry, native = self._native(graph)
        try:
            return self._judge(graph, entry, native, formats or self.formats)
        finally:
            shutil.rmtree(self._place())

    def _judge(
        self, graph: Graph, entry: Path, native: Shown, formats: tuple[Format, ...]
    ) -> Failure | None:
        unlinked = native.lines[:1] == ("Uncaught SyntaxError",)
        if native.lines[:1] == ("stopped",) or NODES_OWN.search(native.text()):
            self.inconclusive += 1
            return None
        if unlinked and graph.links:
            self.disputes += 1
            return None
        options = Options(root=str(self._place()), platform="node")
        for format, made in bundled(entry, options, formats):
            if isinstance(made, Failure):
                if unlinked and made.kind == "rejected":
                    return None
                if (format, made.key) in REFUSED:
                    continue
                return made
            if unlinked:
                return Failure("accepted", format, "", native.problem, made.code)
            if format == "esm" and "sloppy" in graph.traits:
                continue
            failure = self._compare(native, made.code, format)
            if failure is not None:
                return failure
        return None

    def _compare(self, native: Shown, code: str, format: Format) -> Failure | None:
        path = self._place() / f"bundle-{format}.{EXTENSIONS[format]}"
        path.write_text(code, "utf-8")
        shown = self._run(path, commonjs=format != "esm", native=False)
        if refusals_alike(shown.lines) == refusals_alike(native.lines):
            return None
        if sorted(shown.lines) == sorted(native.lines) and "import(" in code:
            self.reordered += 1
            return None
        number = first_difference(native, shown)
        refusals = [refusals_alike(each.lines[number : number + 1]) for each in (native, shown)]
        if refusals[0] == refusals[1]:
            self.inconclusive += 1
            return None
        return different(native, shown, format, code)

    def _native(self, graph: Graph) -> tuple[Path, Shown]:
        self._graphs += 1
        entry = write(graph, self._place())
        return entry, self._run(entry, commonjs=is_commonjs(graph), native=True)

    def _run(self, path: Path, *, commonjs: bool, native: bool) -> Shown:
        self.evaluations += 1
        return self._node.run(path, self._place(), commonjs=commonjs, native=native)

    def _place(self) -> Path:
        return self._folder / str(self._graphs)


def first_difference(native: Shown, shown: Shown) -> int:
    """The index of the first line that isn't the same, of runs that aren't."""
    number = 0
    while native.lines[number : number + 1] == shown.lines[number : number + 1]:
        number += 1
    return number


def different(native: Shown, shown: Shown, format: Format, code: str) -> Failure:
    """The failure that two runs make, by the first line that isn't the same."""
    number = first_difference(native, shown)
    ours, theirs = ("".join(each.lines[number : number + 1]) for each in (shown, native))
    if shown.problem and not native.problem:
        return Failure("syntax", format, "", f"{shown.problem}\nnative: {theirs}", code)
    before = "\n".join(native.lines[max(0, number - 3) : number])
    detail = f"line {number + 1}\n  native: {theirs}\n  bundle: {ours}\nafter:\n{before}"
    return Failure("different", format, f"{theirs} / {ours}", detail, code)


def refusals_alike(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines with one code for both reasons why ``require()`` refuses an ES module: which
    comes first for one that awaits and is in a cycle depends on how far Node has linked. What
    follows of that is *inconclusive*."""
    return tuple(re.sub("ERR_REQUIRE_(ASYNC|CYCLE)_MODULE", "refused", line) for line in lines)


def is_commonjs(graph: Graph) -> bool:
    """Whether the entry is a CommonJS module, by its extension or package.json."""
    path = graph.units[0].path
    extension = posixpath.splitext(path)[1]
    if extension != ".js":
        return extension == ".cjs"
    return '"module"' not in dict(graph.packages)["package.json"]
