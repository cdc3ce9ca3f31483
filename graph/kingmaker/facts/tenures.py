"""Tenures told by a title: beside a name, or by a phrase that says whose office it is and stands for its holder."""

from collections.abc import Iterator

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
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
        if mention.kind is MentionKind.OFFICE and mention not in beside and mention.office:
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
        status = "former" if office.status == "current" and _is_long_gone(reading, person, post) else office.status
        yield Situation.of(Kind.TENURE, {"holder": person, "post": post}, status), mention.tree, span


def _is_long_gone(reading: Reading, person: Entity, post: Entity) -> bool:
    """Whether the world knows that somebody left a post by then: "President Barack Obama" in a later year."""
    day, key = reading.article.published, reading.posts.key(post)
    of = post.of.label if post.of is not None else ""
    known = world().posts_of(person.label) or world().person(person.label)
    held = [h for h in known if (h.key, h.of) == (key, of) and h.start <= (day or "")]
    return bool(day and held) and all(h.end is not None and h.end[: len(day)] < day[: len(h.end)] for h in held)


def is_over(tree: Tree, at: int) -> bool:
    """Whether a participle tells of what is past: "having served as mayor", "after serving as mayor"."""
    word, above = tree[at], tree[tree[at].head]
    if word.tag not in ("VBG", "VBN"):
        return False
    having = any(k.lower == "having" for k in tree.kids(at, "aux"))
    return having or (word.dep == "pcomp" and above.lower in ("after", "following"))
