"""The options that several verbs share, so that each means the same everywhere."""

from typing import Annotated

import typer

_SOURCES = "Files, folders, globs or - (stdin): plain text, saved web pages, article records, facts files."
_PUBLISHED = "When they were published: YYYY-MM-DD, YYYY-MM or YYYY."

Sources = Annotated[list[str], typer.Argument(metavar="SOURCE...", help=_SOURCES, show_default=False)]
Title = Annotated[str | None, typer.Option(help="The title of the one article given.", show_default=False)]
Publisher = Annotated[str | None, typer.Option(help="Who published the articles.", show_default=False)]
Published = Annotated[str | None, typer.Option(metavar="DATE", help=_PUBLISHED, show_default=False)]
Url = Annotated[str | None, typer.Option(help="The URL of the one article given.", show_default=False)]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="How many processes extract at once.")]
