"""A claim with its page identifier and the days of its two times, in the order in which claims are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kingmaker.model import Certainty, Claim, Kind, Polarity
from kingmaker.races.view import SUREST, Telling

# How far along a contest a fact is: "had been gathering support" and "is out" may stand in one article.
_STAGES = {"considered": 1, "declared": 2, "withdrawn": 4, "declined": 4, "rejected": 4, "successful": 4}
_STAGE_OF_KIND = {Kind.NOMINATION: 3, Kind.APPOINTMENT: 4}


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One claim on the page; compared by identity, since a page tells each claim once."""

    id: str
    telling: Telling

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.telling.claim

    @property
    def reported(self) -> str:
        """The day by which it could be known (ISO), or nothing."""
        return self.telling.published.last.isoformat() if self.telling.published else ""

    @property
    def since(self) -> str:
        """The day by which it had become so (ISO), or nothing."""
        return self.telling.when.last.isoformat() if self.telling.when else ""

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
    def reading_key(self) -> tuple[bool, int, int, int, int]:
        """Sorts plain facts first, of them the furthest along; then the latest published and the surest."""
        published = self.telling.published.last if self.telling.published else date.min
        far = -self.stage if self.settled else 0
        return not self.settled, far, -published.toordinal(), SUREST[self.claim.certainty], int(self.id[1:])


def in_reading_order(told: Iterable[Told]) -> list[Told]:
    """Return the claims with the one that leads first."""
    return sorted(told, key=lambda one: one.reading_key)
