"""`kingmaker disputed`: what is told two ways, side by side, and terms of office that do not fit."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kingmaker.cli.claim_words import entity_record
from kingmaker.cli.options import AboutPost
from kingmaker.cli.query import STORE, StorePath
from kingmaker.cli.race import Form, FormOption
from kingmaker.cli.views import viewed
from kingmaker.model import Sort

if TYPE_CHECKING:
    from kingmaker.cli.claim_words import Sources
    from kingmaker.model import Claim
    from kingmaker.races import Dispute, Finding, View

_SORT = "Only this sort; may be given again."
_CHECKS = "Check the terms of office instead: two holders, gaps, the dead, lone extensions."

SortOption = Annotated[list[Sort] | None, typer.Option("--sort", help=_SORT, show_default=False)]
Checks = Annotated[bool, typer.Option("--succession", help=_CHECKS)]


@viewed()
def disputed(
    view: "View",
    post: AboutPost = None,
    sort: SortOption = None,
    succession: Checks = False,
    store: StorePath = STORE,
    form: FormOption = Form.TEXT,
) -> None:
    """List what cannot both hold, with the words of each side: contradictions, denials, changes over time.

    No side is taken. Whatever lies within two weeks counts as one time.

    Example: kingmaker disputed --post "Secretary General of NATO" --sort denial
    """
    from kingmaker.cli.claim_words import Sources
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        posts = None
        if post is not None:
            from kingmaker.queries import posts_called

            posts = posts_called(opened, post)
        sources = Sources(opened.articles())
        told: Sequence[Dispute | Finding] = opened.findings(view) if succession else opened.disputes(view)
    kept = [one for one in told if _wanted(one, posts, sort)]
    if form is Form.JSON:
        typer.echo(json.dumps([_record(one, sources) for one in kept], ensure_ascii=False, indent=2))
        return
    if not kept:
        typer.echo("nothing is told two ways" if not succession else "the terms of office fit", err=True)
    for one in kept:
        for line in _lines(one, sources):
            typer.echo(line)


def _wanted(one: "Dispute | Finding", posts: frozenset[str] | None, sorts: list[Sort] | None) -> bool:
    from kingmaker.races import Dispute

    about = one.one[0].situation.role("post") if isinstance(one, Dispute) else one.post
    of_sort = not sorts or (isinstance(one, Dispute) and one.sort in sorts)
    return of_sort and (posts is None or (about is not None and about.id in posts))


def _lines(one: "Dispute | Finding", sources: "Sources") -> Iterator[str]:
    from kingmaker.cli.claim_words import sentence
    from kingmaker.races import Dispute

    if not isinstance(one, Dispute):
        yield from _finding_lines(one, sources)
        return
    yield f"{one.sort}: {sentence(one.one[0])} | {sentence(one.other[0])}"
    for sign, side in (("1", one.one), ("2", one.other)):
        yield from (f"  {sign} {sources.of([claim])}" for claim in side)


def _finding_lines(one: "Finding", sources: "Sources") -> Iterator[str]:
    from kingmaker.page.plain import plain
    from kingmaker.races.succession import DOUBTS

    people = " and ".join(plain(person.label) for person in one.people)
    when = f", {one.when[0]} to {one.when[1]}" if one.when else ""
    yield f"{one.doubt}: {people} ({plain(one.post.label)}){when}: {DOUBTS[one.doubt]}"
    yield from (f"    {sources.of([claim])}" for claim in one.claims)


def _record(one: "Dispute | Finding", sources: "Sources") -> dict[str, Any]:
    from kingmaker.races import Dispute

    def all_of(claims: "Sequence[Claim]") -> list[dict[str, Any]]:
        return [sources.record(claim) for claim in claims]

    if isinstance(one, Dispute):
        return {"sort": one.sort.value, "one": all_of(one.one), "other": all_of(one.other)}
    when = [day.isoformat() for day in one.when] if one.when else None
    people, post = [entity_record(p) for p in one.people], entity_record(one.post)
    return {"doubt": one.doubt.value, "post": post, "people": people, "when": when, "claims": all_of(one.claims)}
