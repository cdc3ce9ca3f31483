"""`kingmaker verify` on the store of the examples: sound as built, and each kind of planted damage found."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

import kingmaker
from kingmaker import Article, extract, open_store
from kingmaker.cli import app
from kingmaker.rdf import PREFIXES

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that the examples make."""
    place = tmp_path_factory.mktemp("output") / "store"
    articles = [item for item in kingmaker.read([str(EXAMPLES)]) if isinstance(item, Article)]
    with open_store(place) as store:
        store.put([(article, extract(article)) for article in articles])
    return place


@pytest.fixture
def place(sound: Path, tmp_path: Path) -> Path:
    """A copy of that store, to be damaged."""
    return shutil.copytree(sound, tmp_path / "store")


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kingmaker", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "200"})


def update(place: Path, sparql: str) -> None:
    """Write to the quads beneath a store, behind its back."""
    quads = ox.Store(str(place / "quads"))
    before = set(quads)
    quads.update(sparql, prefixes=PREFIXES)
    assert set(quads) != before, "nothing was damaged"
    quads.flush()


def test_verify_finds_nothing_wrong_with_what_build_made(place: Path) -> None:
    done = run("verify", "--store", place)
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(r"6 articles, \d+ claims, \d+ quotes looked up; nothing is wrong\n", done.stderr)
    assert run("verify", "--store", place, "--strict").returncode == 0


def first(pattern: str) -> str:
    """Match a pattern in one article's graph, ?c being the first claim of all that fit."""
    return f"WHERE {{ {{ SELECT * WHERE {{ GRAPH ?g {{ {pattern} }} }} ORDER BY ?c ?o LIMIT 1 }} }}"


def changed(pattern: str, old: str, new: str = "") -> str:
    """Take a triple of one article's graph for another, or away."""
    inserted = f"INSERT {{ GRAPH ?g {{ {new} }} }}" if new else ""
    deleted = f"DELETE {{ GRAPH ?g {{ {old} }} }}" if old else ""
    return f"{deleted} {inserted} {first(pattern)}"


CLAIM = "claim:[0-9a-f]{16} in [^:]+[.]txt"
DAMAGE = {
    "another quote": (
        changed("?c km:evidence ?e . ?e oa:exact ?o", "?e oa:exact ?o", "?e oa:exact 'nobody said this'"),
        r"evidence:\w+ in .*: the quote 'nobody said this' is not at \d+-\d+ of the text; build the store anew",
    ),
    "a quote moved": (
        changed("?c km:evidence ?e . ?e oa:start ?o", "?e oa:start ?o", "?e oa:start 1"),
        r"evidence:\w+ in .*: the quote '.*' is not at 1-\d+ of the text",
    ),
    "a quote before the text": (
        changed("?c km:evidence ?e . ?e oa:start ?o", "?e oa:start ?o", "?e oa:start '-4'^^xsd:integer"),
        r"evidence:\w+ in .*: the quote '.*' is not at -4-\d+ of the text",
    ),
    "another prefix": (
        changed("?c km:evidence ?e . ?e oa:prefix ?o", "?e oa:prefix ?o", "?e oa:prefix 'never '"),
        "'never ' does not stand before the quote",
    ),
    "another suffix": (
        changed("?c km:evidence ?e . ?e oa:suffix ?o", "?e oa:suffix ?o", "?e oa:suffix ' never'"),
        "' never' does not stand after the quote",
    ),
    "evidence without a quote": (
        changed("?c km:evidence ?e . ?e oa:exact ?o", "?e oa:exact ?o"),
        r"evidence:\w+ in .*: has no oa:exact",
    ),
    "a claim without evidence": (changed("?c km:evidence ?o", "?c km:evidence ?o"), f"{CLAIM}: has no km:evidence"),
    "a claim of no article": (changed("?c km:article ?o", "?c km:article ?o"), f"{CLAIM}: has no km:article"),
    "a claim on nothing": (changed("?c km:situation ?o", "?c km:situation ?o"), f"{CLAIM}: has no km:situation"),
    "a claim neither way": (changed("?c km:polarity ?o", "?c km:polarity ?o"), f"{CLAIM}: has no km:polarity"),
    "a claim not said how sure": (
        changed("?c km:certainty ?o", "?c km:certainty ?o"),
        f"{CLAIM}: has no km:certainty",
    ),
    "a hedge upgraded": (
        changed("?c km:certainty kmx:probable", "?c km:certainty kmx:probable", "?c km:certainty kmx:certain"),
        rf"{CLAIM}: says what claim:\w+ would: it was changed",
    ),
    "a denial turned round": (
        changed("?c km:polarity kmx:negative", "?c km:polarity kmx:negative", "?c km:polarity kmx:positive"),
        rf"{CLAIM}: says what claim:\w+ would: it was changed",
    ),
    "a source put to it": (
        changed("?c km:sourceKind kmx:article-voice . ?p a km:Person", "", "?c km:source ?p"),
        rf"{CLAIM}: says what claim:\w+ would: it was changed",
    ),
    "a certainty of another axis": (
        changed("?c km:certainty ?o", "?c km:certainty ?o", "?c km:certainty kmx:declared"),
        f"{CLAIM}: cannot be read: 'declared' is not a valid Certainty",
    ),
    "two certainties": (
        changed("?c km:certainty kmx:certain", "", "?c km:certainty kmx:possible"),
        f"{CLAIM}: has 2 values of km:certainty, not one: kmx:certain and kmx:possible",
    ),
    "two labels": (
        changed("?c km:situation/km:post ?o", "", "?o skos:prefLabel 'Chief'"),
        r"post:[\w-]+ in .*: has 2 values of skos:prefLabel, not one: '.*' and 'Chief'",
    ),
    "a situation of another post": (
        changed(
            "?c km:situation ?s . ?s km:post ?o . ?p a km:Person",
            "?s km:post ?o",
            "?s km:post ?p",
        ),
        r"situation:\w+ in .*: says what situation:\w+ would: it was changed",
    ),
    "a situation with no claim": (
        changed(
            "?c km:situation/km:post ?o",
            "",
            "situation:0123456789abcdef a km:Departure ; km:holder ?o ; km:post ?o",
        ),
        "situation:0123456789abcdef in .*: no claim leads to this departure",
    ),
    "an entity with no claim": (
        changed("?c a km:Claim", "", "person:nobody a km:Person ; skos:prefLabel 'Nobody'"),
        "person:nobody in .*: no claim leads to this person",
    ),
    "evidence with no claim": (
        changed("?c km:evidence ?o", "", "evidence:0123456789abcdef a oa:TextPositionSelector"),
        "evidence:0123456789abcdef in .*: no claim leads to this node",
    ),
    "an attribution with no claim": (
        changed("?c a km:Claim", "", "attribution:0123456789abcdef a km:Attribution ; km:place 1"),
        "attribution:0123456789abcdef in .*: no claim leads to this attribution",
    ),
    "a naming with no claim": (
        changed("?c a km:Claim", "", "naming:0123456789abcdef a km:Naming"),
        "naming:0123456789abcdef in .*: no claim leads to this naming",
    ),
    "an edge that nobody told": (
        "INSERT DATA { GRAPH graph:asserted { person:mark-rutte km:backs person:mark-rutte } }",
        "person:mark-rutte km:backs person:mark-rutte in graph:asserted: is derived, and no claim bears it out; "
        "build any article again",
    ),
    "a situation asserted for nothing": (
        "INSERT DATA { GRAPH graph:asserted { graph:asserted km:asserts situation:0123456789abcdef } }",
        "situation:0123456789abcdef in graph:asserted: is derived, and no claim bears it out",
    ),
    "an edge lost": (
        "DELETE { GRAPH graph:asserted { ?a km:backs ?b } } "
        "WHERE { SELECT * { GRAPH graph:asserted { ?a km:backs ?b } } ORDER BY ?a ?b LIMIT 1 }",
        r"[\w:-]+ km:backs person:[\w-]+ in graph:asserted: follows from the claims, and is not derived",
    ),
    "an undeclared property": (
        changed("?c km:situation/km:post ?o", "", "?c km:likes ?o"),
        f"{CLAIM}: uses km:likes, which the ontology does not declare",
    ),
    "an undeclared class": (
        changed("?c km:situation/km:post ?o", "", "?o a km:Job"),
        r"post:[\w-]+ in .*: uses km:Job, which the ontology does not declare",
    ),
    "an undeclared concept": (
        changed("?c km:certainty ?o", "?c km:certainty ?o", "?c km:certainty kmx:sure"),
        f"{CLAIM}: uses kmx:sure, which the ontology does not declare",
    ),
    "a name of an unknown kind": (
        changed("?c km:evidence ?o", "", "?c km:evidence <https://w3id.org/kingmaker/id/dream/1>"),
        f"{CLAIM}: <https://w3id.org/kingmaker/id/dream/1> is of no kind that is known",
    ),
    "a name that nothing describes": (
        changed("?c km:evidence ?o", "", "?c km:via person:nobody"),
        f"{CLAIM}: speaks of person:nobody, which nothing describes",
    ),
    "a person who is a post": (
        changed("?c km:situation/km:candidate ?o", "?o a km:Person", "?o a km:Organisation"),
        r"person:[\w-]+ in .*: is called km:Organisation, but by its name it is km:Person",
    ),
    "a claim in another's graph": (
        changed("?c km:article ?o", "?c km:article ?o", "?c km:article article:0123456789abcdef"),
        rf"{CLAIM}: says that it stands in article:0123456789abcdef, but lies in the graph of article:\w+",
    ),
    "an article not described": (
        "DELETE { GRAPH ?g { ?g ?p ?o } } WHERE { { SELECT ?g { GRAPH ?g { ?g a schema:NewsArticle } } "
        "ORDER BY ?g LIMIT 1 } GRAPH ?g { ?g ?p ?o } }",
        r"article:\w+: the article of this graph is not described in it",
    ),
    "a blank node": (
        changed("?c km:evidence ?o", "", "?c km:evidence [ a oa:TextQuoteSelector ]"),
        f"{CLAIM}: a blank node, _:[0-9a-f]+, where everything has a name",
    ),
    "a time that is none": (
        changed("?c km:time ?o", "?c km:time ?o", "?c km:time '2024-02-30'^^edtf:EDTF"),
        f"{CLAIM}: km:time is '2024-02-30', which cannot be read as an EDTF date",
    ),
    "a day that is none": (
        changed("?c schema:datePublished ?o", "?c schema:datePublished ?o", "?c schema:datePublished '1'^^xsd:date"),
        r"article:\w+ in .*: schema:datePublished is '1', which cannot be read as a day",
    ),
    "a triple in no graph": (
        "INSERT DATA { person:a km:backs person:b }",
        "person:a km:backs person:b: a triple in no graph",
    ),
    "a triple in a strange graph": (
        "INSERT DATA { GRAPH <http://graph.example> { person:a km:backs person:b } }",
        "person:a km:backs person:b: a triple in <http://graph.example>, no article's graph",
    ),
    "a triple that no claim accounts for": (
        changed("?c km:situation/km:candidate ?o", "", "?o <https://schema.org/gender> 'm'"),
        r"person:[\w-]+ in .*: schema:gender is 'm', which no claim accounts for",
    ),
    "a source called what it is not": (
        changed("?c km:sourceKind kmx:named", "?c km:sourceKind kmx:named", "?c km:sourceKind kmx:unnamed"),
        f"{CLAIM}: km:sourceKind is kmx:unnamed, but should be kmx:named",
    ),
    "a type lost": (
        changed("?c km:situation/km:post ?o", "?o a org:Post"),
        r"post:[\w-]+ in .*: lacks rdf:type org:Post, which follows from its claims",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGE)
def test_verify_finds_what_was_planted_in_the_graph(name: str, place: Path) -> None:
    planted, wanted = DAMAGE[name]
    update(place, planted)
    done = CliRunner().invoke(app, ["verify", "--store", str(place)])
    lines = done.stdout.splitlines()
    assert done.exit_code == 1, done.output
    assert [line for line in lines if re.match(f"(.*: )?{wanted}", line)], done.stdout
    assert all("; " in line for line in lines), "each says what to do"
    assert len(lines) <= 8, done.stdout
    assert f"{len(lines)} problem" in done.stderr


def longest(place: Path) -> Path:
    return max((place / "texts").iterdir(), key=lambda file: file.stat().st_size)


def lose(text: Path) -> None:
    text.unlink()


def empty(text: Path) -> None:
    text.write_bytes(b"")


def correct(text: Path) -> None:
    text.write_text(text.read_text(encoding="utf-8") + " Correction.", encoding="utf-8")


def garble(text: Path) -> None:
    text.write_bytes(b"\xff\xfe")


def leave(text: Path) -> None:
    (text.parent / f"{'0' * 64}.txt").write_text("a text that should have gone with its article")


TEXTS: dict[Callable[[Path], None], str] = {
    lose: r"article:\w+ in .*: its text \w{12}… is missing; build from the article again",
    empty: r"article:\w+ in .*: its text \w{12}… was changed",
    correct: r"article:\w+ in .*: its text \w{12}… was changed: its SHA-256 is another; remove the text",
    garble: r"article:\w+ in .*: the text .* cannot be read .*; remove it and build from the article again",
    leave: r"texts/0{64}: a text that no article of the store has; remove it",
}


@pytest.mark.parametrize("damage", TEXTS)
def test_verify_finds_what_was_done_to_a_text(damage: Callable[[Path], None], place: Path) -> None:
    damage(longest(place))
    done = run("verify", "--store", place)
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if re.match(TEXTS[damage], line)], done.stdout


def test_verify_counts_what_it_cannot_check_and_fails_only_if_asked_to(place: Path, tmp_path: Path) -> None:
    with open_store(place, read_only=True) as store:
        (tmp_path / "graph.ttl").write_bytes(store.dump("turtle"))
    with open_store(tmp_path / "again") as store:
        store.load(tmp_path / "graph.ttl")
    done = run("verify", "--store", tmp_path / "again")
    assert (done.returncode, done.stdout) == (0, "")
    assert re.search(r"\b0 quotes looked up; \d+ quotes could not be checked: the texts are not here", done.stderr)
    done = run("verify", "--store", tmp_path / "again", "--strict")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 6
    assert re.match(r"article:\w+ in .*: \d+ quotes could not be checked: its text is not here", done.stdout)


def test_verify_takes_a_text_that_came_later_for_what_it_is(sound: Path, tmp_path: Path) -> None:
    with open_store(sound, read_only=True) as store:
        (tmp_path / "graph.ttl").write_bytes(store.dump("turtle"))
        articles, claims = store.articles(), store.claims()
    with open_store(tmp_path / "again") as store:
        store.load(tmp_path / "graph.ttl")
        store.put([(articles[0], [c for c in claims if c.article == articles[0].id])])
    lose(longest(tmp_path / "again"))
    done = run("verify", "--store", tmp_path / "again")
    assert done.returncode == 1
    assert re.match(r"article:\w+ in .*: its text \w{12}… is missing", done.stdout)


def test_verify_says_what_is_wrong_with_a_path_and_with_a_broken_store(place: Path, tmp_path: Path) -> None:
    done = run("verify", "--store", tmp_path / "none")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no store at" in done.stderr
    next((place / "quads").glob("MANIFEST-*")).write_bytes(b"broken")
    done = run("verify", "--store", place)
    assert (done.returncode, done.stdout) == (1, "")
    assert "damaged" in done.stderr
