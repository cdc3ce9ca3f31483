"""Ties: all that is told of one relation between two entities, summed up without loss of a denial or a hedge.

A tie is settled if somebody on record tells it as certain. A hedge, a denial and the word of somebody
unnamed are counted beside it and never add to its weight.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kingmaker.model import Article, Certainty, Claim, Entity, Polarity
from kingmaker.network.lines import lines
from kingmaker.races.labels import called
from kingmaker.races.origins import origins
from kingmaker.races.standing import settled
from kingmaker.races.view import EVERYTHING, SUREST, View, tellings

if TYPE_CHECKING:
    import networkx

SETTLED, HEDGED, DENIED = "settled", "hedged", "denied"


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation from one entity to another, and the claims on it: the surest first, denials last.

    `told` says how: SETTLED, HEDGED (by hedges or unnamed sources only) or DENIED. What nobody settles is
    denied if nobody says that it is so, or somebody on record is certain that it is not. `weight` is in how
    many independent articles it is told: of a settled tie those that settle it, of a denied one none.
    """

    start: Entity
    end: Entity
    relation: str
    claims: tuple[Claim, ...]
    told: str
    weight: int

    @property
    def affirming(self) -> tuple[Claim, ...]:
        """The claims that say it is so, however surely."""
        return tuple(c for c in self.claims if c.polarity is Polarity.POSITIVE)

    @property
    def denying(self) -> tuple[Claim, ...]:
        """The claims that say it is not so, however surely."""
        return tuple(c for c in self.claims if c.polarity is Polarity.NEGATIVE)

    @property
    def certain(self) -> int:
        """How many claims tell it as certain, whoever's word they are."""
        return sum(c.certainty is Certainty.CERTAIN for c in self.affirming)


def ties(claims: Iterable[Claim], articles: Iterable[Article] = (), view: View = EVERYTHING) -> tuple[Tie, ...]:
    """Return the ties that the claims of a view tell of, by the ids of their ends and by relation.

    Nobody is tied to themselves. Of equally sure claims the first told comes first.
    """
    return tied([one.claim for one in tellings(claims, articles, view)])


def tied(told: Sequence[Claim]) -> tuple[Tie, ...]:
    """Return the ties of claims that are in the order of time; see `ties`."""
    names = called(told)
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in told:
        for line, start, end in lines(claim.situation):
            if start.id != end.id:
                groups[start.id, end.id, line.named(claim.situation.value)].append(claim)
    return tuple(tie(names[a], names[b], relation, groups[a, b, relation]) for a, b, relation in sorted(groups))


def tie(start: Entity, end: Entity, relation: str, claims: Iterable[Claim]) -> Tie:
    """Make a tie of claims in the order of time; each counts once."""
    in_order = tuple(sorted(dict.fromkeys(claims), key=_how_sure))
    told = _told(in_order)
    return Tie(start, end, relation, in_order, told, _weight(in_order, told))


def _told(claims: Sequence[Claim]) -> str:
    if any(map(settled, claims)):
        return SETTLED
    so = any(c.polarity is Polarity.POSITIVE for c in claims)
    return HEDGED if so and not any(map(denies, claims)) else DENIED


def _weight(claims: Sequence[Claim], told: str) -> int:
    if told == DENIED:
        return 0
    counted = filter(settled, claims) if told == SETTLED else (c for c in claims if c.polarity is Polarity.POSITIVE)
    return len(origins(list(counted)))


def denies(claim: Claim) -> bool:
    """Whether a claim is certain, with nobody unnamed behind it, that something is not so."""
    firm = claim.certainty is Certainty.CERTAIN and claim.source_kind != "unnamed"
    return firm and claim.polarity is Polarity.NEGATIVE


def _how_sure(claim: Claim) -> tuple[bool, bool, int]:
    return claim.polarity is Polarity.NEGATIVE, not settled(claim), SUREST[claim.certainty]


def actors_view(claims: Iterable[Claim], articles: Iterable[Article]) -> "networkx.MultiDiGraph[str]":
    """Return the actors and their ties as a directed multigraph, an edge for each relation of a pair.

    Nodes are entity ids with `label` and `kind`. An edge has its relation for a key and carries `relation`,
    `weight` (independent articles, see `Tie.weight`), `settled`, `told` ("settled", "hedged", "denied"),
    how many claims are `certain`, `hedged` and `denied`, and `unnamed` (rest on somebody unnamed), the
    `claims` (ids) and the `posts` (labels) that they are about.
    """
    import networkx

    kept = list(claims)
    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    names = called(kept)
    for name, entity in names.items():
        made.add_node(name, label=entity.label, kind=str(entity.kind))
    for one in ties(kept, articles):
        made.add_edge(one.start.id, one.end.id, key=one.relation, **_facts(one, names))
    return made


def _facts(one: Tie, names: Mapping[str, Entity]) -> dict[str, object]:
    posts = {post.id for claim in one.claims if (post := claim.situation.role("post"))}
    return {
        "relation": one.relation,
        "weight": one.weight,
        "settled": one.told == SETTLED,
        "told": one.told,
        "certain": one.certain,
        "hedged": len(one.affirming) - one.certain,
        "denied": len(one.denying),
        "unnamed": sum(c.source_kind == "unnamed" for c in one.claims),
        "claims": tuple(claim.id for claim in one.claims),
        "posts": tuple(sorted({names[post].label for post in posts})),
    }
