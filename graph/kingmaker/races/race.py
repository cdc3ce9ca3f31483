"""A race: the contest to fill one post once, derived from claims and rebuilt at will."""

from collections import Counter, defaultdict
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
    by_post: dict[str, list[Telling]] = defaultdict(list)
    loose: list[Telling] = []
    for one in seen:
        post = one.claim.situation.role("post")
        if post and one.claim.situation.kind is not Kind.TENURE:
            by_post[post.id].append(one)
        elif post is None and one.claim.situation.kind in _BEHIND:
            loose.append(one)
    labels = called(one.claim for one in seen)
    found = [(post, _raced(contests(told))) for post, told in sorted(by_post.items())]
    placed = _placed(loose, [(post, contest) for post, all_ in found for contest in all_])
    made: list[Race] = []
    for post_id, all_ in found:
        named = zip(_names(post_id, all_), all_, strict=True)
        made += [_race(name, labels, contest, placed.get((post_id, i), ())) for i, (name, contest) in enumerate(named)]
    return tuple(made)


def _raced(all_: Sequence[Contest]) -> list[Contest]:
    """Return the contests that somebody takes part in."""
    return [c for c in all_ if any(_takes_part(t) for t in c.told)]


def _takes_part(told: Telling) -> bool:
    return told.claim.situation.kind is not Kind.DEPARTURE and put_up(told) is not None


def _placed(
    loose: Iterable[Telling], found: Sequence[tuple[str, Contest]]
) -> Mapping[tuple[str, int], list[Telling]]:  # fmt: skip
    """Give backing that names no post to the one race its candidate is in at that time; else to none."""
    number: Counter[str] = Counter()
    of_person: dict[str, list[tuple[tuple[str, int], Contest]]] = defaultdict(list)
    for post, contest in found:
        key = post, number[post]
        number[post] += 1
        for name in {p.id for t in contest.told if (p := contender(t.claim.situation))}:
            of_person[name].append((key, contest))
    placed: dict[tuple[str, int], list[Telling]] = defaultdict(list)
    for one in loose:
        person = put_up(one)
        running = [key for key, c in of_person[person.id] if _runs(c, one)] if person else []
        if len(running) == 1:
            placed[running[0]].append(one)
    return placed


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
