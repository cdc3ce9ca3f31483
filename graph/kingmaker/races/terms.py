"""Terms of office: who held a post from when to when, put together from claims.

A term is one person's holding of one post once. Its start is the latest day by which an appointment is
told, its end that of a departure; a tenure told as current only says that it had begun by then.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kingmaker.model import Claim, Entity, Kind
from kingmaker.races.calendar import days
from kingmaker.races.contests import GAP
from kingmaker.races.standing import settled
from kingmaker.races.view import Telling

HOLDING = frozenset({Kind.APPOINTMENT, Kind.DEPARTURE, Kind.TENURE, Kind.EXTENSION})


@dataclass(frozen=True, slots=True)
class Term:
    """One holding of a post: `start` and `end` where told, and the first and last day it is told to run."""

    post: Entity
    holder: Entity
    start: date | None
    end: date | None
    seen: tuple[date, date] | None
    claims: tuple[Claim, ...]

    @property
    def first(self) -> date | None:
        """The first day by which it had surely begun."""
        return self.start or (self.seen[0] if self.seen else None)

    @property
    def last(self) -> date | None:
        """The last day on which it is known to have run."""
        return self.end or (self.seen[1] if self.seen else self.start)


def terms(told: Iterable[Telling]) -> tuple[Term, ...]:
    """Return the terms of office that settled claims tell of, by post, in the order of time."""
    groups: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for one in told:
        situation = one.claim.situation
        if situation.kind in HOLDING and settled(one.claim) and one.claim.situation.value != "designate":
            post, holder = situation.role("post"), situation.roles[0][1]
            if post:
                groups[post.id, holder.id].append(one)
    made = [term for key in sorted(groups) for term in _terms_of(sorted(groups[key], key=lambda t: t.key))]
    return tuple(sorted(made, key=lambda t: (t.post.id, t.first or date.max, t.holder.id)))


def _terms_of(told: Sequence[Telling]) -> Iterator[Term]:
    """Yield one person's terms in one post: a new one after a departure, or after silence and an appointment."""
    current: list[Telling] = []
    for one in told:
        if current and _begins_anew(current, one):
            yield _term(current)
            current = []
        current.append(one)
    if current:
        yield _term(current)


def _begins_anew(current: Sequence[Telling], one: Telling) -> bool:
    if one.claim.situation.kind is not Kind.APPOINTMENT or one.day is None:
        return False
    left = [t.day for t in current if t.claim.situation.kind is Kind.DEPARTURE and t.day]
    last = [t.day for t in current if t.day]
    return bool(left and max(left) < one.day) or bool(last and one.day - max(last) > GAP)


def _term(told: Sequence[Telling]) -> Term:
    situation = told[0].claim.situation
    post = next(p for t in told if (p := t.claim.situation.role("post")))
    starts = [*_told(told, "start"), *_days_of(told, Kind.APPOINTMENT)]
    ends = [*_days_of(told, Kind.DEPARTURE), *_told(told, "end")]
    running = [
        t.published.last
        for t in told
        if t.claim.situation.kind is Kind.TENURE and t.claim.situation.value == "current" and t.published and not t.so
    ]
    seen = (min(running), max(running)) if running else None
    # Who is told to be in office after the day he was to leave on had not left, nor had who was kept on then.
    kept = max(_days_of(told, Kind.EXTENSION), default=date.min)
    ends = [e for e in ends if e > kept and (not seen or e >= seen[1])]
    start, end = min(starts, default=None), min(ends, default=None)
    return Term(post, situation.roles[0][1], start, end, seen, tuple(t.claim for t in told))


def _told(told: Iterable[Telling], name: str) -> list[date]:
    found = [days(value) for t in told for key, value in t.claim.details if key == name]
    return [d.last for d in found if d]


def _days_of(told: Iterable[Telling], kind: Kind) -> list[date]:
    """Return the days by which events of a kind had happened; one told for the future happens on its own day."""
    events = [t for t in told if t.claim.situation.kind is kind]
    return [(t.so or t.published).last for t in events if t.so or t.published]  # type: ignore[union-attr]
