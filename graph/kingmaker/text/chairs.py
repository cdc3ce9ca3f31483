"""Whom a committee or commission has at its head: its chair, where the words tell which one it is."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.bodies import Named, named_bodies
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import capitals, make_post
from kingmaker.text.tree import Tree, Word

CHAIRED = frozenset({"committee", "subcommittee", "commission", "inquiry", "panel", "tribunal", "authority"})
OWNER = 5  # words of an owner's name


def chair_post(tree: Tree, at: int) -> Entity | None:
    """Return the chair of the committee that word `at` is: "Parliament's budget committee", "the Rules Committee".

    One in small letters and of nobody named stays open: there are many budget committees.
    """
    if tree[at].lower not in CHAIRED:
        return None
    body = next((b for b in named_bodies(tree) if b.start <= at < b.end and tree[at].lower == b.noun), None)
    title = world().title("Chair")
    if body is None or title is None or set(body.label.lower().split()) & terms().private_bodies:
        return None
    owner = _owner(tree, body)
    if owner is None and not (body.proper and tree[body.start].is_capital):
        return None
    label = capitals(body.label.removeprefix("the "))
    label = f"{label} of {owner.phrase}" if owner is not None else label
    place = known_place(label, body.start, body.end)
    return make_post("Chair", title, title.name, place or Place(
        body.start, body.end, label, EntityKind.ORGANISATION, False, "of", True))  # fmt: skip


def _owner(tree: Tree, body: Named) -> Place | None:
    """Return the known body or country that a committee is of: "the European Parliament's", "of Ghana"."""
    head = tree[body.end - 1]
    before: Word | None = tree[body.start - 1] if body.start else None
    if before is not None and before.tag == "POS":
        for first in range(max(0, before.i - OWNER), before.i):
            if tree[first].is_capital and (place := known_place(tree.phrase(first, before.i), first, before.i)):
                return place
    after = next((k for k in tree.kids(head.i, "prep") if k.lower == "of" and k.i == body.end), None)
    of = tree.kid(after.i, "pobj") if after is not None else None
    return known_place(tree.phrase(*_whole(tree, of.i)), of.i, of.i + 1) if of is not None and of.is_capital else None


def _whole(tree: Tree, at: int) -> tuple[int, int]:
    start = at
    while start and tree[start - 1].is_capital and tree[start - 1].dep == "compound":
        start -= 1
    return start, at + 1
