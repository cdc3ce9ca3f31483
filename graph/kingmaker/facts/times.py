"""When a situation held and for how long: the words beside a trigger."""

import re

from kingmaker.facts.dates import duration, number, resolve
from kingmaker.model import Kind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

TIMED = re.compile(r"\b(once|twice|thrice|(\w+) times)\b", re.I)
THEN = re.compile(r"(at (the|that) time|back then)\b", re.I)
STATES = frozenset({"be", "have", "serve", "hold", "run", "lead", "head", "chair", "sit", "remain"})
ORDINALS = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}


def time_of(reading: Reading, tree: Tree, at: int) -> tuple[str | None, str | None]:
    """Return the EDTF of the time expression that belongs to a word, and the expression itself."""
    below = set(tree.subtree(at))
    for name in sorted(tree.names, key=lambda n: abs(n.start - at)):
        if name.label == "DATE" and name.start in below and not _within_clause(tree, name.start, at):
            words = tree.phrase(name.start, name.end)
            when = resolve(words, reading.article.published, _tense(tree, at))
            if when is not None:
                return when, words
    return _time_before(reading, tree, at), None


def _time_before(reading: Reading, tree: Tree, at: int) -> str | None:
    """ "At the time he said": the time told last in the sentence before."""
    start, end = tree.sentence(at)
    if not THEN.match(tree.phrase(start, end)) or not start:
        return None
    told = (n for n in reversed(tree.names) if n.label == "DATE" and tree[n.start].sent == tree[at].sent - 1)
    times = (resolve(tree.phrase(n.start, n.end), reading.article.published, "past") for n in told)
    return next((when for when in times if when is not None), None)


def _tense(tree: Tree, at: int) -> str:
    word = tree[at]
    auxiliaries = {k.lower for k in tree.kids(at, "aux", "auxpass")}
    planned = word.tag in ("VBZ", "VBP", "VBG") and word.lemma not in STATES  # "takes charge on Sept 1"
    if auxiliaries & {"will", "'ll", "shall", "to", "would"} or planned:
        return "future"
    return "past" if word.tag == "VBD" or (word.tag == "VBN" and auxiliaries) else ""


def _within_clause(tree: Tree, word: int, at: int) -> bool:
    """Whether a word belongs to a clause embedded below `at`."""
    for above in tree.ancestors(word):
        if above.i == at:
            return False
        if above.is_verb or above.dep == "appos":
            return True
    return tree[word].dep != "appos"


def details_of(reading: Reading, tree: Tree, at: int, kind: Kind) -> tuple[tuple[str, str], ...]:
    """Return a kind's further fields as the words beside a trigger tell them, sorted by name."""
    start, end = tree.sentence(at)
    below = [i for i in tree.subtree(at) if start <= i < end]
    phrases = [n for n in tree.names if n.label == "DATE" and n.start in below]
    found: dict[str, str] = {}
    if kind is Kind.TENURE:
        for name in phrases:
            words, before = (
                tree.phrase(name.start, name.end),
                tree[name.start - 1].lower if name.start else "",
            )
            if before in ("for", "almost", "nearly") and (length := duration(words)):
                found["duration"] = length
            elif before == "since" and (when := resolve(words, reading.article.published, "past")):
                found["start"] = when
            elif before in ("until", "till") and (when := resolve(words, reading.article.published, _tense(tree, at))):
                found["end"] = when
    if kind is Kind.EXTENSION:
        for name in phrases:
            before = tree[name.start - 1].lower if name.start else ""
            if before in ("until", "till", "to") and (
                when := resolve(tree.phrase(name.start, name.end), reading.article.published)
            ):
                found["until"] = when
        times = TIMED.search(tree.phrase(start, end))
        count = number(times[2] or times[1]) if times and "extend" in tree[at].lemma else None
        if count:
            found["times"] = str(count)
    return tuple(sorted(found.items()))
