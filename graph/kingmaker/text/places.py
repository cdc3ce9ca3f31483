"""What an office is of: the country, body or region named before or after a title."""

import re
from dataclasses import dataclass, replace
from typing import Any

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Body, Country, world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.bodies import named_bodies
from kingmaker.text.naming import is_plain
from kingmaker.text.tree import Name, Tree

LONGEST_NAME = 8  # words
LEVELS = ("union", "federal", "state", "cabinet", "chief", "prime")  # of government: part of a title, no place


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
            start, end, found.name, EntityKind.ORGANISATION, True, preposition, found.the, found.head, found.kind
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
    if first > 4 and tree[first - 1].text == ")" and tree[first - 3].text == "(" and tree[first - 2].text.isupper():
        return _place_before(tree, first - 3)  # "Central Bank of Nigeria (CBN) Governor"
    end, possessive = first, False
    if end and (tree[end - 1].lower in LEVELS or tree[end - 1].lower in terms().statuses):
        # "Union Home Minister", "Outgoing Chief Justice", but "Kano State health commissioner".
        state = known_place(tree.phrase(end - 2, end), end - 2, first) if end > 1 and tree[end - 1].is_capital else None
        return state if tree[end - 1].text == "State" and state is not None and state.body_kind == "region" else None
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
    if end and tree[end - 1].is_capital and (whole := _named_to(tree, end, first)) is not None:
        return whole
    if end and tree[end - 1].lower in terms().public_bodies and tree[end - 1].dep in ("compound", "poss", "nmod"):
        start = end - 1
        while (
            start
            and tree[start - 1].dep in ("compound", "amod", "nmod")
            and (start - 1 < tree[start - 1].head < min(end + 2, len(tree)))
        ):
            start -= 1
        if start < end - 1 and not possessive:
            return _owned(tree, start, unknown_place(tree, start, end, first))  # "Infrastructure committee chairman"
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


def _owned(tree: Tree, start: int, body: Place | None) -> Place | None:
    """ "Peru's electoral commission chairman": a body in small letters is told apart by its country."""
    if body is None or start < 2 or tree[start - 1].tag != "POS" or any(c.isupper() for c in body.label):
        return body
    owner = known_place(tree[start - 2].text, start - 2, start - 1)
    if owner is None or owner.body_kind not in ("country", "region") or not tree[start - 2].is_capital:
        return body
    return replace(body, start=owner.start, label=f"{body.label} of {owner.phrase}", the=True)


def _named_to(tree: Tree, end: int, first: int) -> Place | None:
    """Return the body named in full just before a title: "High Court judge", "Court of Appeal judge"."""
    body = next((b for b in named_bodies(tree) if b.end == end and b.proper), None)
    place = unknown_place(tree, body.start, body.end, first) if body is not None else None
    return replace(place, the=True) if place is not None else None


def _stands_for_body(tree: Tree, i: int, possessive: bool) -> bool:
    """Whether a word may be a body's short name: a capital, or its noun alone ("the commission's")."""
    word = tree[i]
    if word.is_capital:
        full = i > 0 and tree[i - 1].is_capital and tree[i - 1].dep in ("compound", "amod", "nmod")
        return not (full and word.lower in terms().body_nouns)
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


def bars(name: Name) -> bool:
    """Whether a name is no place: a date, a number, or a person's (one word after "mayor of" is the parser's slip)."""
    if name.label == "PERSON":
        return name.end - name.start > 1
    return name.label in ("DATE", "TIME", "CARDINAL", "ORDINAL")


def unknown_place(tree: Tree, start: int, end: int, last: int, preposition: str = "") -> Place | None:
    """Return a body the lexicon does not have, under the name the article gives it."""
    the = tree[start].lower == "the"
    start += the
    label = tree.phrase(start, end) if end > start else ""
    if any(n.start < end and start < n.end and bars(n) for n in tree.names):
        return None
    if not any(c.isalnum() for c in label) or label.lower() in terms().not_bodies | terms().statuses.keys():
        return None
    if label in tree.namesakes and label not in tree.places:
        return None  # "Park's first prime minister" is that of the president's country
    return Place(start, max(end, last), label, EntityKind.ORGANISATION, False, preposition, the)
