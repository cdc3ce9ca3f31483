"""Plain spelling keeps every offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kingmaker.articles.normal import plain

SPELLINGS = [
    ("“It’s not going to happen,”", '"It\'s not going to happen,"'),
    ("‘part of our defence’", "'part of our defence'"),
    ("12 months – without", "12 months - without"),
    ("the 2019–24 term", "the 2019-24 term"),
    ("Rutte—once tipped—won", "Rutte—once tipped—won"),
    ("secretary‑general", "secretary-general"),
    ("Ben\u00a0Wallace\u2009MP", "Ben Wallace MP"),
    ("one line\r\nand the next", "one line  and the next"),
    ("Áras an Uachtaráin", "Áras an Uachtaráin"),
]


@pytest.mark.parametrize(("written", "expected"), SPELLINGS)
def test_normal_plain_spelling(written: str, expected: str) -> None:
    assert plain(written) == expected


@given(st.text())
def test_normal_keeps_the_length_and_is_stable(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)
