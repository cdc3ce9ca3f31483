"""A race: the contest to fill one post once, derived from claims and rebuilt at will."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kingmaker.model import Article, Claim, Entity, Kind
from kingmaker.races.behind import Stand, stands
from kingmaker.races.contests import Contest, contests, put_up
from kingmaker.races.labels import called
from kingmaker.races.standing import Step, beside, contender, settled, standing, steps
from kingmaker.races.view import EVERYTHING, Telling, View, tellings

_BEHIND = (Kind.BACKING, Kind.LOBBYING)
_CHOOSERS = ("appointer", "nominator")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's part in one race; `steps` are all that is told of it, in the order of time."""

    person: Entity
    steps: tuple[Step, ...]
    stands: tuple[Stand, ...]

    @property
    def standing(self) -> Step | None:
        """Where the person stands, as somebody on record tells it for certain, or None."""
        return standing(self.steps)

    @property
    def beside(self) -> tuple[Step, ...]:
        """What is told beside the standing: hedges, denials, words of the unnamed."""
        return beside(self.steps)


@dataclass(frozen=True, slots=True)
class Race:
    """The contest to fill one post once.

    `opened` and `last` are the first and the last day of which something is told; `closed` is the day by
    which somebody was settled as chosen, and `outcomes` who: more than one where the claims differ.
    `deciders` are those who are told to have nominated or appointed.
    """

    id: str
    post: Entity
    opened: date | None
    last: date | None
    closed: date | None
    outcomes: tuple[Entity, ...]
    deciders: tuple[Entity, ...]
    entries: tuple[Entry, ...]
    wants: tuple[Claim, ...]
    departures: tuple[Claim, ...]
    claims: tuple[Claim, ...]

    @property
    def closed_by(self) -> tuple[Claim, ...]:
        """The claims that settle who was chosen."""
        chosen = {person.id for person in self.outcomes}
        won = (e.steps for e in self.entries if e.person.id in chosen)
        return tuple(
            c for all_ in won for step in all_ if step.state == "successful" and step.settled for c in step.claims
        )


def races(claims: Iterable[Claim], articles: Iterable[Article], view: View = EVERYTHING) -> tuple[Race, ...]:
    """Return the races that claims tell of in a view, by post and then in the order of time.

    Only what the view shows is used, so that an article published after its day changes nothing. A post
    nobody is put up for gives no race.
    """
    seen = tellings(claims, articles, view)
    board = Board(called(one.claim for one in seen))
    board.add(seen)
    return tuple(race for post in board.posts for race in board.races(post))


class Board:
    """The races of every post, as far as they have been told to it; `labels` are the entities by id.

    It may be told more at any time, and then says for which posts that makes a difference.
    """

    def __init__(self, labels: Mapping[str, Entity]) -> None:
        self._labels = labels
        self._told: dict[str, list[Telling]] = defaultdict(list)
        self._loose: dict[str, list[Telling]] = defaultdict(list)  # backing that names no post, by person
        self._contests: dict[str, list[Contest]] = {}
        self._posts_of: dict[str, set[str]] = defaultdict(set)  # where a person is a contender

    @property
    def posts(self) -> Sequence[str]:
        """The ids of the posts that somebody is put up for, sorted."""
        return sorted(post for post, found in self._contests.items() if found)

    def add(self, told: Iterable[Telling]) -> frozenset[str]:
        """Take in further claims; return the ids of the posts whose races they may change."""
        posts, people = set(), set()
        for one in told:
            post, person = one.claim.situation.role("post"), put_up(one)
            if post and one.claim.situation.kind is not Kind.TENURE:
                self._told[post.id].append(one)
                posts.add(post.id)
            elif person and post is None and one.claim.situation.kind in _BEHIND:
                self._loose[person.id].append(one)
                people.add(person.id)
        for post_id in posts:
            self._contests[post_id] = _raced(contests(self._told[post_id]))
            for person_id in _contenders(self._contests[post_id]):
                self._posts_of[person_id].add(post_id)
                people |= {person_id} & self._loose.keys()
        return frozenset(posts.union(*(self._posts_of[person] for person in people)))

    def races(self, post: str) -> tuple[Race, ...]:
        """Return the races for a post, in the order of time."""
        found = self._contests.get(post, [])
        placed: dict[int, list[Telling]] = defaultdict(list)
        for person in sorted(_contenders(found) & self._loose.keys()):
            for one in self._loose[person]:
                for i in self._only_race(person, one, post):
                    placed[i].append(one)
        names = zip(_names(post, found), found, strict=True)
        return tuple(_race(name, self._labels, contest, placed[i]) for i, (name, contest) in enumerate(names))

    def _only_race(self, person: str, told: Telling, post: str) -> list[int]:
        """Return the one contest for the post that backing without a post is about: none if there may be others."""
        running = [
            (other, i)
            for other in self._posts_of[person]
            for i, contest in enumerate(self._contests[other])
            if person in _contenders([contest]) and _runs(contest, told)
        ]
        return [i for other, i in running if other == post] if len(running) == 1 else []


def _contenders(found: Iterable[Contest]) -> set[str]:
    return {p.id for contest in found for t in contest.told if (p := contender(t.claim.situation))}


def _raced(all_: Sequence[Contest]) -> list[Contest]:
    """Return the contests that somebody takes part in."""
    return [c for c in all_ if any(_takes_part(t) for t in c.told)]


def _takes_part(told: Telling) -> bool:
    return told.claim.situation.kind is not Kind.DEPARTURE and put_up(told) is not None


def _runs(contest: Contest, told: Telling) -> bool:
    first = min((t.day for t in contest.told if t.day), default=date.min)
    return told.day is None or first <= told.day <= (contest.closed or date.max)


def _names(post: str, all_: Sequence[Contest]) -> list[str]:
    """Return the ids of a post's races: the post, and as much of the opening day as tells them apart."""
    local = post.partition(":")[2]
    opened = [min((t.day for t in c.told if t.day), default=None) for c in all_]
    names = []
    for day in opened:
        told = day.isoformat() if day else "undated"
        width = next((w for w in (4, 7) if day and [o.isoformat()[:w] for o in opened if o].count(told[:w]) == 1), 10)
        names.append(f"race:{local}-{told[:width]}")
    return [f"{name}-{names[:i].count(name) + 1}" if name in names[:i] else name for i, name in enumerate(names)]


def _race(name: str, labels: Mapping[str, Entity], contest: Contest, more: Sequence[Telling]) -> Race:
    told = sorted((*contest.told, *more), key=lambda t: t.key)
    days = [t.day for t in told if t.day]
    post = next(p for t in told if (p := t.claim.situation.role("post")))
    return Race(
        id=name,
        post=labels[post.id],
        opened=min(days, default=None),
        last=max(days, default=None),
        closed=contest.closed,
        outcomes=tuple(labels[person.id] for person in contest.outcomes),
        deciders=_deciders(told, labels),
        entries=tuple(_entries(told, labels, contest.closed)),
        wants=tuple(t.claim for t in told if t.claim.situation.kind is Kind.PREFERENCE),
        departures=tuple(t.claim for t in told if t.claim.situation.kind is Kind.DEPARTURE),
        claims=tuple(t.claim for t in told),
    )


def _deciders(told: Iterable[Telling], labels: Mapping[str, Entity]) -> tuple[Entity, ...]:
    firm = [t.claim.situation for t in told if settled(t.claim)]
    found = {e.id for situation in firm for role in _CHOOSERS if (e := situation.role(role))}
    return tuple(sorted((labels[name] for name in found), key=lambda e: (e.label, e.id)))


def _entries(
    told: Sequence[Telling], labels: Mapping[str, Entity], closed: date | None
) -> Iterator[Entry]:  # fmt: skip
    """Yield the entries of a race: the chosen first, then the running, those talked of, and those out."""
    mine: dict[str, list[Telling]] = defaultdict(list)
    behind: dict[str, list[Telling]] = defaultdict(list)
    for one in told:
        person = put_up(one)
        if person and one.claim.situation.kind in _BEHIND:
            behind[person.id].append(one)
        elif person and one.claim.situation.kind is not Kind.DEPARTURE:
            mine[person.id].append(one)
    people = sorted({*mine, *behind})
    made = [Entry(labels[name], steps(mine[name], closed), stands(behind[name])) for name in people]
    yield from sorted(made, key=_rank)


_RANKS = ("successful", "nominated", "declared", "considered", None, "rejected", "withdrawn", "declined")


def _rank(entry: Entry) -> tuple[int, int, str, str]:
    now = entry.standing.state if entry.standing else None
    told = sum(len(s.claims) for s in entry.steps) + sum(len(s.claims) for s in entry.stands)
    return _RANKS.index(now), -told, entry.person.label, entry.person.id
