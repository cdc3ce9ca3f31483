"""Common nouns that stand for one person: the tables of `nouns.toml`, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kingmaker.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Nouns:
    """Each field is a table of `nouns.toml` of the same name."""

    contest: frozenset[str]
    epithets: frozenset[str]
    relations: frozenset[str]
    trades: frozenset[str]
    of_many: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    bodies: Mapping[str, tuple[str, ...]]
    genders: Mapping[str, str]

    def is_personal(self, word: str) -> bool:
        """Whether a noun in the singular, with "the" before it, may stand for a person named before."""
        lists = (self.contest, self.epithets, self.relations)
        return any(word in listed for listed in lists) or self.is_trade(word) or word in self.genders

    def is_trade(self, word: str) -> bool:
        """Whether a noun tells what somebody does or did for a living."""
        return word in self.trades or word.endswith("ologist")


@lru_cache(maxsize=1)
def nouns() -> Nouns:
    """Return the tables; raises LexiconError where one is missing."""
    told = tomllib.loads(files("kingmaker.lexicon").joinpath("nouns.toml").read_text(encoding="utf-8"))
    tables = ("contest", "epithets", "relations", "trades", "of_many", "verbs", "bodies", "genders")
    if missing := [t for t in tables if t not in told]:
        raise LexiconError(f"nouns.toml: {', '.join(missing)} missing; its tables are {', '.join(tables)}")
    lists = {name: frozenset(told[name]) for name in tables[:5]}
    verbs = {name: frozenset(words) for name, words in told["verbs"].items()}
    bodies = {name: tuple(kinds) for name, kinds in told["bodies"].items()}
    return Nouns(**lists, verbs=verbs, bodies=bodies, genders=dict(told["genders"]))
