import re
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Namespace

from kingmaker import rdf
from kingmaker.ids import ONTOLOGY
from kingmaker.model import SHAPES, Certainty, Kind, Polarity
from kingmaker.ontology import ontology_folder
from kingmaker.queries import canned
from kingmaker.queries.guard import tokens
from kingmaker.rdf.asserted import EDGES
from kingmaker.rdf.namespaces import TAXONOMY
from kingmaker.rdf.quads import CLASS_OF_KIND
from kingmaker.rdf.shapes import violations
from kingmaker.store.files import ONTOLOGY_VERSION

FOLDER = ontology_folder()
KM, KMX = Namespace(ONTOLOGY), Namespace(TAXONOMY)
CORE = rdflib.Graph().parse(FOLDER / "kingmaker.ttl")
AXES = rdflib.Graph().parse(FOLDER / "vocabulary" / "axes.ttl")
ALL = CORE + AXES
TERMS = sorted({s for s in ALL.subjects(RDF.type) if str(s).startswith((ONTOLOGY, TAXONOMY))})
NAME = rdflib.URIRef("https://w3id.org/kingmaker/ontology/kingmaker")
VALID = sorted((FOLDER / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((FOLDER / "examples" / "invalid").glob("*.ttl"))


def found_in(file: Path) -> set[str]:
    import pyoxigraph as ox

    quads = ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
    return {violation.message for violation in violations(quad.triple for quad in quads)}


@pytest.mark.parametrize("term", TERMS, ids=lambda t: t.rpartition("/")[2])
def test_ontology_term_has_one_label_definition_and_example(term: rdflib.URIRef) -> None:
    (label,), (definition,) = ALL.objects(term, SKOS.prefLabel), ALL.objects(term, SKOS.definition)
    assert label.language == definition.language == "en"
    assert re.fullmatch(r"[A-Z].*\.", definition), "a definition is a sentence"
    assert set(ALL.objects(term, RDFS.isDefinedBy)) == {NAME}
    if (term, RDF.type, SKOS.ConceptScheme) not in ALL:
        (example,) = ALL.objects(term, SKOS.example)
        assert example
    is_class = (term, RDF.type, OWL.Class) in ALL
    is_scheme = (term, RDF.type, SKOS.ConceptScheme) in ALL
    assert str(label) == (label.title() if is_class or is_scheme else label.lower())


def test_ontology_declares_what_the_model_and_the_quads_use() -> None:
    classes = {KM[kind] for kind in Kind} | {rdflib.URIRef(node.value) for node in CLASS_OF_KIND.values()}
    assert classes <= set(CORE.subjects(RDF.type, OWL.Class))
    objects = {KM[role] for shape in SHAPES.values() for role in shape.roles}
    objects |= {KM[shape.own] for shape in SHAPES.values() if shape.own and shape.values}
    objects |= {KM[edge.name] for edges in EDGES.values() for edge in edges}
    assert objects <= set(CORE.subjects(RDF.type, OWL.ObjectProperty))
    texts = {KM[name] for shape in SHAPES.values() for name in shape.details} | {KM.criterion}
    assert texts <= set(CORE.subjects(RDF.type, OWL.DatatypeProperty))
    values = {KMX[v] for axis in (Polarity, Certainty) for v in axis}
    values |= {KMX[v] for shape in SHAPES.values() for v in shape.values}
    assert values <= set(AXES.subjects(RDF.type, SKOS.Concept))


def test_ontology_situations_are_the_nine() -> None:
    assert set(CORE.subjects(RDFS.subClassOf, KM.Situation)) == {KM[kind] for kind in Kind}


def test_ontology_header_has_the_version_that_stores_record() -> None:
    assert str(CORE.value(NAME, OWL.versionIRI)) == ONTOLOGY_VERSION
    assert ONTOLOGY_VERSION.endswith("/" + str(CORE.value(NAME, OWL.versionInfo)))
    assert f"## {CORE.value(NAME, OWL.versionInfo)}" in (FOLDER / "CHANGELOG.md").read_text()


def used_terms(text: str) -> set[str]:
    return {token for kind, token in tokens(text) if kind == "name" and re.match("kmx?:", token)}


@pytest.mark.parametrize("name", [*canned(), "kingmaker-shapes"])
def test_ontology_declares_what_queries_and_shapes_use(name: str) -> None:
    shapes = (FOLDER / "shapes" / "kingmaker-shapes.ttl").read_text()
    used = used_terms(shapes if name == "kingmaker-shapes" else canned()[name].sparql) - {"km:", "kmx:"}
    declared = {("km:" if str(t).startswith(ONTOLOGY) else "kmx:") + t.rpartition("/")[2] for t in TERMS}
    assert used <= declared
    assert used


@pytest.mark.parametrize("file", VALID, ids=lambda f: f.stem)
def test_shapes_pass_the_valid_examples(file: Path) -> None:
    assert found_in(file) == set()


@pytest.mark.parametrize("file", INVALID, ids=lambda f: f.stem)
def test_shapes_find_the_mistake_with_its_message(file: Path) -> None:
    wanted = file.read_text().splitlines()[0].removeprefix("# message: ")
    assert found_in(file) == {wanted}


def test_shapes_pass_what_a_store_publishes() -> None:
    from claims_told import BBC, article, backing, diplomat
    from kingmaker.store import open_store

    one, two = article(), article("Two.")
    store = open_store()
    store.put([(one, [backing(one, source=BBC, via=(diplomat(one), BBC), time="2023")]), (two, [backing(two)])])
    assert violations(rdf.flat(store.quads)) == ()
