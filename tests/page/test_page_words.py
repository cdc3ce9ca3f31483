"""The words of the page, and text from articles as it may be shown."""

import pytest
from articles_for_pages import CERTAIN, IF, POSSIBLE, PROBABLE, RUTTE, SG, person
from hypothesis import given
from hypothesis import strategies as st

from kingmaker.model import SHAPES, Certainty, Claim, Entity, EntityKind, Kind, Polarity, Situation
from kingmaker.page import words
from kingmaker.page.plain import day_in_words, plain, short_day, surroundings, tail, web_address


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


@pytest.mark.parametrize(
    ("date", "told"), [("2023-06-21", "21 Jun 2023"), ("2024-05", "May 2024"), ("2024", "2024"), ("", ""), (None, "")]
)
def test_page_short_dates_read_as_words(date: str | None, told: str) -> None:
    assert short_day(date) == told
