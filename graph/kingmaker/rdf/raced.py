"""Races as quads, in a graph of their own that is derived from the claims and rebuilt with them.

They point one way: a step to its entry, an entry to its race, a race to its post; and races and steps to
the claims they rest on.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from kingmaker.ids import content_id, iri
from kingmaker.races import Entry, Race, Step
from kingmaker.rdf.literals import day
from kingmaker.rdf.namespaces import RACES, TYPE, Term, Triple, concept, km, node


def raced(races: Iterable[Race]) -> Iterator[Quad]:
    """Yield the quads of races, in the graph of races."""
    for race in races:
        yield from (Quad(*triple, RACES) for triple in _race(race))


def _race(race: Race) -> Iterator[Triple]:
    it = node(race.id, "race")
    yield it, TYPE, km("Race")
    yield it, km("post"), _node(race.post.id)
    yield from _days(it, opened=race.opened, closed=race.closed)
    yield from ((it, km("outcome"), _node(person.id)) for person in race.outcomes)
    yield from ((it, km("decider"), _node(actor.id)) for actor in race.deciders)
    yield from ((it, km("restsOn"), _node(claim.id)) for claim in race.claims)
    for entry in race.entries:
        yield from _entry(race, entry)


def _entry(race: Race, entry: Entry) -> Iterator[Triple]:
    name = content_id("entry", (race.id, entry.person.id))
    it = _node(name)
    yield it, TYPE, km("Entry")
    yield it, km("race"), _node(race.id)
    yield it, km("candidate"), _node(entry.person.id)
    if entry.standing:
        yield it, km("standing"), concept(entry.standing.state)
    for place, step in enumerate(entry.steps, 1):
        yield from _step(name, place, step)


def _step(entry: str, place: int, step: Step) -> Iterator[Triple]:
    it = _node(content_id("step", (entry, place)))
    yield it, TYPE, km("Step")
    yield it, km("entry"), _node(entry)
    yield it, km("standing"), concept(step.state)
    yield it, km("polarity"), concept(step.polarity)
    yield it, km("certainty"), concept(step.certainty)
    yield from _days(it, since=step.since)
    yield from ((it, km("restsOn"), _node(claim.id)) for claim in step.claims)


def _days(it: NamedNode, **told: date | None) -> Iterator[tuple[NamedNode, NamedNode, Term]]:
    for name, value in told.items():
        if value is not None:
            literal: Literal = day(value.isoformat())
            yield it, km(name), literal


def _node(identifier: str) -> NamedNode:
    return NamedNode(iri(identifier))
