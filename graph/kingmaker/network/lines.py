"""Which lines a situation draws between entities: from whom to whom, and in which relation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kingmaker.model import Entity, Kind, Situation


@dataclass(frozen=True, slots=True)
class Line:
    """From the entity in one role to that in another; `relations` are those of single values of the own field."""

    start: str
    end: str
    relation: str
    relations: Mapping[str, str] = field(default_factory=dict)

    def named(self, value: str | None) -> str:
        """Return the relation that a situation with this own field draws."""
        return self.relations.get(value or "", self.relation)


# From the one who acts, or who is to hold the post. A relation reads between the two names.
LINES: Mapping[Kind, tuple[Line, ...]] = MappingProxyType({
    Kind.CANDIDACY: (Line("candidate", "post", "considered for", {
        "declared": "candidate for", "withdrawn": "withdrew from", "declined": "declined", "rejected": "rejected for",
        "successful": "won",
    }),),
    Kind.NOMINATION: (Line("nominee", "post", "nominated for"), Line("nominator", "nominee", "nominated")),
    Kind.BACKING: (Line("backer", "candidate", "supports", {"opposes": "opposes"}),),
    Kind.LOBBYING: (Line("lobbyist", "target", "lobbies"), Line("lobbyist", "beneficiary", "lobbies for")),
    Kind.APPOINTMENT: (
        Line("appointee", "post", "appointed to"), Line("appointer", "appointee", "appointed"),
        Line("appointee", "predecessor", "succeeds"),
    ),
    Kind.DEPARTURE: (Line("holder", "post", "left"),),
    Kind.TENURE: (Line("holder", "post", "holds", {"former": "held", "designate": "designated to"}),),
    Kind.EXTENSION: (Line("holder", "post", "kept on in"),),
    Kind.PREFERENCE: (Line("party", "post", "has a wish for"),),
})  # fmt: skip

# The roles that the lines of each kind lead from and to.
DIRECTIONS: Mapping[Kind, tuple[tuple[str, str], ...]] = MappingProxyType(
    {kind: tuple((line.start, line.end) for line in lines) for kind, lines in LINES.items()}
)


def lines(situation: Situation) -> Iterator[tuple[Line, Entity, Entity]]:
    """Yield the lines of a situation of which both ends are told, with the entities there."""
    for line in LINES[situation.kind]:
        start, end = situation.role(line.start), situation.role(line.end)
        if start and end:
            yield line, start, end
