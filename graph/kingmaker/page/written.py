"""What of the page is written as HTML, for readers without script and for print: cards, filters, table rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kingmaker.page import words
from kingmaker.page.model import NODES, RELATIONS, SOURCES, Entry, Page, Race, Step, Word

TABLE_LIMIT = 500  # claims; of a page with more the table and the closed races are written by its script
RACE_LIMIT = 25  # race cards written as HTML; further posts are found by search
_OPEN_RACES = 3
_PUBLISHERS = 60


class Card(NamedTuple):
    """Somebody's part in a contest, as a card shows it: numbers of the race are looked up."""

    node: str
    name: str
    office: str
    now: Step | None
    beside: Sequence[Step]
    earlier: Sequence[Step]
    lead: Word | None
    groups: Mapping[str, Sequence[Any]]


class Panel(NamedTuple):
    """A race with the cards of its contests, the latest contest first."""

    race: Race
    contests: Sequence[tuple[Any, Sequence[Card]]]
    terms: Sequence[Any]
    names: int


def written(page: Page) -> dict[str, Any]:
    """Return what the template writes of a page beside its data."""
    names = {node.id: node.label for node in page.nodes}
    offices: dict[str, list[Word]] = {}
    for word in page.claims:
        if word.office:
            offices.setdefault(word.nodes[0], []).append(word)
    whole = len(page.claims) <= TABLE_LIMIT
    open_races = _OPEN_RACES if len(page.races) <= _OPEN_RACES else 1
    filled = RACE_LIMIT if whole else open_races
    return {
        "names": names,
        "panels": [
            _panel(race, page, names, offices, filled=number < filled)
            for number, race in enumerate(page.races[:RACE_LIMIT])
        ],
        "more_races": max(0, len(page.races) - RACE_LIMIT),
        "open_races": open_races,
        "rows": page.claims if whole else (),
        "certainty_words": {k.value: w for k, w in words.CERTAINTY_WORDS.items()},
        **_legend(page),
    }


def _panel(
    race: Race, page: Page, names: Mapping[str, str], offices: Mapping[str, Sequence[Word]], *, filled: bool
) -> Panel:
    contests = [race.contests[number] for number in reversed(race.now.contests)]
    people = {race.entries[i].person for contest in contests for i in contest.entries}
    if not filled:
        return Panel(race, (), (), len(people))
    cards = []
    for contest in contests:
        entries = [race.entries[i] for i in contest.entries]
        cards.append((contest, [_card(e, race, page, names, _office(e, race, names, offices)) for e in entries]))
    return Panel(race, cards, [race.terms[i] for i in race.now.terms], len(people))


def _card(entry: Entry, race: Race, page: Page, names: Mapping[str, str], office: str) -> Card:
    now = race.steps[entry.now] if entry.now >= 0 else None
    beside = [race.steps[i] for i in entry.beside]
    earlier = [race.steps[i] for i in entry.steps if i != entry.now and i not in entry.beside]
    told = now or (beside[0] if beside else None)
    groups: dict[str, list[Any]] = {}
    for stand in (race.stands[i] for i in entry.stands):
        if stand.current:
            groups.setdefault(stand.title, []).append(stand)
    lead = page.claims[int(told.lead[1:])] if told else None
    return Card(entry.person, names[entry.person], office, now, beside, earlier, lead, groups)


def _office(entry: Entry, race: Race, names: Mapping[str, str], offices: Mapping[str, Sequence[Word]]) -> str:
    """Return the office a person is last said to hold, or else to have held, other than the one at stake."""
    told = [word for word in offices.get(entry.person, ()) if word.post not in (None, race.node)]
    for status, prefix in (("current", ""), ("former", "formerly ")):
        for word in reversed(told):
            if word.office == status and word.post:
                return prefix + names[word.post]
    return ""


def _legend(page: Page) -> dict[str, Any]:
    """What each filter stands for, and how many claims it lets through."""
    claims = page.claims
    outlets = Counter(page.articles[c.article].publisher for c in claims)
    named = sorted((name for name in outlets if name), key=lambda name: (-outlets[name], name))
    drawn = {end for line in page.lines for end in (line.start, line.end)}
    return {
        "relations": [(k, w, sum(c.relation == k for c in claims)) for k, w in RELATIONS.items()],
        "certainties": [
            (k.value, w, words.CERTAINTY_NOTE[k], sum(c.certainty == k for c in claims))
            for k, w in words.CERTAINTY_WORDS.items()
        ],
        "polarities": [
            ("positive", "So", sum(c.polarity == "positive" for c in claims)),
            ("negative", "Denied", sum(c.polarity == "negative" for c in claims)),
        ],
        "sources": [(k, w, sum(c.source == k for c in claims)) for k, w in SOURCES.items()],
        "publishers": [(name, outlets[name]) for name in named[:_PUBLISHERS]],
        "other_publishers": [name for name in ("", *named[_PUBLISHERS:]) if outlets[name]],
        "kinds": [(k, w, sum(n.kind == k and n.id in drawn for n in page.nodes)) for k, w in NODES.items()],
        "sides": sum(line.side for line in page.lines),
        "undated": sum(not c.reported for c in claims),
    }
