"""Which lines a situation draws: from whom, to whom, and in which relation."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kingmaker.model import Entity, Kind, Polarity, Situation
from kingmaker.page.told import Told

_HOLDING = frozenset({Kind.TENURE, Kind.DEPARTURE, Kind.EXTENSION})
CONTENDING = frozenset({Kind.CANDIDACY, Kind.NOMINATION, Kind.APPOINTMENT})


class Tie(NamedTuple):
    """A line between two entities; `role` chooses the words where a situation draws more than one."""

    start: Entity
    end: Entity
    relation: str
    role: str = ""


# Kind -> (role the line starts from, role it ends at, relation, role that chooses the words).
_TIES: dict[Kind, tuple[tuple[str, str, str, str], ...]] = {
    Kind.CANDIDACY: (("candidate", "post", "standing", ""),),
    Kind.NOMINATION: (("nominee", "post", "standing", ""), ("nominator", "nominee", "chooses", "nominator")),
    Kind.BACKING: (("backer", "candidate", "backs", ""),),
    Kind.LOBBYING: (
        ("lobbyist", "target", "lobbies", ""),
        ("lobbyist", "beneficiary", "lobbies", "beneficiary"),
    ),
    Kind.APPOINTMENT: (
        ("appointee", "post", "standing", ""),
        ("appointer", "appointee", "chooses", "appointer"),
    ),
    Kind.DEPARTURE: (("holder", "post", "holds", ""),),
    Kind.TENURE: (("holder", "post", "holds", ""),),
    Kind.EXTENSION: (("holder", "post", "holds", ""),),
    Kind.PREFERENCE: (("party", "post", "wants", ""),),
}


def relation(situation: Situation) -> str:
    """Return the relation a situation is filed under in the legend."""
    found = _TIES[situation.kind][0][2]
    return "opposes" if found == "backs" and situation.value == "opposes" else found


def ties(situation: Situation) -> Iterator[Tie]:
    """Yield the lines of a situation; none from anybody to themselves."""
    roles = dict(situation.roles)
    for start, end, kind, words in _TIES[situation.kind]:
        if start in roles and end in roles and roles[start].id != roles[end].id:
            told = "opposes" if kind == "backs" and situation.value == "opposes" else kind
            yield Tie(roles[start], roles[end], told, words)


def contender(situation: Situation) -> Entity | None:
    """Return the one whom a situation puts up for its post, or None."""
    if situation.kind not in CONTENDING:
        return None
    return situation.roles[0][1]


def holding(situation: Situation) -> bool:
    """Whether a situation is about holding a post rather than getting one."""
    return situation.kind in _HOLDING


def raced_posts(told: Iterable[Told]) -> list[str]:
    """Return the ids of the posts that somebody is put up for, or backed for, sorted."""
    raced = CONTENDING | {Kind.BACKING}
    posts = (one.claim.situation.role("post") for one in told if one.claim.situation.kind in raced)
    return sorted({post.id for post in posts if post})


def disputes(told: Iterable[Told]) -> list[tuple[list[Told], list[Told]]]:
    """Return what is told two ways: the claims on the one side and those on the other.

    Either one situation is told as so and as not so, or one backer is said to support and to oppose
    one candidate. No side is taken, and a change of mind over time counts: the dates tell.
    """
    sides: dict[tuple[str, ...], tuple[list[Told], list[Told]]] = {}
    for one in told:
        for first, key in _sides(one):
            sides.setdefault(key, ([], []))[0 if first else 1].append(one)
    return [both for both in sides.values() if both[0] and both[1]]


def _sides(told: Told) -> Iterator[tuple[bool, tuple[str, ...]]]:
    situation, so = told.claim.situation, told.claim.polarity is Polarity.POSITIVE
    yield so, (situation.id,)
    if situation.kind is Kind.BACKING and so:
        people = [entity.id for name, entity in situation.roles if name != "post"]
        yield situation.value == "supports", ("backing", *people)
