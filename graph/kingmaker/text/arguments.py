"""Subjects and objects: the logical ones of a verb, with passive, relative, control and coordination undone."""

from kingmaker.lexicon.terms import terms
from kingmaker.text.tree import Tree, Word

RELATIVE = ("WDT", "WP", "WP$")
CALLED_ON = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon"), "rely": ("on",)}
CLAUSES = ("ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "ROOT", "parataxis", "csubj", "dep")


def is_passive(tree: Tree, i: int) -> bool:
    """Whether verb `i` is passive, an auxiliary told or left out ("Okafor, appointed in May, ...")."""
    known = tree.passives.get(i)
    if known is None:
        known = tree.passives[i] = _is_passive(tree, i)
    return known


def _is_passive(tree: Tree, i: int) -> bool:
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
    if word.tag == "VBN" and word.dep == "ccomp" and tree[word.head].lemma == "have" and tree.kid(i, "nsubj"):
        return not tree.kid(i, "dobj", "aux")  # "has had her contract extended"
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


def surface_subject(tree: Tree, i: int, depth: int = 0) -> list[int]:
    """Return the grammatical subject of verb `i`, from its governors where it has none of its own."""
    if depth > 8:
        return []
    word = tree[i]
    own = tree.kid(i, "nsubj", "nsubjpass", "csubj")
    if own is not None:
        if own.tag in RELATIVE and own.lower != "what":
            noun = _relative_head(tree, i)
            if noun is not None and (last := _last_of_list(tree, own.i, i)) is not None:
                return [last]
            return _before(tree, noun, i) if noun is not None else []
        return tree.conjuncts(own.i)
    if tree.kid(i, "expl") is not None:
        there = tree.kid(i, "attr")
        return tree.conjuncts(there.i) if there else []
    return _inherited_subject(tree, word, depth)


def _before(tree: Tree, noun: int, clause: int) -> list[int]:
    """Return a noun and those coordinated with it before a clause: in "A, who ran, and B" only A ran."""
    return [c for c in tree.conjuncts(noun) if c == noun or c < clause or clause < noun]


def _last_of_list(tree: Tree, relative: int, verb: int) -> int | None:
    """Return whom alone of a list "who" in the singular can mean: the last, in "A, B and C, who has left his post"."""
    start = max(tree.sentence(verb)[0], relative - 14)
    listed = any(w.lower == "and" for w in tree.words[start:relative])
    one = any(k.dep == "aux" and k.lower in ("has", "is", "was") for k in tree.kids(verb)) or tree[verb].tag == "VBZ"
    own = any(w.lower in ("his", "her") and tree[w.i + 1].lower == "own" for w in tree.words[verb : verb + 4][:-1])
    at = relative - 1
    while at > start and tree[at].pos == "PUNCT":
        at -= 1
    return at if listed and (one or own) and tree[at].pos == "PROPN" else None


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
        if word.tag == "VBG" and is_signed(tree, head.i):  # "teachers signed a petition urging her to stay"
            return surface_subject(tree, head.head, depth + 1)
        if word.tag in ("VBG", "VBN", "VBD", "VBZ", "VBP") and not _is_infinitive(tree, word.i):
            return _before(tree, head.i, word.i)
        return clause_subject(tree, head.i, depth)
    if word.dep == "conj" and not head.is_verb:
        return clause_subject(tree, head.i, depth)
    if word.dep in ("xcomp", "ccomp") and head.is_verb and head.lemma in terms().object_control:
        target = tree.kid(head.i, "dobj", "dative")
        if target is not None:
            return tree.conjuncts(target.i)
        if is_passive(tree, head.i):
            return surface_subject(tree, head.i, depth + 1)
    if word.dep == "pcomp" and head.lower == "from" and (kept := objects_kept(tree, head.head)):
        return kept
    if word.dep in CLAUSES and _is_infinitive(tree, word.i) and (called := _called_on(tree, head.i)):
        return called
    if word.dep in CLAUSES or word.dep in ("aux", "auxpass"):
        return clause_subject(tree, head.i, depth)
    return []


def objects_kept(tree: Tree, verb: int) -> list[int]:
    """Return whom a verb keeps from doing something: "prevented Weber from becoming", "she was barred from running"."""
    target = tree.kid(verb, "dobj", "nsubjpass")
    return tree.conjuncts(target.i) if target is not None and tree[verb].is_verb else []


def _called_on(tree: Tree, verb: int) -> list[int]:
    """Return whom a verb asks by its preposition: "called on her to stand", "appealed to them to go"."""
    asked = CALLED_ON.get(tree[verb].lemma, ())
    return [c for k in tree.kids(verb, "prep") if k.lower in asked for o in tree.kids(k.i, "pobj")
            for c in tree.conjuncts(o.i)]  # fmt: skip


def is_signed(tree: Tree, noun: int) -> bool:
    """Whether a noun is what somebody signs or sends to ask for something: "signed a petition"."""
    word = tree[noun]
    return word.lemma in terms().petitions and word.dep == "dobj" and tree[word.head].lemma in terms().signing


def _is_infinitive(tree: Tree, i: int) -> bool:
    return any(k.lower == "to" and k.dep == "aux" for k in tree.kids(i))


def clause_subject(tree: Tree, i: int, depth: int) -> list[int]:
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
    if (pair := name_and_title(tree, i)) is not None:
        return [pair[0]]
    found = [c for k in tree.kids(i, "dobj") for c in tree.conjuncts(k.i)]
    if not found and tree[i].lemma in terms().headline_passives:  # "named Ursula Brandt as director": taken for oprd
        found = [c for k in tree.kids(i, "oprd") if k.pos == "PROPN" and k.i > i for c in tree.conjuncts(k.i)]
    if not found:
        found = _shared_object(tree, i)
    if not found:
        found = _relativised_object(tree, i)
    if not found:  # "opposes Weber becoming president": the clause stands for him and for the post
        found = [k.i for k in tree.kids(i, "ccomp") if _is_gerund(tree, k)]
    if not found and tree[i].dep == "conj" and tree[tree[i].head].is_verb:
        return []
    return [o for o in found if tree[o].tag not in RELATIVE] or _relativised_object(tree, i)


def _is_gerund(tree: Tree, word: Word) -> bool:
    """Whether a clause is a gerund with a subject of its own: "Weber becoming", and no "she was running"."""
    return word.tag == "VBG" and not tree.kid(word.i, "aux") and tree.kid(word.i, "nsubj", "poss") is not None


def _shared_object(tree: Tree, i: int) -> list[int]:
    """ "Neither supports nor opposes Blom": the object of both."""
    later = next((k for k in tree.kids(i, "conj") if k.is_verb and not tree.kid(k.i, "nsubj", "nsubjpass")), None)
    if later is not None and any(w.pos not in ("CCONJ", "ADV", "AUX", "PUNCT") for w in tree.words[i + 1 : later.i]):
        return []  # "dropped out of the race and endorsed Blom"
    return [c for k in tree.kids(later.i, "dobj") for c in tree.conjuncts(k.i)] if later is not None else []


def name_and_title(tree: Tree, i: int) -> tuple[int, int] | None:
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
