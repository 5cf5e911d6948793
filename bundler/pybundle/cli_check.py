"""The commands ``check`` and ``run``: words in, a ``Task`` out; ``judge.py`` does it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

import click

from pybundle import judge
from pybundle.checker import MODES
from pybundle.cli_options import pairs, words
from pybundle.judge import AUTO, Task
from pybundle.options import FORMATS, PLATFORMS, Options


def _graph_options(function: Callable[..., int]) -> Callable[..., int]:
    """Add the options that say what a graph is: how specifiers resolve, what is defined."""
    decorators = [
        click.option(
            "--platform", type=click.Choice(PLATFORMS), default="browser", show_default=True
        ),
        click.option(
            "--external",
            metavar="PATTERN",
            multiple=True,
            help="Specifier that is left to the host, which has no modules here. Repeatable.",
        ),
        click.option(
            "--conditions",
            metavar="NAME[,NAME]",
            multiple=True,
            callback=words,
            help='More conditions for "exports" and "imports" of package.json. Repeatable.',
        ),
        click.option(
            "--define",
            metavar="KEY=EXPR",
            multiple=True,
            callback=pairs,
            help="Replace a free name, as in build. Repeatable.",
        ),
        click.option("--root", metavar="DIR", help="Directory that module names are relative to."),
        click.option(
            "--defer-errors",
            is_flag=True,
            help="What only import() reaches may be broken, as in build.",
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(min=0, min_open=True),
            default=10.0,
            show_default=True,
            metavar="SECONDS",
            help="Stop a program that runs longer.",
        ),
        click.option("--json", "as_json", is_flag=True, help="Print the result as JSON."),
        click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set."),
    ]
    for decorator in reversed(decorators):
        function = decorator(function)
    return function


@click.command("check", short_help="Compare any bundle with the graph that it was made of.")
@click.argument("entry")
@click.argument("bundle")
@click.option(
    "--format",
    "format_",
    type=click.Choice((AUTO, *FORMATS)),
    default=AUTO,
    show_default=True,
    help="How BUNDLE is to be run: umd means in each of its three ways.",
)
@click.option(
    "--global-name", metavar="NAME", help="Global in which BUNDLE (iife, umd) leaves its exports."
)
@click.option(
    "--check",
    "mode",
    type=click.Choice(MODES[:2]),
    default="on",
    show_default=True,
    help="strict: what can't be compared is an error too.",
)
@_graph_options
def check_command(entry: str, bundle: str, format_: str, **rest: Any) -> int:
    """Run the graph of ENTRY natively, and BUNDLE, whoever made it, and compare what can be
    observed."""
    task = _task(entry, format_, rest, os.path.dirname(bundle) or os.curdir)
    return judge.check_files(task, bundle, rest["mode"])


@click.command("run", short_help="Run a graph natively, and print what it prints.")
@click.argument("entry")
@_graph_options
def run_command(entry: str, **rest: Any) -> int:
    """Run the graph of ENTRY natively, without bundling it, in the engine that checks
    bundles: time is virtual, and there are no files and no network."""
    return judge.run_graph(_task(entry, AUTO, rest))


def _task(entry: str, format_: str, rest: Mapping[str, Any], outdir: str | None = None) -> Task:
    options = Options(
        platform=rest["platform"],
        global_name=rest.get("global_name"),
        external=rest["external"],
        conditions=rest["conditions"],
        define=rest["define"],
        root=rest["root"],
        outdir=outdir,
        defer_errors=rest["defer_errors"],
    )
    return Task(entry, format_, options, rest["timeout"], rest["as_json"], rest["no_color"])
