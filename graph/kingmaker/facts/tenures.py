"""Tenures told by a title: beside a name, or by a phrase that says whose office it is and stands for its holder."""

from collections.abc import Iterator

from kingmaker.lexicon.terms import terms
from kingmaker.model import Entity, EntityKind, Kind, Situation, Span
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

STATUSES = ("current", "former", "designate")


def title_tenures(reading: Reading) -> Iterator[tuple[Situation, int, Span]]:
    """Yield each tenure that a title tells, with its tree and the span of its words."""
    beside = set()
    for holding in reading.holdings:
        beside.add(holding.office)
        tree = reading.trees[holding.office.tree]
        person = reading.links.person(holding.person)
        yield from _tenure(reading, holding.office, person, tree.span(holding.start, holding.end))
    for mention in reading.mentions:
        if mention.kind is MentionKind.OFFICE and mention not in beside and mention.office and mention.office.place:
            tree = reading.trees[mention.tree]
            if _is_predicate(tree, mention) or not reading.is_named(reading.links.person(mention)):
                continue
            yield from _tenure(reading, mention, reading.links.person(mention), tree.span(mention.start, mention.end))


def _is_predicate(tree: Tree, mention: Mention) -> bool:
    """Whether a phrase says what somebody is or becomes instead of standing for him: "who was prime minister"."""
    word = tree[mention.head]
    if mention.start and tree[mention.start - 1].lower == "as":
        return True
    return word.dep in ("attr", "oprd", "acomp") or (word.dep == "pobj" and tree[word.head].lower == "as")


def _tenure(
    reading: Reading, mention: Mention, person: Entity | None, span: Span
) -> Iterator[tuple[Situation, int, Span]]:
    office = mention.office
    if office is None or office.base in terms().legislators:
        return
    if person is None or person.kind is not EntityKind.PERSON or office.status not in STATUSES:
        return
    post = reading.posts.of(office, mention.tree, mention.start)
    if post is not None:
        yield Situation.of(Kind.TENURE, {"holder": person, "post": post}, office.status), mention.tree, span
