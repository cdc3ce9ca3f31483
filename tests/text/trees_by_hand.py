"""Trees written by hand, so that rules are tested without a model.

A word is "TEXT[~LEMMA]/TAG/RELATION/HEAD": HEAD counts words from 1, and 0 is the root. A name of
several words stands as it is. A "|" between words begins a sentence.
"""

from kingmaker.model import Block, Span
from kingmaker.text.tree import Name, Tree, Word

POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "IN": "ADP", "RP": "ADP", "DT": "DET", "PRP": "PRON",
    "PRP$": "PRON", "WP": "PRON", "WP$": "DET", "WDT": "PRON", "JJ": "ADJ", "RB": "ADV", "CC": "CCONJ", "TO": "PART",
    "MD": "AUX", "CD": "NUM", "POS": "PART", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB",
    "VBZ": "VERB", "UH": "INTJ", "EX": "PRON",
}  # fmt: skip
CLOSE = {",", ".", ":", ";", "?", "!", "'s", ")", "%"}


def tree(told: str, *names: tuple[str, str], index: int = 0) -> Tree:
    """Make a tree of words and of (name, label) pairs as the parser would find them."""
    words: list[Word] = []
    text, sent = "", 0
    for part in told.split():
        if part == "|":
            sent += 1
            continue
        form, tag, dep, head = part.rsplit("/", 3)
        form, _, lemma = form.partition("~")
        text += "" if not text or form in CLOSE or text.endswith("(") else " "
        pos = "PUNCT" if tag not in POS else "AUX" if dep in ("aux", "auxpass") else POS[tag]
        at = len(words)
        governor = int(head) - 1 if int(head) else at
        start = len(text)
        text += form
        words.append(
            Word(at, form, lemma or form.lower(), pos, tag, dep, governor, start, len(text), sent, form.lower())
        )
    made = Tree(words, (), Block("paragraph", Span(0, len(text)), text), index)
    return Tree(words, [_name(made, *name) for name in names], made.block, index)


def _name(of: Tree, told: str, label: str) -> Name:
    """Find a name's words."""
    for start in range(len(of)):
        for end in range(start + 1, len(of) + 1):
            if of.phrase(start, end) == told:
                return Name(start, end, label)
    raise AssertionError(f"{told!r} is not in {of.text!r}")


def at(of: Tree, word: str) -> int:
    """Return where a word stands in a tree; the last one of several."""
    return max(w.i for w in of.words if w.text == word)


def said(of: Tree, found: list[int]) -> list[str]:
    """Return words by their places."""
    return [of[i].text for i in found]
