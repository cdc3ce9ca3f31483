"""`kingmaker vacancies`: posts that opened because their holder took another, in chains."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from kingmaker.cli.query import STORE, StorePath
from kingmaker.cli.race import Form, FormOption
from kingmaker.cli.views import viewed

if TYPE_CHECKING:
    from kingmaker.cli.claim_words import Sources
    from kingmaker.races import Vacancy, View


@viewed()
def vacancies(
    view: "View",
    store: StorePath = STORE,
    form: FormOption = Form.TEXT,
) -> None:
    """List the posts that opened because their holder took another, and who came after, in chains.

    Only what is settled counts: on record, certain and affirmed. A post that somebody may hold beside
    another one (of many seats) is left out.

    Example: kingmaker vacancies --as-of 2024-10-02
    """
    from kingmaker.cli.claim_words import Sources
    from kingmaker.races import chains
    from kingmaker.races import vacancies as found_in
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        found = chains(found_in(opened.tellings(view)))
        sources = Sources(opened.articles())
    if form is Form.JSON:
        typer.echo(json.dumps([[_record(v) for v in chain] for chain in found], ensure_ascii=False, indent=2))
        return
    if not found:
        typer.echo("no post is told to have opened this way", err=True)
    for chain in found:
        for line in _lines(chain, sources):
            typer.echo(line)


def _lines(chain: "Sequence[Vacancy]", sources: "Sources") -> Iterator[str]:
    from kingmaker.page.plain import plain

    for place, one in enumerate(chain):
        sure = "left" if one.told else "took another post, so presumably left"
        after = f", followed by {plain(one.filled_by.label)}" if one.filled_by else ", nobody told to follow"
        who, for_ = plain(one.person.label), plain(one.taken.label)
        indent = "  " * place
        yield f"{indent}{one.day} {plain(one.post.label)}: {who} {sure}, for {for_}{after}"
        yield f"{indent}    {sources.of(one.claims)}"


def _record(one: "Vacancy") -> dict[str, Any]:
    return {
        "post": one.post.id, "person": one.person.id, "taken": one.taken.id, "day": one.day.isoformat(),
        "told": one.told, "filled_by": one.filled_by.id if one.filled_by else None,
        "claims": [c.id for c in one.claims],
    }  # fmt: skip
