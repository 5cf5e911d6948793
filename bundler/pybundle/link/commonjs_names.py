"""The names of what a CommonJS module exports, as far as its text shows them.

Nobody knows them all before it runs. Those that Node finds in the text are its exports to ES
modules (``node_names``). Where an output has to name exports, a few more can be told
(``visible_names``): assignments to ``exports.x``, ``Object.defineProperty(exports, "x", …)``,
the keys of ``module.exports = { … }``, and ``require()`` of a module that is exported whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pybundle.construct.module_map import Module, ModuleMap
from pybundle.construct.record import ModuleKind
from pybundle.construct.scan.trivia import skip_trivia

if TYPE_CHECKING:
    from pybundle.link.commonjs_lexer import Lexed

_WHOLE: Final = r"(?<![\w$.])(?:module\s*\.\s*)?exports"
_MEMBER: Final = re.compile(rf"{_WHOLE}\s*\.\s*([\w$]+)\s*=(?!=)")
_INDEXED: Final = re.compile(rf"{_WHOLE}\s*\[\s*([\"'])([^\"'\\\n]*)\1\s*\]\s*=(?!=)")
_DEFINED: Final = re.compile(
    rf"(?<![\w$.])Object\s*\.\s*defineProperty\s*\(\s*{_WHOLE}\s*,\s*([\"'])([^\"'\\\n]*)\1"
)
_LITERAL: Final = re.compile(r"(?<![\w$.])module\s*\.\s*exports\s*=\s*\{")
_KEY: Final = re.compile(r"([A-Za-z_$][\w$]*)|([\"'])([^\"'\\\n]*)\2")
_SIMPLE: Final = re.compile(r"-?[\w$.]+|([\"'])[^\"'\\\n]*\1")
_EXPORTED: Final = re.compile(
    r"(?:(?<![\w$.])module\s*\.\s*exports\s*=|\b__exportStar\s*\(|\b_*export(?:_star)?\s*\()\s*\Z"
)


def visible_names(module_map: ModuleMap, index: int) -> tuple[str, ...]:
    """Return the names that CommonJS module ``index`` exports, in the order in which they are
    found; ``default`` is never among them."""
    return _gathered(module_map.modules, index, _own, _exported_whole)


def node_names(modules: Sequence[Module], index: int) -> tuple[str, ...]:
    """Return the names that ES modules can import of CommonJS module ``index`` in Node, but for
    ``default``."""
    # Not before it is needed: making its regular expressions is a tenth of the start-up.
    from pybundle.link.commonjs_lexer import lex_commonjs

    lexed: dict[int, Lexed] = {}

    def names(module: Module) -> tuple[str, ...]:
        lexed[module.index] = lex_commonjs(module.source)
        return lexed[module.index].names

    def wholes(module: Module) -> Iterator[int]:
        required = {
            request.specifier: target
            for request, target in zip(module.record.requests, module.targets, strict=True)
            if request.kind == "require" and target >= 0
        }
        return (required[s] for s in lexed[module.index].reexports if s in required)

    return _gathered(modules, index, names, wholes)


def _gathered(
    modules: Sequence[Module],
    index: int,
    names: Callable[[Module], Iterable[str]],
    wholes: Callable[[Module], Iterable[int]],
) -> tuple[str, ...]:
    """Return what ``names`` gives of a module and of all that ``wholes`` leads to."""
    found: dict[str, None] = {}
    seen = {index}
    pending = [index]
    while pending:
        module = modules[pending.pop(0)]
        found.update(dict.fromkeys(names(module)))
        for target in wholes(module):
            if target not in seen and modules[target].record.kind is ModuleKind.COMMONJS:
                seen.add(target)
                pending.append(target)
    found.pop("default", None)
    return tuple(found)


def _own(module: Module) -> Iterator[str]:
    source = module.source
    for pattern in (_MEMBER, _INDEXED, _DEFINED):
        for match in pattern.finditer(source):
            yield match[match.lastindex or 1]
    for match in _LITERAL.finditer(source):
        yield from _keys(source, match.end())


def _keys(source: str, at: int) -> Iterator[str]:
    """Yield the keys of an object literal whose content begins at ``at``, up to the first
    value that is more than a name or a constant."""
    while True:
        at = skip_trivia(source, at)
        key = _KEY.match(source, at)
        if key is None:
            return
        at = skip_trivia(source, key.end())
        follows = source[at : at + 1]
        if follows not in (",", "}", ":", "("):
            return
        name = key[1] or key[3]
        if name != "__proto__":  # sets the prototype
            yield name
        if follows == ":":
            at = skip_trivia(source, at + 1)
            value = _SIMPLE.match(source, at)
            at = skip_trivia(source, value.end()) if value else at
        if source[at : at + 1] != ",":
            return
        at += 1


def _exported_whole(module: Module) -> Iterator[int]:
    for request, target in zip(module.record.requests, module.targets, strict=True):
        if request.kind == "require" and target >= 0:
            before = module.source[max(0, request.statement_start - 100) : request.statement_start]
            if _EXPORTED.search(before):
                yield target
