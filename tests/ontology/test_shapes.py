"""The shapes of the data: valid examples pass, each invalid one fails with the message that it states."""

from pathlib import Path

import pytest
from ontology_read import FOLDER

from kingmaker import rdf
from kingmaker.rdf.shapes import violations

VALID = sorted((FOLDER / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((FOLDER / "examples" / "invalid").glob("*.ttl"))


def found_in(file: Path) -> set[str]:
    import pyoxigraph as ox

    quads = ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
    return {violation.message for violation in violations(quad.triple for quad in quads)}


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
