"""How races and what changed in them are written: as lines of plain text, and as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kingmaker.cli.claim_words import entity_record

if TYPE_CHECKING:
    from kingmaker.model import Article, Claim
    from kingmaker.races import Difference, Entry, Race, Stand, Step

_LASTING = frozenset({"considered", "declared", "nominated"})
_RELATIONS = (
    ("supports", "positive", "backed by"), ("opposes", "positive", "opposed by"),
    ("supports", "negative", "not backed by"), ("opposes", "negative", "not opposed by"),
    ("lobbies", "positive", "lobbied for by"), ("lobbies", "negative", "not lobbied for by"),
)  # fmt: skip


class Words:
    """Writes races; knows the articles, so that every line can say who says so and where."""

    def __init__(self, articles: "Iterable[Article]") -> None:
        from kingmaker.cli.claim_words import Sources

        self._sources = Sources(articles)

    def race(self, race: "Race") -> Iterator[str]:
        """Yield the lines of a whole race."""
        yield f"{race.post.label}  ({race.id})"
        yield f"  {_span(race)}; {_count(len(race.claims), 'claim')}"
        for entry in race.entries:
            yield from self._entry(entry, over=race.closed is not None)
        wishes = sorted({f"{w.situation.roles[0][1].label}: {w.situation.value}" for w in race.wants})
        yield from (f"  wanted by {_line(wish)}" for wish in wishes)

    def summary(self, race: "Race") -> str:
        """Return a race in one line."""
        return f"{race.id}  {race.post.label}, {_span(race)}; {_count(len(race.entries), 'name')}"

    def _entry(self, entry: "Entry", over: bool) -> Iterator[str]:
        now = entry.standing
        was = "was " if over and now and now.state in _LASTING else ""
        yield f"  {_line(entry.person.label)}: {was}{_state(now) if now else 'nothing settled'}"
        if now:
            yield f"      {self._sources.of(now.claims)}"
        for step in entry.beside:
            yield f"      also {_state(step)}: {self._sources.of(step.claims)}"
        for relation, polarity, words in _RELATIONS:
            names = [
                _actor(s) for s in entry.stands if s.current and (s.relation, s.polarity.value) == (relation, polarity)
            ]
            if names:
                yield f"      {words} {', '.join(names)}"

    def difference(self, told: "Difference") -> str:
        """Return a change in one line: what, whom, from what to what, and on whose word."""
        who = _line(told.person.label) if told.person else ""
        said = f": {self._sources.of(told.claims)}" if told.claims else ""
        return f"  {_changed(told, who)}{said}"


def _changed(told: "Difference", who: str) -> str:
    if told.change == "opened":
        return "the race opened"
    if told.change == "closed":
        return f"the race closed: {who}"
    if told.stand:
        return f"{who} {told.change} {_line(told.stand.actor.label)}, who {_predicate(told.stand.claims)}"
    steps = [_state(step) for step in told.path]
    if told.change == "talk":
        return f"{who}, also said: {steps[0]}"
    before = _state(told.before) if told.before else "not in it"
    return f"{who} {told.change}: {' -> '.join([before, *steps])}"


def _predicate(claims: "Sequence[Claim]") -> str:
    """Return what the surest of claims says of its subject, its hedge in the words."""
    from kingmaker.page import words
    from kingmaker.races.view import SUREST

    return words.phrase(min(claims, key=lambda claim: SUREST[claim.certainty]))


def _span(race: "Race") -> str:
    opened = f"first told of {race.opened}" if race.opened else "undated"
    if race.closed is None and not race.outcomes:
        return f"open, {opened}"
    who = " or ".join(_line(person.label) for person in race.outcomes)
    return f"closed {race.closed or 'undated'}: {who}, {opened}"


def _state(step: "Step") -> str:
    """Return a step in the words of the page, and when."""
    from kingmaker.page import words

    told = words.as_chip(_predicate(step.claims))
    unnamed = " (unnamed sources)" if all(c.source_kind == "unnamed" for c in step.claims) else ""
    when = step.time or (step.since.isoformat() if step.since else "")
    return f"{told[:1].lower()}{told[1:]}{unnamed}{', ' + when if when else ''}"


def _actor(stand: "Stand") -> str:
    sure = "" if stand.certainty.value == "certain" else f" ({stand.certainty.value})"
    return f"{_line(stand.actor.label)}{sure}"


def _line(text: str) -> str:
    from kingmaker.page.plain import plain

    return plain(text)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def race_record(race: "Race") -> dict[str, Any]:
    """Return a race as plain data for JSON; claims are named by their ids."""
    return {
        "id": race.id,
        "post": entity_record(race.post),
        "opened": _day(race.opened),
        "last": _day(race.last),
        "closed": _day(race.closed),
        "outcomes": [entity_record(e) for e in race.outcomes],
        "deciders": [entity_record(e) for e in race.deciders],
        "entries": [_entry_record(e) for e in race.entries],
        "wants": [_wish_record(c) for c in race.wants],
        "claims": [c.id for c in race.claims],
    }  # fmt: skip


def _wish_record(claim: "Claim") -> dict[str, Any]:
    party = claim.situation.roles[0][1]
    return {"party": entity_record(party), "criterion": claim.situation.value, "claim": claim.id}


def _entry_record(entry: "Entry") -> dict[str, Any]:
    now = entry.standing
    return {
        "person": entity_record(entry.person),
        "standing": now.state if now else None,
        "since": _day(now.since) if now else None,
        "steps": [_step_record(s) for s in entry.steps],
        "stands": [_stand_record(s) for s in entry.stands],
    }


def _step_record(step: "Step") -> dict[str, Any]:
    return {
        "state": step.state, "polarity": step.polarity.value, "certainty": step.certainty.value,
        "settled": step.settled, "moved": step.moved, "since": _day(step.since), "time": step.time,
        "claims": [c.id for c in step.claims],
    }  # fmt: skip


def _stand_record(stand: "Stand") -> dict[str, Any]:
    return {
        "actor": entity_record(stand.actor), "relation": stand.relation, "polarity": stand.polarity.value,
        "certainty": stand.certainty.value, "settled": stand.settled, "current": stand.current,
        "since": _day(stand.since), "claims": [c.id for c in stand.claims],
    }  # fmt: skip


def difference_record(told: "Difference") -> dict[str, Any]:
    """Return a change as plain data for JSON."""
    return {
        "race": told.race, "change": told.change.value, "person": entity_record(told.person) if told.person else None,
        "before": _step_record(told.before) if told.before else None,
        "path": [_step_record(s) for s in told.path],
        "stand": _stand_record(told.stand) if told.stand else None,
        "claims": [c.id for c in told.claims],
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
