"""Bare titles that a rule of their own reads: a council's leader, an American justice, "the British leader"."""

from collections.abc import Iterable, Mapping, Sequence

from kingmaker.lexicon.world import world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.offices import Office
from kingmaker.text.particular import HEADS
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import make_post
from kingmaker.text.tree import Tree


def head_of_country(office: Office, bearer: str | None, named: Mapping[str, Sequence[Entity]]) -> Entity | None:
    """ "The British leader": the post at the head of a country that the article names, or its bearer holds."""
    of = office.place.label if office.place is not None else ""
    keys = {h.key for h in world().person(bearer) if h.of == of} & set(HEADS) if bearer else set()
    if len(keys) == 1 and office.place is not None and (title := world().title(key := keys.pop())) is not None:
        return make_post(key, title, key, office.place)
    posts = [p for key in HEADS for p in named.get(key, ()) if p.of is not None and p.of.label == of]
    return posts[0] if len(posts) == 1 and not bearer else None


def justice_at(home: Place | None, places: Iterable[Place]) -> Entity | None:
    """ "Justice Ann Roe" of an American article: of the one supreme court that it names, else of the country's."""
    title = world().title("Justice")
    if home is None or home.label != "United States" or title is None:
        return None
    courts = {p.label: p for p in places if p.body_kind == "court" and "Supreme" in p.label}
    place = next(iter(courts.values())) if len(courts) == 1 else known_place("US Supreme Court", 0, 0)
    return make_post("Justice", title, title.name, place) if place is not None else None


def council_leader(key: str, tree: Tree) -> Entity | None:
    """ "The council leader", where the article names one council in full."""
    label, title = tree.short_names.get("council"), world().title("Leader")
    if key != "Council Leader" or label is None or title is None:
        return None
    place = known_place(label, 0, 0) or Place(0, 0, label, EntityKind.ORGANISATION)
    return make_post("Leader", title, title.name, place)
