"""Pairing an extractor's claims with an annotator's facts, one to one, and how far each pair agrees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kingmaker.evaluation.gold import Gold, GoldEntity, GoldFact
from kingmaker.evaluation.same import same
from kingmaker.model import SHAPES, Claim, Kind


class Level(IntEnum):
    """How far a claim agrees with a fact: each level holds the ones before."""

    NONE = 0
    CORE = 1  # the kind and the roles that tell one fact from another
    FULL = 2  # and status, stance or mode, and polarity
    CLAIM = 3  # and certainty and source


@dataclass(frozen=True, slots=True)
class Match:
    """An annotated article with the claims made of it; `pairs` are (fact, claim, level) by index."""

    gold: Gold
    claims: tuple[Claim, ...]
    pairs: tuple[tuple[int, int, Level], ...]

    def missed(self) -> list[GoldFact]:
        """Return the facts that careful readers agree on and that no claim tells fully."""
        met = {fact for fact, _, level in self.pairs if level >= Level.FULL}
        return [f for i, f in enumerate(self.gold.told.facts) if i not in met and not f.optional]

    def wrong(self) -> list[Claim]:
        """Return the claims that tell no fact at all."""
        met = {claim for _, claim, _ in self.pairs}
        return [c for j, c in enumerate(self.claims) if j not in met]


def match(gold: Gold, claims: Sequence[Claim]) -> Match:
    """Pair facts and claims one to one: required facts first, best pairs first, then in order."""
    facts, entities = gold.told.facts, gold.told.entities
    ranked = sorted(
        ((not fact.optional, level_of(fact, entities, claim), -i, -j)
         for i, fact in enumerate(facts) for j, claim in enumerate(claims)), reverse=True,
    )  # fmt: skip
    pairs: dict[int, tuple[int, Level]] = {}
    taken: set[int] = set()
    for _, level, i, j in ranked:
        if level and -i not in pairs and -j not in taken:
            pairs[-i] = (-j, level)
            taken.add(-j)
    return Match(gold, tuple(claims), tuple((i, j, level) for i, (j, level) in sorted(pairs.items())))


def level_of(fact: GoldFact, entities: Mapping[str, GoldEntity], claim: Claim) -> Level:
    """Return how far a claim agrees with a fact."""
    if not _roles_match(fact, entities, claim):
        return Level.NONE
    if fact.value is not None and claim.situation.value != fact.value:
        return Level.CORE
    if claim.polarity is not fact.polarity:
        return Level.CORE
    told = fact.source is None and claim.source is None
    if fact.source is not None and claim.source is not None:
        told = same(entities[fact.source], claim.source)
    return Level.CLAIM if told and claim.certainty is fact.certainty else Level.FULL


def _roles_match(fact: GoldFact, entities: Mapping[str, GoldEntity], claim: Claim) -> bool:
    if fact.type is not claim.situation.kind:
        return False
    shape, told = SHAPES[fact.type], dict(claim.situation.roles)
    if not all(same(entities[fact.roles[role]], told.get(role)) for role in shape.needed):
        return False
    if fact.type is not Kind.LOBBYING:
        return True
    return any(same(entities[fact.roles[role]], told.get(role)) for role in shape.one_of if role in fact.roles)
