"""`kingmaker race actors`: who matters in a race by backing and lobbying, and the blocs."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kingmaker.cli.claim_words import entity_record
from kingmaker.cli.query import STORE, StorePath
from kingmaker.cli.race import Form, FormOption, Post, races_of
from kingmaker.cli.views import viewed

if TYPE_CHECKING:
    from kingmaker.cli.claim_words import Sources
    from kingmaker.model import Entity
    from kingmaker.network import Actor, Bloc, Influence
    from kingmaker.races import View

_MOST = "Tell of so many names at most."
Most = Annotated[int, typer.Option("--most", min=1, metavar="N", help=_MOST)]


@viewed()
def actors(
    post: Post,
    view: "View",
    most: Most = 12,
    store: StorePath = STORE,
    form: FormOption = Form.TEXT,
) -> None:
    """Tell who matters in the latest race for a post, and the blocs of backers.

    Only what somebody on record tells as plain fact counts: who backs, opposes
    and lobbies whom, of each name the latest. The figure before a name is how
    much it matters by whom it is tied to, 1 the most; "between" is how often it
    lies between two others. In a bloc nobody opposes whom another supports.

    Example: kingmaker race actors "Secretary General of NATO" --as-of 2024-06-21
    """
    from kingmaker.cli.claim_words import Sources
    from kingmaker.network import influence
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        found = races_of(opened, post, view)
        sources = Sources(opened.articles())
    if form is Form.JSON:
        told = [_record(influence(race), most, sources) for race in found]
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif not found:
        typer.echo(f"no race for it is told{f' as of {view.as_of}' if view.as_of else ''}", err=True)
    else:
        for line in _lines(influence(found[-1]), most, sources):
            typer.echo(line)


def _lines(told: "Influence", most: int, sources: "Sources") -> Iterator[str]:
    from kingmaker.page.plain import plain

    yield f"{plain(told.race.post.label)}  ({told.race.id})"
    if not told.actors:
        yield "  nobody is told, as plain fact, to back, oppose or lobby"
    for actor in told.actors[:most]:
        between = f", between {actor.between:.2f}" if actor.between else ""
        yield f"  {actor.score:.2f}  {plain(actor.entity.label)}: {', '.join(actor.parts)}{between}"
        yield from (f"        {line}" for line in _acts(actor, sources))
    if (more := len(told.actors) - most) > 0:
        yield f"  and {more} more"
    yield from (f"  bloc {i}: {_bloc(bloc)}" for i, bloc in enumerate(told.blocs, 1))
    if told.hedged:
        yield f"  not counted: {told.hedged} told of only in hedges or by unnamed sources"
    if told.note:
        yield f"  {told.note}"


def _acts(actor: "Actor", sources: "Sources") -> Iterator[str]:
    """Yield what an actor does to others, with the words; what others do to it stands with them."""
    from kingmaker.cli.tie_words import said

    for one in actor.ties:
        if one.start.id == actor.entity.id:
            yield f"{said(one)}: {sources.of(one.affirming)}"


def _bloc(bloc: "Bloc") -> str:
    sides = [f"for {_names(bloc.supports)}"] if bloc.supports else []
    sides += [f"against {_names(bloc.opposes)}"] if bloc.opposes else []
    return f"{', '.join(sides)}: {_names(bloc.members)}"


def _names(entities: "Iterable[Entity]") -> str:
    from kingmaker.page.plain import plain

    return ", ".join(plain(entity.label) for entity in entities)


def _record(told: "Influence", most: int, sources: "Sources") -> dict[str, Any]:
    """Return who matters in a race as plain data for JSON."""
    return {
        "race": told.race.id,
        "post": entity_record(told.race.post),
        "actors": [_actor_record(actor, sources) for actor in told.actors[:most]],
        "blocs": [
            {name: [entity_record(e) for e in getattr(bloc, name)] for name in ("members", "supports", "opposes")}
            for bloc in told.blocs
        ],
        "names": len(told.actors),
        "hedged": told.hedged,
        "note": told.note,
    }


def _actor_record(actor: "Actor", sources: "Sources") -> dict[str, Any]:
    from kingmaker.cli.tie_words import tie_record

    return {
        **entity_record(actor.entity), "parts": list(actor.parts), "score": actor.score, "between": actor.between,
        "ties": [tie_record(one, sources) for one in actor.ties],
    }  # fmt: skip
