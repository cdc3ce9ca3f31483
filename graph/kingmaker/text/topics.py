"""Whom a paragraph is about by its layout: the name that heads it, in a run of profiles or a list of runners."""

from collections.abc import Callable, Sequence

from kingmaker.model import Entity
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.tree import Tree

REACH = 4  # paragraphs a heading is good for
LONGEST = 12  # words of a heading that is a name, with a title and an age or a party
JOINS = frozenset({":", "-", "–", "—", "|"})


def topics(
    trees: Sequence[Tree], mentions: Sequence[Mention], person: Callable[[Mention], Entity | None]
) -> dict[int, Entity]:
    """Return by tree the one person whose name heads it, alone on a line above or before a colon or dash.

    "Penny Mordaunt / The bookmakers' favourite." and "Carstens: Backed by Mexico and Brazil." leave the
    name out of the sentences that follow.
    """
    found: dict[int, Entity] = {}
    by_tree: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_tree.setdefault(mention.tree, []).append(mention)
    above, left = None, 0
    for tree in trees:
        people = [m for m in by_tree.get(tree.index, ()) if m.kind is MentionKind.PERSON]
        if tree.block.role != "paragraph" or _is_name(tree, people):
            above, left = (person(people[0]) if _is_name(tree, people) else None), REACH
            continue
        own = person(people[0]) if people and _opens(tree, people[0]) else None
        topic = own or (above if left > 0 else None)
        left -= 1
        if topic is not None:
            found[tree.index] = topic
    return found


def _is_name(tree: Tree, people: Sequence[Mention]) -> bool:
    """Whether a line is one person's name, with no more beside it than what says who that is."""
    if len(people) != 1 or len(tree) > LONGEST or people[0].start > 3:
        return False
    closed = people[0].end == len(tree) or tree[people[0].end].text in JOINS | {",", "("}
    return closed and not any(w.is_verb and w.tag not in ("VBN", "VBG") for w in tree.words)


def _opens(tree: Tree, name: Mention) -> bool:
    """Whether a paragraph begins with a name and a colon or dash."""
    return name.start == 0 and name.end < len(tree) and tree[name.end].text in JOINS
