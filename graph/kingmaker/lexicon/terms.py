"""The closed classes of `terms.toml`, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kingmaker.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Terms:
    """Words the rules turn on; each field is a table of `terms.toml` of the same name."""

    ranks: frozenset[str]
    portfolio_titles: tuple[str, ...]
    not_portfolios: frozenset[str]
    lead_ins: tuple[str, ...]
    determiners: frozenset[str]
    small_words: frozenset[str]
    not_bodies: frozenset[str]
    not_posts: frozenset[str]
    legislators: frozenset[str]
    uncontested: frozenset[str]
    public_bodies: frozenset[str]
    body_nouns: frozenset[str]
    common_bodies: frozenset[str]
    vague: frozenset[str]
    parts_of_countries: frozenset[str]
    private_bodies: frozenset[str]
    state_bodies: tuple[str, ...]
    owned_people: frozenset[str]
    outlet_words: frozenset[str]
    international_outlets: tuple[str, ...]
    wires: tuple[str, ...]
    domestic_wires: tuple[str, ...]
    common_ground: frozenset[str]
    outlet_homes: Mapping[str, str]
    dateline_cities: Mapping[str, str]
    not_names: frozenset[str]
    surnames_too: frozenset[str]
    days_and_months: frozenset[str]
    not_people: frozenset[str]
    of_people: frozenset[str]
    reporting: frozenset[str]
    around_people: frozenset[str]
    leaving_office: frozenset[str]
    object_control: frozenset[str]
    verb_particles: frozenset[str]
    petitions: frozenset[str]
    foreign_scopes: frozenset[str]
    partisans: frozenset[str]
    signing: frozenset[str]
    headline_passives: frozenset[str]
    naming: frozenset[str]
    asking: frozenset[str]
    filling: frozenset[str]
    arenas: frozenset[str]
    politics: frozenset[str]
    calendar: frozenset[str]
    contenders: frozenset[str]
    quantities: frozenset[str]
    name_particles: frozenset[str]
    honorific_pairs: frozenset[str]
    appointees: frozenset[str]
    initials_too: frozenset[str]
    branches: frozenset[str]
    many_leaders: frozenset[str]
    ordinary: frozenset[str]
    electoral_nouns: frozenset[str]
    electoral_titles: Mapping[str, str]
    entering: frozenset[str]
    succeeding: frozenset[str]
    leading: frozenset[str]
    demands: frozenset[str]
    light_words: frozenset[str]
    candidacies: frozenset[str]
    voting: frozenset[str]
    rounds: tuple[str, ...]
    person_kinds: frozenset[str]
    person_nouns: frozenset[str]
    whole_words: tuple[str, ...]
    between_title_and_name: frozenset[str]
    lemmas: Mapping[str, str]
    statuses: Mapping[str, str]
    suffix_statuses: Mapping[str, str]
    honorifics: Mapping[str, str]
    pronouns: Mapping[str, str]
    post_nouns: frozenset[str]
    contests: frozenset[str]
    particular: frozenset[str]
    title_of: Mapping[str, str]
    no_sources: frozenset[str]
    staffs: frozenset[str]
    press: frozenset[str]
    anonymous: frozenset[str]
    collectives: frozenset[str]


@lru_cache(maxsize=1)
def terms() -> Terms:
    """Return the closed classes; raises LexiconError naming a table that is missing or unknown."""
    return read_terms(files("kingmaker.lexicon").joinpath("terms.toml").read_text(encoding="utf-8"))


def read_terms(text: str) -> Terms:
    """Read the tables from TOML text."""
    told: dict[str, Any] = tomllib.loads(text)
    nouns = told.get("post_nouns", {})
    told |= {
        "post_nouns": nouns.get("words"),
        "contests": nouns.get("contests"),
        "title_of": nouns.get("title_of"),
    }
    told["particular"] = nouns.get("particular")
    for table in ("no_sources", "staffs", "press", "anonymous", "collectives"):
        told[table] = told.get(table, {}).get("heads")
    known = {f.name: str(f.type) for f in fields(Terms)}
    wrong = sorted({k for k in told if k not in known} | {k for k in known if told.get(k) is None})
    if wrong:
        raise LexiconError(f"terms.toml: {', '.join(wrong)} missing or unknown; its tables are {', '.join(known)}")
    return Terms(**{k: _shaped(told[k], known[k]) for k in known})


def _shaped(value: Any, kind: str) -> Any:
    if kind.startswith("frozenset"):
        return frozenset(value)
    return tuple(value) if kind.startswith("tuple") else dict(value)
