"""What is said to the embedded database: questions, and exchanges in one transaction."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import cast

import pyoxigraph as ox

from kingmaker.errors import QueryError, StoreError
from kingmaker.ids import PREFIX_OF_KIND, iri
from kingmaker.model import Article
from kingmaker.rdf import PREFIXES, Kept, article_of
from kingmaker.rdf.namespaces import SCHEMA, TYPE, term
from kingmaker.store.answers import Answer, Rows, Triples, Value

_HASHED = ("article", "claim", "situation", "race", "entry", "step")
_OURS = re.compile(f"(?:{'|'.join(sorted({*PREFIX_OF_KIND.values(), *_HASHED}))}):[a-z0-9-]+")


def answered(quads: ox.Store, sparql: str, bindings: Mapping[str, Value | str]) -> Answer:
    """Return the answer; raises QueryError for what is not valid SPARQL, or cannot be evaluated."""
    try:
        given = {ox.Variable(name): _as_term(value) for name, value in bindings.items() if value is not None}
        found = quads.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=given or None)
        if isinstance(found, ox.QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            return Rows(columns, tuple(tuple(solution) for solution in found))
        if isinstance(found, ox.QueryTriples):
            return Triples(tuple(sorted(set(found), key=str)))
        return bool(found)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"not a valid question: {error}; see `kingmaker query --list` for examples") from error
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the question cannot be answered: {error}") from error


def _as_term(value: Value | str) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    """Return a value as a term: one of our identifiers or an IRI as a node, any other text as a literal."""
    if not isinstance(value, str):
        return cast(ox.NamedNode, value)
    if value.startswith(("http://", "https://")):
        return ox.NamedNode(value)
    return ox.NamedNode(iri(value)) if _OURS.fullmatch(value) else ox.Literal(value)


def exchange(quads: ox.Store, old: Iterable[ox.Quad], new: Iterable[ox.Quad]) -> None:
    """Remove `old` and add `new` in one transaction: both or neither."""
    try:
        if gone := _body(old):
            added = _body(new)
            quads.update(f"DELETE DATA {{ {gone} }}" + (f" ; INSERT DATA {{ {added} }}" if added else ""))
        else:
            quads.extend(new)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"cannot write to the store: {error}; nothing was changed") from error


def _body(quads: Iterable[ox.Quad]) -> str:
    """Write quads as SPARQL has them; every term is escaped by the engine's own serializer."""
    graphs: dict[str, list[ox.Triple]] = defaultdict(list)
    for quad in quads:
        graphs[str(quad.graph_name)].append(quad.triple)
    return "\n".join(
        f"GRAPH {graph} {{ {(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b'').decode()} }}"
        for graph, triples in graphs.items()
    )


def graph_of(quads: ox.Store, graph: ox.NamedNode) -> set[ox.Quad]:
    """Return the quads of one graph; raises StoreError if they cannot be read."""
    try:
        return set(quads.quads_for_pattern(None, None, None, graph))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"the store is damaged ({error}); remove it and build again") from error


def articles_of(quads: ox.Store) -> list[Kept]:
    """Return what is kept of every article, in the order of their ids."""
    found = []
    for quad in quads.quads_for_pattern(None, TYPE, term(SCHEMA, "NewsArticle"), None):
        subject = cast(ox.NamedNode, quad.subject)
        if (kept := article_of(quads.quads_for_pattern(subject, None, None, subject))) is not None:
            found.append(kept)
    return sorted(found, key=lambda kept: kept.article.id)


def articles_in(quads: Iterable[ox.Quad]) -> list[Article]:
    """Return the articles that quads of several graphs describe, without their texts."""
    graphs: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        graphs[str(quad.graph_name)].append(quad)
    kept = (article_of(graphs[name]) for name in sorted(graphs))
    return [one.article for one in kept if one]
