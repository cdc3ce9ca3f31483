"""Nominals: common nouns that stand for one person ("the nominee", "the 54-year-old", "the Romanian", "both")."""

from collections.abc import Iterator

from kingmaker.lexicon.nouns import nouns
from kingmaker.lexicon.world import world
from kingmaker.text.groups import names_a_people, noun_phrase_start
from kingmaker.text.known import Known
from kingmaker.text.mention import Mention, MentionKind, Taken
from kingmaker.text.tree import Tree

DEFINITE = frozenset({"the", "his", "her", "their", "its"})
MODIFYING = frozenset({"compound", "amod", "nmod", "poss", "det", "quantmod", "nummod"})
# "The last man", "the right woman": one of many, not the one just spoken of.
RANKING = frozenset(
    {"last", "first", "only", "next", "right", "wrong", "best", "other", "same", "second", "third", "ideal"}
)
AGED = 5  # words from "the" to "old" in "the 71-year-old"
FEW = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3}


def nominals(tree: Tree, known: Known, taken: Taken) -> Iterator[Mention]:
    """Yield the definite nouns that stand for somebody named before, and the words that stand for two or three."""
    for word in tree.words:
        if word.i in taken:
            continue
        if (few := _few(tree, word.i)) is not None:
            start, end = few
            yield Mention(tree.index, start, end, word.i, MentionKind.NOMINAL, tree.phrase(start, end), "plural")
        elif _is_personal(tree, word.i):
            start = word.i - AGED if word.lower == "old" else noun_phrase_start(tree, word.i)
            owned = tree[start].tag == "PRP$"
            if tree[start].lower in DEFINITE:
                start += owned  # "his rival": he is a mention of his own
                gender = nouns().genders.get(word.lower, "")
                yield Mention(tree.index, start, word.i + 1, word.i, MentionKind.NOMINAL,
                              tree.phrase(start, word.i + 1), gender)  # fmt: skip


def _is_personal(tree: Tree, i: int) -> bool:
    word = tree[i]
    if word.dep in MODIFYING and word.dep != "poss":
        return False
    if word.tag in ("NNS", "NNPS") and (word.lower.endswith("s") or not world().demonym(word.text)):
        return False
    if names_a_people(word):
        return False
    if word.lower == "old":
        return i >= AGED and tree[i - 2].lower == "year"
    if any(k.lower in RANKING or k.tag == "JJS" for k in tree.kids(i, "amod")):
        return False
    if word.is_capital and (world().people(word.text) or world().demonym(word.text) or world().members(word.text)):
        return word.pos in ("NOUN", "PROPN", "ADJ") and world().country(word.text) is None  # "the UK" is no Briton
    if word.is_capital and i and tree[i - 1].sent == word.sent:
        return False
    if word.lower in ("pick", "choice"):  # "opposes his pick", not "the choice is hers"
        return word.dep in ("dobj", "nsubjpass", "pobj") and tree.kid(i, "poss") is not None
    return word.pos in ("NOUN", "ADJ") and nouns().is_personal(word.lower)


def _few(tree: Tree, i: int) -> tuple[int, int] | None:
    """ "Both", "neither", "the two", "all three", "the pair": words `start` to before `end`."""
    word = tree[i]
    before = tree[i - 1].lower if i else ""
    whole = not tree.kids(i, "prep", "relcl") and word.dep not in MODIFYING
    if not whole:
        return None
    if word.lower in ("both", "neither") and word.dep in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return i, i + 1
    if word.lower in FEW and word.lower not in ("both",) and before in ("the", "all"):
        return i - 1, i + 1
    if word.lower in ("compatriots", "candidates", "contenders", "rivals", "men", "women") and before in FEW and i > 1:
        return (i - 2, i + 1) if tree[i - 2].lower in ("the", "both") else None
    return None
