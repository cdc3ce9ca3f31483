"""What the page counts is what the RDF holds: asked in SPARQL, and read off the open page."""

import re
from pathlib import Path

import pytest
from articles_for_pages import nato_race
from browser import Look, in_browser
from screen import Screen

from kingmaker import Article, Store, extract, open_store, read
from kingmaker.page import render

EXAMPLES = Path(__file__).parents[2] / "examples"
PREFIXES = """
PREFIX km: <https://w3id.org/kingmaker/ns/ontology/> PREFIX kmx: <https://w3id.org/kingmaker/ns/taxonomy/>
PREFIX schema: <https://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
CLAIMS = "?claim a km:Claim"
DENIED = "?claim a km:Claim ; km:polarity kmx:negative"
HEDGED = "?claim a km:Claim ; km:certainty ?sure FILTER (?sure != kmx:certain)"
ARTICLES = "?claim km:article ?article"
OUTLETS = "?claim km:article ?article . ?article schema:publisher ?outlet"
NAMES = """
{ ?claim km:situation ?situation . ?situation ?role ?name . ?name skos:prefLabel ?label }
UNION { ?claim km:source|km:via ?name }
"""

pytestmark = in_browser


@pytest.fixture(params=["race", pytest.param("examples", marks=pytest.mark.model)])
def store(request: pytest.FixtureRequest) -> Store:
    opened = open_store()
    if request.param == "race":
        claims, articles = nato_race()
        opened.put([(article, [c for c in claims if c.article == article.id]) for article in articles])
    else:
        read_in = [item for item in read([str(EXAMPLES)]) if isinstance(item, Article)]
        opened.put([(article, list(extract(article))) for article in read_in])
    return opened


def count(store: Store, what: str, pattern: str) -> int:
    asked = f"{PREFIXES} SELECT (COUNT(DISTINCT ?{what}) AS ?n) WHERE {{ GRAPH ?any {{ {pattern} }} }}"
    (row,) = store.quads.query(asked)
    return int(row["n"].value)


def test_counts_on_the_page_are_those_of_the_rdf(look: Look, store: Store) -> None:
    screen = Screen.of(look(render(store.claims(), store.articles())))
    assert screen.rows.count() == count(store, "claim", CLAIMS) > 20
    assert screen.denied_rows.count() == count(store, "claim", DENIED) > 0
    assert screen.hedged_rows.count() == count(store, "claim", HEDGED) > 5
    assert screen.names == count(store, "name", NAMES) > 15
    told = {unit: int(number) for number, unit in re.findall(r"(\d+) (article|outlet|claim)", screen.summary)}
    assert told == {
        "article": count(store, "article", ARTICLES),
        "outlet": count(store, "outlet", OUTLETS),
        "claim": count(store, "claim", CLAIMS),
    }
