"""Who a pronoun cannot be by the grammar of its sentence, and whose clauses it stands in."""

from collections.abc import Iterator

from kingmaker.text.clauses import surface_subject
from kingmaker.text.mention import Mention
from kingmaker.text.tree import Tree

ARGUMENTS = frozenset({"dobj", "pobj", "dative", "prep", "agent", "attr", "oprd", "conj", "iobj"})


def is_possessive(tree: Tree, pronoun: Mention) -> bool:
    """Whether a pronoun owns a noun: "his seat", "her"."""
    return tree[pronoun.head].dep == "poss"


def is_subject(tree: Tree, pronoun: Mention) -> bool:
    return tree[pronoun.head].dep in ("nsubj", "nsubjpass")


def verbs_above(tree: Tree, i: int) -> list[int]:
    """Return the verbs in whose clauses a word stands, innermost first."""
    return [w.i for w in tree.ancestors(i) if w.is_verb and w.dep not in ("aux", "auxpass")]


def barred(tree: Tree, pronoun: Mention) -> set[int]:
    """Return the words of the sentence that cannot be the same person as a pronoun.

    "Weber sacked him": not Weber. "He wants Weber to go": not Weber. "His rival Weber": not Weber.
    """
    word = tree[pronoun.head]
    if is_subject(tree, pronoun):
        return {i for i in tree.subtree(word.head) if i != word.i and not _before(tree, i, word.i)}
    if word.dep == "poss":
        noun = word.head
        owned = {noun, *tree.conjuncts(noun), *(k.i for k in tree.kids(noun, "appos", "conj"))}
        return owned | {i for o in owned for i in tree.subtree(o) if o != noun and i != word.i}
    return set(_co_arguments(tree, word.i))


def _before(tree: Tree, i: int, at: int) -> bool:
    """Whether a word stands before the pronoun: in a clause put first, "when Weber left, he ..."."""
    return i < at


def _co_arguments(tree: Tree, i: int) -> Iterator[int]:
    word = tree[i]
    while word.dep in ARGUMENTS and word.head != word.i:
        above = tree[word.head]
        if above.is_verb:
            yield from surface_subject(tree, above.i)
            yield from (k.i for k in tree.kids(above.i, "dobj", "dative") if k.i != i)
            return
        if above.pos in ("NOUN", "PROPN") and (owner := tree.kid(above.i, "poss")) is not None:
            yield owner.i  # "Weber's attack on him"
            return
        word = above
    for above in tree.ancestors(i):
        if above.is_verb:
            yield from surface_subject(tree, above.i)
            return


def is_quoted(tree: Tree, i: int) -> bool:
    """Whether a word stands between quotation marks of its paragraph."""
    return sum(w.text in ('"', "``", "''") for w in tree.words[:i]) % 2 == 1
