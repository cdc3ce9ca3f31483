"""`kingmaker path`: how two actors are tied, every step with the words that tie it."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kingmaker.cli.query import STORE, StorePath
from kingmaker.cli.race import Form, FormOption
from kingmaker.cli.views import viewed

if TYPE_CHECKING:
    from kingmaker.cli.claim_words import Sources
    from kingmaker.network import Route, Stop
    from kingmaker.races import View
    from kingmaker.store import Store

TIES_SHOWN = 2

_ONE = "An actor or a post, by name or id (person:ben-wallace)."
_MOST = "Tell so many paths at most."
_DENIED = "Count what is denied as a tie too; it is marked as denied."
_ANY_POST = "Let a path run through any post, whoever held it when."

One = Annotated[str, typer.Argument(metavar="A", help=_ONE, show_default=False)]
Other = Annotated[str, typer.Argument(metavar="B", help=_ONE, show_default=False)]
Most = Annotated[int, typer.Option("--most", min=1, max=50, metavar="N", help=_MOST)]
Denied = Annotated[bool, typer.Option("--denied", help=_DENIED)]
AnyPost = Annotated[bool, typer.Option("--any-post", help=_ANY_POST)]


@viewed()
def path(
    one: One,
    other: Other,
    view: "View",
    most: Most = 3,
    denied: Denied = False,
    any_post: AnyPost = False,
    store: StorePath = STORE,
    form: FormOption = Form.TEXT,
) -> None:
    """Tell how two actors are tied, and for every step the words that tie it.

    The shortest paths come first, then those with fewer hedges, then what more
    articles tell. A post in the middle of a path is one race for it, in which
    both were put up: to have held one post years apart ties nobody. A group
    without a name ("some allies") ties only within one article.

    Example: kingmaker path "Rishi Sunak" "Mark Rutte" --as-of 2024-02-23
    """
    from kingmaker.cli.claim_words import Sources
    from kingmaker.network import paths
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        ends = _ends(opened, one, other)
        found = paths(opened, *ends, view, most=most, denied=denied, any_post=any_post)
        only_denied = not found and not denied and paths(opened, *ends, view, most=1, denied=True, any_post=any_post)
        sources = Sources(opened.articles())
    if form is Form.JSON:
        typer.echo(json.dumps([_record(route, sources) for route in found], ensure_ascii=False, indent=2))
    elif not found:
        more = "; --denied shows what is denied" if only_denied else ""
        typer.echo(
            f"nothing ties {ends[0]} and {ends[1]}{f' as of {view.as_of}' if view.as_of else ''}{more}", err=True
        )
    else:
        typer.echo("\n\n".join("\n".join(_lines(route, sources)) for route in found))


def _ends(store: "Store", one: str, other: str) -> tuple[str, str]:
    """Return the ids of the two who are meant; raises QueryError if they are one, or a name is of several."""
    from kingmaker.errors import QueryError

    a, b = _meant(store, one), _meant(store, other)
    if a == b:
        raise QueryError(f"{one!r} and {other!r} are one, {a}; name two")
    return a, b


def _meant(store: "Store", name: str) -> str:
    from kingmaker.errors import QueryError
    from kingmaker.ids import from_iri
    from kingmaker.queries import entities_called

    found = [from_iri(node.value) for node in entities_called(store, name)]
    if len(found) > 1:
        more = f" and {len(found) - 5} more" if len(found) > 5 else ""
        raise QueryError(f"{name!r} is the name of several; choose one of {', '.join(found[:5])}{more}")
    return found[0]


def _lines(route: "Route", sources: "Sources") -> Iterator[str]:
    from kingmaker.cli.tie_words import in_short, in_words, said

    number = len(route.steps)
    yield f"{' - '.join(_stop(stop) for stop in route.stops)}: {number} step{'' if number == 1 else 's'}"
    for i, step in enumerate(route.steps, 1):
        for j, one in enumerate(step.ties[:TIES_SHOWN]):
            yield f"  {i if j == 0 else ' '} {said(one)}"
            yield from (f"      {line}" for line in in_words(one, sources))
        if more := [in_short(one) for one in step.ties[TIES_SHOWN:]]:
            yield f"    also: {', '.join(more)}"


def _stop(stop: "Stop") -> str:
    from kingmaker.page.plain import plain

    return f"[{stop.race}]" if stop.race else plain(stop.entity.label)


def _record(route: "Route", sources: "Sources") -> dict[str, Any]:
    """Return a path as plain data for JSON."""
    from kingmaker.cli.tie_words import tie_record

    return {
        "stops": [_stop_record(stop) for stop in route.stops],
        "steps": [{"told": step.told, "ties": [tie_record(t, sources) for t in step.ties]} for step in route.steps],
    }


def _stop_record(stop: "Stop") -> dict[str, Any]:
    return {"id": stop.race or stop.entity.id, "label": stop.entity.label}
