"""Who a pronoun cannot be by the grammar of its sentence, and whose clauses it stands in."""

from collections.abc import Iterator

from kingmaker.text.clauses import objects, surface_subject
from kingmaker.text.mention import Mention
from kingmaker.text.tree import Tree, Word

OBJECTIVE = ("him", "her", "them")
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
        below = {i for i in tree.subtree(word.head) if i > word.i}
        return below | (set(_subjects_above(tree, word.head)) if word.lower in OBJECTIVE else set())
    if word.dep == "poss":
        noun = word.head
        owned = {noun, *tree.conjuncts(noun), *(k.i for k in tree.kids(noun, "appos", "conj"))}
        inside = {i for o in owned for i in tree.subtree(o) if o != noun and i != word.i}
        return owned | inside | set(_described_by(tree, noun))
    return set(_co_arguments(tree, word.i))


def _described_by(tree: Tree, noun: int) -> list[int]:
    """Return whom the noun that a pronoun owns describes: he is not the owner.

    "Leader is her deputy", "is among her supporters", "was named as her successor", "Leader, her successor".
    """
    at = noun
    while tree[at].dep == "pobj" and tree[tree[at].head].lower in ("among", "of", "as"):
        above = tree[tree[at].head]
        if tree[above.head].is_verb:
            be = tree[above.head].lemma == "be"
            return surface_subject(tree, above.head) if be else _taken_as(tree, above)
        at = above.head
    if tree[at].dep == "oprd":
        return objects(tree, tree[at].head)
    if tree[at].dep == "appos":
        return [tree[at].head]
    return surface_subject(tree, tree[at].head) if tree[at].dep == "attr" else []


def _taken_as(tree: Tree, word: Word) -> list[int]:
    """Return who is "named as her successor"."""
    return objects(tree, word.head) if word.lower == "as" else []


def _subjects_above(tree: Tree, verb: int) -> Iterator[int]:
    """ "Starmer wants him gone": the subject of the verb that takes the clause."""
    above = next((w for w in tree.ancestors(verb) if w.is_verb), None)
    if above is not None:
        yield from surface_subject(tree, above.i)


def _co_arguments(tree: Tree, i: int) -> Iterator[int]:
    word = tree[i]
    while word.dep in ARGUMENTS and word.head != word.i:
        above = tree[word.head]
        if above.is_verb:
            yield from (k.i for k in tree.kids(above.i, "dobj", "dative") if k.i != i)
            break
        if above.pos in ("NOUN", "PROPN") and (owner := tree.kid(above.i, "poss")) is not None:
            yield owner.i  # "Weber's attack on him"
            return
        word = above
    yield from _subjects_of(tree, i)


def _subjects_of(tree: Tree, i: int) -> Iterator[int]:
    """Yield the subject of the clause, from the clauses above it where it has none: "mused about firing him"."""
    for above in tree.ancestors(i):
        if above.is_verb:
            for own in surface_subject(tree, above.i):
                yield from (own, *(k.i for k in tree.kids(own, "appos")))  # "The union's head, Holm, praised her"
            if above.dep in ("acl", "relcl"):
                yield above.head
            if tree.kid(above.i, "nsubj", "nsubjpass") is not None or above.dep not in ("pcomp", "acl", "xcomp"):
                return


def is_quoted(tree: Tree, i: int) -> bool:
    """Whether a word stands between quotation marks of its paragraph."""
    return sum(w.text in ('"', "``", "''") for w in tree.words[:i]) % 2 == 1
