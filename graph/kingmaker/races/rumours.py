"""One rumour in many outlets: claims on one situation, counted by their origins and not by their echoes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kingmaker.model import Article, Claim, Polarity, Situation
from kingmaker.races.origins import origins
from kingmaker.races.view import Telling


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims that go back to one telling, the earliest first."""

    claims: tuple[Claim, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rumour:
    """What several articles tell of one situation, by origin, the earliest first."""

    situation: Situation
    polarity: Polarity
    origins: tuple[Origin, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, echoes too."""
        return tuple(claim for origin in self.origins for claim in origin.claims)


def rumours(told: Iterable[Telling], articles: Iterable[Article]) -> tuple[Rumour, ...]:
    """Return what more than one article tells, that with most claims first."""
    publishers = {a.id: a.publisher or "" for a in articles}
    groups: dict[tuple[str, Polarity], list[Telling]] = defaultdict(list)
    for one in told:
        groups[one.claim.situation.id, one.claim.polarity].append(one)
    made = [
        Rumour(same[0].claim.situation, same[0].claim.polarity, tuple(_origins(same, publishers)))
        for same in groups.values()
        if len({t.claim.article for t in same}) > 1
    ]
    return tuple(sorted(made, key=lambda r: (-len(r.claims), r.situation.id, r.polarity)))


def _origins(told: Sequence[Telling], publishers: Mapping[str, str]) -> Iterator[Origin]:
    in_order = sorted(told, key=lambda t: (t.published.last if t.published else date.max, t.claim.id))
    for claims in origins([one.claim for one in in_order], publishers):
        named = dict.fromkeys(publishers.get(claim.article, "") for claim in claims)
        yield Origin(tuple(claims), tuple(name for name in named if name))
