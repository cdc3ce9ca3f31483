"""Days behind dates: the first and last day that a date of some precision may mean."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

# EDTF level 1 of one date: year, with month and day; X where a digit is not told; a mark of doubt.
_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[?~%]?(?:T.*)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}  # winter is counted to the year's end
_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The first and the last day that may be meant; equal for a date that is told to the day."""

    first: date
    last: date


def days(edtf: str | None) -> Days | None:
    """Return the days on which what an EDTF date tells may have begun, or None where it tells none.

    Of an interval that is its start; of one without a start, any day up to its end. Seasons are those
    of the northern half of the world, as EDTF leaves it open.

    >>> days("2024-02").last
    datetime.date(2024, 2, 29)
    >>> days("2023-07/2024-10").first
    datetime.date(2023, 7, 1)
    >>> days("soon") is None
    True
    """
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if start in ("", ".."):
        until = _one(end)
        return Days(date.min, until.last) if until else None
    return _one(start)


def _one(text: str) -> Days | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low < 1:
        return None
    if "X" in year or month in (None, "XX"):
        return Days(date(low, 1, 1), date(high, 12, 31))
    return _within(low, int(month), day)


def _within(year: int, month: int, day: str | None) -> Days | None:
    first, last = _SEASONS.get(month) or _QUARTERS.get(month) or (month, month)
    if not 1 <= first <= 12:
        return None
    if day in (None, "XX"):
        return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    try:
        told = date(year, month, int(day or 0))
    except ValueError:
        return None
    return Days(told, told)
