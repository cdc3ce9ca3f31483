"""Departures that somebody only asks for: "calls for her resignation" tell who opposes her, not that she goes."""

from kingmaker.lexicon.terms import terms
from kingmaker.text.tree import Tree, Word

REACH = 4  # governors up from the departure


def demanded(tree: Tree, at: int) -> Word | None:
    """Return the word that asks for a departure, or None where it is told."""
    for depth, above in enumerate(tree.ancestors(at)):
        if above.lemma in terms().demands:
            return above if _asks(tree, at, above) else None
        if depth >= REACH or (above.is_verb and above.lemma not in ("be", "have", "make", "join")):
            return None
    return None


def _asks(tree: Tree, at: int, above: Word) -> bool:
    """Whether a verb asks for the clause or thing below it, and does not report it ("told reporters she had quit")."""
    word = tree[at]
    if above.lemma not in ("tell", "ask", "order", "advise") or not word.is_verb:
        return True
    return word.head == above.i and any(k.lower == "to" for k in tree.kids(at, "aux"))
