"""What the page holds: nodes, lines, claims and race cards, as plain data ready for JSON.

Nothing here is HTML and nothing is a term of RDF. Identifiers are opaque (`n0`, `l0`, `c0`) and follow
from the sorted content, so equal input gives equal identifiers and no text from an article becomes one.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kingmaker.page import words

# The kinds of relation a reader can switch on and off, in the order of the legend.
RELATIONS: Mapping[str, str] = {
    "standing": "Up for a post",
    "backs": "Backs",
    "opposes": "Opposes",
    "lobbies": "Lobbies",
    "chooses": "Chooses",
    "wants": "Wants",
    "holds": "Holds or held",
}
SOURCES: Mapping[str, str] = {
    "voice": "The article",
    "person": "Named person",
    "body": "Body or outlet",
    "unnamed": "Unnamed",
}
NODES: Mapping[str, str] = {
    "post": "post",
    "person": "person",
    "country": "country",
    "organisation": "body",
    "collective": "group",
    "anonymous": "unnamed source",
}


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or something that claims speak of; `place` is where it stands, `tall` where on an upright screen.

    `key` names it in an address: it follows from the entity alone, so that a link still holds when articles
    are added.
    """

    id: str
    label: str
    kind: str
    names: tuple[str, ...] = ()
    raced: bool = False
    place: tuple[int, int] | None = None
    tall: tuple[int, int] | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the graph: the claims of one relation between two nodes, the one to be read first at the head.

    `side` lines tell of offices that nobody is up for; they stay out of the first view.
    """

    id: str
    start: str
    end: str
    relation: str
    claims: tuple[tuple[str, str], ...]  # a claim's id and the words it puts on this line
    side: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of an article, with a little of what stands around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Word:
    """One source's word as the page shows it; `parts` are node ids and words in reading order.

    `reported` and `since` are the days (ISO, empty if open) from which it counts by the two clocks: since when
    it could be known, and since when it was so.
    """

    id: str
    key: str
    kind: str
    relation: str
    mode: str
    mark: str
    certainty: str
    polarity: str
    post: str | None
    parts: tuple[str, ...]
    nodes: tuple[str, ...]
    says: str
    source: str
    when: str
    quotes: tuple[Quote, ...]
    article: int
    reported: str
    since: str
    against: tuple[str, ...] = ()  # claims that tell it otherwise
    office: str = ""  # "current" or "former" where it settles that its subject holds or held its post


@dataclass(frozen=True, slots=True)
class Source:
    """The article behind a claim; `link` is an http or https address or None."""

    title: str
    publisher: str
    date: str
    published: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing told of somebody's standing: its words, how it is drawn, and since when it is so.

    `since` is a day (ISO, empty if open) for the chart and `dated` the same in words; `moved` says whether the
    standing became this, and `lead` is the claim whose words stand for it.
    """

    text: str
    mode: str
    mark: str
    tone: str
    since: str
    dated: str
    moved: bool
    lead: str
    claims: tuple[str, ...]
    disputed: bool = False
    unnamed: bool = False  # told by unnamed sources alone


@dataclass(frozen=True, slots=True)
class Stand:
    """What is told of one actor's stand on somebody; `title` is the heading under which the actor is named."""

    title: str
    actor: str
    mode: str
    mark: str
    current: bool
    claims: tuple[str, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody's part in a contest: numbers of steps (of which `now` is the standing, -1 for none) and of stands."""

    person: str
    steps: tuple[int, ...]
    now: int
    beside: tuple[int, ...]
    stands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """A race as it is known at some time: numbers of its entries, and what is wanted in it.

    `final` is the number of the contest that it has become part of when everything is told.
    """

    title: str
    opened: str
    closed: str
    last: str
    outcomes: tuple[str, ...]
    entries: tuple[int, ...]
    wants: tuple[tuple[str, str, str, tuple[str, ...]], ...]  # party, words, how it is drawn, claims
    final: int = -1


@dataclass(frozen=True, slots=True)
class Term:
    """A holding of the post: the holder, from when to when in words, and the claims that settle it."""

    holder: str
    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a post from one of the page's days on: numbers of contests and of terms.

    `day` counts in the days of a clock; one past the last stands for everything that is told.
    """

    day: int
    contests: tuple[int, ...]
    terms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Race:
    """All that is known of who is up for a post, at every day of both clocks; numbers count in its own tables."""

    node: str
    post: str
    claims: int
    steps: tuple[Step, ...]
    stands: tuple[Stand, ...]
    entries: tuple[Entry, ...]
    contests: tuple[Contest, ...]
    terms: tuple[Term, ...]
    published: tuple[State, ...]
    valid: tuple[State, ...]

    @property
    def now(self) -> State:
        """What is known when everything is told."""
        return self.published[-1]


@dataclass(frozen=True, slots=True)
class Days:
    """The days a reader can set the page to, by clock, and how far apart they are."""

    published: tuple[str, ...]
    valid: tuple[str, ...]
    grain: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. `disputes` are what is told two ways: the sort, and the claims of either side."""

    heading: str
    summary: str
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    claims: tuple[Word, ...]
    articles: tuple[Source, ...]
    races: tuple[Race, ...]
    days: Days
    disputes: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    overview: Mapping[str, Any] | None = None  # of a page with too many names to draw at once

    def as_json(self) -> dict[str, Any]:
        """Return what the page's script reads beside the nodes and lines, which pyvis carries."""
        return {
            "claims": [_lean(asdict(c)) for c in self.claims],
            "articles": [asdict(a) for a in self.articles],
            "races": [_full(race) for race in self.races],
            "days": asdict(self.days),
            "disputes": self.disputes,
            "overview": self.overview,
            "relations": RELATIONS,
            "sources": SOURCES,
            "kinds": NODES,
            "certainties": {k.value: (told, words.CERTAINTY_NOTE[k]) for k, told in words.CERTAINTY_WORDS.items()},
        }


def _lean(row: dict[str, Any]) -> dict[str, Any]:
    row["quotes"] = [(q["before"], q["words"], q["after"]) for q in row["quotes"]]
    return {key: value for key, value in row.items() if value not in ("", ())}


def _full(race: Race) -> dict[str, Any]:
    row = asdict(race)
    for clock in ("published", "valid"):
        row[clock] = [(s["day"], s["contests"], s["terms"]) for s in row[clock]]
    return row
