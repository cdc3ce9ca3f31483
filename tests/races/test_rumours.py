"""One rumour in many outlets, counted by its origins."""

import pytest
from races_told import ANN

from claims_told import CHIEF, claim
from kingmaker.model import Article, Claim, Entity, EntityKind, Evidence, Kind
from kingmaker.races import View, rumours
from kingmaker.races.view import tellings

WIRE = "Ann Lee is weighing a run for the top job at NATO next year, two officials said on Monday"
OTHER = "Friends of Ann Lee say that she would like nothing better than to lead the alliance in due course"
NOS = Entity.named(EntityKind.ORGANISATION, "NOS")
BBC = Entity.named(EntityKind.ORGANISATION, "The BBC")


def tells(publisher: str, day: str, text: str, **told: object) -> tuple[Article, Claim]:
    article = Article.of(f"{publisher} on {day}: {text}", publisher=publisher, published=day)
    place = article.text.index(text)
    evidence = (Evidence(place, place + len(text), text),)
    return article, claim(article, Kind.CANDIDACY, "considered", candidate=ANN, post=CHIEF, evidence=evidence, **told)


def unnamed(publisher: str, day: str, text: str) -> tuple[Article, Claim]:
    article, _ = tells(publisher, day, text)
    return tells(publisher, day, text, source=Entity.named(EntityKind.ANONYMOUS, "two officials", scope=article.id))


COUNTED = {
    "two of their own": ([tells("A", "2023-06-01", WIRE), tells("B", "2023-06-02", OTHER)], [["A"], ["B"]]),
    "one wire story": ([tells("B", "2023-06-02", WIRE), tells("A", "2023-06-01", WIRE)], [["A", "B"]]),
    "nearly the same words": (
        [tells("A", "2023-06-01", WIRE), tells("B", "2023-06-02", WIRE.replace("next year, ", ""))], [["A", "B"]],
    ),
    "one cites the other": (
        [tells("NOS", "2023-06-01", WIRE), tells("B", "2023-06-02", OTHER, source=NOS)], [["NOS", "B"]],
    ),
    "both cite a third": (
        [tells("A", "2023-06-01", WIRE, source=NOS), tells("B", "2023-06-02", OTHER, via=(NOS,), source=ANN)],
        [["A", "B"]],
    ),
    "each cites another": (
        [tells("A", "2023-06-01", WIRE, source=NOS), tells("B", "2023-06-02", OTHER, source=BBC)], [["A"], ["B"]],
    ),
    "two unnamed": ([unnamed("A", "2023-06-01", WIRE), unnamed("B", "2023-06-02", OTHER)], [["A"], ["B"]]),
    "short words are alike by chance": (
        [tells("A", "2023-06-01", "Ann Lee in the frame"), tells("B", "2023-06-02", "Ann Lee in the frame")],
        [["A"], ["B"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("told", "outlets"), COUNTED.values(), ids=COUNTED)
def test_rumours_are_counted_by_origin(told: list[tuple[Article, Claim]], outlets: list[list[str]]) -> None:
    for order in (told, told[::-1]):
        articles = [a for a, _ in order]
        (rumour,) = rumours(tellings([c for _, c in order], articles, View()), articles)
        assert [list(origin.outlets) for origin in rumour.origins] == outlets


def test_rumours_of_one_article_are_none() -> None:
    article, one = tells("A", "2023-06-01", WIRE)
    assert rumours(tellings([one], [article], View()), [article]) == ()
