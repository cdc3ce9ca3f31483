"""A claim with its page identifier and its article's date, and which claims lead, stand or are overtaken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kingmaker.model import Certainty, Claim, Kind, Polarity
from kingmaker.page.plain import before
from kingmaker.races.view import SUREST

# How far along a contest a fact is: "had been gathering support" and "is out" may stand in one article.
_STAGES = {"considered": 1, "declared": 2, "withdrawn": 4, "declined": 4, "rejected": 4, "successful": 4}
_EXITS = frozenset({"withdrawn", "declined", "rejected"})
_STAGE_OF_KIND = {Kind.NOMINATION: 3, Kind.APPOINTMENT: 4}


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One claim on the page; compared by identity, since a page tells each claim once."""

    id: str
    claim: Claim
    published: str | None

    @property
    def settled(self) -> bool:
        """Whether it is told as plain fact, and as so."""
        return self.claim.certainty is Certainty.CERTAIN and self.claim.polarity is Polarity.POSITIVE

    @property
    def stage(self) -> int:
        """How far along a contest it tells somebody to be; 0 where the kind knows no stages."""
        situation = self.claim.situation
        if situation.kind is Kind.CANDIDACY:
            return _STAGES.get(situation.value or "", 0)
        return _STAGE_OF_KIND.get(situation.kind, 0)

    @property
    def reading_key(self) -> tuple[bool, int, tuple[int, ...], int, int]:
        """Sorts plain facts first, of them the furthest along; then the latest published and the surest."""
        date = (self.published or "")[:10].ljust(10, "\x00")
        latest = tuple(-ord(letter) for letter in date)
        far = -self.stage if self.settled else 0
        return not self.settled, far, latest, SUREST[self.claim.certainty], int(self.id[1:])


def in_reading_order(told: Iterable[Told]) -> list[Told]:
    """Return the claims with the one that leads first."""
    return sorted(told, key=lambda one: one.reading_key)


def split(told: Iterable[Told]) -> tuple[list[Told], list[Told]]:
    """Split claims on one thing into those that stand and those that a plain fact has overtaken.

    Only a plain fact overtakes; a hedge overtakes nothing and never becomes a fact.
    """
    ordered = in_reading_order(told)
    if not ordered or not ordered[0].settled:
        return ordered, []
    overtaken = [one for one in ordered if _overtakes(ordered[0], one)]
    return [one for one in ordered if one not in overtaken], overtaken


def _overtakes(lead: Told, other: Told) -> bool:
    """Whether a plain fact leaves another claim behind: published later, or further along the same way.

    "Was in the running", told again after "withdrew", may look back or tell of a return: both stand.
    """
    if before(other.published, lead.published):
        return True
    if not other.settled or not 0 < other.stage < lead.stage:
        return False
    return lead.claim.situation.value not in _EXITS or lead.claim.article == other.claim.article


def ids(told: Sequence[Told]) -> tuple[str, ...]:
    """Return the page identifiers of claims, in their order."""
    return tuple(one.id for one in told)
