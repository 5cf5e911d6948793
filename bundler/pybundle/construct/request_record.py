"""What a module record has of what the file asks for: its requests of every kind (ECMA-262,
*ModuleRequest Records*, *Import Calls*; ``require()``), and what it tells a loader.

Part of the contract that record.py is: plain data, spans of the source text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

REQUIRES: Final = ("require", "resolve")
"""Kinds of requests that Node's ``require`` makes."""
LOADER_REQUESTS: Final = ("define", "async")
"""Kinds of requests that an AMD or CMD loader resolves, by ids and its configuration."""
ASKING: Final = ("require", *LOADER_REQUESTS)
"""Kinds of requests that ask for a module when they run."""
FACTORY_REQUESTS: Final = (*REQUIRES, *LOADER_REQUESTS)

Condition = tuple[Any, ...]
"""What a branch depends on, as far as constants could decide it:

``("name", "process.env.NODE_ENV")`` a free name or member chain; ``("value", v)`` a string,
number, boolean or None (``null``); ``("typeof", "x")``; ``("!", c)``; ``("===", c, c)``,
``("!==", c, c)``, ``==`` and ``!=`` likewise, ``("&&", c, c)``, ``("||", c, c)``; ``("?",)``
anything else."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Code that runs only if ``condition`` is true (``taken``) or false (not ``taken``)."""

    condition: Condition
    taken: bool


@dataclass(frozen=True, slots=True)
class Request:
    """One module request (*ModuleRequest Record*).

    ``kind`` is ``"import"`` (static import or re-export) or ``"dynamic"``
    (``import()``), ``"require"`` or ``"resolve"`` (``require.resolve()``); in AMD and CMD
    modules ``"define"`` (a dependency, which the loader has before the factory runs) or
    ``"async"`` (``require([…])``, ``require.async``, ``seajs.use``: when it is asked for).
    ``start``/``end`` span the specifier's string literal; ``statement_start`` and
    ``statement_end`` span the whole declaration or call.
    ``guards`` are the conditions around a call of ``require``, outermost first;
    ``optional`` is true where a ``try`` statement that catches is around it; ``deferred`` where
    it stands in a function. ``definition`` is the index of the definition that a relative id
    starts from, -1 for the loader's global functions.
    """

    specifier: str
    attributes: tuple[tuple[str, str], ...]
    kind: str
    start: int
    end: int
    statement_start: int
    statement_end: int
    guards: tuple[Guard, ...] = ()
    optional: bool = False
    deferred: bool = False
    definition: int = -1


@dataclass(frozen=True, slots=True)
class Definition:
    """One call of ``define``, spanned by ``start``/``end``.

    ``name`` is its id, "" where the loader gives one. ``dependencies`` are all ids that the
    loader reads off it, special ones (``require``, ``exports``, ``module``) included.
    ``array_at`` is where they can be written as an array where only the factory's text has
    them, else -1.
    """

    name: str
    start: int
    end: int
    dependencies: tuple[str, ...] = ()
    array_at: int = -1


@dataclass(frozen=True, slots=True)
class LoaderConfig:
    """An object that configures the loader, spanned by ``start``/``end``: the argument of
    ``require.config``, ``requirejs``, ``seajs.config``, or what ``var require`` is set to
    (``assigned``).

    ``value`` is what is constant of it, as JSON. ``unknown`` are the parts that are not: the
    path of keys, joined by dots, and the span.
    """

    start: int
    end: int
    value: str
    unknown: tuple[tuple[str, int, int], ...] = ()
    assigned: bool = False


@dataclass(frozen=True, slots=True)
class DynamicImport:
    """``import(specifier, options)``.

    ``request`` is the index of its request where the specifier is a string literal (or
    a template without substitutions), else -1. ``template`` is the fixed and open
    parts of a template or concatenation: strings alternating with holes, first and
    last a string; empty where it is a plain string or nothing is known. ``attributes`` are
    the import attributes, as far as they are constants. ``guarded``: the program expects
    that it may be rejected: it stands in a ``try`` that catches, or its promise is
    caught on the spot (``.catch(f)``, ``.then(f, g)``). ``choices``: the constants of which the
    specifier is one (``a ? "./x.js" : "./y.js"``), in source order; empty where ``request`` or
    ``template`` says more.
    """

    start: int
    end: int
    argument_start: int
    argument_end: int
    request: int
    template: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...] = ()
    guarded: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RequireTemplate:
    """``require(specifier)`` or ``require.resolve(specifier)`` (``kind``, as a request's) of
    which only the ``template`` is known (see ``DynamicImport``); the rest as in ``Request``,
    ``start`` and ``end`` those of the argument."""

    kind: str
    template: tuple[str, ...]
    start: int
    end: int
    statement_start: int
    statement_end: int
    guards: tuple[Guard, ...] = ()
    optional: bool = False
