"""Whose a bare title is by the words beside it: "Pakistan's nominee, former minister X", "Governor X of Texas"."""

from collections.abc import Sequence

from kingmaker.lexicon.entries import Country
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import EntityKind
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.places import Place, known_place
from kingmaker.text.tree import Tree

NOMINATING = frozenset({"nominate", "propose", "field", "put", "renominate", "submit"})


def attached_place(tree: Tree, mentions: Sequence[Mention], office: Mention, scopes: tuple[str, ...]) -> Place | None:
    """Return the country or region that the words about an office phrase tie its holder to; None where none does."""
    at = mentions.index(office)
    person = _person_beside(tree, mentions, at)
    return (
        (_of_person(tree, person, scopes) if person is not None else None)
        or _of_noun_before(tree, mentions, office.start if person is None else min(office.start, person.start))
        or (_nominator(tree, person) if person is not None else None)
    )


def _person_beside(tree: Tree, mentions: Sequence[Mention], at: int) -> Mention | None:
    """Return the name that stands beside a title, at most a comma, an article and an age between."""
    office = mentions[at]
    for other in [*mentions[at + 1 : at + 2], *mentions[max(0, at - 1) : at]]:
        gap = tree.words[min(office.end, other.end) : max(office.start, other.start)]
        near = other.kind is MentionKind.PERSON and len(gap) < 4 and tree[other.start].sent == tree[office.start].sent
        if near and all(w.lower in terms().between_title_and_name or w.text.isdigit() for w in gap):
            return other
    before: Mention | None = mentions[at - 2] if at > 1 else None  # "Vesna Pusić of Croatia, a former foreign minister"
    if before is not None and before.kind is MentionKind.PERSON and mentions[at - 1].place is not None:
        near = office.start - mentions[at - 1].end <= 3 and tree[before.start].sent == tree[office.start].sent
        return before if near and mentions[at - 1].start - before.end <= 2 else None
    return None


def _of_person(tree: Tree, person: Mention, scopes: tuple[str, ...]) -> Place | None:
    """ "X of Croatia", "X (Croatia)", "Romania's X", "the Portuguese X"."""
    start, end = person.start, person.end
    if end + 1 < len(tree) and tree[end].lower in ("of", "from", "("):
        for last in range(min(len(tree), end + 5), end + 1, -1):
            first = end + 1 + (tree[end + 1].lower == "the")
            place = known_place(tree.phrase(first, last), first, last) if first < last else None
            if place is not None and place.body_kind in ("country", *scopes):
                return place
    return _owner_before(tree, start) if start else None


def _owner_before(tree: Tree, end: int) -> Place | None:
    """Return the country or region whose possessive or adjective ends before word `end`."""
    possessive = tree[end - 1].tag == "POS"
    last = end - possessive
    for first in range(max(0, last - 4), last):
        if not tree.is_clean(first, last) or tree[first].sent != tree[last - 1].sent:
            continue
        place = known_place(tree.phrase(first, last), first, last, adjective=True)
        told = possessive or world().demonym(tree.phrase(first, last)) is not None
        if place is not None and told and place.body_kind in ("country", "region"):
            return place
    return None


def _of_noun_before(tree: Tree, mentions: Sequence[Mention], start: int) -> Place | None:
    """ "Pakistan's nominee, ...", "the Croatian candidate, ...", "its candidate, ..." just before a title or name."""
    noun = start - 1
    if noun > 0 and tree[noun].text == ",":
        noun -= 1
    if noun < 1 or tree[noun].lower not in terms().owned_people:
        return None
    first = noun
    while first and tree[first - 1].sent == tree[noun].sent and tree[first - 1].pos in ("ADJ", "NOUN", "VERB", "NUM"):
        if world().demonym(tree[first - 1].text) is not None:
            break
        first -= 1
    if first and tree[first - 1].lower == "its":
        return country_before(tree, mentions, first - 1)
    return _owner_before(tree, first) if first else None


def country_before(tree: Tree, mentions: Sequence[Mention], at: int) -> Place | None:
    """Return the one country named last before word `at`, in its sentence or else in the one before."""
    for back in (0, 1):
        named = [m.place for m in mentions if m.place is not None and m.place.kind is EntityKind.COUNTRY
                 and m.start < at and tree[m.start].sent == tree[at].sent - back]  # fmt: skip
        if named:
            return named[0] if len({p.label for p in named}) == 1 else None
    return None


def _nominator(tree: Tree, person: Mention) -> Place | None:
    """ "Kenya has put up Amina Mohamed, the culture minister": the country that stands a candidate of its own."""
    head = tree[person.head]
    verb = tree[head.head] if head.dep in ("dobj", "pobj") else None
    if verb is not None and verb.pos == "ADP":
        verb = tree[verb.head]
    if verb is None or verb.lemma not in NOMINATING:
        return None
    subject = tree.kid(verb.i, "nsubj")
    found = world().country(subject.text) or world().seat(subject.text) if subject is not None else None
    return known_place(found.name, person.start, person.start) if isinstance(found, Country) else None


def spoken_in(tree: Tree, mentions: Sequence[Mention], at: int) -> Place | None:
    """ "..., the minister said in Lima": the country of a capital spoken in, where the paragraph has named it."""
    start, end = tree.sentence(at)
    for i in range(start, end - 1):
        seat = world().seat(tree[i + 1].text) if tree[i].lower == "in" and tree[i + 1].is_capital else None
        if isinstance(seat, Country) and any(m.place and m.place.label == seat.name and m.start < at for m in mentions):
            return known_place(seat.name, i, i)
    return None
