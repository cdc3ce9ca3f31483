"""Whether every claim is whole, lies with its article, and bears the name that its content gives it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from kingmaker.audit.graphs import CLAIM, Graph, Node, Term, number, shown
from kingmaker.audit.report import Problem
from kingmaker.model import Claim, Evidence
from kingmaker.rdf.namespaces import OA, PREF, SCHEMA, TYPE, km, term
from kingmaker.rdf.quads import CLASS_OF_KIND, evidence_id

_NEEDED: Mapping[Term, tuple[ox.NamedNode, ...]] = MappingProxyType({
    CLAIM: tuple(map(km, ("article", "situation", "polarity", "certainty", "sourceKind", "evidence"))),
    term(OA, "TextQuoteSelector"): (term(OA, "exact"), term(OA, "start"), term(OA, "end")),
    km("Attribution"): (km("place"), km("cites")),
    **dict.fromkeys(CLASS_OF_KIND.values(), (PREF,)),
})  # fmt: skip


def problems(graph: Graph, wrong: Mapping[Node, str]) -> Iterator[Problem]:
    """Check the claims of an article's graph, and their parts; `wrong` are those that were changed."""
    if term(SCHEMA, "NewsArticle") not in graph.said.get(graph.name, {}).get(TYPE, ()):
        yield graph.problem(graph.name, "the article of this graph is not described in it")
    lacking = list(_lacking(graph))
    yield from lacking
    yield from _misplaced(graph)
    yield from (graph.problem(node, f"says what {name} would: it was changed") for node, name in wrong.items())
    told = {problem.node for problem in lacking}
    for name, damage in graph.damaged.items():
        claim = ox.NamedNode(name)
        if shown(claim) not in told:
            yield graph.problem(claim, f"cannot be read: {damage}")


def _lacking(graph: Graph) -> Iterator[Problem]:
    """Tell of what a claim, a quote, a step of an attribution or an entity cannot do without."""
    for subject, said in graph.said.items():
        for kind in said.get(TYPE, ()):
            for predicate in _NEEDED.get(kind, ()):
                if predicate not in said:
                    yield graph.problem(subject, f"has no {shown(predicate)}")


def _misplaced(graph: Graph) -> Iterator[Problem]:
    for claim in graph.of_type(CLAIM):
        for article in graph.said[claim].get(km("article"), ()):
            if article != graph.name:
                what = f"says that it stands in {shown(article)}, but lies in the graph of {shown(graph.name)}"
                yield graph.problem(claim, what)


def changed(graph: Graph) -> Mapping[Node, str]:
    """Return what was changed since it was named, with the name that it would bear now.

    A claim's name follows from those of its parts, so one with a changed part is not told again.
    """
    found: dict[Node, str] = {}
    for name, claim in graph.claims.items():
        node = ox.NamedNode(name)
        parts = dict(_parts(graph, node, claim))
        wrong = {part: wanted for part, wanted in parts.items() if shown(part) != wanted}
        found |= wrong
        if not wrong and shown(node) != claim.id:
            found[node] = claim.id
    return found


def _parts(graph: Graph, node: Node, claim: Claim) -> Iterator[tuple[Node, str]]:
    """Yield the parts of a claim that are named by their content, with the names they should have."""
    said = graph.said[node]
    for situation in said[km("situation")][:1]:
        if not isinstance(situation, ox.Literal):
            yield situation, claim.situation.id
    for evidence in said.get(km("evidence"), ()):
        if isinstance(evidence, ox.Literal) or evidence not in graph.said:
            continue
        told = graph.said[evidence]
        start, end = number(told, term(OA, "start")), number(told, term(OA, "end"))
        for quote in told.get(term(OA, "exact"), ())[:1]:
            if start is not None and end is not None:
                yield evidence, evidence_id(claim.article, Evidence(start, end, quote.value))


def changed_claims(graph: Graph, wrong: Mapping[Node, str]) -> set[str]:
    """Return the claims that were changed, or have a part that was."""
    parts = {name: graph.reached([ox.NamedNode(name)]) for name in graph.claims} if wrong else {}
    return {name for name, reached in parts.items() if reached & wrong.keys()}
