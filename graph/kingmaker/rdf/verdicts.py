"""Whether a situation is asserted at a threshold, and why: the one place where that is decided.

A situation is supported by a positive claim that is at least as sure as the threshold and has nobody
unnamed in its attribution; a hypothesis never is. One claim of anybody that denies it as certain keeps
it out. Nobody is in a race and out of it at once: of a candidacy and its end (withdrawn, declined,
rejected) the one told more surely stays. Equally sure, an end outdoes what was before it, considered
or declared, and a win outdoes an end. A certain end ends a candidacy whoever tells it, as a certain denial would.

None of this but the support depends on the threshold, so that what is asserted at one threshold is
asserted at every lower one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kingmaker.errors import StoreError
from kingmaker.model import Certainty, Claim, Kind, Polarity, Situation
from kingmaker.races.standing import ENDED
from kingmaker.races.view import SUREST
from kingmaker.rdf.claims import order

THRESHOLDS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)

# By how much an end may be less sure than what it ends: a win falls only to a surer one.
_ENDS_AT: Mapping[str | None, int] = MappingProxyType({"considered": 0, "declared": 0, "successful": -1})

# 0 is the surest; a hypothesis is as good as no support at all.
_SUREST, _NEVER = SUREST[Certainty.CERTAIN], SUREST[Certainty.HYPOTHETICAL]


class Mark(StrEnum):
    """What a claim does for the situation that it is about."""

    SUPPORTS = "supports"
    HEDGED = "hedged"  # less sure than the threshold
    UNNAMED = "unnamed"  # somebody unnamed in its attribution
    DENIES = "denies"
    DOUBTS = "doubts"  # a denial that is not certain keeps nothing out


class Outcome(StrEnum):
    """What becomes of a situation; all but the first keep it out."""

    ASSERTED = "asserted"
    DENIED = "denied"
    UNSUPPORTED = "unsupported"
    ENDED = "ended"  # a candidacy whose end is told at least as surely
    OUTDONE = "outdone"  # the end of a candidacy that is told more surely, or was won


@dataclass(frozen=True, slots=True)
class Verdict:
    """A situation judged: the claims on it, and those on others that cannot hold beside it and outdo it."""

    situation: Situation
    threshold: Certainty
    claims: tuple[Claim, ...]
    rivals: tuple[Claim, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether the situation is asserted."""
        return self.outcome is Outcome.ASSERTED

    @property
    def outcome(self) -> Outcome:
        """What keeps the situation out, or that nothing does."""
        marks = {mark for claim in self.claims for mark in self.marks(claim)}
        if Mark.DENIES in marks:
            return Outcome.DENIED
        if Mark.SUPPORTS not in marks:
            return Outcome.UNSUPPORTED
        if self.rivals:
            return Outcome.OUTDONE if self.situation.value in ENDED else Outcome.ENDED
        return Outcome.ASSERTED

    def marks(self, claim: Claim) -> tuple[Mark, ...]:
        """Say what one of the claims does for the situation: one mark, or all that is wrong with it."""
        if claim.polarity is Polarity.NEGATIVE:
            return (Mark.DENIES if claim.certainty is Certainty.CERTAIN else Mark.DOUBTS,)
        hedged = (Mark.HEDGED,) if SUREST[claim.certainty] > SUREST[self.threshold] else ()
        unnamed = (Mark.UNNAMED,) if claim.source_kind == "unnamed" else ()
        return (*hedged, *unnamed) or (Mark.SUPPORTS,)


def checked_threshold(name: str) -> Certainty:
    """Return the threshold of this name; raises StoreError for what can be none."""
    if name not in THRESHOLDS:
        raise StoreError(f"{str(name)!r} is no threshold; choose one of {', '.join(THRESHOLDS)}")
    return Certainty(name)


def verdicts(claims: Iterable[Claim], threshold: Certainty = Certainty.CERTAIN) -> Iterator[Verdict]:
    """Yield a verdict on every situation that `claims` tell of, sorted by id; they must be all there are."""
    cases = _cases(claims)
    contests: dict[tuple[str | None, ...], list[_Case]] = defaultdict(list)
    for case in cases.values():
        if case.situation.kind is Kind.CANDIDACY:
            contests[_contest(case.situation)].append(case)
    rivals = {key: told for contest in contests.values() for key, told in _outdone(contest)}
    for key in sorted(cases):
        case = cases[key]
        yield Verdict(case.situation, threshold, case.claims, tuple(sorted(rivals.get(key, ()), key=order)))


@dataclass(frozen=True, slots=True)
class _Case:
    """A situation with its claims; `rank` is that of its surest support on record, whatever the threshold."""

    key: str
    situation: Situation
    claims: tuple[Claim, ...]
    rank: int
    denied: bool


def _cases(claims: Iterable[Claim]) -> dict[str, _Case]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.situation.id].append(claim)
    return {key: _case(key, same) for key, same in told.items()}


def _case(key: str, claims: list[Claim]) -> _Case:
    denied = any(c.polarity is Polarity.NEGATIVE and c.certainty is Certainty.CERTAIN for c in claims)
    return _Case(key, claims[0].situation, tuple(claims), min(map(_support, claims)), denied)


def _support(claim: Claim) -> int:
    """Return how surely a claim supports its situation on record."""
    on_record = claim.polarity is Polarity.POSITIVE and claim.source_kind != "unnamed"
    return SUREST[claim.certainty] if on_record else _NEVER


def _contest(situation: Situation) -> tuple[str | None, ...]:
    return tuple(filler.id if filler else None for filler in map(situation.role, ("candidate", "post")))


def _outdone(contest: list[_Case]) -> Iterator[tuple[str, list[Claim]]]:
    """Yield the candidacies of one person for one post that cannot stand, each with the claims that outdo it."""
    ends = [(_end(claim, case), claim) for case in contest if case.situation.value in ENDED for claim in case.claims]
    end = min((rank for rank, _ in ends), default=_NEVER)
    alive: list[Claim] = []
    for case in contest:
        if case.situation.value not in _ENDS_AT or case.rank == _NEVER:
            continue
        limit = case.rank + _ENDS_AT[case.situation.value]
        if end <= limit:
            yield case.key, [claim for rank, claim in ends if rank <= limit]
        elif not case.denied:
            alive += [claim for claim in case.claims if _support(claim) == case.rank]
    if alive:
        yield from ((c.key, alive) for c in contest if c.situation.value in ENDED and c.rank < _NEVER)


def _end(claim: Claim, case: _Case) -> int:
    """Return how surely a claim ends a candidacy: as certain by anybody's word, else as far as it can be asserted."""
    if claim.polarity is Polarity.POSITIVE and claim.certainty is Certainty.CERTAIN:
        return _SUREST
    return _NEVER if case.denied else _support(claim)
