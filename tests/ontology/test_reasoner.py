"""OWL consistency: a reasoner finds nothing wrong with the examples, and finds what is planted."""

from itertools import combinations
from pathlib import Path

import owlrl
import pytest
import rdflib
from ontology_read import ALL, FOLDER, KM, KMX
from rdflib import FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS

from kingmaker.model import Kind
from kingmaker.rdf.quads import CLASS_OF_KIND

ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
ID = rdflib.Namespace("https://w3id.org/kingmaker/id/")
EXAMPLES = [*sorted((FOLDER / "examples" / "valid").glob("*.ttl"))]
NEIGHBOURS = [Path(__file__).parent / "neighbours.ttl", *sorted((FOLDER / "alignments").glob("*.ttl"))]


def world(*files: Path) -> rdflib.Graph:
    """The ontology with data; what is only said about terms is left out, since nothing follows from it."""
    graph = rdflib.Graph()
    for file in files:
        graph.parse(file)
    graph += ALL
    for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.definition, SKOS.example, SKOS.scopeNote, RDFS.isDefinedBy):
        graph.remove((None, predicate, None))
    return graph


def closed(graph: rdflib.Graph) -> rdflib.Graph:
    """All that follows from a graph by the rules of OWL 2 RL."""
    found = rdflib.Graph()
    found += graph
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(found)
    return found


def inconsistencies(graph: rdflib.Graph) -> list[str]:
    return sorted(str(message) for message in closed(graph).objects(None, ERROR))


def disjoint_groups() -> list[set[rdflib.term.Node]]:
    lists = ALL.objects(None, OWL.members)
    return [set(ALL.items(head)) for head in lists]


def test_reasoner_finds_the_examples_consistent() -> None:
    assert inconsistencies(world(*EXAMPLES)) == []


def test_reasoner_finds_the_examples_consistent_with_the_neighbours() -> None:
    found = closed(world(*EXAMPLES, *NEIGHBOURS))
    assert list(found.objects(None, ERROR)) == []
    assert (ID["body/council"], RDF.type, FOAF.Agent) in found, "the links lead somewhere"
    assert (ID["claim/tenure"], PROV.wasDerivedFrom, ID["article/1"]) in found


def test_reasoner_finds_each_pair_of_disjoint_classes_planted() -> None:
    pairs = [pair for group in disjoint_groups() for pair in combinations(sorted(group), 2)]
    graph = world()
    for place, (one, other) in enumerate(pairs):
        graph.add((ID[f"planted/{place}-"], RDF.type, one))
        graph.add((ID[f"planted/{place}-"], RDF.type, other))
    told = "\n".join(inconsistencies(graph))
    assert len(pairs) > 50
    assert [pair for place, pair in enumerate(pairs) if f"planted/{place}-" not in told] == []


def test_reasoner_is_told_that_kinds_share_no_member() -> None:
    groups = disjoint_groups()
    assert {KM[kind] for kind in Kind} in groups
    assert {rdflib.URIRef(node.value) for node in CLASS_OF_KIND.values()} in groups


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        (ID["person/ann-lee"], RDF.type, KM.Post),
        (ID["situation/tenure"], RDF.type, KM.Claim),
        (ID["race/1"], RDF.type, KM.Candidacy),
        (ID["person/ann-lee"], OWL.sameAs, ID["body/council"]),
        (KM.Tenure, RDFS.subClassOf, KM.Claim),
        (KM.post, RDFS.range, KM.Person),
        (KM.Person, OWL.equivalentClass, KM.Organisation),
    ],
    ids=lambda term: term.rpartition("/")[2],
)
def test_reasoner_finds_what_is_planted(
    subject: rdflib.URIRef, predicate: rdflib.URIRef, object_: rdflib.URIRef
) -> None:
    graph = world(*EXAMPLES)
    graph.add((subject, predicate, object_))
    assert inconsistencies(graph)


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        (ID["body/council"], RDF.type, FOAF.Person),
        (ID["claim/tenure"], RDF.type, PROV.Activity),
        (ID["body/council"], RDF.type, ORG.Membership),
        (KMX["scheme-stance"], RDF.type, SKOS.Concept),
        (KM.Organisation, RDFS.subClassOf, ORG.Membership),
    ],
    ids=lambda term: term.rpartition("/")[2],
)
def test_reasoner_finds_what_is_planted_among_the_neighbours(
    subject: rdflib.URIRef, predicate: rdflib.URIRef, object_: rdflib.URIRef
) -> None:
    graph = world(*EXAMPLES, *NEIGHBOURS)
    graph.add((subject, predicate, object_))
    assert inconsistencies(graph)
