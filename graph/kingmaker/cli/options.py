"""The options that several verbs share, so that each means the same everywhere."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kingmaker.pipeline import Setup

_SOURCES = "Files, folders, globs or - (stdin): plain text, saved web pages, article records, facts files."
_PUBLISHED = "When they were published: YYYY-MM-DD, YYYY-MM or YYYY."

MaybeSources = Annotated[list[str] | None, typer.Argument(metavar="SOURCE...", help=_SOURCES, show_default=False)]
Sources = Annotated[list[str], typer.Argument(metavar="SOURCE...", help=_SOURCES, show_default=False)]
Title = Annotated[str | None, typer.Option(help="The title of the one article given.", show_default=False)]
Publisher = Annotated[str | None, typer.Option(help="Who published the articles.", show_default=False)]
Published = Annotated[str | None, typer.Option(metavar="DATE", help=_PUBLISHED, show_default=False)]
Url = Annotated[str | None, typer.Option(help="The URL of the one article given.", show_default=False)]
AboutPost = Annotated[
    str | None,
    typer.Option("--post", metavar="POST", help="Only what concerns this post, by name or id.", show_default=False),
]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="How many processes extract at once.")]

_FRAMES = "A folder of frames of your own (TOML), read beside the shipped ones; may be given again."
_KNOWLEDGE = "A file of posts, bodies or holders of your own (TOML, or Turtle of our ontology); may be given again."

Frames = Annotated[list[Path] | None, typer.Option("--frames", metavar="DIR", help=_FRAMES, show_default=False)]
Knowledge = Annotated[
    list[Path] | None, typer.Option("--knowledge", metavar="FILE", help=_KNOWLEDGE, show_default=False)
]


class Threshold(StrEnum):
    """How surely a claim must be told for its edge to be asserted; the names of `kingmaker.rdf.THRESHOLDS`."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


def setup_of(frames: list[Path] | None, knowledge: list[Path] | None) -> "Setup":
    """Return what the extraction is to work with; raises LexiconError before anything is read if it is wrong."""
    from kingmaker.pipeline import Setup

    setup = Setup(frames=tuple(frames or ()), knowledge=tuple(knowledge or ()))
    setup.lexicon()
    return setup
