"""Headlines: "Addo names Mensah central bank governor", "Fischer out as mayor of Bonn", read by their own grammar.

The parser reads sentences, and a headline is none. Its names and offices are found all the same, and what
stands between them is a closed stock of phrases (`lexicon/headlines.toml`).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kingmaker.facts.found import Found
from kingmaker.facts.frames import Frame
from kingmaker.facts.roles import entities
from kingmaker.facts.signs import Signed, signed
from kingmaker.lexicon.headlines import Headline, headlines
from kingmaker.model import Certainty, Claim, Entity, Kind, Polarity
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.pieces import Piece, pieces
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

HEADLINE = "headline-"  # begins the id of what a headline tells
ROLES = ("headline", "standfirst", "heading")
LONGEST = 26  # words
HEARSAY = re.compile(
    r"\b(?:sources?|reports?|reportedly|officials?|says?|understood|rumou?rs?|poll|media|insiders?|aides?)\b"
)
DOUBTED = re.compile(
    r"\b(?:not|no|never|why|how|if|when|could|can|should|would|what|who|may|might|denies|deny|against|if|nobody|calls?|urged?|asks?|wants?|demands?)\b"
)
# What a report's sentences tell that goes before what its headline does, by the kind of the latter.
SAME = {
    Kind.APPOINTMENT: (Kind.APPOINTMENT, Kind.NOMINATION, Kind.CANDIDACY, Kind.EXTENSION),
    Kind.NOMINATION: (Kind.NOMINATION, Kind.APPOINTMENT),
    Kind.CANDIDACY: (Kind.CANDIDACY, Kind.NOMINATION, Kind.APPOINTMENT),
    Kind.DEPARTURE: (Kind.DEPARTURE, Kind.EXTENSION),
    Kind.BACKING: (Kind.BACKING, Kind.NOMINATION),
}


def headline_claims(reading: Reading, tree: Tree, told: Sequence[Found]) -> Iterator[Found]:
    """Yield what a headline tells by its own grammar, but what its words as a sentence have told (`told`)."""
    if tree.block.role not in ROLES or len(tree) > LONGEST or tree.words[-1].text in (".", "?"):
        return
    known = {(f.kind, f.roles.get(_whom(f.kind))) for f in told}
    parts = pieces(tree)
    for at, piece in enumerate(parts):
        hearsay = any(HEARSAY.search(tree.phrase(p.start, p.end).lower()) for p in (*parts[:at], *parts[at + 1 :]))
        if piece.mark != "?":
            yield from (
                f for f in _read(reading, tree, piece, hearsay) if (f.kind, f.roles[_whom(f.kind)]) not in known
            )


def is_headline(frame: str) -> bool:
    """Whether a headline's grammar told a claim, by the id of its frame."""
    return frame.startswith(HEADLINE)


def is_told_below(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the report itself tells what its headline does, in its own and surer words."""
    person, post = claim.situation.role(_whom(claim.situation.kind)), claim.situation.role("post")
    return any(
        other.situation.kind in SAME[claim.situation.kind]
        and other.polarity is Polarity.POSITIVE
        and other.situation.role("post") == post
        and other.situation.role(_whom(other.situation.kind)) == person
        and (
            claim.situation.kind is not Kind.BACKING or other.situation.role("backer") == claim.situation.role("backer")
        )
        for other in others
    )


def _whom(kind: Kind) -> str:
    return {Kind.APPOINTMENT: "appointee", Kind.NOMINATION: "nominee", Kind.DEPARTURE: "holder",
            Kind.EXTENSION: "holder"}.get(kind, "candidate")  # fmt: skip


def _read(reading: Reading, tree: Tree, piece: Piece, hearsay: bool) -> Iterator[Found]:
    """Yield what the first pattern of each kind that fits a piece tells."""
    line = signed(reading, tree, piece.start, piece.end)
    if "POST" not in line.text:
        return
    seen: set[Kind] = set()
    for headline in headlines():
        match = headline.pattern.fullmatch(line.text) if headline.kind not in seen else None
        if match is None or DOUBTED.search(match["before"]):
            continue
        unsure = hearsay or HEARSAY.search(match["after"]) is not None
        found = list(_found(reading, tree, headline, match, line, unsure))
        if found:
            seen.add(headline.kind)
        yield from found


@lru_cache(maxsize=64)
def _frame(headline: Headline, hearsay: bool) -> Frame:
    """Return a frame that stands for a pattern where claims are explained."""
    certainty = Certainty.PROBABLE if hearsay else headline.certainty
    return Frame(id=HEADLINE + headline.id, kind=headline.kind, trigger="headline", lemmas=(), roles={},
                 value=headline.value, certainty=certainty)  # fmt: skip


def _found(
    reading: Reading, tree: Tree, headline: Headline, match: re.Match[str], line: Signed, hearsay: bool
) -> Iterator[Found]:
    filled: dict[str, list[tuple[int, Entity]]] = {}
    for role in headline.pattern.groupindex:
        if role in ("before", "after") or match[role] is None:
            continue
        mentions = [s.mention for s in line.within(match.start(role), match.end(role)) if s.mention is not None]
        filled[role] = _fill(reading, tree, role, mentions, headline.fresh)
        if not filled[role]:
            return
    names = list(filled)
    for chosen in itertools.product(*(filled[name] for name in names)):
        roles = {name: entity for name, (_, entity) in zip(names, chosen, strict=True)}
        words = tuple(sorted(i for i, _ in chosen))
        if len({e.id for e in roles.values()}) == len(roles):
            yield Found(
                headline.kind, headline.value, roles, tree, words[0], _frame(headline, hearsay), words, main=False
            )


def _fill(
    reading: Reading, tree: Tree, role: str, mentions: Sequence[Mention], fresh: bool
) -> list[tuple[int, Entity]]:  # fmt: skip
    if role == "post":
        office = mentions[0].office
        if office is None or office.plural or office.status == "former" or (fresh and not _is_new(tree, mentions[0])):
            return []
        post = reading.posts.of(office, tree.index, mentions[0].start)
        return [(mentions[0].head, post)] if post is not None else []
    people = [m for m in mentions if m.kind is MentionKind.PERSON] or list(mentions)
    return [(m.head, e) for m in people for e in entities(reading, tree, m.head, role)]


def _is_new(tree: Tree, office: Mention) -> bool:
    return any(w.lower == "new" for w in tree.words[office.start : office.end])
