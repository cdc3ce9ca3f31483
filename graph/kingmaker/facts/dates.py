"""Time: the genre's expressions, against the publication date, to EDTF (ISO 8601-2) with their precision.

"In October 2014" -> 2014-10; "last week" -> an interval of days; "this autumn" -> 2023-23 (season 23);
"around 2010" -> 2010~. What the grammar does not know stays words.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

MONTHS = {m.lower(): n for n in range(1, 13) for m in (calendar.month_name[n], calendar.month_abbr[n])} | {"sept": 9}
DAYS = {d.lower(): n for n in range(7) for d in (calendar.day_name[n], calendar.day_abbr[n])}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS = {
    word: n for n, word in enumerate((
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"))
} | {"a": 1, "an": 1, "once": 1, "twice": 2, "thrice": 3, "couple": 2, "dozen": 12}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
Rule = Callable[[re.Match[str], date | None], str | None]
_SEASON = re.compile(r"-2[1-4]$")
_TELLS_YEAR = re.compile(r"\d{4}|year|week|ago|last|next|this|day|morning|night|month")
_ABOUT = re.compile(r"^(?:about|around|circa|roughly|some time in)\s+")


def resolve(words: str, published: str | None, tense: str = "") -> str | None:
    """Return the EDTF of a time expression, or None where the grammar does not know it or has no date to count from."""
    text = " ".join(words.lower().replace(",", " ").split())
    text = re.sub(r"^(?:on|in|at|by|since|until|till|from|during|late|early|mid|the|of)[\s-]+", "", text)
    text = re.sub(r"^(?:the|late|early|mid)[\s-]+", "", text)
    about = _ABOUT.match(text)
    text = text[about.end() :] if about else text
    base = _base(published)
    for pattern, rule in _RULES:
        match = pattern.fullmatch(text)
        if match:
            found = _in_tense(_within_calendar(rule, match, base), base, tense, text)
            return f"{found}~" if found and about and "/" not in found and not _SEASON.search(found) else found
    return None


def _within_calendar(rule: Rule, match: re.Match[str], base: date | None) -> str | None:
    """Apply a rule; a time before the year 1000 or after 9999 stays words."""
    try:
        found = rule(match, base)
    except (OverflowError, ValueError):
        return None
    return found if found is not None and re.match(r"[1-9]\d{2}[\dX](?!\d)", found) else None


def _in_tense(found: str | None, base: date | None, tense: str, text: str) -> str | None:
    """Put a bare month or day into the year that the verb's tense asks for ("past", "future", or "" for either)."""
    if (
        found is None
        or base is None
        or not tense
        or not re.match(r"^\d{4}-(?:0\d|1[0-2])", found)
        or _TELLS_YEAR.search(text)
    ):
        return found
    year, rest = int(found[:4]), found[4:]
    month = base.isoformat()[: len(found)]
    if tense == "past" and found > month:
        return f"{year - 1}{rest}"
    return f"{year + 1}{rest}" if tense == "future" and found < month else found


def number(word: str) -> int | None:
    """Return the whole number a word or numeral tells, or None."""
    text = word.lower().strip()
    return int(text) if text.isascii() and text.isdigit() else NUMBERS.get(text)


def duration(words: str) -> str | None:
    """Return the ISO 8601 duration of "almost nine years", "14 months"; None for anything else."""
    match = re.search(r"(\w+)(?: and a half)?[\s-]+(year|month|week|day)s?\b", words.lower())
    count = number(match[1]) if match else None
    if match is None or count is None:
        decade = re.search(r"\b(?:a|one) decade\b", words.lower())
        return "P10Y" if decade else None
    return f"P{count}{match[2][0].upper()}"


def _base(published: str | None) -> date | None:
    parts = [int(p) for p in (published or "").split("-") if p.isdigit()]
    try:
        return date(*[*parts, 1, 1][:3]) if len(parts) in (1, 2, 3) and parts[0] else None
    except ValueError:
        return None


def _day(match: re.Match[str], base: date | None) -> str | None:
    told = match.groupdict()
    month, day = MONTHS[told["month"]], int(told["day"])
    if told.get("year") is None and base is None:
        return None
    try:
        if told.get("year"):
            return date(int(told["year"]), month, day).isoformat()
        return date(_nearest_year(base, month), month, day).isoformat()
    except ValueError:
        return None


def _nearest_year(base: date | None, month: int) -> int:
    """The year of a bare month: one soon to come, else the last there was."""
    if base is None:
        raise ValueError("a bare month needs a publication date")
    ahead = (month - base.month) % 12
    past = ahead == 0 or ahead > SOON
    return base.year if (month <= base.month) == past or month == base.month else base.year + (-1 if past else 1)


def _month(match: re.Match[str], base: date | None) -> str | None:
    told, which = match.groupdict(), match.groupdict().get("which")
    month = MONTHS[told["month"]]
    if told.get("year"):
        return f"{told['year']}-{month:02d}"
    if base is None:
        return None
    if which == "last":
        year = base.year if month < base.month else base.year - 1
    elif which == "next":
        year = base.year if month > base.month else base.year + 1
    elif which == "this":
        year = base.year
    else:
        year = _nearest_year(base, month)
    return f"{year}-{month:02d}"


def _month_of(match: re.Match[str], base: date | None) -> str | None:
    """ "October last year", "March this year"."""
    shift = {"last": -1, "this": 0, "next": 1}[match["which"]]
    return f"{base.year + shift}-{MONTHS[match['month']]:02d}" if base else None


def _season(match: re.Match[str], base: date | None) -> str | None:
    season, which = SEASONS[match["season"]], match.groupdict().get("which")
    if match.groupdict().get("year"):
        return f"{match['year']}-{season}"
    if base is None:
        return None
    return f"{base.year + {'last': -1, 'next': 1}.get(which or '', 0)}-{season}"


def _weekday(match: re.Match[str], base: date | None) -> str | None:
    if base is None:
        return None
    back = (base.weekday() - DAYS[match["weekday"]]) % 7
    which = match.groupdict().get("which")
    if which == "next":
        return (base + timedelta(days=(7 - back) % 7 or 7)).isoformat()
    return (base - timedelta(days=back or (7 if which == "last" else 0))).isoformat()


def _shifted(match: re.Match[str], base: date | None) -> str | None:
    """ "Last week", "this month", "next year"."""
    if base is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[match["which"]]
    if match["unit"] == "year":
        return f"{base.year + step}"
    if match["unit"] == "month":
        months = base.year * 12 + base.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _ago(match: re.Match[str], base: date | None) -> str | None:
    count = number(match["count"])
    if base is None or count is None:
        return None
    sign = 1 if match.groupdict().get("ahead") else -1
    if match["unit"] == "year":
        return f"{base.year + sign * count}"
    if match["unit"] == "month":
        months = base.year * 12 + base.month - 1 + sign * count
        return f"{months // 12}-{months % 12 + 1:02d}"
    days = count * (7 if match["unit"] == "week" else 1)
    return (base + sign * timedelta(days=days)).isoformat()


def _near_day(match: re.Match[str], base: date | None) -> str | None:
    shift = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[match["near"]]
    return (base + timedelta(days=shift)).isoformat() if base else None


def _long_ago(match: re.Match[str], base: date | None) -> str | None:
    if base is None:
        return None
    return f"{base.year - 10}" if match["span"] == "decade" else (base - timedelta(days=14)).isoformat()


def _day_before(match: re.Match[str], base: date | None) -> str | None:
    return (base - timedelta(days=2)).isoformat() if base else None


def _quarter(match: re.Match[str], base: date | None) -> str | None:
    """ "The second quarter of 2023": from April to June."""
    year, last = match["year"] or (f"{base.year}" if base else None), 3 * QUARTERS[match["quarter"]]
    return f"{year}-{last - 2:02d}/{year}-{last:02d}" if year else None


def _decade(match: re.Match[str], base: date | None) -> str | None:
    """ "The early 2000s": the decade, of which EDTF has no half."""
    return f"{match['decade']}X"


def _years(match: re.Match[str], base: date | None) -> str | None:
    """ "From 2010 to 2014", "2010-14"."""
    first, last = match["first"], match["last"]
    last = first[:2] + last if len(last) == 2 else last
    return f"{first}/{last}" if first <= last else None


def _feast(match: re.Match[str], base: date | None) -> str | None:
    """ "Last Christmas", "New Year's Day"; feasts without a fixed day stay words."""
    if base is None:
        return None
    month, day = FEASTS[match["feast"]]
    which, year = match.groupdict().get("which"), base.year
    if which in ("last", "past", "previous"):
        year -= (month, day) >= (base.month, base.day)
    elif which in ("next", "coming"):
        year += (month, day) <= (base.month, base.day)
    elif which != "this":
        year = _nearest_year(base, month)
    return date(year, month, day).isoformat()


def _edge(match: re.Match[str], base: date | None) -> str | None:
    """ "The end of the year", "the start of next year", "the end of June 2026": the month at that edge."""
    year = int(match["year"]) if match["year"] else None
    if year is None:
        if base is None:
            return None
        year = base.year + {"last": -1, "next": 1}.get(match["which"] or "", 0)
    return f"{year}-{12 if match['edge'] in ('end', 'close') else 1:02d}"


def _year(match: re.Match[str], base: date | None) -> str | None:
    return match["year"]


QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
FEASTS = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's eve": (12, 31),
          "new year": (1, 1), "new year's day": (1, 1)}  # fmt: skip
SOON = 3  # months ahead that a bare month may lie
_WEEKDAY = "|".join(sorted(DAYS, key=len, reverse=True))
_WHICH = r"(?:(?P<which>last|this|next|past|previous|coming)\s+)"
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule) for pattern, rule in (
        (rf"(?:(?:{_WEEKDAY}) )?{_DAY}(?: of)? {_MONTH}(?: {_YEAR})?", _day),
        (rf"(?:(?:{_WEEKDAY}) )?{_MONTH} {_DAY}(?: {_YEAR})?", _day),
        (rf"(?:late |early |mid-?)?{_MONTH} (?:of )?{_YEAR}", _month),
        (rf"{_MONTH} (?:of )?(?P<which>last|this|next) year", _month_of),
        (rf"{_WHICH}?{_MONTH}", _month),
        (rf"(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)? {_YEAR}", _season),
        (rf"{_WHICH}?(?:the )?(?P<season>spring|summer|autumn|fall|winter)", _season),
        (rf"{_WHICH}?(?P<weekday>{_WEEKDAY})(?: (?:morning|evening|night|afternoon))?", _weekday),
        (rf"(?:earlier |later |the )?{_WHICH}(?P<unit>week|month|year)", _shifted),
        (r"(?P<count>\w+) (?P<unit>day|week|month|year)s? (?:ago|earlier|before|back)", _ago),
        (r"(?P<ahead>in) (?P<count>\w+) (?P<unit>day|week|month|year)s?(?: time)?", _ago),
        (r"a (?P<span>fortnight|decade)(?: ago| earlier| back)", _long_ago),
        (r"(?:the )?day before yesterday", _day_before),
        (rf"(?:the )?(?P<quarter>first|second|third|fourth|final|last) quarter(?: (?:of )?{_YEAR})?", _quarter),
        (r"(?:the )?(?:early |mid-?|late )?(?P<decade>(?:18|19|20)\d)0s", _decade),
        (r"(?:between )?(?P<first>(?:18|19|20)\d\d) ?(?:to|and|until|till|-|–) ?(?P<last>(?:18|19|20)?\d\d)", _years),
        (rf"{_WHICH}?(?P<feast>christmas(?: day| eve)?|new year(?:'s (?:day|eve))?)", _feast),
        (rf"(?:the )?(?P<edge>end|close|start|beginning) of (?:the |{_WHICH})?(?:year|{_YEAR})", _edge),
        (r"(?P<near>today|tonight|yesterday|tomorrow)", _near_day),
        (_YEAR, _year),
    )
)  # fmt: skip
