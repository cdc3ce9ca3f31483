"""`kingmaker race`: the races for a post as of a day, and what changed between two days."""

import json
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from kingmaker.cli.query import STORE, StorePath
from kingmaker.cli.views import day_of, viewed

if TYPE_CHECKING:
    from kingmaker.races import Race, View
    from kingmaker.store import Store


class Form(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


class _ShowsByDefault(TyperGroup):
    """A group whose first command need not be named: `race POST` is `race show POST`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        named = bool(args) and (args[0] in self.commands or args[0] in ctx.help_option_names)
        found: list[str] = super().parse_args(ctx, args if named or not args else ["show", *args])
        return found


race = typer.Typer(cls=_ShowsByDefault, no_args_is_help=True)

_POST = "The post, by name or id (post:secretary-general-of-nato), or one race by its id (race:...)."
Post = Annotated[str, typer.Argument(metavar="POST", help=_POST, show_default=False)]
FormOption = Annotated[Form, typer.Option("--format", help="How to write the answer.")]
From = Annotated[str, typer.Option("--from", metavar="DAY", help="The earlier day.", show_default=False)]
To = Annotated[str, typer.Option("--to", metavar="DAY", help="The later day.", show_default=False)]


@race.callback()
def root() -> None:
    """Tell the races for a post: who stands where, who is behind them, and on whose word.

    Example: kingmaker race "Secretary General of NATO" --as-of 2024-02-23
    """


@race.command()
@viewed()
def show(
    post: Post,
    view: "View",
    store: StorePath = STORE,
    form: FormOption = Form.TEXT,
) -> None:
    """Tell the latest race for a post in full and the earlier ones in a line; `race POST` is short for it.

    Example: kingmaker race "Secretary General of NATO" --as-of 2024-02-23
    """
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        found = races_of(opened, post, view)
        articles = opened.articles()
    if form is Form.JSON:
        from kingmaker.cli.race_words import race_record

        typer.echo(json.dumps([race_record(r) for r in found], ensure_ascii=False, indent=2))
        return
    if not found:
        typer.echo(f"no race for it is told{f' as of {view.as_of}' if view.as_of else ''}", err=True)
        return
    from kingmaker.cli.race_words import Words

    words = Words(articles)
    for line in words.race(found[-1]):
        typer.echo(line)
    for earlier in found[-2::-1]:
        typer.echo(f"earlier: {words.summary(earlier)}")


@race.command()
@viewed(day=False)
def diff(
    post: Post,
    start: From,
    end: To,
    view: "View",
    store: StorePath = STORE,
    form: FormOption = Form.TEXT,
) -> None:
    """Tell what changed between two days: who entered, moved, left, gained or lost backers, on whose word.

    Example: kingmaker race diff "Secretary General of NATO" --from 2024-02-23 --to 2024-06-21
    """
    from kingmaker.races import differences
    from kingmaker.store import open_store

    first, last = day_of(start, "--from"), day_of(end, "--to")
    if first >= last:
        raise typer.BadParameter(f"--from {start} is not before --to {end}")
    with open_store(store, read_only=True) as opened:
        before, after = (races_of(opened, post, replace(view, as_of=day)) for day in (first, last))
        articles = opened.articles()
    found = differences(before, after)
    if form is Form.JSON:
        from kingmaker.cli.race_words import difference_record

        typer.echo(json.dumps([difference_record(d) for d in found], ensure_ascii=False, indent=2))
        return
    if not found:
        typer.echo("nothing changed", err=True)
    from kingmaker.cli.race_words import Words

    words, race_id = Words(articles), None
    for one in found:
        if one.race != race_id:
            race_id = one.race
            typer.echo(race_id)
        typer.echo(words.difference(one))


@race.command()
@viewed()
def criteria(
    post: Post,
    view: "View",
    store: StorePath = STORE,
    form: FormOption = Form.TEXT,
) -> None:
    """Tell what is wanted of the next holder, and who of those named is it: met, not met, or unknown.

    Example: kingmaker race criteria "Secretary General of NATO" --as-of 2023-07-05
    """
    from kingmaker.cli.criteria_words import lines, record
    from kingmaker.races import wanted
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        found = races_of(opened, post, view)
        told, articles = opened.tellings(view), opened.articles()
    table = wanted(found[-1], told) if found else ()
    if form is Form.JSON:
        typer.echo(json.dumps(record(table), ensure_ascii=False, indent=2))
        return
    if not table:
        typer.echo("nobody is told to want anything of the next holder", err=True)
    for line in lines(table, articles):
        typer.echo(line)


def races_of(store: "Store", post: str, view: "View") -> "list[Race]":
    """Return the races for a post that is named, in the order of time; raises QueryError if nothing is so named."""
    from kingmaker.errors import QueryError
    from kingmaker.queries import posts_called

    found = store.races(view)
    if post.startswith("race:"):
        chosen = [r for r in found if r.id == post]
        if not chosen and not any(r.id == post for r in store.races()):
            raise QueryError(f"no race is {post}; `kingmaker race POST` shows the races for a post")
        return chosen
    posts = posts_called(store, post)
    return [r for r in found if r.post.id in posts]
