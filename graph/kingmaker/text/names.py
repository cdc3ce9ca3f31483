"""Names of people, mended: what the parser misses, cuts in two or takes for a body, judged over the whole article.

Every run of capitalised words is a suspect; each place where it stands gives signs for or against a
person (a given name, a courtesy title, an age, "who", a verb that only people are subject of; an
article, a place's "in", a word of bodies). One good place is enough, and the name is then found
wherever it stands, in capitals too.
"""

import re
from collections.abc import Iterator, Sequence

from kingmaker.lexicon.index import folded
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.naming import is_bar, is_courtesy, is_title_case
from kingmaker.text.tree import Name, Tree

ENOUGH = 1
LONGEST = 6  # words, hyphens not counted
PLACING = frozenset({"in", "near", "at", "across", "outside", "around", "inside"})
FROM = frozenset({"of", "from", "through", "into", "to", "for"})
# Where in a sentence a person's name stands.
NAME_EDGES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "poss", "attr", "dative", "ROOT"})
SMALL = frozenset({"ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART", "NUM", "ADV", "AUX"})
LABELS = {"PERSON": 3, "": 1, "ORG": 0, "GPE": 0, "NORP": -1, "LOC": 0, "FAC": 0, "DATE": -2, "PRODUCT": 0}
ELIDED = re.compile(r"[dl]'[^\W\d_]", re.IGNORECASE)
Key = tuple[str, ...]


def mend_names(trees: Sequence[Tree]) -> None:
    """Put right which names of the trees are people's."""
    judged: dict[Key, int] = {}
    for tree in trees:
        title_case = is_title_case(tree)
        for start, end in runs(tree):
            key = _key(tree, start, end)
            if len(key) > 1:
                judged[key] = max(judged.get(key, -9), _signs(tree, start, end, title_case))
    first: dict[str, list[Key]] = {}
    for key in sorted((k for k, n in judged.items() if n >= ENOUGH), key=lambda k: (-len(k), k)):
        first.setdefault(key[0], []).append(key)
    for tree in trees:
        tree.names = _merged(tree, list(_known_in(tree, first)))


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
        if (is_courtesy(word) or lexicon.title(word.text) is not None) and not lexicon.begins_name(word.text):
            start = at + 1
            break
    opening = start == 0 or tree[start - 1].sent != tree[start].sent
    if opening and end - start > 2 and tree[start].pos != "PROPN" and lexicon.begins_name(tree[start + 1].text):
        start += 0 if lexicon.begins_name(tree[start].text) else 1  # "Succeeding Anil Deshpande"
    while end - start > 2:
        text = tree[start].text
        joined = tree[start + 1].text == "-"
        place = lexicon.demonym(text) or lexicon.country(text) or lexicon.modifier(text) or lexicon.members(text)
        acronym = text.isupper() and text.isalpha() and 1 < len(text) < 6 and not tree[end - 1].text.isupper()
        if joined or lexicon.begins_name(text) or not (place is not None or acronym or lexicon.people(text)):
            break
        start += 1
    while end - start > 2 and _trails(tree, end - 1):
        end -= 1
    return start, end


def _trails(tree: Tree, at: int) -> bool:
    """Whether the last word of a run is no name: "MP", "Foreign", "MD"."""
    word = tree[at]
    acronym = word.text.isupper() and 1 < len(word.text) < 5 and not tree[at - 1].text.isupper()
    return (acronym and word.lower not in ("ii", "iii")) or (
        world().title(word.text) is not None and not world().begins_name(word.text) and not is_courtesy(word)
    )


def _key(tree: Tree, start: int, end: int) -> Key:
    return tuple(folded(w.text) for w in tree.words[start:end])


def _signs(tree: Tree, start: int, end: int, title_case: bool) -> int:
    """Count what speaks for and against a run being a person's name where it stands."""
    lexicon, text = world(), tree.phrase(start, end)
    if lexicon.posts_of(text):
        return 9
    if lexicon.country(text) or lexicon.body(text) or lexicon.title(text) or lexicon.portfolio(text):
        return -9
    words = tree.words[start:end]
    if all(w.text.isupper() for w in words):
        return 2 if lexicon.begins_name(words[0].text) and len(words[0].text) > 2 and len(words) < 4 else -9
    given = _given(tree, start)
    label = _label(tree, start, end)
    head = next((i for i in range(end - 1, start - 1, -1) if not start <= tree[i].head < end), end - 1)
    told = _around(tree, start, end) + _governed(tree, head, label)
    if title_case:
        return LABELS.get(label, 0) - 2 + told if given or label == "PERSON" else -9
    signs = LABELS.get(label, -1) + 2 * given + told - _bars(tree, start, end, given)
    placed = tree[head].dep in NAME_EDGES or tree[end - 1].dep in NAME_EDGES
    alone = label in ("ORG", "GPE", "PRODUCT", "WORK_OF_ART", "LOC", "FAC") and sum(w.is_capital for w in words) < 4
    return signs + (alone and placed) - (label == "" and not placed)


def _given(tree: Tree, start: int) -> bool:
    word = tree[start]
    return (world().begins_name(word.text) and len(word.text) > 1) or _is_initial(word.text)


def _is_initial(text: str) -> bool:
    return len(text) <= 4 and text.endswith(".") and text.replace(".", "").isupper()


def _label(tree: Tree, start: int, end: int) -> str:
    """Return the parser's word for a run: the label of the name that ends with it or holds it, else of any in it."""
    meeting = [n for n in tree.names if n.start < end and start < n.end and n.label not in ("CARDINAL", "ORDINAL")]
    if any(n.label == "PERSON" and (n.end == end or n.start == start) for n in meeting):
        return "PERSON"
    if not meeting:
        return ""
    whole = [n for n in meeting if n.start <= start and end <= n.end]
    return whole[0].label if whole else meeting[-1].label


def _bars(tree: Tree, start: int, end: int, given: bool) -> int:
    """Weigh the words that bodies and things are named by; some are surnames too ("Rose Park")."""
    weight = 0
    for word in tree.words[start:end]:
        if is_bar(word) or (not given and (world().members(word.text) or world().people(word.text))):
            weight += 1 if given and word.i > start and word.lower in terms().surnames_too else 4
    return weight


def _around(tree: Tree, start: int, end: int) -> int:
    """Weigh what stands right before and after: "Mr", an age, "who"; an article, a place's "in"."""
    told = 0
    if start:
        before = tree[start - 1]
        dotted = before.text == "." and start > 1 and is_courtesy(tree[start - 2])
        title = world().title(before.text)
        if is_courtesy(before) or dotted or (title is not None and before.sent == tree[start].sent):
            told += 3
        if before.lower in ("the", "a", "an", "this"):
            told -= 3
        label = _label(tree, start, end)
        of_place = before.lower in FROM and label in ("GPE", "LOC", "FAC", "NORP") and not _of_person(tree, start - 1)
        told -= 2 * (of_place or (before.lower in PLACING and label != "PERSON"))
    if end + 1 < len(tree) and tree[end].text == ",":
        after = tree[end + 1]
        told += 2 * (after.lower in ("who", "whose", "whom"))
        told += 3 * (after.text.isdigit() and len(after.text) == 2 and _closes(tree, end + 2))
    if end + 2 < len(tree) and tree[end].text == "(" and tree[end + 1].text.isdigit() and len(tree[end + 1].text) == 2:
        told += 3
    return told


def _closes(tree: Tree, at: int) -> bool:
    return at >= len(tree) or tree[at].text in (",", ".", ")", ";")


def _governed(tree: Tree, head: int, label: str) -> int:
    """Weigh what governs a name: a verb that only people are subject or object of, "allies of"."""
    word = tree[head]
    above = tree[word.head]
    if word.dep in ("nsubj", "nsubjpass", "dobj") and above.lemma in terms().of_people:
        return 1
    if word.dep == "nsubj" and above.lemma in ("say", "tell", "add") and label != "ORG":
        return 1
    if word.dep == "pobj" and _of_person(tree, above.i):
        return 1
    return int(word.dep == "poss" and above.lemma in terms().around_people)


def _of_person(tree: Tree, i: int) -> bool:
    """Whether a preposition leads from "allies" or "spokesman" to whose they are."""
    return tree[i].lower in ("of", "to", "for", "by") and tree[tree[i].head].lemma in terms().around_people


def _known_in(tree: Tree, first: dict[str, list[Key]]) -> Iterator[Name]:
    """Yield every place where a name of the article's people stands, in whatever capitals."""
    at, lower = 0, [folded(w.text) for w in tree.words]
    while at < len(tree):
        step = 1
        for key in first.get(lower[at], ()) if tree[at].is_capital else ():
            end = at + len(key)
            if tuple(lower[at:end]) == key and not _goes_on(tree, at, end):
                yield Name(at, end, "PERSON")
                step = len(key)
                break
        at += step


def _goes_on(tree: Tree, start: int, end: int) -> bool:
    """Whether a longer name goes on: "Keir Hall" in "Keir Hall Foundation"."""
    if end >= len(tree) or tree[end].sent != tree[start].sent:
        return False
    return tree[end].is_capital and is_bar(tree[end]) and not is_title_case(tree)


def _merged(tree: Tree, people: list[Name]) -> tuple[Name, ...]:
    """Return the tree's names with the people's put in the place of whatever they meet."""
    kept = [n for n in tree.names if not any(n.start < p.end and p.start < n.end for p in people)]
    told = [n._replace(label="THING") if n.label == "PERSON" and _is_thing(tree, n.start, n.end) else n for n in kept]
    return tuple(sorted([*told, *people]))


def _is_thing(tree: Tree, start: int, end: int) -> bool:
    """Whether what the parser takes for a person is a thing or a group: "Brexit", "the Bombay Ledger", "Tories"."""
    words = tree.words[start:end]
    if len(words) == 1 and (not words[0].text.isalpha() or words[0].lower in terms().not_people):
        return True
    last, given = words[-1], world().begins_name(words[0].text) and len(words) > 1
    if len(words) > 1 and is_bar(last) and last.lower not in terms().surnames_too and not is_courtesy(tree[start - 1]):
        return not (world().demonym(last.text) and given)
    article = start > 0 and tree[start - 1].lower in ("the", "a", "an")
    grouped = any(world().members(w.text) or world().people(w.text) for w in words)
    return (grouped and not given) or (article and not given and any(is_bar(w) for w in words))
