import json
from pathlib import Path

import networkx
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from claims_told import article, backing, told
from kingmaker.errors import StoreError
from kingmaker.export import FORMATS, graphml, write
from kingmaker.model import Article, Claim
from kingmaker.store import Store, open_store

JUNE = article()


@pytest.fixture
def store() -> Store:
    made = open_store()
    made.put([(JUNE, [backing(JUNE)])])
    return made


RDF_FORMATS = {"turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads", "jsonld": "json-ld"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(("name", "parser"), RDF_FORMATS.items())
def test_export_parses_in_rdflib(store: Store, name: str, parser: str) -> None:
    found = rdflib.Dataset().parse(data=FORMATS[name](store), format=parser)
    backs = rdflib.URIRef("https://w3id.org/kingmaker/ns/ontology/backs")
    assert len(list(found.quads((None, backs, None, None)))) == 1


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(told())
def test_export_graphml_of_anything_reads_back(items: list[tuple[Article, list[Claim]]]) -> None:
    made = open_store()
    made.put(items)
    again = networkx.parse_graphml(graphml(made).decode(), force_multigraph=True)
    wanted = made.network()
    assert set(again.nodes) == set(wanted.nodes)
    assert again.number_of_edges() == wanted.number_of_edges()


def test_export_facts_are_lines_of_json(store: Store) -> None:
    (line,) = FORMATS["facts"](store).decode().splitlines()
    assert json.loads(line)["evidence"][0]["quote"] == JUNE.text[:5]


def test_export_write_is_whole_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path / "a.ttl", b"one")
    write(tmp_path / "a.ttl", b"two")
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]
    assert (tmp_path / "a.ttl").read_bytes() == b"two"
    with pytest.raises(StoreError, match="cannot write"):
        write(tmp_path / "none" / "a.ttl", b"")
