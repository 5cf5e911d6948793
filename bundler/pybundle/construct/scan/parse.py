"""The parser, behind one function: source text in, ESTree out.

Nothing but the scanner's modules imports this one, and nothing but this one imports
``esprima``: it is loaded at the first call, since start-up counts.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from pybundle.construct.scan.proposals import readings
from pybundle.construct.scan.trivia import skip_trivia

RECURSION_LIMIT: Final = 1_000_000
"""For the parser, which recurses. Python frames don't use the C stack (CPython 3.11 on),
so this only bounds memory; nesting 10,000 deep takes up to 250,000 frames."""

_OPTIONS: Final = {"range": True, "positionEncoding": "scalar"}
_EXPECTED_MAJOR: Final = 5

Node = Any
"""A node of the syntax tree. Its class answers None for every attribute it lacks."""


class ScanError(Exception):
    """A file cannot be read as what it is.

    ``start`` and ``end`` are offsets in Unicode scalar values into the source;
    ``hint`` says what to do, or is empty.
    """

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message, start, end, hint)
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint

    def __str__(self) -> str:
        return self.message


class ParserMissing(RuntimeError):
    """The parser is not installed, or another distribution stands in its place."""


@lru_cache(maxsize=1)
def parser() -> ModuleType:
    """Return the ``esprima`` package of ``esprima-fork`` 5 or later.

    Raises ``ParserMissing`` where it is absent or is the unmaintained ``esprima``,
    which has the same import name and cannot read today's JavaScript.
    """
    mend = "run: pip uninstall -y esprima; pip install --force-reinstall 'esprima-fork>=5'"
    try:
        import esprima
    except ImportError as error:
        raise ParserMissing(f"pybundle needs the package esprima-fork; {mend}") from error
    version = getattr(esprima, "__version__", ())
    major = version[0] if isinstance(version, tuple) and version else 0
    if not isinstance(major, int) or major < _EXPECTED_MAJOR:
        found = ".".join(map(str, version)) if isinstance(version, tuple) else str(version)
        raise ParserMissing(
            f"pybundle needs esprima-fork {_EXPECTED_MAJOR} or later, but 'import esprima' finds"
            f" version {found or 'unknown'} (the package esprima has the same import name); {mend}"
        )
    module: ModuleType = esprima
    _spare_the_stack()
    _see_line_ends()
    _allow_in_within_patterns()
    return module


def _spare_the_stack() -> None:
    # The parser's check of early errors collects the names of a pattern by generators
    # inside of generators. These do use the C stack: a pattern nested 20,000 deep (2,000
    # where stacks are small) would end the process.
    validation = import_module("esprima.validation")
    if hasattr(validation, "_parsed_bindings"):
        validation._parsed_bindings = bound_names  # type: ignore[attr-defined]


def _see_line_ends() -> None:
    # The parser compares the lines on which tokens end, and so takes a line end inside of
    # a template or string for one before it: it refuses "throw `a⏎b`" and "f(yield `a⏎b`)".
    # Both look for a line end right after their keyword.
    cls = import_module("esprima.parser").Parser
    expect_keyword = cls.expectKeyword

    def expect(self: Any, keyword: str) -> None:
        expect_keyword(self, keyword)
        self.hasLineTerminator = self.lastMarker.line != self.startMarker.line

    cls.expectKeyword = expect


def _allow_in_within_patterns() -> None:
    # The parser refuses "for (let [a = b in c] of d)": between the brackets of a pattern
    # an ``in`` is an operator again.
    cls = import_module("esprima.parser").Parser
    cls.parseArrayPattern = _with_in(cls.parseArrayPattern)
    cls.parseObjectPattern = _with_in(cls.parseObjectPattern)


def _with_in(parse: Callable[..., Node]) -> Callable[..., Node]:
    # No *arguments: a call with them would use the C stack, which nesting exhausts.
    def parse_with_in(self: Any, params: Any, kind: Any = None) -> Node:
        allowed = self.context.allowIn
        self.context.allowIn = True
        pattern = parse(self, params, kind)
        self.context.allowIn = allowed
        return pattern

    return parse_with_in


def bound_names(pattern: Node) -> Iterator[tuple[str, Node]]:
    """Yield *BoundNames* of ``pattern`` in order, each with its identifier."""
    todo = [pattern]
    while todo:
        node = todo.pop()
        kind = None if node is None else node.type
        if kind == "Identifier":
            yield node.name, node
        elif kind == "AssignmentPattern":
            todo.append(node.left)
        elif kind == "ArrayPattern":
            todo += reversed(node.elements)
        elif kind == "ObjectPattern":
            todo += reversed(node.properties)
        elif kind == "Property":
            todo.append(node.value)
        elif kind == "RestElement":
            todo.append(node.argument)


@contextmanager
def parsing() -> Iterator[None]:
    """Lift the recursion limit and stop the garbage collector while a tree is in use.

    A tree has no reference cycles: collecting would only walk it again and again.
    """
    limit, collecting = sys.getrecursionlimit(), gc.isenabled()
    sys.setrecursionlimit(max(limit, RECURSION_LIMIT))
    gc.disable()
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
        if collecting:
            gc.enable()


def parse_module(source: str, **options: bool) -> Node:
    """Parse ``source`` as a *Module*; call it within ``parsing()``.

    ``options`` are further ones of the parser (``tokens``, ``comment``). Ranges are
    offsets into ``source`` in Unicode scalar values. Raises ``ScanError`` for what
    the specification calls early errors, at the place where the parser stopped.
    """
    # A statement that ends at the end of the text by ASI would span the trivia up to
    # there; behind a line end the parser ends it at its last token, as everywhere else.
    return _parse(parser().parseModule, source + "\n", len(source), options)


def parse_as_function_body(source: str, **options: bool) -> Node:
    """Parse ``source`` as the body of a sloppy function, as CommonJS reads a file; call it
    within ``parsing()``. ``options`` and ranges are those of ``parse_module``.

    Raises ``ScanError`` as ``parse_module`` does.
    """
    return _parse(_parse_body, source + "\n", len(source), options)


def _parse_body(text: str, options: dict[str, Any]) -> Node:
    """Parse a *FunctionBody*: a *Script* that may have ``return`` and ``new.target``."""
    handler = import_module("esprima.comment_handler").CommentHandler()

    def gather(node: Node, metadata: Any) -> Node:
        handler.visit(node, metadata)
        return node

    delegate = gather if options.get("comment") else None
    making = import_module("esprima.parser").Parser(text, options=options, delegate=delegate)
    making.context.inFunctionBody = True
    tree = making.parseScript()
    if delegate is not None:
        tree.comments = handler.comments
        return tree
    validate = import_module("esprima.validation").validate_program

    def report(message: str, node: Node) -> None:
        if message not in _ALLOWED_IN_FUNCTIONS:
            start = getattr(node, "_protoErrorStart", None) or getattr(node, "_start", None) or 0
            index = making.externalOffset(start)
            raise making.errorHandler.createError(index, 1, 0, message)

    validate(tree, report, making.config.ecmaVersion)
    return tree


_ALLOWED_IN_FUNCTIONS: Final = frozenset(
    (
        "Illegal return statement",
        "new.target is only valid in functions or class initialization",
    )
)
"""What the parser's check of a *Script* refuses."""


def _parse(parse: Any, text: str, length: int, options: dict[str, bool]) -> Node:
    error_class = parser().Error
    try:
        return parse(text, {**_OPTIONS, **options})
    except RecursionError:
        message = "This code is nested too deeply to be parsed"
        raise ScanError(message, 0, min(1, length)) from None
    except error_class as error:
        raise _helped(_scan_error(error, text[:length]), parse, text) from None
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError):
        # A defect of the parser, met on some invalid programs; it doesn't say where.
        raise ScanError("Syntax error: this file cannot be parsed", 0, min(1, length)) from None


def _helped(error: ScanError, parse: Any, source: str) -> ScanError:
    """Return the error, with a hint if what stopped the parser is syntax that is too new for it."""
    if not error.hint:
        for reading in readings(source, error.start):
            stop = _stop(parse, reading.source)
            if stop is None or stop > error.start:
                return ScanError(error.message, error.start, error.end, reading.hint)
    return error


def _stop(parse: Any, text: str) -> int | None:
    """Return where the parser stops in ``text``; None if it reads it all."""
    try:
        parse(text, _OPTIONS)
    except parser().Error as error:
        return _scan_error(error, text).start
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError):
        return 0
    return None


def _scan_error(error: Any, source: str) -> ScanError:
    start = min(max(error.index or 0, 0), len(source))
    message = str(error.message)
    prefix = f"Line {error.lineNumber}: "
    if message.startswith(prefix):
        message = message[len(prefix) :]
    if "resource limit" in message:
        return ScanError("This code is nested too deeply to be parsed", start, start)
    return ScanError(*_in_words(message, source, start))


def _in_words(message: str, source: str, start: int) -> tuple[str, int, int, str]:
    """Return message, span and hint: the parser's own words, made plain."""
    unexpected = message.startswith("Unexpected ") and not message.endswith("reserved word")
    is_token = "ILLEGAL" not in message
    if unexpected and is_token:  # the parser may stop before a line end
        start = skip_trivia(source, start)
    if start >= len(source):
        if unexpected or "missing /" in message:
            text = "Syntax error: the file ends in the middle of a statement"
            return text, start, start, "A bracket, brace, quote or backtick may not be closed."
        start = max(len(source.rstrip()) - 1, 0)
    while source[start : start + 1] in (" ", "\t"):
        start += 1
    end = start
    while end < len(source) and (source[end].isalnum() or source[end] in "_$"):
        end += 1
    end = max(end, min(start + 1, len(source)))
    found = source[start:end]
    string = _STRING.match(source, start)
    if unexpected and is_token and string is not None:
        return "Syntax error: unexpected string", start, string.end(), ""
    if unexpected and found in ("'", '"'):
        line = source[max(source.rfind("\n", 0, start), 0) : start]
        inside = line.count(found) % 2
        text = "invalid escape in this string" if inside else "this string does not end on its line"
        return f"Syntax error: {text}", start, end, ""
    if unexpected:
        return f"Syntax error: unexpected {found!r}", start, end, _HINTS.get(found, "")
    if "reserved word" in message:
        return f"Syntax error: {found!r} is a reserved word in ES modules", start, end, ""
    text, hint = _PLAIN.get(message, (message[:1].lower() + message[1:].rstrip("."), ""))
    return f"Syntax error: {text}", start, end, hint


_STRING: Final = re.compile(r"""(["'])(?:[^\\\n\r]|\\[\s\S])*?\1""")
_HINTS: Final = {
    "@": "Decorators are not part of ECMAScript yet: compile them away first.",
    "<": "JSX is not JavaScript: compile it first.",
    ":": "Types are not JavaScript: compile TypeScript first.",
    "interface": "TypeScript is not JavaScript: compile it first.",
    "assert": "Import attributes are written with 'with' instead of 'assert'.",
    "enum": "TypeScript is not JavaScript: compile it first.",
}

_PLAIN: Final = {
    "Illegal return statement": (
        "'return' outside of a function",
        "The top level of an ES module cannot return.",
    ),
    "Strict mode code may not include a with statement": (
        "'with' is not allowed",
        "ES modules are always in strict mode.",
    ),
    "Delete of an unqualified identifier in strict mode.": (
        "a name cannot be deleted",
        "ES modules are always in strict mode; delete works on properties only.",
    ),
    "Octal literals are not allowed in strict mode.": (
        "octal literals and escapes are not allowed",
        "ES modules are always in strict mode: write 0o17 or \\x0f.",
    ),
    "Octal literals are not allowed in template strings.": (
        "octal escapes are not allowed in templates",
        "Write \\x0f.",
    ),
}
