"""`kingmaker page`: graph.html from the store."""

from pathlib import Path
from typing import Annotated

import typer

from kingmaker.cli.query import STORE, StorePath

_HEADING = "A headline of your own instead of the one made from the races."

Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")]
Heading = Annotated[str | None, typer.Option(metavar="TEXT", help=_HEADING, show_default=False)]


def page(store: StorePath = STORE, output: Output = Path("output/graph.html"), heading: Heading = None) -> None:
    """Write the page of all claims in the store: one file that opens with the network off.

    Example: kingmaker page -o race.html --heading "Who follows Stoltenberg?"
    """
    from kingmaker.errors import StoreError
    from kingmaker.page import write
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        claims, articles = opened.claims(), opened.articles()
    try:
        write(output, claims, articles, _as_typed(heading))
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise StoreError(f"{output}: could not be written ({reason}); choose another file with -o") from problem
    typer.echo(f"{output}: {len(claims):,} claim{'' if len(claims) == 1 else 's'}", err=True)


def _as_typed(text: str | None) -> str | None:
    """Return an argument as UTF-8 where Python read it under a locale that has no such letters."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if text else text
