"""The party before a title that no party has: "Republican Governor Ann Roe" governs a state, not her party."""

from kingmaker.lexicon.world import Title
from kingmaker.text.places import Place, place_before
from kingmaker.text.tree import Tree

GOVERNED = frozenset({"country", "region", "city", "central-bank", "bank"})


def governed(tree: Tree, title: Title, first: int) -> Place | None:
    """Return what the words before a title say it is of: a party that says only whose its holder is is nothing."""
    place = place_before(tree, first)
    governs = not title.generic and set(title.scopes) <= GOVERNED
    partisan = place is not None and place.body_kind == "party" and governs and tree[first - 1].tag != "POS"
    return _region(tree, place) if partisan and place is not None else place


def _region(tree: Tree, party: Place) -> Place | None:
    """ "Texas Republican Governor": what is governed stands before the party."""
    before = place_before(tree, party.start)
    return before if before is not None and before.body_kind == "region" else None
