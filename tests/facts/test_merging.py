"""What is told twice is one claim, and what is told once in full and once in short is the full one."""

from dataclasses import replace

from kingmaker.facts.merging import merged
from kingmaker.facts.unions import united
from kingmaker.model import Certainty, Claim, Entity, EntityKind, Evidence, Kind, Polarity, Situation

OBI, BELLO, EZE = (Entity.named(EntityKind.PERSON, name) for name in ("Grace Obi", "Tunde Bello", "Ada Eze"))
LAGOS = Entity.named(EntityKind.POST, "Governor of Lagos")


def told(start: int = 0, **roles: Entity) -> Claim:
    situation = Situation.of(Kind.APPOINTMENT, {"appointee": OBI, "post": LAGOS, **roles}, "appointed")
    return Claim("article:x", situation, evidence=(Evidence(start, start + 3, "Obi"),))


def test_merging_joins_two_tellings_at_the_surer() -> None:
    hedged = replace(told(9), certainty=Certainty.PROBABLE)
    (one,) = merged([hedged, told()])
    assert one.certainty is Certainty.CERTAIN
    assert [e.start for e in one.evidence] == [0, 9]


def whole(*claims: Claim) -> tuple[Claim, ...]:
    return merged(united([(claim, False) for claim in claims]))


def test_merging_joins_a_short_telling_to_the_full_one() -> None:
    (one,) = whole(told(), told(9, appointer=BELLO), told(20, predecessor=EZE))
    assert len(one.situation.roles) == 4
    assert [e.start for e in one.evidence] == [0, 9, 20]


def test_merging_never_makes_a_role_surer_than_it_was_told() -> None:
    hedged = replace(told(9, appointer=BELLO), certainty=Certainty.PROBABLE)
    made = whole(told(), hedged)
    assert {(c.situation.role("appointer"), c.certainty) for c in made} == {
        (None, Certainty.CERTAIN), (BELLO, Certainty.PROBABLE),
    }  # fmt: skip


def test_merging_leaves_a_short_telling_that_could_be_either_of_two() -> None:
    assert len(whole(told(), told(9, appointer=BELLO), told(20, appointer=EZE))) == 3


def test_merging_leaves_apart_what_was_at_other_times() -> None:
    assert len(whole(replace(told(), time="2014"), replace(told(9, appointer=BELLO), time="2024"))) == 2


def test_merging_leaves_apart_what_others_say_or_deny() -> None:
    assert len(whole(told(), replace(told(9, appointer=BELLO), polarity=Polarity.NEGATIVE))) == 2
    assert len(whole(told(), replace(told(9, appointer=BELLO), source=EZE))) == 2
