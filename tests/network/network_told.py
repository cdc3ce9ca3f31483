"""Claims by hand for the tests of this room: each in an article of its own day and paper."""

from claims_told import CHIEF, NATO, claim
from kingmaker.model import Article, Certainty, Claim, Entity, EntityKind, Evidence, Kind, Polarity
from kingmaker.store import Store, open_store

ANN, BO, CLARA, DAVID = (
    Entity.named(EntityKind.PERSON, name) for name in ("Ann Lee", "Bo Falk", "Clara Weber", "David Osei")
)
GERMANY, FRANCE, SPAIN = (Entity.named(EntityKind.COUNTRY, name) for name in ("Germany", "France", "Spain"))
ALLIES = Entity.named(EntityKind.COLLECTIVE, "some allies")
ENVOY = Entity.named(EntityKind.POST, "Envoy of NATO", title="Envoy", of=NATO)
HEDGED = {"certainty": Certainty.PROBABLE}
DENIED = {"polarity": Polarity.NEGATIVE}

Telling = tuple[Article, Claim]
_VALUES = {
    "supports": Kind.BACKING, "opposes": Kind.BACKING, "declared": Kind.CANDIDACY, "withdrawn": Kind.CANDIDACY,
    "current": Kind.TENURE, "former": Kind.TENURE, "appointed": Kind.APPOINTMENT,
}  # fmt: skip


def tell(day: str, value: str, /, paper: str = "A paper", words: str | None = None, **told: object) -> Telling:
    """Tell something of a kind or a value, in an article of a day; entities fill roles, the post is CHIEF."""
    article = Article.of(f"{paper} of {day}", publisher=paper, published=day)
    kind = _VALUES.get(value) or Kind(value)
    if kind in (Kind.CANDIDACY, Kind.TENURE, Kind.NOMINATION, Kind.APPOINTMENT):
        told.setdefault("post", CHIEF)
    if words:
        told["evidence"] = (Evidence(0, len(words), words),)
    return article, claim(article, kind, value if value in _VALUES else None, **told)


def backs(day: str, backer: Entity, candidate: Entity, value: str = "supports", **told: object) -> Telling:
    """Tell that somebody supports or opposes a person for CHIEF."""
    return tell(day, value, backer=backer, candidate=candidate, post=CHIEF, **told)


def unnamed(day: str) -> Entity:
    """Return an unnamed source of the article of a day."""
    return Entity.named(EntityKind.ANONYMOUS, "a diplomat", scope=f"article:{day}")


def kept(*told: Telling) -> Store:
    """Return a store in memory that holds what is told."""
    store = open_store()
    store.put([(article, [one]) for article, one in told])
    return store


def claims_of(*told: Telling) -> tuple[list[Claim], list[Article]]:
    """Return the claims and the articles of tellings."""
    return [c for _, c in told], [a for a, _ in told]
