"""What the page says: words, standings, lines and disputes, before any HTML."""

import itertools

import pytest
from articles_for_pages import (
    CERTAIN,
    HUNGARY,
    IF,
    NO,
    POSSIBLE,
    PROBABLE,
    RUTTE,
    SG,
    Newsroom,
    many,
    nato_race,
    person,
)
from hypothesis import given
from hypothesis import strategies as st

from kingmaker.model import SHAPES, Certainty, Claim, Entity, EntityKind, Kind, Polarity, Situation
from kingmaker.page import compose, words
from kingmaker.page.model import Page
from kingmaker.page.plain import before, day_in_words, plain, surroundings, tail, web_address
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


@given(kind=st.sampled_from(list(Kind)), certainty=st.sampled_from(Certainty), data=st.data())
def test_page_words_of_a_hedge_differ_from_those_of_a_fact(
    kind: Kind, certainty: Certainty, data: st.DataObject
) -> None:
    shape = SHAPES[kind]
    value = data.draw(st.sampled_from(shape.values)) if shape.values else None
    roles = {role: person(f"Somebody {role}") for role in shape.roles}
    fact = Claim("article:1", Situation.of(kind, roles, value))
    hedge = Claim("article:1", fact.situation, certainty=certainty)
    denial = Claim("article:1", fact.situation, polarity=Polarity.NEGATIVE, certainty=certainty)
    assert (words.phrase(hedge) == words.phrase(fact)) == (certainty is CERTAIN)
    assert words.phrase(denial) not in (words.phrase(fact), words.phrase(hedge))
    assert (words.mode(hedge), words.mark(hedge)) == (("stated", "") if certainty is CERTAIN else ("hedged", "?"))
    assert words.mode(denial) == "denied"
    assert words.mark(denial).startswith("×")


@pytest.mark.parametrize(
    ("certainty", "told"),
    [(CERTAIN, "turned it down"), (PROBABLE, "is said to have turned it down"),
     (POSSIBLE, "may turn it down"), (IF, "would turn it down if …")],
)  # fmt: skip
def test_page_words_carry_the_hedge(certainty: Certainty, told: str) -> None:
    situation = Situation.of(Kind.CANDIDACY, {"candidate": RUTTE, "post": SG}, "declined")
    assert words.phrase(Claim("article:1", situation, certainty=certainty)) == told


def test_page_words_agree_with_a_group() -> None:
    allies = Entity.named(EntityKind.COLLECTIVE, "European allies")
    situation = Situation.of(Kind.BACKING, {"backer": allies, "candidate": RUTTE}, "supports")
    told = [Claim("article:1", situation, certainty=c, polarity=p) for c in (CERTAIN, PROBABLE) for p in Polarity]
    assert [words.phrase(c) for c in told] == [
        "back", "do not back", "are said to back", "probably do not back",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote", "around"),
    [
        (
            "He left. Mr. Smith is out of it, he said. She stays.",
            "is out",
            ("Mr. Smith ", " of it, he said."),
        ),
        ("He is in.", "He is in.", ("", "")),
        ("One.\nTwo three four\nFive", "three", ("Two ", " four")),
        ("“Is he in?” she asked", "she", ("", " asked")),
        ("in", "in", ("", "")),
    ],
)
def test_page_quote_stands_in_its_sentence(text: str, quote: str, around: tuple[str, str]) -> None:
    start = text.index(quote)
    assert surroundings(text, start, start + len(quote)) == around


@given(st.text(alphabet='ab. \n?A"”', max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_page_surroundings_are_words_of_the_article(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    before_it, after_it = surroundings(text, start, end)
    assert text[:start].endswith(before_it)
    assert text[end:].startswith(after_it)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1&c=2", True), ("http://example.org", True), ("javascript:alert(1)", False),
        (" javascript:alert(1)", False), ("java\nscript:alert(1)", False), ("data:text/html,<script>", False),
        ("//example.org", False), ("file:///etc/passwd", False), ("https://", False), ("https://[", False),
        ("https://example.org/a b", False), ("HTTPS://EXAMPLE.ORG", True), (None, False), ("", False),
    ],
)  # fmt: skip
def test_page_only_web_addresses_become_links(url: str | None, kept: bool) -> None:
    assert (web_address(url) is not None) is kept


@pytest.mark.parametrize(
    ("date", "told"),
    [("2023-06-21", "21 June 2023"), ("2023-06", "June 2023"), ("2023", "2023"),
     ("2023-06-21T10:00:00Z", "21 June 2023"), ("2023-13-01", "2023-13-01"), ("<b>", "<b>"), (None, "")],
)  # fmt: skip
def test_page_dates_read_as_words(date: str | None, told: str) -> None:
    assert day_in_words(date) == told


@given(st.text(max_size=300), st.integers(min_value=2, max_value=80))
def test_page_text_is_one_line_without_controls(text: str, limit: int) -> None:
    made = plain(text, limit)
    assert len(made) <= limit
    assert made == plain(made, limit)
    assert not any(c < " " or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in made)
    made.encode("utf-8")
    assert len(tail(text, limit)) <= limit
    assert plain(text, 10**6).endswith(tail(text, limit).removeprefix("…"))


@given(*[st.sampled_from([None, "2023", "2023-06", "2023-06-21", "2024-01", "2022-12-31"])] * 3)
def test_page_before_is_an_order(one: str | None, two: str | None, three: str | None) -> None:
    assert not before(one, one)
    for a, b in itertools.permutations((one, two, three), 2):
        assert not (before(a, b) and before(b, a))
