"""Claims told more than once in an article are one claim."""

from collections.abc import Iterable
from dataclasses import replace

from kingmaker.facts.modality import ORDER
from kingmaker.model import Claim


def merged(found: Iterable[Claim]) -> tuple[Claim, ...]:
    """Join claims of the same situation, polarity and source: the surest telling, with all the words."""
    kept: dict[tuple[str, str, str], Claim] = {}
    for claim in found:
        key = (claim.situation.id, claim.polarity, claim.source.id if claim.source else "")
        kept[key] = _join(kept[key], claim) if key in kept else claim
    return tuple(sorted(kept.values(), key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.id)))


def _join(a: Claim, b: Claim) -> Claim:
    surer, other = sorted((a, b), key=lambda c: (ORDER.index(c.certainty), c.evidence[0].start))
    details = dict(other.details) | dict(surer.details)
    evidence = tuple(sorted({*a.evidence, *b.evidence}))
    when = surer if surer.time else other
    return replace(surer, details=tuple(sorted(details.items())), evidence=evidence,
                   time=when.time, time_words=when.time_words)  # fmt: skip
