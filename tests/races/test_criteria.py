"""What is wanted of the next holder, against what is told of the candidates."""

import pytest
from races_told import ANN, HEDGED, Telling, on

from claims_told import CHIEF, claim
from kingmaker.model import Article, Entity, EntityKind, Kind
from kingmaker.races import View, races, wanted
from kingmaker.races.view import tellings

ALLIES = Entity.named(EntityKind.COLLECTIVE, "Many allies")
KARL = Entity.named(EntityKind.PERSON, "Karl Falk")
METTE = Entity.named(EntityKind.PERSON, "Mette Falk")
DENMARK, BRITAIN = (Entity.named(EntityKind.COUNTRY, name) for name in ("Denmark", "United Kingdom"))
LATVIA = Entity.named(EntityKind.COUNTRY, "Latvia")
PREMIER, LATVIAN = (
    Entity.named(EntityKind.POST, f"Prime Minister of {c.label}", title="Prime Minister", of=c)
    for c in (DENMARK, LATVIA)
)
DEFENCE = Entity.named(EntityKind.POST, "Defence Minister of the United Kingdom", title="Defence Minister", of=BRITAIN)


def wants(criterion: str) -> Telling:
    article = Article.of(f"Wanted: {criterion}", published="2023-06-01")
    return article, claim(article, Kind.PREFERENCE, criterion, party=ALLIES, post=CHIEF)


def held(person: Entity, post: Entity, status: str = "former", **told: object) -> Telling:
    article = Article.of(f"{person.label} {status} {post.label}", published="2023-06-02")
    return article, claim(article, Kind.TENURE, status, holder=person, post=post, **told)


FIELD = [
    on("2023-06-01", METTE, "considered"), on("2023-06-01", ANN, "considered"), on("2023-06-01", KARL, "considered"),
    held(METTE, PREMIER), held(ANN, LATVIAN, "current"), held(KARL, DEFENCE, "current"),
]  # fmt: skip
ASKED = [
    ("a woman", {"Mette Falk": "met", "Ann Lee": "met", "Karl Falk": "not met"}),
    ("a former head of government", {"Mette Falk": "met", "Ann Lee": "met", "Karl Falk": "unknown"}),
    ("someone from the European Union", {"Mette Falk": "met", "Ann Lee": "met", "Karl Falk": "not met"}),
    ("a candidate from the east", {"Mette Falk": "not met", "Ann Lee": "met", "Karl Falk": "not met"}),
    ("a woman from the east", {"Mette Falk": "not met", "Ann Lee": "met", "Karl Falk": "not met"}),
    ("a secretary-general from eastern Europe", {"Mette Falk": "not met", "Ann Lee": "met", "Karl Falk": "not met"}),
    ("a woman with experience of war", {"Mette Falk": "unknown", "Ann Lee": "unknown", "Karl Falk": "not met"}),
    ("a leader from their own region", {"Mette Falk": "unknown", "Ann Lee": "unknown", "Karl Falk": "unknown"}),
    ("a sitting prime minister", {"Mette Falk": "unknown", "Ann Lee": "unknown", "Karl Falk": "unknown"}),
    ("an experienced woman", {"Mette Falk": "unknown", "Ann Lee": "unknown", "Karl Falk": "not met"}),
    ("a safe pair of hands", {"Mette Falk": "unknown", "Ann Lee": "unknown", "Karl Falk": "unknown"}),
    ("a defence minister", {"Mette Falk": "unknown", "Ann Lee": "unknown", "Karl Falk": "met"}),
]


@pytest.mark.parametrize(("criterion", "answers"), ASKED)
def test_criteria_are_met_not_met_or_unknown(criterion: str, answers: dict[str, str]) -> None:
    told = [*FIELD, wants(criterion)]
    claims, articles = [c for _, c in told], [a for a, _ in told]
    (race,) = races(claims, articles)
    (one,) = wanted(race, tellings(claims, articles, View()))
    assert {a.person.label: a.met.value for a in one.answers} == answers


def test_criteria_a_hedged_office_meets_nothing() -> None:
    told = [on("2023-06-01", ANN, "considered"), held(ANN, LATVIAN, **HEDGED), wants("a prime minister")]
    claims, articles = [c for _, c in told], [a for a, _ in told]
    (race,) = races(claims, articles)
    (one,) = wanted(race, tellings(claims, articles, View()))
    assert [a.met.value for a in one.answers] == ["unknown"]
