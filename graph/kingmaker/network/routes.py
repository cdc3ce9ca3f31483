"""How two actors are tied: the shortest ways from one to the other, every step with the claims that tie it.

What may stand in the middle of a way, so that it tells something:

1. A person, a country, a body: by any tie.
2. A post only as one race for it, between two who were put up in that race. That many held a post over the
   years ties nobody; its holders are tied to it where a way begins or ends at the post.
3. A group told of by description ("some allies") and somebody unnamed: within one article, for the next
   article's "some allies" may be others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from kingmaker.model import Claim, Entity, EntityKind
from kingmaker.network.lines import lines
from kingmaker.network.tie import DENIED, HEDGED, SETTLED, Tie, tie
from kingmaker.races import EVERYTHING, Race, View
from kingmaker.races.labels import called
from kingmaker.races.standing import contender
from kingmaker.store import Store

if TYPE_CHECKING:
    import networkx

MOST = 3
LONGER = 1  # how many steps more than the shortest way another may have
_OF_ONE_ARTICLE = frozenset({EntityKind.COLLECTIVE, EntityKind.ANONYMOUS})
# What a step costs: fewer steps come first, then fewer denied and hedged ones, then more articles.
_STEP, _COST = 10**15, {SETTLED: 0, HEDGED: 10**6, DENIED: 10**10}


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a way halts: at an entity, or at one race for a post, whose id is `race`."""

    entity: Entity
    race: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """From one stop to the next, by ties in either direction, the strongest first."""

    start: Stop
    end: Stop
    ties: tuple[Tie, ...]

    @property
    def told(self) -> str:
        """How the strongest tie is told: "settled", "hedged" or "denied"."""
        return self.ties[0].told


@dataclass(frozen=True, slots=True)
class Route:
    """One way from an actor to another."""

    steps: tuple[Step, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All stops, both ends among them."""
        return (self.steps[0].start, *(step.end for step in self.steps))


def paths(
    store: Store, start: str, end: str, view: View = EVERYTHING, *,
    most: int = MOST, denied: bool = False, any_post: bool = False,
) -> tuple[Route, ...]:  # fmt: skip
    """Return up to `most` ways between two entities, named by their ids, in a view of the claims.

    Ordered by the number of steps, none more than LONGER above the least; then by fewer hedged steps, then
    by more articles. What is denied is no tie unless `denied`; with `any_post` a way may run through any
    post, whoever held it when.

    References: Yen, "Finding the K shortest loopless paths in a network", Management Science 17 (1971).
    """
    claims = [told.claim for told in store.tellings(view)]
    ends = frozenset({start, end})
    race_of = {} if any_post else _contested(store.races(view))
    graph = _graph(_steps(claims, ends, race_of, any_post), denied)
    if start == end or not ends <= set(graph):
        return ()
    return _shortest(graph, start, end, most)


def _contested(races: Iterable[Race]) -> Mapping[str, str]:
    """Return the race of every claim that puts somebody up for a post."""
    return {c.id: race.id for race in races for c in race.claims if contender(c.situation)}


def _steps(
    claims: Sequence[Claim], ends: frozenset[str], race_of: Mapping[str, str], any_post: bool
) -> Iterator[tuple[str, str, Stop, Stop, Tie]]:  # fmt: skip
    """Yield every tie between two stops, with the stops and what each is known by."""
    names = called(claims)
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    stops: dict[str, Stop] = {}
    for claim in claims:
        for line, *both in lines(claim.situation):
            keys = [_key(entity, claim, ends, race_of, any_post) for entity in both]
            if None not in keys and both[0].id != both[1].id:
                groups[keys[0] or "", keys[1] or "", line.named(claim.situation.value)].append(claim)
                for key, entity in zip(keys, both, strict=True):
                    race = key if key and key.startswith("race:") else None
                    stops.setdefault(key or "", Stop(names[entity.id], race))
    for one, other, relation in sorted(groups):
        a, b = stops[one], stops[other]
        yield one, other, a, b, tie(a.entity, b.entity, relation, groups[one, other, relation])


def _key(
    entity: Entity, claim: Claim, ends: frozenset[str], race_of: Mapping[str, str], any_post: bool
) -> str | None:  # fmt: skip
    """Return the stop at which a claim puts an entity, or None for a post that ties nobody."""
    if entity.id in ends:
        return entity.id
    if entity.kind is EntityKind.POST and not any_post:
        return race_of.get(claim.id)
    return f"{entity.id} {claim.article}" if entity.kind in _OF_ONE_ARTICLE else entity.id


def _graph(steps: Iterable[tuple[str, str, Stop, Stop, Tie]], denied: bool) -> "networkx.Graph[str]":
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    for one, other, a, b, found in steps:
        if found.told == DENIED and not denied:
            continue
        graph.add_node(one, stop=a)
        graph.add_node(other, stop=b)
        if not graph.has_edge(one, other):
            graph.add_edge(one, other, ties=[], cost=0)
        edge = graph[one][other]
        edge["ties"] = sorted([*edge["ties"], found], key=_strength)
        edge["cost"] = _STEP + _strength(edge["ties"][0])[0]
    return graph


def _strength(one: Tie) -> tuple[int, str, str]:
    """Sort ties: settled before hedged before denied, then by articles."""
    return _COST[one.told] + 1000 // (1 + one.weight), one.relation, one.start.id


def _shortest(graph: "networkx.Graph[str]", start: str, end: str, most: int) -> tuple[Route, ...]:
    import networkx

    found = networkx.shortest_simple_paths(graph, start, end, weight="cost")
    try:
        first = next(found)
    except networkx.NetworkXNoPath:
        return ()
    near = takewhile(lambda keys: len(keys) <= len(first) + LONGER, islice(found, most - 1))
    ranked = sorted((_cost(graph, keys), keys) for keys in (first, *near))
    return tuple(_route(graph, keys) for _, keys in ranked)


def _cost(graph: "networkx.Graph[str]", keys: Sequence[str]) -> int:
    return sum(int(graph[a][b]["cost"]) for a, b in pairwise(keys))


def _route(graph: "networkx.Graph[str]", keys: Sequence[str]) -> Route:
    return Route(
        tuple(Step(graph.nodes[a]["stop"], graph.nodes[b]["stop"], tuple(graph[a][b]["ties"]))
              for a, b in pairwise(keys))
    )  # fmt: skip
