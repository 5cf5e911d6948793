"""The command line: words in, a ``Job`` out; ``command.py`` does it.

``run`` is what the console script calls; it returns the exit code: 0 when all is
built, 1 when a build fails, 2 when the command is not understood, 130 on Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

import click

from pybundle import __version__, command
from pybundle.checker import MODES, Mode
from pybundle.cli_check import check_command, run_command
from pybundle.cli_options import pairs, words
from pybundle.command import FAILED, INTERRUPTED, MISUSED, STDOUT, Job
from pybundle.diagnostics import Diagnostic
from pybundle.options import FORMATS, LOADERS, PLATFORMS, LoaderName, Options

DEFAULT_COMMAND = "build"


def run(arguments: Sequence[str]) -> int:
    """Run the command with ``arguments`` (without the program's name); return its exit code.

    Never raises: what nobody expected is reported in one message, with the traceback
    only where the environment has ``PYBUNDLE_DEBUG=1``.
    """
    as_json = "--json" in arguments
    try:
        return int(cli.main(list(arguments), prog_name="pybundle", standalone_mode=False) or 0)
    except click.ClickException as error:
        if as_json:
            command.print_json([], [Diagnostic("usage", "error", error.format_message())])
        else:
            error.show()
        return MISUSED
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted; nothing was written", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; the interpreter's own flush at exit must not complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        if os.environ.get("PYBUNDLE_DEBUG") == "1":
            raise
        command.show([command.internal_error(error)], as_json=as_json)
        return FAILED


class EntryGroup(click.Group):
    """A group whose commands need not be named: a first word that is none is an entry."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in {*self.commands, "--help", "-h", "--version"}:
            args.insert(0, DEFAULT_COMMAND)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        shown = (*self.commands[DEFAULT_COMMAND].params, *self.get_params(ctx))
        records = (parameter.get_help_record(ctx) for parameter in shown)
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record is not None])
        self.format_commands(ctx, formatter)


@click.group(
    cls=EntryGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="",
    subcommand_metavar="[build] ENTRY... [OPTIONS]",
)
@click.version_option(__version__, message="pybundle %(version)s")
def cli() -> None:
    """Bundle ES modules into one script that behaves exactly as the graph does natively.

    A first word that is no command is an entry: "pybundle main.js -o out.js" builds. A
    file that has a command's name is written "./build". "-" as ENTRY reads a module from
    standard input.
    """


@cli.command(short_help="Bundle each ENTRY into one script (the default).")
@click.argument("entries", metavar="ENTRY...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Output file; - (the default) is stdout.")
@click.option("--outdir", metavar="DIR", help="Output directory; several entries need it.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="iife", show_default=True)
@click.option(
    "--global-name",
    metavar="NAME",
    help="Global of the entry's exports (iife, umd): a.b works.",
)
@click.option("--amd-id", metavar="NAME", help="Name that the bundle defines itself by (amd, umd).")
@click.option(
    "--async-exports",
    is_flag=True,
    help="If anything awaits at the top level, the exports are a promise (cjs, umd, amd).",
)
@click.option("--platform", type=click.Choice(PLATFORMS), default="browser", show_default=True)
@click.option(
    "--external",
    metavar="PATTERN",
    multiple=True,
    help="Specifier, package, or pattern with * that stays an import. Repeatable.",
)
@click.option(
    "--globals",
    "globals_",
    metavar="SPEC=NAME",
    multiple=True,
    callback=pairs,
    help="Global that holds an external module (iife, umd). Repeatable.",
)
@click.option(
    "--conditions",
    metavar="NAME[,NAME]",
    multiple=True,
    callback=words,
    help='More conditions for "exports" and "imports" of package.json. Repeatable.',
)
@click.option(
    "--define",
    metavar="KEY=EXPR",
    multiple=True,
    callback=pairs,
    help="Replace a free name by a JSON literal, an identifier or a member chain. Repeatable. "
    'Platform browser defines process.env.NODE_ENV as "production".',
)
@click.option("--root", metavar="DIR", help="Directory that module names are relative to.")
@click.option(
    "--amd-config",
    metavar="FILE",
    help="Configuration of RequireJS for the program: JSON, or JavaScript with require.config().",
)
@click.option(
    "--script-module",
    "script_modules",
    metavar="NAME=FILE",
    multiple=True,
    callback=pairs,
    help="Make a module of an old script: its value is the global NAME that it sets. Repeatable.",
)
@click.option(
    "--loader",
    type=click.Choice(LOADERS),
    default="requirejs",
    show_default=True,
    help="Whose define() files call, in programs that don't use the global seajs.",
)
@click.option(
    "--page",
    metavar="DIR",
    help="Directory of the page that RequireJS or Sea.js runs in. Default: the entry's, or one "
    "above it.",
)
@click.option(
    "--assets",
    is_flag=True,
    help='Copy the files that new URL("./x.png", import.meta.url) names beside the bundle.',
)
@click.option(
    "--defer-errors",
    is_flag=True,
    help="What only import() reaches and can't be loaded or linked is a warning, and rejects when "
    "the program gets there.",
)
@click.option(
    "--check",
    type=click.Choice(MODES),
    default="on",
    show_default=True,
    envvar="PYBUNDLE_CHECK",
    show_envvar=True,
    help="Run the original and the bundle, and compare them before anything is written. strict: "
    "what can't be compared is an error too.",
)
@click.option("--no-check", is_flag=True, help="The same as --check=off.")
@click.option("--json", "as_json", is_flag=True, help="Print result and diagnostics as JSON.")
@click.option("--timing", is_flag=True, help="Print what each stage took, on stderr.")
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def build(
    entries: tuple[str, ...],
    output: str | None,
    outdir: str | None,
    format_: str,
    global_name: str | None,
    amd_id: str | None,
    async_exports: bool,
    platform: str,
    external: tuple[str, ...],
    globals_: Mapping[str, str],
    conditions: tuple[str, ...],
    define: Mapping[str, str],
    root: str | None,
    amd_config: str | None,
    script_modules: Mapping[str, str],
    loader: LoaderName,
    page: str | None,
    assets: bool,
    defer_errors: bool,
    check: Mode,
    no_check: bool,
    as_json: bool,
    timing: bool,
    no_color: bool,
) -> int:
    """Bundle each ENTRY, with all it imports, into one script (the default command)."""
    if output is not None and outdir is not None:
        raise click.UsageError("--output and --outdir exclude each other")
    if len(entries) > 1 and outdir is None:
        raise click.UsageError(
            f"several entries ({', '.join(entries)}) are several bundles: they need --outdir DIR"
        )
    directory = _directory(output, outdir)
    if assets and directory is None:
        raise click.UsageError("--assets needs --output or --outdir, where assets can lie")
    options = Options(
        format=format_,  # type: ignore[arg-type]  # click has checked it
        platform=platform,  # type: ignore[arg-type]
        global_name=global_name,
        external=external,
        globals=globals_,
        conditions=conditions,
        define=define,
        root=root,
        outdir=directory,
        amd_config=amd_config,
        script_modules=script_modules,
        loader=loader,
        page=page,
        defer_errors=defer_errors,
        assets=assets,
        amd_id=amd_id,
        async_exports=async_exports,
    )
    return command.run(
        Job(
            entries=entries,
            options=options,
            output=STDOUT if output is None else output,
            outdir=outdir,
            as_json=as_json,
            timing=timing,
            no_color=no_color,
            check="off" if no_check else check,
        )
    )


def _directory(output: str | None, outdir: str | None) -> str | None:
    """Return the directory that bundles will lie in; None where it is not known."""
    if output is None or output == STDOUT:
        return outdir
    return os.path.dirname(output) or os.curdir


cli.add_command(check_command)
cli.add_command(run_command)
