"""The date of an article: a day, a month or a year, never more than the article tells."""

import re
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:\d{2}.*)?", re.DOTALL)
SHAPES = "YYYY-MM-DD, YYYY-MM or YYYY"


def checked(value: str, today: str | None = None) -> str:
    """Return `value` as YYYY-MM-DD, YYYY-MM or YYYY; a time of day after a full date is dropped.

    Raises ValueError, its message what is wrong, for another shape, a day that no calendar has, or a
    date after `today` (YYYY-MM-DD; None lets every date pass).
    """
    match = _SHAPE.fullmatch(value.strip())
    if match is None or (match[3] is None and len(value.strip()) > 7):
        raise ValueError(f"{value.strip()[:40]!r} is not a date")
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"{value.strip()!r} is a date that no calendar has") from None
    found = "-".join(part for part in (year, month, day) if part)
    if today is not None and found > today[: len(found)]:
        raise ValueError(f"{found} lies in the future")
    return found
