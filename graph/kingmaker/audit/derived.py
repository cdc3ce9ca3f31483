"""The derived edges against the claims: no more than follow from them, and no fewer."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from kingmaker import rdf
from kingmaker.audit.graphs import shown
from kingmaker.audit.report import AGAIN, ANEW, Problem
from kingmaker.errors import StoreError
from kingmaker.model import Article, Certainty, Claim
from kingmaker.races import races
from kingmaker.rdf.namespaces import ASSERTED, RACES, km
from kingmaker.rdf.raced import raced
from kingmaker.store import Store
from kingmaker.store.asking import graph_of


@dataclass(slots=True)
class Told:
    """What all graphs tell, and how far it can be relied on."""

    articles: list[Article] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    changed: list[Claim] = field(default_factory=list)  # since they were named
    unreadable: int = 0

    @property
    def whole(self) -> bool:
        """Whether every claim can be relied on."""
        return not self.changed and not self.unreadable


def problems(store: Store, told: Told, *, sound: bool) -> Iterator[Problem]:
    """Derive the asserted edges and the races anew from the claims, and compare.

    Where claims were changed or cannot be read, what may rest on them is not held against the edges, and
    nothing is missed: the claims must be mended first. Races hang on the articles' days too, so they are
    compared only where the graphs of the articles are `sound`.
    """
    unsure = {quad for claim in told.changed for quad in rdf.resting_on(claim.situation)}
    wanted = set(rdf.asserted(told.claims, _threshold(store)))
    yield from _compared(store, ASSERTED, wanted, unsure, told)
    if told.whole and sound:
        yield from _compared(store, RACES, set(raced(races(told.claims, told.articles))), set(), told)


def _threshold(store: Store) -> Certainty:
    """Return the threshold that the store states; where it states none that can be, the first one of a new store."""
    try:
        return store.threshold
    except StoreError:
        return Certainty.CERTAIN


def _compared(
    store: Store, place: ox.NamedNode, wanted: set[ox.Quad], unsure: set[ox.Quad], told: Told
) -> Iterator[Problem]:  # fmt: skip
    there, graph = graph_of(store.quads, place), shown(place)
    for quad in there - wanted - unsure:
        yield Problem(graph, _edge(quad), "is derived, and no claim bears it out", AGAIN if told.whole else ANEW)
    if told.whole:
        for quad in wanted - there:
            yield Problem(graph, _edge(quad), "follows from the claims, and is not derived", AGAIN)


def _edge(quad: ox.Quad) -> str:
    if quad.predicate == km("asserts") and quad.subject == ASSERTED:
        return _shown(quad.object)
    return " ".join(map(_shown, (quad.subject, quad.predicate, quad.object)))


def _shown(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else shown(term)
