"""What the page holds: nodes, lines, claims and race cards, as plain data ready for JSON.

Nothing here is HTML and nothing is a term of RDF. Identifiers are opaque (`n0`, `l0`, `c0`) and follow
from the sorted content, so equal input gives equal identifiers and no text from an article becomes one.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

# The kinds of relation a reader can switch on and off, in the order of the legend.
RELATIONS: Mapping[str, str] = {
    "standing": "Up for a post",
    "backs": "Backs",
    "opposes": "Opposes",
    "lobbies": "Lobbies",
    "chooses": "Nominates or appoints",
    "wants": "Wants in a post",
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
    """Somebody or something that claims speak of; `x` and `y` place it, `tall` does on an upright screen."""

    id: str
    label: str
    kind: str
    names: tuple[str, ...] = ()
    raced: bool = False
    place: tuple[int, int] | None = None
    tall: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the graph: claims of one relation between two nodes, the one that leads it first.

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
    """One source's word as the page shows it; `parts` are node ids and words in reading order."""

    id: str
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
    against: tuple[str, ...] = ()  # claims that tell it otherwise


@dataclass(frozen=True, slots=True)
class Source:
    """The article behind a claim; `link` is an http or https address or None."""

    title: str
    publisher: str
    date: str
    published: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Chip:
    """A short statement on a card with its hedge: `text`, how it is drawn, and the claims behind it."""

    text: str
    mode: str
    mark: str
    tone: str
    claims: tuple[str, ...]
    disputed: bool = False
    dated: str = ""  # the month in which the claim that leads was published


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person on a race card: standing, who is behind and against, and the words that say so."""

    node: str
    name: str
    office: str
    standing: tuple[Chip, ...]
    earlier: tuple[Chip, ...]
    quote: str
    says: str
    dated: str
    groups: tuple[tuple[str, tuple[Chip, ...]], ...]


@dataclass(frozen=True, slots=True)
class Race:
    """The contest for one post: those named for it, who holds it, and what is wanted in it."""

    node: str
    post: str
    holders: tuple[Chip, ...]
    candidates: tuple[Candidate, ...]
    wants: tuple[Chip, ...]
    claims: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. `disputes` are pairs of claims that tell one thing two ways."""

    heading: str
    summary: str
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    claims: tuple[Word, ...]
    articles: tuple[Source, ...]
    races: tuple[Race, ...]
    disputes: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, Any]:
        """Return what the page's script reads beside the nodes and lines, which pyvis carries."""
        return {
            "claims": [_lean(asdict(c)) for c in self.claims],
            "articles": [asdict(a) for a in self.articles],
            "races": [race.node for race in self.races],
            "disputes": self.disputes,
            "relations": RELATIONS,
            "sources": SOURCES,
            "kinds": NODES,
        }


def _lean(row: dict[str, Any]) -> dict[str, Any]:
    row["quotes"] = [(q["before"], q["words"], q["after"]) for q in row["quotes"]]
    return row
