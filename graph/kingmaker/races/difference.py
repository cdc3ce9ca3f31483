"""What changed in the races for a post from one day to another, and on whose word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kingmaker.model import Claim, Entity, Polarity
from kingmaker.races.behind import Stand
from kingmaker.races.race import Entry, Race
from kingmaker.races.standing import ENDED, Step


class Change(StrEnum):
    """What may have changed, in the order in which it is told."""

    OPENED = "opened"
    CLOSED = "closed"
    ENTERED = "entered"
    MOVED = "moved"
    LEFT = "left"
    TALK = "talk"
    GAINED = "gained"  # a backer, a lobbyist, or an opponent who is none
    LOST = "lost"  # an opponent, or a backer who is none


@dataclass(frozen=True, slots=True)
class Difference:
    """One change in one race: whom it is about, and the claims that tell it and were not known before.

    `before` is the standing that was left; `path` are the steps from there, the last of them the standing
    now, or for TALK what is said beside it. `stand` is the new stand of a backer, opponent or lobbyist.
    """

    race: str
    change: Change
    person: Entity | None = None
    before: Step | None = None
    path: tuple[Step, ...] = ()
    stand: Stand | None = None
    claims: tuple[Claim, ...] = ()


def differences(before: Iterable[Race], after: Iterable[Race]) -> tuple[Difference, ...]:
    """Return what changed between two states of the same races, by race, in the order of `Change`.

    What is in `before` only is not a change: claims that are no longer in the view tell nothing new.
    """
    known = {race.id: race for race in before}
    order = list(Change)
    found = [d for race in after for d in _of_race(known.get(race.id), race)]
    return tuple(sorted(found, key=lambda d: (d.race, order.index(d.change), d.person.label if d.person else "")))


def _of_race(before: Race | None, after: Race) -> Iterator[Difference]:
    old = {c.id for c in before.claims} if before else set()
    if before is None:
        yield Difference(after.id, Change.OPENED, claims=_new(after.claims, old)[:1])
    if after.closed and not (before and before.closed):
        for person in after.outcomes:
            yield Difference(after.id, Change.CLOSED, person, claims=_new(after.closed_by, old))
    entries: Mapping[str, Entry] = {e.person.id: e for e in before.entries} if before else {}
    for entry in after.entries:
        yield from _of_entry(after.id, entries.get(entry.person.id), entry, old)


def _of_entry(race: str, before: Entry | None, after: Entry, old: set[str]) -> Iterator[Difference]:
    was, now = (before.standing if before else None), after.standing
    if now and (was is None or was.state != now.state):
        path = _path(was, after)
        new = tuple(c for step in reversed(path) for c in _new(step.claims, old))
        yield Difference(race, _moved(was, now), after.person, was, path, claims=new)
    for step in after.beside:
        if new := _new(step.claims, old):
            yield Difference(race, Change.TALK, after.person, path=(step,), claims=new)
    yield from _of_stands(race, before, after, old)


def _path(was: Step | None, after: Entry) -> tuple[Step, ...]:
    """Return the steps that moved a standing on from where it was."""
    moved = [step for step in after.steps if step.moved]
    known = [i for i, step in enumerate(moved) if was and set(step.claims) & set(was.claims)]
    return tuple(moved[known[-1] + 1 :] if known else moved)


def _moved(was: Step | None, now: Step) -> Change:
    if now.state in ENDED:
        return Change.LEFT
    return Change.ENTERED if was is None else Change.MOVED


def _of_stands(race: str, before: Entry | None, after: Entry, old: set[str]) -> Iterator[Difference]:
    stood = {_key(s) for s in before.stands if s.current} if before else set()
    for stand in after.stands:
        new = _new(stand.claims, old)
        if stand.current and new and _key(stand) not in stood:
            yield Difference(race, _side(stand), after.person, stand=stand, claims=new)


def _side(stand: Stand) -> Change:
    helps = (stand.relation != "opposes") is (stand.polarity is Polarity.POSITIVE)
    return Change.GAINED if helps else Change.LOST


def _key(stand: Stand) -> tuple[str, str, Polarity, bool]:
    return stand.relation, stand.actor.id, stand.polarity, stand.settled


def _new(claims: Iterable[Claim], old: set[str]) -> tuple[Claim, ...]:
    return tuple(c for c in claims if c.id not in old)
