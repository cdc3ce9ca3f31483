"""The shapes of the data: valid examples pass, and each constraint is broken once, and says so."""

import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from ontology_read import BY_FILE, FOLDER, TERMS
from rdflib import RDF, SH
from shape_breaking import broken, stated

from kingmaker import rdf
from kingmaker.rdf.shapes import violations

VALID = sorted((FOLDER / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((FOLDER / "examples" / "invalid").glob("*.ttl"))
MISTAKES = tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text())["mistake"]


def found_in(text: str) -> set[str]:
    quads = ox.parse(text, format=ox.RdfFormat.TURTLE)
    return {violation.message for violation in violations(quad.triple for quad in quads)}


@pytest.mark.parametrize("file", VALID, ids=lambda f: f.stem)
def test_shapes_pass_the_valid_examples(file: Path) -> None:
    assert found_in(file.read_text()) == set()


def test_shapes_examples_use_every_term_but_the_edges() -> None:
    used = {term for file in VALID for triple in rdflib.Graph().parse(file) for term in triple}
    parts = [BY_FILE[name] for name in ("kingmaker", "details", "races")]
    ours = {t for t in TERMS if any((t, RDF.type, None) in part for part in parts)}
    assert {str(t).rpartition("/")[2] for t in ours - used} == {"Entity", "Situation"}, "these two have kinds"


@pytest.mark.parametrize("file", INVALID, ids=lambda f: f.stem)
def test_shapes_find_the_mistake_with_its_message(file: Path) -> None:
    assert found_in(file.read_text()) == {stated(file)}


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: f"{m['of']}: {m['new']}")
def test_shapes_find_a_planted_mistake(mistake: dict[str, str]) -> None:
    valid = (FOLDER / "examples" / "valid" / f"{mistake['example']}.ttl").read_text()
    assert found_in(broken(valid, mistake["of"], mistake["old"], mistake["new"])) == {mistake["message"]}


def test_shapes_have_no_constraint_that_is_never_broken() -> None:
    shapes = rdflib.Graph().parse(FOLDER / "shapes" / "kingmaker-shapes.ttl")
    messages = {str(message) for message in shapes.objects(None, SH.message)}
    assert messages == {*map(stated, INVALID), *(mistake["message"] for mistake in MISTAKES)}


def test_shapes_pass_what_a_store_publishes() -> None:
    from claims_told import BBC, article, backing, diplomat
    from kingmaker.store import open_store

    one, two = article(), article("Two.")
    store = open_store()
    store.put([(one, [backing(one, source=BBC, via=(diplomat(one), BBC), time="2023")]), (two, [backing(two)])])
    assert violations(rdf.flat(store.quads)) == ()
