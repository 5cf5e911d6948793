"""The original and the bundle as programs for the evaluator, each module body marked.

A mark stands where a module's body starts; it says that it has started, and gives
functions that read the module's slots. Nothing else is changed in the original, save
what ``--define`` defines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as changed
from typing import Final
from urllib.parse import urljoin

from pybundle.build import Bundle
from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import BindingKind, ModuleKind
from pybundle.construct.scan.trivia import skip_trivia
from pybundle.diagnostics import Place, place_of
from pybundle.emit.define import define_edits, is_inline
from pybundle.emit.edits import Edit, apply, insert_before, replace
from pybundle.emit.location import bundle_directory, relative_url
from pybundle.link.linkage import DEFAULT
from pybundle.native import (
    SELF,
    has_commonjs,
    native_graph,
    native_urls,
    of_host,
    script_name,
    seen_from_root,
)
from pybundle.options import Format, Options
from pybundle_runtime import Graph, Script, script_url
from pybundle_runtime.program import HOST, ScriptFormat

OWN_DEFAULT: Final = "__pybundle_default__"
UNKNOWN_TO_SCRIPTS: Final = "".join(
    f"delete import.meta.{key};" for key in ("main", "filename", "dirname")
)
"""What the evaluator's engine has in import.meta, and browsers and scripts have not."""
RUN_AS: Final[Mapping[Format, tuple[ScriptFormat, ...]]] = {
    "iife": ("iife",),
    "esm": ("esm",),
    "cjs": ("cjs",),
    "umd": ("cjs", "amd", "iife"),
    "amd": ("amd",),
}
"""How bundles of each format are run."""

_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
_DIRECTIVE = re.compile(r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*\"""", re.DOTALL)
_GOES_ON = re.compile(r"[.,(\[`+*/%<>=&|^?:-]|in(?:stanceof)?\b")
_POSITION = re.compile(r"(.*?):(\d+)(?::(\d+))?\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a program has in place of ``source``: ``edits``, sorted, were applied."""

    name: str
    source: str
    edits: tuple[Edit, ...]

    @property
    def text(self) -> str:
        """The edited text."""
        return apply(self.source, self.edits, 0, len(self.source))

    def place(self, line: int, column: int) -> Place:
        """Return the place in ``source`` of a position in the edited text, as engines give it:
        both from 1, the column in UTF-16 code units."""
        edited = self.text
        at = 0
        for _ in range(line - 1):
            end = _LINE_END.search(edited, at)
            if end is None:
                break
            at = end.end()
        units = column - 1
        while units > 0 and at < len(edited):
            units -= 2 if ord(edited[at]) > 0xFFFF else 1
            at += 1
        return place_of(self.name, self.source, self._source_offset(at))

    def _source_offset(self, at: int) -> int:
        moved = 0
        for edit in self.edits:
            start = edit.start + moved
            if at < start:
                break
            if at < start + len(edit.text):
                return edit.start
            moved += len(edit.text) - (edit.end - edit.start)
        return at - moved


@dataclass(frozen=True, slots=True)
class Pair:
    """The two programs, and the texts behind the URLs that either uses. ``runs`` are the
    bundle, of that ``format``, in each of the ways in which it may be run, with the original
    as it is to be run for that."""

    runs: tuple[tuple[Graph, Script], ...]
    format: Format
    original_texts: Mapping[str, Text]
    bundle_texts: Mapping[str, Text]


def instrument(bundle: Bundle, options: Options) -> Pair:
    """Return the original of ``bundle`` and the bundle itself, marked. ``options`` are those
    that it was built with, defaults filled in."""
    slots = {segment.module: segment.slots for segment in bundle.emitted.segments}
    script = Text("bundle.js", bundle.code, tuple(_marks(bundle)))
    return _pair(bundle.module_map, bundle.entry, slots, script, options)


def pair(module_map: ModuleMap, entry: int, script: Text, options: Options) -> Pair:
    """Return the original of any bundle and the bundle itself, without marks: nothing is
    known of ``script`` but its format, ``options.format``."""
    return _pair(module_map, entry, {}, script, options)


def original(module_map: ModuleMap, entry: int, options: Options) -> tuple[Graph, dict[str, Text]]:
    """Return the graph of ``entry`` as it runs natively, and the texts behind its URLs."""
    made = _pair(module_map, entry, {}, Text("", "", ()), options)
    return made.runs[0][0], dict(made.original_texts)


def _pair(
    module_map: ModuleMap,
    entry: int,
    slots: Mapping[int, Mapping[str, str]],
    script: Text,
    options: Options,
) -> Pair:
    modules = module_map.modules
    directory = bundle_directory(options)
    places = [relative_url(module, directory) for module in modules]
    name = script_name(places)
    urls = native_urls(modules, script_url(name), places)
    texts = {
        urls[module.index]: Text(
            module.name,
            module.source,
            tuple(_edits(module, slots.get(module.index), options, script_url(name))),
        )
        for module in modules
        if module.record.kind in (ModuleKind.ESM, ModuleKind.COMMONJS)
    }
    reads_meta = any(module.record.import_metas for module in modules)
    location = script_url(name) if reads_meta and is_script(options) else None
    mixed = has_commonjs(module_map)
    edited = {url: text.text for url, text in texts.items()}
    graph = native_graph(module_map, entry, urls, edited, options.platform)
    graph = changed(graph, location=location, as_module=options.format == "esm")
    runs = []
    asks_host = HOST in graph.requires.values()
    for form in _forms(options, asks_host):
        knows_directory = form == "cjs" or (form == "esm" and options.platform == "node")
        native = graph
        if mixed and not knows_directory:
            native = seen_from_root(graph, urls, places)
        run = Script(
            script.text + _exported(options, form),
            form,
            name=name,
            global_name=options.global_name if form == "iife" else None,
            location=location,
            requires=of_host(graph, script_url(name)),
        )
        runs.append((native, run))
    return Pair(tuple(runs), options.format, texts, {script_url(name): script})


def _forms(options: Options, asks_host: bool) -> tuple[ScriptFormat, ...]:
    """Return the ways in which a bundle is run: as its format says, but one for Node, if it
    requires what is there, as Node runs files."""
    if asks_host and options.format == "iife" and options.platform == "node":
        return ("cjs",)
    return RUN_AS[options.format]


def _exported(options: Options, form: ScriptFormat) -> str:
    """Return what makes a script that is run as CommonJS export what it leaves in a global, or
    nothing that is known."""
    if form == "cjs" and options.format == "iife":
        return f"\nmodule.exports = {options.global_name or 'void 0'};"
    return ""


def is_script(options: Options) -> bool:
    """Whether all that ``import.meta`` has in the bundle is what a script can know."""
    return options.format in ("iife", "umd", "amd")


def _edits(
    module: Module, slots: Mapping[str, str] | None, options: Options, script: str
) -> Iterator[Edit]:
    """Yield the edits on one module of the original, sorted. Its assets lie beside ``script``,
    the bundle's URL."""
    defines = options.define
    if module.record.kind is ModuleKind.COMMONJS:
        defines = {key: text if is_inline(text) else f"({text})" for key, text in defines.items()}
    edits = list(define_edits(module, defines))
    for asset in module.assets:
        url = module.record.asset_urls[asset.number]
        text = json.dumps(urljoin(script, asset.url))
        edits.append(replace(url.argument_start, url.argument_end, text))
    if slots is not None:
        head = len(module.record.hashbang)
        end = _LINE_END.match(module.source, head)
        own = {name: OWN_DEFAULT if name == DEFAULT else name for name in _marked(module, slots)}
        text = mark(module.name, own)
        if module.record.kind is ModuleKind.COMMONJS:
            text = _directive(module.source, head) + text
        if DEFAULT in own:
            text += f"import {{ default as {OWN_DEFAULT} }} from {json.dumps(SELF)};"
        if module.record.import_metas and is_script(options):
            text += UNKNOWN_TO_SCRIPTS
        if head and end is None:  # nothing follows the hashbang, which would go on in the mark
            text = f"\n{text}"
        edits.append(insert_before(end.end() if head and end else head, text))
    yield from sorted(edits)


def _marks(bundle: Bundle) -> Iterator[Edit]:
    """Yield the edits on the bundle, sorted. Modules of which nothing is left begin where the
    next one does: their marks stand there in evaluation order."""
    marks: dict[int, str] = {}
    for segment in bundle.emitted.segments:
        module = bundle.module_map.modules[segment.module]
        if module.record.kind in (ModuleKind.ESM, ModuleKind.COMMONJS):
            slots = {name: segment.slots[name] for name in _marked(module, segment.slots)}
            text = marks.get(segment.offset, "") + mark(module.name, slots)
            if module.record.kind is ModuleKind.COMMONJS:
                text = _directive(bundle.code, segment.offset) + text
            marks[segment.offset] = text
    for offset in sorted(marks):
        yield insert_before(offset, marks[offset])


def _directive(source: str, start: int) -> str:
    """Return what keeps the function whose text begins at ``start`` strict though a mark stands
    before its directives."""
    at = skip_trivia(source, start)
    while found := _DIRECTIVE.match(source, at):
        after = skip_trivia(source, found.end())
        broken = _LINE_END.search(source, found.end(), after) and not _GOES_ON.match(source, after)
        if not (broken or source[after : after + 1] in ("", ";", "}")):
            return ""
        if found[0][1:-1] == "use strict":
            return '"use strict";'
        at = skip_trivia(source, after + source.startswith(";", after))
    return ""


def _marked(module: Module, slots: Mapping[str, str]) -> Iterator[str]:
    """Yield the local names of the slots that both sides can read."""
    for binding in module.record.bindings:
        if binding.kind is not BindingKind.IMPORT and binding.name in slots:
            yield binding.name


def mark(name: str, slots: Mapping[str, str]) -> str:
    """Return the statement that marks the start of module ``name``; ``slots`` maps the names
    of its slots to the expressions that read them."""
    readers = ", ".join(f"[{json.dumps(slot)}]: () => {text}" for slot, text in slots.items())
    return f"__pybundle_mark__({json.dumps(name)}, {{ {readers} }});"


def place_of_position(position: str, texts: Mapping[str, Text]) -> Place | None:
    """Return the place that an engine's ``URL:line:column`` means; None if it is none of
    ``texts``."""
    found = _POSITION.match(position)
    if found is None or found[1] not in texts:
        return None
    return texts[found[1]].place(int(found[2]), int(found[3] or 1))
