"""Departures: those that somebody only asks for, and what those that happened mean for a title beside a name."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kingmaker.lexicon.terms import terms
from kingmaker.model import Certainty, Claim, Kind, Polarity, Situation
from kingmaker.text.tree import Tree, Word

RECENT = 3  # months
REACH = 4  # governors up from the departure


def demanded(tree: Tree, at: int) -> Word | None:
    """Return the word that asks for a departure, or None where it is told."""
    for depth, above in enumerate(tree.ancestors(at)):
        if above.lemma in terms().demands:
            return above if _asks(tree, at, above) else None
        if depth >= REACH or (above.is_verb and above.lemma not in ("be", "have", "make", "join")):
            return None
    return None


def _asks(tree: Tree, at: int, above: Word) -> bool:
    """Whether a verb asks for the clause or thing below it, and does not report it ("told reporters she had quit")."""
    word = tree[at]
    if above.lemma not in ("tell", "ask", "order", "advise") or not word.is_verb:
        return True
    return word.head == above.i and any(k.lower == "to" for k in tree.kids(at, "aux"))


def has_happened(tree: Tree, at: int) -> bool:
    """Whether a verb tells what has happened: the past or the perfect, no modal, no "to"."""
    word, auxiliaries = tree[at], {k.lower for k in tree.kids(at, "aux", "auxpass")}
    planned = bool({k.tag for k in tree.kids(at, "aux")} & {"MD", "TO"}) or "being" in auxiliaries
    return word.tag in ("VBD", "VBN") and not planned


def after_departures(found: Sequence[Claim], done: Collection[int], published: str | None) -> Iterator[Claim]:
    """Yield the claims; who has lately left a post by a plain word (`done` says which) holds it no longer.

    So "Housing minister Rachel Moss has been dumped" tells a former minister, and "Governor Reis will
    resign in May" a sitting one.
    """
    gone = {
        (claim.situation.role("holder"), claim.situation.role("post"))
        for at, claim in enumerate(found)
        if at in done and _is_plain(claim) and _is_recent(claim.time, published)
    }
    for claim in found:
        situation = claim.situation
        if situation.kind is Kind.TENURE and situation.value == "current" and not claim.details:
            held = (situation.role("holder"), situation.role("post"))
            if held in gone:
                yield replace(claim, situation=Situation(situation.kind, situation.roles, "former"))
                continue
        yield claim


def _is_plain(claim: Claim) -> bool:
    return (
        claim.situation.kind is Kind.DEPARTURE
        and claim.polarity is Polarity.POSITIVE
        and claim.certainty is Certainty.CERTAIN
        and claim.source is None
    )


def _is_recent(time: str | None, published: str | None) -> bool:
    """Whether a departure is so late that a title told beside it is of the post just left."""
    if time is None:
        return True
    if published is None or len(published) < 7 or not time[:4].isdigit():
        return False
    months = int(published[:4]) * 12 + int(published[5:7]) - int(time[:4]) * 12
    month = time[5:7]
    return 0 <= months - int(month) <= RECENT if month.isdigit() and int(month) <= 12 else months <= 12
