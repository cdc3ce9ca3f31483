"""Bare titles that a rule of their own reads: a council's leader, an American justice, "the British leader"."""

from collections.abc import Iterable, Mapping, Sequence

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.naming import is_courtesy
from kingmaker.text.offices import Office
from kingmaker.text.particular import HEADS, is_sought, title_of
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


def of_others(office: Office, key: str, tree: Tree, named: Mapping[str, Sequence[Entity]]) -> Entity | None:
    """Return the post that a bare title means by the council, or by the deputy's post, that the article names."""
    return council_leader(key, tree) or _of_ranked(office, key, named)


def _of_ranked(office: Office, key: str, named: Mapping[str, Sequence[Entity]]) -> Entity | None:
    """ "The deputy governor of the bank will become governor": of the body whose deputy the article names."""
    bodies = {p.of.label: p.of for name, posts in named.items() if name != key and _unranked(name) == key
              for p in posts if p.of is not None}  # fmt: skip
    title = title_of(office)
    if len(bodies) != 1 or title is None or office.indefinite:
        return None
    label, of = next(iter(bodies.items()))
    return make_post(office.title, title, key, known_place(label, 0, 0) or Place(0, 0, label, of.kind))


def _unranked(key: str) -> str:
    words = key.split()
    while len(words) > 1 and words[0].lower() in terms().ranks:
        words = words[1:]
    return " ".join(words)


def is_head_of_state(office: Office, tree: Tree, here: Sequence[Mention], at: int, home: Place | None) -> bool:
    """ "President Grace Nalungwe": nobody calls a company's or a club's so before the name.

    A firm too may have a "Vice President Ada Obi", so that is one only where a country has a president.
    """
    mention = next((m for m in here if m.start == at), None)
    after = here[here.index(mention) + 1 :][:1] if mention is not None else []
    if mention is None or not after or after[0].kind is not MentionKind.PERSON:
        return office.key == "President" and is_sought(tree, office)
    capital = tree[office.end - 1].is_capital
    if office.key == "Vice President":
        near = all(is_courtesy(w) for w in tree.words[mention.end : after[0].start])
        return capital and near and home is not None and bool(world().holders("President", home.label))
    return office.key == "President" and ((after[0].start == mention.end and capital) or is_sought(tree, office))
