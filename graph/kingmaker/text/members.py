"""Who belongs to what a noun counts: "X is among the favourites", "one of the names is X", "candidates include X"."""

from collections.abc import Callable

from kingmaker.text.tree import Tree, Word

Subject = Callable[[Tree, int], list[int]]

AMONG = ("among", "amongst")
SUCH = ("including", "like", "include")
ONE_OF = ("one", "two", "three", "some", "few", "another", "first", "latest", "last")


def members(tree: Tree, i: int, subject: Subject) -> list[int]:
    """Return those of whom noun `i` is said as some of many; `subject` finds the subject of a verb."""
    word, above = tree[i], tree[tree[i].head]
    found: list[int] = []
    if word.dep == "pobj" and above.lower in AMONG:
        found += _bearers(tree, above, subject)
    if word.dep == "pobj" and above.lower == "of" and tree[above.head].lower in ONE_OF:
        found += _equals(tree, tree[above.head], subject)
    for kid in tree.kids(i, "prep"):
        if kid.lower in SUCH or (kid.lower == "as" and _is_such(tree, kid)):
            found += [c for o in tree.kids(kid.i, "pobj") for c in tree.conjuncts(o.i)]
    if word.dep == "nsubj" and above.lemma == "include":
        found += [c for o in tree.kids(above.i, "dobj") for c in tree.conjuncts(o.i)]
    return [f for f in found if f != i]


def _is_such(tree: Tree, word: Word) -> bool:
    return any(k.lower == "such" for k in tree.kids(word.i)) or (word.i > 0 and tree[word.i - 1].lower == "such")


def _equals(tree: Tree, one: Word, subject: Subject) -> list[int]:
    """Return whom "one" (of them) is: across the copula, or beside it ("X, one of the favourites,")."""
    above = tree[one.head]
    if one.dep in ("attr", "nsubj") and above.lemma in ("be", "remain", "become"):
        other = tree.kid(above.i, "attr") if one.dep == "nsubj" else None
        return tree.conjuncts(other.i) if other is not None else [s for s in subject(tree, above.i) if s != one.i]
    beside = [above.i] if one.dep == "appos" else []
    return beside + [c for k in tree.kids(one.i, "appos") for c in tree.conjuncts(k.i)]


def _bearers(tree: Tree, preposition: Word, subject: Subject) -> list[int]:
    """Return who is "among" them: the subject of the copula on either side, or the noun before the phrase."""
    above = tree[preposition.head]
    if above.lemma == "be":
        return subject(tree, above.i) or [c for k in tree.kids(above.i, "attr") for c in tree.conjuncts(k.i)]
    return tree.conjuncts(above.i) if above.pos in ("NOUN", "PROPN") and above.i < preposition.i else []
