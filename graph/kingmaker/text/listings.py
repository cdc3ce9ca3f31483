"""Listings: names told under a label, with no sentence to say what they do.

"Backers: Unite and the GMB.", "Who could replace her? Lars Moen, the finance minister.", "IN", "The contenders",
and, under "Who backed whom", "Noon: Unite and the GMB. Threlkeld: Unison". What a label says is in
`lexicon/labels.toml`; this finds which words it is said of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kingmaker.lexicon.labels import Label, labels
from kingmaker.lexicon.terms import terms
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.pieces import Piece, heads_line, is_list, lead_in, normal, pieces, plain
from kingmaker.text.tree import Tree

FIRST = 2  # paragraphs of prose that may come between a heading and the first name under it
NEXT = 5  # and between one name that heads a profile and the next
LONGEST_TITLE = 8  # words that describe the first name of a line
TITLE_WORDS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "SYM", "PART"})
ANNOUNCES = re.compile(r"\b(?:here (?:is|are|'s)|following|below|as follows|full list|they are|these are|include)\b")
Place = tuple[int, int]  # tree and word


@dataclass(frozen=True, slots=True)
class Listing:
    """Words `start` to before `end` of a paragraph, listed under a label; `owner` is the word that says whose list."""

    label: Label
    tree: int
    start: int
    end: int
    owner: Place | None = None
    lead: Place | None = None  # the word that ends the sentence which announces the list


@dataclass
class _State:
    """What holds from one paragraph to the next."""

    label: Label | None = None
    left: int = 0
    owner: Place | None = None
    lead: Place | None = None
    profile: Place | None = None  # the name that heads the lines below it
    before: list[str] = field(default_factory=list)  # the last sentences, which say what "they are:" lists

    def open(self, label: Label, owner: Place | None, lead: Place | None) -> None:
        self.label, self.left, self.owner, self.lead = label, FIRST, owner, lead

    def close(self) -> None:
        self.label, self.left, self.owner, self.lead = None, 0, None, None


def find_listings(trees: Sequence[Tree], mentions: Sequence[Mention]) -> dict[int, list[Listing]]:
    """Return by tree the stretches that list somebody under a label."""
    by_tree: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_tree.setdefault(mention.tree, []).append(mention)
    state, found = _State(), {}
    for tree in trees:
        listed = list(_Paragraph(tree, by_tree.get(tree.index, []), state).read())
        if listed:
            found[tree.index] = listed
    return found


class _Paragraph:
    """One reading of a paragraph's pieces from left to right, under the label that stands above it, if any."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention], state: _State) -> None:
        self.tree, self.mentions, self.state = tree, mentions, state
        self.label = labels().named(lead_in(tree))
        self.owner: Place | None = None  # whose list it is, or of whom the paragraph speaks
        self.lead: Place | None = None
        self.pieces = _parted(tree, mentions, _joined(tree, mentions, pieces(tree)))

    def read(self) -> Iterator[Listing]:
        """Yield the stretches that list somebody, and leave what holds for the next paragraph in the state."""
        if self._is_heading():
            return
        found: list[Listing] = []
        whole = True
        for piece in self.pieces:
            listed = self._piece(piece)
            whole = whole and (listed is not None or piece.mark in (":", "-"))
            if listed is not None:
                found.append(listed)
            told = "" if self._is_private() else self._normal(piece)
            self.state.before = [*self.state.before, told][-3:]
        self._leave(bool(found), whole)
        yield from _united(found)

    def _is_heading(self) -> bool:
        """Whether the paragraph is a label and no more; then what follows stands under it."""
        last, role = self.pieces[-1] if self.pieces else None, self.tree.block.role
        alone = len(self.pieces) == 1 or (
            role in ("heading", "headline") and last is not None and last.mark in ("", "?")
        )
        marked = last is not None and last.mark in ("", "?", ":")
        named = self._named(last) if alone and marked and last is not None else None
        if last is not None and named is not None:
            self.state.open(named, (self._person(last) or self.state.profile) if named.of else None, None)
            self.state.left += role == "headline"
        elif role == "heading" and not self._names_somebody():
            self.state.close()
            self.state.before, self.state.profile = [], None
        return named is not None

    def _names_somebody(self) -> bool:
        return any(m.kind is MentionKind.PERSON for m in self.mentions) or len(self.pieces) > 1

    def _piece(self, piece: Piece) -> Listing | None:
        """Read one piece: a label, a name that owns what follows, or a list."""
        words = self._normal(piece)
        named = self._named(piece, inline=True) if piece.mark in (":", "?", "-") else None
        if named is None and (piece.mark == ":" or (piece.mark in (".", "") and piece is self.pieces[-1])):
            named = self._announced(words, piece)
        if named is None and words == "NAME's" and self.label is not None and self.label.of:
            named = self.label  # "Obi's backers: X and Y. Eze's: Z."
        if named is not None:
            self.label = named
            self.owner = (self._person(piece) if named.of and piece.mark != "." else None) or self.owner
            self.owner = self.owner or (self.state.profile if named.of and named.reads == "people" else None)
            self.lead = (self.tree.index, piece.end - 1)
            return None
        if self.label is None and piece is self.pieces[0]:
            self._take_up(piece)
        name = heads_line(self.tree, self.mentions, piece)
        if name is not None and len(self.pieces) == 1:
            self.state.profile = (self.tree.index, name.head)
        if name is not None and self._owns(piece):
            self.owner = (self.tree.index, name.head)
            return None
        other = piece.mark in (":", "?") and self.label is not None and self.label.reads != "posts"
        other = other and not (piece is self.pieces[0] and self.label is self.state.label and self._opens(piece))
        if self.label is None or other or not is_list(self.tree, self.mentions, piece):
            self.owner = None if self._sides() else self.owner
            self.label = self.label if self._sides() else None
            return None
        made = Listing(self.label, self.tree.index, piece.start, piece.end, self.owner, self.lead)
        if self.label.reads == "people" and self.label is self.state.label and piece.mark in (".", ":"):
            self.label = None  # what follows a name in a profile tells of it, and lists nobody
        return made

    def _take_up(self, piece: Piece) -> None:
        """Read the paragraph under the label above it, where it looks like one of its items."""
        entry = self._entry(piece) if self.state.label is None else None
        if entry is not None:
            self.state.open(entry, None, None)
        above = self.state.label
        if above is None or not (self._opens(piece) or above.reads != "people" or self.tree.block.role == "heading"):
            return
        self.label, self.owner, self.lead = above, self.state.owner, self.state.lead

    def _entry(self, piece: Piece) -> Label | None:
        """Return what an unannounced "Finance minister: Kofi Mensah" tells, after the sentences before it."""
        after = self.pieces[1] if len(self.pieces) > 1 else None
        if after is None or piece.mark not in (":", "-"):
            return None
        first, second = self._normal(piece), self._normal(after)
        if not (first == "POST" and second.startswith("NAME")) and not (first == "NAME" and second.startswith("POST")):
            return None
        told = next((t for before in reversed(self.state.before) if (t := labels().announced(before))), None)
        if self._is_private():
            return None
        return told if told is not None and told.reads == "posts" else None

    def _opens(self, piece: Piece) -> bool:
        """Whether a piece begins with a name or a title and a name."""
        inside = [m for m in self.mentions if piece.start <= m.start < piece.end]
        first = next((m for m in inside if m.kind is MentionKind.PERSON), None)
        if first is None:
            return bool(inside) and inside[0].start - piece.start < 2
        named = {i for m in inside for i in range(m.start, m.end)}
        before = [w for w in self.tree.words[piece.start : first.start] if w.i not in named]
        return len(before) < LONGEST_TITLE and all(w.pos in TITLE_WORDS or w.text.isdigit() for w in before)

    def _owns(self, piece: Piece) -> bool:
        """Whether a name alone says whose list follows it."""
        counted = any(w.text.isdigit() for w in self.tree.words[piece.start : piece.end])
        if self._sides():
            return piece.mark in (":", "-") or (counted and piece is self.pieces[-1])
        return self.label is None and (piece.mark in (":", "-", ".")) and piece is self.pieces[0]

    def _sides(self) -> bool:
        return self.label is not None and self.label.reads == "sides"

    def _announced(self, words: str, piece: Piece) -> Label | None:
        """Return what a sentence says of the list that it announces: it ends in a colon, or says so."""
        if not ANNOUNCES.search(words) and piece.mark != ":":
            return None
        if heads_line(self.tree, self.mentions, piece) is not None:
            return None
        told = labels().announced(words) if not self._is_private() else None
        if told is None and ANNOUNCES.search(words):
            told = next((t for before in reversed(self.state.before) if (t := labels().announced(before))), None)
        return told

    def _leave(self, any_found: bool, whole: bool) -> None:
        """Put down what holds for the paragraphs below."""
        state, last = self.state, self.pieces[-1] if self.pieces else None
        opened = self.label is not None and last is not None and self.lead == (self.tree.index, last.end - 1)
        if opened and self.label is not None:
            state.open(self.label, self.owner, self.lead)
        elif state.label is not None:
            state.left = NEXT if any_found else state.left - 1
            if self.label is not None and self.label.reads == "sides" and self.owner is not None:
                state.owner = self.owner
            if state.left <= 0 or (any_found and not whole and state.label.reads == "posts"):
                state.close()

    def _named(self, piece: Piece, inline: bool = False) -> Label | None:
        """Return the label that a piece is, also where capitals make the parser see names in it."""
        named = labels().named(self._normal(piece), inline) or labels().named(plain(self.tree, piece), inline)
        return None if named is not None and named.reads == "posts" and self._is_private() else named

    def _is_private(self) -> bool:
        """Whether the line speaks of a club, a church or a firm, whose posts are no public ones."""
        words = {w.lower for w in self.tree.words}
        return not words.isdisjoint(terms().private_bodies) or not words.isdisjoint(terms().arenas)

    def _normal(self, piece: Piece) -> str:
        return normal(self.tree, self.mentions, piece)

    def _person(self, piece: Piece) -> Place | None:
        """Return the one person, or "her" or "him", that a label names."""
        kinds = (MentionKind.PERSON, MentionKind.PRONOUN)
        named = [m for m in self.mentions if m.kind in kinds and piece.start <= m.start < piece.end]
        told = [m for m in named if m.kind is MentionKind.PERSON] or named
        return (self.tree.index, told[0].head) if len(told) == 1 else None


def _united(found: Sequence[Listing]) -> list[Listing]:
    """Return the stretches, those that only a mark parts made one where each names a person and a post."""
    made: list[Listing] = []
    for one in found:
        last = made[-1] if made else None
        if last is not None and last.label is one.label and one.label.reads == "posts" and one.start - last.end <= 1:
            made[-1] = replace(last, end=one.end)
        else:
            made.append(one)
    return made


def _parted(tree: Tree, mentions: Sequence[Mention], parts: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, parted also at an "include" after a label: "Those backing Obi include X and Y"."""
    found: list[Piece] = []
    for piece in parts:
        verbs = [
            i for i in range(piece.start + 1, piece.end - 1) if tree[i].lower in ("include", "includes", "included")
        ]
        first = Piece(piece.start, verbs[0], ":") if len(verbs) == 1 else None
        if first is not None and labels().named(normal(tree, mentions, first), inline=True) is not None:
            found += [first, Piece(first.end + 1, piece.end, piece.mark)]
        else:
            found.append(piece)
    return found


def _joined(tree: Tree, mentions: Sequence[Mention], parts: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, those parted by a dash made one again unless a label or a name alone stands before it."""
    found: list[Piece] = []
    for piece in parts:
        last = found[-1] if found else None
        if last is not None and last.mark == "-":
            alone = heads_line(tree, mentions, last) or labels().named(normal(tree, mentions, last), inline=True)
            aside = len(found) > 1 and found[-2].mark == "-"  # "The candidates - Eze, Obi and Cole - meet today"
            if not alone and not aside:
                found[-1] = Piece(last.start, piece.end, piece.mark)
                continue
        found.append(piece)
    return found
