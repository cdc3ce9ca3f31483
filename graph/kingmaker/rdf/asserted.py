"""The derived layer: plain edges that every claim behind them tells as certain, on record, undenied.

An edge is asserted if some claim on its situation is positive and certain, with nobody unnamed in
its attribution, and no claim at all denies that situation with certainty. A candidacy that ended
(withdrawn, declined, rejected) takes the edge of the candidacy with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyoxigraph import NamedNode, Quad

from kingmaker.ids import iri
from kingmaker.model import Certainty, Claim, Kind, Polarity, Situation
from kingmaker.rdf.namespaces import ASSERTED, km


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge that a situation gives: from the entity in one role to that in another."""

    name: str
    subject: str
    object: str


def _to_post(name: str, role: str) -> tuple[Edge, ...]:
    return (Edge(name, role, "post"),)


# By kind and own field; None stands for any value. What has no line here asserts nothing.
EDGES: Mapping[tuple[Kind, str | None], tuple[Edge, ...]] = MappingProxyType({
    (Kind.CANDIDACY, "considered"): _to_post("consideredFor", "candidate"),
    (Kind.CANDIDACY, "declared"): _to_post("candidateFor", "candidate"),
    (Kind.CANDIDACY, "successful"): _to_post("candidateFor", "candidate"),
    (Kind.CANDIDACY, "withdrawn"): _to_post("withdrewFrom", "candidate"),
    (Kind.CANDIDACY, "declined"): _to_post("declined", "candidate"),
    (Kind.CANDIDACY, "rejected"): _to_post("rejectedFor", "candidate"),
    (Kind.NOMINATION, None): (
        Edge("nominatedFor", "nominee", "post"), Edge("nominated", "nominator", "nominee"),
    ),
    (Kind.BACKING, "supports"): (Edge("backs", "backer", "candidate"),),
    (Kind.BACKING, "opposes"): (Edge("opposes", "backer", "candidate"),),
    (Kind.LOBBYING, None): (
        Edge("lobbies", "lobbyist", "target"), Edge("lobbiesFor", "lobbyist", "beneficiary"),
    ),
    (Kind.APPOINTMENT, None): (
        Edge("appointedTo", "appointee", "post"), Edge("appointed", "appointer", "appointee"),
        Edge("succeeds", "appointee", "predecessor"),
    ),
    (Kind.DEPARTURE, None): _to_post("left", "holder"),
    (Kind.TENURE, "current"): _to_post("holds", "holder"),
    (Kind.TENURE, "former"): _to_post("held", "holder"),
    (Kind.TENURE, "designate"): _to_post("designatedTo", "holder"),
    (Kind.EXTENSION, None): _to_post("extendedIn", "holder"),
})  # fmt: skip

ENDED = frozenset({"withdrawn", "declined", "rejected"})
_STANDING = frozenset({"considered", "declared"})


def asserted(claims: Iterable[Claim]) -> Iterator[Quad]:
    """Yield the asserted edges of `claims`, which must be all there are, and the situations they rest on.

    Two situations may give the same edge; the quads are a set.
    """
    supported: dict[str, Situation] = {}
    denied: set[str] = set()
    over: set[tuple[str | None, ...]] = set()
    for claim in claims:
        situation = claim.situation
        if claim.certainty is not Certainty.CERTAIN:
            continue
        if claim.polarity is Polarity.NEGATIVE:
            denied.add(situation.id)
            continue
        if situation.kind is Kind.CANDIDACY and situation.value in ENDED:
            over.add(_contest(situation))
        if claim.source_kind != "unnamed":
            supported[situation.id] = situation
    for key in sorted(supported.keys() - denied):
        situation = supported[key]
        if not (situation.value in _STANDING and _contest(situation) in over):
            yield from resting_on(situation)


def resting_on(situation: Situation) -> Iterator[Quad]:
    """Yield what is asserted where a situation is: that it is, and the plain edges it gives."""
    yield Quad(ASSERTED, km("asserts"), NamedNode(iri(situation.id)), ASSERTED)
    yield from (Quad(*edge, ASSERTED) for edge in edges(situation))


def edges(situation: Situation) -> Iterator[tuple[NamedNode, NamedNode, NamedNode]]:
    """Yield the plain edges that a situation gives where it holds."""
    rules = EDGES.get((situation.kind, situation.value)) or EDGES.get((situation.kind, None), ())
    for edge in rules:
        subject, target = situation.role(edge.subject), situation.role(edge.object)
        if subject and target:
            yield NamedNode(iri(subject.id)), km(edge.name), NamedNode(iri(target.id))


def _contest(situation: Situation) -> tuple[str | None, ...]:
    return tuple(filler.id if filler else None for filler in map(situation.role, ("candidate", "post")))
