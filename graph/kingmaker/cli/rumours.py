"""`kingmaker rumours`: what several articles tell, counted by origins and not by echoes."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kingmaker.cli.options import AboutPost
from kingmaker.cli.query import STORE, StorePath
from kingmaker.cli.race import Form, FormOption
from kingmaker.cli.views import viewed

if TYPE_CHECKING:
    from kingmaker.cli.claim_words import Sources
    from kingmaker.races import Rumour, View

_ECHOES = "Only what has fewer origins than articles."

Echoes = Annotated[bool, typer.Option("--echoes", help=_ECHOES)]


@viewed()
def rumours(
    view: "View",
    post: AboutPost = None,
    echoes: Echoes = False,
    store: StorePath = STORE,
    form: FormOption = Form.TEXT,
) -> None:
    """List what more than one article tells, by origin: the same words printed twice, or one outlet cited, count once.

    The earliest telling of each origin comes first.

    Example: kingmaker rumours --post "Secretary General of NATO"
    """
    from kingmaker.cli.claim_words import Sources
    from kingmaker.races import rumours as told_often
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        from kingmaker.queries import posts_called

        posts = posts_called(opened, post) if post else None
        articles = opened.articles()
        found = [r for r in told_often(opened.tellings(view), articles) if _wanted(r, posts, echoes)]
    sources = Sources(articles)
    if form is Form.JSON:
        typer.echo(json.dumps([_record(r, sources) for r in found], ensure_ascii=False, indent=2))
        return
    if not found:
        typer.echo("nothing is told by more than one article", err=True)
    for one in found:
        for line in _lines(one, sources):
            typer.echo(line)


def _wanted(rumour: "Rumour", posts: frozenset[str] | None, echoes: bool) -> bool:
    about = rumour.situation.role("post")
    echoed = len(rumour.origins) < len({claim.article for claim in rumour.claims})
    return (not echoes or echoed) and (posts is None or (about is not None and about.id in posts))


def _lines(rumour: "Rumour", sources: "Sources") -> Iterator[str]:
    from kingmaker.cli.claim_words import sentence

    articles = len({claim.article for claim in rumour.claims})
    origins = len(rumour.origins)
    yield f"{sentence(rumour.claims[0])}: {articles} articles, {origins} origin{'' if origins == 1 else 's'}"
    yield from (f"  {sources.of(origin.claims)}" for origin in rumour.origins)


def _record(rumour: "Rumour", sources: "Sources") -> dict[str, Any]:
    return {
        "situation": rumour.situation.id,
        "polarity": rumour.polarity.value,
        "origins": [[sources.record(claim) for claim in origin.claims] for origin in rumour.origins],
    }
