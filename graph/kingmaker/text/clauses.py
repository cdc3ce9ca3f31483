"""Who does what in a clause: the arguments of a word, with passive, relative, control and coordination undone.

A slot names an argument from its governor's view: "subject" and "object" are the logical ones, a
preposition is the slot of its object ("for", "as", "out of", "on behalf of"), "is" what a noun is
equated with. Slots chain with ">": "object>of" is the "of" of the object, "comp>subject" the subject of
the complement clause. After propositions as in Stanovsky et al. (PropS, 2016).
"""

from collections.abc import Iterator

from kingmaker.lexicon.terms import terms
from kingmaker.text.members import members
from kingmaker.text.tree import Tree, Word

RELATIVE = ("WDT", "WP", "WP$")
COPULAS = frozenset({"be", "become", "remain", "seem", "look", "emerge", "stay", "appear"})
CLAUSES = ("ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "ROOT", "parataxis", "csubj", "dep")


def is_passive(tree: Tree, i: int) -> bool:
    """Whether verb `i` is passive, an auxiliary told or left out ("Okafor, appointed in May, ...")."""
    word = tree[i]
    if tree.kid(i, "nsubjpass", "auxpass", "agent"):
        return True
    if (
        word.lemma in terms().headline_passives
        and word.tag in ("VBD", "VBN")
        and tree.kid(i, "nsubj")
        and not tree.kid(i, "dobj", "aux")
        and tree[tree.sentence(i)[1] - 1].text not in (".", '"')
    ):
        return True  # the headline "Braverman axed as Home Secretary"
    adverb = bool(i) and tree[i - 1].dep == "advmod" and tree[i - 1].head == i  # ", already extended twice, ..."
    comma = i > adverb and tree[i - 1 - adverb].text == ","
    if word.tag == "VBN" and comma and not tree.kid(i, "aux", "dobj") and tree.kid(i, "nsubj"):
        return True  # "Okafor, appointed in May, has never ...", taken for the main verb
    if word.tag != "VBN" or tree.kid(i, "aux", "nsubj"):
        return bool(word.dep == "conj" and word.tag == "VBN" and not tree.kid(i, "aux", "nsubj", "auxpass", "dobj")
                    and word.head != i and is_passive(tree, word.head))  # fmt: skip
    if word.dep in ("acl", "relcl", "advcl", "amod", "ROOT", "xcomp", "ccomp", "oprd", "appos"):
        return tree.kid(i, "dobj") is None
    return word.dep == "conj" and is_passive(tree, word.head) if word.head != i else False


def particles(tree: Tree, i: int) -> set[str]:
    """Return the particles of a verb, whatever the parser calls them: turn *down*, rule *out*, step *aside*."""
    return {
        k.lower for k in tree.kids(i, "prt", "advmod", "prep", "acomp", "advcl") if k.lower in terms().verb_particles
    }


def surface_subject(tree: Tree, i: int, depth: int = 0) -> list[int]:
    """Return the grammatical subject of verb `i`, from its governors where it has none of its own."""
    if depth > 8:
        return []
    word = tree[i]
    own = tree.kid(i, "nsubj", "nsubjpass", "csubj")
    if own is not None:
        if own.tag in RELATIVE and own.lower != "what":
            noun = _relative_head(tree, i)
            return tree.conjuncts(noun) if noun is not None else []
        return tree.conjuncts(own.i)
    if tree.kid(i, "expl") is not None:
        there = tree.kid(i, "attr")
        return tree.conjuncts(there.i) if there else []
    return _inherited_subject(tree, word, depth)


def _relative_head(tree: Tree, i: int) -> int | None:
    at = i
    while tree[at].dep in ("conj", "xcomp", "ccomp") and tree[at].head != at:
        at = tree[at].head
    return tree[at].head if tree[at].dep in ("relcl", "acl") else None


def _inherited_subject(tree: Tree, word: Word, depth: int) -> list[int]:
    head = tree[word.head]
    if head.i == word.i:
        return []
    if word.dep in ("acl", "relcl"):
        if word.tag in ("VBG", "VBN", "VBD", "VBZ", "VBP") and not _is_infinitive(tree, word.i):
            return tree.conjuncts(head.i)
        return _clause_subject(tree, head.i, depth)
    if word.dep == "conj" and not head.is_verb:
        return _clause_subject(tree, head.i, depth)
    if word.dep in ("xcomp", "ccomp") and head.is_verb and head.lemma in terms().object_control:
        target = tree.kid(head.i, "dobj", "dative")
        if target is not None:
            return tree.conjuncts(target.i)
        if is_passive(tree, head.i):
            return surface_subject(tree, head.i, depth + 1)
    if word.dep in CLAUSES or word.dep in ("aux", "auxpass"):
        return _clause_subject(tree, head.i, depth)
    return []


def _is_infinitive(tree: Tree, i: int) -> bool:
    return any(k.lower == "to" and k.dep == "aux" for k in tree.kids(i))


def _clause_subject(tree: Tree, i: int, depth: int) -> list[int]:
    """Return the subject of the clause in which word `i` stands."""
    if tree[i].is_verb or tree.kid(i, "nsubj") is not None:
        return surface_subject(tree, i, depth + 1)
    owner = tree.kid(i, "poss")
    if owner is not None:
        return tree.conjuncts(owner.i)
    for above in tree.ancestors(i):
        if above.is_verb:
            return surface_subject(tree, above.i, depth + 1)
    return []


def subject(tree: Tree, i: int) -> list[int]:
    """Return the logical subject: the agent of a passive, else the grammatical subject."""
    if is_passive(tree, i):
        by = [k for k in tree.kids(i, "agent", "prep") if k.lower == "by"]
        return [c for k in by for o in tree.kids(k.i, "pobj") for c in tree.conjuncts(o.i)]
    return surface_subject(tree, i)


def objects(tree: Tree, i: int) -> list[int]:
    """Return the logical object: the grammatical subject of a passive, else the object."""
    if is_passive(tree, i):
        return surface_subject(tree, i)
    if (pair := _name_and_title(tree, i)) is not None:
        return [pair[0]]
    found = [c for k in tree.kids(i, "dobj") for c in tree.conjuncts(k.i)]
    if not found:
        found = _shared_object(tree, i)
    if not found:
        found = _relativised_object(tree, i)
    if not found and tree[i].dep == "conj" and tree[tree[i].head].is_verb:
        return []
    return [o for o in found if tree[o].tag not in RELATIVE] or _relativised_object(tree, i)


def _shared_object(tree: Tree, i: int) -> list[int]:
    """ "Neither supports nor opposes Blom": the object of both."""
    later = next((k for k in tree.kids(i, "conj") if k.is_verb and not tree.kid(k.i, "nsubj", "nsubjpass")), None)
    return [c for k in tree.kids(later.i, "dobj") for c in tree.conjuncts(k.i)] if later is not None else []


def _name_and_title(tree: Tree, i: int) -> tuple[int, int] | None:
    """ "Elected Mosa Thabane leader": a name and a title that the parser takes for one noun."""
    if tree[i].lemma not in terms().headline_passives and tree[i].lemma not in ("make", "choose", "designate"):
        return None
    for noun in tree.kids(i, "dobj", "oprd", "attr"):
        if noun.pos != "NOUN" or noun.is_capital:
            continue
        names = [
            k for k in tree.kids(noun.i, "compound", "nmod")
            if k.pos == "PROPN" and k.is_capital and k.i > i and tree.kid(k.i, "compound", "nmod")
        ]  # fmt: skip
        if names:
            return names[-1].i, noun.i
        her = tree.kid(noun.i, "poss")  # "appointed her attorney general of Kenya"
        if her is not None and her.lower == "her" and any(k.lower == "of" for k in tree.kids(noun.i, "prep")):
            return her.i, noun.i
    return None


def _relativised_object(tree: Tree, i: int) -> list[int]:
    """ "Wallace, whom Sunak backed": the head noun of a relative clause that has a subject and no object of its own."""
    own = tree.kid(i, "dobj")
    if tree[i].dep != "relcl" or (own is not None and own.tag not in RELATIVE):
        return []
    nsubj = tree.kid(i, "nsubj")
    if nsubj is None or nsubj.tag in RELATIVE:
        return []
    return tree.conjuncts(tree[i].head)


def prepositional(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    """Yield each preposition of a word with its object's head: ("for", 7), ("out of", 9), ("on behalf of", 12)."""
    for prep in tree.kids(i, "prep", "agent", "dative", "prt", "advmod"):
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
    """Return the words that fill a slot of word `i`; an empty list when nothing does."""
    first, _, rest = path.partition(">")
    found = _step(tree, i, first)
    if not rest:
        return found
    return list(dict.fromkeys(o for f in found for o in slot(tree, f, rest)))


def _step(tree: Tree, i: int, name: str) -> list[int]:
    match name:
        case "self":
            return [i]
        case "subject":
            return subject(tree, i) if tree[i].is_verb else _clause_subject(tree, i, 0)
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
        case "compound" | "appos" | "amod" | "det" | "aux" | "prt" | "dobj" | "acomp":
            return [c for k in tree.kids(i, name) for c in tree.conjuncts(k.i)]
        case "attr" if (pair := _name_and_title(tree, i)) is not None:
            return [pair[1]]
        case "attr":
            return [c for k in tree.kids(i, "attr", "oprd", "acomp") for c in tree.conjuncts(k.i)]
        case "comp":
            return [
                c
                for k in tree.kids(i, "xcomp", "ccomp", "advcl", "acl", "relcl")
                for c in [k.i, *_verb_conjuncts(tree, k.i)]
            ]
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
