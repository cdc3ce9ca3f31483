"""Mentions: every stretch of a paragraph that names or stands for somebody or something, surest kind first."""

from collections.abc import Iterator

from kingmaker.text.completing import with_time
from kingmaker.text.groups import groups, places, pronouns
from kingmaker.text.known import Known
from kingmaker.text.mention import Mention, MentionKind, Taken
from kingmaker.text.nominals import nominals
from kingmaker.text.offices import Office, find_offices
from kingmaker.text.people import people
from kingmaker.text.tree import Tree

NOBODY = Known()


def find_mentions(tree: Tree, known: Known = NOBODY) -> list[Mention]:
    """Return a paragraph's mentions in order, none overlapping; `known` is whom the article introduces."""
    taken: Taken = {}
    finders = (_offices, people, nominals, groups, places, pronouns)
    for find in finders:
        for mention in find(tree, known, taken):
            if not any(i in taken for i in range(mention.start, mention.end)):
                taken.update(dict.fromkeys(range(mention.start, mention.end), mention))
    return sorted(dict.fromkeys(taken.values()), key=lambda m: m.start)


def _offices(tree: Tree, known: Known, taken: Taken) -> Iterator[Mention]:
    for office in find_offices(tree):
        if office.post is None and _is_honorific(tree, office):
            continue
        words, number = tree.phrase(office.start, office.end), "plural" if office.plural else ""
        mention = Mention(
            tree.index, office.start, office.end, office.head, MentionKind.OFFICE, words, number, office=office
        )
        yield with_time(tree, mention, known.year)


def _is_honorific(tree: Tree, office: Office) -> bool:
    """Whether a bare one-word title is courtesy before a surname ("Judge Baker", "General Smith")."""
    word = tree[office.end - 1].lower.rstrip(".")
    return (office.end - office.start == 1 and word in ("general", "gen", "chief", "col", "captain", "hon")
            and office.end < len(tree) and tree[office.end].pos == "PROPN")  # fmt: skip
