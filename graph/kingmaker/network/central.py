"""Who matters in a race: by the backing, opposition and lobbying that claims tell as settled, and in which blocs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from kingmaker.model import Entity, Kind
from kingmaker.network.blocs import Bloc, blocs
from kingmaker.network.tie import HEDGED, SETTLED, Tie, tied
from kingmaker.races import Race

if TYPE_CHECKING:
    import networkx

__all__ = ["EXACT", "SAMPLE", "SEED", "Actor", "Bloc", "Influence", "influence"]

EXACT = 500  # names up to which betweenness is exact (a second or two); beyond, it is estimated from SAMPLE of them
SAMPLE = 250
SEED = 1
_REACH = 0.5  # how much of a score passes on, of the most for which the sums converge; near 1 one star takes all
_BEHIND = frozenset({Kind.BACKING, Kind.LOBBYING})
_PARTS = {
    "supports": ("backer", "backed"), "opposes": ("opponent", "opposed"),
    "lobbies": ("lobbyist", "lobbied"), "lobbies for": ("lobbyist", "lobbied for"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """One name of a race: its parts in it, how much it matters, and the ties by which it does.

    `score` is 1 for the one who matters most; `between` is the share of shortest ways between the others
    that run through this one.
    """

    entity: Entity
    parts: tuple[str, ...]
    score: float
    between: float
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Influence:
    """Who matters in a race, most first, and the blocs; what is told in hedges only is left out and counted.

    `note` says where a figure is an estimate.
    """

    race: Race
    actors: tuple[Actor, ...]
    blocs: tuple[Bloc, ...]
    hedged: int
    note: str | None = None


def influence(race: Race) -> Influence:
    """Return who matters in a race by backing, opposing and lobbying, and who stands together.

    Only ties that somebody on record settles count, of each actor the latest stand, weighted by independent
    articles. Scores are Katz centrality: a name matters by those it is tied to, the more the more these
    matter themselves; whoever opposes matters as whoever supports. It passes on less than the spectral
    radius allows, by the bound of Berman and Zhang. Betweenness is that of Brandes; above EXACT names it is
    estimated from SAMPLE of them, always the same, and `note` says so.

    References: Katz, "A new status index derived from sociometric analysis", Psychometrika 18 (1953);
    Berman and Zhang, "On the spectral radius of graphs with cut vertices", J. Combin. Theory B 83 (2001);
    Brandes, "On variants of shortest-path betweenness centrality", Social Networks 30 (2008).
    """
    told = tied([c for c in race.claims if c.situation.kind in _BEHIND])
    counted = tuple(_current(race, told))
    graph = _graph(counted)
    scores, (between, note) = _scores(graph), _between(graph)
    of_actor: dict[str, list[Tie]] = defaultdict(list)
    for one in counted:
        of_actor[one.start.id].append(one)
        of_actor[one.end.id].append(one)
    actors = [
        Actor(graph.nodes[name]["entity"], _parts(race, name, mine), scores[name], between[name], tuple(mine))
        for name, mine in of_actor.items()
    ]
    ranked = tuple(sorted(actors, key=lambda a: (-a.score, -a.between, a.entity.label, a.entity.id)))
    return Influence(race, ranked, blocs(counted, {a.entity.id: a.score for a in ranked}), _hedged(told), note)


def _current(race: Race, told: Iterable[Tie]) -> Iterator[Tie]:
    """Yield the settled ties, and of those for and against one person only where each actor stands now."""
    now = {
        (stand.actor.id, stand.relation, entry.person.id)
        for entry in race.entries
        for stand in entry.stands
        if stand.current and stand.settled
    }
    for one in told:
        if one.told == SETTLED:
            stance = one.relation in ("supports", "opposes")
            if not stance or (one.start.id, one.relation, one.end.id) in now:
                yield one


def _hedged(told: Sequence[Tie]) -> int:
    """Return how many actors are told of in hedges only."""
    firm = {one.start.id for one in told if one.told == SETTLED}
    return len({one.start.id for one in told if one.told == HEDGED} - firm)


def _graph(counted: Sequence[Tie]) -> "networkx.Graph[str]":
    """Return who is tied to whom, whatever the direction; several ties of a pair add up."""
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    entities = {end.id: end for one in counted for end in (one.start, one.end)}
    for name in sorted(entities):
        graph.add_node(name, entity=entities[name])
    for one in counted:
        a, b = one.start.id, one.end.id
        weight = graph[a][b]["weight"] if graph.has_edge(a, b) else 0
        graph.add_edge(a, b, weight=weight + one.weight)
    return graph


def _scores(graph: "networkx.Graph[str]") -> Mapping[str, float]:
    import networkx

    if not graph:
        return {}
    strength = dict(graph.degree(weight="weight"))
    radius = max(sqrt(strength[a] * strength[b]) for a, b in graph.edges)
    found = networkx.katz_centrality(graph, alpha=_REACH / radius, weight="weight", tol=1e-9, max_iter=2000)
    top = max(found.values())
    return {name: round(score / top, 4) for name, score in found.items()}


def _between(graph: "networkx.Graph[str]") -> tuple[Mapping[str, float], str | None]:
    import networkx

    size = len(graph)
    sample = SAMPLE if size > EXACT else None
    found = networkx.betweenness_centrality(graph, k=sample, seed=SEED)
    note = f"betweenness is estimated from {sample} of {size} names, always the same" if sample else None
    return {name: round(share, 4) for name, share in found.items()}, note


def _parts(race: Race, name: str, mine: Iterable[Tie]) -> tuple[str, ...]:
    """Return the parts that a name plays in a race, what it is put up for first."""
    parts = ["chosen"] if any(p.id == name for p in race.outcomes) else []
    parts += ["in the race"] if any(e.person.id == name and e.steps for e in race.entries) else []
    parts += ["decider"] if any(d.id == name for d in race.deciders) else []
    parts += sorted({_PARTS[one.relation][one.end.id == name] for one in mine})
    return tuple(parts)
