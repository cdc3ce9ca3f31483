"""Offices with a name of their own that no title explains: "High Representative"."""

from functools import lru_cache

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Title, world
from kingmaker.text.portfolios import portfolio_titles
from kingmaker.text.tree import Tree


def particular_title(text: str) -> Title | None:
    """Return the title of an office with a name of its own ("High Representative"), where the titles lack it."""
    return _office_titles().get(text.lower()) if " " in text else None


@lru_cache(maxsize=1)
def office_openings() -> frozenset[str]:
    """Return the first words of all such names, in lower case."""
    return frozenset(name.split()[0] for name in _office_titles())


@lru_cache(maxsize=1)
def _office_titles() -> dict[str, Title]:
    return {
        name.lower(): Title(office.title, ("union", "country"), single=True, generic=name != office.title)
        for office in world().offices
        for name in (office.title, *office.aliases)
        if " " in name
        and " of " not in name
        and world().title(name.split()[-1]) is None
        and name.partition(" for ")[0] not in portfolio_titles()  # "Minister for Foreign Affairs" is any country's
    }


def is_no_title(tree: Tree, i: int) -> bool:
    """Whether letters that are also a title are none: a body before another title ("PCC president"), initials."""
    word, after = tree[i], tree[i + 1] if i + 1 < len(tree) else None
    if word.lower in terms().initials_too and word.text.isupper():
        return i == 0 or world().portfolio(tree[i - 1].text) is None
    short = word.text.isupper() and len(word.text) > 2 and after is not None and not after.is_capital
    return short and after is not None and after.pos == "NOUN" and world().title(after.text) is not None
