"""A tie between two as lines of text and as JSON: what it says, in whose words, and who denies it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kingmaker.cli.claim_words import Sources
    from kingmaker.network import Tie


def said(one: "Tie") -> str:
    """Return what the surest claim of a tie says, its hedge in the words: "Romania backs Mark Rutte"."""
    from kingmaker.cli.claim_words import sentence
    from kingmaker.network.lines import lines
    from kingmaker.page import words
    from kingmaker.page.plain import plain

    claim = one.claims[0]
    situation = claim.situation
    line = next(line for line, *_ in lines(situation) if line.named(situation.value) == one.relation)
    if line.end == "post":
        return f"{sentence(claim)}{_mark(one)}"
    role = next((r for r in (line.start, line.end) if (situation.kind, r) in words.PHRASES), "")
    post = situation.role("post")
    about = f" ({plain(post.label)})" if post else ""
    return f"{plain(one.start.label)} {words.phrase(claim, role)} {plain(one.end.label)}{about}{_mark(one)}"


def _mark(one: "Tie") -> str:
    unnamed = one.affirming and all(c.source_kind == "unnamed" for c in one.affirming)
    return " (unnamed sources)" if unnamed else ""


def in_words(one: "Tie", sources: "Sources") -> Iterator[str]:
    """Yield the words that tell a tie, and those that deny it."""
    if one.affirming:
        yield sources.of(one.affirming)
    if one.denying:
        yield f"denied: {sources.of(one.denying)}"


def in_short(one: "Tie") -> str:
    """Return the relation of a tie, marked where nobody settles it."""
    return one.relation if one.told == "settled" else f"{one.relation} ({one.told})"


def tie_record(one: "Tie", sources: "Sources") -> dict[str, Any]:
    """Return a tie as plain data for JSON."""
    return {
        "from": one.start.id, "to": one.end.id, "relation": one.relation, "says": said(one), "told": one.told,
        "weight": one.weight, "claims": [sources.record(claim) for claim in one.claims],
    }  # fmt: skip
