"""Data against the SHACL shapes of the ontology.

Checked is the flat form, which is also what is published: one graph at a time would repeat the cost
of reading the shapes for every article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from kingmaker.ontology import ontology_folder

if TYPE_CHECKING:
    import rdflib

_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a shape; `path` is the property at fault, `value` what it has, if one is told."""

    node: str
    message: str
    path: str | None = None
    value: str | None = None


def violations(triples: Iterable[ox.Triple]) -> tuple[Violation, ...]:
    """Return every way in which the triples break the shapes, sorted; none if they conform.

    Takes about two minutes a million triples.
    """
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    data.addN((*map(_plain, triple), data) for triple in triples)  # type: ignore[misc]
    report = pyshacl.validate(data, shacl_graph=_shapes(), inference="none", advanced=False)[1]
    results = cast(rdflib.Graph, report)
    found = results.objects(None, rdflib.URIRef(_SH + "result"))  # not the details within one
    return tuple(sorted((_violation(results, node) for node in found), key=str))


def _violation(results: "rdflib.Graph", node: "rdflib.term.Node") -> Violation:
    import rdflib

    def text(name: str) -> str | None:
        value = results.value(node, rdflib.URIRef(_SH + name))
        return None if value is None or isinstance(value, rdflib.BNode) else str(value)

    return Violation(text("focusNode") or "", text("resultMessage") or "", text("resultPath"), text("value"))


def _plain(term: object) -> "rdflib.term.Node":
    import rdflib

    if isinstance(term, ox.Literal):
        plain = term.datatype.value.endswith("#string") or term.language
        datatype = None if plain else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, lang=term.language, datatype=datatype)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    return rdflib.URIRef(cast(ox.NamedNode, term).value)


@cache
def _shapes() -> "rdflib.Graph":
    import rdflib

    return rdflib.Graph().parse(ontology_folder() / "shapes" / "kingmaker-shapes.ttl", format="turtle")
