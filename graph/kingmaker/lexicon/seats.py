"""Whether a post has one holder at a time: the tables of `seats.toml`, read once."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from kingmaker.errors import LexiconError


@lru_cache(maxsize=1)
def _tables() -> tuple[frozenset[str], frozenset[str]]:
    told = tomllib.loads(files("kingmaker.lexicon").joinpath("seats.toml").read_text(encoding="utf-8"))
    if missing := [t for t in ("words", "single") if t not in told]:
        raise LexiconError(f"seats.toml: {', '.join(missing)} missing; its tables are words, single")
    return frozenset(told["words"]), frozenset(told["single"])


def single_seat(title: str) -> bool:
    """Whether one person at a time holds a post of this title.

    >>> single_seat("Secretary General"), single_seat("Associate Justice"), single_seat("Chief Justice")
    (True, False, True)
    """
    words, single = _tables()
    plain = title.casefold()
    return any(plain.startswith(name) for name in single) or words.isdisjoint(re.findall(r"[\w-]+", plain))
