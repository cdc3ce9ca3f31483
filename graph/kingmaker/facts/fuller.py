"""Fuller tellings: "the nomination of X" and "X, nominated by the president" in one article are one fact, by him."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kingmaker.facts.modality import ORDER
from kingmaker.model import Claim


def fuller(found: Sequence[Claim]) -> Iterator[Claim]:
    """Give each claim the roles of a claim that tells the same with more of them, if that is told no less surely."""
    for claim in found:
        richer = [other for other in found if _tells_more(other, claim)]
        whole = max(richer, key=lambda c: len(c.situation.roles), default=claim)
        yield replace(claim, situation=whole.situation)


def _tells_more(a: Claim, b: Claim) -> bool:
    same = (a.situation.kind, a.situation.value, a.polarity) == (b.situation.kind, b.situation.value, b.polarity)
    no_surer = ORDER.index(a.certainty) <= ORDER.index(b.certainty)
    return same and a.source == b.source and no_surer and set(a.situation.roles) > set(b.situation.roles)
