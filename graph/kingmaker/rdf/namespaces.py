"""The names of things in RDF: our terms, our data, and the vocabularies that are reused."""

import re
from functools import cache, lru_cache

from pyoxigraph import Literal, NamedNode

from kingmaker.errors import InputError
from kingmaker.ids import DATA, ONTOLOGY, PREFIX_OF_KIND, iri

TAXONOMY = "https://w3id.org/kingmaker/ns/taxonomy/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
SCHEMA = "https://schema.org/"
EDTF = "http://id.loc.gov/datatypes/edtf/"

DATA_PREFIXES = (
    *dict.fromkeys(PREFIX_OF_KIND.values()), "article", "claim", "situation", "evidence", "attribution",
    "naming", "graph", "race", "entry", "step",
)  # fmt: skip

# Predeclared in every query, and used in every Turtle and TriG file that is written.
PREFIXES: dict[str, str] = {
    **{name: f"{DATA}{name}/" for name in DATA_PREFIXES},
    "km": ONTOLOGY,
    "kmx": TAXONOMY,
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": XSD,
    "skos": SKOS,
    "oa": OA,
    "org": ORG,
    "schema": SCHEMA,
    "edtf": EDTF,
}

_BY_SPACE = {space: name for name, space in PREFIXES.items()}

ENTITY_PREFIXES = frozenset(PREFIX_OF_KIND.values())
_IDENTIFIER = re.compile(r"([a-z]+):(?!\.+$)[\w.~+-]{1,200}")


@cache
def km(name: str) -> NamedNode:
    """Return the term `name` of the ontology."""
    return NamedNode(ONTOLOGY + name)


@cache
def concept(value: str) -> NamedNode:
    """Return the SKOS concept of a value of an axis, such as "probable"."""
    return NamedNode(TAXONOMY + value)


@cache
def term(namespace: str, name: str) -> NamedNode:
    """Return a term of another vocabulary."""
    return NamedNode(namespace + name)


def prefixed(text: str) -> str:
    """Return `person:ben-wallace` for an IRI of a namespace that has a prefix, any other IRI whole."""
    cut = max(text.rfind("/"), text.rfind("#")) + 1
    space, local = text[:cut], text[cut:]
    return f"{_BY_SPACE[space]}:{local}" if space in _BY_SPACE and local else text


Term = NamedNode | Literal
Triple = tuple[NamedNode, NamedNode, Term]

TYPE = term(RDF, "type")
PREF, ALT = term(SKOS, "prefLabel"), term(SKOS, "altLabel")
ASSERTED, RACES = NamedNode(iri("graph:asserted")), NamedNode(iri("graph:races"))
DERIVED = frozenset({ASSERTED, RACES})  # graphs that are made of the others, and rebuilt with them


@lru_cache(maxsize=65536)
def node(identifier: str, *prefixes: str) -> NamedNode:
    """Return the IRI node of `prefix:local`, whose prefix must be one of `prefixes`.

    Raises InputError for an identifier that is not made as ids.py makes them: it would name a node
    of another kind, or be no valid IRI.
    """
    matched = _IDENTIFIER.fullmatch(identifier)
    if not matched or matched[1] not in prefixes:
        wanted = " or ".join(f"{p}:..." for p in sorted(prefixes))
        raise InputError(repr(identifier), "not an identifier of its kind", f"write one like {wanted}")
    return NamedNode(iri(identifier))
