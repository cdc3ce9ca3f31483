"""Blocs of backers: actors who are for the same people and against the same, as far as claims settle it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kingmaker.model import Entity
from kingmaker.network.tie import Tie

SEED = 1
_SIDES = {"supports": "for", "lobbies for": "for", "opposes": "against"}
Stances = Mapping[str, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Bloc:
    """Actors who stand together: `members`, and whom they are for and against."""

    members: tuple[Entity, ...]
    supports: tuple[Entity, ...]
    opposes: tuple[Entity, ...]


def blocs(counted: Sequence[Tie], scores: Mapping[str, float]) -> tuple[Bloc, ...]:
    """Return the blocs that settled ties make, the largest first.

    Every person put up is two poles, one for those who are for them and one for those against, so that being
    against the same ties as much as being for the same. Communities of actors and poles are those of Louvain
    with a fixed seed. Two who are at odds over anybody never share a bloc: a community that holds such is
    parted, whoever matters most first.

    References: Blondel et al., "Fast unfolding of communities in large networks", J. Stat. Mech. P10008 (2008).
    """
    stances = _stances(counted)
    entities = {end.id: end for one in counted for end in (one.start, one.end)}
    found = [part for community in _communities(counted) for part in _parted(community, stances, scores)]
    made = [_bloc(part, stances, entities) for part in found]
    return tuple(sorted(made, key=lambda b: (-len(b.members), [(m.label, m.id) for m in b.members])))


def _stances(counted: Iterable[Tie]) -> Stances:
    """Return by actor on which side of whom it stands."""
    found: dict[str, set[tuple[str, str]]] = {}
    for one in counted:
        if one.relation in _SIDES:
            found.setdefault(one.start.id, set()).add((_SIDES[one.relation], one.end.id))
    return {actor: frozenset(sides) for actor, sides in found.items()}


def _communities(counted: Iterable[Tie]) -> list[list[str]]:
    """Return communities of actors, by their ids, each sorted."""
    import networkx

    weights: dict[tuple[tuple[str, str], tuple[str, str]], int] = {}
    for one in counted:
        if one.relation in _SIDES:
            pair = ("actor", one.start.id), (_SIDES[one.relation], one.end.id)
            weights[pair] = weights.get(pair, 0) + one.weight
    # Numbers for names: a set of numbers is walked in the same order in every process.
    names = sorted({name for pair in weights for name in pair})
    number = {name: i for i, name in enumerate(names)}
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_weighted_edges_from((number[a], number[b], weight) for (a, b), weight in sorted(weights.items()))
    found = networkx.community.louvain_communities(graph, seed=SEED) if names else []
    parts = [sorted(names[i][1] for i in part if names[i][0] == "actor") for part in found]
    return sorted(part for part in parts if part)


def _parted(community: Iterable[str], stances: Stances, scores: Mapping[str, float]) -> list[list[str]]:
    """Return a community in parts in which nobody is at odds with anybody: the first part that takes an actor."""
    parts: list[list[str]] = []
    for actor in sorted(community, key=lambda name: (-scores[name], name)):
        home = next((p for p in parts if not any(_at_odds(stances[actor], stances[other]) for other in p)), None)
        if home is None:
            parts.append([actor])
        else:
            home.append(actor)
    return parts


def _at_odds(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    return any(("against" if side == "for" else "for", person) in other for side, person in one)


def _bloc(members: Sequence[str], stances: Stances, entities: Mapping[str, Entity]) -> Bloc:
    sides = {stance for member in members for stance in stances[member]}

    def of(names: Iterable[str]) -> tuple[Entity, ...]:
        return tuple(sorted((entities[name] for name in names), key=lambda e: (e.label, e.id)))

    return Bloc(
        tuple(entities[name] for name in members),
        of(person for side, person in sides if side == "for"),
        of(person for side, person in sides if side == "against"),
    )
