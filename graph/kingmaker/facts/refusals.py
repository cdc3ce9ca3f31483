"""Refusals: who turns a candidacy down in a sentence tells no more by what he there denies or is asked.

"He laughed off suggestions that he could run": one refusal, not also a denied candidacy.
"""

from collections.abc import Sequence

from kingmaker.facts.reactions import Anchor
from kingmaker.model import Certainty, Entity, Kind, Polarity
from kingmaker.text.reading import Reading

Place = tuple[int, int, Entity | None, Entity | None]  # paragraph, sentence, candidate, post


def outdone(reading: Reading, told: Sequence[Anchor]) -> set[int]:
    """Return the places of the claims that a plain refusal in the same sentence makes idle."""
    refused = {_place(reading, one) for one in told if _is_plain_refusal(one)}
    return {at for at, one in enumerate(told) if _is_idle(one) and _place(reading, one) in refused}


def _place(reading: Reading, one: Anchor) -> Place:
    situation = one.claim.situation
    return one.tree, reading.trees[one.tree][one.at].sent, situation.role("candidate"), situation.role("post")


def _is_plain_refusal(one: Anchor) -> bool:
    claim = one.claim
    plain = claim.polarity is Polarity.POSITIVE and claim.certainty is Certainty.CERTAIN
    return plain and (claim.situation.kind, claim.situation.value) == (Kind.CANDIDACY, "declined")


def _is_idle(one: Anchor) -> bool:
    """Whether a candidacy is only denied or put up."""
    claim = one.claim
    if claim.situation.kind is not Kind.CANDIDACY or claim.situation.value not in ("declared", "considered"):
        return False
    return claim.polarity is Polarity.NEGATIVE or claim.certainty is Certainty.HYPOTHETICAL
