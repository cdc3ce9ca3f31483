"""The alignments: our end of each link is declared, theirs is known, and the relation fits both."""

import tomllib
from pathlib import Path

import pytest
import rdflib
from ontology_read import ALL, FOLDER, NAME, TERMS
from rdflib import FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS

FILES = {file.stem: file for file in sorted((FOLDER / "alignments").glob("*.ttl"))}
KNOWN = {"foaf": FOAF, "org": ORG, "prov": PROV, "schema": SDO}  # closed: rdflib has them as they are published
LOOKED_UP = tomllib.loads((Path(__file__).parent / "neighbours.toml").read_text())
WEAK = {SKOS.closeMatch, SKOS.relatedMatch, RDFS.seeAlso}
STRONG = {RDFS.subClassOf: "class", RDFS.subPropertyOf: "property"}

Link = tuple[rdflib.URIRef, rdflib.URIRef, rdflib.URIRef]


def links(file: str) -> list[Link]:
    graph = rdflib.Graph().parse(FILES[file])
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    assert header == rdflib.URIRef(f"{NAME}alignments/{file}")
    return sorted((s, p, o) for s, p, o in graph if s != header)


def our_kind(term: rdflib.URIRef) -> str:
    return "class" if (term, RDF.type, OWL.Class) in ALL else "property"


def their_kind(file: str, term: str) -> str | None:
    """Return whether a neighbour's term is a class or a property, None if it is no term of theirs."""
    if file in KNOWN:
        namespace = KNOWN[file]
        local = term.removeprefix(str(namespace))
        if rdflib.URIRef(term) not in namespace:
            return None
        return "class" if local[:1].isupper() else "property"
    for namespace, terms in LOOKED_UP[file]["namespaces"].items():
        local = term.removeprefix(namespace)
        if local in terms["classes"]:
            return "class"
        if local in terms["properties"]:
            return "property"
    return None


def faults(file: str, link: Link) -> list[str]:
    ours, relation, theirs = link
    told = []
    if ours not in TERMS:
        told.append(f"{ours} is not declared")
    if relation not in {*WEAK, *STRONG}:
        told.append(f"{relation} is no relation of an alignment")
    kind = their_kind(file, str(theirs))
    if kind is None:
        told.append(f"{theirs} is no term of {file}")
    if relation in STRONG and not our_kind(ours) == kind == STRONG[relation]:
        told.append(f"{relation} needs two of a kind")
    if relation != RDFS.seeAlso and kind is not None and our_kind(ours) != kind:
        told.append(f"{ours} and {theirs} are not of a kind")
    return told


def test_alignments_are_with_eight_neighbours() -> None:
    assert set(FILES) == {*KNOWN, *LOOKED_UP}


@pytest.mark.parametrize("file", FILES)
def test_alignments_link_what_is_there(file: str) -> None:
    found = links(file)
    assert found
    assert [fault for link in found for fault in faults(file, link)] == []


KM = "https://w3id.org/kingmaker/ns/ontology/"


@pytest.mark.parametrize(
    ("file", "ours", "relation", "theirs", "fault"),
    [
        ("org", "Throne", RDFS.subClassOf, str(ORG.Post), "is not declared"),
        ("org", "Post", OWL.equivalentClass, str(ORG.Post), "is no relation"),
        ("org", "Post", RDFS.subClassOf, "http://www.w3.org/ns/org#Position", "is no term of org"),
        ("org", "Post", RDFS.subClassOf, "https://www.w3.org/ns/org#Post", "is no term of org"),
        ("org", "holder", RDFS.subClassOf, str(ORG.Post), "needs two of a kind"),
        ("oa", "Claim", SKOS.closeMatch, "http://www.w3.org/ns/oa#hasBody", "are not of a kind"),
        ("wikidata", "holds", SKOS.closeMatch, "http://www.wikidata.org/prop/direct/P40", "is no term of wikidata"),
    ],
)
def test_alignments_with_a_mistake_are_found(file: str, ours: str, relation: str, theirs: str, fault: str) -> None:
    told = faults(file, (rdflib.URIRef(KM + ours), rdflib.URIRef(relation), rdflib.URIRef(theirs)))
    assert any(fault in one for one in told)


def test_alignments_state_each_link_once() -> None:
    told = [link for file in FILES for link in links(file)]
    assert len(told) == len(set(told))


def test_alignments_are_not_needed_by_what_they_align() -> None:
    named = {str(o) for o in ALL.objects(None, OWL.imports)}
    assert not any("alignments" in name for name in named)
    foreign = {str(o) for p in (*STRONG, SKOS.closeMatch) for o in ALL.objects(None, p)}
    assert all(name.startswith(KM) for name in foreign), "the core states no link to a neighbour"
