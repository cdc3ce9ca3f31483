"""How the criteria of a race are written: each with who wants it, then every candidate."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kingmaker.model import Article
    from kingmaker.races import Wanted


def lines(table: "Iterable[Wanted]", articles: "Iterable[Article]") -> Iterator[str]:
    """Yield the criteria as lines of plain text."""
    from kingmaker.cli.claim_words import Sources
    from kingmaker.page.plain import plain

    sources = Sources(articles)
    for one in table:
        parties = ", ".join(dict.fromkeys(plain(c.situation.roles[0][1].label) for c in one.claims))
        yield f"“{plain(one.criterion, 120)}”, wanted by {parties}: {sources.of(one.claims)}"
        for answer in one.answers:
            known = f": {sources.of(answer.claims)}" if answer.claims else ""
            yield f"  {plain(answer.person.label)}: {answer.met}{known}"


def record(table: "Iterable[Wanted]") -> list[dict[str, Any]]:
    """Return the criteria as plain data for JSON; claims are named by their ids."""
    return [
        {
            "criterion": one.criterion,
            "wanted_by": [c.situation.roles[0][1].label for c in one.claims],
            "claims": [c.id for c in one.claims],
            "answers": [
                {"person": a.person.id, "label": a.person.label, "met": a.met.value, "claims": [c.id for c in a.claims]}
                for a in one.answers
            ],
        }
        for one in table
    ]
