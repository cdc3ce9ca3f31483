"""Who is behind somebody in a race, who is against, and who lobbies: each with the words that say so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kingmaker.model import Certainty, Claim, Entity, Kind, Polarity
from kingmaker.races.standing import settled
from kingmaker.races.view import SUREST, Telling

RELATIONS = ("supports", "opposes", "lobbies")


@dataclass(frozen=True, slots=True)
class Stand:
    """What is told of one actor's stand on a person: the relation, since when, how, and by which claims.

    `current` stands are the last settled one of their actor, and all that is told of an actor of whom
    nothing is settled.
    """

    actor: Entity
    relation: str
    polarity: Polarity
    certainty: Certainty
    settled: bool
    current: bool
    since: date | None
    claims: tuple[Claim, ...]


def stands(told: Iterable[Telling]) -> tuple[Stand, ...]:
    """Return the stands that claims of backing and lobbying tell, by relation and actor, in the order of time."""
    groups: dict[tuple[str, str, Polarity, bool], list[Telling]] = {}
    actors: dict[str, Entity] = {}
    for one in sorted(told, key=lambda t: t.key):
        actor, relation = actor_of(one.claim), relation_of(one.claim)
        actors.setdefault(actor.id, actor)
        groups.setdefault((relation, actor.id, one.claim.polarity, settled(one.claim)), []).append(one)
    latest = _latest(groups)
    made = [
        _stand(actors[actor], relation, group, (relation, polarity, sure) == latest.get(actor))
        for (relation, actor, polarity, sure), group in groups.items()
    ]
    none_settled = {name for name in actors if name not in latest}
    return tuple(sorted((_if_alone(s, none_settled) for s in made), key=_order))


def actor_of(claim: Claim) -> Entity:
    """Return who backs, opposes or lobbies in a claim that tells of such."""
    return claim.situation.roles[0][1]


def relation_of(claim: Claim) -> str:
    """Return which of RELATIONS a claim of backing or lobbying tells."""
    return "lobbies" if claim.situation.kind is Kind.LOBBYING else claim.situation.value or "supports"


def _latest(groups: dict[tuple[str, str, Polarity, bool], list[Telling]]) -> dict[str, tuple[str, Polarity, bool]]:
    """Return by actor the last settled stand; a sure denial after it takes its place."""
    found: dict[str, tuple[date, tuple[str, Polarity, bool]]] = {}
    for (relation, actor, polarity, sure), told in groups.items():
        firm = sure or any(_denies(t.claim) for t in told)
        days = [t.day for t in told if t.day]
        if not firm or relation == "lobbies":
            continue
        day = max(days, default=date.min)
        if actor not in found or day > found[actor][0]:
            found[actor] = day, (relation, polarity, sure)
    return {actor: key for actor, (_, key) in found.items()}


def _denies(claim: Claim) -> bool:
    certain = claim.certainty is Certainty.CERTAIN and claim.source_kind != "unnamed"
    return certain and claim.polarity is Polarity.NEGATIVE


def _stand(actor: Entity, relation: str, told: list[Telling], current: bool) -> Stand:
    days = [t.day for t in told if t.day]
    surest = min((t.claim.certainty for t in told), key=SUREST.__getitem__)
    claims = tuple(t.claim for t in told)
    first = told[0].claim
    now = current or relation == "lobbies"
    return Stand(actor, relation, first.polarity, surest, settled(first), now, min(days, default=None), claims)


def _if_alone(stand: Stand, unsettled: set[str]) -> Stand:
    if stand.current or stand.actor.id not in unsettled:
        return stand
    return Stand(
        stand.actor, stand.relation, stand.polarity, stand.certainty, stand.settled, True, stand.since, stand.claims
    )


def _order(stand: Stand) -> tuple[int, bool, bool, date, str]:
    denied = stand.polarity is Polarity.NEGATIVE
    return RELATIONS.index(stand.relation), denied, not stand.settled, stand.since or date.max, stand.actor.label
