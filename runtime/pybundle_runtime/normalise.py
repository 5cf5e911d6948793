"""What is not compared by text: engine messages that name identifiers, stacks, positions.

Flattening renames identifiers and moves code into one file; both show in texts that the engine
makes, which ECMA-262 leaves to the engine. These, and nothing else, are made equal
(docs/evaluator.md lists them):

1. the identifier in ``Cannot access 'x' before initialization``;
2. what was to be extended in ``Class extends value … is not a constructor or null``, and the
   expression in ``… is not a function``, ``… is not a constructor``, ``… is not iterable``,
   ``… is not async iterable``, ``… is not an object`` and its like, where it begins the message;
3. the expression in ``Cannot destructure property 'x' of 'expression' …``, and in ``Cannot
   destructure 'expression' …``;
4. messages for a refused change of a namespace object, native or through a Proxy;
5. the frames of a stack, and ``file:`` URLs that are followed by ``:line:column``;
6. what the embedding puts before the message for a module that isn't there;
7. name and length of ``import.meta.resolve``, which each host has its own of.
"""

from __future__ import annotations

import re

EARLY = "Cannot access <name> before initialization"
_EARLY = re.compile(r"Cannot access '.*?' before initialization")
_EXTENDS = re.compile(r"Class extends value .*? is not a constructor or null", re.DOTALL)
_NOT_A = re.compile(
    r'(^|\[\w+: \\?"|[\[ ]"|^"|: )((?:[^"\\]|\\.)*?)'
    r" is not (a function|a constructor|iterable|async iterable|an object|a valid)"
    r"(?: \(cannot read property Symbol\(Symbol\.iterator\)\))?"
)
_DESTRUCTURE = re.compile(r"(Cannot destructure (?:property '[^']*' of )?)'[^']*' as it is")
_NAMESPACE = (
    (
        re.compile(r"Cannot assign to read only property '(.*?)' of object '\[object Module\]'"),
        r"<namespace: set \1>",
    ),
    (
        re.compile(r"Cannot assign to property '(.*?)' of \[object Module\]"),
        r"<namespace: set \1>",
    ),
    (re.compile(r"Cannot add property (.*?), object is not extensible"), r"<namespace: set \1>"),
    (
        re.compile(r"'set' on proxy: trap returned falsish for property '(.*?)'(?=\"|$)"),
        r"<namespace: set \1>",
    ),
    (
        re.compile(r"Cannot delete property '(.*?)' of \[object Module\]"),
        r"<namespace: delete \1>",
    ),
    (
        re.compile(
            r"'deleteProperty' on proxy: trap returned falsish for property '(.*?)'(?=\"|$)"
        ),
        r"<namespace: delete \1>",
    ),
    (
        re.compile(r"Cannot define property (.*?), object is not extensible"),
        r"<namespace: define \1>",
    ),
    (re.compile(r"Cannot redefine property: (.*?)(?=\"|$)"), r"<namespace: define \1>"),
    (
        re.compile(
            r"'defineProperty' on proxy: trap returned falsish for property '(.*?)'(?=\"|$)"
        ),
        r"<namespace: define \1>",
    ),
    (re.compile(r"\[object Module\] is not extensible"), "<namespace: set prototype>"),
    (
        re.compile(r"'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'"),
        "<namespace: set prototype>",
    ),
)
_RESOLVE = re.compile(r"(\bresolve: )\[(?:function|method) (?:\(anonymous\)|resolve)/[01]\]")
_RESOLUTION = re.compile(r"Module resolution failed for .*?: LookupError: ")
_FRAME = re.compile(r"(?:\\n|\n) +at [^\n\"\\]+")
_LINK = re.compile(r" at file:///[^\s\"')]*?:\d+:\d+(?=\"|$)")
_POSITION = re.compile(r"file:///[^\s\"')]*?:\d+:\d+")


def normalise(text: str) -> str:
    """Return ``text`` (a message or a printed value) without what must not be compared."""
    if "before initialization" in text:
        text = _EARLY.sub(EARLY, text)
    if " is not " in text:
        text = _EXTENDS.sub("Class extends value <expression> is not a constructor or null", text)
        text = _NOT_A.sub(r"\1<expression> is not \3", text)
    if "Cannot destructure" in text:
        text = _DESTRUCTURE.sub(r"\1<expression> as it is", text)
    if "property" in text or "extensible" in text:
        for pattern, replacement in _NAMESPACE:
            text = pattern.sub(replacement, text)
    if "resolve: [" in text:
        text = _RESOLVE.sub(r"\1<resolve>", text)
    if "LookupError" in text:
        text = _RESOLUTION.sub("", text)
    if " at " in text:
        text = _FRAME.sub("", text)
        text = _LINK.sub("", text)
    if "file:///" in text:
        text = _POSITION.sub("<position>", text)
    return text
