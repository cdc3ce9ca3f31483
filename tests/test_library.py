"""The library's face: what `import kingmaker` offers, and the networkx graph of a store."""

import doctest
import subprocess
import sys
from pathlib import Path

import networkx
import pytest

import kingmaker
from kingmaker import Article, open_store

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_library_offers_exactly_this() -> None:
    assert sorted(kingmaker.__all__) == [
        "Article", "Claim", "Entity", "Evidence", "KingmakerError", "Setup", "Situation", "Store",
        "explain", "extract", "extract_all", "open_store", "read", "verify",
    ]  # fmt: skip
    assert {name for name in kingmaker.__all__ if getattr(kingmaker, name, None) is None} == set()
    assert set(kingmaker.__all__) <= set(dir(kingmaker))


def test_library_has_a_word_on_everything_it_offers() -> None:
    assert [name for name in kingmaker.__all__ if not (getattr(kingmaker, name).__doc__ or "").strip()] == []


def test_library_knows_no_other_name() -> None:
    with pytest.raises(AttributeError, match="extracted"):
        _ = kingmaker.extracted


@pytest.mark.model
def test_library_docstring_example_runs() -> None:
    done = doctest.testmod(kingmaker, verbose=False)
    assert done.attempted >= 3
    assert done.failed == 0


@pytest.mark.parametrize("name", ["Article", "Store", "KingmakerError", "read", "extract"])
def test_library_names_can_be_imported_first_in_a_fresh_process(name: str) -> None:
    script = f"from kingmaker import {name}; print({name}.__name__)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() in (name, "read_sources")


def test_library_import_alone_is_light() -> None:
    heavy = "{'spacy', 'rdflib', 'pyoxigraph', 'networkx', 'pydantic', 'yaml', 'typer'}"
    script = f"import sys, kingmaker; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# What issue after issue builds on: each edge tells the claim behind it.
PROMISED = {"kind", "value", "polarity", "certainty", "source", "time", "published", "quote", "article"}


@pytest.mark.model
def test_library_from_sources_to_network(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        articles = [item for item in kingmaker.read([str(EXAMPLES)]) if isinstance(item, Article)]
        store.put(kingmaker.extract_all(articles))
    with open_store(tmp_path / "store", read_only=True) as store:
        graph, texts = store.network(), {article.id: article.text for article in store.articles()}
        claims = {claim.id: claim for claim in store.claims()}
    assert type(graph) is networkx.MultiDiGraph
    assert {claim for *_, claim in graph.edges(data="claim")} == set(claims)
    for start, end, told in graph.edges(data=True):
        claim = claims[told["claim"]]
        assert told.keys() >= PROMISED
        assert told["quote"] in texts[told["article"]]
        assert (told["polarity"], told["certainty"]) == (claim.polarity, claim.certainty)
        assert told["source"] == (claim.source.label if claim.source else None)
        assert {start, end} <= {entity.id for _, entity in claim.situation.roles}
    assert {node for node, label in graph.nodes(data="label") if not label} == set()
    backers = {a for a, b, told in graph.edges(data=True) if told["kind"] == "Backing" and b == "person:mark-rutte"}
    assert "country:united-states" in backers


@pytest.mark.model
def test_library_network_tells_stance_denial_and_hedge() -> None:
    text = "Ann Keller may oppose Tom Brandt as secretary general of NATO. Clara Weber does not back Tom Brandt.\n"
    article = Article.of(text, published="2024-03-01")
    store = open_store()
    store.put([(article, kingmaker.extract(article))])
    told = {a: (d["value"], d["polarity"], d["certainty"]) for a, _, d in store.network().edges(data=True)}
    assert told == {
        "person:ann-keller": ("opposes", "positive", "possible"),
        "person:clara-weber": ("supports", "negative", "certain"),
    }


def test_library_errors_can_be_caught_by_one_name(tmp_path: Path) -> None:
    with pytest.raises(kingmaker.KingmakerError, match="kingmaker build"):
        open_store(tmp_path / "none", read_only=True)


@pytest.mark.model
def test_library_extract_all_keeps_the_order() -> None:
    articles = [Article.of(f"Ann Keller backs Tom Brandt as governor of Norges Bank. Note {n}.\n") for n in range(3)]
    told = list(kingmaker.extract_all(articles))
    assert [article for article, _ in told] == articles
    assert [claims for _, claims in told] == [kingmaker.extract(article) for article in articles]
