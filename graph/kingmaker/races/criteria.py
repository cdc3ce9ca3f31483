"""What is wanted of the next holder, against what the claims tell of each candidate.

A criterion is free words. It is met or not only where every word of it is understood and claims, or what is
known of names and countries, can answer; whatever else stays unknown.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kingmaker.lexicon.criteria import Held, Origin, criteria
from kingmaker.lexicon.world import world
from kingmaker.model import Claim, Entity, EntityKind, Kind, Polarity
from kingmaker.races.race import Race
from kingmaker.races.standing import settled
from kingmaker.races.view import Telling

_HOLDING = frozenset({Kind.TENURE, Kind.DEPARTURE, Kind.EXTENSION, Kind.APPOINTMENT})


class Met(StrEnum):
    """Whether a candidate is what is wanted."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one candidate meets one criterion, and the claims that say so (none for what a name tells)."""

    person: Entity
    met: Met
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """One criterion of a race: its words, the claims in which somebody wants it, an answer for each candidate."""

    criterion: str
    claims: tuple[Claim, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Offices:
    """The claims that settle which offices somebody holds or held, by the person's id."""

    of: Mapping[str, Sequence[Claim]]

    @classmethod
    def told(cls, told: Iterable[Telling]) -> "Offices":
        """Gather the offices that are settled in some claims."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for one in told:
            situation = one.claim.situation
            if situation.kind in _HOLDING and situation.value != "designate" and settled(one.claim):
                found[situation.roles[0][1].id].append(one.claim)
        return cls(found)


Test = Callable[[Entity, Offices], Answer]


def wanted(race: Race, told: Iterable[Telling]) -> tuple[Wanted, ...]:
    """Return the criteria that are told of a race, each with an answer for every candidate still possible."""
    offices = Offices.told(told)
    people = [entry.person for entry in race.entries]
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in race.wants:
        if claim.polarity is Polarity.POSITIVE and claim.situation.value:
            groups[claim.situation.value].append(claim)
    made = []
    for words, claims in sorted(groups.items()):
        tests, whole = _tests(words, race.post)
        answers = tuple(_answered(person, offices, tests, whole) for person in people)
        made.append(Wanted(words, tuple(claims), answers))
    return tuple(made)


def _answered(person: Entity, offices: Offices, tests: Sequence[Test], whole: bool) -> Answer:
    """Put the tests of a criterion together: one that fails decides, and met needs all words understood."""
    found = [test(person, offices) for test in tests]
    if failed := [a for a in found if a.met is Met.NOT_MET]:
        return failed[0]
    if not whole or not found or any(a.met is Met.UNKNOWN for a in found):
        return Answer(person, Met.UNKNOWN)
    return Answer(person, Met.MET, tuple(dict.fromkeys(c for a in found for c in a.claims)))


def _tests(words: str, post: Entity) -> tuple[list[Test], bool]:
    """Return the tests that a criterion's words ask for, and whether they are all of its words."""
    text = _plain(words.partition(",")[0])
    for name in filter(None, (post.label, post.title)):
        text = _without(text, _plain(name))
    known, tests = criteria(), []
    table: list[tuple[str, Test]] = [(word, _of_gender(g)) for g, all_ in known.gender.items() for word in all_]
    table += [(word, _has_held(held)) for held in known.held for word in held.words]
    table += [(word, _comes_from(origin)) for origin in known.origins for word in origin.words]
    for word, test in sorted(table, key=lambda pair: -len(pair[0])):
        rest = _without(text, word)
        if rest != text:
            tests.append(test)
            text = rest
    return tests, all(word in known.fillers for word in text.split())


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _without(text: str, words: str) -> str:
    return " ".join(re.sub(rf"\b{re.escape(words)}\b", " ", text).split())


def _of_gender(gender: str) -> Test:
    def test(person: Entity, _: Offices) -> Answer:
        known = next((h.gender for h in world().person(person.label) if h.gender), None)
        told = known or world().gender(person.label.split()[0])
        if told is None or person.kind is not EntityKind.PERSON:
            return Answer(person, Met.UNKNOWN)
        return Answer(person, Met.MET if told == gender else Met.NOT_MET)

    return test


def _has_held(held: Held) -> Test:
    def test(person: Entity, offices: Offices) -> Answer:
        found = tuple(c for c in offices.of.get(person.id, ()) if _is_such(c.situation.role("post"), held))
        # That nobody tells of an office does not say that it was never held.
        return Answer(person, Met.MET if found else Met.UNKNOWN, found)

    return test


def _is_such(post: Entity | None, held: Held) -> bool:
    if post is None or (held.of_country and not (post.of and post.of.kind is EntityKind.COUNTRY)):
        return False
    return post.id.partition(":")[2].startswith(held.posts)


def _comes_from(origin: Origin) -> Test:
    def test(person: Entity, offices: Offices) -> Answer:
        found = [(c, code) for c in offices.of.get(person.id, ()) if (code := _country(c.situation.role("post")))]
        codes = {code for _, code in found}
        if len(codes) != 1:
            return Answer(person, Met.UNKNOWN)
        met = Met.MET if codes <= origin.codes else Met.NOT_MET
        return Answer(person, met, tuple(c for c, _ in found))

    return test


def _country(post: Entity | None) -> str | None:
    """Return the code of the country that a post is of, itself or through its body; None for anything above one."""
    of = post.of if post else None
    if of is None or (post and "ambassador" in post.label.casefold()):
        return None
    known = world()
    country = known.country(of.label)
    if country is None and (body := known.body(of.label)) and body.country:
        country = known.country(body.country)
    return getattr(country, "code", None) or None
