"""The derived edges against the claims: no more than follow from them, and no fewer."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kingmaker import rdf
from kingmaker.audit.graphs import shown
from kingmaker.audit.report import AGAIN, ANEW, Problem
from kingmaker.model import Claim
from kingmaker.rdf.namespaces import ASSERTED, km
from kingmaker.store import Store
from kingmaker.store.asking import graph_of

_PLACE = "graph:asserted"


def problems(store: Store, claims: Iterable[Claim], doubtful: Iterable[Claim], *, whole: bool) -> Iterator[Problem]:
    """Derive the asserted edges anew from the claims, and compare.

    Where claims were changed (`doubtful`) or cannot be read (not `whole`), what may rest on them is not
    held against the edges, and none is missed: the claims must be mended first.
    """
    there, wanted = graph_of(store.quads, ASSERTED), set(rdf.asserted(claims))
    unsure = {quad for claim in doubtful for quad in rdf.resting_on(claim.situation)}
    for quad in there - wanted - unsure:
        yield Problem(_PLACE, _edge(quad), "is asserted, and no claim bears it out", AGAIN if whole else ANEW)
    if whole and not unsure:
        for quad in wanted - there:
            yield Problem(_PLACE, _edge(quad), "follows from the claims, and is not asserted", AGAIN)


def _edge(quad: ox.Quad) -> str:
    if quad.predicate == km("asserts") and quad.subject == ASSERTED:
        return _shown(quad.object)
    return " ".join(map(_shown, (quad.subject, quad.predicate, quad.object)))


def _shown(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else shown(term)
