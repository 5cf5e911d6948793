r"""What the text of a CommonJS module says of its exports, by the grammar of cjs-module-lexer,
which Node reads such texts by before they run.

It isn't JavaScript's grammar: the text is taken for tokens, with as much attention to brackets,
templates and regular expressions as it takes to know which is which, and at certain words it is
compared with what people and compilers write. So what it says of odd texts is odd, too, and
part of what a program does: names that it finds are exports even if nothing ever assigns them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_W: Final = r"(?:[\t-\r \xa0]|//[^\r\n]*|/\*[\s\S]*?\*/)*+"
_ID: Final = r"(?:[^\W\d]|\$)[\w$]*+"
_TEXT: Final = r"(?:\"(?:[^\"\\\r\n]|\\(?:\r\n|[\s\S]))*+\"|'(?:[^'\\\r\n]|\\(?:\r\n|[\s\S]))*+')"
_EXPORTS: Final = rf"(?:module{_W}\.{_W})?exports"
_BEFORE: Final = r"(?<![^\t-\r \xa0!%&(-\-/:-?\[\]^{-~])"
"""Whether a word begins: what stands before it is white space or a punctuator, no dot."""

_TOKEN: Final = re.compile(
    rf"//[^\r\n]*|/\*(?:[\s\S]*?\*/|[\s\S]*)|[/\"'`(){{}}]"
    rf"|{_BEFORE}(?:exports|export|import|module|Object|require|class(?=[\t-\r \xa0]))"
    rf"|(?:{_BEFORE}|(?<=\.))(?:_interopRequireWildcard|__export)"
)
_STRING: Final = re.compile(_TEXT)
_TEMPLATE: Final = re.compile(r"(?:[^`\\$]|\\[\s\S]|\$(?!\{))*+(`|\$\{)")
_REGEX: Final = re.compile(r"(?:[^/\[\\\r\n]|\\[\s\S]|\[(?:[^\]\\\r\n]|\\[\s\S])*+\])*+/")

_MEMBER: Final = re.compile(rf"exports{_W}(?:\.{_W}({_ID}){_W}=|\[{_W}({_TEXT}){_W}\]{_W}=)")
_WHOLE: Final = re.compile(rf"module{_W}\.{_W}(?=exports)")
_ASSIGNED: Final = re.compile(rf"exports{_W}={_W}")
_CALL: Final = rf"require{_W}\({_W}({_TEXT}){_W}\)"
_REQUIRE: Final = re.compile(_CALL)
_STARRED: Final = re.compile(rf"__export(?:Star)?\({_CALL}")
_WILDCARD: Final = re.compile(rf"_interopRequireWildcard\({_CALL}")
_HELD: Final = re.compile(rf"(?:var|let|const) +({_ID}) *= *\Z")
_HELD_WITHIN: Final = 200
"""Characters before a ``require`` in which the variable that holds it is looked for."""

_KEY: Final = re.compile(rf"{_W}(?:({_ID})|({_TEXT})|\.\.\.(?:{_CALL}|({_ID})))")
_VALUE: Final = re.compile(rf"{_W}:{_W}{_ID}")
_SPACE: Final = re.compile(_W)

_DEFINED: Final = re.compile(
    rf"Object{_W}\.{_W}defineProperty{_W}\({_W}{_EXPORTS}{_W},{_W}({_TEXT}){_W}"
)
_FUNCTION: Final = (
    rf"get{_W}(?::{_W}function(?:[\t-\r \xa0/]{_W}(?:{_ID})?)?{_W})?\({_W}\){_W}\{{{_W}return{_W}"
)
_AT: Final = rf"(?:\.{_W}{_ID}|\[{_W}{_TEXT}{_W}\])?+{_W}"
_ENDS: Final = rf";?+{_W}\}}{_W},?+{_W}\}}{_W}\)"
_DESCRIPTOR: Final = re.compile(
    rf",{_W}\{{{_W}(?:enumerable{_W}:{_W}true{_W},{_W})?+"
    rf"(?:value{_W}:|{_FUNCTION}{_ID}{_W}{_AT}{_ENDS})"
)


def _each(object_: str, key: str) -> str:
    """The body of ``Object.keys(x).forEach(function (k) { … })`` in which all of ``x`` is
    exported, as compilers write it."""
    own = (
        rf"Object{_W}\.{_W}(?:prototype{_W}\.{_W})?hasOwnProperty{_W}\.{_W}call{_W}"
        rf"\({_W}{_ID}{_W},{_W}{key}{_W}\){_W}"
    )
    ends = rf"\){_W}return{_W};?+{_W}"
    same = (
        rf"{key}{_W}in {_W}{_EXPORTS}{_W}&&{_W}{_EXPORTS}{_W}\[{_W}{key}{_W}\]{_W}==={_W}"
        rf"{object_}{_W}\[{_W}{key}{_W}\]{_W}{ends}"
    )
    marker = r"(?:\"__esModule\"|'__esModule')"
    default = r"(?:\"default\"|'default')"
    returns = (
        rf"{key}{_W}==={_W}{default}{_W}\|\|{_W}{key}{_W}==={_W}{marker}{_W}{ends}"
        rf"(?:if{_W}\({_W}{own}{ends}(?:if{_W}\({_W}{same})?+|if{_W}\({_W}{same})?+"
    )
    method = rf"{_ID}{_W}\.{_W}hasOwnProperty{_W}\({_W}{key}{_W}\){_W}"
    has = rf"(?:(?=Object\.){own}|(?!Object\.){method})"
    unless = rf"{key}{_W}!=={_W}{default}{_W}(?:&&{_W}!{_W}{has})?+\){_W}"
    from_ = rf"{object_}{_W}\[{_W}{key}{_W}\]{_W};?+{_W}"
    assigned = rf"{_EXPORTS}{_W}\[{_W}{key}{_W}\]{_W}={_W}{from_}"
    defined = (
        rf"Object{_W}\.{_W}defineProperty{_W}\({_W}{_EXPORTS}{_W},{_W}{key}{_W},{_W}\{{{_W}"
        rf"enumerable{_W}:{_W}true{_W},{_W}{_FUNCTION}{from_}\}}{_W},?+{_W}\}}{_W}\){_W};?+{_W}"
    )
    return rf"if{_W}\({_W}(?:{returns}|{unless})(?:{assigned}|{defined})\}}{_W}\)"


_KEYS: Final = re.compile(
    rf"Object{_W}\.{_W}keys{_W}\({_W}({_ID}){_W}\){_W}\.{_W}forEach{_W}\({_W}function{_W}"
    rf"\({_W}({_ID}){_W}\){_W}\{{{_W}" + _each(r"(?:\1)", r"(?:\2)")
)

_EXPRESSION_FOLLOWS: Final = frozenset("!%&(*+,-.:;<=>?[^{|~")
_KEYWORD: Final = re.compile(
    rf"{_BEFORE}(?:void|yield|else|case|delete|instanceof|typeof|in|return|do|debugger|await|new"
    r"|throw)\Z"
)
_KEYWORD_WITHIN: Final = 12
_STATEMENT_BEFORE: Final = re.compile(r"(?:=>|[;)]|catch|finally|else)\Z")
_HEAD_BEFORE: Final = re.compile(r"(?:while|for|if)\Z")
_ESCAPE: Final = re.compile(
    r"\\(?:(\r\n|[\n\r\u2028\u2029])|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]+)\}"
    r"|([0-3][0-7]{0,2}|[4-7][0-7]?)|([\s\S]))"
)
_CONTROL: Final = {"r": "\r", "n": "\n", "t": "\t", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(frozen=True, slots=True)
class Lexed:
    """What a text says: ``names`` of exports, and specifiers of modules that are exported whole
    (``reexports``), in the order in which they are found."""

    names: tuple[str, ...] = ()
    reexports: tuple[str, ...] = ()


class _NotCommonJS(Exception):
    """The text is an ES module's, or its brackets don't match: it says nothing."""


def lex_commonjs(source: str) -> Lexed:
    """Return what the text of a CommonJS module says of its exports; nothing where it can't be
    read."""
    try:
        return _Lexer(source).run()
    except _NotCommonJS:
        return Lexed()


class _Lexer:
    """Goes through one text. ``last`` is the offset of the last token's last character;
    ``opened`` has, for each open bracket, that of the token before it and whether it begins a
    class."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.names: dict[str | None, None] = {}
        self.unsafe: set[str | None] = set()
        self.reexports: dict[str | None, None] = {}
        self.held: dict[str, str | None] = {}
        self.last = -1
        self.opened: list[tuple[int, bool]] = []
        self.closed = (-1, False)
        self.templates: list[int] = []
        self.class_next = False
        self.divided = False

    def run(self) -> Lexed:
        """Read all of it."""
        at = self._start()
        while match := _TOKEN.search(self.source, at):
            self._pass(at, match.start())
            at = self._token(match)
        if self.opened or self.templates:
            raise _NotCommonJS
        names = (name for name in self.names if name is not None and name not in self.unsafe)
        return Lexed(tuple(names), tuple(name for name in self.reexports if name is not None))

    def _start(self) -> int:
        if not self.source.startswith("#!"):
            return 0
        end = re.compile(r"[\r\n]").search(self.source)
        return end.start() if end else len(self.source)

    def _pass(self, start: int, end: int) -> None:
        """Pass what stands between tokens that matter."""
        text = self.source[start:end].rstrip("\t\n\v\f\r ")
        if text:
            self.last = start + len(text) - 1

    def _token(self, match: re.Match[str]) -> int:
        """Read a token; return where to go on."""
        at, end, token = match.start(), match.end(), match[0]
        if token.startswith(("//", "/*")):
            return end
        if token in "\"'":
            end = self._match(_STRING, at).end()
        elif token == "`":
            return self._template(end)
        elif token == "/":
            end = self._slash(at)
        elif token in "({":
            self.opened.append((self.last, token == "{" and self.class_next))
            self.class_next = self.class_next and token == "("
        elif token in ")}":
            if not self.opened:
                raise _NotCommonJS
            self.closed = self.opened.pop()
            if token == "}" and self.templates and self.templates[-1] == len(self.opened):
                self.templates.pop()
                return self._template(end)
        else:
            self._word(at, token)
        self.last = end - 1
        return end

    def _match(self, pattern: re.Pattern[str], at: int) -> re.Match[str]:
        match = pattern.match(self.source, at)
        if match is None:
            raise _NotCommonJS
        return match

    def _template(self, at: int) -> int:
        """Read a template up to its end or its next hole."""
        match = self._match(_TEMPLATE, at)
        if match[1] != "`":
            self.templates.append(len(self.opened))
            self.opened.append((self.last, False))
        self.last = match.end() - 1
        return match.end()

    def _slash(self, at: int) -> int:
        """Read a division sign or a regular expression."""
        if self._is_regex():
            self.divided = False
            return self._match(_REGEX, at + 1).end()
        self.divided = True
        return at + 1

    def _is_regex(self) -> bool:
        if self.last < 0:
            return True
        source, last = self.source, self.last
        token, before = source[last], source[last - 1 : last]
        if token in _EXPRESSION_FOLLOWS:
            is_number = token == "." and before.isdecimal()
            if not is_number and not (token in "+-" and before == token):
                return True
        opened = source[max(0, self.closed[0] - 7) : self.closed[0] + 1]
        if token == ")" and _HEAD_BEFORE.search(opened):
            return True
        if token == "}" and (_STATEMENT_BEFORE.search(opened) or self.closed[1]):
            return True
        if token == "/" and self.divided:
            return True
        start = max(0, last + 1 - _KEYWORD_WITHIN)
        return _KEYWORD.search(source, start, last + 1) is not None

    # -- words ---------------------------------------------------------------------------------

    def _word(self, at: int, word: str) -> None:
        is_top = not self.opened
        if word == "class":
            self.class_next = True
        elif word == "exports":
            self._member(at)
        elif word == "module":
            whole = _WHOLE.match(self.source, at)
            if whole:
                self._member(whole.end())
                self._whole(whole.end())
        elif word == "Object":
            self._object(at, is_top)
        elif is_top:
            self._at_top(at, word)

    def _at_top(self, at: int, word: str) -> None:
        """What counts outside of all brackets only."""
        source = self.source
        if word in ("import", "export"):
            self._refuse(at + len(word), word)
        elif word == "__export":
            starred = _STARRED.match(source, at)
            if starred:
                self.reexports[_decoded(starred[1])] = None
        else:
            pattern = _REQUIRE if word == "require" else _WILDCARD
            required = pattern.match(source, at)
            held = _HELD.search(source, max(0, at - _HELD_WITHIN), at)
            if required and held:
                self.held[held[1]] = _decoded(required[1])

    def _refuse(self, end: int, word: str) -> None:
        """Tell declarations of ES modules from names and calls."""
        at = self._match(_SPACE, end).end()
        follows = self.source[at : at + 1]
        if word == "export":
            is_declaration = at > end or follows in tuple("!%&()*+,-./:;<=>?[]^{|}~")
        else:
            is_declaration = follows != "(" and (at > end or follows in tuple("\"'{*."))
        if is_declaration:
            raise _NotCommonJS

    def _member(self, at: int) -> None:
        member = _MEMBER.match(self.source, at)
        if member:
            self.names[_decoded(member[1] or member[2])] = None

    def _whole(self, at: int) -> None:
        """``module.exports = …``."""
        assigned = _ASSIGNED.match(self.source, at)
        if assigned is None:
            return
        self.reexports.clear()
        at = assigned.end()
        if self.source.startswith("{", at):
            self.names.update(dict.fromkeys(self._keys(at + 1)))
            return
        required = _REQUIRE.match(self.source, at)
        if required:
            self.reexports[_decoded(required[1])] = None

    def _keys(self, at: int) -> Iterator[str | None]:
        """Yield the keys of an object literal whose content begins at ``at``, up to the first
        value that is more than a name."""
        while key := _KEY.match(self.source, at):
            at = key.end()
            if key[3]:
                self.reexports[_decoded(key[3])] = None
            value = _VALUE.match(self.source, at) if key[1] or key[2] else None
            is_followed = self.source.startswith(":", self._match(_SPACE, at).end())
            if is_followed and value is None and (key[1] or key[2]):
                return
            if key[1] or value:
                yield _decoded(key[1] or key[2])
            at = value.end() if value else self._match(_SPACE, at).end()
            if not self.source.startswith(",", at):
                return
            at += 1

    def _object(self, at: int, is_top: bool) -> None:
        defined = _DEFINED.match(self.source, at)
        if defined:
            name = _decoded(defined[1])
            if _DESCRIPTOR.match(self.source, defined.end()):
                self.names[name] = None
            else:
                self.unsafe.add(name)
        elif is_top:
            keys = _KEYS.match(self.source, at)
            if keys and self.held.get(keys[1]) is not None:
                self.reexports[self.held[keys[1]]] = None


def _decoded(text: str) -> str | None:
    """Return the value of a string literal, or a name as it is; None for what is no well-formed
    Unicode."""
    if text[0] not in "\"'":
        return text
    try:
        value = _ESCAPE.sub(_unescaped, text[1:-1])
        return value.encode("utf-16", "surrogatepass").decode("utf-16")
    except (ValueError, OverflowError):
        return None


def _unescaped(match: re.Match[str]) -> str:
    end, byte, unit, point, octal, other = match.groups()
    if end:
        return ""
    number = byte or unit or point
    if number:
        return chr(int(number, 16))
    if octal:
        return chr(int(octal, 8))
    if other in ("x", "u"):
        raise ValueError("an escape without its digits")
    return _CONTROL.get(other, other)
