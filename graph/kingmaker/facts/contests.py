"""Which posts an article's plain claims are about: a first reading, so that the second knows what "the job" is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kingmaker.facts.match import Found, matches
from kingmaker.facts.triggers import Started
from kingmaker.model import Entity, Kind
from kingmaker.text.focus import Told
from kingmaker.text.mention import MentionKind
from kingmaker.text.reading import Reading

CONTESTS = frozenset({"race", "contest", "election", "battle", "primary"})
CLEARLY = 2  # times as often named as the next


def settle_contests(reading: Reading, started: Started) -> None:
    """Tell a reading's posts which of them its claims name in their own words.

    A report names the post once or twice in full and then says "the job", "the race" or nothing at all, so
    the claims that do name it tell which it is. Two passes, as in Hobbs (1979): what is sure first.
    """
    reading.posts.told_only = True
    found = list(_found(reading, started))
    named = list(_named(reading))
    reading.posts.told_only = False
    reading.classes.clear()  # "the job" is a post from here on
    reading.posts.settle([*(_told(one) for one in found), *named])
    reading.nominee = _most_spoken_of(reading, found)
    reading.sought.update(_sought(found))


def _named(reading: Reading) -> Iterator[Told]:
    """Yield the posts of contests told by whose they are: "the Unity Party leadership race", whoever runs in it."""
    for tree in reading.trees:
        for word in tree.words:
            if word.lemma in CONTESTS and tree.kid(word.i, "compound", "amod", "nmod"):
                post = reading.post(tree, word.i)
                if post is not None:
                    yield Told(tree.index, word.i, post, True)


def _most_spoken_of(reading: Reading, told: Iterable[Found]) -> Entity | None:
    """Return whom the article is about among those up for a post: named twice as often as any other of them."""
    up = {f.roles[r].id: f.roles[r] for f in told for r in ("candidate", "nominee", "appointee") if r in f.roles}
    people = [m for m in reading.mentions if m.kind is MentionKind.PERSON] if up else []
    named = Counter(e.id for m in people if (e := reading.links.person(m)) is not None and e.id in up)
    first, second = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return up[first[0]] if first[1] and first[1] >= CLEARLY * second[1] else None


def _found(reading: Reading, started: Started) -> Iterator[Found]:
    for tree in reading.trees:
        for found in matches(reading, tree, started[tree.index]):
            if isinstance(found, Found) and found.main and found.kind is not Kind.TENURE and "post" in found.roles:
                yield found


def _told(found: Found) -> Told:
    return Told(found.tree.index, found.at, found.roles["post"], found.kind is not Kind.DEPARTURE)


def _sought(told: Sequence[Found]) -> dict[str, Entity]:
    """Return the posts of those whom the article ties to one post only."""
    tied: dict[str, dict[str, Entity]] = {}
    for found in told:
        person = next((found.roles[r] for r in ("candidate", "nominee") if r in found.roles), None)
        if person is not None:
            tied.setdefault(person.id, {})[found.roles["post"].id] = found.roles["post"]
    return {person: next(iter(posts.values())) for person, posts in tied.items() if len(posts) == 1}
