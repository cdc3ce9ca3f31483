"""Which lines a situation draws: from whom, to whom, and in which relation."""

from collections.abc import Iterator
from typing import NamedTuple

from kingmaker.model import Entity, Kind, Situation


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
