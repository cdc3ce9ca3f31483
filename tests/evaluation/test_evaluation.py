"""Scoring: what counts as the same entity, how facts and claims are paired, and what the figures say."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kingmaker.errors import InputError
from kingmaker.evaluation import Gold, Scores, match, read_gold
from kingmaker.evaluation.gold import GoldEntity
from kingmaker.evaluation.same import same
from kingmaker.evaluation.scoring import Level
from kingmaker.model import Certainty, Claim, Entity, EntityKind, Evidence, Kind, Polarity, Situation

PERSON, POST = EntityKind.PERSON, EntityKind.POST
TEXT = "Sweden backs Grace Obi as governor of Lagos.\n"
OBI = Entity.named(PERSON, "Grace Obi")
LAGOS = Entity.named(POST, "Governor of Lagos")
SWEDEN = Entity.named(EntityKind.COUNTRY, "Sweden")
TOLD = {
    "title": "Obi's backers",
    "published": "2024-05-01",
    "entities": {
        "obi": {"kind": "person", "names": ["Grace Obi", "the banker"]},
        "lagos": {"kind": "post", "names": ["Governor of Lagos"]},
        "sweden": {"kind": "country", "names": ["Sweden"]},
        "aide": {"kind": "anonymous", "names": ["an aide to the governor"]},
    },
    "facts": [
        {"type": "Backing", "roles": {"backer": "sweden", "candidate": "obi"}, "stance": "supports",
         "polarity": "positive", "certainty": "certain", "source": None, "evidence": ["Sweden backs Grace Obi"]},
        {"type": "Candidacy", "roles": {"candidate": "obi", "post": "lagos"}, "status": "considered",
         "polarity": "positive", "certainty": "probable", "source": "aide", "evidence": ["governor"]},
        {"type": "Tenure", "roles": {"holder": "obi", "post": "lagos"}, "status": "current", "optional": True,
         "polarity": "positive", "certainty": "certain", "source": None, "evidence": ["governor"]},
    ],
}  # fmt: skip


def gold(tmp_path: Path, **changes: object) -> Gold:
    (tmp_path / "one.json").write_text(json.dumps(TOLD | changes), encoding="utf-8")
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    return next(iter(read_gold(tmp_path)))


def claim(
    kind: Kind, roles: dict[str, Entity], value: str | None, *, certainty: Certainty = Certainty.CERTAIN,
    source: Entity | None = None, polarity: Polarity = Polarity.POSITIVE, quote: str = "Sweden",
) -> Claim:  # fmt: skip
    return Claim("article:x", Situation.of(kind, roles, value), polarity, certainty, source,
                 evidence=(Evidence(0, 6, quote),))  # fmt: skip


BACKING = claim(Kind.BACKING, {"backer": SWEDEN, "candidate": OBI}, "supports")


@pytest.mark.parametrize(
    ("kind", "gold_names", "guess", "expected"),
    [
        ("person", ["Ben Wallace", "Mr Wallace"], "Wallace", True),
        ("person", ["Ben Wallace"], "Rt Hon Ben Wallace", True),
        ("person", ["Ben Wallace"], "Ben Smith", False),
        ("person", ["Kaja Kallas", "the minister"], "Minister", False),
        ("post", ["Secretary General of NATO"], "Secretary-General of NATO", True),
        ("post", ["Prime Minister of the Netherlands"], "Dutch Prime Minister", True),
        ("post", ["Prime Minister of the Netherlands"], "Prime Minister of Denmark", False),
        ("post", ["Leader of the Labour Party", "Labour leader", "the leader"], "Labour Leader", True),
        ("post", ["Leader of the Labour Party", "the leader"], "Leader", False),
        ("country", ["United States"], "American", True),
        ("country", ["Norway"], "Denmark", False),
        ("collective", ["European allies", "various European allies"], "several European allies", True),
        ("anonymous", ["a defence source"], "diplomatic sources in Rome", False),
    ],
)
def test_same_entity_by_its_names(kind: str, gold_names: list[str], guess: str, expected: bool) -> None:
    meant = GoldEntity(kind=EntityKind(kind), names=tuple(gold_names))
    assert same(meant, Entity.named(EntityKind(kind), guess)) is expected


def test_same_is_never_nobody() -> None:
    assert not same(GoldEntity(kind=PERSON, names=("Ben Wallace",)), None)


@pytest.mark.parametrize(
    ("told", "level"),
    [
        (BACKING, Level.CLAIM),
        (claim(Kind.BACKING, {"backer": SWEDEN, "candidate": OBI}, "opposes"), Level.CORE),
        (replace(BACKING, polarity=Polarity.NEGATIVE), Level.CORE),
        (replace(BACKING, certainty=Certainty.PROBABLE), Level.FULL),
        (claim(Kind.BACKING, {"backer": SWEDEN, "candidate": OBI}, "supports", source=OBI), Level.FULL),
        (claim(Kind.BACKING, {"backer": OBI, "candidate": OBI}, "supports"), Level.NONE),
    ],
)  # fmt: skip
def test_match_tells_how_far_they_agree(tmp_path: Path, told: Claim, level: Level) -> None:
    pairs = match(gold(tmp_path), [told]).pairs
    assert pairs == (((0, 0, level),) if level else ())


def test_match_pairs_one_to_one_and_best_first(tmp_path: Path) -> None:
    worse = claim(Kind.BACKING, {"backer": SWEDEN, "candidate": OBI}, "opposes")
    found = match(gold(tmp_path), [worse, BACKING])
    assert found.pairs == ((0, 1, Level.CLAIM),)
    assert found.wrong() == [worse]
    assert [fact.type for fact in found.missed()] == [Kind.CANDIDACY]


def test_scores_count_optional_facts_neither_way(tmp_path: Path) -> None:
    scores = Scores()
    tenure = claim(Kind.TENURE, {"holder": OBI, "post": LAGOS}, "current")
    scores.add(match(gold(tmp_path), [BACKING, tenure]))
    race = scores.groups["race"]
    assert (race.gold, race.told, race.precision(Level.FULL), race.recall(Level.FULL)) == (2, 1, 1.0, 0.5)
    assert race.f1(Level.FULL) == pytest.approx(2 / 3)
    assert "tenure" not in scores.groups


def test_scores_see_a_hedge_upgraded_and_a_quote_that_is_not_there(tmp_path: Path) -> None:
    scores = Scores()
    candidacy = claim(Kind.CANDIDACY, {"candidate": OBI, "post": LAGOS}, "considered", quote="Norway")
    scores.add(match(gold(tmp_path), [candidacy]), {candidacy.id: "tipped"})
    assert (scores.hedged, scores.upgraded, scores.spans, scores.anchored) == (1, 1, 1, 0)
    assert scores.cues["frame tipped"].precision(Level.FULL) == 1.0


def test_scores_see_a_denial_told_as_positive(tmp_path: Path) -> None:
    facts = [TOLD["facts"][0] | {"polarity": "negative"}]  # type: ignore[index]
    scores = Scores()
    scores.add(match(gold(tmp_path, facts=facts), [BACKING]))
    assert (scores.denied, scores.flipped) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"facts": [{"type": "Bribery", "roles": {}}]}, "facts.0.type"),
        ({"facts": [{"type": "Candidacy", "roles": {"candidate": "obi"}}]}, "needs the role 'post'"),
        ({"facts": [{"type": "Candidacy", "roles": {"candidate": "eze", "post": "lagos"}}]}, "'eze' is none of its"),
        ({"entities": {"obi": {"kind": "person", "names": []}}}, "entities.obi.names"),
    ],
)
def test_gold_that_is_wrong_is_refused_by_name(tmp_path: Path, changes: dict[str, object], problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        gold(tmp_path, **changes)


def test_gold_of_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no annotated article"):
        list(read_gold(tmp_path))
