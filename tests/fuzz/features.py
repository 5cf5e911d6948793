"""What the generator may use beyond synchronous ES modules."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Features:
    """Switches of the generator, by the name that ``--features`` takes.

    ``invalid``: some graphs that must not link. ``uncaught``: errors that end the run.
    ``jobs``: promise jobs. ``json``: JSON modules. ``tla``: top-level await.
    ``dynamic``: ``import()``. ``meta``: ``import.meta``. ``timers``: ``setTimeout``.
    ``eval``: direct eval. ``mixed``: graphs with CommonJS modules instead, judged by Node;
    for these the other switches mean nothing.
    """

    invalid: bool = True
    uncaught: bool = True
    jobs: bool = True
    json: bool = True
    tla: bool = False
    dynamic: bool = False
    meta: bool = False
    timers: bool = False
    eval: bool = False
    mixed: bool = False


def parse_features(text: str) -> Features:
    """``"tla,dynamic,-json"`` changes the defaults; ValueError on an unknown word."""
    known = {field.name for field in fields(Features)}
    features = Features()
    for word in filter(None, text.replace(" ", "").split(",")):
        name = word.lstrip("+-")
        if name not in known:
            raise ValueError(f"unknown feature {name!r}; known: {', '.join(sorted(known))}")
        features = replace(features, **{name: not word.startswith("-")})
    return features
