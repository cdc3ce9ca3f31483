"""The post in contest where the words about it tell one by an adjective, and that it is no other one."""

from kingmaker.lexicon.terms import terms
from kingmaker.model import Entity
from kingmaker.text.electoral import title_at
from kingmaker.text.focus import Posts
from kingmaker.text.tree import Tree

BEFORE = 3  # words between the adjective and its noun: "presidential election campaign"
ABOUT = ("dobj", "attr", "oprd", "nsubjpass", "prep", "agent", "pobj")


def adjective_of(tree: Tree, i: int) -> tuple[int, str] | None:
    """Return the adjective that names the post of a candidate or contest at or just below word `i`, with its title."""
    nouns = [i]
    if tree[i].is_verb or tree[i].pos == "ADP":
        for kid in tree.kids(i, *ABOUT):
            nouns += [o.i for o in tree.kids(kid.i, "pobj")] if kid.pos == "ADP" else [kid.i]
    return next((told for at in nouns if tree[at].lemma in terms().electoral_nouns
                 and (told := _before(tree, at)) is not None), None)  # fmt: skip


def _before(tree: Tree, noun: int) -> tuple[int, str] | None:
    for at in range(noun - 1, max(-1, noun - 1 - BEFORE), -1):
        if (title := title_at(tree, at)) is not None:
            return at, title
        if tree[at].pos not in ("NOUN", "PROPN", "ADJ") and tree[at].text != "-":
            return None
    return None


def told_post(posts: Posts, tree: Tree, i: int, at: int, title: str) -> Entity | None:
    """Return the post that the adjective at `at` names: the one in contest, the only such, else the one at home."""
    focus = posts.focus(tree.index, i)
    if focus is not None and focus.title == title:
        return focus
    known = [post for post in posts.all() if post.title == title]
    return known[0] if len(known) == 1 else posts.electoral(tree.index, at)
