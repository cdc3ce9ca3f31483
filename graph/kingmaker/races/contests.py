"""The claims on one post, parted into contests: two races for one post years apart stay two.

The rule, for the claims on a post in the order of their days:

1. Somebody's appointment, election or extension, settled, closes a contest on the first day it is told.
   Told again of the same person, without a time of its own and within GAP, it is the same closing; so is
   one whose own time lies within TAKING_OFFICE of it. Two names within RIVAL_OUTCOMES are one contest
   with two outcomes told.
2. A claim belongs to the contest that closes next. Told without a time of its own on the day of a closing
   or within SETTLE after it, before the one chosen has left, it looks back: to the latest contest in which
   the person takes part. So does an end (withdrew, declined, was rejected), within GAP, of somebody who takes
   no part since.
3. Where a contest has no claim for GAP, it is two.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kingmaker.model import Entity, Kind
from kingmaker.races.standing import ENDED, contender, settled, state_of
from kingmaker.races.view import Telling

GAP = timedelta(days=548)
TAKING_OFFICE = timedelta(days=150)
RIVAL_OUTCOMES = timedelta(days=30)
SETTLE = timedelta(days=60)

_PUT_UP = {Kind.BACKING: "candidate", Kind.LOBBYING: "beneficiary", Kind.DEPARTURE: "holder"}


@dataclass(frozen=True, slots=True)
class Contest:
    """The claims of one race, in the order of time, and by whom and when it was closed."""

    told: tuple[Telling, ...]
    closed: date | None = None
    outcomes: tuple[Entity, ...] = ()


@dataclass(slots=True)
class _Closing:
    day: date
    person: Entity
    told: list[Telling] = field(default_factory=list)
    last: date = date.min


def contests(told: Iterable[Telling]) -> tuple[Contest, ...]:
    """Return the contests that the claims on one post tell of, in the order of time.

    What cannot be placed in time joins the latest contest in which its person takes part, or the last.
    """
    in_order = sorted(told, key=lambda one: one.key)
    sorting = _Sorting(in_order)
    slots: dict[int, list[Telling]] = defaultdict(list)
    for one in in_order:
        if one.day is not None:
            slots[sorting.slot(one)].append(one)
    made = [c for i in sorted(slots) for c in _parted(slots[i], sorting.outcomes(i))]
    return _with_undated(made, [one for one in in_order if one.day is None])


def put_up(told: Telling) -> Entity | None:
    """Return the person whose part in a race a claim tells of, or None."""
    situation = told.claim.situation
    if found := contender(situation):
        return found
    role = _PUT_UP.get(situation.kind)
    return situation.role(role) if role else None


class _Sorting:
    """Knows the closings of a post, and which contest each claim belongs to."""

    def __init__(self, told: Sequence[Telling]) -> None:
        self.closings = _closings(told)
        self.days = [group[0].day for group in self.closings]
        self.closing_of = {
            t.claim.id: i for i, group in enumerate(self.closings) for closing in group for t in closing.told
        }
        self.left = [
            (one.day, one.claim.situation.roles[0][1].id)
            for one in told
            if one.claim.situation.kind is Kind.DEPARTURE and settled(one.claim) and one.day
        ]
        self.parts: dict[int, set[str]] = defaultdict(set)
        self.named: dict[int, set[str]] = defaultdict(set)  # those who went out or are only told of at the end, too
        for one in told:
            if one.day and one.so is None and contender(one.claim.situation):
                self.named[self._plain(one)].add(_id(one))
            if one.day and contender(one.claim.situation) and not _is_end(one) and self._plainly_placed(one):
                self.parts[self._plain(one)].add(_id(one))

    def outcomes(self, slot: int) -> Sequence[_Closing]:
        return self.closings[slot] if slot < len(self.closings) else ()

    def slot(self, one: Telling) -> int:
        """Return which contest a dated claim belongs to, counted from 0."""
        closing = self.closing_of.get(one.claim.id)
        if closing is not None:
            return closing
        if one.so is not None:
            return self._by_own_time(one)
        plain, person = self._plain(one), _id(one)
        back = self._latest_part(person, plain)
        if self._may_look_back(one):
            nearest = plain if self._on_closing_day(one) else plain - 1
            return nearest if back is None else back
        if not _is_end(one) or back is None or one.day is None:
            return plain
        return back if back == plain or one.day - self.days[back] <= GAP else plain

    def _plainly_placed(self, one: Telling) -> bool:
        """Whether the days of a claim alone say which contest it belongs to."""
        if one.so is not None:
            return bisect_left(self.days, one.so.first) == bisect_left(self.days, one.so.last)
        return not self._may_look_back(one)

    def _plain(self, one: Telling) -> int:
        return bisect_left(self.days, one.day or date.max)

    def _by_own_time(self, one: Telling) -> int:
        """Return the contest of a claim with a time of its own; of several, the one the person takes part in."""
        assert one.so is not None
        first, last = bisect_left(self.days, one.so.first), bisect_left(self.days, one.so.last)
        taking_part = (i for i in range(first, last + 1) if _id(one) in self.named[i])
        return next(taking_part, self._plain(one))

    def _on_closing_day(self, one: Telling) -> bool:
        return one.day in self.days

    def _may_look_back(self, one: Telling) -> bool:
        """Whether a claim without a time of its own is told when a contest has just been closed."""
        if one.so is not None or one.day is None or one.claim.id in self.closing_of:
            return False
        if self._on_closing_day(one):
            return True
        slot = self._plain(one)
        if not slot:
            return False
        day, winners = self.days[slot - 1], {c.person.id for c in self.closings[slot - 1]}
        reopened = any(day < left <= one.day and who in winners for left, who in self.left)
        return one.day <= day + SETTLE and not reopened

    def _latest_part(self, person: str, slot: int) -> int | None:
        return next((i for i in range(slot, -1, -1) if person in self.parts[i]), None)


def _is_end(told: Telling) -> bool:
    return state_of(told.claim.situation) in ENDED


def _id(told: Telling) -> str:
    person = put_up(told)
    return person.id if person else ""


def _closings(told: Sequence[Telling]) -> list[list[_Closing]]:
    """Return the closings of a post in the order of time, rival ones together."""
    by_person: dict[str, list[_Closing]] = defaultdict(list)
    for one in told:
        person = contender(one.claim.situation)
        if person and one.day and settled(one.claim) and state_of(one.claim.situation) == "successful":
            _join(by_person[person.id], one, person, one.day)
    grouped: list[list[_Closing]] = []
    for closing in sorted((c for made in by_person.values() for c in made), key=lambda c: (c.day, c.person.id)):
        if grouped and closing.day - grouped[-1][0].day <= RIVAL_OUTCOMES:
            grouped[-1].append(closing)
        else:
            grouped.append([closing])
    return grouped


def _join(made: list[_Closing], one: Telling, person: Entity, day: date) -> None:
    """Add a telling to the closing that it tells again, or make it a closing of its own."""
    for closing in reversed(made):
        near = day - closing.day <= TAKING_OFFICE if one.so else day - closing.last <= GAP
        if near:
            closing.told.append(one)
            closing.last = max(closing.last, one.published.last if one.published else day)
            return
    made.append(_Closing(day, person, [one], one.published.last if one.published else day))


def _parted(told: Sequence[Telling], outcomes: Sequence[_Closing]) -> list[Contest]:
    """Cut a contest wherever nothing was told for GAP; the last piece is the one that was closed."""
    pieces: list[list[Telling]] = []
    for one in told:
        last = pieces[-1][-1].day if pieces else None
        if last and one.day and one.day - last <= GAP:
            pieces[-1].append(one)
        else:
            pieces.append([one])
    made = [Contest(tuple(piece)) for piece in pieces]
    if outcomes:
        people = tuple({c.person.id: c.person for c in outcomes}.values())
        made[-1] = Contest(made[-1].told, outcomes[0].day, people)
    return made


def _with_undated(made: list[Contest], undated: Sequence[Telling]) -> tuple[Contest, ...]:
    if not undated:
        return tuple(made)
    if not made:
        return (Contest(tuple(undated), None, _undated_outcomes(undated)),)
    parts = [{_id(one) for one in contest.told} for contest in made]
    added: Mapping[int, list[Telling]] = defaultdict(list)
    for one in undated:
        taking = (i for i in range(len(made) - 1, -1, -1) if _id(one) and _id(one) in parts[i])
        added[next(taking, len(made) - 1)].append(one)
    return tuple(Contest((*c.told, *added[i]), c.closed, c.outcomes) for i, c in enumerate(made))


def _undated_outcomes(told: Iterable[Telling]) -> tuple[Entity, ...]:
    """Return who is settled as chosen where nothing says when."""
    chosen = (t for t in told if settled(t.claim) and state_of(t.claim.situation) == "successful")
    people = {p.id: p for t in chosen if (p := contender(t.claim.situation))}
    return tuple(people[name] for name in sorted(people))
