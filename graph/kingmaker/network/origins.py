"""How many articles tell something on their own: a report that several carry word for word counts once."""

from collections.abc import Iterable

from kingmaker.model import Claim, Evidence

# Fewer words than these, with what stands around them, may be the same by chance: "Romania backs Rutte".
COPIED = 6


def independent(claims: Iterable[Claim]) -> int:
    """Return in how many articles claims are told, those that tell them in the same words counted as one.

    The same words are COPIED or more, blind to case and space, with what stands before and after the quote.
    """
    origin: dict[str, str] = {}
    first_with: dict[str, str] = {}
    for claim in claims:
        mine = _first(origin, claim.article)
        for words in filter(None, map(_words, claim.evidence)):
            origin[_first(origin, first_with.setdefault(words, mine))] = mine
    return len({_first(origin, article) for article in origin})


def _first(origin: dict[str, str], article: str) -> str:
    """Return the article that stands for all that share their words with this one."""
    while origin.setdefault(article, article) != article:
        article = origin[article]
    return article


def _words(evidence: Evidence) -> str | None:
    told = f"{evidence.prefix}{evidence.quote}{evidence.suffix}".casefold().split()
    return " ".join(told) if len(told) >= COPIED else None
