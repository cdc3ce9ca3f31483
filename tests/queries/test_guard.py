import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claims_told import article, backing
from kingmaker.errors import QueryError
from kingmaker.queries import ask
from kingmaker.queries.guard import checked
from kingmaker.store import Rows, Store, Triples, open_store

ASKED = "SELECT * { ?s ?p ?o }"
REFUSED = [
    ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * { service silent <http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    (r"SELECT * { \u0053ERVICE <http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    (r"SELECT * { \U00000053ERVICE <http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    (r"SELECT * { \u005Cu0053ERVICE <http://x/> { ?s ?p ?o } }", "escapes within escapes"),
    (r"SELECT * { ?s ?p 'a\u0027 SERVICE <http://x/> { ?s ?p ?o } #' }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p ?o FILTER(?o<?p)SERVICE<http://x/>{?s ?p ?o} }", "SERVICE is not allowed"),
    ("SELECT * {\n# <\nSERVICE <http://x/> { ?s ?p ?o } # >\n}", "SERVICE is not allowed"),
    ("PREFIX : <http://x/> SELECT * { SERVICE:x { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("PREFIX e: <http://x/> SELECT * { SERVICEe:x { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * { SERVICE?x { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p 1.5e3SERVICE<http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p trueSERVICE<http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p km:.SERVICE<http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p km:a.SERVICE<http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p _:a.SERVICE<http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p 'a'@enSERVICE<http://x/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("LOAD <http://x/>", "LOAD is not allowed"),
    ("DROP ALL", "DROP is not allowed"),
    ("DELETE WHERE { ?s ?p ?o }", "DELETE is not allowed"),
    ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT is not allowed"),
    ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM takes"),
    ("SELECT * FROM NAMED <file:///etc/passwd> { ?s ?p ?o }", "FROM takes"),
    ("SELECT * FROMf:passwd { ?s ?p ?o }", "must not begin with FROM"),
    ("PREFIX f: <file:///etc/> SELECT * FROM f:passwd { ?s ?p ?o }", "FROM takes"),
    ("", "none of SELECT"),
    ("hello", "none of SELECT"),
    ("SELECT * " + "{" * 4000 + "}" * 4000, "nested more than"),
    ("SELECT * { ?s ?p ?o } " + " " * 20_000, "too long"),
    (r"SELECT * { ?s ?p '\UFFFFFFFF' }", "no character"),
]
ALLOWED = [
    "SELECT ?service { ?service ?load ?insert }",
    "SELECT * { ?s ?p 'SERVICE <http://x/>' }",
    'SELECT * { ?s ?p """a "quoted" SERVICE""" }',
    "SELECT * { ?s ?p ?o } # SERVICE LOAD DROP",
    "SELECT * { ?s km:post post:head-of-the-security-service ; ?p <http://x/#SERVICE> }",
    "SELECT * FROM <https://w3id.org/kingmaker/id/graph/asserted> { ?s ?p ?o }",
    "SELECT * { ?s ?p ?o FILTER(?o < ?p && ?p > ?s) }",
    "select * where { ?s km:post|km:holder ?o }",
]


@pytest.mark.parametrize(("question", "problem"), REFUSED)
def test_guard_refuses(question: str, problem: str) -> None:
    with pytest.raises(QueryError, match=problem):
        checked(question)


@pytest.mark.parametrize("question", ALLOWED)
def test_guard_allows(question: str) -> None:
    assert checked(question) == question


@pytest.fixture(scope="module")
def store() -> Store:
    made = open_store()
    june = article()
    made.put([(june, [backing(june, time=f"{year}") for year in range(1900, 1960)])])
    return made


@pytest.mark.parametrize("place", ["memory", "writing", "reading"])
def test_ask_reads_a_store_wherever_it_is(store: Store, place: str, tmp_path: Path) -> None:
    if place != "memory":
        june = article()
        store = open_store(tmp_path / "s")
        store.put([(june, [backing(june)])])
        if place == "reading":
            store.close()
            store = open_store(tmp_path / "s", read_only=True)
    found = ask(store, "SELECT ?who ?label { ?who km:backs ?whom ; skos:prefLabel ?label }")
    assert isinstance(found, Rows)
    assert found.dicts() == [{"who": "https://w3id.org/kingmaker/id/person/rishi-sunak", "label": "Rishi Sunak"}]
    assert ask(store, "ASK { ?who km:opposes ?whom }") is False
    assert isinstance(ask(store, "CONSTRUCT WHERE { ?who km:backs ?whom }"), Triples)
    store.close() if place != "memory" else None


def test_ask_stops_a_question_that_takes_too_long(store: Store) -> None:
    begun = time.monotonic()
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) > STR(?i)) }"
    with pytest.raises(QueryError, match="no answer within"):
        ask(store, slow, timeout=0.5)
    assert time.monotonic() - begun < 3


def test_ask_outlives_a_question_that_eats_the_stack(store: Store) -> None:
    with pytest.raises(QueryError):
        ask(store, "ASK { FILTER(" + "!" * 19_000 + "true) }")
    assert ask(store, "ASK { ?s ?p ?o }") is True


def test_ask_gives_no_more_rows_than_wanted(store: Store) -> None:
    assert len(ask(store, ASKED, limit=3)) == 3  # type: ignore[arg-type]


def test_ask_refuses_to_cut_a_long_answer_in_silence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kingmaker.queries.MOST", 10)
    with pytest.raises(QueryError, match="narrow the question"):
        ask(store, ASKED)


def test_worker_has_no_network_of_its_own(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What slips through the guard finds nobody: the worker is in a network without any device."""
    monkeypatch.setattr("kingmaker.queries.checked", lambda question: question)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        question = f"SELECT * {{ SERVICE <http://127.0.0.1:{server.getsockname()[1]}/> {{ ?s ?p ?o }} }}"
        if not namespaces_allowed():
            pytest.skip("this system lets no process leave its network")
        with pytest.raises(QueryError, match="cannot be answered"):
            ask(store, question, timeout=5)
        with pytest.raises(TimeoutError):
            server.accept()


def namespaces_allowed() -> bool:
    code = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
    return sys.platform == "linux" and subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_ask_says_where_a_question_is_not_valid(store: Store) -> None:
    with pytest.raises(QueryError, match=r"not valid SPARQL: .*1:"):
        ask(store, "SELECT * { ?s ?p }")
