"""Stores of any size for measuring: news that nobody wrote, in the very quads that a store writes.

An article tells 4 to 6 facts of one race; with its words, its names and what is derived, a fact comes to
about 33 quads. Posts and people grow with the store; one post, PRIZE, is told of in one article of twenty,
so that the busiest race grows as the store does. The same size always gives the same quads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from random import Random

from pyoxigraph import Quad

from kingmaker import rdf
from kingmaker.model import (
    SHAPES,
    Article,
    Certainty,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Kind,
    Polarity,
    Situation,
)
from kingmaker.races import races
from kingmaker.rdf.raced import raced
from kingmaker.store import open_store

PRIZE, FAVOURITE, KING = "Secretary General of Body 0", "Person 0", "Person 1"  # those most is told of
FIRST_DAY, DAYS = date(2014, 1, 1), 4000
QUADS_AN_ARTICLE = 166
_KINDS = {
    Kind.CANDIDACY: 30, Kind.BACKING: 30, Kind.TENURE: 14, Kind.LOBBYING: 6, Kind.APPOINTMENT: 6,
    Kind.NOMINATION: 5, Kind.DEPARTURE: 5, Kind.PREFERENCE: 3, Kind.EXTENSION: 1,
}  # fmt: skip
_CERTAINTIES = {
    Certainty.CERTAIN: 70, Certainty.PROBABLE: 15, Certainty.POSSIBLE: 12, Certainty.HYPOTHETICAL: 3,
}  # fmt: skip
_CRITERIA = ("a woman", "a candidate from the east", "a former head of government")

Told = tuple[Article, list[Claim]]


@dataclass(frozen=True, slots=True)
class World:
    """Who and what the news is of; the people of post N are those from N * 8 on, and all may back them."""

    people: Sequence[Entity]
    posts: Sequence[Entity]
    outlets: Sequence[Entity]

    @classmethod
    def of(cls, articles: int) -> "World":
        """Make a world that is large enough for so many articles."""
        posts = max(3, articles // 16)
        bodies = (Entity.named(EntityKind.ORGANISATION, f"Body {n}") for n in range(posts))
        return cls(
            tuple(_named(EntityKind.PERSON, f"Person {n}", f"P. {n}") for n in range(posts * 8)),
            tuple(
                Entity.named(
                    EntityKind.POST, f"Secretary General of {body.label}", title="Secretary General", of=body,
                    names=(f"Secretary General of {body.label}", f"head of {body.label}"),
                )
                for body in bodies
            ),
            tuple(Entity.named(EntityKind.ORGANISATION, f"Paper {n}") for n in range(40)),
        )  # fmt: skip


def _named(kind: EntityKind, label: str, other: str) -> Entity:
    return Entity.named(kind, label, names=(label, other))


def told(quads: int) -> Iterator[Told]:
    """Yield articles with their claims that come to about so many quads."""
    number = max(1, quads // QUADS_AN_ARTICLE)
    rng, world = Random(quads), World.of(number)  # noqa: S311 - no secret, and the same each time
    for n in range(number):
        yield article(rng, world, n)


def article(rng: Random, world: World, number: int) -> Told:
    of = 0 if rng.random() < 0.05 else rng.randrange(len(world.posts))
    outlet = rng.choice(world.outlets)
    made = Article.of(
        f"text {number}", path=f"news/{number}.txt", title=f"Headline {number}", publisher=outlet.label,
        published=_day(rng), url=f"https://news.example/{number}",
    )  # fmt: skip
    return made, [_claim(rng, world, made, of, place) for place in range(rng.randint(4, 6))]


def _day(rng: Random) -> str | None:
    """Return a day; of a hundred articles one has none, and two a month only."""
    day, chance = (FIRST_DAY + timedelta(rng.randrange(DAYS))).isoformat(), rng.random()
    return None if chance < 0.01 else day[:7] if chance < 0.03 else day


def _claim(rng: Random, world: World, article: Article, of: int, place: int) -> Claim:
    kind = rng.choices([*_KINDS], [*_KINDS.values()])[0]
    shape = SHAPES[kind]
    values = shape.values or (_CRITERIA if shape.own else ())
    roles = {role: _filler(rng, world, of, role) for role in shape.roles}
    quote = f"the words of claim {place} of {article.path}, as long as a clause of news often is"
    return Claim(
        article.id,
        Situation.of(kind, roles, rng.choice(values) if values else None),
        rng.choices([*Polarity], [92, 8])[0],
        rng.choices([*_CERTAINTIES], [*_CERTAINTIES.values()])[0],
        _source(rng, world, article, of),
        time=_day(rng) if rng.random() < 0.15 else None,
        evidence=(Evidence(place * 200, place * 200 + len(quote), quote, "what stands before, ", ", and after it"),),
    )


def _filler(rng: Random, world: World, of: int, role: str) -> Entity:
    if role == "post":
        return world.posts[of]
    if role in ("candidate", "nominee", "holder", "appointee", "beneficiary", "predecessor"):
        return world.people[of * 8 + rng.randrange(8)]
    return world.people[1] if rng.random() < 0.02 else rng.choice(world.people)


def _source(rng: Random, world: World, article: Article, of: int) -> Entity | None:
    chance = rng.random()
    if chance < 0.55:
        return None
    if chance < 0.75:
        return Entity.named(EntityKind.ANONYMOUS, "a diplomat", scope=article.id)
    return rng.choice(world.outlets) if chance < 0.85 else _filler(rng, world, of, "candidate")


def quads_of(all_: Sequence[Told]) -> Iterator[Quad]:
    """Yield the quads of articles and of the two graphs that are derived from them."""
    claims = [claim for _, of_article in all_ for claim in of_article]
    yield from chain.from_iterable(rdf.quads(article, of_article) for article, of_article in all_)
    yield from rdf.asserted(claims)
    yield from raced(races(claims, [article for article, _ in all_]))


def make_store(folder: Path, quads: int) -> None:
    """Make a store of about so many quads, or leave the one that is there."""
    if folder.exists():
        return
    beside = folder.with_name(f".{folder.name}.part")
    with open_store(beside) as store:
        store.quads.bulk_extend(quads_of(list(told(quads))))
        store.quads.optimize()
    beside.rename(folder)
