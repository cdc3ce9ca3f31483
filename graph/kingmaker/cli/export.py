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


_OUTPUT = "Write to this file instead of stdout."

FormatName = Annotated[Format, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(Format)}.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of stdout.", show_default=False),
]


def export(format: FormatName, output: Output = None, store: StorePath = STORE) -> None:
    """Write what the store holds in another format.

    Example: kingmaker export graphml -o network.graphml
    """
    from kingmaker.export import FORMATS, write
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        content = FORMATS[format](opened)
    if output is None or str(output) == "-":
        typer.echo(content, nl=False)
    else:
        write(output, content)
