"""How words of the command line become values of options."""

from __future__ import annotations

from collections.abc import Sequence

import click


def pairs(
    context: click.Context, parameter: click.Parameter, texts: Sequence[str]
) -> dict[str, str]:
    """Split KEY=VALUE: at the first ``=``, or the last for specifiers, which may have some."""
    found = {}
    for text in texts:
        split = text.rpartition if parameter.name == "globals_" else text.partition
        key, equals, value = split("=")
        if not equals or not key or not value:
            raise click.BadParameter(f"{text!r} is not {parameter.metavar}", context, parameter)
        found[key] = value.strip()
    return found


def words(
    context: click.Context, parameter: click.Parameter, texts: Sequence[str]
) -> tuple[str, ...]:
    """Flatten ``--conditions a,b --conditions c``."""
    return tuple(word.strip() for text in texts for word in text.split(",") if word.strip())
