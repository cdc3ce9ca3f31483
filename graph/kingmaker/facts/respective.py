"""Respectively: "Tayebwa and Bahati were named chief whip and trade minister, respectively": each his own post."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kingmaker.facts.found import Dropped, Found
from kingmaker.model import Entity
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

PEOPLE = ("appointee", "nominee", "candidate", "holder")


def respective(reading: Reading, tree: Tree, told: Iterable[Found | Dropped]) -> Iterator[Found | Dropped]:
    """Yield what was told, the posts of a sentence that ends in "respectively" dealt out in the order of the people."""
    told = list(told)
    sentences = {w.sent for w in tree.words if w.lower == "respectively"}
    for one in told:
        if not isinstance(one, Found) or tree[one.at].sent not in sentences or not one.main:
            yield one
            continue
        alike = _told_alike(told, one)
        dealt = _dealt(reading, tree, one, alike)
        if dealt is not None:
            post, word = dealt
            yield replace(one, roles=dict(one.roles) | {"post": post}, words=tuple(sorted({*one.words, word})))
        elif len(alike) > 1:
            yield Dropped(tree, one.at, one.frame.id, "each has a post of his own, not told which")
        else:
            yield one


def _told_alike(told: Sequence[Found | Dropped], one: Found) -> list[Found]:
    return [f for f in told if isinstance(f, Found) and (f.at, f.frame.id) == (one.at, one.frame.id)]


def _dealt(reading: Reading, tree: Tree, one: Found, alike: Sequence[Found]) -> tuple[Entity, int] | None:
    """Return the post at the same place among the posts as the person has among the people told with him."""
    role = next((r for r in PEOPLE if r in one.roles), None)
    if role is None or "post" not in one.roles or not one.main:
        return None
    named = sorted((_place(reading, tree, f, role), f.roles[role].id) for f in alike if role in f.roles)
    people = list(dict.fromkeys(person for _, person in named))
    posts = [m for m in _offices(reading, tree, one.at) if m.office is not None]
    if len(people) != len(posts) or len(people) < 2:
        return None
    mention = posts[people.index(one.roles[role].id)]
    post = reading.posts.of(mention.office, tree.index, mention.start) if mention.office is not None else None
    return (post, mention.head) if post is not None else None


def _place(reading: Reading, tree: Tree, found: Found, role: str) -> int:
    """Return where the person of a role stands among the words that tell it."""
    return next((w for w in found.words if found.roles[role] in reading.people(tree, w)), len(tree))


def _offices(reading: Reading, tree: Tree, at: int) -> Iterator[Mention]:
    """Yield the posts named after word `at` and before "respectively", but titles beside a name."""
    beside = {h.office for h in reading.holdings}
    end = next((w.i for w in tree.words[at:] if w.lower == "respectively"), at)
    seen: set[int] = set()
    for i in range(at + 1, end):
        mention = reading.mention(tree, i)
        if mention is None or mention.start in seen or mention.kind is not MentionKind.OFFICE or mention in beside:
            continue
        seen.add(mention.start)
        yield mention
