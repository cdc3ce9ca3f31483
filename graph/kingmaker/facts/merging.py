"""Claims told more than once in an article, and told once in full and once in short: each is one claim."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kingmaker.facts.modality import ORDER
from kingmaker.model import SHAPES, Claim


def merged(found: Iterable[Claim]) -> tuple[Claim, ...]:
    """Join claims of the same situation, polarity and source: the surest telling, with all the words.

    A telling that leaves out who appointed, nominated or went before is joined to the one that tells it, if
    there is just one such and their times agree.
    """
    kept: dict[tuple[str, str, str], Claim] = {}
    for claim in found:
        key = (claim.situation.id, claim.polarity, claim.source.id if claim.source else "")
        kept[key] = _join(kept[key], claim) if key in kept else claim
    return tuple(sorted(_absorbed(list(kept.values())), key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.id)))


def _absorbed(claims: Sequence[Claim]) -> list[Claim]:
    """Join each claim to the one fuller claim of the same event, the fullest first, so that chains meet."""
    kept = list(claims)
    for claim in sorted(claims, key=lambda c: -len(c.situation.roles)):
        fuller = [other for other in kept if _tells_more(other, claim)]
        if claim in kept and len(fuller) == 1:
            kept.remove(claim)
            joined = _join(fuller[0], claim)
            kept[kept.index(fuller[0])] = replace(joined, situation=fuller[0].situation)
    return kept


def _tells_more(fuller: Claim, claim: Claim) -> bool:
    """Whether a claim tells the same event, in the same voice, with a role more and none otherwise filled."""
    a, b = fuller.situation, claim.situation
    alike = (a.kind, a.value, fuller.polarity, fuller.source) == (b.kind, b.value, claim.polarity, claim.source)
    if not alike or not SHAPES[a.kind].optional or len(a.roles) <= len(b.roles):
        return False
    told = {name: entity.id for name, entity in a.roles}
    same_time = not (fuller.time and claim.time) or fuller.time == claim.time
    return same_time and all(told.get(name) == entity.id for name, entity in b.roles)


def _join(a: Claim, b: Claim) -> Claim:
    surer, other = sorted((a, b), key=lambda c: (ORDER.index(c.certainty), c.evidence[0].start))
    details = dict(other.details) | dict(surer.details)
    evidence = tuple(sorted({*a.evidence, *b.evidence}))
    when = surer if surer.time else other
    return replace(surer, details=tuple(sorted(details.items())), evidence=evidence,
                   time=when.time, time_words=when.time_words)  # fmt: skip
