"""Which posts an article's plain claims are about: a first reading, so that the second knows what "the job" is."""

from collections.abc import Iterator

from kingmaker.facts.frames import Lexicon
from kingmaker.facts.match import Found, matches
from kingmaker.model import Kind
from kingmaker.text.reading import Reading


def settle_contests(reading: Reading, lexicon: Lexicon) -> None:
    """Tell a reading's posts which of them its claims name in their own words.

    A report names the post once or twice in full and then says "the job", "the race" or nothing at all, so
    the claims that do name it tell which it is. Two passes, as in Hobbs (1979): what is sure first.
    """
    reading.posts.told_only = True
    told = list(_told(reading, lexicon))
    reading.posts.told_only = False
    reading.posts.settle((f.tree.index, f.at, f.roles["post"], f.kind is not Kind.DEPARTURE) for f in told)
    nominees = {f.roles["nominee"] for f in told if f.kind is Kind.NOMINATION}
    reading.nominee = nominees.pop() if len(nominees) == 1 else None


def _told(reading: Reading, lexicon: Lexicon) -> Iterator[Found]:
    for tree in reading.trees:
        for found in matches(reading, tree, lexicon):
            if isinstance(found, Found) and found.main and found.kind is not Kind.TENURE and "post" in found.roles:
                yield found
