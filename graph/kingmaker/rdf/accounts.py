"""An article's graph against what its article and claims account for: nothing more may be there, nothing less."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from pyoxigraph import Quad

from kingmaker.model import Claim
from kingmaker.rdf.claims import Kept
from kingmaker.rdf.namespaces import ALT, PREF, TYPE, km, node
from kingmaker.rdf.quads import article_triples, quads

_OF_ENTITIES = {TYPE, PREF, ALT, km("ofBody"), km("title")}


@dataclass(frozen=True, slots=True)
class Differences:
    """What a graph holds that its claims do not account for, and what they ask for that it lacks."""

    strangers: frozenset[Quad]
    lacking: frozenset[Quad]


def compared(graph: Set[Quad], kept: Kept, claims: Iterable[Claim]) -> Differences:
    """Compare the graph of an article with what that article and these claims, all of it, are written as.

    Raises InputError if they cannot be written.
    """
    place = node(kept.article.id, "article")
    again = set(quads(kept.article, claims))
    again |= {Quad(*triple, place) for triple in article_triples(kept.article, kept.digest, kept.paths)}
    return Differences(frozenset(graph - again - _spare(graph)), frozenset(again - graph))


def _spare(graph: Set[Quad]) -> set[Quad]:
    """Where tellings of a post give it several bodies, a claim names one, and the others stay."""
    bodies = {quad.object for quad in graph if quad.predicate == km("ofBody")}
    return {
        quad
        for quad in graph
        if quad.predicate == km("ofBody") or (quad.subject in bodies and quad.predicate in _OF_ENTITIES)
    }
