"""What is told two ways: pairs of situations that cannot both hold, and one that is told and denied.

Three kinds are told apart. A denial: one source says it is so and another that it is not. A contradiction:
two things are said that exclude each other at one time. A change over time: both may be right, each at its
own time. Whatever lies within WEEKS of each other counts as one time.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from kingmaker.model import Certainty, Claim, Kind, Polarity, Situation, Sort
from kingmaker.races.contests import RIVAL_OUTCOMES, TAKING_OFFICE
from kingmaker.races.standing import ENDED
from kingmaker.races.view import Telling

WEEKS = timedelta(days=14)
# What holds for a while, and may cease; the rest happens once.
_STATES = frozenset({Kind.BACKING, Kind.TENURE, Kind.PREFERENCE, Kind.CANDIDACY})
_IN_A_RACE = frozenset({"considered", "declared"})
_EXITS = frozenset({"resigned", "dismissed", "died"})


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sides of one matter, each with its claims in the order of time; the earlier side first."""

    sort: Sort
    one: tuple[Claim, ...]
    other: tuple[Claim, ...]


def disputes(told: Iterable[Telling], race_of: Mapping[str, str] = MappingProxyType({})) -> tuple[Dispute, ...]:
    """Return what is told two ways, contradictions first, then denials, then changes.

    `race_of` gives the race of a claim by id: what is told of two races is no dispute. What is only said
    under a condition takes no side, and two sides of hedges are no dispute.
    """
    by_race: dict[str, list[Telling]] = defaultdict(list)
    for one in told:
        if one.claim.certainty is not Certainty.HYPOTHETICAL:
            by_race[race_of.get(one.claim.id, "")].append(one)
    found = [d for _, kept in sorted(by_race.items()) for d in _in_one_race(kept)]
    order = list(Sort)
    return tuple(sorted(found, key=lambda d: (order.index(d.sort), _about(d.one[0]), d.one[0].id, d.other[0].id)))


def _in_one_race(told: Sequence[Telling]) -> Iterator[Dispute]:
    yield from _denials(told)
    for rule in _RULES:
        yield from _exclusive(told, rule)


def _about(claim: Claim) -> str:
    post = claim.situation.role("post")
    return f"{post.id if post else ''} {claim.situation.roles[0][1].id}"


def _denials(told: Sequence[Telling]) -> Iterator[Dispute]:
    """Yield what is told as so and as not so."""
    by_matter: dict[tuple[str, ...], tuple[list[Telling], list[Telling]]] = defaultdict(lambda: ([], []))
    for one in told:
        by_matter[_matter(one.claim.situation)][one.claim.polarity is Polarity.NEGATIVE].append(one)
    for so, not_so in by_matter.values():
        if so and not_so and _sure(so, not_so):
            yield _dispute(_denied(so, not_so), so, not_so)


def _matter(situation: Situation) -> tuple[str, ...]:
    """Return what a denial denies: the situation, or that somebody is in a race, talked of or running."""
    if situation.kind is Kind.CANDIDACY and situation.value in _IN_A_RACE:
        return _ids(situation, "candidate", "post")
    return (situation.id,)


def _denied(so: Sequence[Telling], not_so: Sequence[Telling]) -> Sort:
    """Tell a denial from a change: what was not yet so and then is, what held and no longer does."""
    situation = so[0].claim.situation
    if _before(not_so, so, WEEKS if situation.kind in _STATES else timedelta(0)):
        return Sort.CHANGE
    ceases = situation.kind in _STATES and situation.kind is not Kind.CANDIDACY
    return Sort.CHANGE if ceases and _before(so, not_so) else Sort.DENIAL


@dataclass(frozen=True, slots=True)
class _Rule:
    """Situations of one key that exclude each other where their sides differ."""

    kind: Kind
    key: Callable[[Situation], tuple[str, ...] | None]
    side: Callable[[Situation], str]
    within: timedelta  # further apart than this, both may be right
    forward: frozenset[str] = frozenset()  # a side that, told later, is the way of things and no dispute


def _ids(situation: Situation, *roles: str) -> tuple[str, ...]:
    return tuple(e.id if (e := situation.role(r)) else "" for r in roles)


def _bid(situation: Situation) -> tuple[str, ...] | None:
    in_or_out = situation.value in {"declared", "successful"} | ENDED
    return _ids(situation, "candidate", "post") if in_or_out else None


def _exit(situation: Situation) -> tuple[str, ...] | None:
    return _ids(situation, "holder", "post") if situation.value in _EXITS else None


_RULES = (
    _Rule(Kind.BACKING, lambda s: _ids(s, "backer", "candidate", "post"), lambda s: s.value or "supports", WEEKS),
    _Rule(
        Kind.CANDIDACY, _bid, lambda s: "out" if s.value in ENDED else "in", WEEKS, frozenset({"out"}),
    ),
    _Rule(Kind.APPOINTMENT, lambda s: _ids(s, "post"), lambda s: s.roles[0][1].id, RIVAL_OUTCOMES),
    _Rule(Kind.DEPARTURE, _exit, lambda s: s.value or "", TAKING_OFFICE),
)  # fmt: skip


def _exclusive(told: Iterable[Telling], rule: _Rule) -> Iterator[Dispute]:
    """Yield the pairs of sides that a rule finds."""
    groups: dict[tuple[str, ...], dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        situation = one.claim.situation
        if situation.kind is rule.kind and one.claim.polarity is Polarity.POSITIVE:
            key = rule.key(situation)
            if key is not None:
                groups[key][rule.side(situation)].append(one)
    for sides in groups.values():
        names = sorted(sides, key=lambda name: (_first(sides[name]), name))
        for i, name in enumerate(names):
            for other in names[i + 1 :]:
                if found := _paired(rule, sides, name, other):
                    yield found


def _paired(rule: _Rule, sides: Mapping[str, Sequence[Telling]], one: str, other: str) -> Dispute | None:
    earlier, later = sides[one], sides[other]
    if not _sure(earlier, later):
        return None
    near = _nearest(earlier, later)
    if other in rule.forward and _first(later) >= _first(earlier) and not _after(earlier, later):
        return _dispute(Sort.CHANGE, earlier, later)
    if near is not None and near <= rule.within:
        return _dispute(Sort.CONTRADICTION, earlier, later)
    return None if rule.kind in (Kind.APPOINTMENT, Kind.DEPARTURE) else _dispute(Sort.CHANGE, earlier, later)


def _after(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Whether one side is told again, in other articles, after the other is first told."""
    first = _first(other)
    articles = {t.claim.article for t in other}
    return any(t.day and t.day > first and t.claim.article not in articles for t in one)


def _nearest(one: Iterable[Telling], other: Iterable[Telling]) -> timedelta | None:
    """Return how far apart in time the two sides are at their nearest; None if a side is undated."""
    days = [t.day for t in one if t.day], [t.day for t in other if t.day]
    return min((abs(a - b) for a in days[0] for b in days[1]), default=None)


def _before(one: Sequence[Telling], other: Sequence[Telling], by: timedelta = WEEKS) -> bool:
    """Whether all of one side lies before all of the other, by more than so much."""
    last = max((t.day or date.max for t in one), default=date.max)
    first = _first(other)
    return last < first and first - last > by


def _first(told: Iterable[Telling]) -> date:
    return min((t.day or date.max for t in told), default=date.max)


def _sure(one: Iterable[Telling], other: Iterable[Telling]) -> bool:
    """Whether somebody on either side is certain."""
    return any(t.claim.certainty is Certainty.CERTAIN for t in (*one, *other))


def _dispute(sort: Sort, one: Sequence[Telling], other: Sequence[Telling]) -> Dispute:
    sides = sorted((sorted(one, key=lambda t: t.key), sorted(other, key=lambda t: t.key)), key=lambda s: s[0].key)
    return Dispute(sort, *(tuple(t.claim for t in side) for side in sides))
