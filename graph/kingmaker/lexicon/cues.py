"""The cues of factuality and attribution: `factuality.toml` and `reporting.toml`, read and checked once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kingmaker.errors import LexiconError

EFFECTS = ("keep", "flip", "probable", "possible", "hypothetical", "drop", "void", "improbable")


@dataclass(frozen=True, slots=True)
class Cues:
    """What governing words do: each table maps a lemma to one of `EFFECTS`."""

    verbs: Mapping[str, str]
    passives: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    modals: Mapping[str, str]
    adverbs: Mapping[str, str]
    prepositional: Mapping[str, str]
    negation: frozenset[str]
    conditions: frozenset[str]
    reporting: frozenset[str]
    outlet_verbs: frozenset[str]
    reported_as: Mapping[str, str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Return the cues; raises LexiconError naming file, table and key of a wrong entry."""
    room = files("kingmaker.lexicon")
    return read_cues(
        room.joinpath("factuality.toml").read_text(encoding="utf-8"),
        room.joinpath("reporting.toml").read_text(encoding="utf-8"),
    )


def read_cues(factuality: str, reporting: str) -> Cues:
    """Read the cues from the two files' text."""
    told: dict[str, Any] = tomllib.loads(factuality)
    said: dict[str, Any] = tomllib.loads(reporting)
    tables = {
        t: _effects(t, told) for t in ("verbs", "passives", "nouns", "adjectives", "modals", "adverbs", "prepositional")
    }
    for lemma, certainty in said["certainty"].items():
        if certainty not in EFFECTS:
            raise LexiconError(
                f"reporting.toml: [certainty] {lemma} is {certainty!r}; choose from {', '.join(EFFECTS)}"
            )
    return Cues(
        **tables, negation=frozenset(told["negation"]["words"]), conditions=frozenset(told["conditions"]["marks"]),
        reporting=frozenset(said["verbs"]), outlet_verbs=frozenset(said["outlet_verbs"]), reported_as=said["certainty"],
    )  # fmt: skip


def _effects(table: str, told: Mapping[str, Any]) -> dict[str, str]:
    """Turn `{effect: [lemma, ...]}` round; a lemma has one effect in a table."""
    if table not in told:
        raise LexiconError(f"factuality.toml: the table [{table}] is missing")
    found: dict[str, str] = {}
    for effect, lemmas in told[table].items():
        if effect not in EFFECTS:
            raise LexiconError(f"factuality.toml: [{table}] has {effect!r}; choose from {', '.join(EFFECTS)}")
        for lemma in lemmas:
            if found.setdefault(lemma, effect) != effect:
                raise LexiconError(
                    f"factuality.toml: [{table}] gives {lemma!r} both {found[lemma]} and {effect}; keep one"
                )
    return found
