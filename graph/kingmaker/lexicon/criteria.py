"""Criteria that claims can answer: the tables of `criteria.toml`, read once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kingmaker.errors import LexiconError

_TABLES = ("fillers", "gender", "held", "from")


@dataclass(frozen=True, slots=True)
class Held:
    """An office that is asked for: how its post's id begins, and whether it must be a country's."""

    words: tuple[str, ...]
    posts: tuple[str, ...]
    of_country: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Where somebody is to come from, as country codes."""

    words: tuple[str, ...]
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Criteria:
    """Each field is a table of `criteria.toml` of the same name."""

    fillers: frozenset[str]
    gender: Mapping[str, tuple[str, ...]]
    held: tuple[Held, ...]
    origins: tuple[Origin, ...]


@lru_cache(maxsize=1)
def criteria() -> Criteria:
    """Return the tables; raises LexiconError where one is missing or has an entry that tests nothing."""
    told = tomllib.loads(files("kingmaker.lexicon").joinpath("criteria.toml").read_text(encoding="utf-8"))
    if missing := [t for t in _TABLES if t not in told]:
        raise LexiconError(f"criteria.toml: {', '.join(missing)} missing; its tables are {', '.join(_TABLES)}")
    held = tuple(Held(_words("held", h), _need("held", h, "posts"), h.get("of") == "country") for h in told["held"])
    origins = tuple(Origin(_words("from", f), frozenset(_codes(f))) for f in told["from"])
    genders = {name: tuple(words) for name, words in told["gender"].items()}
    return Criteria(frozenset(told["fillers"]), genders, held, origins)


def _words(table: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    return _need(table, entry, "words")


def _need(table: str, entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    if not entry.get(key):
        raise LexiconError(f"criteria.toml: an entry of [[{table}]] has no {key}; give it some")
    return tuple(entry[key])


def _codes(entry: Mapping[str, Any]) -> list[str]:
    codes = str(entry.get("codes", "")).split()
    if wrong := [code for code in codes if not re.fullmatch("[A-Z]{2}", code)] or not codes:
        raise LexiconError(f"criteria.toml: {wrong} under [[from]]; codes are ISO 3166-1, two capitals each")
    return codes
