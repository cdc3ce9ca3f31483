"""Tellings of one appointment made one: who was named by whom in one sentence, in whose place in the next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kingmaker.facts.modality import ORDER
from kingmaker.model import SHAPES, Claim, Entity, Kind, Situation

UNITED = (Kind.APPOINTMENT, Kind.NOMINATION)
Key = tuple[str, ...]


def united(found: Sequence[tuple[Claim, bool]]) -> list[Claim]:
    """Return the claims, those of one appointment with all its roles; the flag marks a mode that gives way.

    "Was elected mayor" and "succeeds Reis as mayor" are one: elected, in Reis's place. Tellings that
    contradict each other in a role, or are years apart, stay two.
    """
    groups: dict[Key, list[tuple[Claim, bool]]] = {}
    for claim, soft in found:
        if claim.situation.kind in UNITED:
            groups.setdefault(_key(claim), []).append((claim, soft))
    whole = {key: _situations(group) for key, group in groups.items() if len(group) > 1}
    return [_made_whole(claim, whole.get(_key(claim), {})) for claim, _ in found]


def _key(claim: Claim) -> Key:
    needed = SHAPES[claim.situation.kind].needed
    roles = dict(claim.situation.roles)
    source = claim.source.id if claim.source else ""
    return (claim.situation.kind, claim.polarity, source, *(roles[r].id for r in needed if r in roles))


def _situations(group: Sequence[tuple[Claim, bool]]) -> Mapping[str, Situation]:
    """Return for each situation of a group (by id) the whole one it is part of."""
    if len({c.time[:4] for c, _ in group if c.time}) > 1:
        return {}
    surest = min((c.certainty for c, _ in group), key=ORDER.index)
    roles: dict[str, Entity] = {}
    for claim, _ in group:
        for name, entity in claim.situation.roles if claim.certainty == surest else ():
            if roles.setdefault(name, entity).id != entity.id:
                return {}
    firm = [c.situation.value for c, soft in group if not soft and c.certainty == surest]
    soft = {c.situation.value for c, soft in group if soft}
    made: dict[str, Situation] = {}
    for claim, _ in group:
        value = firm[0] if firm and claim.situation.value in soft else claim.situation.value
        if all(roles.get(name) == entity for name, entity in claim.situation.roles):
            made[claim.situation.id] = Situation.of(claim.situation.kind, roles, value)
    return made


def _made_whole(claim: Claim, whole: Mapping[str, Situation]) -> Claim:
    situation = whole.get(claim.situation.id)
    return claim if situation is None else replace(claim, situation=situation)
