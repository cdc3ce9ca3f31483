"""A word of a parsed paragraph, and a name found in it."""

from typing import NamedTuple


class Word(NamedTuple):
    """One token: `head` is the index of its governor (its own for a root), offsets are the article's."""

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    sent: int
    lower: str  # the text in lower case, which nearly every rule asks for

    @property
    def is_verb(self) -> bool:
        """Whether the word is a verb or an auxiliary used as one."""
        return self.pos in ("VERB", "AUX")

    @property
    def is_capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()


class Name(NamedTuple):
    """A stretch of words the parser takes for a name: `start` to before `end`, with its label."""

    start: int
    end: int
    label: str
