"""Whether capitalised words could be a person's name."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.tree import Word


def is_plain(words: tuple[Word, ...]) -> bool:
    """Whether capitalised words could be a name: none of them all capitals, or a word of bodies and things."""
    barred = terms().not_names | terms().public_bodies
    return not any(w.text.isupper() or w.lower in barred or world().demonym(w.text) is not None for w in words)
