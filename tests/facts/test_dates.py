"""Times of the genre against the day of publication, and the edtf package as judge of what comes out."""

import re
from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kingmaker.facts.dates import duration, number, resolve

PUBLISHED = "2023-06-21"  # a Wednesday

TIMES = [
    # feasts, quarters, spans of years
    ("last Christmas", "2022-12-25"),
    ("New Year's Day", "2023-01-01"),
    ("the second quarter of 2023", "2023-04/2023-06"),
    ("from 2010 to 2014", "2010/2014"),
    ("2010-14", "2010/2014"),
    ("the early 2000s", "200X"),
    ("a decade ago", "2013"),
    ("a fortnight ago", "2023-06-07"),
    ("the day before yesterday", "2023-06-19"),
    ("the end of the year", "2023-12"),
    ("Thursday 15 June", "2023-06-15"),
    # days
    ("today", "2023-06-21"),
    ("yesterday", "2023-06-20"),
    ("tomorrow", "2023-06-22"),
    ("tonight", "2023-06-21"),
    ("Wednesday", "2023-06-21"),
    ("on Wednesday", "2023-06-21"),
    ("Monday", "2023-06-19"),
    ("on Thursday", "2023-06-15"),
    ("last Friday", "2023-06-16"),
    ("last Wednesday", "2023-06-14"),
    ("next Tuesday", "2023-06-27"),
    ("next Wednesday", "2023-06-28"),
    ("Sunday evening", "2023-06-18"),
    ("on Saturday morning", "2023-06-17"),
    ("12 July 2023", "2023-07-12"),
    ("July 12, 2023", "2023-07-12"),
    ("on 1 October 2014", "2014-10-01"),
    ("October 1st, 2014", "2014-10-01"),
    ("the 3rd of May 2021", "2021-05-03"),
    ("3 May", "2023-05-03"),
    ("on June 2", "2023-06-02"),
    ("2 December", "2022-12-02"),
    ("Sept 9", "2023-09-09"),
    ("29 February 2024", "2024-02-29"),
    # weeks
    ("last week", "2023-06-12/2023-06-18"),
    ("this week", "2023-06-19/2023-06-25"),
    ("next week", "2023-06-26/2023-07-02"),
    ("earlier this week", "2023-06-19/2023-06-25"),
    # months
    ("October 2014", "2014-10"),
    ("in October 2014", "2014-10"),
    ("March", "2023-03"),
    ("in May", "2023-05"),
    ("in January", "2023-01"),
    ("in November", "2022-11|2023-11"),
    ("last month", "2023-05"),
    ("this month", "2023-06"),
    ("earlier this month", "2023-06"),
    ("later this month", "2023-06"),
    ("next month", "2023-07"),
    ("last October", "2022-10"),
    ("next May", "2024-05"),
    ("October last year", "2022-10"),
    ("March this year", "2023-03"),
    ("September next year", "2024-09"),
    ("late April 2022", "2022-04"),
    ("early July", "2023-07"),
    # seasons
    ("this autumn", "2023-23"),
    ("last spring", "2022-21|2023-21"),
    ("next summer", "2024-22"),
    ("the summer of 2019", "2019-22"),
    ("autumn 2020", "2020-23"),
    ("fall 2020", "2020-23"),
    ("in the spring", "2023-21"),
    # years
    ("2016", "2016"),
    ("in 2016", "2016"),
    ("last year", "2022"),
    ("this year", "2023"),
    ("next year", "2024"),
    ("earlier this year", "2023"),
    ("since 1999", "1999"),
    ("about 2010", "2010~"),
    ("around 2010", "2010~"),
    # so long ago, so long ahead
    ("two years ago", "2021"),
    ("a year ago", "2022"),
    ("three months ago", "2023-03"),
    ("six months ago", "2022-12"),
    ("two weeks ago", "2023-06-07"),
    ("10 days ago", "2023-06-11"),
    ("three days earlier", "2023-06-18"),
]

WORDS_ONLY = [
    "soon", "at some point", "the other day", "before the election", "once the votes are counted", "in due course",
    "31 February 2023", "32 May 2023", "99 June", "the May election", "Mayday", "Wednesbury", "June Brown", "two",
    "", "   ", "the year of the dragon", "March on Washington", "day after day",
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), TIMES, ids=[words for words, _ in TIMES])
def test_dates_resolve_against_publication(words: str, expected: str) -> None:
    assert resolve(words, PUBLISHED) in expected.split("|")


@pytest.mark.parametrize(("words", "expected"), TIMES, ids=[words for words, _ in TIMES])
def test_dates_are_edtf(words: str, expected: str) -> None:
    found = resolve(words, PUBLISHED)
    assert found is not None
    assert str(edtf.parse_edtf(found)) == found


@pytest.mark.parametrize("words", WORDS_ONLY)
def test_dates_leave_what_they_do_not_know_as_words(words: str) -> None:
    assert resolve(words, PUBLISHED) is None


RELATIVE = [
    "today",
    "last week",
    "on Monday",
    "last month",
    "this autumn",
    "two years ago",
    "last year",
    "March",
    "3 May",
]


@pytest.mark.parametrize("words", RELATIVE)
def test_dates_that_count_from_today_need_a_day_to_count_from(words: str) -> None:
    assert resolve(words, None) is None


@pytest.mark.parametrize("words", ["October 2014", "2016", "12 July 2023", "autumn 2020"])
def test_dates_that_are_whole_need_none(words: str) -> None:
    assert resolve(words, None) == resolve(words, PUBLISHED) is not None


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("last month", "2024-01-15", "2023-12"),
        ("next month", "2023-12-15", "2024-01"),
        ("yesterday", "2024-03-01", "2024-02-29"),
        ("tomorrow", "2023-12-31", "2024-01-01"),
        ("last week", "2024-01-03", "2023-12-25/2023-12-31"),
        ("November", "2024-01-15", "2023-11"),
        ("in February", "2023-12-10", "2024-02|2023-02"),
        ("on Monday", "2024-01-01", "2024-01-01"),
        ("six months ago", "2024-03-31", "2023-09"),
    ],
)
def test_dates_count_over_the_turn_of_the_year(words: str, published: str, expected: str) -> None:
    assert resolve(words, published) in expected.split("|")


@pytest.mark.parametrize(
    ("words", "tense", "expected"),
    [
        ("in November", "past", "2022-11"),
        ("in November", "future", "2023-11"),
        ("in January", "past", "2023-01"),
        ("in January", "future", "2024-01"),
        ("on 3 May", "past", "2023-05-03"),
        ("on 3 May", "future", "2024-05-03"),
        ("in June", "past", "2023-06"),
        ("in November 2021", "future", "2021-11"),
        ("last November", "future", "2022-11"),
    ],
)
def test_dates_without_a_year_follow_the_tense(words: str, tense: str, expected: str) -> None:
    assert resolve(words, PUBLISHED, tense) == expected


@pytest.mark.parametrize(
    "published", ["", "soon", "2023-13-40", "2023-02-31", "0000", "12 July", "2023-06-21-09", "--", "\0"]
)
def test_dates_survive_a_publication_date_that_is_none(published: str) -> None:
    assert resolve("last week", published) is None
    assert resolve("2016", published) == "2016"


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("2000000 years ago", PUBLISHED),
        ("99999999999 days ago", PUBLISHED),
        ("tomorrow", "9999-12-31"),
        ("5000 months ago", "0001-01-01"),
        ("yesterday", "0001-01-01"),
    ],
)
def test_dates_survive_times_beyond_the_calendar(words: str, published: str) -> None:
    found = resolve(words, published)
    assert found is None or edtf.parse_edtf(found)


@pytest.mark.parametrize("words", ["around the autumn of 2020", "about this autumn", "around spring"])
def test_dates_of_rough_seasons_are_edtf(words: str) -> None:
    found = resolve(words, PUBLISHED)
    assert found is None or edtf.parse_edtf(found)


_units = st.sampled_from(["day", "week", "month", "year", "days", "weeks", "months", "years"])
_which = st.sampled_from(["last", "this", "next", "earlier this", "in", "on", "since", "the", ""])
_names = st.sampled_from([w for w, _ in TIMES] + ["May", "Monday", "spring", "2019", "1 April", "week", "ago"])
_phrases = st.one_of(
    st.tuples(_which, _names).map(" ".join),
    st.tuples(st.integers(0, 400).map(str), _units, st.sampled_from(["ago", "earlier", "back"])).map(" ".join),
    st.text(max_size=30),
)


@given(_phrases, st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_dates_are_always_edtf_or_words(words: str, published: date) -> None:
    found = resolve(words, published.isoformat())
    if found is not None:
        assert str(edtf.parse_edtf(found)) == found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nine years", "P9Y"),
        ("almost nine years", "P9Y"),
        ("14 months", "P14M"),
        ("a year", "P1Y"),
        ("two weeks", "P2W"),
        ("10 days", "P10D"),
        ("a four-year term", "P4Y"),
        ("a decade", "P10Y"),
        ("nearly twenty years", "P20Y"),
        ("some time", None),
        ("many years", None),
        ("years", None),
        ("", None),
    ],
)
def test_dates_tell_durations(words: str, expected: str | None) -> None:
    assert duration(words) == expected


@given(st.text(max_size=40))
def test_dates_tell_a_duration_in_iso_or_none(words: str) -> None:
    found = duration(words)
    assert found is None or re.fullmatch(r"P\d+[YMWD]", found)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("three", 3), ("Twice", 2), ("17", 17), ("a", 1), ("twenty", 20), ("umpteen", None), ("", None), ("-3", None),
     ("²", None)],
)  # fmt: skip
def test_dates_read_whole_numbers(word: str, expected: int | None) -> None:
    assert number(word) == expected
