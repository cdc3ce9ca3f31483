"""Titles that tell more than a post: whose they are, and which of the lexicon's titles they are."""

from functools import lru_cache

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Title, world
from kingmaker.model import Entity
from kingmaker.text.office_names import particular_title
from kingmaker.text.offices import Office
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import make_post
from kingmaker.text.tree import Tree

HEADS = ("President", "Prime Minister", "Chancellor", "Taoiseach", "First Minister", "Premier", "King")  # of states


def post_of(office: Office, place: Place | None) -> Entity | None:
    """Return the post that an office phrase names at a place, where both are known."""
    title = title_of(office)
    if place is None or title is None:
        return None
    return make_post(office.title, title, office.key.rstrip("*"), place, office.destination)


def key_at(office: Office, key: str, of: str) -> str:
    """Return the key of the post that a title names in a country: "chancellor" is the UK's finance minister."""
    own = world().office(office.title, of)
    return own.key if own is not None else key


def has_post(key: str, country: str) -> bool:
    """Whether a country has a head called so, as far as its holders are known ("Chancellor of Russia" it has not)."""
    known = [k for k in HEADS if world().holders(k, country)]
    return not known or key not in HEADS or key in known


def title_of(office: Office) -> Title | None:
    """Return the lexicon's title behind an office phrase: "Minister" of "Minister for Information"."""
    return world().title(office.title) or world().title(office.base) or particular_title(office.base)


def particular_of(office: Office) -> Place | None:
    """Return whose a title is that only one country has ("Home Secretary", "Taoiseach")."""
    title = world().title(office.title)
    if office.indefinite or (title is not None and len(title.scopes) > 1):
        return None
    found = _bearers().get(office.title.lower(), ())
    if len(found) != 1:
        return None
    of = found[0]
    body = world().body(of)
    if body is not None and body.kind == "court" and " " not in office.title:
        return None  # "Justice": many courts have them
    place, title = known_place(of, 0, 0), title_of(office)
    if place is None or title is None or (" " not in office.title and title.name in ("Chancellor",)):
        return None
    return place


def is_told(office: Office) -> bool:
    """Whether a bare "minister" is all that is to be said: "a former minister", "minister without portfolio"."""
    return office.key == "Minister" and (office.status == "former" or office.title.lower().endswith("portfolio"))


def is_sought(tree: Tree, office: Office) -> bool:
    """Whether a bare title is one that somebody is to win: "run for president", "elected president"."""
    before = tree[office.start - 1] if office.start else None
    if office.status == "next" or before is None:
        return office.status == "next"
    if before.lower == "for":
        return tree[before.head].lemma in terms().contests | terms().filling
    return before.lemma in ("become", "elect", "re-elect") and not office.indefinite


@lru_cache(maxsize=1)
def _bearers() -> dict[str, tuple[str, ...]]:
    """Return whose the offices of each name are."""
    found: dict[str, dict[str, None]] = {}
    for office in world().offices:
        for name in (office.title, *office.aliases):
            found.setdefault(name.lower(), {})[office.under or office.of] = None
    return {name: tuple(of) for name, of in found.items()}


def house_of(country: str) -> Place | None:
    """Return the parliament, or the house of it, that has "the Speaker" of a country."""
    houses = [b for b in world().bodies if b.kind == "parliament" and b.country == country and b.head == "Speaker"]
    return known_place(houses[0].name, 0, 0) if houses else None
