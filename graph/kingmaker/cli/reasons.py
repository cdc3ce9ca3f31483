"""How `explain` and `extract --explain` write why a claim is there."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kingmaker.facts.explanation import Reason
    from kingmaker.model import Article, Claim, Situation


def written(article: "Article", claims: "Iterable[Claim]", reasons: "Iterable[Reason]") -> Iterator[str]:
    """Yield a block of plain text for each claim of an article, then one for each dropped trigger."""
    kept = list(reasons)
    yield f"# {article.title or article.path or article.id}"
    for claim in claims:
        yield "\n".join(claim_lines(claim, [r for r in kept if r.claim == claim.id]))
    for reason in kept:
        if reason.claim is None:
            yield "\n".join(_dropped_lines(reason))


def claim_lines(claim: "Claim", reasons: "Iterable[Reason]") -> Iterator[str]:
    """Yield the lines that tell a claim, and each of its tellings: sentence, frame, roles and cues."""
    yield f"{claim.id}  {situation_line(claim.situation)}"
    yield f"  {claim.polarity}, {claim.certainty}, says {speaker(claim)}" + (f", {claim.time}" if claim.time else "")
    for reason in reasons:
        yield f"  in     {one_line(reason.sentence)}"
        yield f"  frame  {reason.frame}" + (f" at {reason.trigger!r}" if reason.trigger else "")
        for filled in reason.roles:
            by = repr(filled.words) if filled.words else "no word of the quote: the post spoken of"
            yield f"  role   {filled.role} = {filled.entity}, by {by}"
        if reason.cues:
            yield f"  cues   {', '.join(reason.cues)}"


def situation_line(situation: "Situation") -> str:
    """Return a situation in words: its kind, its value, and who is who in it."""
    value = f" {situation.value}" if situation.value else ""
    roles = ", ".join(f"{role}={entity.label}" for role, entity in situation.roles)
    return one_line(f"{situation.kind}{value}: {roles}")


def speaker(claim: "Claim") -> str:
    """Return whose word a claim is, with those who are cited for it."""
    said = claim.source.label if claim.source else "the article"
    return one_line(said + (f", citing {', '.join(e.label for e in claim.via)}" if claim.via else ""))


def _dropped_lines(reason: "Reason") -> Iterator[str]:
    yield f"dropped  {reason.frame}" + (f" at {reason.trigger!r}" if reason.trigger else "") + f": {reason.dropped}"
    yield f"  in     {one_line(reason.sentence)}"


def one_line(text: str) -> str:
    """Return text on one line, with nothing in it that could write elsewhere on a terminal."""
    return " ".join("".join(c if c.isprintable() or c == "\n" else " " for c in text).split())
