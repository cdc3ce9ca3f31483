"""What the page says: words, standings, lines and disputes, before any HTML."""

import pytest
from articles_for_pages import (
    HUNGARY,
    NO,
    PROBABLE,
    RUTTE,
    SG,
    Newsroom,
    many,
    nato_race,
)

from kingmaker.model import Entity, EntityKind, Kind
from kingmaker.page import compose
from kingmaker.page.model import Page
from kingmaker.page.written import Card, written


def cards(page: Page) -> list[Card]:
    return [one for panel in written(page)["panels"] for _, all_ in panel.contests for one in all_]


def card(page: Page, name: str) -> Card:
    return next(one for one in cards(page) if one.name == name)


def two_words(first: dict[str, object], second: dict[str, object], days: tuple[str, str]) -> Card:
    """The card of one candidate of whom two articles tell, each one claim."""
    room = Newsroom()
    for number, (fields, day) in enumerate(zip((first, second), days, strict=True)):
        room.article(f"Article {number}", "Outlet", day)
        room.say("It is said that ", "he is", ".", kind=Kind.CANDIDACY, candidate=RUTTE, post=SG, **fields)
    return card(compose(*room.finish()), "Mark Rutte")


def shown(one: Card) -> tuple[list[str], list[str]]:
    stands = [*([one.now] if one.now else []), *one.beside]
    return [step.mark + step.text for step in stands], [step.mark + step.text for step in one.earlier]


DECLARED: dict[str, object] = {"value": "declared"}
SAID_TO_DECLINE: dict[str, object] = {"value": "declined", "certainty": PROBABLE}
WITHDREW: dict[str, object] = {"value": "withdrawn"}
APPOINTED: dict[str, object] = {"value": "successful"}
NOT_RUNNING: dict[str, object] = {"value": "declared", "polarity": NO}


@pytest.mark.parametrize(
    ("first", "second", "days", "stands", "earlier"),
    [
        # A hedge of the same day stands beside the fact and stays a hedge.
        (DECLARED, SAID_TO_DECLINE, ("2023-06-01", "2023-06-01"),
         ["In the running", "?Said to have turned it down"], []),
        # A later hedge overtakes nothing.
        (DECLARED, SAID_TO_DECLINE, ("2023-06-01", "2023-09-01"),
         ["In the running", "?Said to have turned it down"], []),
        # A later fact leaves the hedge behind, and it is still shown.
        (SAID_TO_DECLINE, DECLARED, ("2023-06-01", "2023-09-01"),
         ["In the running"], ["?Said to have turned it down"]),
        # The later of two facts leads.
        (DECLARED, WITHDREW, ("2023-06-01", "2023-09-01"), ["Withdrew"], ["In the running"]),
        # Who is told to run after having withdrawn has come back.
        (WITHDREW, DECLARED, ("2023-06-01", "2023-09-01"), ["In the running"], ["Withdrew"]),
        # An earlier stage told again soon after the end of the contest looks back, and moves nothing.
        (APPOINTED, DECLARED, ("2023-06-01", "2023-07-01"), ["Won", "In the running"], []),
        # A later denial does not undo the fact: both stand.
        (DECLARED, NOT_RUNNING, ("2023-06-01", "2023-09-01"), ["In the running", "×Not running"], []),
        # A month is not before its own days, so nothing is overtaken.
        (SAID_TO_DECLINE, DECLARED, ("2023-06", "2023-06-20"),
         ["In the running", "?Said to have turned it down"], []),
    ],
)  # fmt: skip
def test_page_standing_keeps_hedge_and_fact_apart(
    first: dict[str, object],
    second: dict[str, object],
    days: tuple[str, str],
    stands: list[str],
    earlier: list[str],
) -> None:
    assert shown(two_words(first, second, days)) == (stands, earlier)


def test_page_standing_of_the_nato_race() -> None:
    page = compose(*nato_race())
    assert [race.post for race in page.races] == ["Secretary General of NATO"]
    assert [one.name for one in cards(page)] == [
        "Mark Rutte", "Mette Frederiksen", "Jens Stoltenberg", "Kaja Kallas", "Ben Wallace", "Klaus Iohannis",
    ]  # fmt: skip
    assert shown(card(page, "Mark Rutte")) == (
        ["Appointed"],
        ["?Said to have turned it down", "In the running"],
    )
    assert shown(card(page, "Ben Wallace")) == (["Withdrew"], ["In the running"])
    assert shown(card(page, "Mette Frederiksen"))[0] == ["?May be in the mix", "×Not running"]
    lead = card(page, "Ben Wallace").lead
    assert lead
    assert lead.says == "Ben Wallace"
    assert card(page, "Ben Wallace").office == "Defence Secretary of the United Kingdom"


def test_page_card_tells_backers_from_those_who_did_not_back() -> None:
    page = compose(*nato_race())
    named = {node.id: node.label for node in page.nodes}
    groups = {
        title: [stand.mark + named[stand.actor] for stand in stands]
        for title, stands in card(page, "Ben Wallace").groups.items()
    }
    assert groups == {
        "Backed by": ["Rishi Sunak"],
        "Not backed by": ["×Joe Biden"],
        "Lobbied for by": ["?Rishi Sunak"],
    }


def test_page_lines_are_bundles_read_from_their_plain_facts_on() -> None:
    page = compose(*nato_race())
    told = {c.id: c for c in page.claims}
    for line in page.lines:
        modes = [told[c].mode for c, _ in line.claims]
        assert modes == sorted(modes, key=lambda mode: mode != "stated")
    assert len({(line.start, line.end, line.relation) for line in page.lines}) == len(page.lines)


def test_page_every_claim_is_on_a_line_or_ties_nobody() -> None:
    page = compose(*nato_race())
    assert {c for line in page.lines for c, _ in line.claims} == {c.id for c in page.claims}


def test_page_disputes_are_those_of_the_races_and_show_both_sides() -> None:
    claims, articles = nato_race()
    page = compose(claims, articles)
    told = {c.id: c for c in page.claims}
    sorts = [sort for sort, *_ in page.disputes]
    assert sorts == ["denial", "change", "change", "change", "change"]
    backing = [pair for pair in page.disputes if told[pair[1][0]].relation == "opposes"]
    assert [told[other[0]].relation for _, _, other in backing] == ["backs"]
    # Who changed his mind is not contested; who is denied is.
    contested = {c.id for c in page.claims if c.against}
    assert contested == {c for sort, *sides in page.disputes if sort == "denial" for side in sides for c in side}


def test_page_a_denial_stands_against_what_it_denies() -> None:
    room = Newsroom()
    room.article("A", "Outlet", "2023-06-01")
    for fields in (DECLARED, NOT_RUNNING):
        room.say("", "he is", ".", kind=Kind.CANDIDACY, candidate=RUTTE, post=SG, **fields)
    page = compose(*room.finish())
    ((sort, one, other),) = page.disputes
    told = {c.id: c for c in page.claims}
    assert sort == "denial"
    assert told[one[0]].against == other
    assert told[other[0]].against == one


def test_page_disputes_hold_so_and_not_so_and_nothing_else() -> None:
    room = Newsroom()
    room.article("A", "Outlet", "2023-06-01")
    for fields in (DECLARED, NOT_RUNNING, WITHDREW):
        room.say("", "he is", ".", kind=Kind.CANDIDACY, candidate=RUTTE, post=SG, **fields)
    for stance in ("supports", "opposes"):
        room.say("", "it does", ".", kind=Kind.BACKING, backer=HUNGARY, candidate=RUTTE, value=stance, polarity=NO)
    page = compose(*room.finish())
    # "Does not back" and "does not oppose" may both be so, and who withdraws was in it before.
    assert [sort for sort, *_ in page.disputes if sort != "change"] == ["denial"]


def test_page_unnamed_sources_of_two_articles_stay_two() -> None:
    room = Newsroom()
    for number in "12":
        room.article(f"Article {number}", "Outlet", "2023-06-01")
        source = Entity.named(EntityKind.ANONYMOUS, "a diplomat", scope=f"article:{number * 8}")
        room.say("", "he is in", ".", kind=Kind.CANDIDACY, candidate=RUTTE, post=SG, source=source, **DECLARED)
    page = compose(*room.finish())
    assert sum(node.label == "a diplomat" for node in page.nodes) == 2
    assert {c.says for c in page.claims} == {"a diplomat (unnamed)"}


def test_page_attribution_chain_is_told_nearest_first() -> None:
    page = compose(*nato_race())
    assert "Sky News, citing senior officials" in {c.says for c in page.claims}


def test_page_offices_nobody_is_up_for_stay_out_of_the_first_view() -> None:
    page = compose(*nato_race())
    named = {n.id: n.label for n in page.nodes}
    assert {named[line.end] for line in page.lines if line.side} == {
        "Prime Minister of the Netherlands", "Defence Secretary of the United Kingdom",
        "President of Romania", "Prime Minister of Estonia",
    }  # fmt: skip
    tenures = [c for c in nato_race()[0] if c.situation.kind is Kind.TENURE]
    assert not any(line.side for line in compose(tenures, nato_race()[1]).lines)  # no race: offices are the subject


def test_page_claim_without_its_article_says_so() -> None:
    claims, _ = nato_race()
    page = compose(claims[:1], [])
    assert page.articles[0].title == "an article that is not in the store"


@pytest.mark.parametrize(("posts", "candidates", "backers", "drawn"), [(1, 3, 2, 8), (8, 6, 6, 300), (40, 10, 3, 300)])
def test_page_first_view_holds_at_most_300(posts: int, candidates: int, backers: int, drawn: int) -> None:
    page = compose(*many(posts, candidates, backers))
    assert sum(node.place is not None for node in page.nodes) == drawn
    assert all(node.place is not None for node in page.nodes if node.id == page.races[0].node)
