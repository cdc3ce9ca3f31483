"""What a place before a title tells: the body it is a title of, the city itself, or only where somebody comes from."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Title, world
from kingmaker.model import EntityKind
from kingmaker.text.places import Place, known_place
from kingmaker.text.tree import Tree


def is_nationality(tree: Tree, title: Title, place: Place) -> bool:
    """Whether an adjective tells where somebody comes from: no country has a director general of its own."""
    own = "country" not in title.scopes and set(title.scopes) <= terms().foreign_scopes
    return own and place.kind is EntityKind.COUNTRY and tree[place.end - 1].pos == "ADJ"


def european(tree: Tree, first: int, place: Place | None) -> tuple[int, Place | None]:
    """ "EU climate commissioner", "European commissioner": a commissioner of the Union is its Commission's."""
    if place is None and first and tree[first - 1].lower == "european":
        return first - 1, known_place("European Commission", first - 1, first)
    if place is not None and place.label == "European Union":
        return first, known_place("European Commission", place.start, place.end)
    return first, place


def as_city(tree: Tree, title: Title, place: Place, end: int) -> Place:
    """Return the city itself where a mayor's city stands for a government too ("London's deputy mayor")."""
    if "city" not in title.scopes or place.body_kind not in ("country", "region"):
        return place
    words = tree.phrase(place.start, end - (tree[end - 1].tag == "POS"))
    if world().seat(words) is None or world().country(words) is not None:
        return place
    return Place(place.start, place.end, words, EntityKind.ORGANISATION)
