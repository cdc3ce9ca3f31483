"""Whom an article introduces: the surnames and given names by which it may go on to call people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.naming import is_bar, is_courtesy
from kingmaker.text.tree import Tree, Word

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Known:
    """Words, in lower case, that name somebody once the article has named him in full or with "Mr".

    `year` is that of publication.
    """

    surnames: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    year: int | None = None


def known_names(trees: Iterable[Tree], published: str | None = None) -> Known:
    """Return the surnames and given names that an article's full names and courtesy titles tell."""
    surnames: set[str] = set()
    given: set[str] = set()
    for tree in trees:
        surnames.update(_courteous(tree))
        for words in _full_names(tree):
            last = words[-1]
            if not (world().country(last.text) or world().title(last.text) or world().demonym(last.text)):
                surnames.add(last.lower)
            first = words[0]
            if len(first.text) > 2 and world().begins_name(first.text) and not _is_other_thing(first):
                given.add(first.lower)
    year = int(published[:4]) if published and published[:4].isdigit() else None
    return Known(frozenset(surnames), frozenset(given - surnames), year)


def _courteous(tree: Tree) -> Iterator[str]:
    """Yield who is called by a surname alone after "Mr"."""
    for word, after in zip(tree.words, tree.words[1:], strict=False):
        if (
            is_courtesy(word)
            and after.is_capital
            and after.pos == "PROPN"
            and len(after.text) > 2
            and not is_courtesy(after)
        ):
            following = tree.words[after.i + 1 : after.i + 2]
            goes_on = following and (
                (following[0].is_capital and following[0].pos == "PROPN") or following[0].text == "-"
            )
            if not goes_on and not is_bar(after) and not world().title(after.text):
                yield after.lower


def _full_names(tree: Tree) -> Iterator[list[Word]]:
    for name in tree.names:
        words = [w for w in tree.words[name.start : name.end] if w.is_capital and w.text.isalpha()]
        while len(words) > 2 and words[-1].lower in SUFFIXES:
            words.pop()
        hyphen = len(words) > 1 and tree[words[-1].i - 1].text == "-"
        if name.label == "PERSON" and len(words) > 1 and len(words[-1].text) > 2 and not hyphen:
            yield words


def _is_other_thing(word: Word) -> bool:
    """Whether a given name is as likely a month, a place or a word of bodies."""
    return (
        is_bar(word) or word.lower in terms().not_people or bool(world().country(word.text) or world().title(word.text))
    )
