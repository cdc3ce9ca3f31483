"""What `build` tells a person when it is done: what was read, what it says, and where to look next."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kingmaker.articles import Refused
    from kingmaker.model import Article, Claim
    from kingmaker.page.model import Candidate, Race
    from kingmaker.store import Counts, Store

RACES_SHOWN = 5
CANDIDATES_SHOWN = 9


def summary(
    claims: "Sequence[Claim]",
    articles: "Sequence[Article]",
    added: "Counts",
    refused: "Sequence[Refused]",
    output: Path,
) -> str:
    """Return the summary of a store after a build, as lines of plain text."""
    return "\n".join(_lines(claims, articles, added, refused, output))


def layer(store: "Store") -> str:
    """Return a line on the asserted edges of a store and on the threshold they were derived at."""
    from kingmaker.rdf.namespaces import ASSERTED

    found = store.quads.quads_for_pattern(None, None, None, ASSERTED)
    edges = sum(quad.subject != ASSERTED for quad in found)
    sure = store.threshold if store.threshold == "certain" else f"{store.threshold} or surer"
    return f"{_count(edges, 'edge')} asserted, of what is told as {sure}, on record and not denied"


def _lines(
    claims: "Sequence[Claim]",
    articles: "Sequence[Article]",
    added: "Counts",
    refused: "Sequence[Refused]",
    output: Path,
) -> Iterator[str]:
    from kingmaker.page import compose

    yield f"{_count(len(articles), 'article')} ({added.articles} new), " + (
        f"{_count(len(claims), 'claim')} ({added.claims} new)"
    )
    yield from _claims(claims)
    races = compose(claims, articles).races
    for race in races[:RACES_SHOWN]:
        yield ""
        yield from _race(race)
    if len(races) > RACES_SHOWN:
        yield f"\n... and {_count(len(races) - RACES_SHOWN, 'further race')}"
    if refused:
        yield f"\n{_count(len(refused), 'input')} refused; the lines above say why"
    yield ""
    yield f"Browse  {output / 'graph.html'}"
    yield f"Share   {output / 'graph.ttl'}, {output / 'graph.trig'}"
    elsewhere = "" if str(output) == "output" else f" --store {output / 'store'}"
    yield f"Ask     kingmaker query --list{elsewhere}"


def _claims(claims: "Sequence[Claim]") -> Iterator[str]:
    kinds = Counter(str(c.situation.kind) for c in claims)
    if not kinds:
        yield "  no claims about public posts were found"
        return
    yield "  " + ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items(), key=lambda k: (-k[1], k[0])))
    hedged = sum(c.certainty != "certain" for c in claims)
    denied = sum(c.polarity == "negative" for c in claims)
    sourced = sum(c.source is not None for c in claims)
    yield f"  {hedged} hedged, {denied} denied, {sourced} on a source's word, the rest in the articles' own voice"


def _race(race: "Race") -> Iterator[str]:
    yield f"{race.post} ({_count(race.claims, 'claim')})"
    for candidate in race.candidates[:CANDIDATES_SHOWN]:
        yield f"  {candidate.name}: {_standing(candidate)}"
        for title, chips in candidate.groups:
            yield f"    {title.lower()} {', '.join(_marked(c.text, c.mark) for c in chips)}"
    more = race.more + max(0, len(race.candidates) - CANDIDATES_SHOWN)
    if more:
        yield f"  ... and {more} more"


def _standing(candidate: "Candidate") -> str:
    told = ", ".join(_marked(chip.text, chip.mark) for chip in candidate.standing)
    return told or "no standing told"


def _marked(text: str, mark: str) -> str:
    return f"{text} ({mark})" if mark else text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
