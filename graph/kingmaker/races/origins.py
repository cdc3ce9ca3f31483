"""Which claims go back to one telling, so that an echo is no second source.

Two claims have one origin where they stand in one article, where their words are the same or nearly so (a
wire story printed twice), and where one outlet is cited by the other, or by both. Nothing else joins them:
two unnamed sources are two.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from types import MappingProxyType

from kingmaker.model import Claim, EntityKind

ALIKE = 0.6  # of the runs of three words, this share is common (Broder, 1997: resemblance by shingles)
FEWEST = 8  # words; shorter tellings ("Ann Lee, the Danish prime minister") are alike by chance

Shingles = frozenset[tuple[str, ...]]


def origins(claims: Sequence[Claim], publishers: Mapping[str, str] = MappingProxyType({})) -> list[list[Claim]]:
    """Return the claims by origin, each in the order given, and the origins by their first.

    `publishers` gives the outlet of an article by its id, as far as it is known.
    """
    of = list(range(len(claims)))
    for one, other in _joined(claims, publishers):
        low, high = sorted((_root(of, one), _root(of, other)))
        of[high] = low
    made: dict[int, list[Claim]] = defaultdict(list)
    for place, claim in enumerate(claims):
        made[_root(of, place)].append(claim)
    return list(made.values())


def _root(of: list[int], place: int) -> int:
    while of[place] != place:
        of[place] = of[of[place]]
        place = of[place]
    return place


def _joined(claims: Sequence[Claim], publishers: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places that have one origin, enough of them to join all that have."""
    first: dict[Hashable, int] = {}
    cited = frozenset(name for claim in claims for name in _cited(claim))
    texts: dict[Shingles, int] = {}
    for place, claim in enumerate(claims):
        printed = publishers.get(claim.article, "").casefold()
        # Two reports of one outlet are two, unless somebody goes back to that outlet.
        outlets = {*_cited(claim), *({printed} & cited)}
        for sign in (claim.article, *sorted(f"outlet {name}" for name in outlets)):
            yield place, first.setdefault(sign, place)
        if words := _shingles(claim):
            yield place, texts.setdefault(words, place)
    yield from _alike(list(texts.items()))


def _cited(claim: Claim) -> frozenset[str]:
    """Return the bodies that a claim goes back to, by their names."""
    return frozenset(
        e.label.casefold() for e in (claim.source, *claim.via) if e and e.kind is EntityKind.ORGANISATION
    )  # fmt: skip


def _shingles(claim: Claim) -> Shingles:
    """Return the runs of three words of a claim's quotes and of what stands around them."""
    # What stands around a quote is cut by length: its outer words may be half words.
    text = " ".join(f"{e.prefix.partition(' ')[2]}{e.quote}{e.suffix.rpartition(' ')[0]}" for e in claim.evidence)
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) if len(words) >= FEWEST else frozenset()


def _alike(texts: Sequence[tuple[Shingles, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose words are nearly the same; only what shares a run of words is compared."""
    with_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, (runs, place) in enumerate(texts):
        common = Counter(other for run in runs for other in with_run[run])
        for other, shared in common.items():
            if shared >= ALIKE * (len(runs) + len(texts[other][0]) - shared):
                yield place, texts[other][1]
        for run in runs:
            with_run[run].append(at)
