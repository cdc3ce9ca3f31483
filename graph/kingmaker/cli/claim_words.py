"""A claim as one sentence, and its words with who says so: what several verbs write."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kingmaker.model import Article, Claim, Entity


def sentence(claim: "Claim") -> str:
    """Return what a claim says: "Hungary does not back Mark Rutte (Secretary General of NATO)"."""
    from kingmaker.page import words
    from kingmaker.page.plain import plain

    roles = [(name, plain(entity.label)) for name, entity in claim.situation.roles]
    subject, rest = roles[0][1], roles[1:]
    others = [label for name, label in rest if name not in ("post", "predecessor", "appointer", "nominator")]
    post = [f"({label})" for name, label in rest if name == "post"]
    wish = words.wish(claim.situation)
    return " ".join(filter(None, [subject, words.phrase(claim), *others, wish, *post]))


def entity_record(entity: "Entity") -> dict[str, str]:
    """Return an entity as plain data for JSON."""
    return {"id": entity.id, "label": entity.label}


class Sources:
    """Tells whose word a claim is, where and in which words; knows the articles."""

    def __init__(self, articles: "Iterable[Article]") -> None:
        self._articles: Mapping[str, Article] = {article.id: article for article in articles}

    def of(self, claims: "Sequence[Claim]") -> str:
        """Return the words of the first of some claims, whose they are, and how many more there are."""
        first = claims[0]
        more = f" and {len(claims) - 1} more" if len(claims) > 1 else ""
        return f"{self._quote(first)}{self._speaker(first)} ({self._where(first)}){more}"

    def record(self, claim: "Claim") -> dict[str, Any]:
        """Return a claim as plain data for JSON: what it says, in which words, whose, where, how surely."""
        article = self._articles.get(claim.article)
        return {
            "id": claim.id, "says": sentence(claim), "polarity": claim.polarity.value,
            "certainty": claim.certainty.value, "source": claim.source.label if claim.source else None,
            "via": [e.label for e in claim.via], "quote": claim.evidence[0].quote if claim.evidence else None,
            "article": claim.article, "publisher": article.publisher if article else None,
            "published": article.published if article else None,
        }  # fmt: skip

    def _quote(self, claim: "Claim") -> str:
        from kingmaker.page.plain import plain

        return f"“{plain(claim.evidence[0].quote, 90)}”" if claim.evidence else "no words"

    def _speaker(self, claim: "Claim") -> str:
        from kingmaker.page import words

        return "" if claim.source is None and not claim.via else f" {words.who_says_so(claim)}"

    def _where(self, claim: "Claim") -> str:
        from kingmaker.page.plain import plain

        article = self._articles.get(claim.article)
        parts = (plain(article.publisher), article.published) if article else ()
        return ", ".join(filter(None, parts)) or "no date"
