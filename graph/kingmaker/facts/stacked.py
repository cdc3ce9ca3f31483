"""Stacked lists: a post on one line and its holder's name on the next, or the other way round, line upon line."""

from collections.abc import Iterator, Sequence

from kingmaker.facts.found import Found
from kingmaker.facts.frames import Frame
from kingmaker.lexicon.labels import labels
from kingmaker.model import Entity, Kind
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.particular import post_of
from kingmaker.text.pieces import heads_line, normal, pieces
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

FEWEST = 4  # lines that make a stack
HEADING = 3  # paragraphs above it that may say what it is
HOLDING = Frame(id="stacked", kind=Kind.TENURE, trigger="label", lemmas=(), roles={}, value="current")
APPOINTED = Frame(id="stacked-new", kind=Kind.APPOINTMENT, trigger="label", lemmas=(), roles={}, value="appointed")
LONGEST = 14  # words of a line


def stacked(reading: Reading, tree: Tree, told: Sequence[Found]) -> Iterator[Found]:
    """Yield who has which post by the line above or below a name, but what has been told (`told`) of them."""
    if len(tree) > LONGEST or (name := _name(reading, tree)) is None:
        return
    start, end = _run(reading, tree.index)
    if end - start < FEWEST or (end - start) % 2:
        return  # with one line too many, which belongs to which is open
    above = bool(_offices(reading, reading.trees[start]))
    other = tree.index + (-1 if above else 1)
    people = reading.people(tree, name.head)
    if not start <= other < end or len(people) != 1:
        return
    frame = APPOINTED if _is_new(reading, start) else HOLDING
    role = "appointee" if frame is APPOINTED else "holder"
    known = {(f.roles.get(role), f.roles.get("post")) for f in told}
    for office in _offices(reading, reading.trees[other]):
        post = _post(reading, other, office)
        if post is not None and (people[0], post) not in known:
            roles = {role: people[0], "post": post}
            yield Found(frame.kind, frame.value, roles, tree, name.head, frame, (name.head,), main=False)


def _run(reading: Reading, at: int) -> tuple[int, int]:
    """Return the paragraphs about one in which lines of a post and lines of a name take turns."""
    start = end = at
    while start and _alternate(reading, start - 1, start):
        start -= 1
    while end + 1 < len(reading.trees) and _alternate(reading, end, end + 1):
        end += 1
    return start, end + 1


def _alternate(reading: Reading, first: int, second: int) -> bool:
    a, b = reading.trees[first], reading.trees[second]
    if _offices(reading, a):
        return _name(reading, b) is not None
    return _name(reading, a) is not None and bool(_offices(reading, b))


def _name(reading: Reading, tree: Tree) -> Mention | None:
    """Return the name that a line is."""
    parts = pieces(tree) if 0 < len(tree) <= LONGEST else []
    mentions = _mentions(reading, tree)
    if len(parts) != 1 or any(m.kind is MentionKind.OFFICE for m in mentions):
        return None
    return heads_line(tree, mentions, parts[0])


def _offices(reading: Reading, tree: Tree) -> list[Mention]:
    """Return the posts that a line is, where it is nothing else."""
    found = [m for m in _mentions(reading, tree) if m.kind is MentionKind.OFFICE] if len(tree) <= LONGEST else []
    covered = {i for m in found for i in range(m.start, m.end)}
    rest = [w for w in tree.words if w.i not in covered and w.text[0].isalnum() and w.lower not in ("and", "the")]
    return found if not rest else []


def _mentions(reading: Reading, tree: Tree) -> list[Mention]:
    return list(dict.fromkeys(m for i in range(len(tree)) if (m := reading.mention(tree, i)) is not None))


def _post(reading: Reading, tree: int, mention: Mention) -> Entity | None:
    office = mention.office
    if office is None or office.plural or office.status == "former":
        return None
    post = reading.posts.of(office, tree, mention.start)
    national = "country" in office.scopes and "embassy" not in office.scopes
    return post or (post_of(office, reading.government) if national else None)


def _is_new(reading: Reading, start: int) -> bool:
    """Whether a heading above the lines says that they tell of a new cabinet."""
    for tree in reading.trees[max(0, start - HEADING) : start]:
        for piece in pieces(tree):
            named = labels().named(normal(tree, _mentions(reading, tree), piece))
            if named is not None:
                return named.id == "appointed"
    return False
