"""`kingmaker export`: the store in the formats of other tools."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kingmaker.cli.query import STORE, StorePath


class Format(StrEnum):
    """What a store can be written as; the names of `kingmaker.export.FORMATS`."""

    TURTLE = "turtle"
    TRIG = "trig"
    NTRIPLES = "ntriples"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    FACTS = "facts"


class NetworkView(StrEnum):
    """Which network GraphML shows; the names of `kingmaker.network.VIEWS`."""

    CLAIMS = "claims"
    ACTORS = "actors"


_OUTPUT = "Write to this file instead of stdout."
_VIEW = "For graphml: an edge for each claim, or one for each relation of two actors, weighted by articles."

FormatName = Annotated[Format, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(Format)}.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=_OUTPUT, show_default=False),
]
ViewOption = Annotated[NetworkView, typer.Option("--view", help=_VIEW)]


def export(
    format: FormatName, output: Output = None, view: ViewOption = NetworkView.CLAIMS, store: StorePath = STORE
) -> None:  # fmt: skip
    """Write what the store holds in another format.

    Example: kingmaker export graphml --view actors -o network.graphml
    """
    if view is not NetworkView.CLAIMS and format is not Format.GRAPHML:
        raise typer.BadParameter(f"{format} has one view only; --view is for graphml", param_hint="--view")
    from kingmaker.export import FORMATS, graphml, write
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        content = graphml(opened, view) if format is Format.GRAPHML else FORMATS[format](opened)
    if output is None or str(output) == "-":
        typer.echo(content, nl=False)
    else:
        write(output, content)
