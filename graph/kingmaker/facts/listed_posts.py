"""Who gets which post in a list: "Finance: Kofi Mensah", "Ama Addo, health minister", "Yaw Boateng (Defence)"."""

from collections.abc import Iterator

from kingmaker.lexicon.world import world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.charges import portfolio_post
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.particular import post_of
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

PAST = frozenset({"was", "were", "formerly", "previously", "ex", "former", "from", "had", "outgoing", "then"})
REPLACING = frozenset({"replaces", "replacing", "replaced", "succeeds", "succeeding", "was", "vice", "from", "for"})
JOINING = frozenset({"and", "&", "of", ",", "social", "affairs"})
LONGEST_AREA = 6  # words of a portfolio
APART = frozenset({",", ";", ":", "-", "--", "(", ")", "and", "|", "=", "/", "."})

Part = tuple[str, int, int, Entity]  # "person" or "post", its words, what it stands for
Pair = tuple[Entity, Entity, tuple[int, ...], Entity | None]


def listed_posts(reading: Reading, tree: Tree, start: int, end: int, new: bool) -> Iterator[Pair]:
    """Yield each person of a stretch with the post beside the name, and whose place is taken where that is told.

    Where the posts are `new` to them, "X, the minister," says only who X is.
    """
    parts, aside = _parts(reading, tree, start, end)
    order = [kind for kind, *_ in parts]
    at = 0
    while at + 1 < len(parts):
        if (
            order[0] == "post"
            and order[at : at + 3] == ["post", "post", "person"]
            and _joined(tree, parts[at], parts[at + 1])
        ):
            yield (
                parts[at + 2][3],
                parts[at][3],
                (parts[at][1], parts[at + 2][1]),
                None,
            )  # "Deputy and health minister: X"
            at += 1
            continue
        first, second = parts[at], parts[at + 1]
        if first[0] == second[0] or not _is_beside(tree, first, second, new):
            at += 1
            continue
        person, post = (first, second) if first[0] == "person" else (second, first)
        following = parts[at + 2][1] if at + 2 < len(parts) else end
        before = next((e for i, e in aside if second[2] <= i < following), None)
        yield person[3], post[3], (person[1], post[1]), before
        at += 2
        if order[0] == "person":
            while at < len(parts) and parts[at][0] == "post" and _is_beside(tree, parts[at - 1], parts[at], new):
                yield person[3], parts[at][3], (person[1], parts[at][1]), None
                at += 1


def _joined(tree: Tree, first: Part, second: Part) -> bool:
    """Whether one person has both posts: "Deputy leader and health minister: Obi"."""
    return [w.lower for w in tree.words[first[2] : second[1]]] in (["and"], ["&"])


def _parts(reading: Reading, tree: Tree, start: int, end: int) -> tuple[list[Part], list[tuple[int, Entity]]]:
    """Return the people and posts of a stretch in order, and apart from them whom brackets say they replace."""
    found: list[Part] = []
    aside: list[tuple[int, Entity]] = []
    i = start
    while i < end:
        if tree[i].text == "(" and i + 1 < end and tree[i + 1].lower in PAST | REPLACING:
            close = next((k for k in range(i, end) if tree[k].text == ")"), end - 1)
            aside += [(i, e) for e in _people(reading, tree, i, close)[:1]]
            i = close + 1
            continue
        named = bool(found) and found[-1][0] == "person" and found[-1][2] == i
        part = _part(reading, tree, i, end, named)
        if part is not None:
            found.append(part)
        i = part[2] if part is not None else i + 1
    return found, aside


def _people(reading: Reading, tree: Tree, start: int, end: int) -> list[Entity]:
    named = dict.fromkeys(m for i in range(start, end) if (m := reading.mention(tree, i)) is not None)
    return [e for m in named if m.kind is MentionKind.PERSON for e in reading.people(tree, m.head)]


def _part(reading: Reading, tree: Tree, i: int, end: int, named: bool) -> Part | None:
    """Return the person or post that begins at a word."""
    mention = reading.mention(tree, i)
    if mention is not None and mention.start == i and mention.end <= end:
        if mention.kind is MentionKind.PERSON:
            people = reading.people(tree, mention.head)
            return ("person", i, mention.end, people[0]) if len(people) == 1 else None
        if mention.kind is MentionKind.OFFICE:
            return _office(reading, tree, mention)
    if mention is not None and mention.kind is MentionKind.PERSON:
        return None
    return _portfolio(reading, tree, i, end, named)


def _office(reading: Reading, tree: Tree, mention: Mention) -> Part | None:
    office = mention.office
    if office is None or office.plural or office.status == "former":
        return None
    post = reading.posts.of(office, tree.index, mention.start)
    national = "country" in office.scopes and "embassy" not in office.scopes
    country = reading.government if post is None and national else None
    if country is not None:
        post = post_of(office, country)
    return ("post", mention.start, mention.end, post) if post is not None else None


def _portfolio(reading: Reading, tree: Tree, i: int, end: int, named: bool) -> Part | None:
    """Return the post of a portfolio named in bare words between two marks, after a "to", or right after a name."""
    before = tree[i - 1] if i else None
    opens = before is None or before.text in APART or before.lower in ("to", "at", "for", "the")
    if not (opens or named) or not tree[i].text[0].isalpha():
        return None
    found = portfolio_at(reading, tree, i, end)
    return ("post", i, found[0], found[1]) if found is not None else None


def portfolio_at(reading: Reading, tree: Tree, i: int, end: int) -> tuple[int, Entity] | None:
    """Return where a portfolio's name ends that begins at a word ("health", "lands and housing"), and its post."""
    if world().portfolio(tree[i].text) is None and not (i + 1 < end and tree[i + 1].lower in JOINING):
        return None
    for stop in range(min(end, i + LONGEST_AREA), i, -1):
        if stop < len(tree) and tree[stop].lower in ("of", "&", "social", "affairs"):
            continue
        post = portfolio_post(tree.phrase(i, stop), reading.government)
        if post is not None and post.kind is EntityKind.POST:
            return stop, post
    return None


def _is_beside(tree: Tree, first: Part, second: Part, new: bool) -> bool:
    """Whether nothing but marks, an age or small words part a name from a post."""
    if new and first[0] == "person" and tree[second[1]].lower in ("the", "a", "an", "its", "his", "her"):
        return False
    between = tree.words[first[2] : second[1]]
    small = {"as", "to", "the", "new", "is", "becomes", "gets", "at", "for", "be", "was", "of", "'s"}
    return len(between) < 14 and all(
        w.text in APART
        or w.lower in small
        or w.text.isdigit()
        or not w.text[0].isalnum()
        or w.text.isupper()
        or (w.is_capital and tree[w.i - 1].lower == "of")  # "Peter Alder, of Florida, to be"
        for w in between
    )
