"""Vacancy chains: who takes a post leaves another open, which the next one takes.

After Harrison White, Chains of Opportunity (1970): it is the vacancy that moves, from the post that is
filled to the one that was left for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kingmaker.lexicon.seats import single_seat
from kingmaker.model import Claim, Entity, Kind
from kingmaker.races.contests import GAP, TAKING_OFFICE
from kingmaker.races.succession import HANDOVER
from kingmaker.races.terms import Term, terms
from kingmaker.races.view import Telling


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post that opened: `person` left it for `taken` on about `day`.

    `told` says whether somebody tells of the leaving; else it follows from one person's taking of another
    post. `filled_by` is who is told to have come after, if anybody.
    """

    post: Entity
    person: Entity
    taken: Entity
    day: date
    told: bool
    filled_by: Entity | None
    claims: tuple[Claim, ...]


def vacancies(told: Iterable[Telling]) -> tuple[Vacancy, ...]:
    """Return the posts that opened because their holder was settled to have taken another, in the order of time."""
    held = terms(told)
    found = [v for term in held if term.start for v in _left_for(term, held)]
    return tuple(sorted(found, key=lambda v: (v.day, v.person.id, v.post.id)))


def chains(found: Sequence[Vacancy]) -> tuple[tuple[Vacancy, ...], ...]:
    """Return the vacancies in chains: each takes the post that the one before left open."""
    follows = {(v.taken.id, v.person.id): v for v in found}
    after = {
        id(v): follows.get((v.post.id, v.filled_by.id)) if v.filled_by else None
        for v in found
    }  # fmt: skip
    later = {id(v) for v in after.values() if v}
    heads = [v for v in found if id(v) not in later]
    made = [tuple(_chain(v, after)) for v in heads]
    told = {id(v) for chain in made for v in chain}
    for one in found:  # what goes round has no head: it begins with its first in time
        if id(one) not in told:
            made.append(tuple(_chain(one, after)))
            told |= {id(v) for v in made[-1]}
    return tuple(sorted(made, key=lambda chain: (chain[0].day, chain[0].person.id, chain[0].post.id)))


def _chain(first: Vacancy, after: dict[int, Vacancy | None]) -> Iterator[Vacancy]:
    seen: set[int] = set()
    now: Vacancy | None = first
    while now and id(now) not in seen:
        seen.add(id(now))
        yield now
        now = after[id(now)]


def _left_for(taken: Term, held: Sequence[Term]) -> Iterator[Vacancy]:
    """Yield the single seats that the holder of a term held when taking it, and does not hold on to."""
    day = taken.start
    assert day is not None
    for term in held:
        if term.holder.id != taken.holder.id or term.post.id == taken.post.id:
            continue
        if not single_seat(term.post.title or term.post.label) or not _held_until(term, day):
            continue
        if _taken_before(term, day, held):
            continue
        successor = _successor(term, day, held)
        told = term.end is not None
        claims = (*term.claims, *taken.claims)
        yield Vacancy(term.post, term.holder, taken.post, day, told, successor, claims)


def _held_until(term: Term, day: date) -> bool:
    """Whether a term was running just before a day and not long after it."""
    if term.end:
        return abs(term.end - day) <= TAKING_OFFICE
    if term.last is None or term.last > day + HANDOVER:
        return False
    current = any(c.situation.kind is not Kind.DEPARTURE for c in term.claims)
    return current and term.last <= day and day - term.last <= GAP and term.seen is not None


def _taken_before(left: Term, day: date, held: Sequence[Term]) -> bool:
    """Whether somebody else had come into the post long before its holder took another."""
    others = (t.start for t in held if t.post.id == left.post.id and t.holder.id != left.holder.id and t.start)
    return any((left.last or date.max) <= start < day - TAKING_OFFICE for start in others)


def _successor(left: Term, day: date, held: Sequence[Term]) -> Entity | None:
    """Return the one who took the post after it was left: named as its holder's successor, or the next to start."""
    after = [
        t for t in held
        if t.post.id == left.post.id and t.holder.id != left.holder.id and t.start and t.start >= day - TAKING_OFFICE
    ]  # fmt: skip
    named = [t for t in after if any(_predecessor(c) == left.holder.id for c in t.claims)]
    chosen = min(named or after, key=lambda t: (t.start or date.max, t.holder.id), default=None)
    return chosen.holder if chosen and (named or (chosen.start or day) - day <= GAP) else None


def _predecessor(claim: Claim) -> str | None:
    found = claim.situation.role("predecessor")
    return found.id if found else None
