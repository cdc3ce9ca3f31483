"""How the races for every post came to be known: their state after each day on which something was told of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kingmaker.model import Article, Claim, Clock
from kingmaker.races.labels import called
from kingmaker.races.race import Board, Race
from kingmaker.races.terms import HOLDING, Term, terms
from kingmaker.races.view import Telling, View, tellings


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one post as of a day (None: by all that is told, dated or not)."""

    day: date | None
    post: str
    races: tuple[Race, ...]
    terms: tuple[Term, ...]


def history(
    claims: Iterable[Claim], articles: Iterable[Article], clock: Clock, stops: Sequence[date]
) -> Iterator[Known]:
    """Yield for each of some days, in their order, every post of which something new counts on it.

    As of a stop, what is known of a post is what was yielded of it last; it is what `races` gives for
    `View(stop, clock)`. At the end, with None for a day, comes every post that claims without a place in
    time change. Entities go by the labels that most of all claims give them.
    """
    told = tellings(claims, articles)
    board, holding = Board(called(one.claim for one in told)), _Holding()
    for day, new in _by_stop(told, clock, stops):
        changed = board.add(new) | holding.add(new)
        for post in sorted(changed):
            yield Known(day, post, board.races(post), holding.terms(post))


def _by_stop(
    told: Iterable[Telling], clock: Clock, stops: Sequence[date]
) -> Iterator[tuple[date | None, list[Telling]]]:
    """Yield the claims that a view as of each stop shows for the first time; last those that no stop shows."""
    groups: dict[int, list[Telling]] = defaultdict(list)
    for one in told:
        groups[_first_stop(one, clock, stops)].append(one)
    for i in sorted(groups):
        yield stops[i] if i < len(stops) else None, groups[i]


def _first_stop(told: Telling, clock: Clock, stops: Sequence[date]) -> int:
    days = told.published if clock is Clock.PUBLISHED else told.when
    first = bisect_left(stops, days.last) if days else len(stops)
    assert first == len(stops) or View(stops[first], clock).shows(told)
    return first


class _Holding:
    """The claims on who holds and held each post."""

    def __init__(self) -> None:
        self._told: dict[str, list[Telling]] = defaultdict(list)

    def add(self, told: Iterable[Telling]) -> frozenset[str]:
        posts = set()
        for one in told:
            post = one.claim.situation.role("post")
            if post and one.claim.situation.kind in HOLDING:
                self._told[post.id].append(one)
                posts.add(post.id)
        return frozenset(posts)

    def terms(self, post: str) -> tuple[Term, ...]:
        return terms(self._told[post])
