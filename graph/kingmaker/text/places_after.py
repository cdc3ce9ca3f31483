"""What an office is of by the words after its title: "of NATO", "of Italy's environment agency", "in London"."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Country, world
from kingmaker.model import EntityKind
from kingmaker.text.naming import name_after
from kingmaker.text.places import LONGEST_NAME, Place, bars, known_place, own_body, unknown_place
from kingmaker.text.tree import Tree

AFTER = ("of", "for", "at", "in", "to", "on")


def place_after(tree: Tree, last: int, scopes: tuple[str, ...]) -> Place | None:
    """Return the body or country named after a title: "of NATO", "of Italy's environment agency"."""
    if last + 1 >= len(tree) or tree[last].lower not in AFTER or tree[last].sent != tree[last + 1].sent:
        return None
    preposition, start = tree[last].lower, last + 1
    if preposition not in ("of", "for", "at") and not (
        "embassy" in scopes
        or (preposition == "on" and {"court", "committee"} & set(scopes))
        or (preposition == "in" and {"region", "city", "court"} & set(scopes))
        or (preposition == "to" and "agency" in scopes and "committee" in scopes and _is_known(tree, start))
    ):
        return None
    first = start + (tree[start].lower in ("the", "its", "their", "his", "her"))
    for end in range(min(len(tree), first + LONGEST_NAME), first, -1):
        place = _capital(tree.phrase(first, end), last, end, preposition) if "embassy" in scopes else None
        place = place or known_place(tree.phrase(first, end), last, end, preposition=preposition)
        if place is None and end == first + 1 and (tree[first].is_capital or tree[first].lower in terms().body_nouns):
            place = own_body(tree, first, last, end, preposition)
        if (
            place is not None
            and (tree[first].is_capital or tree[first - 1].lower == "the")
            and tree.is_clean(first, end)
            and not _goes_on(tree, end)
        ):
            return place
    return _placed_in(tree, last) if preposition == "in" else _phrase_after(tree, last, start, preposition)


def _is_known(tree: Tree, start: int) -> bool:
    """Whether a body that the lexicon has is named from a word on: "commissioners to the Electoral Commission"."""
    first = start + (tree[start].lower == "the")
    return any(
        known_place(tree.phrase(first, end), first, end) is not None
        for end in range(min(len(tree), first + LONGEST_NAME), first, -1)
        if tree[end - 1].sent == tree[start].sent
    )


def _placed_in(tree: Tree, last: int) -> Place | None:
    """ "A district judge in Polk County": a part of a country by its own word for what it is."""
    end = last + 1
    while end < len(tree) and tree[end].is_capital and tree[end].pos == "PROPN":
        end += 1
    told = end - last > 2 and tree[end - 1].lower in terms().parts_of_countries
    return unknown_place(tree, last + 1, end, end, "in") if told else None


def _capital(text: str, last: int, end: int, preposition: str) -> Place | None:
    """Return the country of a capital to which an ambassador is sent ("our man in Washington")."""
    seat = world().seat(text) if preposition != "of" and text[:1].isupper() else None
    own = world().country(text)
    return known_place(seat.name, last, end, preposition=preposition) if seat and not isinstance(own, Country) else None


def _goes_on(tree: Tree, end: int) -> bool:
    """Whether a longer name goes on after a known one: "Italy" in "Italy's agency", "UN" in "UN Mountain Programme"."""
    if end >= len(tree) or _begins_person(tree, end):
        return False
    word = tree[end]
    if word.pos == "PROPN" and word.is_capital and (tree[end - 1].head == end or word.head in range(end + 1, end + 3)):
        return True
    return word.tag == "POS" or (word.pos == "PROPN" and tree[end - 1].dep == "compound" and tree[end - 1].head >= end)


def _begins_person(tree: Tree, at: int) -> bool:
    """Whether a person's name begins at a word: "ambassador to the US Peter Lund"."""
    named = any(n.start == at and n.label == "PERSON" for n in tree.names)
    given = world().gender(tree[at].text) is not None and at + 1 < len(tree) and tree[at + 1].pos == "PROPN"
    return tree[at].is_capital and (named or given)


def _described(tree: Tree, last: int, start: int, head: int, preposition: str) -> Place | None:
    """ "The new head of the anti-graft agency": the only agency of the article, described in small letters."""
    label = tree.short_names.get(f"the {tree[head].lower}") if tree[start].lower == "the" else None
    owned = any(w.tag == "POS" or w.is_capital for w in tree.words[start : head + 1])
    if label is None or owned or tree.kid(head, "prep") is not None:
        return None
    return known_place(label, last, head + 1, preposition=preposition)


def _parts(tree: Tree, i: int) -> bool:
    """Whether a mark ends a noun phrase: a colon, a bracket, a dash that joins no words."""
    if tree[i].text not in ("-", ":", ";", "(", "/", '"'):
        return False
    joins = 0 < i < len(tree) - 1 and tree[i - 1].end == tree[i].start and tree[i].end == tree[i + 1].start
    return not joins


def _says_which(tree: Tree, start: int, end: int) -> bool:
    """Whether a noun phrase tells one body from another: a capital in it, or more than "the party"."""
    words = [tree[i] for i in range(start, end) if tree[i].pos not in ("DET", "PRON")]
    return any(w.is_capital for w in words) or len(words) > 1


def _phrase_after(tree: Tree, last: int, start: int, preposition: str) -> Place | None:
    """Take the noun phrase after the preposition as the body: at most one "of" deep, never a person."""
    if (named := name_after(tree, start)) > start:
        return unknown_place(tree, start, named, named, preposition)
    head = next((w for w in tree.kids(last, "pobj")), None)
    if head is None:
        head = next((tree[i] for i in range(start, min(start + 6, len(tree))) if tree[i].dep == "pobj"), None)
    if head is None or head.i < start or head.pos not in ("PROPN", "NOUN") or head.lemma in terms().not_bodies:
        return None
    if any(n.start <= head.i < n.end and n.label == "PERSON" and bars(n) for n in tree.names):
        return None
    end: int = next((i for i in range(start, head.i + 1) if _parts(tree, i)), head.i + 1)
    if end <= start:
        return None
    nested = next((k for k in tree.kids(head.i, "prep") if k.lower == "of" and k.i == end), None)
    if nested is not None and (last_of := tree.kid(nested.i, "pobj")) is not None and last_of.pos == "PROPN":
        end = last_of.i + 1
    if described := _described(tree, last, start, head.i, preposition):
        return described
    longer = next((n.end for n in tree.names if n.start <= start < end < n.end and n.label == "ORG"), end)
    if longer > end and tree[end].lower in ("for", "of", "on", "and"):
        end = longer  # "the Agencies for Food and Agriculture"
    if end - start > LONGEST_NAME or any(tree[i].is_verb for i in range(start, end)):
        return None
    owner = next((k for k in tree.kids(head.i, "poss") if k.i >= start), None)
    if (owner is not None and owner.pos == "PRON") or not _says_which(tree, start, end):
        return None
    if owner is not None:
        known = known_place(tree.phrase(owner.i, owner.i + 1), start, end) or unknown_place(
            tree, start, owner.i + 1, end
        )
        after = owner.i + 1 + (tree[owner.i + 1].tag == "POS")
        inner = known_place(tree.phrase(after, end), last, end, preposition=preposition) if after < end else None
        if inner is not None and inner.body_kind not in ("country", "region"):
            return inner  # "chair of the party's 1922 Committee"
        if known is not None and after < end:
            label = f"{tree.phrase(after, end)} of {known.phrase}"
            return Place(last, end, label, EntityKind.ORGANISATION, False, preposition, True)
    if not any(tree[i].is_capital for i in range(start, end)) and preposition != "of":
        return None
    body = unknown_place(tree, start, end, end, preposition)
    if body is None:
        return None
    return Place(last, end, body.label, body.kind, False, preposition, body.the)
