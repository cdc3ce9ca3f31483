"""`kingmaker read`: sources in, article records out."""

import json

import typer

from kingmaker.cli import inputs
from kingmaker.cli.options import Published, Publisher, Sources, Title, Url


def read(
    sources: Sources,
    title: Title = None,
    publisher: Publisher = None,
    published: Published = None,
    url: Url = None,
) -> None:
    """Read articles and write them as article records, one JSON object a line.

    Example: kingmaker read news/ page.html > articles.jsonl
    """
    from kingmaker.articles import FactsFile, GraphFile, Refused
    from kingmaker.articles.records import to_record

    complete = True
    for item in inputs.read(sources, title, publisher, published, url):
        if isinstance(item, FactsFile | GraphFile):
            item = Refused(item.path, "no article but " + item.what, "give it to `kingmaker build`")
        if isinstance(item, Refused):
            inputs.refuse(item)
            complete = False
        else:
            typer.echo(json.dumps(to_record(item), ensure_ascii=False).encode())
    if not complete:
        raise typer.Exit(1)
