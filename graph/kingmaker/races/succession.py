"""Whether the terms of a post fit together: two holders of a single seat, gaps, the dead, lone extensions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, pairwise
from types import MappingProxyType

from kingmaker.lexicon.seats import single_seat
from kingmaker.model import Claim, Entity, Kind, Polarity
from kingmaker.races.standing import contender, settled
from kingmaker.races.terms import Term, terms
from kingmaker.races.view import Telling

HANDOVER = timedelta(days=31)
VACANT = timedelta(days=60)


class Doubt(StrEnum):
    """What may be wrong with the terms of a post."""

    TWO_HOLDERS = "two holders"
    DEAD = "already dead"
    NO_TENURE = "extended without a tenure"
    GAP = "nobody in between"


DOUBTS: Mapping[Doubt, str] = MappingProxyType({
    Doubt.TWO_HOLDERS: "two people are told to hold a single seat at one time",
    Doubt.DEAD: "somebody told to have died is told of as alive in a post or a race",
    Doubt.NO_TENURE: "a term is told to be extended that nobody tells of",
    Doubt.GAP: "one left and the next came later: nobody is told of in between",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit: which doubt, for which post, about whom, when, and the claims behind it."""

    doubt: Doubt
    post: Entity
    people: tuple[Entity, ...]
    when: tuple[date, date] | None
    claims: tuple[Claim, ...]


def findings(told: Sequence[Telling]) -> tuple[Finding, ...]:
    """Return what does not fit in the terms of office that settled claims tell of, by post."""
    by_post: dict[str, list[Term]] = defaultdict(list)
    for term in terms(told):
        by_post[term.post.id].append(term)
    found = [f for held in by_post.values() for f in (*_overlaps(held), *_gaps(held), *_lone_extensions(held))]
    found += _dead(told)
    order = list(Doubt)
    return tuple(sorted(found, key=lambda f: (order.index(f.doubt), f.post.id, [p.id for p in f.people])))


def _overlaps(held: Sequence[Term]) -> Iterator[Finding]:
    """Yield pairs of holders of a single seat, both seen in it over more than a handover."""
    post = held[0].post
    if not single_seat(post.title or post.label):
        return
    for one, other in combinations(held, 2):
        if one.holder.id == other.holder.id or not (one.seen and other.seen):
            continue
        first = max(one.seen[0], other.seen[0])
        last = min(_until(one), _until(other))
        if first <= last and (first < last or not _changing_hands(first, one, other)):
            yield _finding(Doubt.TWO_HOLDERS, one, other, (first, last))


def _until(term: Term) -> date:
    """Return the last day on which a term is seen to run, and no later than its end."""
    assert term.seen is not None
    return min(term.seen[1], term.end) if term.end and term.end > term.seen[0] else term.seen[1]


def _changing_hands(day: date, *held: Term) -> bool:
    """Whether one of the holders is told to have come or gone about a day."""
    moves = [moved for term in held for moved in (term.start, term.end) if moved]
    return any(abs(move - day) <= HANDOVER for move in moves)


def _gaps(held: Sequence[Term]) -> Iterator[Finding]:
    """Yield the pairs of following holders between whom nobody is told of for long."""
    dated = [term for term in held if term.first]
    if not held or not single_seat(held[0].post.title or held[0].post.label):
        return
    for one, other in pairwise(dated):
        if one.end and other.start and other.start - one.end > VACANT:
            yield _finding(Doubt.GAP, one, other, (one.end, other.start))


def _lone_extensions(held: Iterable[Term]) -> Iterator[Finding]:
    for term in held:
        if all(claim.situation.kind is Kind.EXTENSION for claim in term.claims):
            yield Finding(Doubt.NO_TENURE, term.post, (term.holder,), None, term.claims)


def _dead(told: Iterable[Telling]) -> Iterator[Finding]:
    """Yield those who are told to run or to serve on a day after they are told to have died."""
    kept = [t for t in told if settled(t.claim)]
    deaths: dict[str, Telling] = {}
    for one in kept:
        situation = one.claim.situation
        if situation.kind is Kind.DEPARTURE and situation.value == "died" and one.day:
            deaths.setdefault(situation.roles[0][1].id, one)
    for one in kept:
        person, post = _alive(one), one.claim.situation.role("post")
        death = deaths.get(person.id) if person else None
        if person and post and death and death.day and one.day and one.so is None and one.day > death.day + HANDOVER:
            yield Finding(Doubt.DEAD, post, (person,), (death.day, one.day), (death.claim, one.claim))


def _alive(told: Telling) -> Entity | None:
    """Return whom a claim tells of as alive: who runs, is chosen, or is in office now."""
    situation = told.claim.situation
    if situation.kind is Kind.TENURE and situation.value == "current":
        return situation.roles[0][1]
    return contender(situation) if told.claim.polarity is Polarity.POSITIVE else None


def _finding(doubt: Doubt, one: Term, other: Term, when: tuple[date, date]) -> Finding:
    return Finding(doubt, one.post, (one.holder, other.holder), when, (*one.claims, *other.claims))
