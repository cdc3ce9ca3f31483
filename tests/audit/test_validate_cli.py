"""`kingmaker validate` on stores, and on files that somebody else made, as a stranger would run it."""

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from claims_told import STOLTENBERG, WALLACE, article, backing
from kingmaker import open_store
from kingmaker.model import Entity, EntityKind
from kingmaker.ontology import ontology_folder
from kingmaker.rdf.namespaces import PREF, PREFIXES

EXAMPLES = ontology_folder() / "examples"
JUNE, JULY = article(), article("Mr Wallace withdrew.", path="july.txt")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store whose two articles call a man differently."""
    other = Entity(WALLACE.id, EntityKind.PERSON, "Mr Wallace", ("Mr Wallace",))
    with open_store(tmp_path / "store") as store:
        store.put([(JUNE, [backing(JUNE)]), (JULY, [backing(JULY, STOLTENBERG, other)])])
    return tmp_path / "store"


def run(*words: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kingmaker", "validate", *map(str, words)]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "200"}
    )


def test_validate_passes_a_store(place: Path) -> None:
    done = run("--store", place)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{place} conforms to the shapes of the ontology; claims checked: 2\n"


def test_validate_hears_the_graph_that_calls_somebody_two_things(place: Path) -> None:
    quads = ox.Store(str(place / "quads"))
    quads.add(ox.Quad(ox.NamedNode(WALLACE.iri), PREF, ox.Literal("Benjamin"), ox.NamedNode(JUNE.iri)))
    quads.flush()
    del quads
    done = run("--store", place)
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("person:ben-wallace: An entity has exactly one label")
    assert "build the store again" in done.stderr


@pytest.mark.parametrize("name", ["turtle", "trig", "ntriples", "nquads"])
def test_validate_passes_what_export_writes(place: Path, tmp_path: Path, name: str) -> None:
    suffix = {"turtle": "ttl", "trig": "trig", "ntriples": "nt", "nquads": "nq"}[name]
    with open_store(place, read_only=True) as store:
        (tmp_path / f"a.{suffix}").write_bytes(store.dump(name))
    done = run(tmp_path / f"a.{suffix}")
    assert (done.returncode, done.stdout) == (0, "")
    assert "claims checked: 2" in done.stderr


@pytest.mark.parametrize("way", ["file", "stdin"])
def test_validate_finds_what_is_wrong_with_a_strangers_file(way: str) -> None:
    file = EXAMPLES / "invalid" / "claim-with-made-up-certainty.ttl"
    done = run(file) if way == "file" else run("-", stdin=file.read_text())
    message = file.read_text().splitlines()[0].removeprefix("# message: ")
    assert done.returncode == 1
    assert done.stdout == f"claim:1: {message} (km:certainty is kmx:doubtful)\n"
    assert done.stderr.startswith(f"1 found in {file if way == 'file' else 'stdin'}; correct it")


STRANGERS = {
    "blank nodes": ('[] a km:Claim ; km:certainty kmx:certain .', "a blank node: A claim needs evidence"),
    "graphs of their own": ('<http://x/g> { <http://x/c> a km:Claim }', "http://x/c: A claim needs evidence"),
    "what moves a terminal": (
        '<http://x/c> a km:Claim ; km:polarity "\\u001b[31m" .',
        "(km:polarity is \\x1b[31m)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STRANGERS)
def test_validate_reads_what_no_store_writes(name: str) -> None:
    text, wanted = STRANGERS[name]
    prefixes = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in ("km", "kmx"))
    done = run("-", stdin=prefixes + text)
    assert done.returncode == 1
    assert wanted in done.stdout


def test_validate_says_so_where_there_is_nothing_to_check() -> None:
    done = run("-", stdin="<http://a> <http://b> <http://c> .")
    assert (done.returncode, done.stdout) == (0, "")
    assert "holds no claim" in done.stderr


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("this is no Turtle", "cannot be parsed"),
        ("<http://a> <http://b> <<( <http://a> <http://b> <http://c> )>> .", "not RDF 1.1"),
        ("<?xml version='1.0'?><!DOCTYPE rdf [<!ENTITY a 'a'>]>", "cannot be parsed"),
    ],
)
def test_validate_refuses_what_is_no_turtle(text: str, why: str) -> None:
    done = run("-", stdin=text)
    assert (done.returncode, done.stdout) == (1, "")
    assert why in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_validate_knows_wrong_usage_from_something_found(place: Path, tmp_path: Path) -> None:
    (tmp_path / "a.rdf").touch()
    wrong = [
        (("--store", tmp_path / "none"), "there is no store at"),
        (("--store", tmp_path), "not a kingmaker store"),
        ((tmp_path / "none.ttl",), "No such file"),
        ((tmp_path / "a.rdf",), "not a graph file by its name"),
        (("-", "--store", place), "not both"),
    ]
    for words, why in wrong:
        done = run(*words)
        assert (done.returncode, done.stdout) == (2, ""), words
        assert why in done.stderr
