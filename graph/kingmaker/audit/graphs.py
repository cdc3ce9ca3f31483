"""Each article's graph as it is found, damaged or not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import pyoxigraph as ox

from kingmaker import rdf
from kingmaker.audit.report import Problem
from kingmaker.errors import InputError
from kingmaker.ids import DATA, from_iri
from kingmaker.model import Claim
from kingmaker.rdf.namespaces import DERIVED, TYPE, km, node
from kingmaker.store import Store
from kingmaker.store.asking import graph_of

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal
Said = Mapping[Node, Mapping[ox.NamedNode, tuple[Term, ...]]]

CLAIM = km("Claim")
# Where a walk from a claim to its parts would leave for the article itself.
_NO_PART = {TYPE, km("article")}


@dataclass(frozen=True)
class Graph:
    """An article's graph: its quads, what is said of each subject, and the claims that can be read."""

    name: ox.NamedNode
    quads: Set[ox.Quad]
    said: Said
    kept: rdf.Kept | None
    claims: Mapping[str, Claim]
    damaged: Mapping[str, str]

    @cached_property
    def place(self) -> str:
        """How a person would name the article: by its path, or else its id."""
        article = self.kept.article if self.kept else None
        return article.path if article and article.path else rdf.prefixed(self.name.value)

    def problem(self, subject: Node, what: str, *remedy: str) -> Problem:
        """Tell of a problem of this graph."""
        return Problem(self.place, shown(subject), what, *remedy)

    def of_type(self, kind: ox.NamedNode) -> Iterator[Node]:
        """Yield the subjects that are said to be of a class."""
        return (subject for subject, said in self.said.items() if kind in said.get(TYPE, ()))

    def reached(self, roots: Iterable[Node]) -> set[Node]:
        """Return what is to be had from some subjects, themselves with it, without leaving for the article."""
        found: set[Node] = set()
        ahead = [root for root in roots if root in self.said]
        while ahead:
            subject = ahead.pop()
            if subject not in found:
                found.add(subject)
                parts = (o for p, values in self.said[subject].items() if p not in _NO_PART for o in values)
                ahead += [o for o in parts if not isinstance(o, ox.Literal) and o in self.said]
        return found


def shown(term: Term) -> str:
    """Return a term for a message: our prefixes for IRIs, a literal between quotes and cut short."""
    if isinstance(term, ox.NamedNode):
        return rdf.prefixed(term.value)
    return quoted(term.value) if isinstance(term, ox.Literal) else str(term)


def number(said: Mapping[ox.NamedNode, tuple[Term, ...]], predicate: ox.NamedNode) -> int | None:
    """Return the whole number that a property has, or None for none or no number."""
    try:
        return int(said[predicate][0].value)
    except (KeyError, ValueError):
        return None


def quoted(text: str, most: int = 60) -> str:
    """Return text of an article for a message, cut short."""
    return repr(text if len(text) <= most else text[: most - 1] + "…")


def graphs(store: Store) -> Iterator[Graph]:
    """Yield the graph of each article, in the order of their names."""
    for name in sorted(_names(store), key=str):
        if isinstance(name, ox.NamedNode) and _is_articles(name):
            yield _graph(name, graph_of(store.quads, name))


def outside(store: Store) -> Iterator[Problem]:
    """Tell of all that stands in no article's graph and is not derived either."""
    places: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [ox.DefaultGraph(), *_names(store)]
    for place in places:
        if place in DERIVED or _is_articles(place):
            continue
        for quad in store.quads.quads_for_pattern(None, None, None, place):
            what = "a triple in no graph" if place == ox.DefaultGraph() else f"a triple in {place}, no article's graph"
            yield Problem("", _line(quad), what)


def _names(store: Store) -> list[ox.NamedNode | ox.BlankNode]:
    return list(store.quads.named_graphs())


def _is_articles(name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> bool:
    if not isinstance(name, ox.NamedNode) or not name.value.startswith(DATA):
        return False
    try:
        node(from_iri(name.value), "article")
    except (ValueError, InputError):
        return False
    return True


def _line(quad: ox.Quad) -> str:
    terms = (cast(Node, quad.subject), quad.predicate, quad.object)
    return " ".join(str(t) if isinstance(t, ox.Triple) else shown(t) for t in terms)


def _graph(name: ox.NamedNode, quads: Set[ox.Quad]) -> Graph:
    # A triple about a triple is no part of our data; it is left to what no claim accounts for.
    plain = [q for q in quads if not isinstance(q.object, ox.Triple)]
    said: dict[Node, dict[ox.NamedNode, list[Term]]] = defaultdict(dict)
    for quad in plain:
        said[cast(Node, quad.subject)].setdefault(quad.predicate, []).append(cast(Term, quad.object))
    frozen = {s: {p: _sorted(values) for p, values in by.items()} for s, by in said.items()}
    claims, damaged = rdf.readable(plain)
    return Graph(name, quads, frozen, _kept(name, plain), claims, damaged)


def _sorted(values: list[Term]) -> tuple[Term, ...]:
    return tuple(values) if len(values) == 1 else tuple(sorted(values, key=str))


def _kept(name: ox.NamedNode, quads: Iterable[ox.Quad]) -> rdf.Kept | None:
    """Return the article as its own graph describes it, if it does."""
    return rdf.article_of(quad for quad in quads if quad.subject == name)
