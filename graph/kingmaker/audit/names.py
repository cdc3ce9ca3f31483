"""Whether every name is one of ours: declared, of a known kind, described, and reached by a claim."""

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kingmaker.audit.graphs import CLAIM, Graph, Node, Term, shown
from kingmaker.audit.report import Problem
from kingmaker.errors import InputError
from kingmaker.ids import DATA, ONTOLOGY, from_iri
from kingmaker.ontology import declared_terms
from kingmaker.rdf.namespaces import DATA_PREFIXES, TAXONOMY, TYPE, km, node
from kingmaker.rdf.quads import CLASS_OF_KIND

_ENTITIES = frozenset(CLASS_OF_KIND.values())
_OUR_TERMS = (ONTOLOGY, TAXONOMY)


def problems(graph: Graph) -> Iterator[Problem]:
    """Check the names that an article's graph uses."""
    used = _used(graph)
    for term, users in used.items():
        user = min(users, key=str)
        if isinstance(term, ox.BlankNode):
            yield graph.problem(user, f"a blank node, {term}, where everything has a name")
        elif term.value.startswith(_OUR_TERMS):
            if term.value not in declared_terms():
                yield graph.problem(user, f"uses {shown(term)}, which the ontology does not declare")
        elif term.value.startswith(DATA):
            yield from _ours(graph, term, user)
    yield from _unreached(graph)
    yield from _no_bodies(graph)


def _no_bodies(graph: Graph) -> Iterator[Problem]:
    """Tell of posts that are said to be of something that is no entity."""
    for subject, said in graph.said.items():
        for value in said.get(km("ofBody"), ()):
            described = {} if isinstance(value, ox.Literal) else graph.said.get(value, {})
            if not _ENTITIES.intersection(described.get(TYPE, ())):
                yield graph.problem(subject, f"is a post of {value}, which nothing here says is an entity")


def _used(graph: Graph) -> dict[Node, set[Node]]:
    """Return every IRI and blank node of the graph with those of whom it is said, or who say it."""
    used: dict[Node, set[Node]] = defaultdict(set)
    for subject, said in graph.said.items():
        used[subject].add(subject)
        for predicate, values in said.items():
            used[predicate].add(subject)
            for value in values:
                if not isinstance(value, ox.Literal):
                    used[value].add(subject)
    return used


def _ours(graph: Graph, term: ox.NamedNode, user: Node) -> Iterator[Problem]:
    try:
        node(from_iri(term.value), *DATA_PREFIXES)
    except (ValueError, InputError):
        yield graph.problem(user, f"{term} is of no kind that is known, or not made as identifiers are")
        return
    if term not in graph.said:
        yield graph.problem(user, f"speaks of {shown(term)}, which nothing describes")


def _unreached(graph: Graph) -> Iterator[Problem]:
    reached = graph.reached(graph.of_type(CLAIM))
    for subject in graph.said.keys() - reached - {graph.name}:
        yield graph.problem(subject, f"no claim leads to this {_kind(graph, subject)}")


def _kind(graph: Graph, subject: Node) -> str:
    """Say what a node is, by its type and else as a thing."""
    kinds: tuple[Term, ...] = graph.said[subject].get(TYPE, ())
    names = sorted(k.value.removeprefix(ONTOLOGY).lower() for k in kinds if k.value.startswith(ONTOLOGY))
    return names[0] if names else "node"
