"""What `build` tells a person when it is done: what was read, what it says, and where to look next."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kingmaker.articles import Refused
    from kingmaker.model import Article, Claim
    from kingmaker.page.model import Entry, Race
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
    from kingmaker.page import raced

    yield f"{_count(len(articles), 'article')} ({added.articles} new), " + (
        f"{_count(len(claims), 'claim')} ({added.claims} new)"
    )
    yield from _claims(claims)
    races, names = raced(claims, articles)
    for race in races[:RACES_SHOWN]:
        yield ""
        yield from _race(race, names)
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


def _race(race: "Race", names: Mapping[str, str]) -> Iterator[str]:
    yield f"{race.post} ({_count(race.claims, 'claim')})"
    contests = [race.contests[number] for number in reversed(race.now.contests)]
    for contest in contests:
        yield from [f"  {contest.title}"] if len(contests) > 1 else []
        entries = [race.entries[number] for number in contest.entries]
        for entry in entries[:CANDIDATES_SHOWN]:
            yield f"  {names[entry.person]}: {_standing(race, entry)}"
            for title, actors in _behind(race, entry, names).items():
                yield f"    {title.lower()} {', '.join(actors)}"
        if len(entries) > CANDIDATES_SHOWN:
            yield f"  ... and {len(entries) - CANDIDATES_SHOWN} more"


def _standing(race: "Race", entry: "Entry") -> str:
    shown = [race.steps[i] for i in (*([entry.now] if entry.now >= 0 else []), *entry.beside)]
    return ", ".join(_marked(step.text, step.mark) for step in shown) or "no standing told"


def _behind(race: "Race", entry: "Entry", names: Mapping[str, str]) -> dict[str, list[str]]:
    """Return who stands how, by heading, as far as it is their last word."""
    found: dict[str, list[str]] = {}
    for stand in (race.stands[i] for i in entry.stands):
        if stand.current:
            found.setdefault(stand.title, []).append(_marked(names[stand.actor], stand.mark))
    return found


def _marked(text: str, mark: str) -> str:
    return f"{text} ({mark})" if mark else text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
