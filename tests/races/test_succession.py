"""Terms of office and what does not fit in them."""

from datetime import date
from itertools import permutations

import pytest
from races_told import ANN, BO, Telling, on

from claims_told import CHIEF, NATO, claim
from kingmaker.lexicon.seats import single_seat
from kingmaker.model import Article, Entity, EntityKind, Kind
from kingmaker.races import View, findings, terms
from kingmaker.races.view import tellings

JUDGE = Entity.named(EntityKind.POST, "Judge of NATO", title="Judge", of=NATO)


def holds(day: str, holder: Entity, status: str = "current", post: Entity = CHIEF, **told: object) -> Telling:
    article = Article.of(f"Holder {holder.label} on {day}", published=day)
    return article, claim(article, Kind.TENURE, status, holder=holder, post=post, **told)


def died(day: str, holder: Entity) -> Telling:
    article = Article.of(f"Death on {day}", published=day)
    return article, claim(article, Kind.DEPARTURE, "died", holder=holder, post=CHIEF)


def found(told: list[Telling]) -> list[tuple[str, list[str]]]:
    seen = tellings([c for _, c in told], [a for a, _ in told], View())
    return [(f.doubt.value, [p.label for p in f.people]) for f in findings(seen)]


FITS: list[tuple[str, list[Telling], list[tuple[str, list[str]]]]] = [
    ("one after the other", [holds("2023-01-01", ANN), holds("2023-06-01", ANN), holds("2023-09-01", BO)], []),
    ("one within the other's time",
     [holds("2023-01-01", ANN), holds("2023-09-01", ANN), holds("2023-06-01", BO)],
     [("two holders", ["Ann Lee", "Bo Falk"])]),
    ("both over months",
     [holds("2023-01-01", ANN), holds("2023-09-01", ANN), holds("2023-03-01", BO), holds("2023-07-01", BO)],
     [("two holders", ["Ann Lee", "Bo Falk"])]),
    ("both on one day", [holds("2023-01-01", ANN), holds("2023-01-01", BO)], [("two holders", ["Ann Lee", "Bo Falk"])]),
    ("both on the day of the handover",
     [holds("2023-01-01", ANN), holds("2023-01-01", BO), on("2023-01-01", BO, "appointed")], []),
    ("both, of a post with many seats",
     [holds("2023-01-01", ANN, post=JUDGE), holds("2023-01-01", BO, post=JUDGE)], []),
    ("nobody for a year",
     [on("2021-01-01", ANN, "appointed"), on("2022-01-01", ANN, "left"), on("2023-01-01", BO, "appointed")],
     [("nobody in between", ["Ann Lee", "Bo Falk"])]),
    ("a handover of weeks",
     [on("2021-01-01", ANN, "appointed"), on("2022-01-01", ANN, "left"), on("2022-02-01", BO, "appointed")], []),
    ("still there after the day he was to leave",
     [holds("2021-01-01", ANN), on("2021-03-01", ANN, "left"), holds("2022-01-01", ANN),
      on("2022-02-01", BO, "appointed")],
     []),
    ("runs after his death",
     [died("2022-01-01", ANN), on("2023-01-01", ANN, "declared")], [("already dead", ["Ann Lee"])]),
    ("ran before his death", [on("2021-01-01", ANN, "declared"), died("2022-01-01", ANN)], []),
    ("told after his death that he ran before",
     [died("2022-01-01", ANN), on("2023-01-01", ANN, "declared", time="2020")], []),
    ("kept on, and nobody knew him in office",
     [on("2023-01-01", ANN, "kept")], [("extended without a tenure", ["Ann Lee"])]),
    ("kept on in office", [holds("2022-01-01", ANN), on("2023-01-01", ANN, "kept")], []),
]  # fmt: skip


@pytest.mark.parametrize(("told", "doubts"), [row[1:] for row in FITS], ids=[row[0] for row in FITS])
def test_succession_finds_what_does_not_fit(told: list[Telling], doubts: list[tuple[str, list[str]]]) -> None:
    for order in list(permutations(told))[:24]:
        assert found(list(order)) == doubts


def test_succession_two_terms_of_one_person_stay_two() -> None:
    told = [on("2006-09-26", ANN, "appointed"), on("2007-09-26", ANN, "left"), on("2012-12-26", ANN, "appointed")]
    seen = tellings([c for _, c in told], [a for a, _ in told], View())
    assert [(t.start, t.end) for t in terms(seen)] == [
        (date(2006, 9, 26), date(2007, 9, 26)),
        (date(2012, 12, 26), None),
    ]


SEATS = {
    "Secretary General": True, "Prime Minister": True, "Foreign Minister": True, "Mayor": True, "Chief Justice": True,
    "Attorney General": True, "Governor": True, "Associate Justice": False, "Member": False, "Senator": False,
    "Judge": False, "Deputy Governor": False, "Deputy Prime Minister": False, "Commissioner for Trade": False,
}  # fmt: skip


@pytest.mark.parametrize(("title", "single"), SEATS.items())
def test_succession_knows_single_seats(title: str, single: bool) -> None:
    assert single_seat(title) is single
