"""Pieces of a paragraph: the stretches between its stops, colons, semicolons and dashes, without what they mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.tree import Tree

STOPS = frozenset({".", "?", "!", ":", ";"})
BULLET = re.compile(r"^(?:[\W_]+|\d{1,2}[.:h]\d{2}(?: ?[ap]\.?m\.?)?\s+|q:\s*)+")
PLACEHOLDERS = {MentionKind.PERSON: "NAME", MentionKind.OFFICE: "POST"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"who", "whom", "which", "whose", "that", "where"})
REFUSED = frozenset({"not", "no", "nobody", "none", "neither", "nor", "if", "never", "but"})
LONGEST = 90  # words of a stretch that is still read as a list


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `start` to before `end` of a paragraph, and the mark that ends them ("" at its end, "-" for a dash)."""

    start: int
    end: int
    mark: str


def pieces(tree: Tree) -> list[Piece]:
    """Return the pieces of a paragraph; what stands in brackets is not parted."""
    found, start, depth = [], 0, 0
    for word in tree.words:
        depth += (word.text in "([") - (word.text in ")]")
        mark = "-" if _is_dash(tree, word.i) else word.text
        if depth <= 0 and (mark in STOPS or (mark == "-" and _is_dash(tree, word.i))):
            if word.i > start:
                found.append(Piece(start, word.i, mark))
            start = word.i + 1
    if start < len(tree):
        found.append(Piece(start, len(tree), ""))
    while len(found) > 1 and all(
        w.text.isdigit() or w.text in ("Q", "A") for w in tree.words[found[0].start : found[0].end]
    ):
        found.pop(0)  # the number of an item, or the sign of a question
    return found


def _is_dash(tree: Tree, i: int) -> bool:
    """Whether a word is a dash with a space on both sides, or a bar between columns."""
    if tree[i].text not in ("-", "--", "–", "—", "|"):
        return False
    return 0 < i < len(tree) - 1 and tree[i].start > tree[i - 1].end and tree[i + 1].start > tree[i].end


def normal(tree: Tree, mentions: Sequence[Mention], piece: Piece) -> str:
    """Return a piece's words in small letters, with NAME for each person's name and POST for each office."""
    told, end = [], -1
    at = {m.start: m for m in mentions if m.kind in PLACEHOLDERS and m.end <= piece.end}
    i = piece.start
    while i < piece.end:
        mention = at.get(i)
        spaced = end >= 0 and tree[i].start > end
        told.append((" " if spaced else "") + (PLACEHOLDERS[mention.kind] if mention is not None else tree[i].lower))
        last = mention.end - 1 if mention is not None else i
        end, i = tree[last].end, last + 1
    return BULLET.sub("", "".join(told)).replace("’", "'").strip(" \"'*…")


def plain(tree: Tree, piece: Piece) -> str:
    """Return a piece's words in small letters as they are."""
    return BULLET.sub("", tree.phrase(piece.start, piece.end).lower()).replace("’", "'").strip(" \"'*…")


def lead_in(tree: Tree) -> str:
    """Return the label in capitals that the parser was spared: "WHO BACKS HER: ..."."""
    skipped = tree.text[: tree[0].start - tree.block.span.start] if len(tree) else ""
    label = skipped.strip()
    return label[:-1].strip().lower().replace("’", "'") if label.endswith(":") else ""


def is_list(tree: Tree, mentions: Sequence[Mention], piece: Piece) -> bool:
    """Whether a piece lists people or bodies and says no more: no verb but in asides, no "not" to open it."""
    if piece.end - piece.start > LONGEST or tree[piece.start].lower in REFUSED or tree[piece.start].tag == "VB":
        return False
    named = {i for m in mentions for i in range(m.start, m.end)}
    depth, aside = 0, False
    for word in tree.words[piece.start : piece.end]:
        depth += (word.text in "([") - (word.text in ")]")
        aside = word.lower in RELATIVE or (aside and word.text != ",")
        finite = word.tag in FINITE and word.is_verb and not word.is_capital and word.i not in named
        if finite and depth <= 0 and not aside:
            return False
    return True


def heads_line(tree: Tree, mentions: Sequence[Mention], piece: Piece) -> Mention | None:
    """Return the one person whose name a piece is, with no more than a title before it and figures after it."""
    people = [m for m in mentions if m.kind is MentionKind.PERSON and piece.start <= m.start < piece.end]
    if len(people) != 1:
        return None
    name = people[0]
    inside = [m for m in mentions if piece.start <= m.start < piece.end and m.end <= name.start]
    opens = (
        name.start == piece.start or (inside and inside[0].start <= piece.start + 1) or _is_number(tree, piece, name)
    )
    after = tree.words[name.end : piece.end]
    bare = not after or after[0].text in ("(", ",") or all(w.pos in ("NUM", "PUNCT", "SYM") for w in after)
    return name if opens and bare else None


def _is_number(tree: Tree, piece: Piece, name: Mention) -> bool:
    return all(w.pos in ("NUM", "PUNCT", "X", "SYM") or w.text.isdigit() for w in tree.words[piece.start : name.start])
