"""Posts that open because their holder took another, in chains."""

from races_told import ANN, BO, CLARA, DAVID, HEDGED, Telling, on

from claims_told import NATO, claim
from kingmaker.model import Article, Entity, EntityKind, Kind
from kingmaker.races import View, chains, vacancies
from kingmaker.races.view import tellings

MAYOR, CLERK, JUDGE = (
    Entity.named(EntityKind.POST, f"{title} of NATO", title=title, of=NATO) for title in ("Mayor", "Treasurer", "Judge")
)


def serves(day: str, person: Entity, post: Entity) -> Telling:
    article = Article.of(f"{person.label} serves on {day}", published=day)
    return article, claim(article, Kind.TENURE, "current", holder=person, post=post)


def found(told: list[Telling]) -> list[list[tuple[str, str, str | None, bool]]]:
    seen = tellings([c for _, c in told], [a for a, _ in told], View())
    return [
        [(v.person.label, v.post.label, v.filled_by.label if v.filled_by else None, v.told) for v in chain]
        for chain in chains(vacancies(seen))
    ]


def test_vacancies_go_down_a_chain() -> None:
    told = [
        serves("2023-05-01", ANN, MAYOR), on("2023-06-01", ANN, "appointed"),
        serves("2023-05-01", BO, CLERK), on("2023-07-01", BO, "appointed", post=MAYOR),
        on("2023-08-01", CLARA, "appointed", post=CLERK),
    ]  # fmt: skip
    assert found(told) == [
        [("Ann Lee", "Mayor of NATO", "Bo Falk", False), ("Bo Falk", "Treasurer of NATO", "Clara Weber", False)]
    ]


def test_vacancies_that_are_told_are_told_apart() -> None:
    told = [
        serves("2023-05-01", ANN, MAYOR), on("2023-05-20", ANN, "left", post=MAYOR), on("2023-06-01", ANN, "appointed"),
    ]  # fmt: skip
    assert found(told) == [[("Ann Lee", "Mayor of NATO", None, True)]]


def test_vacancies_a_hedged_move_opens_nothing() -> None:
    assert found([serves("2023-05-01", ANN, MAYOR), on("2023-06-01", ANN, "appointed", **HEDGED)]) == []


def test_vacancies_who_holds_on_to_both_leaves_none() -> None:
    told = [serves("2023-05-01", ANN, MAYOR), on("2023-06-01", ANN, "appointed"), serves("2023-12-01", ANN, MAYOR)]
    assert found(told) == []


def test_vacancies_of_many_seats_are_none() -> None:
    assert found([serves("2023-05-01", ANN, JUDGE), on("2023-06-01", ANN, "appointed")]) == []


def test_vacancies_a_post_taken_over_long_before_is_none() -> None:
    told = [
        serves("2023-01-01", ANN, MAYOR), on("2023-02-01", DAVID, "appointed", post=MAYOR),
        on("2023-12-01", ANN, "appointed"),
    ]  # fmt: skip
    assert found(told) == []


def test_vacancies_two_who_swap_do_not_go_round_for_ever() -> None:
    told = [
        serves("2023-05-01", ANN, MAYOR), serves("2023-05-01", BO, CLERK),
        on("2023-06-01", ANN, "appointed", post=CLERK), on("2023-06-01", BO, "appointed", post=MAYOR),
    ]  # fmt: skip
    assert found(told) == [
        [("Ann Lee", "Mayor of NATO", "Bo Falk", False), ("Bo Falk", "Treasurer of NATO", "Ann Lee", False)]
    ]
