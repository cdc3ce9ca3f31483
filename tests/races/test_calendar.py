"""EDTF dates to the days they may mean."""

from datetime import date

import pytest

from kingmaker.races.calendar import days

MEANT = {
    "2024-02-29": ("2024-02-29", "2024-02-29"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2023": ("2023-01-01", "2023-12-31"),
    "2023~": ("2023-01-01", "2023-12-31"),
    "2023-06?": ("2023-06-01", "2023-06-30"),
    "202X": ("2020-01-01", "2029-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "2023-XX": ("2023-01-01", "2023-12-31"),
    "2023-06-XX": ("2023-06-01", "2023-06-30"),
    "2023-22": ("2023-06-01", "2023-08-31"),
    "2023-34": ("2023-04-01", "2023-06-30"),
    "2024-10-01T09:00": ("2024-10-01", "2024-10-01"),
    "2023-07/2024-10": ("2023-07-01", "2023-07-31"),
    "2023-07/..": ("2023-07-01", "2023-07-31"),
    "../2024-10": ("0001-01-01", "2024-10-31"),
    "/2024": ("0001-01-01", "2024-12-31"),
}


@pytest.mark.parametrize(("edtf", "meant"), MEANT.items())
def test_calendar_gives_the_days_a_date_may_mean(edtf: str, meant: tuple[str, str]) -> None:
    found = days(edtf)
    assert found is not None
    assert (found.first, found.last) == tuple(map(date.fromisoformat, meant))


@pytest.mark.parametrize(
    "edtf", [None, "", "soon", "2023-02-30", "2023-13", "0000", "2023-99", "..", "../..", "/", "-0044"]
)
def test_calendar_gives_none_for_what_is_no_date(edtf: str | None) -> None:
    assert days(edtf) is None
