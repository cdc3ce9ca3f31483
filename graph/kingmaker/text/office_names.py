"""Offices with a name of their own that no title explains: "High Representative"."""

from functools import lru_cache

from kingmaker.lexicon.world import Title, world
from kingmaker.text.portfolios import portfolio_titles


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
