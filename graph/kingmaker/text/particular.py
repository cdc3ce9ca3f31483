"""Titles that tell more than a post: whose they are, and which of the lexicon's titles they are."""

from kingmaker.lexicon.world import Title, world
from kingmaker.text.offices import Office, particular_title
from kingmaker.text.places import Place, known_place

HEADS = ("President", "Prime Minister", "Chancellor", "Taoiseach", "First Minister", "Premier", "King")  # of states


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
    found = {
        o.under or o.of
        for o in world().offices
        if office.title.lower() in {o.title.lower(), *(a.lower() for a in o.aliases)}
    }
    if len(found) != 1:
        return None
    of = found.pop()
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
