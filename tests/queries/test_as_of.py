"""Questions as of a day, against what the claims of generated articles come to in Python."""

from collections.abc import Callable, Hashable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal

from claims_generated import Told, disputes
from claims_told import CHIEF, WALLACE, article, backing, claim
from kingmaker.errors import QueryError
from kingmaker.model import Certainty, Claim, Kind, Polarity
from kingmaker.queries import ask_canned, canned, task_of
from kingmaker.queries.forms import term_of
from kingmaker.queries.values import meant
from kingmaker.queries.worker import answered
from kingmaker.races import View, claims_seen
from kingmaker.races.calendar import days
from kingmaker.races.standing import contender
from kingmaker.store import Store, open_store

# A month and a year among the days, their last days, no date, and what is none.
DAYS = ("2022-12-31", "2023-06-21", "2023-06-30", "2023-06", "2023-07-01", "2023", "2024-02", "2024-02-29", "soon")
ASKED = ("2022", "2023-06-20", "2023-06-29", "2023-06-30", "2023-06", "2023-12-30", "2023-12-31", "2024-02-29")
generated = settings(max_examples=60, deadline=None, derandomize=True)
IN_OFFICE = (Kind.TENURE, Kind.APPOINTMENT, Kind.DEPARTURE, Kind.EXTENSION)


def stored(told: Told) -> Store:
    made = open_store()
    made.put(told)
    return made


def rows(store: Store, name: str, **values: str) -> list[dict[str, str]]:
    """Answer a question as the worker does, without a process of its own."""
    question = canned()[name]
    answer = answered(store.quads, task_of(question.sparql, meant(store, question, values)))
    told = [dict(zip(answer["columns"], map(term_of, row), strict=True)) for row in answer["rows"]]
    return [{key: getattr(value, "value", "") for key, value in row.items()} for row in told]


def quotes(found: list[dict[str, str]]) -> list[str]:
    return sorted(row["quote"] for row in found)


def words(found: list[Claim]) -> list[str]:
    return sorted(c.evidence[0].quote for c in found)


def seen(told: Told, day: str, least: str = "hypothetical") -> list[Claim]:
    known = days(day)
    assert known
    view = View(known.last, min_certainty=Certainty(least))
    return list(claims_seen([c for _, claims in told for c in claims], [a for a, _ in told], view))


def on_post(told: Told) -> bool:
    """Whether the store knows the post at all; a name it does not know is refused."""
    return any(c.situation.role("post") for _, claims in told for c in claims)


def latest(told: Told, claims: list[Claim], key: Callable[[Claim], Hashable]) -> list[Claim]:
    """Return the claims of the last day by key; a month comes after its days, a year after its months."""
    when = {a.id: f"{a.published}-99" for a, _ in told}
    last: dict[Hashable, str] = {}
    for one in claims:
        last[key(one)] = max(last.get(key(one), ""), when[one.article])
    return [one for one in claims if when[one.article] == last[key(one)]]


known = st.sampled_from(("certain", "probable", "possible", "hypothetical"))
asked = st.sampled_from(ASKED)


@generated
@given(disputes(DAYS), asked, known)
def test_as_of_race_is_the_latest_word_on_each_standing_of_the_races(told: Told, day: str, least: str) -> None:
    store, until = stored(told), days(day)
    assert until
    races = store.races(View(until.last, min_certainty=Certainty(least)))
    steps = [c for race in races for entry in race.entries for step in entry.steps for c in step.claims]
    wanted = latest(told, steps, lambda c: contender(c.situation))
    found = rows(store, "race-as-of", post=CHIEF.id, as_of=day, min_certainty=least) if on_post(told) else []
    assert quotes(found) == words(wanted)
    entries = [entry for race in races for entry in race.entries]
    states = {c.evidence[0].quote: step.state for entry in entries for step in entry.steps for c in step.claims}
    assert all(row["standing"].rpartition("/")[2] == states[row["quote"]] for row in found)


@generated
@given(disputes(DAYS), asked, known)
def test_as_of_backers_and_holders_are_the_latest_word_on_each(told: Told, day: str, least: str) -> None:
    store, claims = stored(told), seen(told, day, least)
    backing_ = [c for c in claims if c.situation.kind is Kind.BACKING]
    found = rows(store, "backers-as-of", as_of=day, min_certainty=least)
    assert quotes(found) == words(latest(told, backing_, lambda c: c.situation.roles[:2]))
    office = [c for c in claims if c.situation.kind in IN_OFFICE]
    found = rows(store, "holders-as-of", as_of=day, min_certainty=least)
    assert quotes(found) == words(latest(told, office, lambda c: c.situation.roles[0]))


@generated
@given(disputes(DAYS), asked, asked, known)
def test_as_of_what_was_new_is_seen_on_the_later_day_only(told: Told, one: str, other: str, least: str) -> None:
    store = stored(told)
    start, end = sorted((one, other), key=lambda day: days(day).last)  # type: ignore[union-attr]
    old = {c.id for c in seen(told, start, least)}
    new = [c for c in seen(told, end, least) if c.id not in old and c.situation.role("post")]
    if on_post(told):
        values = {"post": CHIEF.id, "from": start, "to": end, "min_certainty": least}
        assert quotes(rows(store, "what-was-new", **values)) == words(new)


@generated
@given(disputes(DAYS), st.none() | asked)
def test_as_of_contradictions_and_the_anonymous_are_those_of_the_claims_seen(told: Told, day: str | None) -> None:
    store, values = stored(told), {"as_of": day} if day else {}
    claims = seen(told, day) if day else [c for _, all_ in told for c in all_]
    sides: dict[str, list[Claim]] = {}
    for one in claims:
        sides.setdefault(one.situation.id, []).append(one)
    both = {
        name: [sum(c.polarity is p for c in all_) for p in Polarity]
        for name, all_ in sides.items()
        if len({c.polarity for c in all_}) > 1
    }
    found = rows(store, "contradictions", **values)
    assert {r["situation"].rpartition("/")[2]: [int(r["affirmed"]), int(r["denied"])] for r in found} == {
        name.partition(":")[2]: counts for name, counts in both.items()
    }
    assert len(found) == len(both)
    so = {n: [c for c in all_ if c.polarity is Polarity.POSITIVE] for n, all_ in sides.items()}
    unnamed = [c for all_ in so.values() if all(c.source_kind == "unnamed" for c in all_) for c in all_]
    assert quotes(rows(store, "anonymous", **values)) == words(unnamed)


VALUES = {
    "race-as-of": {"post": CHIEF.id}, "holders-as-of": {}, "backers-as-of": {}, "contradictions": {}, "anonymous": {},
    "what-was-new": {"post": CHIEF.id, "from": "2020"},
}  # fmt: skip


@generated
@given(disputes(DAYS), disputes(("2023-07-01", "2023-07", "2024", "2023")))
def test_as_of_nothing_published_later_changes_an_answer(old: Told, later: Told) -> None:
    first = (article(), [backing(article()), claim(article(), Kind.TENURE, "current", holder=WALLACE, post=CHIEF)])
    before, after = stored([first, *old]), stored([first, *old, *later])
    for name, values in VALUES.items():
        day = {"to" if name == "what-was-new" else "as_of": "2023-06-30"}
        assert rows(before, name, **values, **day) == rows(after, name, **values, **day), name


def test_as_of_undated_articles_count_only_where_no_day_is_asked_for() -> None:
    undated = article(published=None)
    store = stored([(undated, [backing(undated), backing(undated, polarity=Polarity.NEGATIVE)])])
    assert len(rows(store, "contradictions")) == 1
    assert rows(store, "contradictions", as_of="9999") == []
    assert rows(store, "backers-as-of", as_of="9999-12-31") == []


def test_as_of_day_is_put_in_as_a_value_and_is_no_column() -> None:
    store = stored([(article(), [backing(article())])])
    answer = ask_canned(store, "backers-as-of", {"as_of": "2023-06-21", "min_certainty": "certain"})
    assert len(answer) == 1
    assert not {"as_of", "min_certainty"} & set(answer.columns)
    (binding,) = meant(store, canned()["backers-as-of"], {"as_of": "2024-02"}).bindings
    assert binding == {"as_of": Literal("2024-03-01")}


@pytest.mark.parametrize("day", ["soon", "2023-02-30", "2023-6", "2023-06-21T10:00", "2023~", "", "0000", '2023" }'])
def test_as_of_refuses_what_is_no_day(day: str) -> None:
    store = stored([(article(), [backing(article())])])
    with pytest.raises(QueryError, match=r"is no day; write it as 2024-02-23, 2024-02 or 2024"):
        ask_canned(store, "backers-as-of", {"as_of": day})


def test_as_of_refuses_what_is_no_certainty() -> None:
    store = stored([(article(), [backing(article())])])
    with pytest.raises(QueryError, match="choose one of certain, probable, possible, hypothetical"):
        ask_canned(store, "backers-as-of", {"as_of": "2023", "min_certainty": "sure"})
