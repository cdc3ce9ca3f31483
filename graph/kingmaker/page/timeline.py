"""Races at every day of both clocks, as records of the page: each step, stand and entry is told once, by number.

What the page says of a day is what `kingmaker race --as-of` says of it: both are `kingmaker.races`.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from kingmaker import races as found
from kingmaker.model import Article, Claim, Clock, Polarity
from kingmaker.page import words
from kingmaker.page.model import Contest, Days, Entry, Race, Stand, State, Step, Term
from kingmaker.page.plain import day_in_words, plain, short_day
from kingmaker.races.view import SUREST, Telling

Row = TypeVar("Row", Step, Stand, Entry, Contest, Term)
STOPS = 150  # days a reader can set the page to; where more were needed, ends of weeks, months or years do
_TONES = {"successful": "won", "declared": "running", "nominated": "running", "considered": "talk"}
_TITLES = {
    ("supports", Polarity.POSITIVE): "Backed by", ("opposes", Polarity.POSITIVE): "Opposed by",
    ("supports", Polarity.NEGATIVE): "Not backed by", ("opposes", Polarity.NEGATIVE): "Not opposed by",
    ("lobbies", Polarity.POSITIVE): "Lobbied for by", ("lobbies", Polarity.NEGATIVE): "Not lobbied for by",
}  # fmt: skip
_CHOOSERS = {
    ("nominator", False): "Nominated by", ("nominator", True): "Not nominated by",
    ("appointer", False): "Chosen by", ("appointer", True): "Not chosen by",
}  # fmt: skip
_GRAINS: Mapping[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day if day > date(9999, 12, 20) else day + timedelta(6 - day.weekday()),
    "month": lambda day: day.replace(day=monthrange(day.year, day.month)[1]),
    "year": lambda day: date(day.year, 12, 31),
}


def stops(told: Iterable[Telling]) -> tuple[Mapping[Clock, Sequence[date]], str]:
    """Return the days at which something new counts, by clock, at most STOPS if years do, and their grain."""
    days: dict[Clock, set[date]] = {clock: set() for clock in Clock}
    for one in told:
        days[Clock.PUBLISHED] |= {one.published.last} if one.published else set()
        days[Clock.VALID] |= {one.when.last} if one.when else set()
    for grain, end_of in _GRAINS.items():
        ends = {clock: sorted(set(map(end_of, all_))) for clock, all_ in days.items()}
        if grain == "year" or max(map(len, ends.values())) <= STOPS:
            return ends, grain
    raise AssertionError("years are the last of the grains")


def as_days(ends: Mapping[Clock, Sequence[date]], grain: str) -> Days:
    """Return the days of both clocks as the page's script reads them."""
    published, valid = (tuple(day.isoformat() for day in ends[clock]) for clock in Clock)
    return Days(published, valid, grain)


class Timeline:
    """Makes the records; `numbers` are the page identifiers of claims and `nodes` those of entities, by id."""

    def __init__(
        self,
        numbers: Mapping[str, str],
        nodes: Mapping[str, str],
        labels: Mapping[str, str],
        disputed: frozenset[str],
    ) -> None:
        self._numbers, self._nodes, self._labels, self._disputed = numbers, nodes, labels, disputed

    def races(
        self, claims: Sequence[Claim], articles: Sequence[Article], ends: Mapping[Clock, Sequence[date]]
    ) -> tuple[Race, ...]:
        """Return a race for each post somebody is up for, the one with most claims first."""
        known: dict[Clock, dict[str, list[found.Known]]] = {}
        for clock in Clock:
            known[clock] = defaultdict(list)
            for one in found.history(claims, articles, clock, ends[clock]):
                known[clock][one.post].append(one)
        raced = [post for post, all_ in known[Clock.PUBLISHED].items() if all_[-1].races]
        made = [
            _Tables(self, post, {clock: known[clock][post] for clock in Clock}).race(ends) for post in sorted(raced)
        ]
        return tuple(sorted(made, key=lambda race: (-race.claims, race.post, race.node)))

    def label(self, entity: str) -> str:
        return self._labels[entity]

    def node(self, entity: str) -> str:
        return self._nodes[entity]

    def claims(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        return tuple(self._numbers[claim.id] for claim in claims)

    def step(self, told: found.Step, closed: date | None) -> Step:
        lead = min(told.claims, key=lambda claim: SUREST[claim.certainty])
        behind = self.claims(told.claims)
        return Step(
            text=words.as_chip(words.phrase(lead)),
            mode=words.mode(lead),
            mark=words.mark(lead),
            tone=_TONES.get(told.state, "out"),
            since=_iso(told.since),
            dated=short_day(told.time or _iso(told.since)),
            moved=told.moved,
            lead=self._numbers[_latest_word(told.claims, lead).id],
            claims=behind,
            disputed=not self._disputed.isdisjoint(behind),
            unnamed=all(claim.source_kind == "unnamed" for claim in told.claims),
        )

    def stand(self, told: found.Stand) -> Stand:
        lead = min(told.claims, key=lambda claim: SUREST[claim.certainty])
        behind = self.claims(told.claims)
        title, actor = _TITLES[told.relation, told.polarity], self.node(told.actor.id)
        disputed = not self._disputed.isdisjoint(behind)
        return Stand(title, actor, words.mode(lead), words.mark(lead), told.current, behind, disputed)

    def choosers(self, told: found.Entry) -> Iterator[Stand]:
        """Yield those who are told to have nominated or chosen somebody, or not to have."""
        groups: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
        for claim in (claim for step in told.steps for claim in step.claims):
            for role in ("nominator", "appointer"):
                if actor := claim.situation.role(role):
                    title = _CHOOSERS[role, claim.polarity is Polarity.NEGATIVE]
                    groups[title, self.node(actor.id), words.mode(claim), words.mark(claim)].append(claim)
        for (title, actor_node, mode, mark), claims in groups.items():
            behind = self.claims(claims)
            yield Stand(title, actor_node, mode, mark, True, behind, not self._disputed.isdisjoint(behind))

    def term(self, told: found.Term) -> Term:
        start, end, last = (short_day(_iso(d)) for d in (told.start, told.end, told.last))
        span = [f"from {start}" if start else "", f"to {end}" if end else "" if start else f"in office on {last}"]
        sought = " ".join(filter(None, span)) if start or end or last else "no date told"
        return Term(self.node(told.holder.id), sought, self.claims(told.claims))


def _latest_word(claims: Sequence[Claim], lead: Claim) -> Claim:
    """Return the last told claim that says it as surely and on as good an authority as the lead, with its words."""
    same = [c for c in claims if (c.certainty, c.polarity, bool(c.evidence)) == (lead.certainty, lead.polarity, True)]
    return next((c for c in reversed(same) if words.phrase(c) == words.phrase(lead)), lead)


class _Tables:
    """The tables of one post; whatever two states share stands in them once."""

    def __init__(self, timeline: Timeline, post: str, known: Mapping[Clock, Sequence[found.Known]]) -> None:
        self._timeline, self._post, self._known = timeline, post, known
        self._steps: dict[Step, int] = {}
        self._stands: dict[Stand, int] = {}
        self._entries: dict[Entry, int] = {}
        self._contests: dict[Contest, int] = {}
        self._terms: dict[Term, int] = {}
        self._at_last = known[Clock.PUBLISHED][-1]

    def race(self, ends: Mapping[Clock, Sequence[date]]) -> Race:
        states = {clock: tuple(self._states(self._known[clock], ends[clock])) for clock in Clock}
        about = {c.id for race in self._at_last.races for c in race.claims}
        about |= {c.id for term in self._at_last.terms for c in term.claims}
        return Race(
            self._timeline.node(self._post), self._timeline.label(self._post), len(about),
            tuple(self._steps), tuple(self._stands), tuple(self._entries), tuple(self._contests),
            tuple(self._terms), states[Clock.PUBLISHED], states[Clock.VALID],
        )  # fmt: skip

    def _states(self, known: Iterable[found.Known], ends: Sequence[date]) -> Iterator[State]:
        place = {day: i for i, day in enumerate(ends)}
        for one in known:
            contests = tuple(_numbered(self._contests, self._contest(race)) for race in one.races)
            terms = tuple(_numbered(self._terms, self._timeline.term(term)) for term in one.terms)
            yield State(place[one.day] if one.day else len(ends), contests, terms)

    def _contest(self, race: found.Race) -> Contest:
        outcomes = tuple(self._timeline.node(person.id) for person in race.outcomes)
        return Contest(
            title=self._title(race),
            opened=_iso(race.opened),
            closed=_iso(race.closed),
            last=_iso(race.last),
            outcomes=outcomes,
            entries=tuple(_numbered(self._entries, self._entry(entry, race)) for entry in race.entries),
            wants=tuple(self._wants(race)),
            final=self._final(race),
        )

    def _title(self, race: found.Race) -> str:
        opened = day_in_words(_iso(race.opened)[:7])
        if not race.closed:
            return f"open, first told of in {opened}" if opened else "open"
        who = " or ".join(self._timeline.label(person.id) for person in race.outcomes)
        return f"closed {day_in_words(_iso(race.closed))}: {who}"

    def _entry(self, told: found.Entry, race: found.Race) -> Entry:
        number = {id(step): _numbered(self._steps, self._timeline.step(step, race.closed)) for step in told.steps}
        return Entry(
            person=self._timeline.node(told.person.id),
            steps=tuple(number.values()),
            now=number[id(told.standing)] if told.standing else -1,
            beside=tuple(number[id(step)] for step in told.beside),
            stands=tuple(_numbered(self._stands, stand) for stand in self._behind(told)),
        )

    def _behind(self, told: found.Entry) -> Iterator[Stand]:
        yield from map(self._timeline.stand, told.stands)
        yield from self._timeline.choosers(told)

    def _wants(self, race: found.Race) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
        """Yield what is wanted, by whom; one wish told again stands once."""
        groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        for claim in race.wants:
            party = self._timeline.node(claim.situation.roles[0][1].id)
            groups[party, plain(claim.situation.value, 160), words.mode(claim)].append(claim)
        for key, claims in sorted(groups.items()):
            yield (*key, self._timeline.claims(claims))

    def _final(self, race: found.Race) -> int:
        """Return the number, among the contests at last, of the one that holds most of a race's claims."""
        mine = {claim.id for claim in race.claims}
        shared = [len(mine & {claim.id for claim in other.claims}) for other in self._at_last.races]
        return shared.index(max(shared))


def _numbered(table: dict[Row, int], row: Row) -> int:
    return table.setdefault(row, len(table))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
