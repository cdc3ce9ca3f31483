"""Runs of capitalised words: where a name may begin and end."""

import re
from collections.abc import Iterator

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.naming import is_courtesy, is_second_courtesy, opens_clause
from kingmaker.text.tree import Tree

LONGEST = 6  # words, hyphens not counted
SMALL = frozenset({"ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART", "NUM", "ADV", "AUX"})
ELIDED = re.compile(r"[dl]'[^\W\d_]", re.IGNORECASE)


def runs(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield the stretches of capitalised words that could be a name, titles and nationalities taken off."""
    at = 0
    while at < len(tree):
        if not _opens(tree, at):
            at += 1
            continue
        end = at + 1
        while (longer := _longer(tree, at, end)) > end:
            end = longer
        start, stop = _trimmed(tree, at, end)
        if stop - start > 1:
            yield start, stop
        at = max(end, at + 1)


def _opens(tree: Tree, i: int) -> bool:
    word = tree[i]
    if not word.is_capital or not word.text.replace(".", "").replace("'", "").isalpha():
        return False
    follows = i + 1 < len(tree) and tree[i + 1].is_capital
    if word.pos not in SMALL:
        return True
    named = follows and world().begins_name(word.text) and len(word.text) > 2
    return named and not (word.pos == "AUX" and world().begins_name(tree[i + 1].text))  # "Will Amina Yusuf run?"


def _longer(tree: Tree, start: int, end: int) -> int:
    """Return where a run that reaches to `end` goes on to: a capital, a hyphen's part, a particle, a nickname."""
    if end >= len(tree) or tree[end].sent != tree[start].sent or end - start > 2 * LONGEST:
        return end
    word, before = tree[end], tree[end - 1]
    tight = before.end == word.start
    if word.text == "-" and tight and end + 1 < len(tree) and tree[end + 1].start == word.end:
        return end + 2
    if word.is_capital and not tight and word.text.replace(".", "").replace("'", "").isalpha():
        return end + 1 if word.tag not in ("IN", "CC", "DT", "PRP", "TO") or word.lower in ("don",) else end
    if ELIDED.match(word.text) and not tight:
        return end + 1  # "Solène d'Arcy"
    if word.lower in terms().name_particles:
        at = end + 1
        while at < len(tree) and (tree[at].lower in terms().name_particles or tree[at].text == "-"):
            at += 1
        return at + 1 if at < len(tree) and tree[at].is_capital and at - end < 4 else end
    return _nicknamed(tree, end)


def _nicknamed(tree: Tree, at: int) -> int:
    """ "Emeka 'Pepe' Nwosu": a name in quotation marks between two others."""
    if tree[at].text not in ('"', "'", "("):
        return at
    for close in range(at + 2, min(len(tree) - 1, at + 5)):
        if tree[close].text in ('"', "'", ")"):
            inside = all(w.is_capital for w in tree.words[at + 1 : close])
            after = tree[close + 1]
            good = inside and after.pos == "PROPN" and after.is_capital and after.sent == tree[at].sent
            return close + 2 if good and tree[at].text != "(" else at
    return at


def _trimmed(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """Take off what is no part of a name: titles and nationalities before it, "MP" after it."""
    lexicon = world()
    for at in range(end - 2, start - 1, -1):
        word = tree[at]
        titled = (is_courtesy(word) or lexicon.title(word.text) is not None) and not lexicon.begins_name(word.text)
        if titled or is_second_courtesy(tree, at):
            start = at + 1
            break
    while end - start > 1 and tree[start].lower in terms().days_and_months and tree[start + 1].text != "-":
        start += 1  # "In August Nitin Bhatt"
    if end - start > 1 and opens_clause(tree, start):
        start += 1  # "Succeeding Anil Deshpande"
    while end - start > 2:
        text = tree[start].text
        joined = tree[start + 1].text == "-"
        place = lexicon.demonym(text) or lexicon.country(text) or lexicon.modifier(text) or lexicon.members(text)
        acronym = text.isupper() and text.isalpha() and 1 < len(text) < 6 and not tree[end - 1].text.isupper()
        partisan = _partisan(tree, start, end)
        if joined or lexicon.begins_name(text):
            break
        if not (partisan or place is not None or acronym or lexicon.people(text)):
            break
        start += partisan or 1
    if (
        start > 1
        and tree[start - 1].lower == "of"
        and any(lexicon.title(w.text) for w in tree.words[max(0, start - 4) : start])
    ):
        later = (
            at for at in range(start + 1, end - 1) if lexicon.begins_name(tree[at].text) and tree[at - 1].text != "-"
        )
        start = start if lexicon.begins_name(tree[start].text) else next(later, start)  # "of Naples Luigi Esposito"
    while end - start > 2 and _trails(tree, end - 1):
        end -= 1
    return start, end


def _partisan(tree: Tree, start: int, end: int) -> int:
    """Return how many words before a name tell somebody's politics: "Social Democrat Gintas Paluck"."""
    longer = " ".join(w.lower for w in tree.words[start : start + 2])
    if end - start > 3 and longer in terms().partisans:
        return 2
    one = end - start > 2 and tree[start].lower in terms().partisans
    return int(one and world().begins_name(tree[start + 1].text))  # but "Conservative Home Group"


def _trails(tree: Tree, at: int) -> bool:
    """Whether the last word of a run is no name: "MP", "Foreign", "MD"."""
    word = tree[at]
    acronym = word.text.isupper() and 1 < len(word.text) < 5 and not tree[at - 1].text.isupper()
    return (acronym and word.lower not in ("ii", "iii")) or (
        world().title(word.text) is not None and not world().begins_name(word.text) and not is_courtesy(word)
    )
