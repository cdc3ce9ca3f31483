"""Ballots: what counts as a number of votes ("40 votes", "58 per cent", "the most nominations", "115")."""

from kingmaker.lexicon.terms import terms
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

MOST = ("JJS", "RBS", "JJR", "RBR")  # "the most votes", "fewer nominations"
YEAR = 4  # letters


def is_count(reading: Reading, tree: Tree, at: int) -> bool:
    """Whether a word is a number of votes: with a noun of voting, or alone where votes are told of."""
    word = tree[at]
    if word.lemma in terms().voting or word.lower in terms().voting:
        kids = tree.kids(at, "nummod", "amod", "quantmod")
        return any(k.tag == "CD" or k.lower == "enough" or (k.tag in MOST and reading.votes_in_rounds) for k in kids)
    if word.tag != "CD" or _is_year(word) or tree.kid(at, "npadvmod") or any(k.pos == "NOUN" for k in tree.kids(at)):
        return False
    start, end = tree.sentence(at)
    return reading.votes_in_rounds or any(w.lemma in terms().voting for w in tree.words[start:end])


def _is_year(word: Word) -> bool:
    return len(word.text) == YEAR and word.text.isdigit() and word.text[:2] in ("19", "20")
