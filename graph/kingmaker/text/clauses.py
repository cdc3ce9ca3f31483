"""Who does what in a clause: the arguments of a word, with passive, relative, control and coordination undone.

A slot names an argument from its governor's view: "subject" and "object" are the logical ones, a
preposition is the slot of its object ("for", "as", "out of", "on behalf of"), "is" what a noun is
equated with, "comp" a complement clause and "aim" one of the same subject ("she wants to run", but not "she wants
him to run"). Slots chain with ">": "object>of" is the "of" of the object, "comp>subject" the subject of
the complement clause. After propositions as in Stanovsky et al. (PropS, 2016).
"""

from collections.abc import Iterator

from kingmaker.lexicon.terms import terms
from kingmaker.text.arguments import (
    clause_subject,
    is_passive,
    is_signed,
    name_and_title,
    objects,
    subject,
    surface_subject,
)
from kingmaker.text.members import members
from kingmaker.text.tree import Tree, Word

__all__ = ["equated", "is_passive", "is_signed", "objects", "particles", "slot", "subject", "surface_subject"]

COPULAS = frozenset({"be", "become", "remain", "seem", "look", "emerge", "stay", "appear"})


def particles(tree: Tree, i: int) -> set[str]:
    """Return the particles of a verb, whatever the parser calls them: turn *down*, rule *out*, step *aside*."""
    return {
        k.lower for k in tree.kids(i, "prt", "advmod", "prep", "acomp", "advcl") if k.lower in terms().verb_particles
    }


def prepositional(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    """Yield each preposition of a word with its object's head: ("for", 7), ("out of", 9), ("on behalf of", 12)."""
    for prep in tree.kids(i, "prep", "agent", "dative", "prt", "advmod"):
        yield from _prep_objects(tree, prep, prep.lower, 0)
    for adjective in tree.kids(i, "oprd", "acomp"):  # "was elected unopposed as leader"
        for prep in tree.kids(adjective.i, "prep") if adjective.pos == "ADJ" else ():
            yield from _prep_objects(tree, prep, prep.lower, 0)
    for noun in tree.kids(i, "advcl", "ccomp", "attr", "oprd", "dobj", "npadvmod"):
        # "stepped down as Estonian premier", where "as" is taken for the mark of a clause without a verb
        if noun.pos in ("NOUN", "PROPN") and any(k.lower == "as" for k in tree.kids(noun.i, "mark", "advmod", "prep")):
            yield "as", noun.i


def _prep_objects(tree: Tree, prep: Word, path: str, depth: int) -> Iterator[tuple[str, int]]:
    for obj in tree.kids(prep.i, "pobj"):
        for each in tree.conjuncts(obj.i):
            yield path, each
        if depth < 2 and obj.lemma in (
            "behalf",
            "favour",
            "favor",
            "support",
            "place",
            "charge",
            "line",
            "race",
            "replacement",
            "successor",
        ):
            for inner in tree.kids(obj.i, "prep"):
                yield from _prep_objects(tree, inner, f"{path} {obj.lemma} {inner.lower}", depth + 1)
    for inner in tree.kids(prep.i, "prep") if depth < 2 else ():
        yield from _prep_objects(tree, inner, f"{path} {inner.lower}", depth + 1)
    for clause in tree.kids(prep.i, "pcomp"):
        yield path, clause.i


def equated(tree: Tree, i: int) -> list[int]:
    """Return what noun `i` is said to be or stands beside: copula, apposition, or a name after it."""
    word, found = tree[i], []
    at = i
    while tree[at].dep == "conj" and tree[at].head != at and not tree[at].is_verb:
        at = tree[at].head
    governor = tree[tree[at].head]
    if tree[at].dep in ("attr", "oprd", "acomp") and governor.is_verb:
        if tree[at].dep == "oprd" and (of := objects(tree, governor.i)):
            found += of
        else:
            found += [s for s in surface_subject(tree, governor.i) if s != i]
    elif tree[at].dep == "nsubj" and governor.lemma == "be":
        attr = tree.kid(governor.i, "attr")
        found += tree.conjuncts(attr.i) if attr is not None and attr.i != i else []
    if tree[at].dep == "appos" and not governor.is_verb:
        found.append(governor.i)
    found += [c for k in tree.kids(i, "appos") for c in tree.conjuncts(k.i)]
    if word.dep in ("compound", "nmod", "amod") and governor.pos == "PROPN" and governor.i > i:
        found.append(governor.i)
    return list(dict.fromkeys(f for f in found if f != i))


def slot(tree: Tree, i: int, path: str) -> list[int]:
    """Return the words that fill a slot of word `i`; an empty list when nothing does.

    Many frames ask for the same slots of the same word, so a tree keeps what it was asked.
    """
    known = tree.slots.get((i, path))
    if known is None:
        first, _, rest = path.partition(">")
        found = _step(tree, i, first)
        known = list(dict.fromkeys(o for f in found for o in slot(tree, f, rest))) if rest else found
        tree.slots[i, path] = known
    return known


def _step(tree: Tree, i: int, name: str) -> list[int]:
    match name:
        case "self":
            return [i]
        case "subject":
            return subject(tree, i) if tree[i].is_verb else clause_subject(tree, i, 0)
        case "surface":
            return surface_subject(tree, i) if tree[i].is_verb else _bearer(tree, i)
        case "object":
            return objects(tree, i)
        case "iobj":
            return [c for k in tree.kids(i, "dative") if k.pos != "ADP" for c in tree.conjuncts(k.i)]
        case "is":
            return list(dict.fromkeys([*equated(tree, i), *members(tree, i, surface_subject)]))
        case "relclause":
            return [k.i for k in tree.kids(i, "relcl")]
        case "poss":
            return [c for k in tree.kids(i, "poss") for c in _owner(tree, i, k)]
        case "advmod":
            return [k.i for k in tree.kids(i, "advmod", "prt", "acomp")]
        case "compound" | "appos" | "amod" | "det" | "aux" | "prt" | "dobj" | "acomp" | "nummod" | "mark":
            return [c for k in tree.kids(i, name) for c in tree.conjuncts(k.i)]
        case "attr" if (pair := name_and_title(tree, i)) is not None:
            return [pair[1]]
        case "attr":
            return [c for k in tree.kids(i, "attr", "oprd", "acomp") for c in tree.conjuncts(k.i)]
        case "comp":
            return [
                c
                for k in tree.kids(i, "xcomp", "ccomp", "advcl", "acl", "relcl")
                for c in [k.i, *_verb_conjuncts(tree, k.i)]
            ]
        case "aim":
            shared = set(slot(tree, i, "subject"))
            return [c for c in slot(tree, i, "comp") if set(surface_subject(tree, c)) <= shared]
        case "governor":
            return [tree[i].head] if tree[i].head != i else []
        case "noun":
            return [tree[i].head] if tree[i].dep in ("relcl", "acl", "amod") and not tree[tree[i].head].is_verb else []
        case _:
            own = [c for k in tree.kids(i, "pobj") for c in tree.conjuncts(k.i)] if tree[i].lower == name else []
            return own + [at for prep, at in prepositional(tree, i) if prep == name]


def _owner(tree: Tree, i: int, owner: Word) -> list[int]:
    """Return whose a noun is; "whose" points back to the noun its clause describes."""
    if owner.tag != "WP$":
        return tree.conjuncts(owner.i)
    clause = next((a for a in tree.ancestors(i) if a.dep in ("relcl", "acl")), None)
    return [clause.head] if clause is not None else []


def _bearer(tree: Tree, i: int) -> list[int]:
    """Return what a prepositional phrase is said of: the subject of "X is in the mix", the noun in "X, in the mix,"."""
    above = tree[tree[i].head]
    if above.i == i:
        return []
    if above.is_verb:
        return surface_subject(tree, above.i) if above.lemma in COPULAS else []
    return tree.conjuncts(above.i)


def _verb_conjuncts(tree: Tree, i: int) -> list[int]:
    return [k.i for k in tree.kids(i, "conj") if k.is_verb]
