"""The cues of factuality and attribution: `factuality.toml` and `reporting.toml`, read and checked once."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kingmaker.errors import LexiconError

EFFECTS = ("keep", "flip", "probable", "possible", "hypothetical", "drop", "void", "improbable")
NEGATED = ("flip", "void", "pass", "possible", "litotes", "firm")
SPECIAL = {"negated": NEGATED, "other_adverbs": ("false", "missed", "later")}
TABLES = (
    "verbs", "passives", "nouns", "no_nouns", "adjectives", "degrees", "modals", "adverbs", "other_adverbs", "phrases",
    "prepositional", "prepositions", "negated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cues:
    """What governing words do: each table maps a lemma or phrase to one of `EFFECTS`."""

    verbs: Mapping[str, str]
    passives: Mapping[str, str]
    nouns: Mapping[str, str]
    no_nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    degrees: Mapping[str, str]
    modals: Mapping[str, str]
    adverbs: Mapping[str, str]
    other_adverbs: Mapping[str, str]  # to "false", "missed" or "later"
    phrases: Mapping[str, str]
    phrase_openers: frozenset[str]  # the first words of `phrases`, so that few places are looked at
    prepositional: Mapping[str, str]
    prepositions: Mapping[str, str]
    apart: frozenset[str]
    negated: Mapping[str, str]  # to one of `NEGATED`
    stances: frozenset[str]  # with "would not" a refusal, no condition
    wishes: frozenset[str]  # with "would" only polite
    counting: frozenset[str]
    negation: frozenset[str]
    conditions: frozenset[str]
    consequence: frozenset[str]
    provisos: frozenset[str]
    inverted: frozenset[str]
    denials: frozenset[str]
    unheeding: frozenset[str]
    asking: frozenset[str]
    predicating: frozenset[str]
    on_objects: Mapping[str, str]
    standing: frozenset[str]
    verdicts: frozenset[str]
    event_verbs: frozenset[str]
    reporting: frozenset[str]
    outlet_verbs: frozenset[str]
    quoting: frozenset[str]
    outlets: frozenset[str]
    things: frozenset[str]
    utterances: frozenset[str]
    said_nouns: frozenset[str]
    denying: frozenset[str]
    attributions: tuple[str, ...]  # "according to" and the like, the longest first
    attribution_openers: frozenset[str]
    reacting_no: frozenset[str]
    reacting_yes: frozenset[str]
    branding: frozenset[str]
    pointers: frozenset[str]
    such: tuple[str, ...]
    falsehoods: frozenset[str]
    reported_as: Mapping[str, str]
    noes: tuple[str, ...] = ()  # words that are a whole answer
    yeses: tuple[str, ...] = ()
    refusing: frozenset[str] = frozenset()
    resolve: frozenset[str] = frozenset()
    musing: frozenset[str] = frozenset()
    canvassing: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()  # nouns of `nouns` for what is only said, by nobody in particular
    attitudes: frozenset[str] = frozenset()  # verbs whose gerund clause tells no event


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
    tables = {t: _effects(t, told) for t in TABLES}
    for lemma, certainty in said["certainty"].items():
        if certainty not in EFFECTS:
            raise LexiconError(
                f"reporting.toml: [certainty] {lemma} is {certainty!r}; choose from {', '.join(EFFECTS)}"
            )
    conditions, objects, subjects = told["conditions"], told["objects"], told["subjects"]
    kept = {e: objects[e] for e in ("flip", "possible")}
    return Cues(
        **tables, phrase_openers=frozenset(p.split()[0] for p in tables["phrases"]),
        stances=frozenset(told["willing"]["stances"]), wishes=frozenset(told["willing"]["wishes"]),
        counting=frozenset(told["willing"]["counting"]), apart=frozenset(told["apart"]["words"]),
        negation=frozenset(told["negation"]["words"]),
        conditions=frozenset(conditions["marks"]),
        consequence=frozenset(conditions["consequence"]), provisos=frozenset(conditions["provisos"]),
        inverted=frozenset(conditions["inverted"]), denials=frozenset(objects["denials"]),
        unheeding=frozenset(objects["unheeding"]), asking=frozenset(objects["asking"]),
        predicating=frozenset(objects["predicating"]),
        on_objects=_turned("objects", kept, EFFECTS), standing=frozenset(objects["standing"]),
        verdicts=frozenset(subjects["verdicts"]), event_verbs=frozenset(subjects["events"]),
        hearsay=frozenset(subjects["hearsay"]),
        reporting=frozenset(said["verbs"]), outlet_verbs=frozenset(said["outlet_verbs"]),
        quoting=frozenset(said["quoting"]), outlets=frozenset(said["outlets"]), things=frozenset(said["things"]),
        utterances=frozenset(said["utterances"]), said_nouns=frozenset(said["nouns"]),
        denying=frozenset(said["denying"]), attributions=tuple(sorted(said["prepositions"], key=len, reverse=True)),
        attribution_openers=frozenset(p.split()[0] for p in said["prepositions"]), reported_as=said["certainty"],
        reacting_no=frozenset(said["reactions"]["no"]), reacting_yes=frozenset(said["reactions"]["yes"]),
        branding=frozenset(said["reactions"]["branding"]), pointers=frozenset(said["reactions"]["pointers"]),
        such=tuple(said["reactions"]["such"]), falsehoods=frozenset(said["reactions"]["falsehoods"]),
        noes=tuple(said["answers"]["no"]), yeses=tuple(said["answers"]["yes"]),
        refusing=frozenset(told["will"]["refusing"]), resolve=frozenset(told["will"]["resolve"]),
        musing=frozenset(told["will"]["musing"]), canvassing=frozenset(told["will"]["canvassing"]),
        attitudes=frozenset(told["attitudes"]["verbs"]),
    )  # fmt: skip


def _effects(table: str, told: Mapping[str, Any]) -> dict[str, str]:
    if table not in told:
        raise LexiconError(f"factuality.toml: the table [{table}] is missing")
    return _turned(table, told[table], SPECIAL.get(table, EFFECTS))


def _turned(table: str, rows: Mapping[str, Iterable[str]], effects: tuple[str, ...]) -> dict[str, str]:
    """Turn `{effect: [lemma, ...]}` round; a lemma has one effect in a table."""
    found: dict[str, str] = {}
    for effect, lemmas in rows.items():
        if effect not in effects:
            raise LexiconError(f"factuality.toml: [{table}] has {effect!r}; choose from {', '.join(effects)}")
        for lemma in lemmas:
            if found.setdefault(lemma, effect) != effect:
                raise LexiconError(
                    f"factuality.toml: [{table}] gives {lemma!r} both {found[lemma]} and {effect}; keep one"
                )
    return found
