"""What two tellings of one article come to: a union that gives the same quads in any order.

Most of what is kept may have many values and is simply united. A few properties have one: the best
of the values, by a total order, so that settling is associative, commutative and idempotent. A name
that loses its place as the label stays a name.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from pyoxigraph import NamedNode, Quad

from kingmaker.rdf.namespaces import ALT, OA, PREF, SCHEMA, Term, km, term

SINGLE = frozenset({
    PREF, km("title"), km("timeWords"), km("textDigest"), term(OA, "prefix"), term(OA, "suffix"),
    term(SCHEMA, "headline"), term(SCHEMA, "publisher"), term(SCHEMA, "datePublished"),
    term(SCHEMA, "dateModified"), term(SCHEMA, "url"),
})  # fmt: skip


def best(values: Iterable[Term]) -> Term:
    """Return the fullest of `values`: the longest, and of those the first by code points."""
    return min(values, key=lambda v: (*fullness(v.value), str(v)))


def fullness(text: str) -> tuple[int, str]:
    """Return the key by which the fullest text sorts first."""
    return -len(text), text


def settled(quads: Iterable[Quad]) -> set[Quad]:
    """Return the union of `quads`, with one value where a property may have but one.

    >>> settled(()) == set()
    True
    """
    kept: set[Quad] = set()
    rivals: dict[tuple[NamedNode, NamedNode, NamedNode], set[Term]] = defaultdict(set)
    for quad in quads:
        if quad.predicate in SINGLE:
            place = cast(NamedNode, quad.subject), quad.predicate, cast(NamedNode, quad.graph_name)
            rivals[place].add(cast(Term, quad.object))
        else:
            kept.add(quad)
    for (subject, predicate, graph), values in rivals.items():
        winner = best(values)
        kept.add(Quad(subject, predicate, winner, graph))
        if predicate == PREF:
            kept |= {Quad(subject, ALT, value, graph) for value in values}
            kept.discard(Quad(subject, ALT, winner, graph))
    return kept
