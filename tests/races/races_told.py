"""Claims on one post at NATO and on others, each in an article of its day: a race in a few lines."""

from collections.abc import Iterable

from claims_told import CHIEF, NATO, claim
from kingmaker.model import Article, Certainty, Claim, Entity, EntityKind, Kind, Polarity
from kingmaker.races import Race, View, races

ANN, BO, CLARA, DAVID = (
    Entity.named(EntityKind.PERSON, name) for name in ("Ann Lee", "Bo Falk", "Clara Weber", "David Osei")
)
GERMANY = Entity.named(EntityKind.COUNTRY, "Germany")
ENVOY = Entity.named(EntityKind.POST, "Envoy of NATO", title="Envoy", of=NATO)
STATES = {
    "nominated": (Kind.NOMINATION, None, "nominee"),
    "appointed": (Kind.APPOINTMENT, "appointed", "appointee"),
    "kept": (Kind.EXTENSION, None, "holder"),
    "left": (Kind.DEPARTURE, "resigned", "holder"),
}

Telling = tuple[Article, Claim]


def on(
    day: str | None, person: Entity, state: str, /, post: Entity = CHIEF, paper: str = "", **told: object
) -> Telling:
    """Tell, in an article of `day`, that a person is in a state: a status of a candidacy, or a key of STATES."""
    kind, value, role = STATES.get(state, (Kind.CANDIDACY, state, "candidate"))
    article = Article.of(f"{paper or 'A paper'} of {day}", publisher=paper or "A paper", published=day)
    return article, claim(article, kind, value, post=post, **{role: person}, **told)


def backs(day: str, backer: Entity, person: Entity, stance: str = "supports", **told: object) -> Telling:
    """Tell, in an article of `day`, that somebody backs a person; for no post if `post` is None."""
    article = Article.of(f"A paper of {day}", publisher="A paper", published=day)
    roles = {"backer": backer, "candidate": person, "post": told.pop("post", CHIEF)}
    kept = {name: filler for name, filler in roles.items() if filler is not None}
    return article, claim(article, Kind.BACKING, stance, **kept, **told)


def raced(told: Iterable[Telling], view: View | None = None) -> tuple[Race, ...]:
    """Return the races that tellings make."""
    kept = list(told)
    return races([c for _, c in kept], [a for a, _ in kept], view or View())


def standings(race: Race) -> dict[str, str | None]:
    """Return where everybody stands, by name."""
    return {e.person.label: e.standing.state if e.standing else None for e in race.entries}


HEDGED = {"certainty": Certainty.PROBABLE}
DENIED = {"polarity": Polarity.NEGATIVE}
