"""Whether a date is EDTF (Library of Congress, levels 0 to 2) and a day that the calendar has."""

import re
from datetime import date

_DOUBT = "[?~%]?"  # uncertain, approximate, both
_YEAR = rf"{_DOUBT}-?[0-9X]{{4}}(?:S[0-9]+)?{_DOUBT}|Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?"
_TIME = r"T(?:[01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9](?:Z|[-+][0-9]{2}(?::[0-9]{2})?)?"
_DATE = re.compile(
    rf"(?P<year>{_YEAR})"
    rf"(?:-{_DOUBT}(?P<month>0[1-9]|1[0-2]|[01X]X|2[1-9]|3[0-9]|4[01]){_DOUBT}"
    rf"(?:-{_DOUBT}(?P<day>0[1-9]|[12][0-9]|3[01]|[0-3X]X){_DOUBT}(?:{_TIME})?)?)?"
)
_SET = re.compile(r"\[(?P<one>[^][{}]+)\]|\{(?P<all>[^][{}]+)\}")


def is_edtf(text: str) -> bool:
    """Whether `text` is an EDTF date, interval or set.

    >>> [is_edtf(text) for text in ("2023-06", "2014-10/2024-10", "2023~", "2024-02-30", "soon")]
    [True, True, True, False, False]
    """
    found = _SET.fullmatch(text)
    if found:
        return all(map(_is_member, (found["one"] or found["all"]).split(",")))
    start, slash, end = text.partition("/")
    if not slash:
        return _is_date(text)
    return {start, end} - {"", ".."} != set() and _is_end(start) and _is_end(end)


def _is_member(text: str) -> bool:
    """Whether `text` may stand in a set: a date, or two with `..` between, one of them left open perhaps."""
    start, dots, end = text.partition("..")
    return _is_date(text) if not dots else bool(start or end) and all(_is_date(t) for t in (start, end) if t)


def _is_end(text: str) -> bool:
    return text in ("", "..") or _is_date(text)


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if found is None:
        return False
    year, month, day = (part and part.strip("?~%") for part in (found["year"], found["month"], found["day"]))
    if day is None or not f"{year}{month}{day}".isdigit() or not 1 <= int(year) <= 9999:
        return True  # no day told, or one that the calendar of this library does not reach
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
