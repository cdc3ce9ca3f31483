"""Signs: a stretch of words in small letters, with NAME, POST, PLACE and AREA for what it names.

Telegraphic English has no syntax that a parser could find, but a closed stock of phrases between its names; so its
patterns are regular expressions over these.
"""

from dataclasses import dataclass

from kingmaker.facts.listed_posts import portfolio_at
from kingmaker.model import Entity
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

SIGNS = {MentionKind.PERSON: "NAME", MentionKind.OFFICE: "POST", MentionKind.PLACE: "PLACE"}


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sign stands for: the words and the mention, or the post of a portfolio's minister."""

    start: int
    end: int
    mention: Mention | None
    post: Entity | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A stretch written in signs, and by place in it each sign and each word."""

    text: str
    signs: dict[int, Sign]
    words: dict[int, int]

    def within(self, start: int, end: int) -> list[Sign]:
        """Return the signs in a part of the text."""
        return [sign for place, sign in sorted(self.signs.items()) if start <= place < end]

    def word(self, place: int) -> int | None:
        """Return the word that begins at a place of the text."""
        return self.words.get(place)


def signed(reading: Reading, tree: Tree, start: int, end: int, areas: bool = False) -> Signed:
    """Return words `start` to before `end` in signs; with `areas` also portfolios ("health"), as AREA."""
    told: list[str] = []
    signs: dict[int, Sign] = {}
    words: dict[int, int] = {}
    i, length = start, 0
    while i < end:
        sign, word = _at(reading, tree, i, end, areas)
        spaced = " " if i > start and tree[i].start > tree[i - 1].end else ""
        length += len(spaced)
        words[length] = i
        if sign is not None:
            signs[length] = sign
        told.append(spaced + word)
        length += len(word)
        i = sign.end if sign is not None else i + 1
    return Signed("".join(told), signs, words)


def _at(reading: Reading, tree: Tree, i: int, end: int, areas: bool) -> tuple[Sign | None, str]:
    """Return the sign that begins at a word with its name, or the word itself."""
    mention = reading.mention(tree, i)
    loose = mention is None or mention.kind in (MentionKind.PLACE, MentionKind.COLLECTIVE)
    if areas and loose:  # "Trade from Health" may be taken for a body
        post = reading.charge_of(tree, mention.head) if mention is not None and mention.start == i else None
        if mention is not None and post is not None:
            return Sign(i, mention.end, None, post), "AREA"
        if (found := portfolio_at(reading, tree, i, end)) is not None:
            return Sign(i, found[0], None, found[1]), "AREA"
    name = SIGNS.get(mention.kind) if mention is not None and mention.start == i else None
    if name is not None and mention is not None:
        return Sign(i, mention.end, mention), name
    return None, tree[i].lower.replace("’", "'")
