"""The ontology declares what code, data, queries, frames and its own drawings use, each term in one file."""

import re
from pathlib import Path

import pytest
import rdflib
from ontology_read import ALL, BY_FILE, FOLDER, KM, KMX, NAME, SHORT, TERMS
from rdflib import DCTERMS, OWL, RDF, RDFS, SDO, SKOS, XSD

from kingmaker.facts.frames import frames
from kingmaker.ids import ONTOLOGY
from kingmaker.model import SHAPES, Certainty, Kind, Polarity
from kingmaker.ontology import declared_terms
from kingmaker.queries import canned
from kingmaker.queries.guard import tokens
from kingmaker.races.standing import STATES
from kingmaker.rdf.asserted import EDGES
from kingmaker.rdf.quads import CLASS_OF_KIND
from kingmaker.store.files import ONTOLOGY_VERSION

CONCEPTS = sorted(ALL.subjects(RDF.type, SKOS.Concept))


def declared(kind: rdflib.URIRef) -> set[rdflib.term.Node]:
    return set(ALL.subjects(RDF.type, kind))


def values_of(scheme: str) -> set[str]:
    return {str(c).rpartition("/")[2] for c in ALL.subjects(SKOS.inScheme, KMX[f"scheme-{scheme}"]) if c in CONCEPTS}


def test_ontology_declares_what_the_model_and_the_quads_use() -> None:
    classes = {KM[kind] for kind in Kind} | {rdflib.URIRef(node.value) for node in CLASS_OF_KIND.values()}
    assert classes <= declared(OWL.Class)
    objects = {KM[role] for shape in SHAPES.values() for role in shape.roles}
    objects |= {KM[shape.own] for shape in SHAPES.values() if shape.own and shape.values}
    objects |= {KM[edge.name] for edges in EDGES.values() for edge in edges}
    assert objects <= declared(OWL.ObjectProperty)
    texts = {KM[name] for shape in SHAPES.values() for name in shape.details} | {KM.criterion}
    assert texts <= declared(OWL.DatatypeProperty)


def test_ontology_situations_are_the_nine() -> None:
    assert set(ALL.subjects(RDFS.subClassOf, KM.Situation)) == {KM[kind] for kind in Kind}


def test_ontology_schemes_hold_the_values_of_the_model_and_no_others() -> None:
    own: dict[str, set[str]] = {}
    for shape in SHAPES.values():
        if shape.own and shape.values:
            own.setdefault(shape.own, set()).update(shape.values)
    own |= {"certainty": set(Certainty), "polarity": set(Polarity), "standing": set(STATES)}
    own["source-kind"] = {"article-voice", "named", "unnamed"}
    assert {name: values_of(name) for name in own} == own
    assert {f"scheme-{name}" for name in own} == {s.rpartition("/")[2] for s in declared(SKOS.ConceptScheme)}


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda c: c.rpartition("/")[2])
def test_ontology_concepts_top_the_schemes_they_are_in(concept: rdflib.URIRef) -> None:
    schemes = set(ALL.objects(concept, SKOS.inScheme))
    assert schemes
    assert schemes == set(ALL.objects(concept, SKOS.topConceptOf))
    assert schemes <= declared(SKOS.ConceptScheme)


def test_ontology_scale_of_certainty_is_in_the_order_of_the_model() -> None:
    head = ALL.value(KMX["scale-certainty"], SKOS.memberList)
    assert [str(c).rpartition("/")[2] for c in ALL.items(head)] == list(Certainty)


@pytest.mark.parametrize("role", sorted({r for shape in SHAPES.values() for r in shape.roles}))
def test_ontology_says_of_a_role_which_situations_have_it(role: str) -> None:
    told = set(ALL.objects(KM[role], SDO.domainIncludes))
    having = {KM[kind] for kind, shape in SHAPES.items() if role in shape.roles}
    assert KM.Situation in told or having == {k for k in told if (k, RDFS.subClassOf, KM.Situation) in ALL}


@pytest.mark.parametrize("name", BY_FILE)
def test_ontology_files_declare_their_own_terms_once(name: str) -> None:
    own = {t for t in TERMS if (t, RDF.type, None) in BY_FILE[name]}
    assert own
    assert {BY_FILE[name].value(t, RDFS.isDefinedBy) for t in own} == {rdflib.URIRef(NAME + name)}
    others = [graph for file, graph in BY_FILE.items() if file != name]
    assert not {t for t in own for graph in others if (t, None, None) in graph}


@pytest.mark.parametrize("name", BY_FILE)
def test_ontology_headers_share_the_version_that_stores_record(name: str) -> None:
    it, version = rdflib.URIRef(NAME + name), ONTOLOGY_VERSION.rpartition("/")[2]
    graph = BY_FILE[name]
    assert list(graph.subjects(RDF.type, OWL.Ontology)) == [it]
    assert graph.value(it, OWL.versionIRI) == rdflib.URIRef(f"{NAME}{name}/{version}")
    assert str(graph.value(it, OWL.versionInfo)) == version
    assert f"## {version}" in (FOLDER / "CHANGELOG.md").read_text()
    created, modified = graph.value(it, DCTERMS.created), graph.value(it, DCTERMS.modified)
    assert created.datatype == modified.datatype == XSD.date
    assert created <= modified


def test_ontology_core_imports_nothing_and_modules_import_the_core() -> None:
    imports = {name: set(graph.objects(None, OWL.imports)) for name, graph in BY_FILE.items()}
    core = {rdflib.URIRef(NAME + "kingmaker")}
    assert imports == {"kingmaker": set(), "axes": set(), "details": core, "asserted": core, "races": core}


def test_ontology_core_stays_small() -> None:
    assert len([t for t in TERMS if (t, RDF.type, None) in BY_FILE["kingmaker"]]) <= 45


def test_ontology_tells_the_code_the_same_terms() -> None:
    assert declared_terms() == {str(t) for t in TERMS}


def used_terms(text: str) -> set[str]:
    return {token for kind, token in tokens(text) if kind == "name" and re.match("kmx?:", token)} - {"km:", "kmx:"}


@pytest.mark.parametrize("name", canned())
def test_ontology_declares_what_queries_use(name: str) -> None:
    used = used_terms(canned()[name].sparql)
    assert used
    assert used <= SHORT


@pytest.mark.parametrize("file", sorted((FOLDER / "shapes").glob("*.ttl")), ids=lambda f: f.stem)
def test_ontology_declares_what_shapes_use(file: Path) -> None:
    used = {name for name in used_terms(file.read_text()) if name.startswith(("km:", "kmx:"))}
    assert used <= SHORT


@pytest.mark.parametrize("file", sorted((FOLDER / "examples" / "valid").glob("*.ttl")), ids=lambda f: f.stem)
def test_ontology_declares_what_valid_examples_use(file: Path) -> None:
    terms = {str(term) for triple in rdflib.Graph().parse(file) for term in triple}
    used = {term for term in terms if term.startswith((ONTOLOGY, str(KMX)))}
    assert used
    assert used <= declared_terms()


@pytest.mark.parametrize("frame", frames().frames, ids=lambda f: f.id)
def test_ontology_declares_what_frames_tell(frame: object) -> None:
    told = [(frame.kind, frame.value, frame.roles), *((a.kind, a.value, a.roles) for a in frame.also)]
    for kind, value, roles in told:
        assert {f"km:{kind}", *(f"km:{role}" for role in roles if role in SHAPES[kind].roles)} <= SHORT
        assert not set(roles) - set(SHAPES[kind].roles) - {"source"}
        if value and SHAPES[kind].values:
            assert f"kmx:{value}" in SHORT
    assert f"kmx:{frame.polarity}" in SHORT
    assert frame.certainty is None or f"kmx:{frame.certainty}" in SHORT


@pytest.mark.parametrize("file", ["README.md", "STYLE.md", "drawing.svg"])
def test_ontology_declares_what_its_papers_name(file: str) -> None:
    named = set(re.findall(r"\bkmx?:[A-Za-z][\w-]*", (FOLDER / file).read_text()))
    assert named
    assert named - {"kmx:scheme-"} <= SHORT
