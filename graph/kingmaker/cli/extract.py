"""`kingmaker extract`: articles in, facts out."""

from typing import Annotated

import typer

from kingmaker.cli import inputs
from kingmaker.cli.options import Frames, Jobs, Knowledge, Published, Publisher, Sources, Title, Url, setup_of

_EXPLAIN = "Write why each claim is there, and why each trigger that was dropped is not, instead of the facts."
Explain = Annotated[bool, typer.Option("--explain", help=_EXPLAIN)]


def extract(
    sources: Sources,
    title: Title = None,
    publisher: Publisher = None,
    published: Published = None,
    url: Url = None,
    explain: Explain = False,
    frames: Frames = None,
    knowledge: Knowledge = None,
    jobs: Jobs = 1,
) -> None:
    """Read articles and write the facts file: one claim a line, with its words and who says so.

    Example: kingmaker extract news/ > facts.jsonl
    """
    from kingmaker.cli.reasons import written
    from kingmaker.facts.records import to_lines
    from kingmaker.pipeline import explain_all, extract_all

    setup = setup_of(frames, knowledge)
    gathered = inputs.Gathered(inputs.read(sources, title, publisher, published, url))
    if explain:
        for article, claims, reasons in explain_all(gathered.articles(), setup, jobs=jobs):
            for text in written(article, claims, reasons):
                typer.echo(text.encode())
    else:
        for article, claims in extract_all(gathered.articles(), setup, jobs=jobs):
            for line in to_lines(claims, article):
                typer.echo(line.encode())
    for item in gathered.others:
        gathered.refuse(item, "no article, and nothing to extract from", "give it to `kingmaker build`")
    if gathered.refused:
        raise typer.Exit(1)
