"""One rumour in many outlets: claims on one situation, counted by their origins and not by their echoes.

Two claims have one origin where their words are the same or nearly so (a wire story printed twice), or where
one outlet is cited by the other, or by both. Nothing else joins them: two unnamed sources are two.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kingmaker.model import Article, Claim, EntityKind, Polarity, Situation
from kingmaker.races.view import Telling

ALIKE = 0.6  # of the runs of three words, this share is common (Broder, 1997: resemblance by shingles)
_FEWEST = 8  # words; shorter tellings ("Ann Lee, the Danish prime minister") are alike by chance


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims that go back to one telling, the earliest first."""

    claims: tuple[Claim, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rumour:
    """What several articles tell of one situation, by origin, the earliest first."""

    situation: Situation
    polarity: Polarity
    origins: tuple[Origin, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, echoes too."""
        return tuple(claim for origin in self.origins for claim in origin.claims)


def rumours(told: Iterable[Telling], articles: Iterable[Article]) -> tuple[Rumour, ...]:
    """Return what more than one article tells, that with most claims first."""
    publishers = {a.id: a.publisher or "" for a in articles}
    groups: dict[tuple[str, Polarity], list[Telling]] = defaultdict(list)
    for one in told:
        groups[one.claim.situation.id, one.claim.polarity].append(one)
    made = [
        Rumour(same[0].claim.situation, same[0].claim.polarity, tuple(_origins(same, publishers)))
        for same in groups.values()
        if len({t.claim.article for t in same}) > 1
    ]
    return tuple(sorted(made, key=lambda r: (-len(r.claims), r.situation.id, r.polarity)))


def _origins(told: Sequence[Telling], publishers: Mapping[str, str]) -> Iterator[Origin]:
    """Yield the origins of claims: the classes of those that are joined, directly or through others."""
    ordered = sorted(told, key=lambda t: (t.published.last if t.published else date.max, t.claim.id))
    of = list(range(len(ordered)))
    words = [_shingles(t.claim) for t in ordered]
    outlets = [_outlets(t.claim, publishers) for t in ordered]
    for i, j in combinations(range(len(ordered)), 2):
        same_article = ordered[i].claim.article == ordered[j].claim.article
        if same_article or _alike(words[i], words[j]) or _cited(outlets[i], outlets[j]):
            low, high = sorted((of[i], of[j]))
            of = [low if root == high else root for root in of]
    for root in sorted(set(of)):
        claims = tuple(t.claim for t, r in zip(ordered, of, strict=True) if r == root)
        named = dict.fromkeys(publishers.get(c.article, "") for c in claims)
        yield Origin(claims, tuple(name for name in named if name))


def _shingles(claim: Claim) -> frozenset[tuple[str, ...]]:
    """Return the runs of three words of a claim's quotes and of what stands around them."""
    # What stands around a quote is cut by length: its outer words may be half words.
    text = " ".join(f"{e.prefix.partition(' ')[2]}{e.quote}{e.suffix.rpartition(' ')[0]}" for e in claim.evidence)
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) if len(words) >= _FEWEST else frozenset()


def _alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    return bool(one and other) and len(one & other) / len(one | other) >= ALIKE


def _outlets(claim: Claim, publishers: Mapping[str, str]) -> tuple[frozenset[str], str]:
    """Return the bodies that a claim goes back to, and the outlet that printed it."""
    chain = [e for e in (claim.source, *claim.via) if e and e.kind is EntityKind.ORGANISATION]
    return frozenset(e.label.casefold() for e in chain), publishers.get(claim.article, "").casefold()


def _cited(one: tuple[frozenset[str], str], other: tuple[frozenset[str], str]) -> bool:
    """Whether two claims go back to one body, or one to the outlet of the other."""
    return bool(one[0] & other[0]) or one[1] in other[0] or other[1] in one[0]
