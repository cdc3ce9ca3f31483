"""Names that are only the end of a body's: "Drug Administration" of "Food and Drug Administration"."""

from kingmaker.lexicon.world import world
from kingmaker.text.tree import Name, Tree

JOINING = frozenset({"and", "of", "the", "for", "&", "on"})
LONGEST = 6  # words of the body before the name


def ends_body(tree: Tree, name: Name) -> bool:
    """Whether a known body's name ends where a name does and begins before it."""
    at = name.start - 1
    while at >= 0 and name.start - at <= LONGEST and tree[at].sent == tree[name.start].sent:
        if not tree[at].is_capital and tree[at].lower not in JOINING:
            return False
        if tree[at].is_capital and world().body(tree.phrase(at, name.end)) is not None:
            return True
        at -= 1
    return False
