"""The command: one file per verb; data to stdout, words to stderr.

Exit codes: 0 done, 1 an input was refused or a check found something, 2 wrong usage.
"""

import os
import sys
from typing import Annotated

import typer

from kingmaker import __version__
from kingmaker.cli.build import build
from kingmaker.cli.disputed import disputed
from kingmaker.cli.evaluate import evaluate
from kingmaker.cli.explain import explain
from kingmaker.cli.export import export
from kingmaker.cli.extract import extract
from kingmaker.cli.page import page
from kingmaker.cli.path import path
from kingmaker.cli.query import query
from kingmaker.cli.race import race
from kingmaker.cli.race_actors import actors
from kingmaker.cli.read import read
from kingmaker.cli.rumours import rumours
from kingmaker.cli.vacancies import vacancies
from kingmaker.cli.validate import validate
from kingmaker.cli.verify import verify
from kingmaker.errors import KingmakerError

app = typer.Typer(
    name="kingmaker",
    help="Read news into an evidence-backed knowledge graph of political appointments.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kingmaker {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Read news into an evidence-backed knowledge graph of political appointments."""


_VERBS = (
    build, read, extract, query, path, disputed, rumours, vacancies, export, page, explain, verify, validate, evaluate,
)  # fmt: skip
for _verb in _VERBS:
    app.command()(_verb)
race.command()(actors)
app.add_typer(race, name="race")


def main() -> None:
    """Run the command; every foreseen mistake ends in one line on stderr and exit code 1."""
    try:
        app()
    except KingmakerError as error:
        typer.echo(f"kingmaker: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output went away; that is its good right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
