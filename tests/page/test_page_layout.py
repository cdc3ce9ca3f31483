"""Where nodes stand: apart, stable, and the same on every run."""

import pytest
from articles_for_pages import many, nato_race

from kingmaker.page import compose
from kingmaker.page.layout import _box, label_rows
from kingmaker.page.model import Node, Page


def overlaps(page: Page, tall: bool) -> list[tuple[str, str]]:
    placed = [(n, n.tall if tall else n.place, _box(n)) for n in page.nodes if n.place]
    found = []
    for number, (one, a, box) in enumerate(placed):
        for other, b, next_box in placed[number + 1 :]:
            assert a and b
            across = box.side + next_box.side - abs(a[0] - b[0])
            down = min(a[1] + box.below, b[1] + next_box.below) - max(a[1] - box.above, b[1] - next_box.above)
            if across > 2 and down > 2:  # a pixel each for rounding
                found.append((one.label, other.label))
    return found


@pytest.mark.parametrize("tall", [False, True])
@pytest.mark.parametrize("size", [(1, 1, 0), (2, 5, 5), (3, 20, 4), (8, 6, 6)])
def test_layout_no_label_lies_on_another(size: tuple[int, int, int], tall: bool) -> None:
    assert overlaps(compose(*many(*size)), tall) == []


def test_layout_side_offices_have_free_places_too() -> None:
    page = compose(*nato_race())
    assert overlaps(page, tall=False) == []
    assert overlaps(page, tall=True) == []


def test_layout_is_the_same_in_whatever_order_claims_come() -> None:
    claims, articles = nato_race()
    assert compose(claims, articles).nodes == compose(claims[::-1], articles[::-1]).nodes


def test_layout_upright_view_is_taller_than_the_lying_one() -> None:
    page = compose(*many(1, 6, 5))

    def proportions(places: list[tuple[int, int] | None]) -> float:
        kept = [p for p in places if p]
        wide = max(x for x, _ in kept) - min(x for x, _ in kept)
        return wide / (max(y for _, y in kept) - min(y for _, y in kept))

    assert proportions([n.tall for n in page.nodes]) < 1 < proportions([n.place for n in page.nodes])


@pytest.mark.parametrize(
    ("label", "rows"),
    [
        ("NATO", ["NATO"]),
        ("Secretary General of NATO", ["Secretary General of", "NATO"]),
        ("a " * 60, ["a a a a a a a a a a", "a a a a a a a a a a", "a a a a a a a a a a…"]),
        ("x" * 60, ["x" * 23 + "…"]),
        ("", [""]),
    ],
)
def test_layout_label_rows(label: str, rows: list[str]) -> None:
    assert label_rows(label) == rows


def test_layout_box_holds_the_longest_row() -> None:
    wide, narrow = (_box(Node("n0", label, "person")) for label in ("Secretary General of NATO", "NATO"))
    assert wide.side > narrow.side
