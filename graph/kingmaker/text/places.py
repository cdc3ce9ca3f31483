"""What an office is of: the country, body or region named before or after a title."""

import re
from dataclasses import dataclass
from typing import Any

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Body, Country, world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.naming import is_plain
from kingmaker.text.tree import Name, Tree

LONGEST_NAME = 8  # words
AFTER = ("of", "for", "at", "in", "to", "on")


@dataclass(frozen=True, slots=True)
class Place:
    """Words `start` to before `end` that name a body or country; `known` if the lexicon has it."""

    start: int
    end: int
    label: str
    kind: EntityKind
    known: bool = False
    preposition: str = ""
    the: bool = False
    head_title: str | None = None  # what the body calls its head
    body_kind: str = ""

    def entity(self) -> Entity:
        """Return the body or country as an entity."""
        return Entity.named(self.kind, self.label)

    @property
    def phrase(self) -> str:
        """The label as English says it after "of"."""
        return f"the {self.label}" if self.the else self.label


def known_place(text: str, start: int, end: int, *, adjective: bool = False, preposition: str = "") -> Place | None:
    """Return what the lexicon knows by this text: a name, or (before a title) a demonym or modifier."""
    lexicon = world()
    found: Any = lexicon.country(text) or lexicon.body(text)
    if adjective:
        found = found or lexicon.demonym(text) or lexicon.modifier(text) or lexicon.seat(text)
    if found is None:
        return None
    return _place(found, start, end, preposition)


def _place(found: Any, start: int, end: int, preposition: str) -> Place:
    if isinstance(found, Body):
        return Place(
            start,
            end,
            found.name,
            EntityKind.ORGANISATION,
            True,
            preposition,
            found.the,
            found.head,
            found.kind,
        )
    kind = EntityKind.COUNTRY if isinstance(found, Country) else EntityKind.ORGANISATION
    body_kind = "country" if kind is EntityKind.COUNTRY else "region"
    return Place(start, end, found.name, kind, True, preposition, getattr(found, "the", False), None, body_kind)


def own_body(tree: Tree, at: int, start: int, end: int, preposition: str = "") -> Place | None:
    """Return the body that the article names in full and here in short: "EFWA", "the authority"."""
    word = tree[at]
    label = tree.short_names.get(word.text) or tree.short_names.get(word.lower)
    if label is None:
        return None
    known = known_place(label, start, end, preposition=preposition)
    return known or Place(start, end, label, EntityKind.ORGANISATION, False, preposition, True)


def place_before(tree: Tree, first: int) -> Place | None:
    """Return the body or country that ends where an office phrase begins ("UK's", "Dutch", "Fed").

    "The authority's Polish deputy director" is the authority's.
    """
    place = _place_before(tree, first)
    origin = place is not None and place.kind is EntityKind.COUNTRY and place.start > 1
    if origin and place is not None and tree[place.start - 1].tag == "POS" and tree[place.end - 1].tag != "POS":
        owner = _place_before(tree, place.start)
        if owner is not None and owner.kind is not EntityKind.COUNTRY:
            return owner
    return place


def _place_before(tree: Tree, first: int) -> Place | None:
    end, possessive = first, False
    if end and tree[end - 1].tag == "POS":
        end, possessive = end - 1, True
    for start in range(max(0, end - LONGEST_NAME), end):
        if tree[start].sent != tree[end - 1].sent or not tree.is_clean(start, end):
            continue
        place = known_place(tree.phrase(start, end), start, first, adjective=True)
        if place is not None and (tree[end - 1].is_capital or end - start > 1):
            return place
    return _named_before(tree, end, first, possessive)


def _named_before(tree: Tree, end: int, first: int, possessive: bool) -> Place | None:
    if end and _stands_for_body(tree, end - 1, possessive) and (short := own_body(tree, end - 1, end - 1, first)):
        return short
    for name in tree.names:
        if name.end == end and name.label in ("GPE", "ORG", "NORP", "LOC", "FAC") and name.end > name.start:
            if not possessive and tree[end - 1].head not in range(first, len(tree)):
                continue
            native = _native_place(tree, tree[end - 1].text)
            if not possessive and name.end - name.start > 1 and is_plain(tree.words[name.start : name.end]):
                return None  # "Grace Obi governor of Lagos": a name before its title
            if native is not None and name.end - name.start == 1:
                return Place(name.start, first, native, EntityKind.COUNTRY, False, body_kind="country")
            return None if name.label == "NORP" else unknown_place(tree, name.start, end, first)
    if end and tree[end - 1].lower in terms().public_bodies and tree[end - 1].dep in ("compound", "poss", "nmod"):
        start = end - 1
        while start and tree[start - 1].dep in ("compound", "amod", "nmod") and start - 1 < tree[start - 1].head < end:
            start -= 1
        if start < end - 1 and not possessive:
            return unknown_place(tree, start, end, first)  # "Infrastructure committee chairman"
    native = _native_place(tree, tree[end - 1].text) if end else None
    if (
        native is not None
        and tree[end - 1].is_capital
        and (possessive or tree[end - 1].dep in ("amod", "compound", "nmod", "poss"))
    ):
        return Place(end - 1, first, native, EntityKind.COUNTRY, False, body_kind="country")
    if (
        end
        and tree[end - 1].pos == "PROPN"
        and tree[end - 1].is_capital
        and tree[end - 1].dep in ("compound", "poss", "nmod")
    ):
        if any(n.start <= end - 1 < n.end and n.label == "PERSON" for n in tree.names):
            return None
        start = end - 1
        while start and tree[start - 1].pos == "PROPN" and tree[start - 1].dep in ("compound", "nmod"):
            start -= 1
        if not possessive and end - start > 1 and is_plain(tree.words[start:end]):
            return None
        return unknown_place(tree, start, end, first)
    return None


def _stands_for_body(tree: Tree, i: int, possessive: bool) -> bool:
    """Whether a word may be a body's short name: a capital, or its noun alone ("the commission's")."""
    word = tree[i]
    if word.is_capital:
        return True
    alone = not i or tree[i - 1].lower in terms().determiners or tree[i - 1].dep not in ("compound", "amod", "nmod")
    return word.lower in terms().body_nouns and alone and (possessive or word.dep in ("compound", "nmod"))


def _native_place(tree: Tree, word: str) -> str | None:
    """Return the place of the article that an adjective comes from by its form: "Vardanian" from "Vardania"."""
    for place in sorted(tree.places):
        stem = place.rstrip("aeiouy")
        if (
            len(stem) > 3
            and word != place
            and word.startswith(stem)
            and re.fullmatch(r"(?:a|e|i)?(?:n|an|ian|ese|ish|i)", word[len(stem) :])
        ):
            return place
    return None


def _bars(name: Name) -> bool:
    """Whether a name is no place: a date, a number, or a person's (one word after "mayor of" is the parser's slip)."""
    if name.label == "PERSON":
        return name.end - name.start > 1
    return name.label in ("DATE", "TIME", "CARDINAL", "ORDINAL")


def unknown_place(tree: Tree, start: int, end: int, last: int, preposition: str = "") -> Place | None:
    """Return a body the lexicon does not have, under the name the article gives it."""
    the = tree[start].lower == "the"
    start += the
    label = tree.phrase(start, end) if end > start else ""
    if any(n.start < end and start < n.end and _bars(n) for n in tree.names):
        return None
    if not any(c.isalnum() for c in label) or label.lower() in terms().not_bodies:
        return None
    return Place(start, max(end, last), label, EntityKind.ORGANISATION, False, preposition, the)


def place_after(tree: Tree, last: int, scopes: tuple[str, ...]) -> Place | None:
    """Return the body or country named after a title: "of NATO", "of Italy's environment agency"."""
    if last + 1 >= len(tree) or tree[last].lower not in AFTER or tree[last].sent != tree[last + 1].sent:
        return None
    preposition, start = tree[last].lower, last + 1
    if preposition not in ("of", "for", "at") and not (
        "embassy" in scopes
        or (preposition == "on" and {"court", "committee"} & set(scopes))
        or (preposition == "in" and {"region", "city", "court"} & set(scopes))
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
    head = next((w for w in tree.kids(last, "pobj")), None)
    if head is None:
        head = next((tree[i] for i in range(start, min(start + 6, len(tree))) if tree[i].dep == "pobj"), None)
    if head is None or head.i < start or head.pos not in ("PROPN", "NOUN") or head.lemma in terms().not_bodies:
        return None
    if any(n.start <= head.i < n.end and n.label == "PERSON" and _bars(n) for n in tree.names):
        return None
    end = next((i for i in range(start, head.i + 1) if _parts(tree, i)), head.i + 1)
    if end <= start:
        return None
    nested = next((k for k in tree.kids(head.i, "prep") if k.lower == "of" and k.i == end), None)
    if nested is not None and (inner := tree.kid(nested.i, "pobj")) is not None and inner.pos == "PROPN":
        end = inner.i + 1
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
        if known is not None and after < end:
            label = f"{tree.phrase(after, end)} of {known.phrase}"
            return Place(last, end, label, EntityKind.ORGANISATION, False, preposition, True)
    if not any(tree[i].is_capital for i in range(start, end)) and preposition != "of":
        return None
    body = unknown_place(tree, start, end, end, preposition)
    if body is None:
        return None
    return Place(last, end, body.label, body.kind, False, preposition, body.the)
