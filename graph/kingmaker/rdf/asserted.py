"""The derived layer: plain edges, and the situations that they rest on, as `verdicts` has judged them.

The graph says by which threshold it was made, unless it is as empty as a new store's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyoxigraph import NamedNode, Quad, Triple

from kingmaker.errors import StoreError
from kingmaker.ids import iri
from kingmaker.model import Certainty, Claim, Kind, Situation
from kingmaker.rdf.namespaces import ASSERTED, concept, km
from kingmaker.rdf.verdicts import THRESHOLDS, Verdict, verdicts


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

EDGE_NAMES = tuple(sorted({edge.name for rules in EDGES.values() for edge in rules}))
_ASSERTS, _THRESHOLD = km("asserts"), km("threshold")


def asserted(claims: Iterable[Claim], threshold: Certainty = Certainty.CERTAIN) -> Iterator[Quad]:
    """Yield the asserted edges of `claims`, which must be all there are, and the situations they rest on.

    Two situations may give the same edge; the quads are a set.
    """
    standing = [verdict.situation for verdict in verdicts(claims, threshold) if verdict.stands]
    if standing or threshold is not Certainty.CERTAIN:
        yield Quad(ASSERTED, _THRESHOLD, concept(threshold), ASSERTED)
    for situation in standing:
        yield from resting_on(situation)


def why(triple: Triple, claims: Iterable[Claim], threshold: Certainty) -> tuple[Verdict, ...]:
    """Return the verdicts on all situations that would give a triple of the layer: it is in if any of them stands."""
    return tuple(
        verdict
        for verdict in verdicts(claims, threshold)
        if any(quad.triple == triple for quad in resting_on(verdict.situation))
    )


def threshold_of(quads: Iterable[Quad | Triple]) -> Certainty:
    """Return the threshold that a derived graph was made by; raises StoreError if that cannot be told."""
    names = {str(quad.object) for quad in quads if quad.subject == ASSERTED and quad.predicate == _THRESHOLD}
    found = [certainty for certainty in THRESHOLDS if str(concept(certainty)) in names]
    if len(names) > 1 or len(found) != len(names):
        raise StoreError(
            f"{ASSERTED.value} has no one threshold; make it again with `kingmaker build --assert certain`"
        )
    return found[0] if found else Certainty.CERTAIN


def resting_on(situation: Situation) -> Iterator[Quad]:
    """Yield what is asserted where a situation is: that it is, and the plain edges it gives."""
    yield Quad(ASSERTED, _ASSERTS, NamedNode(iri(situation.id)), ASSERTED)
    yield from (Quad(*edge, ASSERTED) for edge in edges(situation))


def edges(situation: Situation) -> Iterator[tuple[NamedNode, NamedNode, NamedNode]]:
    """Yield the plain edges that a situation gives where it holds."""
    rules = EDGES.get((situation.kind, situation.value)) or EDGES.get((situation.kind, None), ())
    for edge in rules:
        subject, target = situation.role(edge.subject), situation.role(edge.object)
        if subject and target:
            yield NamedNode(iri(subject.id)), km(edge.name), NamedNode(iri(target.id))
