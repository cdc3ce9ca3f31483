"""`kingmaker extract`: articles in, facts out."""

import typer

from kingmaker.cli import inputs
from kingmaker.cli.options import Jobs, Published, Publisher, Sources, Title, Url


def extract(
    sources: Sources,
    title: Title = None,
    publisher: Publisher = None,
    published: Published = None,
    url: Url = None,
    jobs: Jobs = 1,
) -> None:
    """Read articles and write the facts file: one claim a line, with its words and who says so.

    Example: kingmaker extract news/ > facts.jsonl
    """
    from kingmaker.facts.records import to_lines
    from kingmaker.pipeline import extract_all

    gathered = inputs.Gathered(inputs.read(sources, title, publisher, published, url))
    for article, claims in extract_all(gathered.articles(), jobs=jobs):
        for line in to_lines(claims, article):
            typer.echo(line.encode())
    for item in gathered.others:
        gathered.refuse(item, "no article, and nothing to extract from", "give it to `kingmaker build`")
    if gathered.refused:
        raise typer.Exit(1)
