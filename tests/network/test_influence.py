"""Who matters in a race, and who stands together."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from network_told import (
    ANN,
    BO,
    CLARA,
    DAVID,
    DENIED,
    FRANCE,
    GERMANY,
    HEDGED,
    SPAIN,
    Telling,
    backs,
    claims_of,
    tell,
    unnamed,
)

from claims_generated import Told, disputes
from claims_told import CHIEF, SUNAK, WALLACE, article, claim
from kingmaker.model import Entity, EntityKind, Kind
from kingmaker.network import Influence, influence
from kingmaker.network.central import EXACT
from kingmaker.races import Race, races


def raced(*told: Telling) -> Influence:
    (race,) = races(*claims_of(*told))
    return influence(race)


def blocs(told: Influence) -> list[tuple[set[str], set[str], set[str]]]:
    return [
        tuple({e.label for e in part} for part in (b.members, b.supports, b.opposes))  # type: ignore[misc]
        for b in told.blocs
    ]


RUN = [tell("2023-01-01", "declared", candidate=who) for who in (ANN, BO)]


def test_influence_ranks_by_whom_a_name_is_tied_to() -> None:
    told = raced(
        *RUN, backs("2023-01-01", GERMANY, ANN), backs("2023-01-01", FRANCE, ANN), backs("2023-01-02", FRANCE, ANN),
        backs("2023-01-01", SPAIN, BO),
    )  # fmt: skip
    names = [actor.entity.label for actor in told.actors]
    # France is told of by two articles; Germany by one, as is Spain, but Germany backs whom more back.
    assert names == ["Ann Lee", "France", "Germany", "Bo Falk", "Spain"]
    assert told.actors[0].score == 1
    assert {a.entity.label: a.parts for a in told.actors}["Ann Lee"] == ("in the race", "backed")
    assert {a.entity.label: a.between for a in told.actors} == pytest.approx(
        {"Ann Lee": 1 / 6, "Bo Falk": 0, "France": 0, "Germany": 0, "Spain": 0}, abs=1e-4
    )


def test_influence_counts_lobbying_and_opposition() -> None:
    lobbying = {"lobbyist": GERMANY, "target": DAVID, "beneficiary": ANN, "post": CHIEF}
    told = raced(*RUN, tell("2023-01-03", "Lobbying", **lobbying), backs("2023-01-04", FRANCE, BO, "opposes"))
    assert {a.entity.label: a.parts for a in told.actors} == {
        "Germany": ("lobbyist",), "David Osei": ("lobbied",), "Ann Lee": ("in the race", "lobbied for"),
        "France": ("opponent",), "Bo Falk": ("in the race", "opposed"),
    }  # fmt: skip
    assert blocs(told) == [({"France"}, set(), {"Bo Falk"}), ({"Germany"}, {"Ann Lee"}, set())]


def test_influence_takes_the_latest_stand() -> None:
    told = raced(*RUN, backs("2023-01-01", GERMANY, ANN), backs("2023-02-01", GERMANY, ANN, "opposes"))
    assert blocs(told) == [({"Germany"}, set(), {"Ann Lee"})]
    taken_back = raced(*RUN, backs("2023-01-01", GERMANY, ANN), backs("2023-02-01", GERMANY, ANN, **DENIED))
    assert taken_back.actors == ()


def test_influence_leaves_out_what_nobody_settles_and_says_of_how_many() -> None:
    told = raced(
        *RUN, backs("2023-01-01", GERMANY, ANN, **HEDGED),
        backs("2023-01-02", FRANCE, BO, source=unnamed("2023-01-02")), backs("2023-01-03", SPAIN, ANN),
        backs("2023-01-04", SPAIN, ANN, **HEDGED), backs("2023-01-05", CLARA, BO, **DENIED),
    )  # fmt: skip
    assert [a.entity.label for a in told.actors] == ["Ann Lee", "Spain"]
    assert told.hedged == 2


def test_influence_of_a_race_without_backers_is_empty() -> None:
    told = raced(*RUN)
    assert (told.actors, told.blocs, told.hedged, told.note) == ((), (), 0, None)


@pytest.mark.parametrize(
    ("stands", "wanted"),
    [
        # Whoever is for one person stands together, and whoever is against her.
        ([(GERMANY, ANN, "supports"), (FRANCE, ANN, "supports"), (SPAIN, ANN, "opposes"), (CLARA, ANN, "opposes")],
         [{"Germany", "France"}, {"Spain", "Clara Weber"}]),
        # Where some are against the one and for the other, all who are either are one side.
        ([(GERMANY, ANN, "supports"), (FRANCE, ANN, "supports"), (SPAIN, BO, "supports"), (SPAIN, ANN, "opposes"),
          (CLARA, ANN, "opposes"), (CLARA, BO, "supports"), (DAVID, ANN, "opposes")],
         [{"Germany", "France"}, {"Spain", "Clara Weber", "David Osei"}]),
        # Two who agree on one and are at odds over another do not stand together.
        ([(GERMANY, ANN, "supports"), (GERMANY, BO, "supports"), (FRANCE, ANN, "opposes"), (FRANCE, BO, "supports")],
         [{"Germany"}, {"France"}]),
    ],
)  # fmt: skip
def test_influence_blocs(stands: list[tuple[Entity, Entity, str]], wanted: list[set[str]]) -> None:
    told = raced(*RUN, *(backs("2023-02-01", who, whom, value) for who, whom, value in stands))
    assert sorted(map(sorted, (members for members, *_ in blocs(told)))) == sorted(map(sorted, wanted))


known = settings(max_examples=80, deadline=None, derandomize=True)


@known
@given(disputes(("2021-03-01", "2023-06-21", "2023-06-22", "2023-07-30")))
def test_influence_rests_on_settled_claims_and_parts_who_is_at_odds(told: Told) -> None:
    for race in races([c for _, some in told for c in some], [a for a, _ in told]):
        found = influence(race)
        claims = {c.id for c in race.claims}
        for actor in found.actors:
            assert 0 < actor.score <= 1
            assert actor.ties
            assert all(one.told == "settled" and {c.id for c in one.claims} <= claims for one in actor.ties)
        for bloc in found.blocs:
            assert bloc.members
            assert not {e.id for e in bloc.supports} & {e.id for e in bloc.opposes}
        members = [m.id for bloc in found.blocs for m in bloc.members]
        assert len(members) == len(set(members))


def large_race(backers: int) -> Race:
    of = article(published="2023-01-01")
    people = [Entity.named(EntityKind.PERSON, f"Candidate {n}") for n in range(7)]
    told = [claim(of, Kind.CANDIDACY, "declared", candidate=who, post=CHIEF) for who in people]
    for n in range(backers):
        backer = Entity.named(EntityKind.PERSON, f"Backer {n}")
        for m in {n % 7, n * n % 5}:
            value = "opposes" if (n + m) % 9 == 0 else "supports"
            told.append(claim(of, Kind.BACKING, value, backer=backer, candidate=people[m], post=CHIEF))
    (race,) = races(told, [of])
    return race


def test_influence_of_very_many_is_an_estimate_and_says_so() -> None:
    exact, large = influence(large_race(60)), influence(large_race(EXACT))
    assert exact.note is None
    assert large.note == f"betweenness is estimated from 250 of {len(large.actors)} names, always the same"
    assert len(large.actors) > EXACT
    assert {a.entity.label for a in large.actors[:7]} == {f"Candidate {n}" for n in range(7)}


TOLD = """
import sys
sys.path[:0] = [{tests!r}, {here!r}]
from test_influence import large_race
from kingmaker.network import influence, paths
from kingmaker.store import open_store
from claims_told import article
race = large_race(80)
found = influence(race)
print([(a.entity.id, a.score, a.between, [t.relation for t in a.ties]) for a in found.actors])
print([[m.id for m in bloc.members] for bloc in found.blocs])
store = open_store()
store.put([(article(published="2023-01-01"), race.claims)])
for end in ("person:backer-9", "person:candidate-3"):
    for route in paths(store, "person:backer-5", end, most=9):
        print([s.race or s.entity.id for s in route.stops])
print(list(store.network("actors").edges(data=True)))
"""


def test_influence_and_paths_are_the_same_bytes_in_every_process() -> None:
    here = Path(__file__).parent
    script = TOLD.format(tests=str(here.parent), here=str(here))
    told = set()
    for seed in ("0", "1", "7"):
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=env, check=False)
        assert done.returncode == 0, done.stderr.decode()
        told.add(done.stdout)
    assert len(told) == 1
    assert b"person:candidate-3" in next(iter(told))


def test_influence_names_are_those_of_the_race() -> None:
    told = raced(*RUN, backs("2023-01-01", SUNAK, WALLACE))
    assert {a.entity for a in told.actors} == {SUNAK, WALLACE}
