"""Which claims count: as of a day, on one of two clocks, and no less sure or on record than asked.

A claim has two times: when its situation was so, and when its article was published. "As of a day" by
the clock `published` is what could be known on that day; by the clock `valid`, what was so on it, by all
that is known now. Whatever cannot be placed in time counts only where no day is asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kingmaker.model import Article, Certainty, Claim, Clock
from kingmaker.races.calendar import Days, days

SUREST = {certainty: rank for rank, certainty in enumerate(Certainty)}


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with the days of its two times; `so` is None where the words tell no time of their own.

    `day` is the first day by which it had surely become so, or was surely told; None if that is open.
    """

    claim: Claim
    published: Days | None = None
    so: Days | None = None
    day: date | None = field(init=False, repr=False, compare=False)  # asked for at every sorting

    def __post_init__(self) -> None:
        """Work out the day, once."""
        known = [d.last for d in (self.so, self.published) if d]
        object.__setattr__(self, "day", min(known, default=None))

    @property
    def when(self) -> Days | None:
        """The days on which it became so: those told, or else those of the publication."""
        return self.so or self.published

    @property
    def key(self) -> tuple[date, str]:
        """Sorts tellings by their day, undated ones last."""
        return self.day or date.max, self.claim.id


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for: a day and a clock, and how sure and whose a claim must be to count.

    `on_record` keeps the words of named speakers only; without `anonymous`, whatever rests on somebody
    unnamed is left out, and the articles' own voice stays.
    """

    as_of: date | None = None
    clock: Clock = Clock.PUBLISHED
    min_certainty: Certainty = Certainty.HYPOTHETICAL
    on_record: bool = False
    anonymous: bool = True

    def shows(self, told: Telling) -> bool:
        """Whether a claim counts in this view."""
        return self._in_time(told) and self._good_enough(told.claim)

    def _in_time(self, told: Telling) -> bool:
        if self.as_of is None:
            return True
        clock = told.published if self.clock is Clock.PUBLISHED else told.when
        return clock is not None and clock.last <= self.as_of

    def _good_enough(self, claim: Claim) -> bool:
        if SUREST[claim.certainty] > SUREST[self.min_certainty]:
            return False
        kind = claim.source_kind
        return not (self.on_record and kind != "named") and (self.anonymous or kind != "unnamed")


EVERYTHING = View()


def tellings(claims: Iterable[Claim], articles: Iterable[Article], view: View = EVERYTHING) -> tuple[Telling, ...]:
    """Return the claims that count in a view, each once, with their days, in the order of time."""
    published = {article.id: days(article.published) for article in articles}
    once = {told.claim.id: told for told in _seen(claims, published, view)}
    return tuple(sorted(once.values(), key=lambda told: told.key))


def _seen(claims: Iterable[Claim], published: Mapping[str, Days | None], view: View) -> Iterable[Telling]:
    for claim in claims:
        told = Telling(claim, published.get(claim.article), days(claim.time))
        if view.shows(told):
            yield told


def claims_seen(claims: Iterable[Claim], articles: Iterable[Article], view: View = EVERYTHING) -> tuple[Claim, ...]:
    """Return the claims that count in a view, in the order given."""
    published = {article.id: days(article.published) for article in articles}
    return tuple(told.claim for told in _seen(claims, published, view))
