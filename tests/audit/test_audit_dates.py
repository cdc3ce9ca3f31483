import pytest

from kingmaker.audit.dates import is_edtf

READABLE = """
2023 2023-06 2023-06-21 2024-02-29 2023-06-21T10:30:00Z 2023-06-21T10:30:00+02:00 2023~ 2023-06? 2023-06-21%
2023-21 2023-41 202X 20XX XXXX 2023-XX 2023-XX-XX 2023-06-XX 2023-1X -0044 Y-17000 Y17E7 1950S2 ?2023-06 2023?-06
2014-10/2024-10 2014/.. ../2024 2014/ /2024 2023~/2024? [2023,2024] {2023-06,2023-07} [..2023] {2020..2023}
"""
UNREADABLE = """
soon June 23 202 2023-6 2023-13 2023-00 2023-42 2023-06-31 2023-02-29 2024-02-30 2023-06-00 2023-06-21T25
/ .. ../.. [] [2023 {2023,} [..] 2023-06-21-01 2023.06.21 21-06-2023 P14Y 2023--06 x2023 ２０２３
"""


@pytest.mark.parametrize("text", READABLE.split())
def test_dates_that_are_edtf(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize("text", ["", "2023 ", "2023-06\n", "2023-06/2024-02-30", *UNREADABLE.split()])
def test_dates_that_are_not(text: str) -> None:
    assert not is_edtf(text)
