"""Races out of claims: contests, standings, backers; tables of tellings -> what is so."""

from datetime import date
from itertools import permutations

import pytest
from races_told import ANN, BO, CLARA, DAVID, DENIED, ENVOY, GERMANY, HEDGED, Telling, backs, on, raced, standings

from claims_told import CHIEF, diplomat
from kingmaker.model import Certainty, Kind
from kingmaker.races import Clock, View


def test_races_of_one_post_years_apart_stay_two() -> None:
    told = [
        on("2014-03-01", ANN, "declared"), on("2014-03-28", ANN, "appointed"), on("2023-06-01", ANN, "declared"),
        on("2023-06-02", BO, "declared"),
    ]  # fmt: skip
    first, second = raced(told)
    assert (first.id, second.id) == (
        "race:secretary-general-of-nato-2014",
        "race:secretary-general-of-nato-2023",
    )
    assert standings(first) == {"Ann Lee": "successful"}
    assert standings(second) == {"Ann Lee": "declared", "Bo Falk": "declared"}
    assert (first.closed, second.closed) == (date(2014, 3, 28), None)


def test_races_silence_of_years_parts_two_without_an_outcome() -> None:
    assert len(raced([on("2014-03-01", ANN, "considered"), on("2019-03-01", BO, "considered")])) == 2
    assert len(raced([on("2014-03-01", ANN, "considered"), on("2015-03-01", BO, "considered")])) == 1


def test_races_of_two_posts_are_two() -> None:
    assert len(raced([on("2023-06-01", ANN, "declared"), on("2023-06-01", ANN, "declared", post=ENVOY)])) == 2


def test_races_words_after_the_outcome_look_back() -> None:
    told = [
        on("2023-06-01", ANN, "declared"), on("2023-06-01", BO, "declared"), on("2023-07-04", ANN, "appointed"),
        on("2023-07-05", BO, "rejected"), on("2023-07-10", BO, "declared", paper="Late"),
        on("2023-08-20", ANN, "appointed", paper="Retold"),
    ]  # fmt: skip
    (race,) = raced(told)
    assert standings(race) == {"Ann Lee": "successful", "Bo Falk": "rejected"}
    assert race.closed == date(2023, 7, 4)
    assert race.last == date(2023, 8, 20)


def test_races_the_chosen_leaves_and_a_new_one_opens_at_once() -> None:
    told = [
        on("2022-07-10", ANN, "declared"), on("2022-07-10", BO, "declared"), on("2022-09-06", ANN, "appointed"),
        on("2022-10-20", ANN, "left"), on("2022-10-22", BO, "declared"), on("2022-10-25", BO, "appointed"),
    ]  # fmt: skip
    first, second = raced(told)
    assert standings(first) == {"Ann Lee": "successful", "Bo Falk": "declared"}
    assert standings(second) == {"Bo Falk": "successful"}


def test_races_an_end_told_late_belongs_to_the_race_that_was_left() -> None:
    told = [
        on("2023-06-01", ANN, "declared"), on("2023-06-01", BO, "declared"), on("2023-07-04", ANN, "kept"),
        on("2024-02-20", CLARA, "declared"), on("2024-02-20", BO, "withdrawn", paper="Late"),
    ]  # fmt: skip
    first, second = raced(told)
    assert standings(first)["Bo Falk"] == "withdrawn"
    assert standings(second) == {"Clara Weber": "declared"}


def test_races_a_time_of_its_own_places_a_claim() -> None:
    told = [
        on("2023-06-01", ANN, "declared"), on("2023-07-04", BO, "kept"), on("2024-10-01", CLARA, "appointed"),
        on("2024-10-01", ANN, "withdrawn", paper="B", time="2023"),
    ]  # fmt: skip
    first, second = raced(told)
    assert standings(first)["Ann Lee"] == "withdrawn"
    assert "Ann Lee" not in standings(second)


def test_races_a_month_that_a_closing_divides_goes_to_the_race_of_its_person() -> None:
    told = [
        on("2023-06-22", ANN, "declined"), on("2023-07-04", BO, "kept"), on("2024-02-22", CLARA, "declared"),
        on("2024-02-22", ANN, "declared", paper="B", time="2023-07", **DENIED),
    ]  # fmt: skip
    _, second = raced(told)
    assert second.opened == date(2024, 2, 22)
    assert "Ann Lee" not in standings(second)


def test_races_taking_office_is_not_a_second_outcome() -> None:
    told = [on("2024-06-26", ANN, "appointed"), on("2024-10-01", ANN, "appointed", time="2024-10-01")]
    (race,) = raced(told)
    assert race.closed == date(2024, 6, 26)


def test_races_two_outcomes_told_at_once_stand_side_by_side() -> None:
    (race,) = raced([on("2024-06-26", ANN, "appointed"), on("2024-06-27", BO, "appointed")])
    assert [p.label for p in race.outcomes] == ["Ann Lee", "Bo Falk"]


def test_races_a_hedged_outcome_closes_nothing() -> None:
    (race,) = raced([on("2024-06-26", ANN, "appointed", **HEDGED), on("2024-06-27", BO, "declared")])
    assert race.closed is None
    assert race.outcomes == ()


def test_races_departures_alone_are_no_race() -> None:
    assert raced([on("2024-06-26", ANN, "left")]) == ()


def test_races_undated_claims_join_the_race_of_their_person() -> None:
    told = [on("2014-03-01", ANN, "declared"), on("2023-06-01", BO, "declared"), on(None, ANN, "withdrawn")]
    first, second = raced(told)
    assert standings(first) == {"Ann Lee": "withdrawn"}
    assert standings(second) == {"Bo Falk": "declared"}


# Tellings of one person, in time, and the standing they come to.
STANDINGS: list[tuple[str, list[Telling], str | None]] = [
    ("talked of", [on("2023-06-01", ANN, "considered")], "considered"),
    ("a hedge is no standing", [on("2023-06-01", ANN, "declared", **HEDGED)], None),
    ("a denial is no standing", [on("2023-06-01", ANN, "declared", **DENIED)], None),
    ("talk does not undo a bid", [on("2023-06-01", ANN, "declared"), on("2023-06-09", ANN, "considered")], "declared"),
    ("a hedge is no exit", [on("2023-06-01", ANN, "declared"), on("2023-06-09", ANN, "rejected", **HEDGED)],
     "declared"),
    ("an exit ends a bid", [on("2023-06-01", ANN, "declared"), on("2023-06-09", ANN, "withdrawn")], "withdrawn"),
    ("and may be undone", [on("2023-06-01", ANN, "withdrawn"), on("2023-06-09", ANN, "declared")], "declared"),
    ("but not by talk", [on("2023-06-01", ANN, "withdrawn"), on("2023-06-09", ANN, "considered")], "withdrawn"),
    ("named after all", [on("2023-06-01", ANN, "declined"), on("2023-06-09", ANN, "nominated")], "nominated"),
    ("chosen is the end", [on("2023-06-01", ANN, "appointed"), on("2023-06-02", ANN, "withdrawn")], "successful"),
    ("one day, two states", [on("2023-06-01", ANN, "withdrawn"), on("2023-06-01", ANN, "declared")], "withdrawn"),
    ("a time goes before", [on("2023-06-01", ANN, "withdrawn"), on("2023-06-09", ANN, "declared", time="2023-05")],
     "withdrawn"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "state"), [row[1:] for row in STANDINGS], ids=[row[0] for row in STANDINGS])
def test_races_standing(told: list[Telling], state: str | None) -> None:
    for order in permutations(told):
        (race,) = raced(order)
        assert standings(race) == {"Ann Lee": state}


def test_races_the_word_of_the_unnamed_settles_nothing() -> None:
    article, _ = on("2023-06-01", ANN, "declared")
    told = on("2023-06-01", ANN, "declared", source=diplomat(article))
    (race,) = raced([told])
    assert standings(race) == {"Ann Lee": None}
    assert [(s.state, s.settled) for s in race.entries[0].beside] == [("declared", False)]


def test_races_every_step_has_its_claims_and_every_claim_its_race() -> None:
    told = [
        on("2023-06-01", ANN, "declared"), on("2023-06-05", ANN, "declared", paper="B"),
        on("2023-06-09", ANN, "withdrawn"), backs("2023-06-03", GERMANY, ANN),
    ]  # fmt: skip
    (race,) = raced(told)
    (entry,) = race.entries
    assert [(s.state, len(s.claims), s.moved) for s in entry.steps] == [("declared", 2, True), ("withdrawn", 1, True)]
    assert {c.id for c in race.claims} == {c.id for _, c in told}


def test_races_backing_without_a_post_joins_the_one_race_of_its_candidate() -> None:
    one = [on("2023-06-01", ANN, "declared"), backs("2023-06-03", GERMANY, ANN, post=None)]
    (race,) = raced(one)
    assert [s.actor.label for s in race.entries[0].stands] == ["Germany"]
    two = [*one, on("2023-06-01", ANN, "declared", post=ENVOY)]
    assert all(not e.stands for race in raced(two) for e in race.entries)


def test_races_a_backer_who_turns_stands_where_he_stood_last() -> None:
    told = [
        on("2023-06-01", ANN, "declared"),
        backs("2023-06-03", GERMANY, ANN),
        backs("2023-06-09", GERMANY, ANN, "opposes"),
    ]
    (race,) = raced(told)
    assert [(s.relation, s.current) for s in race.entries[0].stands] == [("supports", False), ("opposes", True)]


def test_races_a_hedged_turn_turns_nobody() -> None:
    told = [
        on("2023-06-01", ANN, "declared"),
        backs("2023-06-03", GERMANY, ANN),
        backs("2023-06-09", GERMANY, ANN, "opposes", **HEDGED),
    ]
    (race,) = raced(told)
    assert [(s.relation, s.current) for s in race.entries[0].stands] == [("supports", True), ("opposes", False)]


def test_races_deciders_are_those_who_are_settled_to_have_chosen() -> None:
    told = [
        on("2023-06-01", ANN, "appointed", appointer=GERMANY),
        on("2023-06-01", BO, "nominated", nominator=DAVID, **HEDGED),
    ]
    (race,) = raced(told)
    assert [d.label for d in race.deciders] == ["Germany"]


VIEWS = {
    "before": (View(date(2023, 5, 31)), None),
    "the day of the first": (View(date(2023, 6, 1)), "declared"),
    "after the exit": (View(date(2023, 6, 9)), "withdrawn"),
    "by when it was so": (View(date(2023, 6, 5), Clock.VALID), "withdrawn"),
    "by when it was so, before": (View(date(2023, 6, 3), Clock.VALID), "declared"),
    "only the sure": (View(min_certainty=Certainty.CERTAIN), "withdrawn"),
    "only named speakers": (View(on_record=True), None),
}


@pytest.mark.parametrize(("view", "state"), VIEWS.values(), ids=VIEWS)
def test_races_as_of_a_day_on_two_clocks(view: View, state: str | None) -> None:
    told = [on("2023-06-01", ANN, "declared"), on("2023-06-09", ANN, "withdrawn", time="2023-06-04")]
    found = raced(told, view)
    assert (standings(found[0])["Ann Lee"] if found else None) == state


def test_races_a_month_counts_from_its_last_day() -> None:
    told = [on("2023-06", ANN, "declared")]
    assert raced(told, View(date(2023, 6, 15))) == ()
    assert len(raced(told, View(date(2023, 6, 30)))) == 1


def test_races_what_has_no_date_counts_as_of_no_day() -> None:
    assert raced([on(None, ANN, "declared")], View(date(2030, 1, 1))) == ()


def test_races_post_goes_by_the_name_most_claims_give_it() -> None:
    (race,) = raced([on("2023-06-01", ANN, "declared"), on("2023-06-02", BO, "declared")])
    assert race.post == CHIEF
    assert {c.situation.kind for c in race.claims} == {Kind.CANDIDACY}
