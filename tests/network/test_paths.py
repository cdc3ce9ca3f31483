"""How two are tied: which steps count, which come first, and that every step has words behind it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_told import (
    ALLIES,
    ANN,
    BO,
    CLARA,
    DAVID,
    DENIED,
    ENVOY,
    FRANCE,
    GERMANY,
    HEDGED,
    SPAIN,
    Telling,
    backs,
    kept,
    tell,
)

from claims_generated import Told, disputes
from claims_told import BIDEN, CHIEF, PABRIKS, STOLTENBERG, SUNAK, WALLACE
from kingmaker.model import Entity
from kingmaker.network import Route, paths
from kingmaker.races import View
from kingmaker.races.view import claims_seen
from kingmaker.store import open_store


def stops(route: Route) -> list[str]:
    return [stop.race or stop.entity.label for stop in route.stops]


def ways(told: list[Telling], one: Entity, other: Entity, **options: object) -> list[list[str]]:
    return [stops(route) for route in paths(kept(*told), one.id, other.id, **options)]  # type: ignore[arg-type]


RACE = "race:secretary-general-of-nato-2023"
RIVALS = [tell("2023-06-01", "declared", candidate=ANN), tell("2023-06-02", "declared", candidate=BO)]
HOLDERS = [tell("2004-06-01", "current", holder=ANN), tell("2023-06-02", "current", holder=BO)]


@pytest.mark.parametrize(
    ("told", "one", "other", "wanted"),
    [
        # A tie is one step, whichever of the two acts.
        ([backs("2023-01-01", GERMANY, ANN)], ANN, GERMANY, [["Ann Lee", "Germany"]]),
        # Two who back one person.
        ([backs("2023-01-01", GERMANY, ANN), backs("2023-01-02", FRANCE, ANN)], GERMANY, FRANCE,
         [["Germany", "Ann Lee", "France"]]),
        # Rivals in one race.
        (RIVALS, ANN, BO, [["Ann Lee", RACE, "Bo Falk"]]),
        # Who ran for one post twenty years apart ran in two races.
        ([tell("2004-06-01", "declared", candidate=ANN), RIVALS[1]], ANN, BO, []),
        # To have held one post is no tie.
        (HOLDERS, ANN, BO, []),
        # Nor is to be in office while others run.
        ([HOLDERS[1], RIVALS[0]], ANN, BO, []),
        # At the end of a way a post has its holders.
        (HOLDERS, ANN, CHIEF, [["Ann Lee", "Secretary General of NATO"]]),
        ([HOLDERS[0], backs("2023-01-01", GERMANY, ANN)], CHIEF, GERMANY,
         [["Secretary General of NATO", "Ann Lee", "Germany"]]),
        # A successor and a predecessor.
        ([tell("2023-01-01", "appointed", appointee=ANN, predecessor=BO)], BO, ANN, [["Bo Falk", "Ann Lee"]]),
        # "Some allies" of one article are not those of the next.
        ([backs("2023-01-01", ALLIES, ANN), backs("2023-01-02", ALLIES, BO)], ANN, BO, []),
        ([backs("2023-01-01", ALLIES, ANN), backs("2023-01-01", ALLIES, BO, "opposes")], ANN, BO,
         [["Ann Lee", "some allies", "Bo Falk"]]),
        ([backs("2023-01-01", ALLIES, ANN), backs("2023-01-02", ALLIES, BO)], ALLIES, BO, [["some allies", "Bo Falk"]]),
        # What is denied ties nobody; nor does a hedge that is denied for certain.
        ([backs("2023-01-01", GERMANY, ANN, **DENIED)], ANN, GERMANY, []),
        ([backs("2023-01-01", GERMANY, ANN, **HEDGED), backs("2023-01-02", GERMANY, ANN, **DENIED)], ANN, GERMANY, []),
        ([backs("2023-01-01", GERMANY, ANN), backs("2023-01-02", GERMANY, ANN, **DENIED)], ANN, GERMANY,
         [["Ann Lee", "Germany"]]),
        # Nobody told of, and nothing told of the two.
        ([backs("2023-01-01", GERMANY, ANN)], ANN, BO, []),
        ([backs("2023-01-01", GERMANY, ANN), backs("2023-01-01", FRANCE, BO)], ANN, BO, []),
    ],
)  # fmt: skip
def test_paths_run_by_what_ties(told: list[Telling], one: Entity, other: Entity, wanted: list[list[str]]) -> None:
    assert ways(told, one, other) == wanted
    assert ways(told, other, one) == [way[::-1] for way in wanted]


def test_paths_run_by_denials_and_any_post_if_asked() -> None:
    denial = [backs("2023-01-01", GERMANY, ANN, **DENIED)]
    ((step,),) = (route.steps for route in paths(kept(*denial), ANN.id, GERMANY.id, denied=True))
    assert step.told == "denied"
    assert ways(HOLDERS, ANN, BO, any_post=True) == [["Ann Lee", "Secretary General of NATO", "Bo Falk"]]


def test_paths_come_by_steps_then_plain_facts_then_articles() -> None:
    by_two = [backs(f"2023-01-0{n}", who, ANN) for n in (1, 2) for who in (FRANCE,)]
    told = [
        *by_two, backs("2023-01-01", FRANCE, BO), backs("2023-01-01", GERMANY, ANN), backs("2023-01-01", GERMANY, BO),
        backs("2023-01-01", SPAIN, ANN, **HEDGED), *(backs(f"2023-01-0{n}", SPAIN, BO) for n in range(1, 8)),
        backs("2023-01-01", CLARA, ANN), backs("2023-01-01", CLARA, DAVID), backs("2023-01-01", BO, DAVID),
    ]  # fmt: skip
    middle = [way[1:-1] for way in ways(told, ANN, BO, most=10)]
    assert middle == [["France"], ["Germany"], ["Spain"], ["Clara Weber", "David Osei"]]
    assert ways(told, ANN, BO, most=2) == [["Ann Lee", "France", "Bo Falk"], ["Ann Lee", "Germany", "Bo Falk"]]


def test_paths_leave_out_long_ways_round() -> None:
    told = [
        backs("2023-01-01", ANN, BO), backs("2023-01-01", ANN, CLARA), backs("2023-01-01", CLARA, DAVID),
        backs("2023-01-01", DAVID, BO),
    ]  # fmt: skip
    assert ways(told, ANN, BO, most=10) == [["Ann Lee", "Bo Falk"]]


def test_paths_step_tells_every_tie_of_the_two_the_strongest_first() -> None:
    told = [
        backs("2023-01-01", GERMANY, ANN, **HEDGED), backs("2023-02-01", GERMANY, ANN, "opposes"),
        backs("2023-03-01", GERMANY, ANN, "opposes"),
    ]  # fmt: skip
    ((step,),) = (route.steps for route in paths(kept(*told), GERMANY.id, ANN.id))
    assert [(one.relation, one.told, one.weight) for one in step.ties] == [
        ("opposes", "settled", 2), ("supports", "hedged", 1),
    ]  # fmt: skip


def test_paths_of_a_post_that_is_an_end_run_through_no_race_for_it() -> None:
    told = [*RIVALS, tell("2023-06-03", "declared", candidate=BO, post=ENVOY)]
    assert ways(told, CHIEF, ENVOY) == [["Secretary General of NATO", "Bo Falk", "Envoy of NATO"]]


known = settings(max_examples=60, deadline=None, derandomize=True)
DAYS = ("2021-03-01", "2022-12-01", "2023-06-21", "2023-06-22")
WHO = st.sampled_from([SUNAK, WALLACE, STOLTENBERG, PABRIKS, CHIEF, BIDEN])


@known
@given(disputes(DAYS), WHO, WHO, st.booleans(), st.booleans(), st.none() | st.sampled_from(DAYS))
def test_paths_have_claims_of_the_view_behind_every_step(
    told: Told, one: Entity, other: Entity, denied: bool, any_post: bool, day: str | None
) -> None:
    store = open_store()
    store.put(told)
    view = View(date.fromisoformat(day) if day else None)
    seen = {c.id for c in claims_seen(store.claims(), store.articles(), view)}
    found = paths(store, one.id, other.id, view, denied=denied, any_post=any_post)
    for route in found:
        assert (route.stops[0].entity.id, route.stops[-1].entity.id) == (one.id, other.id)
        assert len({(stop.race, stop.entity.id) for stop in route.stops}) == len(route.stops)
        for step in route.steps:
            ends = {step.start.entity.id, step.end.entity.id}
            for tie in step.ties:
                assert tie.claims
                assert {c.id for c in tie.claims} <= seen
                assert {tie.start.id, tie.end.id} == ends
                assert denied or (tie.told != "denied" and tie.affirming)
    lengths = [len(route.steps) for route in found]
    assert lengths == sorted(lengths)
    assert len({tuple(stops(route)) for route in found}) == len(found)
