"""Names of people, mended: what the parser misses, cuts in two or takes for a body, judged over the whole article.

Every run of capitalised words is a suspect; each place where it stands gives signs for or against a
person (a given name, a courtesy title, an age, "who", a verb that only people are subject of; an
article, a place's "in", a word of bodies). One good place is enough, and the name is then found
wherever it stands, in capitals too.
"""

from collections.abc import Iterator, Sequence

from kingmaker.lexicon.index import folded
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.body_ends import ends_body
from kingmaker.text.naming import is_bar, is_courtesy, is_title_case, opens_clause
from kingmaker.text.runs import runs
from kingmaker.text.tree import Name, Tree

ENOUGH = 1
PLACING = frozenset({"in", "near", "at", "across", "outside", "around", "inside"})
FROM = frozenset({"of", "from", "through", "into", "to", "for"})
# Where in a sentence a person's name stands.
NAME_EDGES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "poss", "attr", "dative", "ROOT"})
LABELS = {"PERSON": 3, "": 1, "ORG": 0, "GPE": 0, "NORP": -1, "LOC": 0, "FAC": 0, "DATE": -2, "PRODUCT": 0}
CLUBS = frozenset(
    {
        "FC",
        "FF",
        "AC",
        "AFC",
        "CF",
        "SC",
        "BC",
        "RFC",
        "CC",
        "IF",
        "FK",
        "HC",
        "BK",
        "SA",
        "AG",
        "NV",
        "SE",
        "AB",
        "AS",
        "PLC",
    }
)
Key = tuple[str, ...]


def mend_names(trees: Sequence[Tree]) -> None:
    """Put right which names of the trees are people's."""
    judged: dict[Key, int] = {}
    for tree in trees:
        title_case = is_title_case(tree)
        for start, end in runs(tree) if not title_case or len(trees) == 1 else ():
            key = _key(tree, start, end)
            if len(key) > 1:
                judged[key] = max(judged.get(key, -9), _signs(tree, start, end, title_case))
    first: dict[str, list[Key]] = {}
    for key in sorted((k for k, n in judged.items() if n >= ENOUGH), key=lambda k: (-len(k), k)):
        first.setdefault(key[0], []).append(key)
    told = any(not is_title_case(t) for t in trees)
    for tree in trees:
        merged = _merged(tree, list(_known_in(tree, first)))
        tree.names = tuple(n for n in merged if n.label != "PERSON" or not ends_body(tree, n))
        if told and is_title_case(tree):  # "Raila Picked As Envoy": its capitals tell nothing
            tree.names = tuple(n for n in tree.names if n.label != "PERSON" or _is_known(tree, n, first))


def _key(tree: Tree, start: int, end: int) -> Key:
    return tuple(folded(w.text) for w in tree.words[start:end])


def _signs(tree: Tree, start: int, end: int, title_case: bool) -> int:
    """Count what speaks for and against a run being a person's name where it stands."""
    lexicon, text = world(), tree.phrase(start, end)
    if lexicon.posts_of(text):
        return 9
    if (
        _is_seat(tree, start)
        or lexicon.country(text)
        or lexicon.body(text)
        or lexicon.title(text)
        or lexicon.portfolio(text)
    ):
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
    """Return the parser's word for a run: the label of a person in it, or of the name that holds it whole."""
    meeting = [n for n in tree.names if n.start < end and start < n.end and n.label not in ("CARDINAL", "ORDINAL")]
    if any(n.label == "PERSON" and (n.end == end or n.start == start) for n in meeting):
        return "PERSON"
    if not meeting:
        return ""
    whole = [n for n in meeting if n.start <= start and end <= n.end and (n.label != "DATE" or n.start == start)]
    return whole[0].label if whole else ""


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


def _is_known(tree: Tree, name: Name, first: dict[str, list[Key]]) -> bool:
    key = _key(tree, name.start, name.end)
    return len(key) == 1 or key in first.get(key[0], ())


def _goes_on(tree: Tree, start: int, end: int) -> bool:
    """Whether a longer name goes on: "Keir Hall" in "Keir Hall Foundation"."""
    if end >= len(tree) or tree[end].sent != tree[start].sent:
        return False
    return tree[end].is_capital and is_bar(tree[end]) and not is_title_case(tree)


def _merged(tree: Tree, people: list[Name]) -> tuple[Name, ...]:
    """Return the tree's names with the people's put in the place of whatever they meet."""
    kept = [n for n in tree.names if not any(n.start < p.end and p.start < n.end for p in people)]
    kept = [n._replace(start=n.start + 1) if _opened(tree, n) else n for n in kept]
    told = [n._replace(label="THING") if n.label == "PERSON" and _is_thing(tree, n.start, n.end) else n for n in kept]
    return tuple(sorted([*told, *people]))


def _is_seat(tree: Tree, start: int) -> bool:
    """Whether a party's letter and a state stand here: "R-Fla."."""
    text, after = tree[start].text, tree[start + 1].text if start + 1 < len(tree) else ""
    return text[:1] in "RDI" and (text[1:2] == "-" or (len(text) == 1 and after == "-"))


def _opened(tree: Tree, name: Name) -> bool:
    return name.label == "PERSON" and name.end - name.start > 1 and opens_clause(tree, name.start)


def _is_thing(tree: Tree, start: int, end: int) -> bool:
    """Whether what the parser takes for a person is a thing or a group: "Brexit", "the Bombay Ledger", "Tories"."""
    words = tree.words[start:end]
    if _is_seat(tree, start):
        return True
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) < 5:
        return True
    if len(words) == 1 and (not words[0].text.isalpha() or words[0].lower in terms().not_people):
        return True
    if len(words) == 1 and start and tree[start - 1].lower == "the":
        return True  # "the Wallasey MP"
    if len(words) > 1 and words[-1].text in CLUBS:
        return True
    last, given = words[-1], world().begins_name(words[0].text) and len(words) > 1
    if (
        len(words) > 1
        and is_bar(last)
        and last.lower not in terms().surnames_too
        and not (start and is_courtesy(tree[start - 1]))
    ):
        return not (world().demonym(last.text) and given)
    article = start > 0 and tree[start - 1].lower in ("the", "a", "an")
    grouped = any(world().members(w.text) or world().people(w.text) for w in words)
    return (grouped and not given) or (article and not given and any(is_bar(w) for w in words))
