"""Where somebody stands in a race, as a machine of states: every step rests on claims.

A step is settled if somebody on record tells it as certain. Only settled steps move a standing; a hedge,
a denial and the word of somebody unnamed stand beside it and never become it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kingmaker.model import Certainty, Claim, Entity, Kind, Polarity, Situation
from kingmaker.races.view import SUREST, Telling

STATES = ("considered", "declared", "nominated", "withdrawn", "declined", "rejected", "successful")
ENDED = frozenset({"withdrawn", "declined", "rejected"})
# From a standing to those that may follow it. What is not here is a retelling, and moves nothing.
FOLLOWS: Mapping[str | None, frozenset[str]] = MappingProxyType({
    None: frozenset(STATES),
    "considered": frozenset(STATES) - {"considered"},
    "declared": frozenset({"nominated", "withdrawn", "declined", "rejected", "successful"}),
    "nominated": frozenset({"withdrawn", "declined", "rejected", "successful"}),
    "withdrawn": frozenset({"declared", "nominated", "successful"}),
    "declined": frozenset({"declared", "nominated", "successful"}),
    "rejected": frozenset({"declared", "nominated", "successful"}),
    "successful": frozenset(),
})  # fmt: skip
_RANK = {state: rank for rank, state in enumerate(STATES)}
_CONTENDER = {
    Kind.CANDIDACY: "candidate", Kind.NOMINATION: "nominee", Kind.APPOINTMENT: "appointee",
    Kind.EXTENSION: "holder",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One thing told of a standing: the state, since which day, how, and the claims that tell it.

    `certainty` is that of the surest claim; `moved` says whether the standing became this. `time` is the
    claims' own word on when (EDTF), which may be less exact than `since`, the day by which it was so.
    """

    state: str
    polarity: Polarity
    certainty: Certainty
    settled: bool
    moved: bool
    since: date | None
    time: str | None
    claims: tuple[Claim, ...]


def state_of(situation: Situation) -> str | None:
    """Return the standing that a situation gives its contender, or None if it gives none.

    >>> from kingmaker.model import Entity, EntityKind
    >>> roles = {r: Entity.named(EntityKind.PERSON, r) for r in ("nominee", "post")}
    >>> state_of(Situation.of(Kind.NOMINATION, roles))
    'nominated'
    """
    if situation.kind is Kind.CANDIDACY:
        return situation.value or "considered"
    if situation.kind is Kind.NOMINATION:
        return "nominated"
    return "successful" if situation.kind in (Kind.APPOINTMENT, Kind.EXTENSION) else None


def contender(situation: Situation) -> Entity | None:
    """Return the one whom a situation gives a standing in a race for its post, or None."""
    role = _CONTENDER.get(situation.kind)
    return situation.role(role) if role else None


def settled(claim: Claim) -> bool:
    """Whether a claim is certain, says that it is so, and has nobody unnamed behind it."""
    sure = claim.certainty is Certainty.CERTAIN and claim.polarity is Polarity.POSITIVE
    return sure and claim.source_kind != "unnamed"


def steps(told: Iterable[Telling], closed: date | None = None) -> tuple[Step, ...]:
    """Return the steps of one person in one race, in the order of time.

    The claims must be on that person's standing; `closed` is the day the race was, after which nobody
    comes back into it. On one day the earlier state comes first, so that "announced in March, has
    withdrawn" ends in the withdrawal.
    """
    in_order = sorted(told, key=_order)
    ends = {t.claim.article for t in in_order if settled(t.claim) and state_of(t.claim.situation) in ENDED}
    made: list[_Draft] = []
    current: _Draft | None = None
    for one in in_order:
        state = state_of(one.claim.situation) or ""
        moves = settled(one.claim) and _moves(current, state, one, ends, closed)
        if not moves and (same := _same(made, one, state)):
            same.told.append(one)
            continue
        made.append(_Draft(state, one.claim.polarity, settled(one.claim), moves, [one]))
        current = made[-1] if moves else current
    return tuple(draft.step() for draft in made)


def standing(steps_: Sequence[Step]) -> Step | None:
    """Return the step that is the standing: the last that moved it, or None where nothing settled is told."""
    return next((step for step in reversed(steps_) if step.moved), None)


def beside(steps_: Sequence[Step]) -> tuple[Step, ...]:
    """Return what is told beside the standing: hedges, denials and words of the unnamed not older than it.

    What was told before the standing came to be is its history, and no longer beside it.
    """
    now = standing(steps_)
    if now is None:
        return tuple(steps_)
    later = [s for s in steps_ if s is not now and not s.moved and _last(s) >= (now.since or date.min)]
    return tuple(s for s in later if s.polarity is Polarity.NEGATIVE or s.state != now.state)


def _last(step: Step) -> date:
    return step.since or date.max


@dataclass(slots=True)
class _Draft:
    state: str
    polarity: Polarity
    settled: bool
    moved: bool
    told: list[Telling]

    def step(self) -> Step:
        days = [t.day for t in self.told if t.day]
        surest = min((t.claim.certainty for t in self.told), key=SUREST.__getitem__)
        claims = tuple(t.claim for t in self.told)
        first = min(days, default=None)
        time = next((t.claim.time for t in self.told if t.day == first and t.claim.time), None)
        return Step(self.state, self.polarity, surest, self.settled, self.moved, first, time, claims)


def _order(told: Telling) -> tuple[date, int, str]:
    return told.day or date.max, _RANK.get(state_of(told.claim.situation) or "", 0), told.claim.id


def _moves(current: _Draft | None, state: str, told: Telling, ends: set[str], closed: date | None) -> bool:
    """Whether a settled telling makes a new standing of the current one.

    An article that tells of somebody's end and of their bid looks back to the bid, unless the words
    give the bid a later time of its own.
    """
    if state not in FOLLOWS[current.state if current else None]:
        return False
    if current is None or current.state not in ENDED:
        return True
    ended, over = current.step().since, closed is not None and told.day is not None and told.day > closed
    if over or told.day is None or ended is None or told.day <= ended:
        return state == "successful"
    return told.so is not None or told.claim.article not in ends or state == "successful"


def _same(made: Sequence[_Draft], told: Telling, state: str) -> _Draft | None:
    """Return the last step that a claim tells again, in the same manner."""
    key = state, told.claim.polarity, settled(told.claim)
    return next((d for d in reversed(made) if (d.state, d.polarity, d.settled) == key), None)
