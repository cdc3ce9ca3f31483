"""Who is listed in a stretch of names: with titles before and after them, ages, parties and odds in between."""

from collections.abc import Iterator

from kingmaker.facts.roles import ACTORS, PERSONS
from kingmaker.model import Entity, EntityKind
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

JOINTS = frozenset({",", ";", "and", "or", "plus", "&", "+", "/"})
BREAKS = frozenset({"and", "plus", ";", "&", "+"})  # after these an office is another member and not a description
OPENING = frozenset({"the", "a", "an", "also", "former", "perhaps", "maybe", "possibly", "even", "both"})
ASIDES = frozenset(
    {"who", "whom", "which", "whose", "where", "with", "after", "but", "since", "until", "as", "though", "although"}
)
SMALL = frozenset({"of", "the", "for", "and", "&", "'", "'s", "-", "de", "la", "in"})

Item = tuple[int, int, bool]  # first word, end, and whether an "and" stands before it


def listed_people(reading: Reading, tree: Tree, start: int, end: int, role: str) -> Iterator[tuple[int, Entity]]:
    """Yield whom a stretch lists, as far as they can fill a role, each with its word."""
    beside = {h.office: h.person for h in reading.holdings}
    seen: set[str] = set()
    after_person = False
    for first, stop, joined in _items(tree, start, end):
        if tree[first].lower in ASIDES:
            continue
        inside = _mentions(reading, tree, first, stop)
        person = next((m for m in inside if m.kind is MentionKind.PERSON), None)
        if inside and (of := beside.get(inside[-1])) is not None and of not in inside and of.start > first:
            continue  # "the Bishop's Hill MP, Karen Lowe": the name follows
        described = person is None and after_person and not joined
        found: list[tuple[int, Entity]] = []
        if person is not None and _is_anothers(tree, first, stop, person):
            continue
        if person is not None:
            found = [(person.head, e) for e in reading.actors(tree, person.head)]
        elif not described and not (inside and inside[-1] in beside):
            found = (
                _others(reading, tree, first, stop, inside) if role not in PERSONS else _holder(reading, tree, inside)
            )
        after_person = person is not None or described
        kinds = (EntityKind.PERSON,) if role in PERSONS else ACTORS
        for at, entity in found:
            if entity.kind in kinds and entity.id not in seen:
                seen.add(entity.id)
                yield at, entity


def _items(tree: Tree, start: int, end: int) -> Iterator[Item]:
    """Yield the stretches between commas and "and"s that stand in no brackets."""
    first, depth, joined = start, 0, False
    for i in range(start, end + 1):
        text = tree[i].lower if i < end else ";"
        depth += (text in "([") - (text in ")]") if i < end else 0
        if (text in JOINTS and depth <= 0) or i == end:
            if i > first:
                yield first, i, joined
                joined = False
            joined = joined or text in BREAKS
            first = i + 1


def _mentions(reading: Reading, tree: Tree, start: int, end: int) -> list[Mention]:
    """Return the mentions in an item, without those in brackets."""
    stop = next((i for i in range(start, end) if tree[i].text in ("(", "[")), end)
    found = (reading.mention(tree, i) for i in range(start, stop))
    return list(dict.fromkeys(m for m in found if m is not None and start <= m.start and m.end <= end))


def _is_anothers(tree: Tree, start: int, end: int, person: Mention) -> bool:
    """Whether a name only says whose or what for the thing listed is: "Obi's plan", "a song for Obi"."""
    owns = person.end < end and tree[person.end].tag == "POS"
    return owns or any(
        w.pos == "ADP" and w.head != person.head for w in tree.words[max(start, person.start - 1) : person.start]
    )


def _holder(reading: Reading, tree: Tree, inside: list[Mention]) -> list[tuple[int, Entity]]:
    """Return the person who holds the office that an item is: "and the deputy prime minister"."""
    office = inside[-1] if inside else None
    if office is None or office.kind is not MentionKind.OFFICE:
        return []
    return [(office.head, e) for e in reading.actors(tree, office.head) if reading.is_named(e)]


def _others(
    reading: Reading, tree: Tree, start: int, end: int, inside: list[Mention]
) -> list[tuple[int, Entity]]:  # fmt: skip
    """Return the body, country, group or holder of an office that an item names; a proper name is a body's."""
    while start < end and tree[start].lower in OPENING:
        start += 1
    stop = next((i for i in range(start, end) if tree[i].text in ("(", "[", ".")), end)
    last = inside[-1] if inside else None
    if last is not None and last.end >= stop and (last.start <= start or last.kind is not MentionKind.PLACE):
        if last.kind is MentionKind.OFFICE:
            return _holder(reading, tree, inside)
        return [(last.head, e) for e in reading.actors(tree, last.head)]
    words = tree.words[start:stop]
    proper = bool(words) and words[0].is_capital and words[-1].is_capital and len(words) < 8
    if not proper or not all(w.is_capital or w.lower in SMALL for w in words):
        return []
    return [(stop - 1, Entity.named(EntityKind.ORGANISATION, tree.phrase(start, stop)))]
