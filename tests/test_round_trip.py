"""There and back: facts and RDF out of a store into a new one, and what a day's news may not change."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

import kingmaker
from claims_generated import Told, disputes
from kingmaker.export import FORMATS, facts
from kingmaker.facts.records import read_facts
from kingmaker.model import Article
from kingmaker.races import View
from kingmaker.store import Store, open_store

EXAMPLES = Path(__file__).parent.parent / "examples"
some = settings(max_examples=60, deadline=None, derandomize=True)


def store_of(told: Told) -> Store:
    store = open_store()
    store.put(told)
    return store


def by_facts(store: Store) -> Store:
    """Return a new store of nothing but the facts file of another."""
    lines = facts(store).decode().splitlines()
    again = open_store()
    again.put(read_facts(enumerate(lines, 1), "facts.jsonl", "2030-01-01"))
    return again


def by_graph(store: Store, form: str, place: Path) -> Store:
    """Return a new store of nothing but a graph file of another."""
    place.write_bytes(FORMATS[form](store))
    again = open_store()
    again.load(place)
    return again


def states(store: Store) -> list[object]:
    """Return what is so in every race: its days and outcomes, and where everybody stands."""
    return [
        (r.id, r.opened, r.closed, [p.id for p in r.outcomes],
         [(e.person.id, e.standing.state if e.standing else None) for e in r.entries])
        for r in store.races()
    ]  # fmt: skip


@pytest.fixture(scope="module")
def series() -> Told:
    """The real examples with their claims."""
    articles = [item for item in kingmaker.read([str(EXAMPLES)]) if isinstance(item, Article)]
    told = [(article, list(kingmaker.extract(article))) for article in articles]
    assert sum(len(claims) for _, claims in told) >= 50
    return told


@some
@given(disputes())
def test_round_trip_facts_give_the_same_facts(told: Told) -> None:
    store = store_of(told)
    again = by_facts(store)
    assert facts(again) == facts(store)
    assert again.claims() == store.claims()


@pytest.mark.model
def test_round_trip_of_the_examples_by_facts(series: Told) -> None:
    store = store_of(series)
    again = by_facts(store)
    assert facts(again) == facts(store)
    # A facts file keeps the names an entity goes by in its claim, not all it goes by in the article.
    assert states(again) == states(store)


@pytest.mark.model
@pytest.mark.parametrize(
    ("form", "name"), [("turtle", "a.ttl"), ("trig", "a.trig"), ("nquads", "a.nq"), ("ntriples", "a.nt")]
)
def test_round_trip_of_the_examples_by_graph(series: Told, form: str, name: str, tmp_path: Path) -> None:
    store = store_of(series)
    again = by_graph(store, form, tmp_path / name)
    assert again.dump() == store.dump()
    assert facts(again) == facts(store)


@pytest.mark.model
def test_round_trip_no_later_article_changes_what_was_known(series: Told) -> None:
    whole = store_of(series)
    days = sorted(article.published or "" for article, _ in series)
    for day in days:
        known = store_of([(a, c) for a, c in series if (a.published or "") <= day])
        view = View(date.fromisoformat(day))
        assert whole.races(view) == known.races(view) == known.races()
        assert whole.disputes(view) == known.disputes(view)
        assert whole.findings(view) == known.findings(view)


@pytest.mark.model
def test_round_trip_removing_an_article_leaves_the_others_as_they_were(series: Told) -> None:
    for gone, _ in series:
        store = store_of(series)
        store.remove(gone.id)
        assert store.dump() == store_of([(a, c) for a, c in series if a != gone]).dump()
