"""The style of the ontology: its files have it, and each rule of the style shapes is broken once, and says so."""

import tomllib
from pathlib import Path

import pyshacl
import pytest
import rdflib
from ontology_read import ALL, FOLDER, TERMS
from rdflib import OWL, RDF, SH, SKOS
from shape_breaking import broken, stated

STYLE = rdflib.Graph().parse(FOLDER / "shapes" / "style-shapes.ttl")
ALIGNMENTS = sorted((FOLDER / "alignments").glob("*.ttl"))
SMALLEST = FOLDER / "examples" / "valid-terms" / "smallest.ttl"
INVALID = sorted((FOLDER / "examples" / "invalid-terms").glob("*.ttl"))
MISTAKES = tomllib.loads((Path(__file__).parent / "style_mistakes.toml").read_text())["mistake"]


def faults(graph: rdflib.Graph) -> set[tuple[str, str]]:
    """Return each node with what is wrong in its style."""
    results = pyshacl.validate(graph, shacl_graph=STYLE, inference="none")[1]
    found = results.objects(None, SH.result)
    return {(str(results.value(r, SH.focusNode)), str(results.value(r, SH.resultMessage))) for r in found}


def messages(text: str) -> set[str]:
    return {message for _, message in faults(rdflib.Graph().parse(data=text))}


def test_style_is_that_of_every_term_and_header() -> None:
    assert faults(ALL) == set()
    assert len(TERMS) > 100, "the check reads the ontology"


@pytest.mark.parametrize("file", ALIGNMENTS, ids=lambda f: f.stem)
def test_style_is_that_of_the_headers_of_alignments(file: Path) -> None:
    graph = rdflib.Graph().parse(file)
    assert len(list(graph.subjects(RDF.type, OWL.Ontology))) == 1
    assert faults(graph) == set()


def test_style_passes_the_smallest_terms() -> None:
    assert messages(SMALLEST.read_text()) == set()


@pytest.mark.parametrize("file", INVALID, ids=lambda f: f.stem)
def test_style_finds_the_mistake_with_its_message(file: Path) -> None:
    assert messages(file.read_text()) == {stated(file)}


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m["message"])
def test_style_finds_a_planted_mistake(mistake: dict[str, str]) -> None:
    text = broken(SMALLEST.read_text(), mistake["of"], mistake["old"], mistake["new"])
    assert mistake["message"] in messages(text)
    assert len(messages(text)) <= 2, "a wrong name may break what refers to it"


def test_style_has_no_rule_that_is_never_broken() -> None:
    told = {str(message) for message in STYLE.objects(None, SH.message)}
    assert told == {*map(stated, INVALID), *(mistake["message"] for mistake in MISTAKES)}


@pytest.mark.parametrize("term", TERMS, ids=lambda t: t.rpartition("/")[2])
def test_style_names_a_term_by_its_label(term: rdflib.URIRef) -> None:
    name = term.rpartition("/")[2].removeprefix("scheme-").removeprefix("scale-").replace("-", "")
    label = str(ALL.value(term, SKOS.prefLabel)).replace("Scale of ", "").replace(" ", "")
    assert name.lower() == label.lower()
