"""Whether a post has one holder at a time: what the titles say, and for others the words of `seats.toml`."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from kingmaker.errors import LexiconError
from kingmaker.lexicon.world import world


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    told = tomllib.loads(files("kingmaker.lexicon").joinpath("seats.toml").read_text(encoding="utf-8"))
    if "words" not in told:
        raise LexiconError("seats.toml: words missing; it is its one table")
    return frozenset(told["words"])


@lru_cache(maxsize=4096)
def single_seat(title: str) -> bool:
    """Whether one person at a time holds a post of this title.

    >>> single_seat("Secretary General"), single_seat("Associate Justice"), single_seat("Chief Justice")
    (True, False, True)
    """
    known = world().title(title)
    if known is not None:
        return known.single
    return _words().isdisjoint(re.findall(r"[\w-]+", title.casefold()))
