"""What the words beside an office phrase tell of its time: "formerly head of NATO", "leader since 2014"."""

import re

from kingmaker.text.tree import Tree

CLOSING = frozenset({",", ")", ".", "-", ";", ":", "?", "!"})
FROM = frozenset(
    {"since", "until", "till", "from", "between", "for", "in", "under"}
)  # what begins a time after a title
LONGEST = 6  # words before an office that tell its time
# Each reads the words between a comma and the office; the first group tells whether the time is past.
PAST = re.compile(
    r"^(?:formerly|previously|erstwhile|sometime|at one time|for a time|briefly|long|"
    r"(?:until|till|up to) (?:very )?(?:recently|yesterday|lately|then|(?:early |late |mid-)?(?:19|20)\d\d"
    r"|(?:last|this|earlier this) \w+(?: \w+)?|(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)(?: (?:19|20)\d\d)?|(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:a|two|three|four|five) "
    r"(?:few )?(?:days?|weeks?|months?|years?) ago|(?:his|her) \w+))$"
)
PRESENT = re.compile(
    r"^(?:currently|presently|also|since (?:(?:19|20)\d\d|last \w+|\w+ (?:19|20)\d\d)|for (?:the past )?\w+ years)$"
)


def time_before(tree: Tree, start: int) -> tuple[int, bool] | None:
    """Return where the words begin that tell the time of an office at word `start`, and whether it is past.

    They stand between it and a comma, a bracket or a dash: "Ada Eze, until last month its president, ..."
    """
    if start and tree[start - 1].text == ",":
        start -= 1  # "until last year, its president"
    for first in range(start - 1, max(0, start - LONGEST) - 1, -1):
        if tree[first].text in (",", "(", "-") or tree[first].sent != tree[start].sent:
            break
        words = tree.phrase(first, start).lower()
        if first and tree[first - 1].text in (",", "(", "-") and (PAST.match(words) or PRESENT.match(words)):
            return first, PAST.match(words) is not None
    return None


def time_after(tree: Tree, end: int) -> int:
    """Return where the time of a title ends that stands after it: "leader since 2014", "from 2005 to 2013"."""
    if end >= len(tree) or tree[end].lower not in FROM:
        return end
    at = end + 1
    while at < len(tree) and at - end < 9 and tree[at].sent == tree[end].sent and tree[at].text not in CLOSING:
        if tree[at].lower == "and" and not tree[at - 1].text.isdigit():
            break
        at += 1
    told = any(w.text.isdigit() or w.lower in ("last", "this", "recently") for w in tree.words[end:at])
    return at if told or tree[end].lower == "under" else end
