"""The post at an embassy that is called by its place: "the Washington embassy", "the London job", "our man in Lima"."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import Entity
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import make_post
from kingmaker.text.tree import Tree

TITLES = {"embassy": "Ambassador", "ambassadorship": "Ambassador", "commission": "High Commissioner"}
SENT = ("Ambassador", "High Commissioner", "Permanent Representative", "Envoy")
LONGEST = 3  # words of a place: "the Mexico City embassy"


def mission_post(tree: Tree, i: int, home: Place | None, focus: Entity | None) -> Entity | None:
    """Return the post at the mission that noun `i` speaks of, by the capital or country beside it.

    "The embassy in Paris" is one by itself; "the Paris job" only where ambassadors are spoken of.
    """
    title = _title(tree, i, focus)
    host = _host(tree, i) if title is not None else None
    if title is None or host is None:
        return None
    sender = _sender(tree, i, host) or home
    base = world().title(title)
    if sender is None or sender.label == host.label or base is None:
        return None
    return make_post(title, base, title, sender, host.label)


def _title(tree: Tree, i: int, focus: Entity | None) -> str | None:
    noun = tree[i].lemma
    if noun == "commission" and not (i and tree[i - 1].lower == "high"):
        return None
    if noun in TITLES:
        return TITLES[noun]
    if noun not in terms().post_nouns or focus is None or focus.title is None:
        return None
    return next((t for t in SENT if focus.title.startswith(f"{t} to ")), None)


def _host(tree: Tree, i: int) -> Place | None:
    last = i - (tree[i - 1].lower == "high" if i else 0)
    for start in range(max(0, last - LONGEST), last):
        if tree[start].sent == tree[i].sent and (found := _state(tree, start, last)) is not None:
            return found
    for prep in tree.kids(i, "prep"):
        if prep.lower in ("in", "to", "at"):
            for obj in tree.kids(prep.i, "pobj"):
                start = prep.i + 1 + (tree[prep.i + 1].lower == "the")
                if start <= obj.i and (found := _state(tree, start, obj.i + 1)) is not None:
                    return found
    return None


def _state(tree: Tree, start: int, end: int) -> Place | None:
    if not tree[start].is_capital or tree[end - 1].tag == "POS":
        return None
    text = tree.phrase(start, end)
    found = world().seat(text) or world().country(text)
    place = known_place(found.name, start, end) if found is not None else None
    return place if place is not None and place.body_kind == "country" else None


def _sender(tree: Tree, i: int, host: Place) -> Place | None:
    """ "The British embassy in Paris", "Peru's mission": whose it is where the words say so."""
    for at in range(i - 1, max(-1, i - 4), -1):
        found = world().demonym(tree[at].text) or (
            world().country(tree[at].text) if tree[at + 1].tag == "POS" else None
        )
        if tree[at].is_capital and found is not None and found.name != host.label:
            return known_place(found.name, at, at + 1)
    return None
