"""What is told two ways: tables of tellings -> the sort of dispute they are."""

from itertools import permutations

import pytest
from races_told import ANN, BO, CLARA, DENIED, GERMANY, HEDGED, Telling, backs, on

from kingmaker.model import Certainty
from kingmaker.races import Dispute, View, disputes, races
from kingmaker.races.view import tellings

IF = {"certainty": Certainty.HYPOTHETICAL}

FOUND: list[tuple[str, list[Telling], list[str]]] = [
    ("told and denied in one week",
     [on("2023-06-01", ANN, "declared"), on("2023-06-03", ANN, "declared", paper="B", **DENIED)], ["denial"]),
    ("talked of, and says no",
     [on("2023-06-01", ANN, "considered"), on("2023-06-01", ANN, "declared", paper="B", **DENIED)], ["denial"]),
    ("denied long after: rumour and denial all the same",
     [on("2023-06-01", ANN, "considered"), on("2023-09-01", ANN, "considered", **DENIED)], ["denial"]),
    ("not running, and months later running",
     [on("2023-06-01", ANN, "declared", **DENIED), on("2023-09-01", ANN, "declared")], ["change"]),
    ("not yet appointed, then appointed",
     [on("2023-06-01", ANN, "appointed", **DENIED), on("2023-06-03", ANN, "appointed")], ["change"]),
    ("appointed, says one; not at all, says another later",
     [on("2023-06-01", ANN, "appointed"), on("2023-06-03", ANN, "appointed", **DENIED)], ["denial"]),
    ("backed, and no longer",
     [backs("2023-06-01", GERMANY, ANN), backs("2023-09-01", GERMANY, ANN, **DENIED)], ["change"]),
    ("backed, says one; not at all, says another that week",
     [backs("2023-06-01", GERMANY, ANN), backs("2023-06-03", GERMANY, ANN, **DENIED)], ["denial"]),
    ("for and against at once",
     [backs("2023-06-01", GERMANY, ANN), backs("2023-06-03", GERMANY, ANN, "opposes")], ["contradiction"]),
    ("for, and months later against",
     [backs("2023-06-01", GERMANY, ANN), backs("2023-09-03", GERMANY, ANN, "opposes")], ["change"]),
    ("for one and for another", [backs("2023-06-01", GERMANY, ANN), backs("2023-06-01", GERMANY, BO)], []),
    ("two chosen in a week",
     [on("2023-06-01", ANN, "appointed"), on("2023-06-03", BO, "appointed")], ["contradiction"]),
    ("two chosen, a year apart", [on("2023-06-01", ANN, "appointed"), on("2024-09-03", BO, "appointed")], []),
    ("in, then out", [on("2023-06-01", ANN, "declared"), on("2023-06-03", ANN, "withdrawn")], ["change"]),
    ("out, and running, that week",
     [on("2023-06-01", ANN, "declined"), on("2023-06-03", ANN, "declared")], ["contradiction"]),
    ("out, and running months later",
     [on("2023-06-01", ANN, "declined"), on("2023-09-03", ANN, "declared")], ["change"]),
    ("two ways to be out", [on("2023-06-01", ANN, "declined"), on("2023-06-03", ANN, "withdrawn")], []),
    ("two hedges",
     [on("2023-06-01", ANN, "declared", **HEDGED), on("2023-06-03", ANN, "declared", **HEDGED, **DENIED)], []),
    ("a condition takes no side", [on("2023-06-01", ANN, "declared", **IF), on("2023-06-03", ANN, "declined")], []),
    ("a hedge against a certainty",
     [on("2023-06-01", ANN, "declared", **HEDGED), on("2023-06-03", ANN, "declared", **DENIED)], ["denial"]),
    ("one thing, told twice", [on("2023-06-01", ANN, "declared"), on("2023-06-03", ANN, "declared", paper="B")], []),
    ("two people", [on("2023-06-01", ANN, "declared"), on("2023-06-03", CLARA, "declared", **DENIED)], []),
]  # fmt: skip


def disputed(told: list[Telling]) -> tuple[Dispute, ...]:
    claims, articles = [c for _, c in told], [a for a, _ in told]
    race_of = {c.id: race.id for race in races(claims, articles) for c in race.claims}
    return disputes(tellings(claims, articles, View()), race_of)


@pytest.mark.parametrize(("told", "sorts"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_disputes_are_told_apart(told: list[Telling], sorts: list[str]) -> None:
    for order in permutations(told):
        assert [d.sort.value for d in disputed(list(order))] == sorts


def test_disputes_keep_every_claim_of_both_sides() -> None:
    told = [
        on("2023-06-01", ANN, "declared"), on("2023-06-02", ANN, "declared", paper="B"),
        on("2023-06-03", ANN, "declared", **DENIED),
    ]  # fmt: skip
    (dispute,) = disputed(told)
    assert (len(dispute.one), len(dispute.other)) == (2, 1)
    assert dispute.one[0].id == told[0][1].id


def test_disputes_of_two_races_are_none() -> None:
    told = [
        on("2023-06-01", ANN, "declined"), on("2023-07-04", BO, "kept"), on("2024-03-01", ANN, "declared"),
    ]  # fmt: skip
    assert disputed(told) == ()
