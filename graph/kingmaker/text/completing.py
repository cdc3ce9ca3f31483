"""What the words after an office phrase tell of its time: "prime minister until last year", "from 2005 to 2013"."""

import re
from dataclasses import replace

from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.title_times import time_before
from kingmaker.text.tree import Tree

STAYING = frozenset(
    {"stay", "remain", "continue", "serve", "act", "keep", "extend", "reappoint", "re-elect", "retain", "want", "ask"}
)
LONGEST = 60  # characters after an office in which its time is told
YEAR = r"(?:1[89]|20)\d\d"
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
UNTIL = re.compile(
    rf"^,? ?(?:until|till|up to) (?:{MONTH} |early |late |mid-?|the end of )*"
    rf"(?:(?P<year>{YEAR})|last |recently|this (?:week|month|spring|summer|autumn|year)|yesterday|(?:his|her|the|a) \w+"
    rf"|{MONTH}\b|(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:he|she|it) )",
)
SPAN = re.compile(
    rf"^,? ?\(?(?:from |between |in )?(?:{MONTH} )?{YEAR},? ?(?:to|until|-|and) ?"
    rf"(?:{MONTH} )?(?P<year>{YEAR}|\d\d)\b"
)
ONCE = re.compile(
    r"^,? ?(?:in the (?:late |early )?(?:1[89]|20)\d0s|at the time|(?:long|years|decades|months) ago|back then)\b"
)
UNDER = re.compile(r"^,? ?under (?:(?:then |the )?(?:[Pp]rime )?\w+ )?[A-Z]")


def with_time(tree: Tree, mention: Mention, year: int | None) -> Mention:
    """Return an office mention as former where the words after it say that its time is past by `year`."""
    office = mention.office
    if mention.kind is not MentionKind.OFFICE or office is None or office.status != "current":
        return mention
    before = time_before(tree, mention.start)
    past = before is not None and before[1]
    if not past and (mention.end >= len(tree) or _goes_on(tree, mention) or not _is_over(tree, mention, year)):
        return mention
    return replace(mention, office=replace(office, status="former"))


def _is_over(tree: Tree, mention: Mention, year: int | None) -> bool:
    after = _after(tree, mention)
    return _is_past(after.lower(), year) or UNDER.match(after) is not None


def _goes_on(tree: Tree, mention: Mention) -> bool:
    """Whether somebody is to stay: "will serve as mayor until April"."""
    above = [w for _, w in zip(range(3), tree.ancestors(mention.head), strict=False)]
    return any(w.lemma in STAYING for w in above)


def _after(tree: Tree, mention: Mention) -> str:
    """Return what follows an office in its sentence."""
    stop = tree.sentence(mention.end - 1)[1]
    if stop <= mention.end:
        return ""
    base, start = tree.block.span.start, tree[mention.end - 1].end
    return tree.text[start - base : tree[stop - 1].end - base][:LONGEST]


def _is_past(after: str, year: int | None) -> bool:
    if ONCE.match(after):
        return True
    found = SPAN.match(after) or UNTIL.match(after)
    if found is None:
        return False
    told = found["year"]
    if told is None or year is None:
        return year is None or told is None
    return (int(told) if len(told) == 4 else year // 100 * 100 + int(told)) <= year
