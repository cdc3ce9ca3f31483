"""How headlines, standfirsts and headings look among an article's lines."""

import re
from collections.abc import Sequence

from kingmaker.articles import furniture
from kingmaker.articles.layout import Unit, ends

HEADLINE_WITHIN = 8  # lines from the top; above it stand section labels and menus
_STAMP = 16  # a live blog's time, at the length of "12.05 p.m. NZDT"; its post's heading stands beside it
_WORD = re.compile(r"\w+")
_OPENS = re.compile(r"""["'(\[#@*_]*\s?[^\W_]""")


def headline_at(units: Sequence[Unit], lines: Sequence[str], title: str | None) -> int | None:
    """Return which line is the headline: the one that says the title, else a first line that looks it."""
    if title:
        for at, line in enumerate(lines[:HEADLINE_WITHIN]):
            if _same(line, title):
                return at
    for at, line in enumerate(lines[:HEADLINE_WITHIN]):
        masthead = len(line.split()) < 3 and not ends(line) and not units[at].bullet
        if not masthead and furniture.kind_of(line, "above") is None:
            return at if _looks_a_headline(units, lines, at) else None
    return None


def _same(line: str, title: str) -> bool:
    """Whether a line is the title, give or take a site's name, a label or a word."""
    if len(line) > 400:
        return False
    ours, theirs = (set(_WORD.findall(text.casefold())) for text in (line, title))
    shared = len(ours & theirs)
    smaller, larger = sorted((len(ours), len(theirs)))
    return shared > 0 and (shared >= 0.75 * larger or (smaller >= 4 and shared == smaller and larger <= 2 * smaller))


def _looks_a_headline(units: Sequence[Unit], lines: Sequence[str], at: int) -> bool:
    line, rest = lines[at], range(at + 1, len(lines))
    short = len(line) <= 200 and len(line.split()) <= 30
    stops = line.endswith((".", ";", ":", ",")) or (ends(line) and line[-1] in "\"')" and line[-2:-1] == ".")
    body = any(len(lines[other]) > len(line) or ends(lines[other]) for other in rest)
    return short and not stops and not units[at].bullet and not line[0].islower() and body


def is_standfirst(units: Sequence[Unit], lines: Sequence[str], at: int, byline_follows: bool) -> bool:
    """Whether a line before the first paragraph sums it up: no sentence, or with a byline below."""
    line = lines[at]
    if at + 1 == len(lines) or len(line) > 400:
        return False
    if byline_follows or (units[at].bullet and not ends(line)):
        return True
    return not ends(line) and len(line.split()) >= 5 and len(line) <= 250


def is_heading(units: Sequence[Unit], lines: Sequence[str], at: int) -> bool:
    """Whether a line heads what follows: short, no sentence (a question may be), and with text below it."""
    line, unit = lines[at], units[at]
    if at + 1 == len(lines) or unit.bullet or len(line) > 90 or len(line.split()) > 14:
        return False
    before = at == 0 or units[at - 1].chunk != unit.chunk or ends(lines[at - 1])
    starts = before or len(lines[at - 1]) < _STAMP
    asks = line.endswith("?") and len(line.split()) <= 10 and line[0] not in "\"'"
    opens = _OPENS.match(line) is not None and not line[0].islower()
    return starts and opens and (asks or (not ends(line) and not line.endswith(",")))
